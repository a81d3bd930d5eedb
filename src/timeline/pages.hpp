#pragma once
/// Cutting a long timeline into pages, between rows.

#include "timeline/layout.hpp"

#include <cstddef>
#include <vector>

namespace demarche::timeline {

/// Rows [begin, end) and the stretch of the layout that a page shows.
struct PagePart {
    std::size_t begin = 0;
    std::size_t end = 0;
    double top = 0;
    double bottom = 0;
};

/// How much of the layout a page can hold.
struct PageRoom {
    double first = 0;  ///< page 1, below the title block
    double middle = 0; ///< pages after it
    double last = 0;   ///< taken from the last page's room by legend and sources
};

/// Cuts where no row, band or leader crosses; a fold goes with the row below it. A single row higher than a page has a
/// page to itself. Where nothing but the last page's legend does not fit, it gets a page that it shares with
/// at least one row. nullopt where rows overlap so that no cut fits a page (a crowded chart to scale).
std::optional<std::vector<PagePart>> cut_pages(const Layout& layout, const PageRoom& room);

} // namespace demarche::timeline
