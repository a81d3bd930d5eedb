#include "base/folding.hpp"

#include "base/diagnostic.hpp"
#include "base/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace demarche {
namespace {

/// Below this code point nothing combines with what stands before it, and NFC changes nothing.
constexpr char32_t kFirstCombining = 0x300;

/// The most code points that are composed as one. Putting marks in order takes the square of their number, and no
/// language puts more than a few on a letter: thirty is the limit of "Stream-Safe Text Format", Unicode UAX #15.
constexpr std::size_t kMostCombining = 30;

const icu::Normalizer2& nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0 || normalizer == nullptr) {
        throw Error(Exit::usage_or_system, {Severity::error, "no-icu-data", {}, "ICU has no data for NFC", {}});
    }
    return *normalizer;
}

/// A code point of UTF-8 and the bytes it took. REQUIRES: valid UTF-8.
struct Decoded {
    char32_t code_point = 0;
    std::size_t length = 1;
};

Decoded decode_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    const char32_t first = byte(0);
    if (first < 0x80) {
        return {first, 1};
    }
    if (first < 0xE0) {
        return {((first & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
    }
    if (first < 0xF0) {
        return {((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
    }
    return {((first & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU), 4};
}

bool vanishes(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x85 && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0);
}

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2E3A || c == 0x2E3B || c == 0xFE58 ||
           c == 0xFE63 || c == 0xFF0D;
}

/// ' and " for the quotation marks that stand for them; other code points as they are.
char32_t plain_quote(char32_t c) {
    switch (c) {
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x201A: // ‚
    case 0x201B: // ‛
    case 0x2032: // ′
    case 0x2039: // ‹
    case 0x203A: // ›
    case 0x02BC: // ʼ
    case 0xFF07: // ＇
        return '\'';
    case 0x201C: // “
    case 0x201D: // ”
    case 0x201E: // „
    case 0x201F: // ‟
    case 0x2033: // ″
    case 0x00AB: // «
    case 0x00BB: // »
    case 0xFF02: // ＂
        return '"';
    default:
        return c;
    }
}

} // namespace

/// Builds a Folded.
class Folder {
public:
    Folder(std::string_view source, Folded& out) : source_(source), out_(out), nfc_(nfc()) {
        out_.text_.reserve(source.size());
        out_.begin_.reserve(source.size());
        out_.end_.reserve(source.size());
    }

    void run() {
        for (std::size_t at = 0; at < source_.size();) {
            const Decoded first = decode_at(source_, at);
            std::size_t end = at + first.length;
            std::size_t combining = 0;
            while (end < source_.size() && combining < kMostCombining) {
                const Decoded next = decode_at(source_, end);
                if (next.code_point < kFirstCombining ||
                    nfc_.hasBoundaryBefore(static_cast<UChar32>(next.code_point)) != 0) {
                    break;
                }
                end += next.length;
                ++combining;
            }
            const bool composed = combining == 0 && (first.code_point < kFirstCombining ||
                                                     u_getIntPropertyValue(static_cast<UChar32>(first.code_point),
                                                                           UCHAR_NFC_QUICK_CHECK) == UNORM_YES);
            if (composed) {
                put(first.code_point, at, end);
            } else {
                put_composed(at, end);
            }
            at = end;
        }
    }

private:
    void put_composed(std::size_t begin, std::size_t end) {
        UErrorCode status = U_ZERO_ERROR;
        const auto raw =
            icu::UnicodeString::fromUTF8(icu::StringPiece(source_.data() + begin, static_cast<int32_t>(end - begin)));
        const icu::UnicodeString composed = nfc_.normalize(raw, status);
        for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
            put(static_cast<char32_t>(composed.char32At(i)), begin, end);
        }
    }

    void put(char32_t c, std::size_t begin, std::size_t end) {
        if (vanishes(c)) {
            return;
        }
        if (is_space(c)) {
            put_once(' ', begin, end);
        } else if (is_dash(c)) {
            put_once('-', begin, end);
        } else if (c == 0x2026) { // …
            for (int i = 0; i < 3; ++i) {
                push('.', begin, end);
            }
        } else {
            push(plain_quote(c), begin, end);
        }
    }

    /// One of a run: the one already there takes in the source of this one.
    void put_once(char32_t c, std::size_t begin, std::size_t end) {
        if (!out_.text_.empty() && out_.text_.back() == static_cast<char>(c)) {
            out_.end_.back() = static_cast<std::uint32_t>(end);
        } else {
            push(c, begin, end);
        }
    }

    void push(char32_t c, std::size_t begin, std::size_t end) {
        if (c < 0x80) {
            out_.text_ += static_cast<char>(c);
        } else {
            out_.text_ += encode_utf8(std::u32string_view(&c, 1));
        }
        out_.begin_.resize(out_.text_.size(), static_cast<std::uint32_t>(begin));
        out_.end_.resize(out_.text_.size(), static_cast<std::uint32_t>(end));
    }

    std::string_view source_;
    Folded& out_;
    const icu::Normalizer2& nfc_;
};

Folded::Folded(std::string_view utf8) {
    Folder(utf8, *this).run();
}

ByteRange Folded::origin(const ByteRange& range) const {
    return {begin_[range.begin], end_[range.end - 1]};
}

std::string fold(std::string_view utf8) {
    std::string text = Folded(utf8).text();
    if (text.starts_with(' ')) {
        text.erase(0, 1);
    }
    if (text.ends_with(' ')) {
        text.pop_back();
    }
    return text;
}

bool is_word_character(char32_t c) {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    const auto point = static_cast<UChar32>(c);
    return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

bool is_unspaced(char32_t c) {
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool cuts_a_word(std::string_view utf8, std::size_t at) {
    if (at == 0 || at >= utf8.size()) {
        return false;
    }
    std::size_t before = at - 1;
    while (before > 0 && is_continuation(utf8[before])) {
        --before;
    }
    const char32_t left = decode_at(utf8, before).code_point;
    const char32_t right = decode_at(utf8, at).code_point;
    return is_word_character(left) && is_word_character(right) && !is_unspaced(left) && !is_unspaced(right);
}

char32_t fold_case(char32_t c) {
    return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

} // namespace demarche
