#pragma once
/// Whether the words around an expression of time place it behind or ahead.

#include "extract/timex_items.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace demarche::extract {

/// `certain`: ahead, said with "will" or in the present tense, not with "may", "plans", "expected". `nearest`: planned
/// and called off, so that it may lie behind.
enum class Tense : std::uint8_t { unknown, past, future, certain, nearest };

constexpr bool is_ahead(Tense tense) {
    return tense == Tense::future || tense == Tense::certain;
}

/// Looks for the verb that governs the items [begin, end) of one sentence: leftward first ("will meet on Tuesday",
/// "said Tuesday that he will"), then rightward ("On Tuesday they will"). At most some twenty words are looked at.
Tense tense_at(std::string_view text, std::span<const TimeItem> items, std::size_t begin, std::size_t end);

} // namespace demarche::extract
