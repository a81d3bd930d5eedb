#pragma once
/// The shapes of a timeline: what stands on a lane, what joins lanes, what spans rows.
///
/// Shape tells the part, fill whether it happened, so that both survive greyscale; colour repeats the lane.

#include "compose/template.hpp"
#include "scene/scene.hpp"
#include "view/timeline_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// Whether what a mark stands for has happened.
enum class Reality {
    done,      ///< filled
    planned,   ///< hollow
    called_off ///< hollow and struck through: cancelled or denied
};

Reality reality(const view::Row& row);

std::vector<scene::Item>
standing_mark(view::Standing standing, Reality reality, Point at, Colour colour, const Template& style);

/// Lines and arrows of a row at height `y`; `lanes` are the lanes' middles. Lines leave a gap at every lane
/// that is no part of them.
std::vector<scene::Item>
connections(const view::Row& row, const std::vector<double>& lanes, double y, const Template& style);

/// An arrow with its tip at `to`, as for an act or for words.
std::vector<scene::Item>
arrow(view::Arrow::Kind kind, double from, double to, double y, Reality reality, const Template& style);

/// The same drawn across: x and y change places. Not for text.
std::vector<scene::Item> transposed(std::vector<scene::Item> items);

/// A bracket over an uncertain span.
std::vector<scene::Item> uncertain_span(double x, double top, double bottom, const Template& style);

/// Something that lasted: a bar with ends, or an arrow head where it goes on, or an open end where it is unknown.
std::vector<scene::Item>
lasting_span(double x, double top, double bottom, bool open_start, bool open_end, const Template& style);

/// A lane's break: a zigzag from left to right.
scene::Path zigzag(double left, double right, double y, const Template& style);

} // namespace demarche::compose
