#pragma once
/// Charts in languages written from right to left: laid out like all others, then shown in a mirror.
///
/// So no layout and no painter knows of it, time runs from right to left across a page, and what stands at the left
/// edge of an English chart stands at the right edge of an Arabic one. Letters are not mirrored: texts keep their end
/// at the place where they began.

#include "compose/charts.hpp"

namespace demarche::compose {

/// The scene of a chart that was measured with text::RightToLeftMeasurer.
scene::Scene right_to_left(scene::Scene scene);

/// The geometry of a network, likewise.
network::Drawing right_to_left(network::Drawing drawing);

} // namespace demarche::compose
