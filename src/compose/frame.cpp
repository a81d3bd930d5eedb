#include "compose/frame.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace demarche::compose {

namespace {

constexpr double kRuleWidth = 0.75;
/// From the rule to the middle of the first row of the legend, in ems of the legend's type.
constexpr double kLegendDrop = 1.45;
/// Between a sample and its words, and between two entries, in ems.
constexpr double kSampleGap = 0.55;
constexpr double kEntryGap = 1.8;

double line_distance(const Font& font, const Template& style) {
    return font.size * style.line_spacing;
}

/// A stretch of a longer text and where it leads.
struct Run {
    std::string text;
    std::string link;
};

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The part of [span] that line [line] holds, without blanks at its ends; empty where there is none.
Span shared_part(const std::string& text, Span span, Span line) {
    Span part{std::max(span.begin, line.begin), std::min(span.end, line.end)};
    while (part.begin < part.end && text[part.begin] == ' ') {
        ++part.begin;
    }
    while (part.begin < part.end && text[part.end - 1] == ' ') {
        --part.end;
    }
    return part;
}

/// Runs set one after the other and wrapped as one text: an item for every run on every line.
std::vector<scene::Item> flow(const std::vector<Run>& runs,
                              const Font& font,
                              Colour colour,
                              Point at,
                              double width,
                              const Template& style,
                              const text::Measurer& measurer) {
    std::string all;
    std::vector<Span> spans;
    for (const Run& run : runs) {
        spans.push_back({all.size(), all.size() + run.text.size()});
        all += run.text;
    }
    const text::FontMetrics metrics = measurer.metrics(font);
    std::vector<scene::Item> items;
    for (const text::Line& line : measurer.wrap(all, font, width)) {
        double set = at.x;
        const Span on_line{line.begin, line.end};
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const Span part = shared_part(all, spans[i], on_line);
            if (part.begin >= part.end) {
                continue;
            }
            const std::string before = all.substr(on_line.begin, part.begin - on_line.begin);
            const std::string words = all.substr(part.begin, part.end - part.begin);
            // Letters that join or reorder are wider apart than together: never before what is set already.
            set = std::max(set, at.x + (before.empty() ? 0 : measurer.width(before, font)));
            items.push_back(scene::Text{{set, at.y},
                                        words,
                                        font,
                                        colour,
                                        scene::Anchor::start,
                                        measurer.width(words, font),
                                        metrics.ascent,
                                        metrics.descent,
                                        true,
                                        runs[i].link});
            set += measurer.width(words, font);
        }
        at.y += line_distance(font, style);
    }
    if (!items.empty()) {
        std::get<scene::Text>(items.back()).continues = false;
    }
    return items;
}

std::vector<Run> source_runs(const view::Sources& sources,
                             const std::vector<std::string>& notes,
                             const std::string& as_of,
                             const std::string& locale,
                             const Template& style) {
    const DatePrinter dates(locale);
    std::vector<Run> runs;
    for (const view::Source& source : sources.list) {
        runs.push_back(
            {runs.empty() ? style.phrase(sources.list.size() == 1 ? "source" : "sources") + " " : " · ", {}});
        runs.push_back({source_words(source, dates, style), source.url});
    }
    for (const std::vector<int>& group : sources.shared) {
        std::vector<std::string> numbers;
        numbers.reserve(group.size());
        for (const int number : group) {
            numbers.push_back(std::to_string(number));
        }
        runs.push_back({" " + style.phrase("shared-text", {{"numbers", joined(numbers, style)}}), {}});
    }
    if (!runs.empty()) {
        runs.push_back({".", {}});
    }
    std::vector<std::string> sentences = notes;
    if (!as_of.empty()) {
        sentences.push_back(style.phrase("as-of", {{"date", printed_day(as_of, dates)}}));
    }
    for (const std::string& sentence : sentences) {
        runs.push_back({(runs.empty() ? "" : " ") + sentence, {}});
    }
    return runs;
}

} // namespace

std::string printed_day(const std::string& iso, const DatePrinter& dates) {
    const auto parsed = parse_edtf(iso);
    const Edtf* date = std::get_if<Edtf>(&parsed);
    return date == nullptr ? iso : dates.words(*date);
}

namespace {

/// Names written from right to left end with a mark that keeps what follows them, a comma and a date, on
/// their right (U+200E, Unicode Bidirectional Algorithm).
std::string kept_left_to_right(const std::string& name) {
    const std::u32string points = decode_utf8(name);
    const bool right_to_left = std::any_of(points.begin(), points.end(), [](char32_t c) {
        return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
    });
    return right_to_left ? name + "\u200E" : name;
}

} // namespace

std::string source_words(const view::Source& source, const DatePrinter& dates, const Template& style) {
    std::vector<std::string> parts;
    if (!source.outlet.empty()) {
        parts.push_back(kept_left_to_right(source.outlet));
    }
    if (!source.title.empty()) {
        parts.push_back(kept_left_to_right(style.phrase("headline", {{"title", source.title}})));
    }
    if (!source.published.empty()) {
        parts.push_back(printed_day(source.published, dates));
    }
    if (source.outlet.empty() && source.title.empty()) {
        parts.insert(parts.begin(), source.article);
    }
    std::string words = std::to_string(source.number);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        words += (i == 0 ? " " : ", ") + parts[i];
    }
    return words;
}

std::string joined(const std::vector<std::string>& parts, const Template& style) {
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            words += i + 1 == parts.size() ? " " + style.phrase("and") + " " : ", ";
        }
        words += parts[i];
    }
    return words;
}

scene::Text text_item(const std::string& text,
                      const Font& font,
                      Colour colour,
                      Point at,
                      scene::Anchor anchor,
                      const text::Measurer& measurer) {
    const text::FontMetrics metrics = measurer.metrics(font);
    return {at, text, font, colour, anchor, measurer.width(text, font), metrics.ascent, metrics.descent, false, {}};
}

std::vector<scene::Item> text_lines(const std::vector<text::Line>& lines,
                                    const Font& font,
                                    Colour colour,
                                    Point at,
                                    scene::Anchor anchor,
                                    const Template& style,
                                    const text::Measurer& measurer) {
    const text::FontMetrics metrics = measurer.metrics(font);
    std::vector<scene::Item> items;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        items.push_back(scene::Text{at,
                                    lines[i].text,
                                    font,
                                    colour,
                                    anchor,
                                    lines[i].width,
                                    metrics.ascent,
                                    metrics.descent,
                                    i + 1 < lines.size(),
                                    {}});
        at.y += line_distance(font, style);
    }
    return items;
}

Block title_block(const std::string& title,
                  const std::string& subtitle,
                  const Template& style,
                  const text::Measurer& measurer,
                  double top) {
    const double width = style.width - 2 * style.margin;
    scene::Mark mark{"title", scene::Role::heading, {}, {}, {}, {}};
    double y = top;
    const auto set = [&](const std::string& words, const Font& font, Colour colour) {
        if (words.empty()) {
            return;
        }
        const text::FontMetrics metrics = measurer.metrics(font);
        const auto lines = measurer.wrap(words, font, width);
        const auto items =
            text_lines(lines, font, colour, {style.margin, y + metrics.ascent}, scene::Anchor::start, style, measurer);
        mark.items.insert(mark.items.end(), items.begin(), items.end());
        y += metrics.ascent + metrics.descent + static_cast<double>(lines.size() - 1) * line_distance(font, style);
    };
    set(title, style.title, style.ink);
    if (!title.empty() && !subtitle.empty()) {
        y += 0.25 * style.subtitle.size;
    }
    set(subtitle, style.subtitle, style.muted);
    Block block;
    block.height = y - top;
    if (!mark.items.empty()) {
        block.marks.push_back(std::move(mark));
    }
    return block;
}

Block legend_block(const std::vector<LegendEntry>& entries,
                   const Template& style,
                   const text::Measurer& measurer,
                   double top) {
    Block block;
    if (entries.empty()) {
        return block;
    }
    const Font& font = style.legend;
    const text::FontMetrics metrics = measurer.metrics(font);
    const double left = style.margin;
    const double right = style.width - style.margin;
    scene::Mark rule{"legend-rule", scene::Role::decoration, {}, {}, {}, {}};
    rule.items.push_back(scene::Path{
        {{scene::PathSegment::Kind::move, {left, top}, {}, {}}, {scene::PathSegment::Kind::line, {right, top}, {}, {}}},
        {},
        scene::Stroke{style.rule, kRuleWidth, 1, {}}});
    block.marks.push_back(std::move(rule));

    scene::Mark legend{"legend", scene::Role::legend, style.phrase("legend"), {}, {}, {}};
    const double row = std::max(1.75 * font.size, 2 * style.mark_radius + 0.5 * font.size);
    double x = left;
    double y = top + kLegendDrop * font.size;
    for (const LegendEntry& entry : entries) {
        const double indent = entry.width + kSampleGap * font.size;
        if (x > left && x + indent + measurer.width(entry.words, font) > right) {
            x = left;
            y += row;
        }
        const auto lines = measurer.wrap(entry.words, font, right - x - indent);
        auto items = entry.draw(x, y);
        const auto words = text_lines(lines, font, style.muted, {x + indent, y + metrics.cap_height / 2},
                                      scene::Anchor::start, style, measurer);
        legend.items.insert(legend.items.end(), items.begin(), items.end());
        legend.items.insert(legend.items.end(), words.begin(), words.end());
        double widest = 0;
        for (const text::Line& line : lines) {
            widest = std::max(widest, line.width);
        }
        // Only an entry wider than the page has more than one line, and it stands alone.
        y += static_cast<double>(lines.size() - 1) * line_distance(font, style);
        x += indent + widest + kEntryGap * font.size;
    }
    block.marks.push_back(std::move(legend));
    block.height = y + row / 2 - top;
    return block;
}

Block source_block(const view::Sources& sources,
                   const std::vector<std::string>& notes,
                   const std::string& as_of,
                   const std::string& locale,
                   const Template& style,
                   const text::Measurer& measurer,
                   double top) {
    Block block;
    const std::vector<Run> runs = source_runs(sources, notes, as_of, locale, style);
    if (runs.empty()) {
        return block;
    }
    const text::FontMetrics metrics = measurer.metrics(style.note);
    scene::Mark mark{"sources", scene::Role::note, {}, {}, {}, {}};
    mark.items = flow(runs, style.note, style.muted, {style.margin, top + metrics.ascent},
                      style.width - 2 * style.margin, style, measurer);
    for (const scene::Item& item : mark.items) {
        block.height = std::max(block.height, scene::bounds(item).bottom - top);
    }
    block.marks.push_back(std::move(mark));
    return block;
}

namespace {

/// Distance from the text to its numbers and their rise above its baseline, in ems of the numbers' type.
constexpr double kNumbersGap = 0.5;
constexpr double kNumbersRise = 0.5;

} // namespace

std::vector<scene::Item> source_numbers(const std::vector<int>& numbers,
                                        const view::Sources& sources,
                                        Point at,
                                        const Template& style,
                                        const text::Measurer& measurer) {
    const Font& font = style.source_number;
    std::vector<scene::Item> items;
    double x = at.x + kNumbersGap * font.size;
    const double y = at.y - kNumbersRise * font.size;
    for (const std::string& words : view::printed_numbers(numbers)) {
        scene::Text text = text_item(words, font, style.muted, {x, y}, scene::Anchor::start, measurer);
        // A range leads to its first source.
        const view::Source* source = sources.source(std::stoi(words));
        text.link = source == nullptr ? "" : source->url;
        x += text.width + measurer.width(" ", font);
        items.emplace_back(std::move(text));
    }
    return items;
}

double source_numbers_width(const std::vector<int>& numbers, const Template& style, const text::Measurer& measurer) {
    const Font& font = style.source_number;
    double width = 0;
    for (const std::string& words : view::printed_numbers(numbers)) {
        width += (width > 0 ? measurer.width(" ", font) : kNumbersGap * font.size) + measurer.width(words, font);
    }
    return width;
}

} // namespace demarche::compose
