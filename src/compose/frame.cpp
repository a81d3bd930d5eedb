#include "compose/frame.hpp"

#include "compose/kept_words.hpp"

#include <algorithm>
#include <iterator>

namespace demarche::compose {

namespace {

constexpr double kRuleWidth = 0.75;
/// From the rule to the middle of the first row of the legend, in ems of the legend's type.
constexpr double kLegendDrop = 1.45;
/// Between a sample and its words, and between two entries, in ems.
constexpr double kSampleGap = 0.55;
constexpr double kEntryGap = 1.8;

/// Which entries begin a row, where rows are as long as `limit` allows.
std::vector<std::size_t> rows_within(const std::vector<double>& widths, double gap, double limit) {
    std::vector<std::size_t> begins{0};
    double x = widths.front() + gap;
    for (std::size_t i = 1; i < widths.size(); ++i) {
        if (x + widths[i] > limit) {
            begins.push_back(i);
            x = 0;
        }
        x += widths[i] + gap;
    }
    return begins;
}

/// The same, as few rows as there can be; where the last would hold a single entry, of about the same length.
std::vector<std::size_t>
legend_rows(const std::vector<LegendEntry>& entries, const Font& font, const text::Measurer& measurer, double limit) {
    std::vector<double> widths;
    widths.reserve(entries.size());
    for (const LegendEntry& entry : entries) {
        widths.push_back(entry.width + kSampleGap * font.size + measurer.width(entry.words, font));
    }
    const double gap = kEntryGap * font.size;
    std::vector<std::size_t> begins = rows_within(widths, gap, limit);
    const std::size_t rows = begins.size();
    if (rows == 1 || begins.back() + 1 < widths.size()) {
        return begins;
    }
    const auto steps = static_cast<int>(limit / 2 / font.size);
    for (int step = 1; step <= steps; ++step) {
        std::vector<std::size_t> even = rows_within(widths, gap, limit - step * font.size);
        if (even.size() > rows) {
            break;
        }
        begins = std::move(even);
    }
    return begins;
}

double line_distance(const Font& font, const Template& style) {
    return font.size * style.line_spacing;
}

} // namespace

std::string joined(const std::vector<std::string>& parts, const Template& style) {
    if (parts.size() < 2) {
        return parts.empty() ? std::string() : parts.front();
    }
    std::string words = style.within(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        words = style.joint(i + 1 == parts.size() ? "list-last" : "list-middle", words, parts[i]);
    }
    return words;
}

std::string listed(const std::vector<std::string>& parts, const Template& style) {
    if (parts.size() < 2) {
        return parts.empty() ? std::string() : parts.front();
    }
    std::string words = style.within(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        words = style.joint("list-middle", words, parts[i]);
    }
    return words;
}

std::string dotted(const std::vector<std::string>& parts, const Template& style) {
    std::vector<std::string> said;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(said),
                 [](const std::string& part) { return !part.empty(); });
    if (said.size() < 2) {
        return said.empty() ? std::string() : said.front();
    }
    std::string words;
    for (const std::string& part : said) {
        words += (words.empty() ? "" : " · ") + style.within(part);
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
        const auto lines = wrap_evenly(words, font, width, measurer);
        const auto items =
            text_lines(lines, font, colour, {style.margin, y + metrics.ascent}, scene::Anchor::start, style, measurer);
        mark.items.insert(mark.items.end(), items.begin(), items.end());
        y += metrics.ascent + metrics.descent + static_cast<double>(lines.size() - 1) * line_distance(font, style);
    };
    set(title, style.title, style.ink);
    if (!title.empty() && !subtitle.empty()) {
        y += 0.25 * style.subtitle.size;
    }
    set(with_kept_dots(subtitle), style.subtitle, style.muted);
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
    const std::vector<std::size_t> begins = legend_rows(entries, font, measurer, right - left);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const LegendEntry& entry = entries[i];
        const double indent = entry.width + kSampleGap * font.size;
        if (i > 0 && std::ranges::find(begins, i) != begins.end()) {
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

} // namespace demarche::compose
