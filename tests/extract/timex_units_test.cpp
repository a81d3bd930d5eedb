#include "timex_table.hpp"

#include <gtest/gtest.h>

namespace demarche::extract {
namespace {

TEST(Times, WeeksToCenturies) {
    check({
        {"Profit fell in the third quarter of 2024 and in Q4.", "the third quarter of 2024=DATE 2024-Q3 2024-35"},
        {"The first half of 2024 was wet.", "The first half of 2024=DATE 2024-H1 2024-40"},
        {"Sales for the fourth quarter ended Sept. 30 rose; those in the fiscal first quarter fell.",
         "the fourth quarter=DATE 2024-Q4 -; Sept. 30=DATE 2024-09-30 2024-09-30; the fiscal first quarter=DATE "
         "2025-Q1 -"},
        {"In the quarter ended Dec. 31 sales rose 4% from the year-earlier quarter.",
         "the quarter=DATE 2024-Q4 2024-36; Dec. 31=DATE 2024-12-31 2024-12-31; the year-earlier quarter=DATE 2023-Q4 "
         "2023-36"},
        {"Third-quarter profit was 5 million, up from 4 million a year earlier.",
         "Third-quarter=DATE 2024-Q3 2024-35; a year earlier=DATE 2023-Q3 2023-35"},
        {"Exports grew in the 2023 second quarter.", "the 2023 second quarter=DATE 2023-Q2 2023-34"},
        {"The 1990s were loud, the early '80s were not.",
         "The 1990s=DATE 199 199X; the early '80s=DATE 198+START 198X"},
        {"It was built in the 1800s; she is in her late 20s.", "the 1800s=DATE 18 18XX"},
        {"The second half of the year was dry.", "The second half of the year=DATE 2025-H2 2025-41"},
        {"Profit fell in the 2024 fiscal year.", "the 2024 fiscal year=DATE 2024 2024"},
        {"The mid-1990s were calm; the mid-January talks were not.",
         "The mid-1990s=DATE 199+MID 199X; mid-January=DATE 2025-01+MID 2025-01"},
        {"They met this past weekend.", "this past weekend=DATE 2025-W07-WE [2025-02-15..2025-02-16]"},
        {"The 20th century ended, the nineties too.", "The 20th century=DATE 19 19XX; the nineties=DATE 199 199X"},
        {"She came in the fall of 2022 and left last spring.",
         "the fall of 2022=DATE 2022-FA 2022-23; last spring=DATE 2024-SP 2024-21"},
        {"In autumn 2022 and summer 2023 they fished.",
         "autumn 2022=DATE 2022-FA 2022-23; summer 2023=DATE 2023-SU 2023-22"},
        {"The fall of the city shook them; prices fall in spring.", "spring=DATE 2025-SP 2025-21"},
        {"The year 2000 came; nineteen eighty-four had gone.",
         "The year 2000=DATE 2000 2000; nineteen eighty-four=DATE 1984 1984"},
        {"They will build it by the end of 2026.", "the end of 2026=DATE 2026+END 2026"},
        {"The start of the year was calm.", "The start of the year=DATE 2025+START 2025"},
        {"He returned early in mid-2023.", "mid-2023=DATE 2023+MID 2023"},
        {"It lasted until year-end.", "year-end=DATE 2025+END 2025"},
        {"She was busy this weekend.", "this weekend=DATE 2025-W07-WE [2025-02-15..2025-02-16]"},
        {"They met over the weekend.", "the weekend=DATE 2025-W07-WE [2025-02-15..2025-02-16]"},
        {"In early 2023 it closed.", "early 2023=DATE 2023+START 2023"},
        {"The vote comes next year.", "next year=DATE 2026 2026"},
    });
}

TEST(Times, NumbersThatAreNoYears) {
    check({
        {"He paid $1990 and 2000 euros to 1,995 people in Room 2014b.", ""},
        {"Flight 1815-7 and 1950 seats.", ""},
        {"He drove a 1998 Ford Taurus.", ""},
    });
}

TEST(Times, Ranges) {
    check({
        {"The fair runs Feb. 10-16.",
         "Feb. 10=DATE 2025-02-10 2025-02-10 {2025-02-10/2025-02-16}; 16=DATE 2025-02-16 2025-02-16"},
        {"The fair ran March 15-18, 2023.",
         "March 15=DATE 2023-03-15 2023-03-15 {2023-03-15/2023-03-18}; 18, 2023=DATE 2023-03-18 2023-03-18"},
        {"They met on Feb. 13 and 14. On Feb. 13 and 14 people fled.",
         "Feb. 13=DATE 2025-02-13 2025-02-13; 14=DATE 2025-02-14 2025-02-14; Feb. 13=DATE 2025-02-13 2025-02-13"},
        {"They fought from Monday to Friday.",
         "Monday=DATE 2025-02-17 2025-02-17 {2025-02-17/2025-02-21}; Friday=DATE 2025-02-21 2025-02-21"},
        {"Between 2014 and 2016 it was shut.", "2014=DATE 2014 2014 {[2014..2016]}; 2016=DATE 2016 2016"},
        {"From 2014 to 2016 it was shut.", "2014=DATE 2014 2014 {2014/2016}; 2016=DATE 2016 2016"},
        {"The war of 1990-95 and that of 1914-1918.",
         "1990=DATE 1990 1990 {1990/1995}; 95=DATE 1995 1995; 1914=DATE 1914 1914 {1914/1918}; 1918=DATE 1918 1918"},
        {"Open from March 3 to 7.",
         "March 3=DATE 2025-03-03 2025-03-03 {2025-03-03/2025-03-07}; 7=DATE 2025-03-07 2025-03-07"},
    });
}

} // namespace
} // namespace demarche::extract
