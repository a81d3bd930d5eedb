#pragma once
/// EDTF dates as a reader of a chart expects them: "10–16 Feb 2025", "autumn 2022", "Tue 18 Feb".

#include "base/edtf.hpp"

#include <memory>
#include <string>

namespace demarche {

struct DateLanguage;

struct DateWords {
    /// BCP 47: en (as in Britain), en-US, de, fr, ru, uk, ar, with any region; other languages are printed in English.
    std::string locale = "en";
    bool weekday = false;    ///< "Tue 18 Feb"; only for single days
    bool year = true;        ///< the caller drops the year where the row above has it
    bool long_month = false; ///< "18 February 2025"
};

/// The date in words; plain spaces and en dashes only, the process's locale never looked at. An empty
/// date gives "". Languages: English as in Britain (en-US: as there), German, French, Russian, Ukrainian, Arabic; any
/// other is printed in English. docs/dates.md shows every form. Arabic has no marks of direction in it: whoever sets it
/// among other letters isolates it.
/// Ranges repeat nothing: "17–18 Feb 2025", "28 Feb–2 Mar 2025", "Dec 2024–Jan 2025"; `~` "about
/// 18 Feb 2025"; `[..B]` "by 17 Feb 2025", `[A..]` "17 Feb 2025 or later", `A/..` "from 17 Feb 2025",
/// `../B` "until 17 Feb 2025", `A/` "17 Feb 2025 – ?"; `?` "18 Feb 2025?"; X digits "2010s".
/// Sets are lists: "12 or 17 Feb 2025"; of more than six points first and last are printed.
/// Without `year` a year stays where it says more than the row above: in seasons and over two years.
std::string in_words(const Edtf& date, const DateWords& words);

/// "1 yr 10 mo", "2 mo 3 days", "13 days": how long first to last is, both included, in the two largest
/// units of years, months and days.
std::string length_in_words(Day first, Day last, const std::string& locale);

/// The same for many dates of one language: looking up its names costs more than printing a date.
class DatePrinter {
public:
    explicit DatePrinter(const std::string& locale, bool long_month = false);

    [[nodiscard]] std::string words(const Edtf& date, bool weekday = false, bool year = true) const;
    /// A computed day, month or year, printed as the same EDTF is: of any year, where EDTF writes years above
    /// 9999 without months. REQUIRES: precision is no season.
    [[nodiscard]] std::string
    words(const CivilDate& date, EdtfPrecision precision, bool weekday = false, bool year = true) const;
    /// As length_in_words.
    [[nodiscard]] std::string length(Day first, Day last) const;

private:
    std::shared_ptr<const DateLanguage> language_; ///< never null; never changed, so copies may share it
};

} // namespace demarche
