#pragma once
/// What a word can mean in an expression of time: data/time_words.tsv and data/holidays.tsv, looked up by word.

#include "base/calendar.hpp"
#include "extract/tables.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// Classes of words, as the table names them (with _ for -). A word may be in several.
enum class TimeClass : std::uint8_t {
    month,
    proper, ///< needs a capital letter
    weekday,
    weekdays,
    abbreviated, ///< an abbreviation of a weekday
    season,
    seasons,
    unsure, ///< a season that is more often something else
    number,
    multiplier,
    ordinal,
    vague,
    couple,
    decade,
    unit,
    units,
    filler,
    part,
    parts,
    clock,
    zone,
    day_word,
    night_word,
    overnight,
    ref,
    often,
    times,
    times_word,
    about,
    stage,
    edge,
    earlier,
    later,
    sometime,
    last,
    next,
    this_one,
    that,
    same,
    past,
    coming,
    previous,
    following,
    current,
    latest,
    recent,
    each,
    the,
    a,
    first,
    its,
    ago,
    before,
    after,
    from,
    to,
    between,
    conjunction,
    alternative,
    so,
    of,
    on,
    in,
    at,
    half,
    period,
    fiscal,
    oclock,
    old,
    ended,
    hence,
    beyond,
    than,
    lead,
    preposition,
    future,
    say,
    past_verb,
    defer,
    be,
    present, ///< the present tense of verbs that announce: "opens"
    length,  ///< "weeklong"
    make,    ///< of cars: the year before it is a model's
    generic, ///< what "today's" and "of tomorrow" stand beside where they mean the times: "world"
    holiday, ///< of data/holidays.tsv
};

constexpr std::size_t kTimeClasses = static_cast<std::size_t>(TimeClass::holiday) + 1;

enum class TimeUnit : std::uint8_t {
    second,
    minute,
    hour,
    night,
    day,
    weekend,
    week,
    fortnight,
    month,
    season,
    quarter,
    half,
    year,
    decade,
    century,
    millennium,
};

/// After what a verb in the present tense announces.
enum class AnnouncingForm : std::uint8_t {
    one,  ///< "the summit opens"
    name, ///< "Novak leaves", "she returns": elsewhere it can be a noun
    many, ///< "the leaders meet"
};

class TimeClasses {
public:
    void add(TimeClass of_word) { bits_[index(of_word)] |= bit(of_word); }

    [[nodiscard]] bool has(TimeClass asked) const { return (bits_[index(asked)] & bit(asked)) != 0; }

private:
    static std::size_t index(TimeClass of_word) { return static_cast<std::size_t>(of_word) / 64; }

    static std::uint64_t bit(TimeClass of_word) { return std::uint64_t{1} << (static_cast<unsigned>(of_word) % 64U); }

    std::array<std::uint64_t, 2> bits_{};
};

/// One word, or one phrase, and its values; which of them are set follows from the classes.
struct TimeWord {
    TimeClasses classes;
    std::int32_t number = 0; ///< of numbers, ordinals, multipliers, decades, day words
    std::uint8_t month = 0;
    std::uint8_t weekday = 0;
    TimeUnit unit = TimeUnit::day;
    AnnouncingForm form = AnnouncingForm::one; ///< of `present`
    std::string text;   ///< what the table gives where it is no number: "SP", "PAST_REF", "APPROX", "+03:00"
    std::string season; ///< "SP"; a word can be a season and a verb
    std::uint16_t holiday = 0;
    std::vector<std::uint32_t> phrases; ///< of phrases() that begin with this word, longest first
};

struct TimePhrase {
    std::vector<std::string> words; ///< lower case, two or more
    TimeWord meaning;
};

/// The tables in memory. Immutable once read; words are found in constant time.
class TimeWords {
public:
    /// Reports rows that name no class, or a value that the class does not take.
    TimeWords(const TableSource& source, Diagnostics& diagnostics);

    /// Letters as they stand in a text, without a full stop at the end; null: nothing of time.
    [[nodiscard]] const TimeWord* find(std::string_view word) const;

    [[nodiscard]] const TimePhrase& phrase(std::uint32_t index) const { return phrases_[index]; }

    /// The day of a holiday. REQUIRES: year within 1 to 9999.
    [[nodiscard]] Day holiday(std::uint16_t index, std::int64_t year) const;

    /// The tables as built in.
    static const TimeWords& built_in();

private:
    struct HolidayRule {
        enum class From : std::uint8_t { date, weekday_of_month, easter } from = From::date;
        std::uint8_t month = 1;
        std::uint8_t day = 1;     ///< of the month; which weekday of the month, 0 the last
        std::uint8_t weekday = 0; ///< 1 Monday to 7 Sunday
        int offset = 0;           ///< days after it
    };

    struct Slot {
        std::string key;
        TimeWord word;
    };

    TimeWord& word(std::string_view text);
    TimeWord& entry(const std::string& text);
    void add_row(const TableRow& row, Diagnostics& diagnostics);
    bool set_value(TimeWord& word, TimeClass of_word, const std::string& value) const;
    void add_holiday(const TableRow& row, Diagnostics& diagnostics);
    bool read_rule(std::string_view text, HolidayRule& rule) const;
    void index_words();
    [[nodiscard]] std::size_t hash(std::string_view lower) const;

    std::vector<Slot> slots_;
    std::vector<std::uint32_t> table_; ///< open addressing: 1 + the index of a slot, 0 for none
    std::size_t longest_ = 0;
    std::vector<TimePhrase> phrases_;
    std::vector<HolidayRule> holidays_;
};

} // namespace demarche::extract
