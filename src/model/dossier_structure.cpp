#include "model/dossier_structure.hpp"

#include "model/dossier_schema.hpp"
#include "model/dossier_values.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <map>

namespace demarche {
namespace {

std::string tag(std::string_view name) {
    // A name can be as long as a file: cut like every other quotation, in the brackets it is known by.
    const std::string words = quoted(name);
    return "<" + words.substr(1, words.size() - 2) + ">";
}

template <class Rules>
std::vector<std::string> names(const Rules& rules) {
    std::vector<std::string> result;
    for (const auto& rule : rules) {
        result.emplace_back(rule.name);
    }
    return result;
}

/// The elements that may hold an element of this name.
std::vector<std::string> homes(std::string_view name) {
    std::vector<std::string> result;
    for (const ElementRule& rule : element_rules()) {
        if (rule.child(name) < rule.children.size()) {
            result.push_back(tag(rule.name));
        }
    }
    return result;
}

std::string attribute_hint(const xml::Attribute& attribute, const ElementRule& rule) {
    if (rule.child(attribute.name) < rule.children.size()) {
        const bool is_role = attribute.name == "role";
        return "it is an element of its own in " + tag(rule.name) + ": <" + attribute.name +
               (is_role ? " title=" + quoted(attribute.value) + "/>" : ">");
    }
    return rule.attributes.empty() ? "it has none" : advice(attribute.name, names(rule.attributes));
}

/// How somebody is named in a place where <actor> may not stand; empty elsewhere.
std::string actor_hint(const xml::Node& child, const ElementRule& rule) {
    if (child.name != "actor" || (rule.name != "event" && rule.name != "delegation")) {
        return {};
    }
    const xml::Attribute* id = child.attribute("id");
    const std::string who = id == nullptr ? "\"...\"" : quoted(id->value);
    return "write <" + std::string(rule.name == "event" ? "party" : "member") + " actor=" + who + "/>";
}

class StructureCheck {
public:
    StructureCheck(const xml::Document& document, Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    void element(const xml::Node& node, const ElementRule& rule) {
        attributes(node, rule);
        children(node, rule);
        if (rule.content == Content::words || rule.content == Content::optional_words) {
            words(node, rule);
        }
    }

private:
    void attributes(const xml::Node& node, const ElementRule& rule) {
        for (const xml::Attribute& attribute : node.attributes) {
            if (const AttributeRule* attribute_rule = rule.attribute(attribute.name)) {
                check_value(document_, attribute, *attribute_rule, diagnostics_);
            } else {
                report("unknown-attribute", attribute.name_at,
                       tag(rule.name) + " has no attribute " + quoted(attribute.name), attribute_hint(attribute, rule));
            }
        }
        for (const AttributeRule& attribute_rule : rule.attributes) {
            const xml::Attribute* attribute = node.attribute(attribute_rule.name);
            if (attribute_rule.required && (attribute == nullptr || xml::is_blank(attribute->value))) {
                report("missing-attribute", attribute == nullptr ? node.begin : attribute->name_at,
                       tag(rule.name) + (attribute == nullptr ? " has no " : " has an empty ") +
                           std::string(attribute_rule.name),
                       "add " + std::string(attribute_rule.name) + "=\"...\"");
            }
        }
    }

    void children(const xml::Node& node, const ElementRule& rule) {
        std::map<std::string, std::size_t> first_line;
        for (const xml::Node& child : node.children) {
            if (child.kind == xml::NodeKind::text) {
                text(child, rule);
            } else if (child.kind == xml::NodeKind::element) {
                const std::size_t place = rule.child(child.name);
                if (place == rule.children.size()) {
                    stranger(child, rule);
                    continue;
                }
                const auto [first, is_first] = first_line.emplace(child.name, child.begin.line);
                if (rule.children[place].once && !is_first) {
                    report("repeated-element", child.begin, "a second " + tag(child.name) + " in " + tag(rule.name),
                           "the first stands in line " + std::to_string(first->second));
                }
                element(child, *element_rule(child.name));
            }
        }
    }

    void words(const xml::Node& node, const ElementRule& rule) {
        const std::string content = node.content();
        if (rule.content == Content::words && xml::is_blank(content)) {
            report("empty-element", node.begin, tag(rule.name) + " holds no words",
                   "write them, or delete the element");
        } else if (const auto fault = fault_of_words(content)) {
            report(fault->code, node.begin, tag(rule.name) + fault->message, fault->hint);
        }
    }

    void text(const xml::Node& node, const ElementRule& rule) {
        const bool wanted = rule.content == Content::words || rule.content == Content::optional_words;
        if (!wanted && !xml::is_blank(node.text)) {
            report("stray-text", node.begin, "text in " + tag(rule.name) + ": " + quoted(node.text),
                   "delete it, or make it a comment <!-- -->");
        }
    }

    /// An element that may not stand here: its insides are not looked at.
    void stranger(const xml::Node& child, const ElementRule& rule) {
        if (const auto places = homes(child.name); !places.empty()) {
            const std::string actor = actor_hint(child, rule);
            report("misplaced-element", child.begin, tag(child.name) + " cannot stand in " + tag(rule.name),
                   actor.empty() ? "it stands in " + joined(places) : actor);
            return;
        }
        report("unknown-element", child.begin, "no element " + tag(child.name),
               rule.children.empty() ? tag(rule.name) + " holds no elements"
                                     : advice(child.name, names(rule.children)));
    }

    void report(const char* code, const xml::Position& at, std::string message, std::string hint) {
        diagnostics_.error(code, document_.where(at), std::move(message), std::move(hint));
    }

    const xml::Document& document_;
    Diagnostics& diagnostics_;
};

} // namespace

bool is_dossier(const xml::Document& document, Diagnostics& diagnostics) {
    const bool is = document.root.name == element_rules()[0].name;
    if (!is) {
        diagnostics.error("no-dossier", document.where(document.root.begin),
                          "the root element is " + tag(document.root.name) + ", not <dossier>",
                          "a dossier begins with <dossier title=\"...\">");
    }
    return is;
}

void check_structure(const xml::Document& document, Diagnostics& diagnostics) {
    StructureCheck(document, diagnostics).element(document.root, element_rules()[0]);
}

} // namespace demarche
