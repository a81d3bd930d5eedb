#include "extract/event_gap.hpp"

#include "extract/timex_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::extract {
namespace {

constexpr int kHoursOfDay = 24;
constexpr int kMost = 1000; ///< days and the like that are counted

bool is_soon(std::string_view word) {
    static constexpr std::array<std::string_view, 4> kWords{"shortly", "immediately", "moments", "soon"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Of so many units; `count` 0: several.
std::optional<OrderGap> gap_of(TimeUnit unit, int count) {
    switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
        return OrderGap{0, 1};
    case TimeUnit::hour: // "36 hours" may end on the next day or on the one behind it
        return count == 0 ? OrderGap{0, 1} : OrderGap{count / kHoursOfDay, (count + kHoursOfDay - 1) / kHoursOfDay};
    case TimeUnit::day:
        return count == 0 ? OrderGap{1, 13} : OrderGap{count, count};
    case TimeUnit::week: // seldom to the day
        return count == 0 ? OrderGap{7, 60} : OrderGap{7 * count - 3, 7 * count + 3};
    case TimeUnit::month:
        return count == 0 ? std::nullopt : std::optional(OrderGap{30 * count - 15, 31 * count + 15});
    default:
        return std::nullopt;
    }
}

/// The number that the word before a unit says; 0: none.
int count_of(const Document& document, std::uint32_t first, std::uint32_t unit) {
    if (unit == first) {
        return 0;
    }
    const std::string_view word = document.words(document.tokens[unit - 1]);
    int digits = 0;
    for (const char c : word) {
        if (c < '0' || c > '9' || digits > kMost) {
            digits = -1;
            break;
        }
        digits = 10 * digits + (c - '0');
    }
    const TimeWord* known = digits > 0 ? nullptr : TimeWords::built_in().find(word);
    if (known != nullptr && known->classes.has(TimeClass::number)) {
        digits = known->number;
    } else if (known != nullptr && known->classes.has(TimeClass::a)) {
        digits = 1;
    }
    return digits > 0 && digits <= kMost ? digits : 0;
}

} // namespace

std::optional<OrderGap> gap_before(const Document& document, std::uint32_t first, std::uint32_t lead) {
    if (lead <= first) {
        return std::nullopt;
    }
    const std::string_view word = document.words(document.tokens[lead - 1]);
    if (is_soon(word)) {
        return OrderGap{0, 1};
    }
    const TimeWord* unit = TimeWords::built_in().find(word);
    const bool several = unit != nullptr && unit->classes.has(TimeClass::units);
    if (unit == nullptr || !(several || unit->classes.has(TimeClass::unit))) {
        return std::nullopt;
    }
    const int count = count_of(document, first, lead - 1);
    return count == 0 && !several ? std::nullopt : gap_of(unit->unit, count);
}

} // namespace demarche::extract
