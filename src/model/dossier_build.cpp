#include "model/dossier_build.hpp"

#include "model/dossier_fields.hpp"

#include <functional>

namespace demarche {
namespace {

class Builder {
public:
    explicit Builder(const xml::Document& document) : document_(document) {}

    Model model() {
        Model model;
        read_fields(document_.root, model);
        for (const xml::Node& section : elements(document_.root)) {
            for (const xml::Node& node : elements(section)) {
                add(model, section.name, node);
            }
        }
        return model;
    }

private:
    static std::vector<std::reference_wrapper<const xml::Node>> elements(const xml::Node& node) {
        std::vector<std::reference_wrapper<const xml::Node>> result;
        for (const xml::Node& child : node.children) {
            if (child.kind == xml::NodeKind::element) {
                result.emplace_back(child);
            }
        }
        return result;
    }

    void add(Model& model, const std::string& section, const xml::Node& node) {
        if (section == "articles" && node.name == "article") {
            model.articles.push_back(fields<Article>(node));
        } else if (section == "sides" && node.name == "side") {
            model.sides.push_back(fields<Side>(node));
        } else if (section == "actors" && node.name == "actor") {
            put(actor(node), model.actors, model.rejected.actors);
        } else if (section == "delegations" && node.name == "delegation") {
            put(delegation(node), model.delegations, model.rejected.delegations);
        } else if (section == "events" && node.name == "event") {
            put(event(node), model.events, model.rejected.events);
        } else if (section == "ties" && node.name == "tie") {
            auto tie = fields<Tie>(node);
            tie.citations = citations(node);
            put(std::move(tie), model.ties, model.rejected.ties);
        } else if (section == "charts" && node.name == "chart") {
            model.charts.push_back(fields<ChartSpec>(node));
        }
    }

    template <class Thing>
    static void put(Thing thing, std::vector<Thing>& things, std::vector<Thing>& rejected) {
        (thing.review == kRejected ? rejected : things).push_back(std::move(thing));
    }

    template <class Owner>
    Owner fields(const xml::Node& node) {
        Owner owner;
        read_fields(node, owner);
        owner.where = document_.where(node.begin);
        return owner;
    }

    std::vector<Citation> citations(const xml::Node& parent) {
        std::vector<Citation> result;
        for (const xml::Node& node : elements(parent)) {
            if (node.name == "cite") {
                result.push_back(fields<Citation>(node));
                result.back().quote = xml::collapse_blanks(node.content());
            }
        }
        return result;
    }

    Actor actor(const xml::Node& node) {
        auto result = fields<Actor>(node);
        for (const xml::Node& child : elements(node)) {
            if (child.name == "alias") {
                result.aliases.push_back(xml::collapse_blanks(child.content()));
            } else if (child.name == "role") {
                result.roles.push_back(fields<Role>(child));
                result.roles.back().citations = citations(child);
            }
        }
        result.citations = citations(node);
        return result;
    }

    Delegation delegation(const xml::Node& node) {
        auto result = fields<Delegation>(node);
        for (const xml::Node& child : elements(node)) {
            const xml::Attribute* who = child.attribute("actor");
            if (who != nullptr && child.name == "member") {
                result.members.push_back(who->value);
            } else if (who != nullptr && child.name == "possible") {
                result.possible.push_back(who->value);
            }
        }
        result.citations = citations(node);
        return result;
    }

    Event event(const xml::Node& node) {
        auto result = fields<Event>(node);
        for (const xml::Node& child : elements(node)) {
            if (child.name == "detail") {
                result.detail = xml::collapse_blanks(child.content());
            } else if (child.name == "party") {
                result.parties.push_back(fields<Party>(child));
                result.parties.back().citations = citations(child);
            }
        }
        result.citations = citations(node);
        return result;
    }

    const xml::Document& document_;
};

} // namespace

Model build_model(const xml::Document& document) {
    return Builder(document).model();
}

} // namespace demarche
