#pragma once
/// EDTF dates: ISO 8601-2:2019 annex A, levels 0 and 1 whole, of level 2 the sets, the qualifiers of
/// components and the seasons 25 to 41. docs/dates.md is the reference for people.
///
/// `2025-02-18` a day, `2025-02` a month, `2022-23` a season (autumn), `2025-02-18T14:30Z` a time,
/// `A/B` lasted from A to B, `[A..B]` some one day from A to B, `{A..B}` every one of them,
/// `~` about, `?` doubtful, `%` both, `X` unspecified digits, `..` open, blank unknown.

#include "base/calendar.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace demarche {

/// `?`, `~`; `%` is both.
struct EdtfQualifier {
    bool uncertain = false;
    bool approximate = false;

    [[nodiscard]] bool any() const { return uncertain || approximate; }

    friend bool operator==(const EdtfQualifier&, const EdtfQualifier&) = default;
};

enum class EdtfPrecision { year, season, month, day, time };

/// One point in time at its precision. Built only by the parser; `text` is what was written.
struct EdtfPoint {
    std::string text; ///< the point as written, qualifiers included
    EdtfPrecision precision = EdtfPrecision::day;
    std::int64_t year = 0;            ///< with X digits: the lowest year
    unsigned month = 0;               ///< 1 to 12; 21 to 41 a season; 0 none or with X digits
    unsigned day = 0;                 ///< 1 to 31; 0 none or with X digits
    std::optional<int> minute_of_day; ///< local time as written
    std::string zone;                 ///< "Z", "+03:00"; empty: none written
    EdtfQualifier year_qualifier, month_qualifier, day_qualifier;
    bool unspecified = false; ///< has X digits
    DayRange range;           ///< first and last day it can mean, qualifiers not widened

    [[nodiscard]] bool approximate() const;
    [[nodiscard]] bool uncertain() const;
    friend bool operator==(const EdtfPoint&, const EdtfPoint&) = default;
};

/// What stands at one end of an interval or range.
enum class EdtfEnd { known, open, unknown };

enum class EdtfKind {
    none,     ///< empty: no date known
    point,    ///< `2025-02-18`, `2022-23`, `2022`
    interval, ///< `A/B`: lasted from A to B
    one_of,   ///< `[A..B]`, `[A,B]`, `[..B]`: one day of those
    all_of,   ///< `{A..B}`: every one of those
};

struct EdtfError {
    std::size_t offset = 0; ///< bytes into the text
    std::string message;
    std::string hint;
};

/// A parsed EDTF expression. Immutable; compares by what was written.
class Edtf {
public:
    Edtf() = default; ///< EdtfKind::none

    [[nodiscard]] EdtfKind kind() const { return kind_; }

    [[nodiscard]] const std::string& text() const { return text_; }

    [[nodiscard]] bool empty() const { return kind_ == EdtfKind::none; }

    /// The points in the order written (an interval has 0 to 2; a range `A..B` gives its two ends).
    [[nodiscard]] const std::vector<EdtfPoint>& points() const { return points_; }

    /// In a set: points()[index] and the one after it are the two ends of a range `A..B`.
    [[nodiscard]] bool begins_range(std::size_t index) const;

    [[nodiscard]] EdtfEnd start() const { return start_; }

    [[nodiscard]] EdtfEnd end() const { return end_; }

    /// First and last day that the expression can touch; nullopt where open or unknown or none.
    [[nodiscard]] std::optional<Day> earliest() const;
    [[nodiscard]] std::optional<Day> latest() const;

    /// True where the day is not known exactly: one_of of more than a day, a month, season or year,
    /// X digits, a qualifier, a missing end. False for a plain day, an interval of plain days, an empty date.
    [[nodiscard]] bool is_imprecise() const;
    /// True for an interval, or for every one of some days, of more than one day: it lasted.
    [[nodiscard]] bool lasted() const;
    [[nodiscard]] bool approximate() const; ///< any part carries `~` or `%`

    friend bool operator==(const Edtf& a, const Edtf& b) { return a.text_ == b.text_; }

    friend std::variant<Edtf, EdtfError> parse_edtf(std::string_view text);

private:
    EdtfKind kind_ = EdtfKind::none;
    std::string text_;
    std::vector<EdtfPoint> points_;
    std::vector<std::size_t> ranges_; ///< indices of points that begin a range, rising
    EdtfEnd start_ = EdtfEnd::known;
    EdtfEnd end_ = EdtfEnd::known;
};

/// Parses one expression; "" gives an empty Edtf. Forms of the 2012 draft are refused with a hint, as
/// are days that do not exist, ranges that end before they begin, and texts of over 1,000 bytes.
std::variant<Edtf, EdtfError> parse_edtf(std::string_view text);

} // namespace demarche
