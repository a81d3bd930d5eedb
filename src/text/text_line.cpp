#include "text/text_line.hpp"

#include <array>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace demarche::text {

namespace {

constexpr UChar32 kReplacement = 0xFFFD;
constexpr std::string_view kSoftHyphen = "\u00AD";

bool counts_as_blank(UChar32 c) {
    return c < 0x20 || c == ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

bool xml_cannot_hold(UChar32 c) {
    return c == 0xFFFE || c == 0xFFFF;
}

/// `each(bytes, at)` is called with the clean bytes of one character and its place in `text`.
template <class Each>
void clean(std::string_view text, const Each& each) {
    bool after_blank = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        UChar32 c = 0;
        U8_NEXT(text.data(), at, text.size(), c);
        if (c < 0 || xml_cannot_hold(c)) {
            c = kReplacement;
        }
        const bool blank = counts_as_blank(c);
        if (!blank || !after_blank) {
            std::array<char, U8_MAX_LENGTH> bytes{};
            std::size_t length = 0;
            U8_APPEND_UNSAFE(bytes.data(), length, (blank ? ' ' : c));
            each(std::string_view(bytes.data(), length), begin);
        }
        after_blank = blank;
    }
}

} // namespace

std::string clean_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    clean(text, [&](std::string_view bytes, std::size_t /*at*/) {
        if (bytes != kSoftHyphen) {
            out += bytes;
        }
    });
    return out;
}

std::string clean_paragraph(std::string_view text, std::vector<std::size_t>& offsets) {
    std::string out;
    offsets.clear();
    clean(text, [&](std::string_view bytes, std::size_t at) {
        out += bytes;
        offsets.insert(offsets.end(), bytes.size(), at);
    });
    offsets.push_back(text.size());
    return out;
}

std::string_view trim_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool reads_right_to_left(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, text.size(), c);
        const UCharDirection direction = c < 0 ? U_OTHER_NEUTRAL : u_charDirection(c);
        if (direction == U_LEFT_TO_RIGHT) {
            return false;
        }
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) {
            return true;
        }
    }
    return false;
}

std::string embed_right_to_left(std::string_view text) {
    if (!reads_right_to_left(text)) {
        return std::string(text);
    }
    return "\u202B" + std::string(text) + "\u202C";
}

bool needs_other_faces(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, text.size(), c);
        UErrorCode status = U_ZERO_ERROR;
        switch (c < 0x250 ? USCRIPT_LATIN : uscript_getScript(c, &status)) {
        case USCRIPT_COMMON:
        case USCRIPT_INHERITED:
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_CYRILLIC:
        case USCRIPT_HEBREW:
            break;
        default:
            return true;
        }
    }
    return false;
}

} // namespace demarche::text
