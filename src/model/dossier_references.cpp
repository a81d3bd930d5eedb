#include "model/dossier_references.hpp"

#include "model/dossier_fields.hpp"
#include "model/dossier_schema.hpp"
#include "model/wording.hpp"

#include <map>
#include <set>

namespace demarche {
namespace {

struct Named {
    std::string element;
    std::size_t line = 0;
    bool rejected = false;
};

bool is_rejected(const xml::Node& node) {
    const xml::Attribute* review = node.attribute("review");
    return review != nullptr && review->value == kRejected;
}

class ReferenceCheck {
public:
    ReferenceCheck(const xml::Document& document, Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    void collect(const xml::Node& node) {
        const ElementRule* rule = element_rule(node.name);
        const xml::Attribute* id = node.attribute("id");
        if (rule != nullptr && rule->attribute("id") != nullptr && id != nullptr && !xml::is_blank(id->value)) {
            const auto [first, is_first] =
                ids_.emplace(id->value, Named{node.name, node.begin.line, is_rejected(node)});
            if (is_first) {
                ids_of_[node.name].push_back(id->value);
            } else {
                diagnostics_.error("duplicate-id", document_.where(id->value_at),
                                   "the id " + quoted(id->value) + " stands twice",
                                   "the <" + first->second.element + "> in line " + std::to_string(first->second.line) +
                                       " has it too");
            }
        }
        for (const xml::Node& child : elements(node)) {
            collect(child);
        }
    }

    void resolve(const xml::Node& node) {
        const bool outer = inside_rejected_;
        inside_rejected_ = outer || is_rejected(node);
        const ElementRule* rule = element_rule(node.name);
        for (const xml::Attribute& attribute : node.attributes) {
            const AttributeRule* attribute_rule = rule == nullptr ? nullptr : rule->attribute(attribute.name);
            if (attribute_rule != nullptr && attribute_rule->kind == ValueKind::reference &&
                !xml::is_blank(attribute.value)) {
                resolve_one(node, attribute, attribute_rule->target, attribute.value,
                            document_.where(attribute.value_at));
            } else if (attribute_rule != nullptr && attribute_rule->kind == ValueKind::references) {
                resolve_list(node, attribute, attribute_rule->target);
            }
        }
        for (const xml::Node& child : elements(node)) {
            resolve(child);
        }
        inside_rejected_ = outer;
    }

private:
    /// The children that the rules allow: what stands where it may not has been reported, once.
    static std::vector<std::reference_wrapper<const xml::Node>> elements(const xml::Node& node) {
        std::vector<std::reference_wrapper<const xml::Node>> result;
        const ElementRule* rule = element_rule(node.name);
        for (const xml::Node& child : node.children) {
            if (child.kind == xml::NodeKind::element && rule != nullptr &&
                rule->child(child.name) < rule->children.size()) {
                result.emplace_back(child);
            }
        }
        return result;
    }

    void resolve_list(const xml::Node& node, const xml::Attribute& attribute, std::string_view target) {
        std::set<std::string> seen;
        std::size_t at = 0;
        xml::ValueCursor cursor(document_, attribute);
        for (const std::string& id : split_list(attribute.value)) {
            at = attribute.value.find(id, at);
            if (seen.insert(id).second) {
                resolve_one(node, attribute, target, id, cursor.to(at));
            } else {
                diagnostics_.error("repeated-reference", cursor.to(at),
                                   quoted(id) + " stands twice in " + attribute.name);
            }
            at += id.size();
        }
    }

    void resolve_one(const xml::Node& node,
                     const xml::Attribute& attribute,
                     std::string_view target,
                     const std::string& id,
                     const SourcePosition& where) {
        const std::string kind(target);
        const auto found = ids_.find(id);
        if (found == ids_.end()) {
            diagnostics_.error("unknown-" + kind, where, "no " + kind + " " + quoted(id), advice_on(id, kind));
        } else if (found->second.element != kind) {
            diagnostics_.error("unknown-" + kind, where, "no " + kind + " " + quoted(id),
                               "line " + std::to_string(found->second.line) + " gives that id to a <" +
                                   found->second.element + ">");
        } else if (const xml::Attribute* own = node.attribute("id"); own != nullptr && own->value == id) {
            diagnostics_.error("self-reference", where,
                               attribute.name + " of " + quoted(id) + " names " + quoted(id) + " itself");
        } else if (found->second.rejected && !inside_rejected_) {
            diagnostics_.error("rejected-reference", where,
                               "the " + kind + " " + quoted(id) + " is rejected (line " +
                                   std::to_string(found->second.line) + ")",
                               "take it out here, or reject this too");
        }
    }

    /// Comparing with every id takes its time: where a whole file has gone wrong, only the first get advice.
    std::string advice_on(const std::string& id, const std::string& kind) {
        constexpr std::size_t kMostAdvised = 100;
        return ++advised_ > kMostAdvised ? std::string() : id_advice(id, ids_of_[kind]);
    }

    const xml::Document& document_;
    Diagnostics& diagnostics_;
    std::size_t advised_ = 0;
    bool inside_rejected_ = false;
    std::map<std::string, Named> ids_;
    std::map<std::string, std::vector<std::string>> ids_of_; ///< by element, in the order of the file
};

} // namespace

void check_references(const xml::Document& document, Diagnostics& diagnostics) {
    ReferenceCheck check(document, diagnostics);
    check.collect(document.root);
    check.resolve(document.root);
}

} // namespace demarche
