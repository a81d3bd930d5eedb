#include "timex_table.hpp"

#include <gtest/gtest.h>

namespace demarche::extract {
namespace {

TEST(Times, CountedFromADay) {
    check({
        {"Today we vote; yesterday they did; tomorrow you will.",
         "Today=DATE 2025-02-19 2025-02-19; yesterday=DATE 2025-02-18 2025-02-18; tomorrow=DATE 2025-02-20 2025-02-20"},
        {"The envoys left the day before yesterday.", "the day before yesterday=DATE 2025-02-17 2025-02-17"},
        {"Aid comes the day after tomorrow.", "the day after tomorrow=DATE 2025-02-21 2025-02-21"},
        {"It rained last week and will snow next month.",
         "last week=DATE 2025-W07 [2025-02-10..2025-02-16]; next month=DATE 2025-03 2025-03"},
        {"Fighting eased earlier this month.", "earlier this month=DATE 2025-02+START [2025-02-01..2025-02-19]"},
        {"They meet again later this week.", "later this week=DATE 2025-W08+END [2025-02-19..2025-02-23]"},
        {"The plan is to be ready early next month.", "early next month=DATE 2025-03+START 2025-03"},
        {"Two days ago the bridge fell; six weeks ago it stood.",
         "Two days ago=DATE 2025-02-17 2025-02-17; six weeks ago=DATE 2025-W02 [2025-01-06..2025-01-12]"},
        {"Nearly two years ago the war began.", "Nearly two years ago=DATE 2023+LESS_THAN [2023-02~..2023-05~]"},
        {"Almost a dozen years ago the war began.", "Almost a dozen years ago=DATE 2013+LESS_THAN 2013~"},
        {"About three months ago he resigned.", "About three months ago=DATE 2024-11+APPROX 2024-11~"},
        {"On January 10 they met. Two days later they signed.",
         "January 10=DATE 2025-01-10 2025-01-10; Two days later=DATE 2025-01-12 2025-01-12"},
        {"The court ruled on January 10. The day before, the mayor had fled.",
         "January 10=DATE 2025-01-10 2025-01-10; The day before=DATE 2025-01-09 2025-01-09"},
        {"On January 10 the dam broke. That day nobody slept. The next day the army came.",
         "January 10=DATE 2025-01-10 2025-01-10; That day=DATE 2025-01-10 2025-01-10; The next day=DATE 2025-01-11 "
         "2025-01-11"},
        {"In 2014 he lost. A year earlier he had won. The following year he left.",
         "2014=DATE 2014 2014; A year earlier=DATE 2013 2013; The following year=DATE 2015 2015"},
        {"Several years ago they were friends.", "Several years ago=DATE PAST_REF -"},
        {"The guns fell silent hours earlier.", "hours earlier=TIME 2025-02-19TXX [2025-02-18..2025-02-19]"},
        {"A minute and a half later the roof fell in.", "A minute and a half later=DURATION PT1M30S 2025-02-19"},
        {"Shells fell overnight.", "overnight=TIME 2025-02-19TNI [2025-02-18..2025-02-19]"},
        {"Police came last night and left this morning.",
         "last night=TIME 2025-02-18TNI 2025-02-18; this morning=TIME 2025-02-19TMO 2025-02-19"},
        {"Half a century ago they met; a quarter-century ago they parted.",
         "Half a century ago=DATE 1975 1975; a quarter-century ago=DATE 2000 2000"},
        {"It happened two nights ago. The night before, nobody slept.",
         "two nights ago=TIME 2025-02-17TNI 2025-02-17; The night before=TIME 2025-02-16TNI 2025-02-16"},
        {"The wall fell three decades ago.", "three decades ago=DATE 1995 1995"},
        {"A year and a half ago they quarrelled.", "A year and a half ago=DATE 2023-08 2023-08"},
        {"He said that last week one ship sank; earlier today another did.",
         "last week=DATE 2025-W07 [2025-02-10..2025-02-16]; earlier today=DATE 2025-02-19+START 2025-02-19"},
        {"Rain comes later in the week and came earlier in the month.",
         "later in the week=DATE 2025-W08+END [2025-02-19..2025-02-23]; earlier in the month=DATE 2025-02+START "
         "[2025-02-01..2025-02-19]"},
    });
}

TEST(Times, Durations) {
    check({
        {"It took 10 days, two hours and several months.",
         "10 days=DURATION P10D -; two hours=DURATION PT2H -; several months=DURATION PXM -"},
        {"They met for more than four hours.", "more than four hours=DURATION PT4H+MORE_THAN -"},
        {"It is a five-year plan with a two-to-three week pause.",
         "five-year=DURATION P5Y -; three week=DURATION P3W -"},
        {"At least 30 days passed in the past two weeks.",
         "At least 30 days=DURATION P30D+EQUAL_OR_MORE -; the past two weeks=DURATION P2W -"},
        {"They waited for years; a day-long strike followed.", "years=DURATION PXY -; day-long=DURATION P1D -"},
        {"He spent a week there. It costs $5 a week.", "a week=DURATION P1W -"},
        {"She took two and a half years, then half an hour.",
         "two and a half years=DURATION P2Y6M -; half an hour=DURATION PT30M -"},
        {"They pay for the next 14 months.", "the next 14 months=DURATION P14M -"},
        {"A six-year-old boy, 12 years old, came second in a second.", ""},
        {"The first nine months were hard; the last few weeks were not.",
         "The first nine months=DURATION P9M -; the last few weeks=DURATION PXW -"},
        {"A quarter of the army left, three quarters of the guns stayed.", ""},
        {"It took half a dozen years, a half-century and three-and-a-half hours.",
         "half a dozen years=DURATION P6Y -; a half-century=DURATION P50Y -; three-and-a-half hours=DURATION PT3H30M "
         "-"},
        {"A weeklong strike followed a several-month pause.", "weeklong=DURATION P1W -; several-month=DURATION PXM -"},
        {"It is expected to last six weeks. The rest may last months.",
         "six weeks=DURATION P6W -; months=DURATION PXM -"},
        {"They sat minutes apart, a matter of days, older by decades.", ""},
        {"He is there 24 hours a day. Some day he will leave.", ""},
        {"She hopes that one day it ends; those two weeks were long.", "those two weeks=DURATION P2W -"},
    });
}

TEST(Times, Sets) {
    check({
        {"They meet every Monday, each July and every two weeks.",
         "every Monday=SET XXXX-WXX-1 -; each July=SET XXXX-07 -; every two weeks=SET P2W -"},
        {"Daily flights leave on Sundays; he calls twice a week.",
         "Daily=SET P1D -; Sundays=SET XXXX-WXX-7 -; twice a week=SET P1W -"},
        {"They play on weekends.", "weekends=SET XXXX-WXX-WE -"},
        {"Sales rise 8% annually, to 10,000 tons monthly; the average daily load is small.", ""},
        {"Tuesday nights are quiet; every morning is loud.",
         "Tuesday nights=SET XXXX-WXX-2TNI -; every morning=SET XXXX-XX-XXTMO -"},
    });
}

TEST(Times, VagueReferences) {
    check({
        {"Now they wait; recently they did not, and soon they will not.",
         "Now=DATE PRESENT_REF -; recently=DATE PAST_REF -"},
        {"The current plan follows recent talks; now-defunct firms and then-current prices do not.",
         "current=DATE PRESENT_REF -; recent=DATE PAST_REF -"},
        {"Currently, the future is open and the past is closed.",
         "Currently=DATE PRESENT_REF -; the future=DATE FUTURE_REF -; the past=DATE PAST_REF -"},
        {"Now, a word on the rain. Now it rains.", "Now=DATE PRESENT_REF -"},
        {"Floods came often, most recently last October.", "last October=DATE 2024-10 2024-10"},
        {"The past two days were long.", "The past two days=DURATION P2D -"},
    });
}

} // namespace
} // namespace demarche::extract
