#pragma once
/// A Measurer with simple, exact widths: tests of layout need no fonts and can do the sums by hand.
///
/// Every code point is half an em wide (bold: 0.6 em), combining marks (U+0300 to U+036F) and
/// zero-width characters take nothing, CJK (U+2E80 to U+9FFF, U+AC00 to U+D7A3) a whole em.
/// Ascent 0.9 em, descent 0.2 em, cap height 0.7 em, x-height 0.5 em.

#include "base/utf8.hpp"
#include "text/measurer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::tests {

class FixedMeasurer final : public text::Measurer {
public:
    [[nodiscard]] double width(std::string_view text, const Font& font) const override {
        return width(decode(text), font);
    }

    [[nodiscard]] text::FontMetrics metrics(const Font& font) const override {
        return {0.9 * font.size, 0.2 * font.size, 0.7 * font.size, 0.5 * font.size};
    }

    /// Breaks at blanks, and inside a word where it is wider than the line.
    [[nodiscard]] std::vector<text::Line>
    wrap(std::string_view text, const Font& font, double max_width) const override {
        std::vector<text::Line> lines;
        std::u32string line;
        std::size_t begin = 0; // of the line, in bytes of the text
        const auto flush = [&] {
            const std::u32string shown = trimmed(line);
            lines.push_back({encode_utf8(shown), width(shown, font), begin, begin + encode_utf8(shown).size()});
            begin += encode_utf8(line).size();
            line.clear();
        };
        for (const std::u32string& word : words(decode(text))) {
            if (!line.empty() && width(line + trimmed(word), font) > max_width) {
                flush();
            }
            for (const char32_t c : word) {
                if (c != U' ' && !line.empty() && width(line + c, font) > max_width) {
                    flush();
                }
                line += c;
            }
        }
        flush();
        return lines;
    }

private:
    static std::u32string decode(std::string_view text) {
        std::u32string points = decode_utf8(text);
        for (char32_t& c : points) {
            c = c < U' ' ? U' ' : c;
        }
        return points;
    }

    static std::u32string trimmed(std::u32string word) {
        while (!word.empty() && word.back() == U' ') {
            word.pop_back();
        }
        return word;
    }

    /// Words with the blanks that follow them.
    static std::vector<std::u32string> words(const std::u32string& text) {
        std::vector<std::u32string> result;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (result.empty() || (text[i] != U' ' && text[i - 1] == U' ')) {
                result.emplace_back();
            }
            result.back() += text[i];
        }
        return result;
    }

    static double width(const std::u32string& text, const Font& font) {
        double ems = 0;
        for (const char32_t c : text) {
            const bool nothing = (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || // marks of direction too
                                 (c >= 0x2066 && c <= 0x2069);
            const bool wide = (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
            ems += nothing ? 0 : wide ? 1 : font.bold ? 0.6 : 0.5;
        }
        return ems * font.size;
    }
};

} // namespace demarche::tests
