#pragma once
/// The name of a card with rows, with the numbers of the sources that it rests on.

#include "compose/network_paint.hpp"

#include <cstddef>
#include <vector>

namespace demarche::compose {

struct CardTitle {
    std::vector<text::Line> lines;
    bool numbers = false;       ///< the card has sources, and their numbers are not wider than the card
    bool numbers_below = false; ///< on a line of their own

    [[nodiscard]] std::size_t line_count() const { return lines.size() + (numbers_below ? 1 : 0); }
};

/// Numbers stand behind the last word, which takes a further line with them where it must; below it, where that word is
/// too wide. `room`: the width of a line.
CardTitle card_title(const NetworkStyle& style, const view::NetworkCard& card, double room);

/// `last_line`: where the last line of the name begins; `distance`: from there to a further line.
std::vector<scene::Item> card_numbers(
    const NetworkStyle& style, const view::NetworkCard& card, const CardTitle& title, Point last_line, double distance);

} // namespace demarche::compose
