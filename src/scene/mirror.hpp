#pragma once
/// A scene as a mirror shows it: for languages written from right to left.

#include "scene/scene.hpp"

namespace demarche::scene {

/// Left and right change places: of every item on every page, and of the ends that texts are anchored by. Letters and
/// everything above and below stay as they are. Twice gives the scene again, to the last bit of rounding.
Scene mirrored(Scene scene);

} // namespace demarche::scene
