#pragma once
/// The words of a timeline: dates, titles and details as printed, and each row as a plain sentence.

#include "compose/template.hpp"
#include "timeline/input.hpp"
#include "view/timeline_view.hpp"

#include <string>

namespace demarche::compose {

/// Signs after the source numbers: all of them carry one text, which counts as one source; disputed.
constexpr const char* kOneText = "†";
constexpr const char* kDisputed = "‡";

/// True where a row's several numbers are one independent source: a single number says so by itself, and a chart
/// that rests on one text altogether says so once, below.
bool numbers_share_text(const view::TimelineView& view, const view::Row& row);

/// Whether the row's event is off: never drawn as real.
bool called_off(const view::Row& row);

/// The rows' words, and the lanes' heads, for the layout.
timeline::Input timeline_input(const view::TimelineView& view, const Template& style);

/// "Riyadh talks", "Cancelled: Summit": the title as printed.
std::string printed_title(const view::Row& row, const Template& style);

/// One plain sentence: date, title, who took part and how, status, for those who cannot see the chart.
std::string row_sentence(const view::TimelineView& view, const view::Row& row, const Template& style);

/// The row's sources in words: "Sources: 1 Outlet, “Headline”, 18 Feb 2025; ...".
std::string row_sources(const view::TimelineView& view, const view::Row& row, const Template& style);

} // namespace demarche::compose
