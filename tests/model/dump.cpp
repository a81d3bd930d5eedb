#include "dump.hpp"

#include <sstream>

namespace demarche::testing {
namespace {

class Dump {
public:
    std::string text(const Model& model) {
        line("dossier", model.title, model.as_of, model.language, static_cast<int>(model.week_starts));
        for (const Article& article : model.articles) {
            line("article", article.id, article.file, article.title, article.outlet, article.published, article.url,
                 article.language, article.shares_text_with, article.read);
        }
        for (const Side& side : model.sides) {
            line("side", side.id, side.code, side.name, side.colour ? to_text(*side.colour) : "none");
        }
        for (const Actor& actor : model.actors) {
            line("actor", actor.id, actor.name, actor.short_name, to_text(actor.kind), actor.side, actor.aliases,
                 actor.review);
            for (const Role& role : actor.roles) {
                line(" role", role.title, role.body, role.when.text());
                citations(role.citations);
            }
            citations(actor.citations);
        }
        for (const Delegation& delegation : model.delegations) {
            line("delegation", delegation.id, delegation.name, delegation.event, delegation.side, delegation.head,
                 delegation.members, delegation.possible, delegation.review);
            citations(delegation.citations);
        }
        for (const Event& one : model.events) {
            event(one);
        }
        for (const Tie& tie : model.ties) {
            line("tie", tie.from, tie.to, to_text(tie.type), tie.verb, tie.when.text(), tie.review);
            citations(tie.citations);
        }
        for (const ChartSpec& chart : model.charts) {
            line("chart", to_text(chart.kind), chart.title, chart.subtitle, chart.from.text(), chart.to.text(),
                 chart.min_weight, chart.events, chart.actors, chart.sides, chart.types, to_text(chart.scale),
                 chart.previous);
        }
        rejected(model.rejected);
        return out_.str();
    }

private:
    void rejected(const Rejected& what) {
        if (what.actors.empty() && what.delegations.empty() && what.events.empty() && what.ties.empty()) {
            return;
        }
        Model inner;
        inner.actors = what.actors;
        inner.delegations = what.delegations;
        inner.events = what.events;
        inner.ties = what.ties;
        out_ << "rejected:\n" << Dump().text(inner);
    }

    template <class... Values>
    void line(const Values&... values) {
        (value(values), ...);
        out_ << "\n";
    }

    template <class Value>
    void value(const Value& one) {
        out_ << "[" << one << "]";
    }

    void value(const std::vector<std::string>& list) {
        out_ << "(";
        for (const std::string& one : list) {
            value(one);
        }
        out_ << ")";
    }

    void value(const std::optional<std::size_t>& number) {
        value(number ? std::to_string(*number) : std::string("none"));
    }

    void citations(const std::vector<Citation>& list) {
        for (const Citation& cited : list) {
            line("  cite", cited.article, cited.quote, cited.prefix, cited.suffix, cited.start, cited.end,
                 cited.stance == Stance::supports ? "supports" : "disputes");
        }
    }

    void event(const Event& one) {
        line("event", one.id, one.title, one.short_title, one.detail, one.when.text(), one.words, one.after, one.before,
             one.where_held, to_text(one.type), one.cameo, to_text(one.status), one.said_by, one.weight, one.emphasis,
             one.review);
        for (const Party& party : one.parties) {
            line(" party", party.actor, to_text(party.as));
            citations(party.citations);
        }
        citations(one.citations);
    }

    std::ostringstream out_;
};

} // namespace

std::string dump(const Model& model) {
    return Dump().text(model);
}

} // namespace demarche::testing
