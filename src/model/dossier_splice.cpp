#include "model/dossier_splice.hpp"

#include "base/xml.hpp"
#include "model/dossier_fields.hpp"
#include "model/dossier_print.hpp"
#include "model/dossier_schema.hpp"
#include "model/dossier_structure.hpp"
#include "model/dossier_tree.hpp"
#include "model/source_lines.hpp"

#include <algorithm>
#include <map>

namespace demarche {
namespace {

/// Bytes of the source that give way to others.
struct Edit {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string text;
};

/// Children of one name that a parent is to get.
struct Extra {
    std::string name;
    std::vector<const xml::Node*> nodes;
};

/// Where among its parent's children something goes, and how it is set there.
struct Place {
    std::size_t offset = 0;
    bool own_lines = false;
    bool blank_line = false;
    bool first = false;    ///< ahead of all others: a blank line goes behind it
    std::string indent;    ///< of its own lines
    std::string separator; ///< on a line with others
};

using Nodes = std::vector<const xml::Node*>;

/// Elements and asides: all but the blanks between them.
Nodes solid_children(const xml::Node& node) {
    Nodes result;
    for (const xml::Node& child : node.children) {
        if (child.kind != xml::NodeKind::text) {
            result.push_back(&child);
        }
    }
    return result;
}

bool is_element(const xml::Node* node) {
    return node->kind == xml::NodeKind::element;
}

/// Children by name, in order. What is rejected stands in lists of its own in the model.
std::map<std::string, Nodes> grouped(const xml::Node& node) {
    std::map<std::string, Nodes> groups;
    for (const xml::Node& child : node.children) {
        if (child.kind == xml::NodeKind::element) {
            const xml::Attribute* review = child.attribute("review");
            groups[child.name + (review != nullptr && review->value == kRejected ? "!" : "")].push_back(&child);
        }
    }
    return groups;
}

class Splicer {
public:
    explicit Splicer(const xml::Document& document) : document_(document), lines_(document) {}

    std::string spliced(const Model& grown) {
        grow(document_.root, dossier_tree(grown));
        std::stable_sort(edits_.begin(), edits_.end(),
                         [](const Edit& a, const Edit& b) { return a.offset < b.offset; });
        std::string result;
        std::size_t at = 0;
        for (const Edit& edit : edits_) {
            result.append(document_.source, at, edit.offset - at);
            result += edit.text;
            at = edit.offset + edit.length;
        }
        result.append(document_.source, at);
        return result;
    }

private:
    void grow(const xml::Node& old, const xml::Node& wanted) {
        const ElementRule* rule = element_rule(old.name);
        if (rule == nullptr) {
            return;
        }
        for (const xml::Attribute& attribute : wanted.attributes) {
            if (const AttributeRule* attribute_rule = rule->attribute(attribute.name)) {
                grow_attribute(old, attribute, *attribute_rule);
            }
        }
        const auto old_groups = grouped(old);
        const auto wanted_groups = grouped(wanted);
        std::vector<Extra> extras;
        for (const ChildRule& child : rule->children) {
            for (const char* group : {"", "!"}) {
                const std::string key = std::string(child.name) + group;
                const auto have = old_groups.find(key);
                const auto want = wanted_groups.find(key);
                if (want == wanted_groups.end()) {
                    continue;
                }
                Extra extra{std::string(child.name), want->second};
                const std::size_t known = have == old_groups.end() ? 0 : have->second.size();
                const std::size_t paired = std::min(known, extra.nodes.size());
                for (std::size_t i = 0; i < paired; ++i) {
                    grow(*have->second[i], *extra.nodes[i]);
                }
                extra.nodes.erase(extra.nodes.begin(), extra.nodes.begin() + static_cast<std::ptrdiff_t>(paired));
                if (!extra.nodes.empty()) {
                    extras.push_back(std::move(extra));
                }
            }
        }
        if (!extras.empty()) {
            add_children(old, extras);
        }
    }

    void grow_attribute(const xml::Node& old, const xml::Attribute& wanted, const AttributeRule& rule) {
        if (xml::is_blank(wanted.value) || wanted.value == rule.fallback) {
            return;
        }
        const xml::Attribute* have = old.attribute(wanted.name);
        if (have == nullptr) {
            edits_.push_back({lines_.attributes_end(old), 0, " " + print_attribute(wanted.name, wanted.value)});
            return;
        }
        const std::size_t begin = have->value_at.offset;
        const std::size_t end = lines_.value_end(*have);
        if (xml::is_blank(have->value)) {
            const std::string printed = print_attribute(wanted.name, wanted.value);
            const std::size_t name = wanted.name.size() + 1;
            edits_.push_back({begin - 1, end - begin + 2, printed.substr(name)});
        } else if (rule.kind == ValueKind::references) {
            const std::vector<std::string> known = split_list(have->value);
            for (const std::string& id : split_list(wanted.value)) {
                if (std::find(known.begin(), known.end(), id) == known.end()) {
                    edits_.push_back({end, 0, " " + id});
                }
            }
        }
    }

    void add_children(const xml::Node& parent, const std::vector<Extra>& extras) {
        const std::size_t inside = lines_.start_tag_end(parent);
        if (inside == parent.end.offset) {
            open(parent, inside, extras);
            return;
        }
        const Nodes nodes = solid_children(parent);
        std::vector<std::pair<Place, std::string>> texts;
        for (const Extra& extra : extras) {
            const Place place = place_of(parent, nodes, extra.name);
            if (texts.empty() || texts.back().first.offset != place.offset) {
                texts.emplace_back(place, "");
            }
            texts.back().second += printed(extra, place);
        }
        for (auto& [place, text] : texts) {
            if (place.first && place.own_lines && place.blank_line) {
                text = text.substr(lines_.line_end().size()) + lines_.line_end();
            }
            // What is on lines of its own leaves the rest of the line one, too.
            if (place.own_lines && !lines_.ends_line(place.offset)) {
                const bool closes = document_.source.compare(place.offset, 2, "</") == 0;
                text += lines_.line_end() + (closes ? lines_.indent(parent) : place.indent);
            }
            edits_.push_back({place.offset, 0, std::move(text)});
        }
    }

    /// `<events/>` becomes `<events>...</events>`.
    void open(const xml::Node& parent, std::size_t end, const std::vector<Extra>& extras) {
        const bool own_lines = lines_.begins_line(parent) || is_section(parent) || is_root(parent);
        const Place place{end, own_lines, false, true, lines_.indent(parent) + lines_.step(), ""};
        std::string text = ">";
        for (const Extra& extra : extras) {
            text += printed(extra, place);
        }
        text += (own_lines ? lines_.line_end() + lines_.indent(parent) : "") + "</" + parent.name + ">";
        const std::size_t tag = lines_.attributes_end(parent);
        edits_.push_back({tag, end - tag, std::move(text)});
    }

    [[nodiscard]] std::string printed(const Extra& extra, const Place& place) const {
        const PrintLayout layout{place.indent, lines_.step(), lines_.line_end(), !place.own_lines};
        std::string text;
        for (const xml::Node* node : extra.nodes) {
            text += place.own_lines ? (place.blank_line ? lines_.line_end() : "") + lines_.line_end() + place.indent
                                    : place.separator;
            text += print_element(*node, layout);
        }
        return text;
    }

    [[nodiscard]] Place place_of(const xml::Node& parent, const Nodes& nodes, const std::string& name) const {
        const std::size_t none = nodes.size();
        const std::size_t anchor = anchor_of(parent, nodes, name);
        const bool alone = std::none_of(nodes.begin(), nodes.end(), is_element);
        const auto lined =
            std::find_if(nodes.begin(), nodes.end(), [&](const xml::Node* node) { return lines_.begins_line(*node); });
        Place place;
        place.blank_line = sets_blank_lines(parent, nodes);
        place.indent = lined == nodes.end() ? lines_.indent(parent) + lines_.step() : lines_.indent(**lined);
        place.own_lines =
            is_root(parent) || lined != nodes.end() || (alone && (lines_.begins_line(parent) || is_section(parent)));
        if (anchor == none) {
            place.offset = lines_.start_tag_end(parent);
            place.first = !alone;
            const std::size_t last = alone && !nodes.empty() ? nodes.size() - 1 : asides_behind(nodes, 0, place.offset);
            place.offset = last == none ? place.offset : nodes[last]->end.offset;
        } else {
            const bool like_others = nodes[anchor]->name == name && !is_root(parent);
            place.own_lines = like_others ? lines_.begins_line(*nodes[anchor]) : place.own_lines;
            place.indent = lines_.begins_line(*nodes[anchor]) ? lines_.indent(*nodes[anchor]) : place.indent;
            place.separator = anchor > 0 ? lines_.gap_on_line(*nodes[anchor - 1], *nodes[anchor]) : "";
            const std::size_t behind = asides_behind(nodes, anchor + 1, nodes[anchor]->end.offset);
            place.offset = nodes[behind == none ? anchor : behind]->end.offset;
        }
        return place;
    }

    /// The child that something called `name` goes behind; nodes.size(): ahead of all.
    static std::size_t anchor_of(const xml::Node& parent, const Nodes& nodes, const std::string& name) {
        const ElementRule& rule = *element_rule(parent.name);
        const std::size_t rank = rule.child(name);
        std::size_t best = nodes.size();
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (is_element(nodes[i]) && rule.child(nodes[i]->name) <= rank &&
                (best == nodes.size() || rule.child(nodes[i]->name) >= rule.child(nodes[best]->name))) {
                best = i;
            }
        }
        return best;
    }

    /// The last of the asides from `first` on that stand on the line of `offset`; nodes.size(): none.
    [[nodiscard]] std::size_t asides_behind(const Nodes& nodes, std::size_t first, std::size_t offset) const {
        std::size_t last = nodes.size();
        for (std::size_t i = first; i < nodes.size() && !is_element(nodes[i]); ++i) {
            if (lines_.breaks_between(offset, nodes[i]->begin.offset) > 0) {
                break;
            }
            last = i;
            offset = nodes[i]->end.offset;
        }
        return last;
    }

    /// Whether blank lines part the children. Comments stand close to what they are about.
    [[nodiscard]] bool sets_blank_lines(const xml::Node& parent, const Nodes& nodes) const {
        std::size_t gaps = 0;
        std::size_t blank = 0;
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            if (is_element(nodes[i - 1])) {
                ++gaps;
                blank += lines_.breaks_between(nodes[i - 1]->end.offset, nodes[i]->begin.offset) > 1 ? 1 : 0;
            }
        }
        return gaps == 0 ? is_root(parent) && !nodes.empty() : 2 * blank > gaps;
    }

    [[nodiscard]] bool is_root(const xml::Node& node) const { return &node == &document_.root; }

    [[nodiscard]] static bool is_section(const xml::Node& node) {
        const ElementRule* root = element_rule("dossier");
        return root->child(node.name) < root->children.size();
    }

    const xml::Document& document_;
    SourceLines lines_;
    std::vector<Edit> edits_;
};

} // namespace

std::optional<std::string>
splice_dossier(const std::string& dossier, const std::string& path, const Model& grown, Diagnostics& diagnostics) {
    const auto document = xml::parse(dossier, path, diagnostics);
    if (!document || !is_dossier(*document, diagnostics)) {
        return std::nullopt;
    }
    return Splicer(*document).spliced(grown);
}

} // namespace demarche
