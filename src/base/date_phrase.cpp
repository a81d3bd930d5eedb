#include "base/date_phrase.hpp"

#include <algorithm>

namespace demarche {

namespace {

using Kind = DateTerm::Kind;

constexpr std::string_view kDash = "–";

std::string filled(std::string_view pattern, const std::string& text) {
    const std::size_t hole = pattern.find("{}");
    return std::string(pattern.substr(0, hole)) + text + std::string(pattern.substr(hole + 2));
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Winters, and southern summers, begin in December and are named by two years.
bool has_two_years(const DateTerm& term) {
    return term.kind == Kind::season && (term.month == 24 || term.month == 28 || term.month == 30);
}

/// Kinds whose year may be said once for several.
bool shares_years(const DateTerm& term) {
    return term.kind == Kind::day || term.kind == Kind::month ||
           (term.kind == Kind::season && term.month <= 32 && !has_two_years(term));
}

/// Composes the terms; what a term leaves to its neighbour is decided here and nowhere else.
class Phrase {
public:
    Phrase(const std::vector<DateTerm>& terms, const DateLanguage& language, const DatePhraseStyle& style)
        : terms_(terms),
          names_(language),
          grammar_(language.grammar),
          style_(style),
          alike_(std::all_of(terms.begin(),
                             terms.end(),
                             [&terms](const DateTerm& term) {
                                 return term.about == terms[0].about && term.doubtful == terms[0].doubtful;
                             })),
          timed_(std::any_of(
              terms.begin(), terms.end(), [](const DateTerm& term) { return term.minute_of_day.has_value(); })) {
        // "about 1984 – June 2004" would leave open whether June is exact: ends that stand apart say it each.
        alike_ = alike_ && !(qualified() && stands_apart());
    }

    [[nodiscard]] std::string text() const;

private:
    [[nodiscard]] bool qualified() const { return terms_[0].about || terms_[0].doubtful; }

    [[nodiscard]] bool stands_apart() const;
    [[nodiscard]] bool same_year(std::size_t i) const;
    [[nodiscard]] bool same_month(std::size_t i) const;
    [[nodiscard]] bool one_year() const;
    [[nodiscard]] bool one_day_two_times() const;
    [[nodiscard]] bool shows_year(std::size_t i) const;
    [[nodiscard]] bool shows_month(std::size_t i) const;

    [[nodiscard]] std::string year_text(std::int64_t year) const;
    [[nodiscard]] std::string winter_text(std::int64_t year) const;
    [[nodiscard]] std::string day_text(std::size_t i) const;
    [[nodiscard]] std::string month_text(std::size_t i, bool governed) const;
    [[nodiscard]] std::string season_text(std::size_t i, const DatePreposition* preposition, bool governed) const;
    [[nodiscard]] std::string time_text(const DateTerm& term, bool with_zone) const;
    [[nodiscard]] std::string bare(std::size_t i, const DatePreposition* preposition, bool governed) const;
    [[nodiscard]] std::string governed_by(const DatePreposition* preposition, std::size_t i, bool governed) const;
    [[nodiscard]] std::string joined(const DatePreposition* preposition) const;
    [[nodiscard]] std::string about_with(const DatePreposition& preposition) const;
    [[nodiscard]] std::string joint(std::size_t i, const std::string& left) const;

    const std::vector<DateTerm>& terms_;
    const DateLanguage& names_;
    const DateGrammar& grammar_;
    const DatePhraseStyle& style_;
    bool alike_; ///< every term has the same qualifiers, and they are said once
    bool timed_;
};

/// A range has blanks around its dash.
bool Phrase::stands_apart() const {
    for (std::size_t i = 0; i + 1 < terms_.size(); ++i) {
        if (terms_[i].after == DateJoint::range && joint(i, bare(i, nullptr, false)).front() == ' ') {
            return true;
        }
    }
    return false;
}

/// Term i and the next one are of one year, and it can be said once.
bool Phrase::same_year(std::size_t i) const {
    if (!alike_ || i + 1 >= terms_.size()) {
        return false;
    }
    const DateTerm& a = terms_[i];
    const DateTerm& b = terms_[i + 1];
    return a.kind == b.kind && shares_years(a) && shares_years(b) && a.year == b.year &&
           (!timed_ || one_day_two_times());
}

bool Phrase::same_month(std::size_t i) const {
    return same_year(i) && terms_[i].kind == Kind::day && terms_[i + 1].kind == Kind::day &&
           terms_[i].month == terms_[i + 1].month;
}

bool Phrase::one_year() const {
    return std::all_of(terms_.begin(), terms_.end(), [this](const DateTerm& term) {
        return (term.kind == Kind::day || term.kind == Kind::month) && term.year == terms_[0].year;
    });
}

bool Phrase::one_day_two_times() const {
    return terms_.size() == 2 && terms_[0].minute_of_day && terms_[1].minute_of_day &&
           terms_[0].year == terms_[1].year && terms_[0].month == terms_[1].month && terms_[0].day == terms_[1].day;
}

bool Phrase::shows_year(std::size_t i) const {
    return !(!style_.year && one_year()) && !same_year(i);
}

/// The month stands with the last day of its run, or with the first where months come first.
bool Phrase::shows_month(std::size_t i) const {
    return grammar_.month_first ? i == 0 || !same_month(i - 1) : !same_month(i);
}

std::string Phrase::year_text(std::int64_t year) const {
    return year > 0 ? std::to_string(year) : filled(grammar_.before_christ, std::to_string(1 - year));
}

std::string Phrase::winter_text(std::int64_t year) const {
    if (year <= 0) {
        return year_text(year);
    }
    const std::int64_t next = year + 1;
    const bool shortened = grammar_.winter_short && next / 100 == year / 100;
    return year_text(year) + std::string(grammar_.winter_years) +
           (shortened ? two_digits(static_cast<int>(next % 100)) : year_text(next));
}

std::string Phrase::day_text(std::size_t i) const {
    const DateTerm& term = terms_[i];
    const bool first = term.day == 1 && !grammar_.first_day.empty();
    const std::string number =
        first ? std::string(grammar_.first_day) : filled(grammar_.day_number, std::to_string(term.day));
    const std::string& month = names_.months.at(term.month - 1);
    std::string text = number;
    if (shows_month(i)) {
        text = grammar_.month_first ? month + " " + number : number + " " + month;
    }
    if (shows_year(i)) {
        text += (grammar_.month_first ? ", " : " ") + year_text(term.year);
    }
    if (style_.weekday && (terms_.size() == 1 || one_day_two_times()) && !term.about && !term.doubtful) {
        const Weekday day = weekday(day_number({term.year, term.month, term.day}));
        text = names_.weekdays.at(static_cast<std::size_t>(day)) + std::string(grammar_.weekday_gap) + text;
    }
    return text;
}

std::string Phrase::month_text(std::size_t i, bool governed) const {
    const DateTerm& term = terms_[i];
    const std::string& name = (governed ? names_.months : names_.months_alone).at(term.month - 1);
    return shows_year(i) ? name + " " + year_text(term.year) : name;
}

std::string Phrase::season_text(std::size_t i, const DatePreposition* preposition, bool governed) const {
    const DateTerm& term = terms_[i];
    if (term.month > 32) {
        return filled(grammar_.parts_of_year.at(term.month - 33), year_text(term.year));
    }
    const std::size_t season = (term.month - 21) % 4;
    std::string_view name = grammar_.seasons.at(season);
    if (preposition != nullptr && !preposition->seasons[0].empty()) {
        name = preposition->seasons.at(season);
    } else if (governed && !grammar_.seasons_governed[0].empty()) {
        name = grammar_.seasons_governed.at(season);
    }
    if (!shows_year(i)) {
        return std::string(name);
    }
    return std::string(name) + " " + (has_two_years(term) ? winter_text(term.year) : year_text(term.year));
}

std::string Phrase::time_text(const DateTerm& term, bool with_zone) const {
    const int minutes = *term.minute_of_day;
    std::string text = two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
    if (with_zone && !term.zone.empty()) {
        text += term.zone == "Z" ? " UTC" : " UTC" + term.zone;
    }
    return text;
}

/// Term i without qualifiers; a season takes the preposition's own name.
std::string Phrase::bare(std::size_t i, const DatePreposition* preposition, bool governed) const {
    const DateTerm& term = terms_[i];
    switch (term.kind) {
    case Kind::day:
        break;
    case Kind::month:
        return month_text(i, governed);
    case Kind::season:
        return season_text(i, preposition, governed);
    case Kind::year: {
        // "44–40 BC": the era is said once.
        const bool era_follows = alike_ && term.year <= 0 && i + 1 < terms_.size() &&
                                 terms_[i + 1].kind == Kind::year && terms_[i + 1].year <= 0;
        return era_follows ? std::to_string(1 - term.year) : year_text(term.year);
    }
    case Kind::decade: {
        const bool inflected = governed && !grammar_.decade_governed.empty();
        return filled(inflected ? grammar_.decade_governed : grammar_.decade, std::to_string(term.year));
    }
    }
    return day_text(i) + (term.minute_of_day ? std::string(grammar_.comma) + time_text(term, true) : "");
}

std::string Phrase::governed_by(const DatePreposition* preposition, std::size_t i, bool governed) const {
    if (preposition == nullptr) {
        return bare(i, nullptr, governed);
    }
    const DateTerm& term = terms_[i];
    const bool named_season = term.kind == Kind::season && term.month <= 32 && !preposition->seasons[0].empty();
    std::string text = bare(i, preposition, true);
    if (named_season) {
        return text;
    }
    if (term.kind == Kind::decade) {
        return filled(preposition->decade, text);
    }
    return filled(term.kind == Kind::day ? preposition->day : preposition->other, text);
}

/// Compound ends, and ends of different kinds, stand further apart: "28. Feb. – 2. März", "2022 – 17 Feb 2025".
std::string Phrase::joint(std::size_t i, const std::string& left) const {
    switch (terms_[i].after) {
    case DateJoint::none:
        return "";
    case DateJoint::comma:
        return std::string(grammar_.comma);
    case DateJoint::either:
        return std::string(grammar_.either);
    case DateJoint::both:
        return std::string(grammar_.both);
    case DateJoint::range:
        break;
    }
    const bool different = terms_[i].kind != terms_[i + 1].kind || !alike_ || (timed_ && !one_day_two_times());
    const bool compound = left.find(' ') != std::string::npos;
    if (different) {
        return " – ";
    }
    return std::string(compound ? grammar_.range : kDash);
}

/// The terms with what stands between them; `preposition` is joined to the first, which it may inflect.
std::string Phrase::joined(const DatePreposition* preposition) const {
    std::string text;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const bool about = !alike_ && terms_[i].about;
        const bool governed = preposition != nullptr;
        text += governed_by(about ? &grammar_.about : (i == 0 ? preposition : nullptr), i, governed);
        text += !alike_ && terms_[i].doubtful ? grammar_.question : "";
        if (i + 1 < terms_.size()) {
            text += joint(i, bare(i, nullptr, governed));
        }
    }
    return text;
}

/// "by about 17 Feb 2025", or "au plus tard le 17 févr. 2025 environ".
std::string Phrase::about_with(const DatePreposition& preposition) const {
    return grammar_.about_around.empty() ? filled(preposition.other, joined(&grammar_.about))
                                         : filled(grammar_.about_around, joined(&preposition));
}

std::string Phrase::text() const {
    if (one_day_two_times() && terms_[0].after == DateJoint::range) {
        const bool one_zone = terms_[0].zone == terms_[1].zone;
        return day_text(1) + std::string(grammar_.comma) + time_text(terms_[0], !one_zone) + std::string(kDash) +
               time_text(terms_[1], true);
    }
    const bool about = alike_ && terms_[0].about;
    std::string text;
    if (about && style_.preposition != nullptr) {
        text = about_with(*style_.preposition);
    } else {
        text = joined(about ? &grammar_.about : style_.preposition);
    }
    text += alike_ && terms_[0].doubtful ? grammar_.question : "";
    return text;
}

} // namespace

std::string
date_phrase(const std::vector<DateTerm>& terms, const DateLanguage& language, const DatePhraseStyle& style) {
    return Phrase(terms, language, style).text();
}

} // namespace demarche
