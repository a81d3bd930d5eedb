/// The source line below a chart, and the source numbers in it.

#include "base/utf8.hpp"
#include "compose/frame.hpp"
#include "compose/kept_words.hpp"

#include <algorithm>
#include <string_view>

namespace demarche::compose {

namespace {

/// Distance from the text to its numbers and their rise above its baseline, in ems of the numbers' type.
constexpr double kNumbersGap = 0.5;
constexpr double kNumbersRise = 0.5;

/// A stretch of a longer text and where it leads.
struct Run {
    std::string text;
    std::string link;
    std::string target = {};
};

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The part of [span] that line [line] holds, without blanks at its ends; empty where there is none.
Span shared_part(const std::string& text, Span span, Span line) {
    Span part{std::max(span.begin, line.begin), std::min(span.end, line.end)};
    const std::string_view kept_blank = kKeptBlank;
    const auto rest = [&] { return std::string_view(text).substr(part.begin, part.end - part.begin); };
    while (part.begin < part.end && (rest().front() == ' ' || rest().starts_with(kept_blank))) {
        part.begin += rest().front() == ' ' ? 1 : kept_blank.size();
    }
    while (part.begin < part.end && (rest().back() == ' ' || rest().ends_with(kept_blank))) {
        part.end -= rest().back() == ' ' ? 1 : kept_blank.size();
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
            const std::string before = drawn(all.substr(on_line.begin, part.begin - on_line.begin));
            const std::string words = drawn(all.substr(part.begin, part.end - part.begin));
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
                                        runs[i].link,
                                        spans[i].begin >= on_line.begin ? runs[i].target : std::string()});
            set += measurer.width(words, font);
        }
        at.y += font.size * style.line_spacing;
    }
    if (!items.empty()) {
        std::get<scene::Text>(items.back()).continues = false;
    }
    return items;
}

/// The words of a source, its number kept beside what follows and its day on one line.
std::string whole_parts(const view::Source& source, const DatePrinter& dates, const Template& style) {
    std::string words = source_words(source, dates, style);
    const std::string day = source.published.empty() ? "" : printed_day(source.published, dates);
    if (const std::size_t at = words.rfind(day); !day.empty() && at != std::string::npos) {
        words.replace(at, day.size(), kept(day));
    }
    if (const std::size_t blank = words.find(' '); blank != std::string::npos) {
        words.replace(blank, 1, kKeptBlank);
    }
    return words;
}

std::vector<Run> source_runs(const view::Sources& sources,
                             const std::vector<std::string>& notes,
                             const std::string& as_of,
                             const std::string& locale,
                             const Template& style) {
    const DatePrinter dates(locale);
    std::vector<Run> runs;
    for (const view::Source& source : sources.list) {
        runs.push_back({runs.empty() ? style.phrase(sources.list.size() == 1 ? "source" : "sources") + " "
                                     : std::string(kKeptBlank) + "· ",
                        {}});
        runs.push_back({whole_parts(source, dates, style), source.link, source_target(source.number)});
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
        // Not a run of its own: it has no blank before it, and a reader with other faces may set the words wider.
        runs.back().text += ".";
    }
    std::vector<std::string> sentences = notes;
    if (!as_of.empty()) {
        sentences.push_back(kept(style.phrase("as-of", {{"date", printed_day(as_of, dates)}})));
    }
    for (const std::string& sentence : sentences) {
        runs.push_back({(runs.empty() ? "" : " ") + sentence, {}});
    }
    return runs;
}

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

std::string printed_day(const std::string& iso, const DatePrinter& dates) {
    const auto parsed = parse_edtf(iso);
    const Edtf* date = std::get_if<Edtf>(&parsed);
    return date == nullptr ? iso : dates.words(*date);
}

std::string source_target(int number) {
    return "source-" + std::to_string(number);
}

std::string became_of(ArticleStatus status, const Template& style) {
    switch (status) {
    case ArticleStatus::stands:
        break;
    case ArticleStatus::corrected:
        return style.phrase("article-corrected");
    case ArticleStatus::retracted:
        return style.phrase("article-retracted");
    }
    return {};
}

std::string source_words(const view::Source& source, const DatePrinter& dates, const Template& style) {
    std::vector<std::string> parts;
    const auto kept = [&style](const std::string& name) {
        return style.right_to_left ? name : kept_left_to_right(name);
    };
    if (!source.outlet.empty()) {
        parts.push_back(kept(source.outlet));
    }
    if (!source.title.empty()) {
        parts.push_back(kept(style.phrase("headline", {{"title", source.title}})));
    }
    if (!source.published.empty()) {
        parts.push_back(printed_day(source.published, dates));
    }
    if (source.outlet.empty() && source.title.empty()) {
        parts.insert(parts.begin(), source.article);
    }
    if (parts.empty()) {
        return std::to_string(source.number);
    }
    parts.front() = style.within(parts.front()); // one part alone is no list yet
    if (const std::string became = became_of(source.status, style); !became.empty()) {
        parts.push_back(became);
    }
    return std::to_string(source.number) + " " + listed(parts, style);
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
        text.link = source == nullptr ? "" : "#" + source_target(source->number);
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
