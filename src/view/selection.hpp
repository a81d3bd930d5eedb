#pragma once
/// What of the model a chart shows.

#include "view/sources.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::view {

/// Indices into the model's lists.
struct Selection {
    std::vector<std::size_t> events; ///< chronological (model/order.hpp)
    std::size_t events_of = 0;       ///< how many events there are to choose from
    std::size_t unreviewed = 0;      ///< shown events, and actors that they name, whose review is "new"
};

/// Applies a chart's conditions. Undated events pass `from` and `to`. `before`: ids of events in the order of the last
/// drawing, which decides where dates leave it open.
Selection select(const Model& model, const ChartSpec& chart, const std::vector<std::string>& before = {});

/// The sources that the given citations rest on, numbered in dossier order.
Sources number_sources(const Model& model, const std::vector<const std::vector<Citation>*>& shown);

} // namespace demarche::view
