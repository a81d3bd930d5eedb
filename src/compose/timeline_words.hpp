#pragma once
/// The words of a timeline: dates, titles and details as printed, and each row as a plain sentence.

#include "base/edtf_words.hpp"
#include "compose/cited_words.hpp"
#include "compose/template.hpp"
#include "timeline/input.hpp"
#include "view/timeline_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// True where a row's several numbers are one independent source: a single number says so by itself, and a chart
/// that rests on one text altogether says so once, below.
bool numbers_share_text(const view::TimelineView& view, const view::Row& row);

/// Whether the row's event is off: never drawn as real.
bool called_off(const view::Row& row);

/// "Riyadh talks", "Cancelled: Summit": the title as printed.
std::string printed_title(const view::Row& row, const Template& style);

/// The words of one chart. The view and the template must outlive it.
class TimelineWords {
public:
    TimelineWords(const view::TimelineView& view, const Template& style);

    /// The rows' words, and the lanes' heads, for the layout.
    [[nodiscard]] timeline::Input input() const;

    /// One plain sentence: date, title, who took part and how, status, for those who cannot see the chart.
    [[nodiscard]] std::string sentence(const view::Row& row) const;

    /// "Russia (Lavrov) took part; Saudi Arabia hosted": who, and as what; empty where nobody is named.
    [[nodiscard]] std::string parties(const view::Row& row) const;

    /// The whole in short: "Timeline of 25 events, 24 Feb 2022 to 20 Feb 2025, by side. 25 of 42 events. The longest
    /// gap: 1 yr 8 mo, from 2 Mar 2023 to 9 Feb 2025." A gap is told where a chart of days would fold it.
    [[nodiscard]] std::string description() const;

    /// The row's sources in words: "Sources: 1 Outlet, “Headline”, 18 Feb 2025: “cited words”; ...".
    [[nodiscard]] std::string sources(const view::Row& row) const;

    /// The row's date; `full`: with its year even where the row above has it.
    [[nodiscard]] std::string date(const view::Row& row, bool full) const;

    /// "1 yr 10 mo folded"; the stretch from first to last, both included.
    [[nodiscard]] std::string folded(Day first, Day last) const;

private:
    [[nodiscard]] std::string detail(std::size_t index, bool brief) const;

    const view::TimelineView& view_;
    const Template& style_;
    DatePrinter dates_;
    SupportWords sources_;
};

} // namespace demarche::compose
