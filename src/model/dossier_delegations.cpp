#include "model/dossier_delegations.hpp"

#include "model/wording.hpp"

#include <map>
#include <set>
#include <utility>

namespace demarche {
namespace {

std::string value(const xml::Node& node, std::string_view attribute_name) {
    const xml::Attribute* attribute = node.attribute(attribute_name);
    return attribute == nullptr ? std::string() : attribute->value;
}

class DelegationCheck {
public:
    DelegationCheck(const xml::Document& document, Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    void run() {
        collect(document_.root);
        visit(document_.root);
    }

private:
    /// Whom the actors are counted with, and who is absent from the events.
    void collect(const xml::Node& node) {
        if (node.name == "actor") {
            side_of_.emplace(value(node, "id"), value(node, "side"));
        }
        for (const xml::Node& child : node.children) {
            if (child.name == "party" && value(child, "as") == "absent") {
                absent_.emplace(value(node, "id"), value(child, "actor"));
            }
            collect(child);
        }
    }

    void visit(const xml::Node& node) {
        if (node.name == "delegation") {
            delegation(node);
        }
        for (const xml::Node& child : node.children) {
            visit(child);
        }
    }

    void delegation(const xml::Node& node) {
        std::set<std::string> members;
        std::set<std::string> named;
        for (const xml::Node& child : node.children) {
            const xml::Attribute* actor = child.attribute("actor");
            if ((child.name != "member" && child.name != "possible") || actor == nullptr) {
                continue;
            }
            if (!named.insert(actor->value).second && !actor->value.empty()) {
                diagnostics_.error("repeated-member", document_.where(actor->value_at),
                                   quoted(actor->value) + " stands twice in this delegation",
                                   "an actor is either a member or a possible member, once");
                continue;
            }
            if (child.name == "member") {
                members.insert(actor->value);
                member(node, *actor);
            }
            check_side(node, *actor);
        }
        const xml::Attribute* head = node.attribute("head");
        if (head != nullptr && !head->value.empty() && !members.contains(head->value)) {
            diagnostics_.error("head-not-member", document_.where(head->value_at),
                               "the head " + quoted(head->value) + " is no member of the delegation",
                               "add <member actor=" + quoted(head->value) + "/>, or name one of its members");
        } else if (named.empty()) {
            diagnostics_.error("empty-delegation", document_.where(node.begin), "a delegation of nobody",
                               "add <member actor=\"...\"/> or <possible actor=\"...\"/>, or make it a <party> of the "
                               "event");
        }
    }

    void member(const xml::Node& delegation, const xml::Attribute& actor) {
        const std::string event = value(delegation, "event");
        if (absent_.contains({event, actor.value})) {
            diagnostics_.error("absent-member", document_.where(actor.value_at),
                               quoted(actor.value) + " is absent from the event " + quoted(event) +
                                   " and a member of a delegation there",
                               "keep one of the two");
        }
        const auto [first, is_first] = delegation_of_.try_emplace({event, actor.value}, value(delegation, "id"));
        if (!is_first) {
            diagnostics_.warning("twice-delegated", document_.where(actor.value_at),
                                 quoted(actor.value) + " is in two delegations at the event " + quoted(event) +
                                     ", here and in " + quoted(first->second),
                                 "keep one of the two");
        }
    }

    void check_side(const xml::Node& delegation, const xml::Attribute& actor) {
        const auto found = side_of_.find(actor.value);
        const std::string side = value(delegation, "side");
        if (found != side_of_.end() && !side.empty() && !found->second.empty() && found->second != side) {
            diagnostics_.warning("other-side", document_.where(actor.value_at),
                                 quoted(actor.value) + " is counted with " + quoted(found->second) +
                                     ", the delegation with " + quoted(side),
                                 "is one of the two sides wrong?");
        }
    }

    const xml::Document& document_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::string> side_of_;
    std::set<std::pair<std::string, std::string>> absent_;                     ///< event and actor
    std::map<std::pair<std::string, std::string>, std::string> delegation_of_; ///< the first, by event and actor
};

} // namespace

void check_delegations(const xml::Document& document, Diagnostics& diagnostics) {
    DelegationCheck(document, diagnostics).run();
}

} // namespace demarche
