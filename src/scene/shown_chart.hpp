#pragma once
/// What two charts show, compared by what their SVG files say of themselves: titles of marks, and the data-* that name
/// events, actors, delegations, sides and ties. Where things stand is not looked at.

#include "base/diagnostic.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demarche::scene {

/// A mark that stands for something.
struct ShownMark {
    std::map<std::string, std::string> names; ///< {"event", ID}, {"actor", ID}, {"tie", TYPE}, {"from", IDS}, ...
    std::string title;                        ///< its sentence for screen readers
};

struct ShownChart {
    std::string title;
    bool network = false;
    std::vector<ShownMark> marks; ///< in the order of the file
};

enum class ShownChangeKind { removed, changed, added };

struct ShownChange {
    ShownChangeKind kind = ShownChangeKind::changed;
    ShownMark before; ///< empty where it was added
    ShownMark after;  ///< empty where it was removed
};

struct ShownDiff {
    std::string title_before, title_after;
    std::vector<ShownChange> changes; ///< removed, changed, added; each in the order of its file

    [[nodiscard]] bool empty() const { return changes.empty() && title_before == title_after; }
};

/// Whether the text is that of an SVG file: what its root element is called decides, ahead of any other error.
bool is_svg(const std::string& text);

/// nullopt, with errors, where the text is not well-formed or holds nothing that names what it stands for.
std::optional<ShownChart> read_shown_chart(const std::string& svg, const std::string& path, Diagnostics& diagnostics);

/// REQUIRES: two timelines or two networks.
ShownDiff compare(const ShownChart& before, const ShownChart& after);

/// One line a change; "" where both show the same.
std::string to_text(const ShownDiff& diff);
std::string to_markdown(const ShownDiff& diff);
/// docs/updating.md says what is in it.
std::string to_json(const ShownDiff& diff);

} // namespace demarche::scene
