#pragma once
/// The tokens of a sentence, cut finer and with their meanings looked up: "mid-1996" is three items, "1990s" one.

#include "extract/document.hpp"
#include "extract/timex_words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::extract {

struct TimeItem {
    enum class Kind : std::uint8_t { word, number, sign };

    Span span;
    Kind kind = Kind::word;
    bool capital = false;
    bool space_before = false;
    bool ordinal = false; ///< "18th"
    bool decade = false;  ///< "1990s", "1990's"
    bool decimal = false; ///< "2.5"
    bool grouped = false; ///< "1,200"
    bool dotted = false;  ///< a word with its full stop: "Feb."
    std::uint8_t digits = 0;
    char sign = 0;                  ///< '-' for every hyphen and en dash; 'x' for signs beyond ASCII
    std::int64_t number = -1;       ///< of numbers; the whole part of decimals
    const TimeWord* word = nullptr; ///< null: no word of time

    [[nodiscard]] bool is(TimeClass asked) const { return word != nullptr && word->classes.has(asked); }

    [[nodiscard]] bool is_sign(char asked) const { return kind == Kind::sign && sign == asked; }
};

/// Appends the items of one sentence to `items`. REQUIRES: the sentence is one of the document's.
void read_items(const Document& document,
                const Sentence& sentence,
                const TimeWords& words,
                std::vector<TimeItem>& items);

} // namespace demarche::extract
