#include "timex_table.hpp"

#include "extract/timex.hpp"

#include <array>
#include <gtest/gtest.h>

namespace demarche::extract {

std::string times_of(std::string_view text, std::string_view published) {
    constexpr std::array<std::string_view, 4> kKinds{"DATE", "TIME", "DURATION", "SET"};
    const auto document = cut(std::string(text));
    std::string shown;
    for (const auto& timex : find_times(document, parse_day(published).value())) {
        shown += shown.empty() ? "" : "; ";
        shown += document.words(timex.span);
        shown += "=";
        shown += kKinds.at(static_cast<std::size_t>(timex.kind));
        shown += " " + timex.value;
        shown += timex.mod.empty() ? "" : "+" + timex.mod;
        shown += " " + (timex.when.empty() ? "-" : timex.when.text());
        shown += timex.range.empty() ? "" : " {" + timex.range.text() + "}";
    }
    return shown;
}

void check(const TimeCases& cases) {
    for (const auto& [text, times] : cases) {
        EXPECT_EQ(times_of(text, "2025-02-19"), times) << text;
    }
}

} // namespace demarche::extract
