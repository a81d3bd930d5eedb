#pragma once
/// The grammar of expressions of time: recursive descent over the items of one sentence.
///
///     expression = [about] staged [tail]                        "nearly two years ago", "the next year or so"
///     staged     = [the] stage core | [the] edge "of" core | "earlier" core | core
///     core       = the longest of: clock, day, month, season, holiday, quarter, year, related unit, counted units,
///                  duration, set, reference
///
/// What belongs to the extent follows TimeML's guidelines (Saurí et al., "TimeML Annotation Guidelines" 1.2.1, section
/// 2.2): articles, "about", "early", "ago" do, prepositions do not.

#include "extract/timex_items.hpp"
#include "extract/timex_meaning.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace demarche::extract {

class TimeGrammar {
public:
    using Found = std::optional<TimeFinding>;

    TimeGrammar(std::string_view text, std::span<const TimeItem> items, const TimeWords& words)
        : text_(text), items_(items), words_(words) {}

    /// The longest expression that begins at item `at`.
    [[nodiscard]] Found expression(std::size_t at) const;
    /// Behind "to", "through", "-" or (after "between") "and", where they follow `first`; else first.end.
    [[nodiscard]] std::size_t range_joint(const TimeFinding& first) const;

    [[nodiscard]] bool between(const TimeFinding& first) const {
        return first.begin > 0 && is(first.begin - 1, TimeClass::between);
    }

    /// "16" after "Feb. 10": the day or year that ends a range begun by `first`; `at` is behind the hyphen or "to".
    [[nodiscard]] Found range_end(const TimeFinding& first, std::size_t at) const;

private:
    struct Count {
        std::int64_t number = 0;
        bool vague = false;
        bool half = false;
        bool quarter = false; ///< "a quarter century"
        bool article = false; ///< "a", "an"
        std::string fraction; ///< digits behind the decimal point
        std::string mod;
        std::size_t end = 0;
    };

    struct YearTail {
        std::int64_t year = -1;
        bool relative = false;
        int offset = 0;
        bool from_reference = false;
        std::size_t end = 0;
    };

    // timex_grammar.cpp
    [[nodiscard]] Found core(std::size_t at) const;
    [[nodiscard]] Found staged(std::size_t at) const;
    [[nodiscard]] Found stage(std::size_t at) const;
    [[nodiscard]] Found edge(std::size_t at) const;
    [[nodiscard]] Found sided(std::size_t at) const;
    [[nodiscard]] Found unit_end(std::size_t at) const;
    [[nodiscard]] Found reference(std::size_t at) const;
    [[nodiscard]] bool reference_is_meant(std::size_t at, std::size_t end) const;
    [[nodiscard]] bool about_is_meant(const TimeWord& about, std::size_t at, const TimeFinding& inner) const;
    void add_tail(TimeFinding& found) const;

    // timex_grammar_days.cpp, with range_joint and range_end
    [[nodiscard]] Found day(std::size_t at) const;
    [[nodiscard]] Found weekday(std::size_t at) const;
    [[nodiscard]] Found month(std::size_t at) const;
    [[nodiscard]] Found month_first(std::size_t at) const;
    void add_day_of_month(TimeFinding& found) const;
    [[nodiscard]] bool month_is_meant(std::size_t name, const TimeFinding& found) const;
    [[nodiscard]] Found day_first(std::size_t at) const;
    [[nodiscard]] Found day_word(std::size_t at) const;
    [[nodiscard]] bool means_the_times(std::size_t at) const;
    [[nodiscard]] Found day_beside(std::size_t at) const;
    [[nodiscard]] Found digits_date(std::size_t at) const;
    [[nodiscard]] Found holiday(std::size_t at) const;
    [[nodiscard]] Found part(std::size_t at) const;
    [[nodiscard]] std::size_t month_name(std::size_t at) const;
    [[nodiscard]] bool is_byname(std::size_t weekday) const;
    [[nodiscard]] bool weekday_name(std::size_t at) const;
    void add_part(TimeFinding& found) const;
    void add_week(TimeFinding& found) const;

    // timex_grammar_units.cpp
    [[nodiscard]] Found related(std::size_t at) const;
    [[nodiscard]] static Found which_day(TimeFinding found);
    [[nodiscard]] Found the_unit(TimeFinding found) const;
    [[nodiscard]] Found of_year(const TimeFinding& owner) const;
    [[nodiscard]] bool quarter_name(std::size_t word, TimeFinding& found) const;
    [[nodiscard]] int ended_month(std::size_t at) const;
    [[nodiscard]] Found quarter(std::size_t at) const;
    [[nodiscard]] Found quarter_number(std::size_t at) const;
    [[nodiscard]] Found period(std::size_t at) const;
    [[nodiscard]] Found year(std::size_t at) const;
    [[nodiscard]] Found plain_year(std::size_t at) const;
    [[nodiscard]] bool year_is_meant(std::size_t at) const;
    [[nodiscard]] Found spelled_year(std::size_t at) const;
    [[nodiscard]] bool staged_decade(std::size_t at) const;
    [[nodiscard]] Found decade(std::size_t at) const;
    [[nodiscard]] Found century(std::size_t at) const;
    [[nodiscard]] Found season(std::size_t at) const;
    [[nodiscard]] YearTail year_tail(std::size_t at) const;
    static void apply(const YearTail& tail, TimeFinding& found);
    [[nodiscard]] bool is_year(std::size_t at) const;

    // timex_grammar_counts.cpp
    [[nodiscard]] Found counted(std::size_t at) const;
    static void count_off(const Count& amount, TimeMeaning& meaning);
    [[nodiscard]] std::size_t unit_behind(std::size_t at) const;
    [[nodiscard]] std::optional<Count> amount_of(std::size_t at) const;
    [[nodiscard]] Found year_ago(std::size_t at) const;
    [[nodiscard]] Found duration(std::size_t at) const;
    [[nodiscard]] Found bare_units(std::size_t at) const;
    [[nodiscard]] bool measures(std::size_t at) const;
    [[nodiscard]] bool describes(std::size_t at) const;
    [[nodiscard]] std::size_t direction(std::size_t at, TimeFinding& found) const;
    [[nodiscard]] bool counts_time(std::size_t begin, const Count& count, std::size_t unit) const;
    [[nodiscard]] bool ends_clause(std::size_t at) const;

    // timex_grammar_clock.cpp
    [[nodiscard]] Found clock(std::size_t at) const;
    [[nodiscard]] Found clock_reading(std::size_t at) const;
    [[nodiscard]] bool four_digits(std::size_t at) const;
    [[nodiscard]] std::size_t behind_brackets(std::size_t at) const;
    [[nodiscard]] bool add_half_of_day(TimeFinding& found) const;
    [[nodiscard]] std::size_t half_of_day(std::size_t at, bool& afternoon) const;
    [[nodiscard]] bool add_hour(TimeFinding& found) const;
    void add_zone(TimeFinding& found) const;

    // timex_grammar_sets.cpp
    [[nodiscard]] Found set(std::size_t at) const;
    [[nodiscard]] bool is_rate(std::size_t at) const;
    [[nodiscard]] Found each(std::size_t at) const;

    // timex_grammar_amounts.cpp
    [[nodiscard]] std::size_t half_more(std::size_t at) const;
    [[nodiscard]] std::optional<Count> count(std::size_t at) const;
    [[nodiscard]] std::optional<Count> digits(std::size_t at) const;
    [[nodiscard]] std::optional<Count> half(std::size_t at) const;
    [[nodiscard]] std::optional<Count> number_words(std::size_t at) const;
    static std::string length(const Count& count, TimeUnit unit);

    // Shared.
    [[nodiscard]] bool is(std::size_t at, TimeClass asked) const { return at < items_.size() && items_[at].is(asked); }

    [[nodiscard]] bool sign(std::size_t at, char asked) const {
        return at < items_.size() && items_[at].is_sign(asked);
    }

    [[nodiscard]] bool number(std::size_t at) const {
        return at < items_.size() && items_[at].kind == TimeItem::Kind::number;
    }

    [[nodiscard]] bool joined(std::size_t at) const { return at < items_.size() && !items_[at].space_before; }

    /// Behind a hyphen at `at` that joins two words, else `at`.
    [[nodiscard]] std::size_t skip_hyphen(std::size_t at) const;
    [[nodiscard]] std::size_t skip_comma(std::size_t at) const;
    /// Behind the full stop of an abbreviation.
    [[nodiscard]] std::size_t skip_stop(std::size_t at) const;
    [[nodiscard]] bool possessive(std::size_t at) const;
    [[nodiscard]] std::string_view raw(std::size_t at) const;
    /// The longest phrase or single word of the class at `at`: its meaning and where it ends.
    [[nodiscard]] const TimeWord* phrase(std::size_t at, TimeClass asked, std::size_t& end) const;
    [[nodiscard]] TimeRelation relation(std::size_t at) const;

    /// One or two of them, the second decides: "this past Monday", "that same day". `end` is behind them.
    [[nodiscard]] TimeRelation relations(std::size_t at, std::size_t& end) const;

    [[nodiscard]] bool any_unit(std::size_t at) const { return is(at, TimeClass::unit) || is(at, TimeClass::units); }

    static void longer(Found& best, Found other);

    std::string_view text_;
    std::span<const TimeItem> items_;
    const TimeWords& words_;
};

} // namespace demarche::extract
