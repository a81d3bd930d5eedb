#pragma once
/// What a language needs for dates in words: names from ICU, patterns of our own.
///
/// In patterns `{}` stands for the date. Names are given as ICU's locale data has them; the patterns
/// are ours because ICU's put thin spaces into ranges and know no seasons, "about" or "by".

#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace demarche {

/// How a word governs what follows: it may look at whether a day, a month or year, or a season comes.
struct DatePreposition {
    std::string_view day;    ///< "au plus tard le {}"
    std::string_view other;  ///< months and years: "au plus tard en {}"
    std::string_view decade; ///< "au plus tard dans les {}"
    /// Spring to winter with the preposition: "au plus tard en automne"; empty: `other` and the plain name.
    std::array<std::string_view, 4> seasons;
};

/// A count of units, by the plural categories of CLDR; those that are empty are as `other`. A length has no zero.
struct UnitWords {
    std::string_view one = {};   ///< "{} day"
    std::string_view two = {};   ///< "يومان"
    std::string_view few = {};   ///< "{} дня"
    std::string_view many = {};  ///< "{} дней"
    std::string_view other = {}; ///< "{} days"
};

struct DateGrammar {
    std::string_view language;       ///< BCP 47: "en"
    std::string_view region;         ///< "US" where it is told apart from the rest; else ""
    bool month_first = false;        ///< "Feb 18, 2025"
    bool months_alone = false;       ///< a month without a day takes its nominative ("февраль")
    bool short_months_alone = false; ///< abbreviated too ("март 2025")
    std::string_view day_number;     ///< "{}", "{}."
    std::string_view first_day;      ///< "1er"; empty: as day_number
    std::string_view weekday_gap;    ///< between weekday and day: " ", ", "
    std::string_view range;          ///< between compound ends: "–", " – "
    std::array<std::string_view, 4> seasons;
    std::array<std::string_view, 4> seasons_governed; ///< after a preposition's first; empty: as `seasons`
    std::string_view winter_years;                    ///< between the two years of a winter: "–", "/"
    bool winter_short = false;                        ///< "2022–23"
    std::array<std::string_view, 9> parts_of_year;    ///< 4 quarters, 3 thirds, 2 halves: "Q1 {}"
    std::string_view decade;                          ///< "{}s"
    std::string_view decade_governed;                 ///< after a preposition: "{}-х"; empty: as `decade`
    std::string_view before_christ;                   ///< "{} BC"
    std::string_view comma;                           ///< ", "
    std::string_view question;                        ///< of what is doubted or unknown: "?"
    std::string_view either;                          ///< " or "
    std::string_view both;                            ///< " and "
    DatePreposition about, by, or_later, from, until;
    /// "about" for dates that have another preposition, around the whole ("{} environ"); empty: within it.
    std::string_view about_around;
    UnitWords years, months, days;
    std::string_view unit_gap; ///< between two of them: " ", " و"
};

/// A grammar and the names that go with it.
struct DateLanguage {
    std::reference_wrapper<const DateGrammar> grammar;
    std::string locale;                       ///< ICU's name: "en_GB"
    std::array<std::string, 12> months;       ///< as in a date with a day
    std::array<std::string, 12> months_alone; ///< as without
    std::array<std::string, 7> weekdays;      ///< Monday first, abbreviated
};

/// The language of a BCP 47 tag ("de", "de-AT", "en_US"); English as in Britain where none is known.
/// Only language and region are looked at, never the process's locale.
DateLanguage date_language(std::string_view tag, bool long_month);

/// The plural form of `words` for `count`, with the count in it.
std::string counted(const DateLanguage& language, const UnitWords& words, long long count);

} // namespace demarche
