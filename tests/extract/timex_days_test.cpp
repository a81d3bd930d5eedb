#include "timex_table.hpp"

#include <gtest/gtest.h>

namespace demarche::extract {
namespace {

TEST(Times, DaysAndMonths) {
    check({
        {"We met on February 24, 2022, in the old town.", "February 24, 2022=DATE 2022-02-24 2022-02-24"},
        {"We met on 24 February 2022 in the old town.", "24 February 2022=DATE 2022-02-24 2022-02-24"},
        {"The 18th of March was cold.", "The 18th of March=DATE 2025-03-18 2025-03-18"},
        {"They spoke on Feb. 10 and parted on March 3rd.",
         "Feb. 10=DATE 2025-02-10 2025-02-10; March 3rd=DATE 2025-03-03 2025-03-03"},
        {"The council sat on 2025-01-31 and on 1/17/2025.",
         "2025-01-31=DATE 2025-01-31 2025-01-31; 1/17/2025=DATE 2025-01-17 2025-01-17"},
        {"In January 2025 the port closed.", "January 2025=DATE 2025-01 2025-01"},
        {"It closed in May. It may open. They march in March.", "May=DATE 2024-05 2024-05; March=DATE 2025-03 2025-03"},
        {"Jan Novak and May Brown met Mar Garcia of Sun Ltd.", ""},
        {"Saturday, January 25, was a holiday.", "Saturday, January 25=DATE 2025-01-25 2025-01-25"},
        {"The port opened March eighth.", "March eighth=DATE 2025-03-08 2025-03-08"},
        {"The fleet sailed in late November.", "late November=DATE 2024-11+END 2024-11"},
        {"They met last June and talked in July last year.",
         "last June=DATE 2024-06 2024-06; July last year=DATE 2024-07 2024-07"},
        {"Talks resume in the second week of the month.", ""},
    });
}

TEST(Times, Weekdays) {
    check({
        {"She arrived Tuesday.", "Tuesday=DATE 2025-02-18 2025-02-18"},
        {"He said Wednesday that he will travel on Friday.",
         "Wednesday=DATE 2025-02-19 2025-02-19; Friday=DATE 2025-02-21 2025-02-21"},
        {"The two teams will meet on Thursday.", "Thursday=DATE 2025-02-20 2025-02-20"},
        {"The vote is due Sunday.", "Sunday=DATE 2025-02-23 2025-02-23"},
        {"The summit is scheduled for next Monday.", "next Monday=DATE 2025-02-24 2025-02-24"},
        {"They met last Friday and again this past Sunday.",
         "last Friday=DATE 2025-02-14 2025-02-14; this past Sunday=DATE 2025-02-16 2025-02-16"},
        {"Ships may sail as early as Saturday.", "Saturday=DATE 2025-02-22 2025-02-22"},
        {"The deadline was extended until Friday.", "Friday=DATE 2025-02-21 2025-02-21"},
        {"The crash of Black Monday and the vote of Super Tuesday are remembered.", ""},
        {"They spoke on Tuesday of last week.", "Tuesday of last week=DATE 2025-02-11 2025-02-11"},
        {"Talks had been due to begin Monday.", "Monday=DATE 2025-02-17 2025-02-17"},
        {"The minister left Sunday night and landed Monday morning.",
         "Sunday night=TIME 2025-02-16TNI 2025-02-16; Monday morning=TIME 2025-02-17TMO 2025-02-17"},
        {"The ruling of Tuesday stands; they will honour Friday's vote and Monday's ruling.",
         "Tuesday=DATE 2025-02-18 2025-02-18; Friday=DATE 2025-02-21 2025-02-21; Monday=DATE 2025-02-17 2025-02-17"},
        {"The change on Friday to December's figures was small.",
         "Friday=DATE 2025-02-14 2025-02-14; December=DATE 2024-12 2024-12"},
    });
}

TEST(Times, ThePresentTenseAnnounces) {
    check({
        {"The summit opens Thursday in the capital.", "Thursday=DATE 2025-02-20 2025-02-20"},
        {"The leaders meet Monday; the strike starts Saturday.",
         "Monday=DATE 2025-02-24 2025-02-24; Saturday=DATE 2025-02-22 2025-02-22"},
        {"Novak leaves Sunday and she returns on Tuesday.",
         "Sunday=DATE 2025-02-23 2025-02-23; Tuesday=DATE 2025-02-25 2025-02-25"},
        {"The deadline is Friday. The vote is in May.", "Friday=DATE 2025-02-21 2025-02-21; May=DATE 2025-05 2025-05"},
        {"Friday is the last day.", "Friday=DATE 2025-02-21 2025-02-21"},
        {"The trial, which opened Monday, resumes Thursday.",
         "Monday=DATE 2025-02-17 2025-02-17; Thursday=DATE 2025-02-20 2025-02-20"},
        {"The list, to be published Sunday, is long.", "Sunday=DATE 2025-02-23 2025-02-23"},
        {"The mayor is likely to resign Friday.", "Friday=DATE 2025-02-21 2025-02-21"},
        {"His visits on Monday were short. They refused to meet Monday.",
         "Monday=DATE 2025-02-17 2025-02-17; Monday=DATE 2025-02-17 2025-02-17"},
    });
}

TEST(Times, WhatModalsSayOfTheDay) {
    check({
        {"The mayor could not be reached Friday.", "Friday=DATE 2025-02-14 2025-02-14"},
        {"Neither the mayor nor his wife could be seen Friday.", "Friday=DATE 2025-02-14 2025-02-14"},
        {"The storm could hit by Friday.", "Friday=DATE 2025-02-21 2025-02-21"},
        {"The march planned for Tuesday was cancelled; that planned for Thursday has been called off.",
         "Tuesday=DATE 2025-02-18 2025-02-18; Thursday=DATE 2025-02-20 2025-02-20"},
        {"In December, the council will vote.", "December=DATE 2025-12 2025-12"},
        {"In December, the council voted.", "December=DATE 2024-12 2024-12"},
    });
}

TEST(Times, NoDayButTheTimes) {
    check({
        {"In today's world, today's young people are the leaders of tomorrow.", ""},
        {"Today's vote and tomorrow's game are close.",
         "Today=DATE 2025-02-19 2025-02-19; tomorrow=DATE 2025-02-20 2025-02-20"},
    });
}

TEST(Times, TimesOfTheDay) {
    check({
        {"The call began at 5 p.m. EST on Feb. 10.",
         "5 p.m. EST on Feb. 10=TIME 2025-02-10T17:00 2025-02-10T17:00-05:00"},
        {"They met at 14:30 GMT on January 7, 2025.",
         "14:30 GMT on January 7, 2025=TIME 2025-01-07T14:30Z 2025-01-07T14:30Z"},
        {"At noon the bells rang.", "noon=TIME 2025-02-19T12:00 2025-02-19T12:00"},
        {"The truce ends at midnight Friday.", "midnight Friday=TIME 2025-02-21T24 2025-02-21"},
        {"They spoke at 4 in the morning.", "4 in the morning=TIME 2025-02-19T04:00 2025-02-19T04:00"},
        {"The guests came at 7 o'clock.", "7 o'clock=TIME 2025-02-19T07:00 2025-02-19T07:00"},
        {"The night of January 7 was clear.", "The night of January 7=TIME 2025-01-07TNI 2025-01-07"},
        {"The match ended 2:1.", ""},
        {"He was sworn in at 9:30 a.m. local time on Tuesday.",
         "9:30 a.m. local time on Tuesday=TIME 2025-02-18T09:30 2025-02-18T09:30"},
        {"It sank at 3:42 a.m. (0742 GMT) on Sunday.",
         "3:42 a.m.=TIME 2025-02-16T03:42 2025-02-16T03:42; Sunday=DATE 2025-02-16 2025-02-16"},
        {"At 1430 GMT it sank; room 1430 is shut.", "1430 GMT=TIME 2025-02-19T14:30Z 2025-02-19T14:30Z"},
        {"It sank at 10.5s pm.", ""},
        {"It sank at 10.30 pm on Monday; prices rose 10.30 percent.",
         "10.30 pm on Monday=TIME 2025-02-17T22:30 2025-02-17T22:30"},
        {"For the team it was high noon.", ""},
        {"Sunday night's debate was long.", "Sunday night=TIME 2025-02-16TNI 2025-02-16"},
    });
}

TEST(Times, Holidays) {
    check({
        {"They met at Christmas and on New Year's Eve.",
         "Christmas=DATE 2024-12-25 2024-12-25; New Year's Eve=DATE 2024-12-31 2024-12-31"},
        {"The truce began on Easter Sunday 2024 and on Good Friday, 2023.",
         "Easter Sunday 2024=DATE 2024-03-31 2024-03-31; Good Friday, 2023=DATE 2023-04-07 2023-04-07"},
        {"They voted on Election Day and ate on Thanksgiving.",
         "Election Day=DATE 2024-11-05 2024-11-05; Thanksgiving=DATE 2024-11-28 2024-11-28"},
        {"Shops were full on Black Friday.", "Black Friday=DATE 2024-11-29 2024-11-29"},
        {"Labor Day 2024 was wet; last Halloween was dry.",
         "Labor Day 2024=DATE 2024-09-02 2024-09-02; last Halloween=DATE 2024-10-31 2024-10-31"},
    });
}

} // namespace
} // namespace demarche::extract
