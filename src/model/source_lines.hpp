#pragma once
/// How the text of an XML file is set: its line ends, its indentation, where its tags end.

#include "base/xml.hpp"

#include <cstddef>
#include <string>

namespace demarche {

/// The document outlives it.
class SourceLines {
public:
    explicit SourceLines(const xml::Document& document);

    /// The file's first: "\n", "\r\n" or "\r"; "\n" where it has none.
    [[nodiscard]] const std::string& line_end() const { return line_end_; }

    /// By how much the first indented child of an element is indented; two spaces where none is.
    [[nodiscard]] const std::string& step() const { return step_; }

    /// Whether nothing but blanks stands ahead of the node on its line.
    [[nodiscard]] bool begins_line(const xml::Node& node) const;
    /// The blanks at the begin of the node's line.
    [[nodiscard]] std::string indent(const xml::Node& node) const;
    /// Whether nothing but blanks goes on from the offset to the end of its line.
    [[nodiscard]] bool ends_line(std::size_t offset) const;
    /// Line ends between two offsets.
    [[nodiscard]] std::size_t breaks_between(std::size_t begin, std::size_t end) const;
    /// What stands between two neighbours on one line; "" where they are on several.
    [[nodiscard]] std::string gap_on_line(const xml::Node& first, const xml::Node& second) const;

    /// Offset of the quotation mark that ends the value.
    [[nodiscard]] std::size_t value_end(const xml::Attribute& attribute) const;
    /// Offset just behind the last attribute of an element, or behind its name.
    [[nodiscard]] std::size_t attributes_end(const xml::Node& element) const;
    /// Offset just behind the start tag.
    [[nodiscard]] std::size_t start_tag_end(const xml::Node& element) const;

private:
    /// Where the line of an offset begins, a byte order mark passed over.
    [[nodiscard]] std::size_t line_begin(std::size_t offset) const;
    void find_step(const xml::Node& element);

    const std::string& source_;
    std::string line_end_ = "\n";
    std::string step_;
};

} // namespace demarche
