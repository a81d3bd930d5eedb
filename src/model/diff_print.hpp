#pragma once
/// The comparison of models as text for a terminal, as Markdown for a changelog, as JSON for programs
/// (docs/updating.md).

#include "model/diff.hpp"

#include <string>

namespace demarche {

/// One line a change: what it is, of what, by whom. Upkeep (ids, marks of review, order) is one line of counts. ""
/// where nothing differs. `coloured`: with escape sequences for a terminal.
std::string to_text(const ModelDiff& diff, bool coloured);
/// A list under headings; "" where nothing differs.
std::string to_markdown(const ModelDiff& diff);
std::string to_json(const ModelDiff& diff);

} // namespace demarche
