#include "base/utf8.hpp"

#include <cstdint>

namespace demarche {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// One step through UTF-8: the bytes taken, and the code point or nothing where they are invalid.
struct Step {
    std::size_t bytes = 1;
    std::optional<char32_t> code_point;
};

/// What a lead byte promises: how many bytes follow, its own bits, and the range of the second byte
/// (The Unicode Standard, table 3-7).
struct Lead {
    std::size_t following = 0;
    char32_t bits = 0;
    std::uint8_t second_least = 0x80;
    std::uint8_t second_most = 0xBF;
};

std::optional<Lead> lead_of(std::uint8_t byte) {
    if (byte < 0x80) {
        return Lead{0, byte};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return Lead{1, static_cast<char32_t>(byte & 0x1F)};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        const std::uint8_t least = byte == 0xE0 ? 0xA0 : 0x80; // overlong forms
        const std::uint8_t most = byte == 0xED ? 0x9F : 0xBF;  // surrogates
        return Lead{2, static_cast<char32_t>(byte & 0x0F), least, most};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        const std::uint8_t least = byte == 0xF0 ? 0x90 : 0x80; // overlong forms
        const std::uint8_t most = byte == 0xF4 ? 0x8F : 0xBF;  // above U+10FFFF
        return Lead{3, static_cast<char32_t>(byte & 0x07), least, most};
    }
    return std::nullopt;
}

/// REQUIRES: at < bytes.size(). An invalid step takes the longest valid beginning, at least one byte.
Step step(std::string_view bytes, std::size_t at) {
    const std::optional<Lead> lead = lead_of(static_cast<std::uint8_t>(bytes[at]));
    if (!lead) {
        return {1, std::nullopt};
    }
    char32_t code_point = lead->bits;
    for (std::size_t i = 1; i <= lead->following; ++i) {
        if (at + i >= bytes.size()) {
            return {i, std::nullopt};
        }
        const auto byte = static_cast<std::uint8_t>(bytes[at + i]);
        const std::uint8_t least = i == 1 ? lead->second_least : 0x80;
        const std::uint8_t most = i == 1 ? lead->second_most : 0xBF;
        if (byte < least || byte > most) {
            return {i, std::nullopt};
        }
        code_point = (code_point << 6) | (byte & 0x3FU);
    }
    return {lead->following + 1, code_point};
}

void append(std::string& out, char32_t c) {
    const auto tail = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = kReplacement;
    }
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6));
        out += tail(c);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12));
        out += tail(c >> 6);
        out += tail(c);
    } else {
        out += static_cast<char>(0xF0U | (c >> 18));
        out += tail(c >> 12);
        out += tail(c >> 6);
        out += tail(c);
    }
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Step taken = step(bytes, at);
        if (!taken.code_point) {
            return at;
        }
        at += taken.bytes;
    }
    return std::nullopt;
}

std::u32string decode_utf8(std::string_view bytes) {
    std::u32string code_points;
    code_points.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Step taken = step(bytes, at);
        code_points += taken.code_point.value_or(kReplacement);
        at += taken.bytes;
    }
    return code_points;
}

std::string encode_utf8(std::u32string_view code_points) {
    std::string bytes;
    bytes.reserve(code_points.size());
    for (const char32_t c : code_points) {
        append(bytes, c);
    }
    return bytes;
}

std::size_t count_code_points(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); at += step(bytes, at).bytes) {
        ++count;
    }
    return count;
}

std::string printable(std::string_view bytes) {
    std::u32string code_points = decode_utf8(bytes);
    for (char32_t& c : code_points) {
        const bool white = c == U'\n' || c == U'\r' || c == U'\t';
        const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
        const bool line_end = c == 0x2028 || c == 0x2029;
        const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (white || line_end) {
            c = U' ';
        } else if (control || direction) {
            c = kReplacement;
        }
    }
    return encode_utf8(code_points);
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return std::string(text);
    }
    std::size_t cut = bytes;
    while (cut > 0 && is_continuation(text[cut])) {
        --cut;
    }
    return std::string(text.substr(0, cut)) + "…";
}

} // namespace demarche
