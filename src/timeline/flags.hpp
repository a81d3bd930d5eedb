#pragma once
/// Labels above and below a horizontal axis: on which side each stands, and in which row.

#include <cstddef>
#include <optional>
#include <vector>

namespace demarche::timeline {

/// A label that wants to stand over its mark, its left edge at the mark.
struct FlagWish {
    double mark = 0; ///< x
    double width = 0;
    bool above = true; ///< its marks lie nearer to the labels above: it goes there where that costs no row
    std::optional<bool> kept_above = {}; ///< where it stood in the last drawing: there it stays if it can
    std::size_t kept_row = 0;            ///< and no lower than in this row
};

struct Flag {
    bool above = true;
    std::size_t row = 0; ///< 0 is next to the lanes
    double left = 0;     ///< of the label: its mark's x, or less where it would pass the right end
};

/// Rows in which no leader, a vertical line from mark to label, strikes a label, and no label touches another: a label
/// stands in a row above all later ones whose marks lie under it. One sweep from the right gives each label the lowest
/// such row, on the side where that is lower; the marks under a label are asked for in a stack that falls from far to
/// near: O(n log n).
///
/// `wishes`: ascending marks; `right`: where labels end at the latest; `white`: kept free between labels. A label that
/// would pass the right end is set further left: then no earlier mark of its side may lie under it. nullopt where that
/// cannot be.
std::optional<std::vector<Flag>> place_flags(const std::vector<FlagWish>& wishes, double right, double white);

} // namespace demarche::timeline
