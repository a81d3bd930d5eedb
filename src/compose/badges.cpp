#include "compose/badges.hpp"

#include "compose/sentence.hpp"
#include "text/badge.hpp"

namespace demarche::compose {

namespace {

constexpr double kRadius = 0.25; ///< of the box's corners, in ems of the badge
constexpr double kLine = 0.1;    ///< of its outline

std::string day_words(const view::NewsCount& since, const std::string& locale, const Template& style) {
    return since.day.empty() ? style.phrase("last-state") : printed_day(since.day, DatePrinter(locale));
}

} // namespace

std::string badge_words(view::News news, const Template& style) {
    switch (news) {
    case view::News::fresh:
        return style.phrase("badge-new");
    case view::News::changed:
        return style.phrase("badge-changed");
    case view::News::none:
        break;
    }
    return {};
}

std::vector<scene::Item>
paint_badge(view::News news, const Box& box, const Template& style, const text::Measurer& measurer) {
    const Font& font = style.badge;
    const bool filled = news == view::News::fresh;
    const double line = kLine * font.size;
    scene::Rectangle ground{filled ? box : box.grown(-line / 2), kRadius * font.size, {}, {}};
    if (filled) {
        ground.fill = scene::Fill{style.badge_fill, 1};
    } else {
        ground.stroke = scene::Stroke{style.badge_fill, line, 1, {}};
    }
    return {ground, text_item(badge_words(news, style), font, filled ? style.background : style.badge_fill,
                              text::badge_words(box, font, measurer), scene::Anchor::start, measurer)};
}

std::string since_words(view::News news,
                        const std::optional<view::NewsCount>& since,
                        const std::string& locale,
                        const Template& style) {
    if (!since || news == view::News::none) {
        return {};
    }
    return style.phrase(news == view::News::fresh ? "new-since" : "changed-since",
                        {{"date", day_words(*since, locale, style)}});
}

std::vector<LegendEntry> badge_legend(const std::optional<view::NewsCount>& since,
                                      const std::string& locale,
                                      const Template& style,
                                      const text::Measurer& measurer) {
    std::vector<LegendEntry> entries;
    const auto add = [&](view::News news) {
        const Size size = text::badge_size(badge_words(news, style), style.badge, measurer);
        entries.push_back({size.width,
                           [=, &style, &measurer](double left, double y) {
                               const Box box{left, y - size.height / 2, left + size.width, y + size.height / 2};
                               return paint_badge(news, box, style, measurer);
                           },
                           since_words(news, since, locale, style)});
    };
    if (since && since->fresh > 0) {
        add(view::News::fresh);
    }
    if (since && since->changed > 0) {
        add(view::News::changed);
    }
    return entries;
}

std::vector<std::string>
since_notes(const std::optional<view::NewsCount>& since, const std::string& locale, const Template& style) {
    std::vector<std::string> notes;
    if (!since) {
        return notes;
    }
    const std::string day = day_words(*since, locale, style);
    std::vector<std::string> counts;
    const auto add = [&](const char* key, std::size_t count) {
        if (count > 0) {
            counts.push_back(style.phrase(key, {{"count", std::to_string(count)}}));
        }
    };
    add("count-new", since->fresh);
    add("count-changed", since->changed);
    add("count-gone", since->gone);
    std::string note;
    add_sentence(note,
                 counts.empty() ? style.phrase("unchanged-since", {{"date", day}})
                                : style.phrase("told", {{"name", style.phrase("since", {{"date", day}})},
                                                        {"text", listed(counts, style)}}),
                 style);
    notes.push_back(std::move(note));
    return notes;
}

} // namespace demarche::compose
