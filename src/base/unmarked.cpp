#include "base/unmarked.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <utility>

namespace demarche {
namespace {

constexpr std::array<std::pair<char32_t, char32_t>, 12> kUnmarked{{{U'ł', U'l'},
                                                                   {U'Ł', U'L'},
                                                                   {U'ø', U'o'},
                                                                   {U'Ø', U'O'},
                                                                   {U'đ', U'd'},
                                                                   {U'Đ', U'D'},
                                                                   {U'ı', U'i'},
                                                                   {U'ħ', U'h'},
                                                                   {U'ð', U'd'},
                                                                   {U'ə', U'a'},
                                                                   {U'’', U'\''},
                                                                   {U'ʻ', U'\''}}};

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

std::string without_marks(std::string_view utf8) {
    if (is_ascii(utf8)) {
        return std::string(utf8);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString decomposed =
        nfd == nullptr
            ? icu::UnicodeString()
            : nfd->normalize(icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())}), status);
    std::string bytes;
    decomposed.toUTF8String(bytes);
    std::u32string kept;
    for (const char32_t c : decode_utf8(bytes)) {
        if (c >= 0x300 && c < 0x370) {
            continue;
        }
        const auto* found =
            std::find_if(kUnmarked.begin(), kUnmarked.end(), [&](const auto& p) { return p.first == c; });
        kept += found == kUnmarked.end() ? c : found->second;
    }
    return encode_utf8(kept);
}

} // namespace demarche
