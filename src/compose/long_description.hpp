#pragma once
/// A chart in words, whole: for a report's appendix, and for whoever cannot see the picture.
///
/// Words of the template used here: `column-...`, those of a chart's sentences and notes, `sources`, `shared-text`,
/// `as-of`, `events-of`, `the-actors`, `the-events`, `the-ties`.

#include "compose/template.hpp"

#include <string>

namespace demarche::view {
struct TimelineView;
struct NetworkView;
} // namespace demarche::view

namespace demarche::compose {

enum class DescriptionForm {
    text,     ///< a line a mark, in sentences
    markdown, ///< tables (GitHub Flavored Markdown 0.29): date, event, parties, status, attribution, sources
};

/// The events in the order of the chart, each with its date, parties, status, whose word it is and the numbers of its
/// sources, then the sources by these numbers. UTF-8, ends with a line end.
std::string describe(const view::TimelineView& view, const Template& style, DescriptionForm form);

/// The events in order of time, then who is on which card, then the ties between them, then the sources.
std::string describe(const view::NetworkView& view, const Template& style, DescriptionForm form);

} // namespace demarche::compose
