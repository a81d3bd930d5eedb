#include "timeline/rows.hpp"
#include "timeline/spans.hpp"

#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

RowInput shared(RowInput row) {
    row.same_span = true;
    return row;
}

/// "uncertain 0-2 track 0"
std::vector<std::string> words(const std::vector<Span>& spans) {
    std::vector<std::string> all;
    for (const Span& span : spans) {
        all.push_back(std::string(span.extent == Extent::lasted ? "lasted " : "uncertain ") +
                      std::to_string(span.first) + "-" + std::to_string(span.last) + " track " +
                      std::to_string(span.track));
    }
    return all;
}

using Words = std::vector<std::string>;

TEST(Spans, BracketNeighboursThatShareThem) {
    const RowInput week = between("2025-02-10", "2025-02-16");
    EXPECT_EQ(words(find_spans(input_of({week, shared(week), shared(week), on("2025-02-16")}), Mode::rows)),
              Words{"uncertain 0-2 track 0"});
    // A season says in words what it is; two rows of it are bracketed all the same.
    RowInput season = between("2022-09-01", "2022-11-30");
    season.bracket = false;
    EXPECT_EQ(words(find_spans(input_of({season, on("2025-02-16")}), Mode::rows)), Words{});
    EXPECT_EQ(words(find_spans(input_of({season, shared(season)}), Mode::rows)), Words{"uncertain 0-1 track 0"});
}

TEST(Spans, OfWhatLastedCoverWhatBeganMeanwhile) {
    EXPECT_EQ(words(find_spans(input_of({lasted("1978-09-05", "1978-09-17"), on("1978-09-06"), on("1978-09-17"),
                                         on("1978-09-18"), on("1978-09-10")}),
                               Mode::rows)),
              Words{"lasted 0-2 track 0"});
}

TEST(Spans, ThatGoOnReachToTheAsOfDayAndNotIntoPlans) {
    RowInput open = lasted("2025-02-01", "2025-02-01");
    open.last.reset();
    open.open_end = true;
    RowInput plan = on("2025-02-17");
    plan.planned = true;
    Input input = input_of({open, on("2025-02-10"), on("2025-02-16"), plan});
    input.today = day("2025-02-18");
    EXPECT_EQ(words(find_spans(input, Mode::rows)), Words{"lasted 0-2 track 0"});
    input.today.reset();
    EXPECT_EQ(words(find_spans(input, Mode::rows)), Words{"lasted 0-0 track 0"});
}

TEST(Spans, StandSideBySideUpToThree) {
    std::vector<RowInput> rows;
    for (int i = 0; i < 5; ++i) {
        rows.push_back(lasted("2025-02-0" + std::to_string(i + 1), "2025-02-20"));
    }
    const auto spans = find_spans(input_of(rows), Mode::rows);
    EXPECT_EQ(words(spans), (Words{"lasted 0-4 track 0", "lasted 1-4 track 1", "lasted 2-4 track 2"}));
}

} // namespace
} // namespace demarche::timeline
