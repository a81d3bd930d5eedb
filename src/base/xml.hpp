#pragma once
/// Strict reading of XML files (dossiers, templates) into a small tree that knows where everything stands.
///
/// Stricter than XML 1.0 asks: UTF-8 only (a byte order mark is accepted), no DTD, no entities but the five
/// of XML and character references, limits on size, depth and number of elements. Namespaces mean nothing:
/// `a:b` is a name. Built on expat, because it checks what other parsers let through; the source of the
/// rules is "Extensible Markup Language (XML) 1.0 (Fifth Edition)".

#include "base/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::xml {

/// A place in the source text. Line and column count from 1, columns count code points; `offset` counts
/// bytes from 0, a byte order mark included.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t offset = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

struct Attribute {
    std::string name;
    std::string value; ///< references replaced; a tab or line end is a space, as XML has it
    Position name_at;
    Position value_at; ///< the first character inside the quotation marks
};

enum class NodeKind { element, text, comment, instruction };

/// One node. Text next to text is one node, CDATA sections included; text between elements is kept, blank or not.
struct Node {
    NodeKind kind = NodeKind::element;
    std::string name;                  ///< of an element; the target of a processing instruction
    std::string text;                  ///< of text, a comment, a processing instruction
    Position begin;                    ///< text: its first character that is not white space
    Position end;                      ///< just behind the node
    std::vector<Attribute> attributes; ///< in the order written
    std::vector<Node> children;        ///< never deeper than Limits::depth, so recursion is safe

    [[nodiscard]] const Attribute* attribute(std::string_view attribute_name) const;
    /// The text of the node's own text children, joined.
    [[nodiscard]] std::string content() const;
};

/// A file that was well-formed.
struct Document {
    std::string file;
    std::string source;
    std::vector<Node> before; ///< comments and processing instructions ahead of the root
    Node root;
    std::vector<Node> after; ///< and behind it

    [[nodiscard]] SourcePosition where(const Position& position) const;
    /// The place of the byte `offset` of an attribute's value (value.size(): the closing quotation mark).
    [[nodiscard]] SourcePosition where(const Attribute& attribute, std::size_t offset) const;
};

/// Walks forward through the value of an attribute, so that a long list is walked once.
class ValueCursor {
public:
    ValueCursor(const Document& document, const Attribute& attribute);

    /// As Document::where. REQUIRES: no less an offset than the call before.
    SourcePosition to(std::size_t offset);

private:
    const Document& document_;
    Position at_;
    std::size_t decoded_ = 0; ///< bytes of the value before at_
};

struct Limits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t depth = 64;
    std::size_t elements = 1'000'000;
    std::size_t value_bytes = std::size_t{1} << 20; ///< of one attribute
};

/// Parses one file's text; `file` names it in diagnostics. nullopt, and one error with its place and a hint,
/// where it is not well-formed or beyond a limit: after the first such error the rest means nothing.
std::optional<Document>
parse(std::string text, const std::string& file, Diagnostics& diagnostics, const Limits& limits = {});

/// XML's own white space.
inline constexpr std::string_view kBlanks = " \t\r\n";

/// Whether there is nothing but white space of XML's.
bool is_blank(std::string_view text);
/// Runs of XML's white space become one space; none at the ends.
std::string collapse_blanks(std::string_view text);

} // namespace demarche::xml
