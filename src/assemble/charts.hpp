#pragma once
/// What a fresh model is called, and the charts that show its key events.

#include "model/model.hpp"

#include <string>
#include <vector>

namespace demarche::assemble {

/// In our own words: the title of the heaviest event that is no speech, else the names of the first two actors. Never
/// empty.
std::string story_title(const Model& model);

/// A timeline of about twenty rows and a network of fewer meetings, chosen by weight. None without events.
std::vector<ChartSpec> charts_of(const Model& model);

} // namespace demarche::assemble
