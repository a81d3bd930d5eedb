#include "base/edtf_words.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Edtf parsed(const std::string& text) {
    std::variant<Edtf, EdtfError> result = parse_edtf(text);
    if (const EdtfError* const error = std::get_if<EdtfError>(&result)) {
        ADD_FAILURE() << text << ": " << error->message;
        return {};
    }
    return std::get<Edtf>(result);
}

struct Row {
    const char* edtf;
    const char* words;
};

void expect_words(const DateWords& how, const std::vector<Row>& table) {
    for (const Row& row : table) {
        EXPECT_EQ(in_words(parsed(row.edtf), how), row.words) << row.edtf << " in " << how.locale;
    }
}

TEST(EdtfWords, English) {
    expect_words({}, {
                         {"", ""},
                         {"2025-02-18", "18 Feb 2025"},
                         {"2025-02", "Feb 2025"},
                         {"2025", "2025"},
                         {"2022-23", "autumn 2022"},
                         {"2023-21", "spring 2023"},
                         {"2022-24", "winter 2022–23"},
                         {"1999-24", "winter 1999–2000"},
                         {"2022-30", "summer 2022–23"},
                         {"2022-33", "Q1 2022"},
                         {"2022-38", "second third of 2022"},
                         {"2022-41", "second half of 2022"},
                         {"[2025-02-10..2025-02-16]", "10–16 Feb 2025"},
                         {"2025-02-17/2025-02-18", "17–18 Feb 2025"},
                         {"2025-02-18/2025-02-18", "18 Feb 2025"},
                         {"2025-02-28/2025-03-02", "28 Feb–2 Mar 2025"},
                         {"2024-12-30/2025-01-02", "30 Dec 2024–2 Jan 2025"},
                         {"2024-12/2025-01", "Dec 2024–Jan 2025"},
                         {"2025-01/2025-03", "Jan–Mar 2025"},
                         {"2022/2025", "2022–2025"},
                         {"2022-21/2022-23", "spring–autumn 2022"},
                         {"2022-23/2023-21", "autumn 2022–spring 2023"},
                         {"2022-09/2025-02-17", "Sept 2022 – 17 Feb 2025"},
                         {"2022/2025-02-17", "2022 – 17 Feb 2025"},
                         {"2025-02/2025-03-18", "Feb 2025 – 18 Mar 2025"},
                         {"[..2025-02-17]", "by 17 Feb 2025"},
                         {"[2025-02-17..]", "17 Feb 2025 or later"},
                         {"[..2022-23]", "by autumn 2022"},
                         {"[..2025-02-10,2025-02-20..]", "by 10 Feb 2025 or 20 Feb 2025 or later"},
                         {"2022-02-24/..", "from 24 Feb 2022"},
                         {"../2022-02-24", "until 24 Feb 2022"},
                         {"2022-02-24/", "24 Feb 2022 – ?"},
                         {"/2022-02-24", "? – 24 Feb 2022"},
                         {"2025-02-18~", "about 18 Feb 2025"},
                         {"2025-02-~18", "about 18 Feb 2025"},
                         {"2025-02-18?", "18 Feb 2025?"},
                         {"2025-02-18%", "about 18 Feb 2025?"},
                         {"2022-23~", "about autumn 2022"},
                         {"2023-02~/2023-05~", "about Feb–May 2023"},
                         {"2025-02-17/2025-02-20~", "17 Feb 2025 – about 20 Feb 2025"},
                         {"2025-02-17?/2025-02-20?", "17–20 Feb 2025?"},
                         {"1984~/2004~", "about 1984–2004"},
                         {"1984~/2004", "about 1984 – 2004"},
                         {"1984~/2004-06~", "about 1984 – about Jun 2004"},
                         {"1984~/2004-06", "about 1984 – Jun 2004"},
                         {"1984?/2004-06?", "1984? – Jun 2004?"},
                         {"2024-12-25/2024-12", "25 Dec 2024 – Dec 2024"},
                         {"[..2025-02-17~]", "by about 17 Feb 2025"},
                         {"2022~/..", "from about 2022"},
                         {"201X", "2010s"},
                         {"201X~", "about the 2010s"},
                         {"20XX", "2000–2099"},
                         {"[..20XX]", "by 2099"},
                         {"2025-1X/..", "from Oct 2025"},
                         {"2025-1X/", "Oct–Dec 2025 – ?"},
                         {"000X", "1 BC–9"},
                         {"2025-XX", "2025"},
                         {"2025-XX-XX", "2025"},
                         {"2025-02-XX", "Feb 2025"},
                         {"2025-1X", "Oct–Dec 2025"},
                         {"2025-02-1X", "10–19 Feb 2025"},
                         {"2025-04-3X", "30 Apr 2025"},
                         {"[2025-02-12,2025-02-17]", "12 or 17 Feb 2025"},
                         {"[2025-02-12,2025-02-17,2025-03-02]", "12, 17 Feb or 2 Mar 2025"},
                         {"{2025-02-12,2025-02-14..2025-02-16}", "12 and 14–16 Feb 2025"},
                         {"{2025-02-01..2025-02-03,2025-02-14}", "1–3 and 14 Feb 2025"},
                         {"{2025-02-10..2025-02-12}", "10–12 Feb 2025"},
                         {"[2025-02-17]", "17 Feb 2025"},
                         {"[1667,1668,1670..1672]", "1667, 1668 or 1670–1672"},
                         {"[2001,2002,2003,2004,2005,2006,2007]", "2001–2007"},
                         {"-0043-03-15", "15 Mar 44 BC"},
                         {"0000", "1 BC"},
                         {"-0043/-0039", "44–40 BC"},
                         {"-0043/0014", "44 BC–14"},
                         {"Y-12000", "12001 BC"},
                         {"Y170000000002", "170000000002"},
                         {"2025-02-18T14:30", "18 Feb 2025, 14:30"},
                         {"2025-02-18T14:30Z", "18 Feb 2025, 14:30 UTC"},
                         {"2025-02-18T04:05+03:00", "18 Feb 2025, 04:05 UTC+03:00"},
                         {"2025-02-18T09:00Z/2025-02-18T13:30Z", "18 Feb 2025, 09:00–13:30 UTC"},
                         {"2025-02-18T09:00/2025-02-19T13:30", "18 Feb 2025, 09:00 – 19 Feb 2025, 13:30"},
                     });
}

TEST(EdtfWords, WeekdaysOfSingleDaysOnly) {
    expect_words({.locale = "en", .weekday = true, .year = false}, {
                                                                       {"2025-02-18", "Tue 18 Feb"},
                                                                       {"2025-02-16", "Sun 16 Feb"},
                                                                       {"2025-02-17/2025-02-18", "17–18 Feb"},
                                                                       {"2025-02-18~", "about 18 Feb"},
                                                                       {"2025-02-18?", "18 Feb?"},
                                                                       {"[..2025-02-18]", "by 18 Feb"},
                                                                       {"2025-02", "Feb"},
                                                                       {"2025-02-18T14:30Z", "Tue 18 Feb, 14:30 UTC"},
                                                                   });
    expect_words({.locale = "en", .weekday = true}, {{"2025-02-18", "Tue 18 Feb 2025"}});
}

TEST(EdtfWords, ADayWithTwoTimesIsASingleDay) {
    expect_words({.locale = "en", .weekday = true, .year = false},
                 {{"2025-02-18T09:00/2025-02-18T13:30", "Tue 18 Feb, 09:00–13:30"},
                  {"2025-02-18/2025-02-18", "Tue 18 Feb"},
                  {"[2025-02-18]", "Tue 18 Feb"}});
}

TEST(EdtfWords, ComputedDatesOfAnyYear) {
    const DatePrinter english("en");
    EXPECT_EQ(english.words(CivilDate{2025, 2, 18}, EdtfPrecision::day, true), "Tue 18 Feb 2025");
    EXPECT_EQ(english.words(CivilDate{2025, 2, 18}, EdtfPrecision::day, false, false), "18 Feb");
    EXPECT_EQ(english.words(CivilDate{2025, 2, 18}, EdtfPrecision::month), "Feb 2025");
    EXPECT_EQ(english.words(CivilDate{-39, 1, 1}, EdtfPrecision::year), "40 BC");
    EXPECT_EQ(english.words(CivilDate{-39, 1, 1}, EdtfPrecision::month), "Jan 40 BC");
    EXPECT_EQ(DatePrinter("de").words(CivilDate{12000, 3, 4}, EdtfPrecision::day), "4. März 12000");
}

TEST(EdtfWords, TheYearStaysWhereItSaysMore) {
    expect_words({.locale = "en", .year = false}, {
                                                      {"[2025-02-10..2025-02-16]", "10–16 Feb"},
                                                      {"2025-02-28/2025-03-02", "28 Feb–2 Mar"},
                                                      {"2024-12-30/2025-01-02", "30 Dec 2024–2 Jan 2025"},
                                                      {"2022-23", "autumn 2022"},
                                                      {"2025", "2025"},
                                                      {"201X", "2010s"},
                                                      {"2025-02/2025-03-18", "Feb – 18 Mar"},
                                                      {"[..2025-02-17]", "by 17 Feb"},
                                                  });
}

TEST(EdtfWords, LongMonths) {
    expect_words({.locale = "en", .long_month = true},
                 {{"2025-02-18", "18 February 2025"}, {"2024-12/2025-01", "December 2024–January 2025"}});
    expect_words({.locale = "de", .long_month = true},
                 {{"2025-02-18", "18. Februar 2025"}, {"2025-02", "Februar 2025"}});
    expect_words({.locale = "fr", .long_month = true}, {{"2025-08-01", "1er août 2025"}});
    // Beside a day the month stands in the genitive, alone in the nominative, after a preposition in the genitive.
    expect_words({.locale = "ru", .long_month = true}, {{"2025-02-18", "18 февраля 2025"},
                                                        {"2025-02", "февраль 2025"},
                                                        {"2025-02~", "около февраля 2025"},
                                                        {"2025-02-28/2025-03-02", "28 февраля – 2 марта 2025"}});
}

TEST(EdtfWords, AmericanEnglish) {
    expect_words({.locale = "en-US"}, {
                                          {"2025-02-18", "Feb 18, 2025"},
                                          {"[2025-02-10..2025-02-16]", "Feb 10–16, 2025"},
                                          {"2025-02-28/2025-03-02", "Feb 28–Mar 2, 2025"},
                                          {"2024-12-30/2025-01-02", "Dec 30, 2024–Jan 2, 2025"},
                                          {"[2025-02-12,2025-02-17]", "Feb 12 or 17, 2025"},
                                          {"2022-23", "fall 2022"},
                                          {"2025-02", "Feb 2025"},
                                      });
    expect_words({.locale = "en_US", .weekday = true, .year = false}, {{"2025-02-18", "Tue, Feb 18"}});
}

TEST(EdtfWords, RegionsOfEnglish) {
    expect_words({.locale = "en-GB"}, {{"2022-09", "Sept 2022"}, {"2022-23", "autumn 2022"}});
    expect_words({.locale = "en-IE"}, {{"2025-02-18", "18 Feb 2025"}});
}

TEST(EdtfWords, German) {
    expect_words({.locale = "de"}, {
                                       {"2025-02-18", "18. Feb. 2025"},
                                       {"2025-02", "Feb. 2025"},
                                       {"2025-03-01", "1. März 2025"},
                                       {"[2025-02-10..2025-02-16]", "10.–16. Feb. 2025"},
                                       {"2025-02-28/2025-03-02", "28. Feb. – 2. März 2025"},
                                       {"2025-01/2025-03", "Jan.–März 2025"},
                                       {"2024-12/2025-01", "Dez. 2024 – Jan. 2025"},
                                       {"2022/2025", "2022–2025"},
                                       {"2022-23", "Herbst 2022"},
                                       {"2023-21", "Frühjahr 2023"},
                                       {"2022-24", "Winter 2022/23"},
                                       {"2022-33", "1. Quartal 2022"},
                                       {"2025-02-18~", "etwa 18. Feb. 2025"},
                                       {"2024-12-30~/2025-01-02~", "etwa 30. Dez. 2024 – etwa 2. Jan. 2025"},
                                       {"2024-12-30~/2025-01-02", "etwa 30. Dez. 2024 – 2. Jan. 2025"},
                                       {"2025-02-17~/2025-02-20~", "etwa 17.–20. Feb. 2025"},
                                       {"[..2025-02-17]", "spätestens 17. Feb. 2025"},
                                       {"[2025-02-17..]", "frühestens 17. Feb. 2025"},
                                       {"2022-02-24/..", "ab 24. Feb. 2022"},
                                       {"../2022-02-24", "bis 24. Feb. 2022"},
                                       {"[2025-02-12,2025-02-17]", "12. oder 17. Feb. 2025"},
                                       {"201X", "2010er-Jahre"},
                                       {"[..201X]", "spätestens in den 2010er-Jahren"},
                                       {"-0043", "44 v. Chr."},
                                   });
    expect_words({.locale = "de", .weekday = true, .year = false}, {{"2025-02-18", "Di., 18. Feb."}});
    expect_words({.locale = "de-DE"}, {{"2025-01-18", "18. Jan. 2025"}});
    expect_words({.locale = "de-AT"}, {{"2025-01-18", "18. Jän. 2025"}});
}

TEST(EdtfWords, French) {
    expect_words({.locale = "fr"}, {
                                       {"2025-02-18", "18 févr. 2025"},
                                       {"2025-02-01", "1er févr. 2025"},
                                       {"2025-02", "févr. 2025"},
                                       {"[2025-02-10..2025-02-16]", "10–16 févr. 2025"},
                                       {"2025-02-01/2025-02-03", "1er–3 févr. 2025"},
                                       {"2025-02-28/2025-03-02", "28 févr. – 2 mars 2025"},
                                       {"2022-23", "automne 2022"},
                                       {"2022-24", "hiver 2022–2023"},
                                       {"2025-02-18~", "vers le 18 févr. 2025"},
                                       {"2025-02~", "vers févr. 2025"},
                                       {"2022-23~", "vers l’automne 2022"},
                                       {"2023-21~", "vers le printemps 2023"},
                                       {"[..2025-02-17]", "au plus tard le 17 févr. 2025"},
                                       {"[..2022]", "au plus tard en 2022"},
                                       {"[..2023-21]", "au plus tard au printemps 2023"},
                                       {"[..2025-02-17~]", "au plus tard le 17 févr. 2025 environ"},
                                       {"[2025-02-17..]", "au plus tôt le 17 févr. 2025"},
                                       {"2022-02-24/..", "dès le 24 févr. 2022"},
                                       {"../2022-02-24", "jusqu’au 24 févr. 2022"},
                                       {"../2022-23", "jusqu’à l’automne 2022"},
                                       {"[2025-02-12,2025-02-17]", "12 ou 17 févr. 2025"},
                                       {"201X", "années 2010"},
                                       {"2022-33", "1er trimestre 2022"},
                                       {"201X~", "vers les années 2010"},
                                       {"../201X", "jusqu’aux années 2010"},
                                       {"-0043", "44 av. J.-C."},
                                   });
    expect_words({.locale = "fr", .weekday = true, .year = false}, {{"2025-02-18", "mar. 18 févr."}});
}

TEST(EdtfWords, Russian) {
    expect_words({.locale = "ru"}, {
                                       {"2025-02-18", "18 февр. 2025"},
                                       {"2025-05-09", "9 мая 2025"},
                                       {"2025-05", "май 2025"},
                                       {"[2025-02-10..2025-02-16]", "10–16 февр. 2025"},
                                       {"2025-02-28/2025-03-02", "28 февр. – 2 мар. 2025"},
                                       {"2025-03/2025-05", "март–май 2025"},
                                       {"2025-03~/2025-05~", "около мар.–мая 2025"},
                                       {"2022-23", "осень 2022"},
                                       {"2022-24", "зима 2022–2023"},
                                       {"2022-23~", "около осени 2022"},
                                       {"2022-21~/2022-23~", "около весны–осени 2022"},
                                       {"2022-23~/2023-21~", "около осени 2022 – около весны 2023"},
                                       {"2025-02-18~", "около 18 февр. 2025"},
                                       {"[..2025-02-17]", "не позднее 17 февр. 2025"},
                                       {"[..2022-23]", "не позднее осени 2022"},
                                       {"[..2025-02-17~]", "примерно не позднее 17 февр. 2025"},
                                       {"[2025-02-17..]", "не ранее 17 февр. 2025"},
                                       {"2022-02-24/..", "с 24 февр. 2022"},
                                       {"2022-22/..", "с лета 2022"},
                                       {"../2022-02-24", "до 24 февр. 2022"},
                                       {"[2025-02-12,2025-02-17]", "12 или 17 февр. 2025"},
                                       {"201X", "2010-е"},
                                       {"2022-36", "IV кв. 2022"},
                                       {"201X~", "около 2010-х"},
                                       {"-0043", "44 до н. э."},
                                   });
    expect_words({.locale = "ru-RU", .weekday = true, .year = false}, {{"2025-02-18", "вт, 18 февр."}});
}

TEST(EdtfWords, UnknownLocalesFallBackToEnglish) {
    for (const char* locale :
         {"", "xx", "tlh", "en-", "en-ZZ-", "no such thing", "en-u-ca-buddhist", "-", "\xFF", "C", "POSIX"}) {
        expect_words({.locale = locale}, {{"2025-02-18", "18 Feb 2025"}, {"2022-23~", "about autumn 2022"}});
    }
    expect_words({.locale = "de-u-ca-buddhist"}, {{"2025-02-18", "18. Feb. 2025"}});
    expect_words({.locale = "DE"}, {{"2025-02-18", "18. Feb. 2025"}});
}

TEST(EdtfWords, LengthInWords) {
    const struct {
        const char* first;
        const char* last;
        const char* locale;
        const char* words;
    } kTable[] = {
        {"2025-02-18", "2025-02-18", "en", "1 day"},
        {"2025-02-18", "2025-02-19", "en", "2 days"},
        {"2025-02-01", "2025-02-13", "en", "13 days"},
        {"2025-02-01", "2025-02-28", "en", "1 mo"},
        {"2025-02-01", "2025-03-03", "en", "1 mo 3 days"},
        {"2025-01-31", "2025-02-27", "en", "1 mo"},
        {"2025-01-31", "2025-02-26", "en", "27 days"},
        // Up to the end of a month a day more is a day more.
        {"2025-01-31", "2025-02-28", "en", "1 mo 1 day"},
        {"2025-01-30", "2025-02-28", "en", "1 mo 2 days"},
        {"2024-12-29", "2025-02-28", "en", "2 mo 3 days"},
        {"2025-01-02", "2025-01-31", "en", "30 days"},
        {"2025-01-01", "2025-12-31", "en", "1 yr"},
        {"2023-04-01", "2025-02-09", "en", "1 yr 10 mo"},
        {"2021-12-10", "2025-02-09", "en", "3 yr 2 mo"},
        {"2024-02-29", "2025-02-27", "en", "1 yr"},
        {"2024-02-29", "2025-02-26", "en", "11 mo 29 days"},
        {"2025-02-19", "2025-02-18", "en", "2 days"},
        {"2023-04-01", "2025-02-09", "de", "1 Jahr 10 Mon."},
        {"2022-04-01", "2025-02-09", "de", "2 Jahre 10 Mon."},
        {"2025-02-01", "2025-02-13", "de", "13 Tage"},
        {"2023-04-01", "2025-02-09", "fr", "1 an 10 mois"},
        {"2022-04-01", "2025-02-09", "fr", "2 ans 10 mois"},
        {"2025-02-01", "2025-02-01", "fr", "1 jour"},
        {"2023-04-01", "2025-02-09", "ru", "1 год 10 мес."},
        {"2022-04-01", "2025-02-09", "ru", "2 года 10 мес."},
        {"2020-01-01", "2024-12-31", "ru", "5 лет"},
        {"2025-02-01", "2025-02-21", "ru", "21 день"},
        {"2025-02-01", "2025-02-03", "ru", "3 дня"},
        {"2025-02-01", "2025-02-11", "ru", "11 дней"},
        {"2025-02-01", "2025-02-13", "xx", "13 days"},
    };

    for (const auto& row : kTable) {
        EXPECT_EQ(length_in_words(*parse_day(row.first), *parse_day(row.last), row.locale), row.words)
            << row.first << " " << row.last;
    }
}

} // namespace
} // namespace demarche
