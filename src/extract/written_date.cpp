#include "extract/written_date.hpp"

#include "base/ascii.hpp"
#include "base/calendar.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <vector>

namespace demarche::extract {
namespace {

/// A run of digits or of letters (in lower case), and the sign before it.
struct Piece {
    std::string text;
    bool number = false;
    char before = ' '; ///< the last sign between this piece and the one before; ' ' where there is only space
};

/// Longer texts are no dates.
constexpr std::size_t kLongest = 120;

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    char sign = ' ';
    bool joined = false;
    for (const char c : text.substr(0, kLongest)) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!digit && !letter) {
            sign = c == ' ' || c == '\t' ? sign : c;
            joined = false;
            continue;
        }
        if (!joined || pieces.back().number != digit) {
            pieces.push_back({{}, digit, sign});
        }
        pieces.back().text += ascii_lower(c);
        sign = ' ';
        joined = true;
    }
    return pieces;
}

std::optional<unsigned> month_of(const Piece& piece) {
    constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
    if (piece.number || piece.text.size() < 3) {
        return std::nullopt;
    }
    for (unsigned i = 0; i < kMonths.size(); ++i) {
        if (kMonths.at(i).starts_with(piece.text) || (i == 8 && piece.text == "sept")) {
            return i + 1;
        }
    }
    return std::nullopt;
}

unsigned value(std::string_view digits) {
    unsigned number = 0;
    for (const char c : digits) {
        number = number * 10 + static_cast<unsigned>(c - '0');
    }
    return number;
}

struct Found {
    CivilDate date;
    std::size_t behind = 0; ///< the piece behind it
};

std::optional<Found> checked(std::int64_t year, unsigned month, unsigned day, std::size_t behind) {
    const bool exists =
        year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
    return exists ? std::optional(Found{{year, month, day}, behind}) : std::nullopt;
}

class DateFinder {
public:
    explicit DateFinder(const std::vector<Piece>& pieces) : pieces_(pieces) {}

    /// The first full date.
    [[nodiscard]] std::optional<Found> find() const {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            for (const auto& found : {compact(i), year_first(i), month_first(i), day_first(i), numeric(i)}) {
                if (found) {
                    return found;
                }
            }
        }
        return std::nullopt;
    }

    /// " hh:mm[ pm]" behind the date, or "hhmm" behind an ISO date's "T".
    [[nodiscard]] std::string time(std::size_t i) const {
        while (i < pieces_.size() && !pieces_[i].number) {
            ++i;
        }
        if (i >= pieces_.size()) {
            return {};
        }
        const std::string& digits = pieces_[i].text;
        const bool basic = digits.size() >= 4 && i > 0 && pieces_[i - 1].text == "t";
        const bool with_minutes = digits.size() <= 2 && is_number(i + 1, 2, 2) &&
                                  (pieces_[i + 1].before == ':' || pieces_[i + 1].before == '.');
        const std::size_t behind = i + (with_minutes ? 2 : 1);
        const bool afternoon = is_half(behind, 'p');
        const bool morning = is_half(behind, 'a');
        if (!basic && !with_minutes && !(digits.size() <= 2 && (afternoon || morning))) {
            return {};
        }
        unsigned hour = basic ? value(std::string_view(digits).substr(0, 2)) : value(digits);
        const unsigned minute = basic          ? value(std::string_view(digits).substr(2, 2))
                                : with_minutes ? value(pieces_[i + 1].text)
                                               : 0;
        hour = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
        if (hour > 23 || minute > 59) {
            return {};
        }
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "T%02u:%02u", hour, minute);
        return text.data();
    }

private:
    [[nodiscard]] bool is_number(std::size_t i, std::size_t least, std::size_t most) const {
        return i < pieces_.size() && pieces_[i].number && pieces_[i].text.size() >= least &&
               pieces_[i].text.size() <= most;
    }

    /// "pm", or "p" and "m"
    [[nodiscard]] bool is_half(std::size_t i, char half) const {
        if (i >= pieces_.size() || pieces_[i].number || pieces_[i].text.front() != half) {
            return false;
        }
        const std::string& text = pieces_[i].text;
        return (text.size() == 2 && text[1] == 'm') ||
               (text.size() == 1 && i + 1 < pieces_.size() && pieces_[i + 1].text == "m");
    }

    [[nodiscard]] std::optional<Found> compact(std::size_t i) const {
        if (!is_number(i, 8, 8)) {
            return std::nullopt;
        }
        const std::string_view digits = pieces_[i].text;
        return checked(value(digits.substr(0, 4)), value(digits.substr(4, 2)), value(digits.substr(6, 2)), i + 1);
    }

    [[nodiscard]] std::optional<Found> year_first(std::size_t i) const {
        if (!is_number(i, 4, 4) || !is_number(i + 1, 1, 2) || !is_number(i + 2, 1, 2) || pieces_[i + 1].before == ' ' ||
            pieces_[i + 1].before != pieces_[i + 2].before) {
            return std::nullopt;
        }
        return checked(value(pieces_[i].text), value(pieces_[i + 1].text), value(pieces_[i + 2].text), i + 3);
    }

    /// The piece behind a day's number: "18th" is two pieces.
    [[nodiscard]] std::size_t behind_day(std::size_t i) const {
        const bool ordinal = i + 1 < pieces_.size() && !pieces_[i + 1].number &&
                             (pieces_[i + 1].text == "st" || pieces_[i + 1].text == "nd" ||
                              pieces_[i + 1].text == "rd" || pieces_[i + 1].text == "th");
        return i + (ordinal ? 2 : 1);
    }

    [[nodiscard]] std::optional<Found> month_first(std::size_t i) const {
        const auto month = month_of(pieces_[i]);
        if (!month || !is_number(i + 1, 1, 2)) {
            return std::nullopt;
        }
        const std::size_t year = behind_day(i + 1);
        return is_number(year, 4, 4) ? checked(value(pieces_[year].text), *month, value(pieces_[i + 1].text), year + 1)
                                     : std::nullopt;
    }

    [[nodiscard]] std::optional<Found> day_first(std::size_t i) const {
        if (!is_number(i, 1, 2)) {
            return std::nullopt;
        }
        const std::size_t at = behind_day(i);
        const auto month = at < pieces_.size() ? month_of(pieces_[at]) : std::nullopt;
        return month && is_number(at + 1, 4, 4)
                   ? checked(value(pieces_[at + 1].text), *month, value(pieces_[i].text), at + 2)
                   : std::nullopt;
    }

    /// "18/02/2025" and "02/18/2025", where only one of the two numbers can be a month.
    [[nodiscard]] std::optional<Found> numeric(std::size_t i) const {
        if (!is_number(i, 1, 2) || !is_number(i + 1, 1, 2) || !is_number(i + 2, 4, 4) || pieces_[i + 1].before == ' ' ||
            pieces_[i + 1].before == ':' || pieces_[i + 1].before != pieces_[i + 2].before) {
            return std::nullopt;
        }
        const unsigned first = value(pieces_[i].text);
        const unsigned second = value(pieces_[i + 1].text);
        const unsigned year = value(pieces_[i + 2].text);
        if (first == second || second > 12) {
            return checked(year, first, second, i + 3);
        }
        return first > 12 ? checked(year, second, first, i + 3) : std::nullopt;
    }

    const std::vector<Piece>& pieces_;
};

} // namespace

std::string written_date(std::string_view text) {
    const std::vector<Piece> pieces = pieces_of(text);
    const DateFinder finder(pieces);
    const auto found = finder.find();
    return found ? to_iso(day_number(found->date)) + finder.time(found->behind) : std::string();
}

} // namespace demarche::extract
