#pragma once
/// From an arrangement to a drawing: measure, pack, route, nudge; and again with more room where it was
/// lacking, until nothing overlaps.

#include "network/deadline.hpp"
#include "network/hold.hpp"
#include "network/layout.hpp"
#include "network/pack.hpp"

namespace demarche::network {

/// The graph measured for a width, nodes and edges sorted by id.
Graph measured(const Measure& measure, double card_width);

/// The widths of the channels between (and outside) `columns` columns before any line has asked for more.
std::vector<double> first_channels(const LayoutOptions& options, std::size_t columns);

/// The width that so many channels leave to a card, within the options' bounds.
double card_width(const LayoutOptions& options, const std::vector<double>& channels);

struct Fit {
    Drawing drawing;
    int flaws = 0;   ///< 0 nearly always: see inspect.hpp
    double over = 0; ///< wider than the page
};

/// `hold`: what stays where it was; may be null. REQUIRES: no empty column. Throws Error where the time is up.
Fit fit(const Measure& measure,
        const LayoutOptions& options,
        const Arrangement& arrangement,
        const Hold* hold,
        const Deadline& deadline);

} // namespace demarche::network
