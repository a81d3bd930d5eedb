#include "timeline/pages.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// The white that a page keeps of a longer stretch without rows, in points.
constexpr double kEdge = 12;

/// Where each row's stretch begins: half-way to the row above, a fold in between belonging to the row below.
struct Stretch {
    double top = 0;
    double bottom = 0;
    bool cut_above = true; ///< nothing crosses the cut
};

std::vector<Stretch> stretches(const Layout& layout) {
    std::vector<Stretch> all(layout.rows.size());
    double lowest = 0;
    for (std::size_t i = 0; i < layout.rows.size(); ++i) {
        const PlacedRow& row = layout.rows[i];
        if (i == 0) {
            all[i].top = 0;
        } else {
            double next = row.top;
            for (const PlacedFold& fold : layout.folds) {
                next = fold.gap.above + 1 == i ? std::min(next, fold.top) : next;
            }
            // Later rows can reach further up where labels have moved away from their marks.
            for (std::size_t k = i + 1; k < layout.rows.size() && layout.rows[k].leader; ++k) {
                next = std::min(next, layout.rows[k].top);
            }
            all[i].cut_above = next >= lowest;
            const double middle = (lowest + next) / 2;
            all[i].top = std::max(middle, next - kEdge);
            all[i - 1].bottom = std::min(middle, lowest + kEdge);
        }
        lowest = std::max(lowest, row.bottom);
    }
    if (!all.empty()) {
        all.back().bottom = layout.height;
    }
    return all;
}

} // namespace

std::optional<std::vector<PagePart>> cut_pages(const Layout& layout, const PageRoom& room) {
    const std::vector<Stretch> rows = stretches(layout);
    std::vector<PagePart> pages;
    if (rows.empty()) {
        pages.push_back({0, 0, 0, layout.height});
        return pages;
    }
    std::size_t begin = 0;
    while (begin < rows.size()) {
        const double height = pages.empty() ? room.first : room.middle;
        const double top = rows[begin].top;
        if (layout.height - top <= height - room.last) {
            pages.push_back({begin, rows.size(), top, layout.height});
            break;
        }
        std::size_t end = begin;
        for (std::size_t i = begin + 1; i < rows.size() && rows[i].top - top <= height; ++i) {
            end = rows[i].cut_above ? i : end;
        }
        if (end == begin) {
            // Not even one row fits: a row higher than a page stands alone, its page is cut below it.
            end = begin + 1;
            while (end < rows.size() && !rows[end].cut_above) {
                ++end;
            }
            if (end - begin > 1) {
                return std::nullopt;
            }
        }
        pages.push_back({begin, end, top, std::min(rows[end - 1].bottom, top + height)});
        begin = end;
        if (begin == rows.size()) {
            // The last row left no room for the legend below it.
            pages.push_back({begin, begin, layout.height, layout.height});
        }
    }
    return pages;
}

} // namespace demarche::timeline
