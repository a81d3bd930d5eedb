#pragma once
/// What every writer asks of a scene before it writes a byte, and of a link before it is followed.

#include "scene/scene.hpp"

#include <set>
#include <string>

namespace demarche::write {

/// Throws Error(Exit::usage_or_system) where a number of the scene is not finite, a page has no size or
/// there is no page: a picture with "nan" in it must never reach a file.
void check_drawable(const scene::Scene& scene);

/// True where the item leaves something on the page: text that is not blank, a shape with an extent and
/// a fill or a stroke. Everything else is left out by all writers alike.
bool is_visible(const scene::Item& item);

/// The text as it is written: clean (text/text_line.hpp), without blanks at its ends.
std::string visible_text(const scene::Text& text);

/// The part of a text's width that lies to the left of its position: 0, 0.5 or 1.
double anchor_share(scene::Anchor anchor);

/// The targets of all visible texts of the scene.
std::set<std::string> targets_of(const scene::Scene& scene);

/// The target of a text that links into its scene, else "": a link to what is not there leads nowhere.
std::string inner_link(const scene::Text& text, const std::set<std::string>& targets);

/// `url` with characters that no URI may hold percent-encoded; "" unless it is http, https or mailto
/// (a dossier is somebody's input: no javascript:, data: or file: reaches a page).
std::string safe_link(const std::string& url);

} // namespace demarche::write
