#include "extract/paragraphs.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

/// The widest that mail programs and agencies wrap at.
constexpr std::size_t kWidest = 132;
constexpr std::size_t kNarrowest = 40;

/// How far a full line may end before the width, beside the word that did not fit.
constexpr std::size_t kSlack = 8;

struct Line {
    std::size_t begin = 0; ///< of its first character that is no blank
    std::size_t end = 0;   ///< behind its last one
    std::size_t indent = 0;
    std::size_t first_word = 0; ///< bytes

    [[nodiscard]] bool blank() const { return begin == end; }

    [[nodiscard]] std::size_t width() const { return indent + end - begin; }
};

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::vector<Line> lines_of(std::string_view text, Span part) {
    std::vector<Line> lines;
    for (std::size_t at = part.begin; at < part.end;) {
        const std::size_t line_end = std::min<std::size_t>(text.find('\n', at), part.end);
        Line line;
        line.begin = at;
        line.end = line_end;
        while (line.begin < line.end && is_blank(text[line.begin])) {
            ++line.begin;
        }
        while (line.end > line.begin && is_blank(text[line.end - 1])) {
            --line.end;
        }
        line.indent = line.begin - at;
        const std::size_t word_end = text.substr(line.begin, line.end - line.begin).find_first_of(" \t");
        line.first_word = std::min(word_end, line.end - line.begin);
        lines.push_back(line);
        at = line_end + 1;
    }
    return lines;
}

bool begins_low(std::string_view text, const Line& line) {
    return text[line.begin] >= 'a' && text[line.begin] <= 'z';
}

bool ends_sentence(std::string_view text, const Line& line) {
    const char last = text[line.end - 1];
    return last == '.' || last == '!' || last == '?' || last == '"' || last == ':';
}

/// The width that the lines were wrapped at; 0: they were not.
std::size_t wrapped_at(std::string_view text, const std::vector<Line>& lines) {
    std::size_t widest = 0;
    std::size_t inner = 0; // line ends between two lines
    std::size_t low = 0;   // of those, before a small letter
    for (std::size_t i = 0; i < lines.size(); ++i) {
        widest = std::max(widest, lines[i].width());
        if (i > 0 && !lines[i].blank() && !lines[i - 1].blank()) {
            ++inner;
            low += begins_low(text, lines[i]) && !ends_sentence(text, lines[i - 1]) ? 1 : 0;
        }
    }
    const bool wrapped = widest >= kNarrowest && widest <= kWidest && low >= 2 && low * 4 >= inner;
    return wrapped ? widest : 0;
}

/// Whether `line` goes on in `next`, neither blank.
bool goes_on(std::string_view text, const Line& line, const Line& next, std::size_t width) {
    if (begins_low(text, next) && !ends_sentence(text, line)) {
        return width > 0 || line.width() > kNarrowest / 2;
    }
    // An indented line begins a paragraph.
    return width > 0 && next.indent <= line.indent && line.width() + 1 + next.first_word + kSlack > width;
}

} // namespace

std::vector<Span> paragraphs(std::string_view text, Span part) {
    const std::vector<Line> lines = lines_of(text, part);
    const std::size_t width = wrapped_at(text, lines);
    std::vector<Span> spans;
    const Line* before = nullptr;
    for (const Line& line : lines) {
        if (line.blank()) {
            before = nullptr;
            continue;
        }
        if (before != nullptr && goes_on(text, *before, line, width)) {
            spans.back().end = static_cast<std::uint32_t>(line.end);
        } else {
            spans.push_back({static_cast<std::uint32_t>(line.begin), static_cast<std::uint32_t>(line.end)});
        }
        before = &line;
    }
    return spans;
}

} // namespace demarche::extract
