#include "model/dossier_print.hpp"

#include "base/colour.hpp"
#include "base/number.hpp"
#include "base/utf8.hpp"
#include "model/dossier_fields.hpp"
#include "model/dossier_schema.hpp"

#include <algorithm>

namespace demarche {
namespace {

constexpr std::size_t kColumns = 120;

std::string escaped(std::string_view text, bool in_attribute) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += in_attribute ? ">" : "&gt;";
            break;
        case '"':
            result += in_attribute ? "&quot;" : "\"";
            break;
        case '\n':
            result += "&#10;";
            break;
        case '\r':
            result += "&#13;";
            break;
        case '\t':
            result += "&#9;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

/// What a value is in canonical form; "" where it says nothing that is not meant anyway.
std::string canonical_value(const std::string& value, const AttributeRule& rule) {
    std::string plain = value;
    if (rule.kind == ValueKind::text || rule.kind == ValueKind::references || rule.kind == ValueKind::event_types ||
        xml::is_blank(value)) {
        plain = xml::collapse_blanks(value);
    } else if (rule.kind == ValueKind::number) {
        const auto number = parse_integer(value);
        plain = number ? std::to_string(*number) : value;
    } else if (rule.kind == ValueKind::colour) {
        const auto colour = parse_colour(value);
        plain = colour ? to_text(*colour) : value;
    }
    return plain == rule.fallback ? std::string() : plain;
}

/// A child and how it stands to the one before.
struct Item {
    const xml::Node* node = nullptr;
    bool blank_before = false;
    bool same_line = false; ///< a comment behind what it is about
};

/// An element with the comments that belong to it; or the comments behind the last element.
struct Unit {
    std::vector<Item> items;
    std::size_t rank = 0;
};

bool is_aside(const xml::Node& node) {
    return node.kind == xml::NodeKind::comment || node.kind == xml::NodeKind::instruction;
}

/// The children of an element that holds elements, in canonical order.
std::vector<Item> ordered_children(const xml::Node& node, const ElementRule& rule, bool parts_children) {
    std::vector<Unit> units;
    Unit open;             // comments whose element is still to come
    bool first = true;     // nothing but text yet
    std::size_t lines = 0; // line ends since the last node
    for (const xml::Node& child : node.children) {
        if (child.kind == xml::NodeKind::text) {
            lines += static_cast<std::size_t>(std::count(child.text.begin(), child.text.end(), '\n'));
            continue;
        }
        const Item item{&child, lines > 1, is_aside(child) && lines == 0 && !first};
        lines = 0;
        first = false;
        if (item.same_line && open.items.empty() && !units.empty()) {
            units.back().items.push_back(item);
            continue;
        }
        open.items.push_back(item);
        if (!is_aside(child)) {
            open.rank = rule.child(child.name);
            open.items.front().blank_before |= parts_children;
            units.push_back(std::move(open));
            open = {};
        }
    }
    std::stable_sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.rank < b.rank; });
    units.push_back(std::move(open));
    std::vector<Item> ordered;
    for (const Unit& unit : units) {
        ordered.insert(ordered.end(), unit.items.begin(), unit.items.end());
    }
    return ordered;
}

/// Columns of an indentation.
std::size_t width_of(std::string_view indent) {
    constexpr std::size_t kTab = 4;
    std::size_t width = 0;
    for (const char c : indent) {
        width += c == '\t' ? kTab : 1;
    }
    return width;
}

class Printer {
public:
    Printer(std::string_view source, const PrintLayout& layout) : source_(source), layout_(layout) {}

    std::string print(const xml::Node& element) {
        print_element(element, 0);
        return std::move(out_);
    }

    std::string print(const xml::Document& document) {
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        const xml::Node* last = nullptr;
        const auto put = [&](const xml::Node& node) {
            const bool apart = last != nullptr && node.begin.line > last->end.line + 1;
            out_ += apart ? "\n" : "";
            print_node(node, 0);
            out_ += "\n";
            last = &node;
        };
        std::for_each(document.before.begin(), document.before.end(), put);
        put(document.root);
        std::for_each(document.after.begin(), document.after.end(), put);
        return std::move(out_);
    }

private:
    void print_node(const xml::Node& node, std::size_t depth) {
        switch (node.kind) {
        case xml::NodeKind::comment:
            out_ += "<!--" + node.text + "-->";
            break;
        case xml::NodeKind::instruction:
            out_ += "<?" + node.name + (node.text.empty() ? "" : " ") + node.text + "?>";
            break;
        case xml::NodeKind::text:
            break; // printed with its element
        case xml::NodeKind::element:
            print_element(node, depth);
            break;
        }
    }

    void print_element(const xml::Node& node, std::size_t depth) {
        const ElementRule* rule = element_rule(node.name);
        if (rule == nullptr || holds_what_is_not_foreseen(node, *rule)) {
            print_as_written(node);
            return;
        }
        const std::string words = xml::collapse_blanks(node.content());
        const std::vector<Item> items =
            words.empty() ? ordered_children(node, *rule, node.name == "dossier") : std::vector<Item>();
        const bool empty = words.empty() && items.empty();
        print_tag(node, *rule, depth, empty ? "/>" : ">");
        if (empty) {
            return;
        }
        out_ += escaped(words, false);
        for (const Item& item : items) {
            if (item.same_line) {
                out_ += " ";
            } else {
                out_ += item.blank_before && &item != &items.front() ? layout_.line_end : "";
                begin_line(depth + 1);
            }
            print_node(*item.node, depth + 1);
        }
        if (!items.empty()) {
            begin_line(depth);
        }
        out_ += "</" + node.name + ">";
    }

    void begin_line(std::size_t depth) {
        if (!layout_.one_line) {
            out_ += layout_.line_end + indent(depth);
        }
    }

    [[nodiscard]] std::string indent(std::size_t depth) const {
        std::string text = layout_.indent;
        for (; depth > 0; --depth) {
            text += layout_.step;
        }
        return text;
    }

    /// Text where none belongs, or something beside the words of an element of words.
    static bool holds_what_is_not_foreseen(const xml::Node& node, const ElementRule& rule) {
        const bool has_words = !xml::is_blank(node.content());
        if (rule.content == Content::words || rule.content == Content::optional_words) {
            return std::any_of(node.children.begin(), node.children.end(),
                               [](const xml::Node& child) { return child.kind != xml::NodeKind::text; });
        }
        return has_words;
    }

    void print_as_written(const xml::Node& node) {
        const std::size_t length = node.end.offset - node.begin.offset;
        for (const char c : source_.substr(node.begin.offset, length)) {
            if (c != '\r') {
                out_ += c;
            }
        }
    }

    void print_tag(const xml::Node& node, const ElementRule& rule, std::size_t depth, std::string_view end) {
        const std::vector<std::string> attributes = printed_attributes(node, rule);
        const std::string before = indent(depth);
        const std::size_t indent_width = width_of(before);
        std::size_t width = indent_width + 1 + node.name.size() + end.size();
        for (const std::string& attribute : attributes) {
            width += 1 + count_code_points(attribute);
        }
        const bool wraps = width > kColumns && !layout_.one_line;
        const std::size_t first_column = indent_width + node.name.size() + 2;
        out_ += "<" + node.name;
        std::size_t column = first_column - 1;
        for (const std::string& attribute : attributes) {
            const bool last = &attribute == &attributes.back();
            const std::size_t length = count_code_points(attribute) + (last ? end.size() : 0);
            if (wraps && column >= first_column && column + 1 + length > kColumns) {
                out_ += layout_.line_end + before + std::string(node.name.size() + 2, ' ');
                column = first_column;
            } else {
                out_ += " ";
                ++column;
            }
            out_ += attribute;
            column += length;
        }
        out_ += end;
    }

    static std::vector<std::string> printed_attributes(const xml::Node& node, const ElementRule& rule) {
        std::vector<std::string> printed;
        const auto print = [&](const std::string& name, const std::string& value) {
            printed.push_back(print_attribute(name, value));
        };
        for (const AttributeRule& attribute_rule : rule.attributes) {
            if (const xml::Attribute* attribute = node.attribute(attribute_rule.name)) {
                const std::string value = canonical_value(attribute->value, attribute_rule);
                if (!value.empty() || attribute_rule.required) {
                    print(attribute->name, value);
                }
            }
        }
        for (const xml::Attribute& attribute : node.attributes) {
            if (rule.attribute(attribute.name) == nullptr) {
                print(attribute.name, attribute.value);
            }
        }
        return printed;
    }

    std::string_view source_;
    const PrintLayout& layout_;
    std::string out_;
};

} // namespace

std::string print_dossier(const xml::Document& document) {
    return Printer(document.source, PrintLayout{}).print(document);
}

std::string print_words(std::string_view words) {
    return escaped(words, false);
}

std::string print_attribute(const std::string& name, const std::string& value) {
    return name + "=\"" + escaped(value, true) + "\"";
}

std::string print_element(const xml::Node& element, const PrintLayout& layout) {
    return Printer({}, layout).print(element);
}

} // namespace demarche
