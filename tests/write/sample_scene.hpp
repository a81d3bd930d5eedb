#pragma once
/// A made-up chart with everything a writer can meet: every item kind, role and script, links, odd text.

#include "scene/scene.hpp"
#include "text/measurer.hpp"

#include <string>
#include <vector>

namespace demarche::tests {

/// Labels of the sample that every format must give back, in the order drawn.
std::vector<std::string> sample_labels();

/// One page, 300 x 400 pt, texts measured.
scene::Scene sample_scene(const text::Measurer& measurer);

/// One text, measured; for tests that need little.
scene::Text measured_text(const text::Measurer& measurer, Point at, const std::string& words, const Font& font = {});

/// A page of 200 x 100 pt with one mark that holds `items`.
scene::Scene scene_of(std::vector<scene::Item> items);

} // namespace demarche::tests
