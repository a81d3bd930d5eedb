#pragma once
/// The languages dates can be printed in.

#include "base/date_language.hpp"

namespace demarche {

inline constexpr DateGrammar kEnglish = {
    .language = "en",
    .region = "",
    .month_first = false,
    .months_alone = false,
    .day_number = "{}",
    .first_day = "",
    .weekday_gap = " ",
    .range = "–",
    .seasons = {"spring", "summer", "autumn", "winter"},
    .seasons_governed = {},
    .winter_years = "–",
    .winter_short = true,
    .parts_of_year = {"Q1 {}", "Q2 {}", "Q3 {}", "Q4 {}", "first third of {}", "second third of {}", "last third of {}",
                      "first half of {}", "second half of {}"},
    .decade = "{}s",
    .decade_governed = "",
    .before_christ = "{} BC",
    .either = " or ",
    .both = " and ",
    .about = {"about {}", "about {}", "about the {}", {}},
    .by = {"by {}", "by {}", "by the {}", {}},
    .or_later = {"{} or later", "{} or later", "the {} or later", {}},
    .from = {"from {}", "from {}", "from the {}", {}},
    .until = {"until {}", "until {}", "until the {}", {}},
    .about_around = "",
    .years = {"{} yr", "", "{} yr"},
    .months = {"{} mo", "", "{} mo"},
    .days = {"{} day", "", "{} days"},
};

inline constexpr DateGrammar kAmericanEnglish = [] {
    DateGrammar grammar = kEnglish;
    grammar.region = "US";
    grammar.month_first = true;
    grammar.weekday_gap = ", ";
    grammar.seasons[2] = "fall";
    return grammar;
}();

inline constexpr DateGrammar kGerman = {
    .language = "de",
    .region = "",
    .month_first = false,
    .months_alone = false,
    .day_number = "{}.",
    .first_day = "",
    .weekday_gap = ", ",
    .range = " – ",
    .seasons = {"Frühjahr", "Sommer", "Herbst", "Winter"},
    .seasons_governed = {},
    .winter_years = "/",
    .winter_short = true,
    .parts_of_year = {"1. Quartal {}", "2. Quartal {}", "3. Quartal {}", "4. Quartal {}", "1. Drittel {}",
                      "2. Drittel {}", "3. Drittel {}", "1. Halbjahr {}", "2. Halbjahr {}"},
    .decade = "{}er-Jahre",
    .decade_governed = "",
    .before_christ = "{} v. Chr.",
    .either = " oder ",
    .both = " und ",
    .about = {"etwa {}", "etwa {}", "etwa {}", {}},
    .by = {"spätestens {}", "spätestens {}", "spätestens in den {}n", {}},
    .or_later = {"frühestens {}", "frühestens {}", "frühestens in den {}n", {}},
    .from = {"ab {}", "ab {}", "ab den {}n", {}},
    .until = {"bis {}", "bis {}", "bis in die {}", {}},
    .about_around = "",
    .years = {"{} Jahr", "", "{} Jahre"},
    .months = {"{} Mon.", "", "{} Mon."},
    .days = {"{} Tag", "", "{} Tage"},
};

inline constexpr DateGrammar kFrench = {
    .language = "fr",
    .region = "",
    .month_first = false,
    .months_alone = false,
    .day_number = "{}",
    .first_day = "1er",
    .weekday_gap = " ",
    .range = " – ",
    .seasons = {"printemps", "été", "automne", "hiver"},
    .seasons_governed = {},
    .winter_years = "–",
    .winter_short = false,
    .parts_of_year = {"1er trimestre {}", "2e trimestre {}", "3e trimestre {}", "4e trimestre {}",
                      "1er quadrimestre {}", "2e quadrimestre {}", "3e quadrimestre {}", "1er semestre {}",
                      "2e semestre {}"},
    .decade = "années {}",
    .decade_governed = "",
    .before_christ = "{} av. J.-C.",
    .either = " ou ",
    .both = " et ",
    .about = {"vers le {}",
              "vers {}",
              "vers les {}",
              {"vers le printemps", "vers l’été", "vers l’automne", "vers l’hiver"}},
    .by = {"au plus tard le {}",
           "au plus tard en {}",
           "au plus tard dans les {}",
           {"au plus tard au printemps", "au plus tard en été", "au plus tard en automne", "au plus tard en hiver"}},
    .or_later = {"au plus tôt le {}",
                 "au plus tôt en {}",
                 "au plus tôt dans les {}",
                 {"au plus tôt au printemps", "au plus tôt en été", "au plus tôt en automne", "au plus tôt en hiver"}},
    .from = {"dès le {}", "dès {}", "dès les {}", {"dès le printemps", "dès l’été", "dès l’automne", "dès l’hiver"}},
    .until = {"jusqu’au {}",
              "jusqu’en {}",
              "jusqu’aux {}",
              {"jusqu’au printemps", "jusqu’à l’été", "jusqu’à l’automne", "jusqu’à l’hiver"}},
    .about_around = "{} environ",
    .years = {"{} an", "", "{} ans"},
    .months = {"{} mois", "", "{} mois"},
    .days = {"{} jour", "", "{} jours"},
};

/// Prepositions that govern the genitive, which is what ICU's month names have beside a day.
inline constexpr DateGrammar kRussian = {
    .language = "ru",
    .region = "",
    .month_first = false,
    .months_alone = true,
    .day_number = "{}",
    .first_day = "",
    .weekday_gap = ", ",
    .range = " – ",
    .seasons = {"весна", "лето", "осень", "зима"},
    .seasons_governed = {"весны", "лета", "осени", "зимы"},
    .winter_years = "–",
    .winter_short = false,
    .parts_of_year = {"I кв. {}", "II кв. {}", "III кв. {}", "IV кв. {}", "1-я треть {}", "2-я треть {}",
                      "3-я треть {}", "1-е полугодие {}", "2-е полугодие {}"},
    .decade = "{}-е",
    .decade_governed = "{}-х",
    .before_christ = "{} до н. э.",
    .either = " или ",
    .both = " и ",
    .about = {"около {}", "около {}", "около {}", {"около весны", "около лета", "около осени", "около зимы"}},
    .by = {"не позднее {}",
           "не позднее {}",
           "не позднее {}",
           {"не позднее весны", "не позднее лета", "не позднее осени", "не позднее зимы"}},
    .or_later = {"не ранее {}",
                 "не ранее {}",
                 "не ранее {}",
                 {"не ранее весны", "не ранее лета", "не ранее осени", "не ранее зимы"}},
    .from = {"с {}", "с {}", "с {}", {"с весны", "с лета", "с осени", "с зимы"}},
    .until = {"до {}", "до {}", "до {}", {"до весны", "до лета", "до осени", "до зимы"}},
    .about_around = "примерно {}",
    .years = {"{} год", "{} года", "{} лет"},
    .months = {"{} мес.", "{} мес.", "{} мес."},
    .days = {"{} день", "{} дня", "{} дней"},
};

/// A grammar with a region stands before its language's others.
inline constexpr std::array<const DateGrammar*, 5> kDateGrammars = {&kAmericanEnglish, &kEnglish, &kGerman, &kFrench,
                                                                    &kRussian};

} // namespace demarche
