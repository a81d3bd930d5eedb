#include "compose/kept_words.hpp"

#include <string_view>

namespace demarche::compose {

namespace {

/// More lines are a text, not a title: they are left as they come.
constexpr std::size_t kMostEvenLines = 3;
constexpr int kHalvings = 8;

std::string replaced(const std::string& text, std::string_view from, std::string_view to) {
    std::string result;
    std::size_t at = 0;
    for (std::size_t found = text.find(from); found != std::string::npos; found = text.find(from, at)) {
        result.append(text, at, found - at).append(to);
        at = found + from.size();
    }
    return result.append(text, at, std::string::npos);
}

} // namespace

std::string kept(const std::string& words) {
    return replaced(words, " ", kKeptBlank);
}

std::string with_kept_dots(const std::string& words) {
    return replaced(words, " · ", std::string(kKeptBlank) + "· ");
}

std::string drawn(const std::string& words) {
    return replaced(words, kKeptBlank, " ");
}

std::vector<text::Line>
wrap_kept(const std::string& words, const Font& font, double width, const text::Measurer& measurer) {
    std::vector<text::Line> lines = measurer.wrap(words, font, width);
    for (text::Line& line : lines) {
        if (line.text.find(kKeptBlank) != std::string::npos) {
            line.text = drawn(line.text);
            line.width = measurer.width(line.text, font);
        }
    }
    return lines;
}

std::vector<text::Line>
wrap_evenly(const std::string& words, const Font& font, double width, const text::Measurer& measurer) {
    std::vector<text::Line> lines = wrap_kept(words, font, width, measurer);
    if (lines.size() < 2 || lines.size() > kMostEvenLines) {
        return lines;
    }
    double too_narrow = width / 2;
    double enough = width;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (too_narrow + enough) / 2;
        std::vector<text::Line> narrower = wrap_kept(words, font, middle, measurer);
        if (narrower.size() == lines.size()) {
            lines = std::move(narrower);
            enough = middle;
        } else {
            too_narrow = middle;
        }
    }
    return lines;
}

} // namespace demarche::compose
