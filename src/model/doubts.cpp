#include "model/doubts.hpp"

#include "base/edtf.hpp"
#include "model/check.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <variant>

namespace demarche {
namespace {

bool is_supported(const std::vector<Citation>& citations) {
    return std::any_of(citations.begin(), citations.end(),
                       [](const Citation& citation) { return citation.stance == Stance::supports; });
}

class Doubts {
public:
    Doubts(const Model& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

    void note_uncited() {
        for (const Actor& actor : model_.actors) {
            note_uncited("the actor " + quoted(actor.id), actor.citations, actor.where);
            for (const Role& role : actor.roles) {
                note_uncited("the role " + quoted(role.title) + " of " + quoted(actor.id), role.citations, role.where);
            }
        }
        for (const Delegation& delegation : model_.delegations) {
            note_uncited("the delegation " + quoted(delegation.id), delegation.citations, delegation.where);
        }
        for (const Event& event : model_.events) {
            note_uncited("the event " + quoted(event.id), citations_of(event), event.where);
        }
        for (const Tie& tie : model_.ties) {
            note_uncited("the tie of " + quoted(tie.from) + " to " + quoted(tie.to), tie.citations, tie.where);
        }
    }

    void note_passed_plans(Day as_of) {
        for (const Event& event : model_.events) {
            const auto latest = event.when.latest();
            if (event.status == Status::planned && latest && *latest < as_of) {
                diagnostics_.note("passed-plan", event.where,
                                  quoted(event.id) + " is planned for " + event.when.text() +
                                      ", which lies before the as-of day " + model_.as_of_text(),
                                  "has it happened? charts say that nothing is known of it");
            }
        }
    }

    void note_later_articles(Day as_of) {
        for (const Article& article : model_.articles) {
            const auto parsed = parse_edtf(article.published);
            const Edtf* published = std::get_if<Edtf>(&parsed);
            if (published != nullptr && published->earliest().value_or(as_of) > as_of) {
                diagnostics_.note("later-article", article.where,
                                  "the article " + quoted(article.id) + " was published on " + article.published +
                                      ", after the as-of day " + model_.as_of_text(),
                                  "move as-of, or leave it out");
            }
        }
    }

private:
    void note_uncited(const std::string& what, const std::vector<Citation>& citations, const SourcePosition& where) {
        if (!is_supported(citations)) {
            diagnostics_.note("uncited", where, what + " is supported by no citation", "add <cite article=\"...\">");
        }
    }

    const Model& model_;
    Diagnostics& diagnostics_;
};

} // namespace

void check_status(const Model& model, Diagnostics& diagnostics) {
    const auto as_of = model.as_of_day();
    for (const Event& event : model.events) {
        const bool real = event.status == Status::occurred || event.status == Status::ongoing;
        const auto earliest = event.when.earliest();
        if (as_of && real && earliest && *earliest > *as_of) {
            diagnostics.error("occurred-later", event.where,
                              quoted(event.id) + " is " + to_text(event.status) + " on " + event.when.text() +
                                  ", which lies after the as-of day " + model.as_of_text(),
                              "say status=\"planned\", or correct when or as-of");
        }
    }
}

void note_doubts(const Model& model, Diagnostics& diagnostics) {
    Doubts doubts(model, diagnostics);
    doubts.note_uncited();
    if (const auto as_of = model.as_of_day()) {
        doubts.note_passed_plans(*as_of);
        doubts.note_later_articles(*as_of);
    }
}

} // namespace demarche
