#include "base/xml.hpp"

#include "base/utf8.hpp"
#include "base/xml_builder.hpp"
#include "base/xml_cursor.hpp"

#include <string>
#include <utility>

namespace demarche::xml {
namespace {

std::string code_point_name(unsigned char byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return std::string("U+00") + kDigits[byte >> 4U] + kDigits[byte & 15U];
}

/// What can be said of the bytes before any parsing: encoding, characters that XML does not have.
std::optional<Refusal> refuse_bytes(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes) {
        return Refusal{0, "too-large",
                       "the file has " + std::to_string(text.size()) + " bytes, more than the " +
                           std::to_string(limits.bytes) + " allowed",
                       "split it"};
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return Refusal{0, "invalid-encoding", "the file is in UTF-16", "save it as UTF-8"};
    }
    if (const auto bad = first_invalid_utf8(text)) {
        return Refusal{*bad, "invalid-encoding", "not valid UTF-8", "save the file as UTF-8"};
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && kBlanks.find(text[i]) == std::string_view::npos) {
            return Refusal{i, "control-character",
                           "control character " + code_point_name(byte) + ", which XML does not allow", "delete it"};
        }
        // U+FFFE and U+FFFF.
        if (byte == 0xEF && text.substr(i, 2) == "\xEF\xBF" && static_cast<unsigned char>(text[i + 2]) >= 0xBE) {
            return Refusal{i, "control-character", "a code point that is not a character", "delete it"};
        }
    }
    if (is_blank(text.substr(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0))) {
        return Refusal{0, "not-well-formed", "the file is empty", "it needs a root element"};
    }
    return std::nullopt;
}

/// Bytes of source text that the reference at its start takes, and bytes of UTF-8 that it stands for.
std::pair<std::size_t, std::size_t> reference_lengths(std::string_view raw) {
    const std::size_t written = raw.find(';') + 1;
    if (raw.substr(0, 2) != "&#") {
        return {written, 1};
    }
    const bool hexadecimal = raw[2] == 'x';
    const std::string digits(raw.substr(hexadecimal ? 3 : 2, written - (hexadecimal ? 4 : 3)));
    const auto code_point = static_cast<char32_t>(std::stoul(digits, nullptr, hexadecimal ? 16 : 10));
    return {written, encode_utf8(std::u32string(1, code_point)).size()};
}

} // namespace

const Attribute* Node::attribute(std::string_view attribute_name) const {
    for (const Attribute& candidate : attributes) {
        if (candidate.name == attribute_name) {
            return &candidate;
        }
    }
    return nullptr;
}

std::string Node::content() const {
    std::string text_of_children;
    for (const Node& child : children) {
        if (child.kind == NodeKind::text) {
            text_of_children += child.text;
        }
    }
    return text_of_children;
}

SourcePosition Document::where(const Position& position) const {
    return {file, position.line, position.column};
}

SourcePosition Document::where(const Attribute& attribute, std::size_t offset) const {
    return ValueCursor(*this, attribute).to(offset);
}

ValueCursor::ValueCursor(const Document& document, const Attribute& attribute)
    : document_(document), at_(attribute.value_at) {}

SourcePosition ValueCursor::to(std::size_t offset) {
    const std::string_view source = document_.source;
    while (decoded_ < offset && at_.offset < source.size()) {
        const std::string_view rest = source.substr(at_.offset);
        std::pair<std::size_t, std::size_t> lengths{1, 1}; // in the source, in the value
        if (rest[0] == '&') {
            lengths = reference_lengths(rest);
        } else if (rest.starts_with("\r\n")) {
            lengths = {2, 1};
        }
        decoded_ += lengths.second;
        for (std::size_t i = 0; i < lengths.first; ++i) {
            if (rest[i] == '\n') {
                ++at_.line;
                at_.column = 1;
            } else if (!is_continuation(rest[i])) {
                ++at_.column;
            }
        }
        at_.offset += lengths.first;
    }
    return document_.where(at_);
}

std::optional<Document>
parse(std::string text, const std::string& file, Diagnostics& diagnostics, const Limits& limits) {
    Document document;
    document.file = file;
    document.source = std::move(text);
    auto refusal = refuse_bytes(document.source, limits);
    if (!refusal) {
        refusal = build(document, limits);
    }
    if (refusal) {
        const Position at = Cursor(document.source).to(refusal->offset);
        diagnostics.error(refusal->code, document.where(at), refusal->message, refusal->hint);
        return std::nullopt;
    }
    return document;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

std::string collapse_blanks(std::string_view text) {
    std::string result;
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;) {
        const std::size_t end = text.find_first_of(kBlanks, at);
        if (!result.empty()) {
            result += ' ';
        }
        result += text.substr(at, end == std::string_view::npos ? end : end - at);
        at = text.find_first_not_of(kBlanks, end == std::string_view::npos ? text.size() : end);
    }
    return result;
}

} // namespace demarche::xml
