#include "support/date_generator.hpp"

namespace demarche::support {

namespace {

std::string two(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string year_text(const CivilDate& date) {
    return to_iso(day_number(date)).substr(0, 4);
}

std::string month_text(const CivilDate& date) {
    return year_text(date) + "-" + two(date.month);
}

/// Winter is named by the year in which it begins.
std::string season_text(const CivilDate& date) {
    CivilDate named = date;
    if (date.month <= 2) {
        --named.year;
    }
    const unsigned season = date.month == 12 || date.month <= 2 ? 24 : 20 + date.month / 3;
    return year_text(named) + "-" + two(season);
}

std::string time_text(Random& random, const Moment& moment) {
    const auto minute = static_cast<unsigned>(moment.minute);
    return to_iso(moment.day) + "T" + two(minute / 60) + ":" + two(minute % 60) + (random.chance(50) ? "Z" : "");
}

std::string span_text(Random& random, const Moment& moment, std::size_t most) {
    const auto before = static_cast<Day>(random.below(most));
    const auto after = static_cast<Day>(random.between(before == 0 ? 1 : 0, most));
    return "[" + to_iso(moment.day - before) + ".." + to_iso(moment.day + after) + "]";
}

std::string lasting(Random& random, const Moment& moment) {
    const std::string begin = to_iso(moment.day);
    switch (random.below(6)) {
    case 0:
        return begin + "/..";
    case 1:
        return begin + "/";
    case 2:
        return "../" + to_iso(moment.until);
    case 3:
        return month_text(civil_date(moment.day)) + "~/" + month_text(civil_date(moment.until)) + "~";
    case 4:
        return "{" + begin + ".." + to_iso(moment.until) + "}";
    default:
        return begin + "/" + to_iso(moment.until);
    }
}

std::string vague(Random& random, const Moment& moment) {
    const CivilDate date = civil_date(moment.day);
    const std::string iso = to_iso(moment.day);
    switch (random.below(12)) {
    case 0:
        return month_text(date);
    case 1:
        return season_text(date) + (random.chance(30) ? "~" : "");
    case 2:
        return year_text(date) + (random.chance(30) ? "~" : "");
    case 3:
        return year_text(date).substr(0, 3) + "X";
    case 4:
        return month_text(date) + "-XX";
    case 5:
        return iso + (random.chance(50) ? "?" : "%");
    case 6:
        return month_text(date) + "-~" + two(date.day);
    case 7:
        return "[.." + to_iso(moment.day + static_cast<Day>(random.below(4))) + "]";
    case 8:
        return "[" + to_iso(moment.day - static_cast<Day>(random.below(4))) + "..]";
    case 9:
        return "[" + to_iso(moment.day - static_cast<Day>(random.between(1, 5))) + "," + iso + "]";
    case 10:
        return span_text(random, moment, 400);
    default:
        return iso + "~";
    }
}

} // namespace

std::string true_date(Random& random, const Moment& moment) {
    const std::size_t form = random.below(100);
    if (form < 45) {
        return to_iso(moment.day);
    }
    if (form < 50) {
        return time_text(random, moment);
    }
    if (form < 65) {
        return span_text(random, moment, 6);
    }
    if (form < 75) {
        return lasting(random, moment);
    }
    return form < 94 ? vague(random, moment) : "";
}

} // namespace demarche::support
