#pragma once
/// What a network says of its layout in its marks' data-*, and the way back from there.
///
/// | where | key | value |
/// | --- | --- | --- |
/// | root | layout | `columns` or `ladder` |
/// | root | page | width without margins, reach of lines into the margins, scale of type, width and height of the
/// drawing | | root | columns | width of cards, then the left borders of the columns | | root | engine | that placed it
/// | | card, hub | node | id of the node | | card, hub | box | left, top, right, bottom | | card, hub | grown | what
/// lines took more of each row; only where they did | | line | edge | id of the edge | | line | route | x and y of each
/// corner | | line | words | left, top, right, bottom of the words beside it; "letter" in front: a letter stands for
/// them |
///
/// Numbers in points from the drawing's top left corner, exact, with blanks between them.

#include "network/memory.hpp"
#include "scene/kept.hpp"
#include "scene/scene.hpp"
#include "view/network_view.hpp"

namespace demarche::compose {

/// Adds it to the scene's data and to that of the marks which say for which node or edge they stand.
void write_memory(const network::Memory& memory, scene::Scene& scene);

/// What can be read of it. Values that are no such thing are left out.
network::Memory read_memory(const scene::KeptChart& chart);

/// A card whose id is new stands where that one stood which is gone and showed most of its actors: a side that sends a
/// delegation from now on, say.
void rename_cards(network::Memory& memory, const scene::KeptChart& chart, const view::NetworkView& view);

} // namespace demarche::compose
