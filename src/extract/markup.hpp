#pragma once
/// HTML and XML of strangers as a flat tree (libxml2, which recovers from what is broken).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

struct MarkupAttribute {
    std::string name; ///< without its prefix; in lower case in HTML
    std::string value;
};

/// One element or one run of text. The nodes stand in the order of the document: those below a node are the ones from
/// behind it to its `end`.
struct MarkupNode {
    std::string name; ///< without its prefix; in lower case in HTML; empty: text
    std::string text; ///< of a run of text
    std::vector<MarkupAttribute> attributes;
    std::uint32_t parent = 0;
    std::uint32_t end = 0;

    /// The value; empty where there is none.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// Never empty: nodes[0] stands for the document.
struct Markup {
    std::vector<MarkupNode> nodes;

    /// The first node of that name in [from, to), or `to`.
    [[nodiscard]] std::uint32_t find(std::string_view name, std::uint32_t from, std::uint32_t to) const;
    /// The text below a node, blanks collapsed.
    [[nodiscard]] std::string text_of(std::uint32_t node) const;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes.size()); }
};

/// REQUIRES: UTF-8. Never fails: what cannot be read is left out. Entities that a file declares are not expanded,
/// nothing is fetched; what is nested deeper than 1,000 elements ends the reading; of a tag the first 500 attributes
/// are read.
Markup parse_html(std::string_view text);
Markup parse_xml(std::string_view text);

/// Runs of blanks become one space; none at the ends.
std::string collapsed(std::string_view text);

} // namespace demarche::extract
