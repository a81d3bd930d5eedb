#pragma once
/// What a dossier may hold: every element and attribute, once, for the reader, the writer and the formatter.
/// docs/dossier.md and docs/dossier.rng say the same to people and to editors; a test compares the three.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// What the value of an attribute is. An empty value is as if the attribute were left out.
enum class ValueKind {
    text,        ///< words; white space is collapsed
    id,          ///< [A-Za-z_][A-Za-z0-9_.-]*, unique in the file
    reference,   ///< the id of a `target` element
    references,  ///< ids of `target` elements, separated by white space
    edtf,        ///< a date, docs/dates.md
    day,         ///< YYYY-MM-DD
    number,      ///< a whole number from `least` to `most`
    choice,      ///< one of `choices`
    event_types, ///< some of `choices`, separated by white space
    cameo,       ///< two to four digits
    colour,      ///< #rrggbb
    url,         ///< http or https
    language,    ///< a BCP 47 tag
    file,        ///< a path inside the dossier's folder
};

struct AttributeRule {
    std::string_view name;
    ValueKind kind = ValueKind::text;
    bool required = false;
    std::string_view target = {};                    ///< of references: the element they name
    std::vector<std::string> (*choices)() = nullptr; ///< of choices
    std::string_view fallback = {};                  ///< the value meant where there is none
    long long least = 0;
    long long most = 0;
};

/// Labels and quotations have at most so many bytes.
inline constexpr std::size_t kLongestWords = 10'000;

enum class Content {
    nothing,
    words,          ///< text, white space collapsed, never empty
    optional_words, ///< text that may be missing
    elements,
};

struct ChildRule {
    std::string_view name;
    bool once = false;
};

/// One element. Attributes and children stand in canonical order.
struct ElementRule {
    std::string_view name;
    Content content = Content::nothing;
    std::span<const AttributeRule> attributes = {};
    std::span<const ChildRule> children = {};

    [[nodiscard]] const AttributeRule* attribute(std::string_view attribute_name) const;
    /// The place among the children, children.size() if it may not stand here.
    [[nodiscard]] std::size_t child(std::string_view child_name) const;
};

/// Every element, the root first.
std::span<const ElementRule> element_rules();
/// The rule of an element, or null.
const ElementRule* element_rule(std::string_view name);
/// Whether text is an id.
bool is_id(std::string_view text);

} // namespace demarche
