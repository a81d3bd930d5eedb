#pragma once
/// From what an expression says to which days that is.

#include "extract/timex_meaning.hpp"
#include "extract/timex_period.hpp"
#include "extract/timex_tense.hpp"

#include <optional>
#include <string>

namespace demarche::extract {

struct ResolvedTime {
    std::string value; ///< TIMEX3
    std::string when;  ///< EDTF; empty: none
    std::optional<Period> period;
};

/// Resolves the expressions of one document in the order of its text: it remembers of which time the text speaks, for
/// "two days later", "that year", "the quarter".
class TimeResolver {
public:
    TimeResolver(const TimeWords& words, Day published) : words_(words), published_(published) {}

    /// To be told where each sentence begins: what was spoken of some sentences ago is no anchor any more.
    void begin_sentence() { ++sentence_; }

    /// `not_before`: the first day of the range that this expression ends.
    ResolvedTime resolve(const TimeMeaning& meaning, Tense tense, std::optional<Day> not_before = {});

private:
    struct Spoken {
        Period period;
        int sentence = 0;
    };

    [[nodiscard]] std::optional<Period> find(const TimeMeaning& meaning, Tense tense) const;
    [[nodiscard]] std::optional<Period> named(const TimeMeaning& meaning, Tense tense) const;
    [[nodiscard]] Period named_weekday(const TimeMeaning& meaning, Tense tense) const;
    [[nodiscard]] std::optional<Period> named_date(const TimeMeaning& meaning, Tense tense) const;
    [[nodiscard]] Period named_part(TimeUnit unit, int part, const TimeMeaning& meaning, Tense tense) const;
    [[nodiscard]] Period named_holiday(const TimeMeaning& meaning, Tense tense) const;
    [[nodiscard]] std::optional<std::int64_t> year(const TimeMeaning& meaning) const;
    [[nodiscard]] std::optional<Period> related(const TimeMeaning& meaning) const;
    [[nodiscard]] Period related_quarter(const TimeMeaning& meaning) const;
    [[nodiscard]] std::optional<Period> counted(const TimeMeaning& meaning) const;
    [[nodiscard]] Day spoken_day() const;
    [[nodiscard]] std::optional<Period> recent_quarter(int sentences) const;
    [[nodiscard]] ResolvedTime written(const TimeMeaning& meaning, const Period& period) const;
    [[nodiscard]] std::string when(const TimeMeaning& meaning, const Period& period) const;
    void remember(const TimeMeaning& meaning, const Period& period);

    const TimeWords& words_;
    Day published_;
    int sentence_ = 0;
    std::optional<Spoken> spoken_;
    std::optional<Spoken> spoken_day_;
    std::optional<Spoken> spoken_quarter_;
};

} // namespace demarche::extract
