#pragma once
/// One strip of a timeline across the page: a stretch of rows on an axis, with their labels above and below.

#include "timeline/flag_words.hpp"
#include "timeline/landscape.hpp"
#include "timeline/strip_frame.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace demarche::timeline {

/// Rows [begin, end) of a chart.
struct StripRequest {
    std::size_t begin = 0;
    std::size_t end = 0;
    Mode mode = Mode::rows;           ///< never automatic
    double points_per_day = 0;        ///< `time` only
    const FlagWords* first = nullptr; ///< of the first row, with its full date; none: as in the middle of a strip
    /// By row, where its label shall stay; of a row that has none, or beyond the list, anywhere.
    std::vector<std::optional<FlagMemory>> kept = {};
    std::optional<double> last_label = {}; ///< as Strip::last_label; none: whatever is lowest
};

/// The words of folds in lines: the same folds come again and again while strips are tried.
class FoldLines {
public:
    FoldLines(FoldWords words, const Style& style, const text::Measurer& measurer)
        : words_(std::move(words)), style_(style), measurer_(measurer) {}

    /// None where folds say nothing.
    const std::vector<text::Line>& of(const Gap& gap);

private:
    FoldWords words_;
    const Style& style_;
    const text::Measurer& measurer_;
    std::map<std::pair<Day, Day>, std::vector<text::Line>> known_;
};

/// What strips are made of; all of it outlives the maker.
struct StripParts {
    const Input& input; ///< its words are not looked at
    const Style& style;
    const text::Measurer& measurer;
    const LandscapeOptions& options;
    const StripFrame& frame;
    const std::vector<Span>& spans; ///< of the whole chart
    FoldLines& folds;
};

class StripMaker {
public:
    explicit StripMaker(const StripParts& parts) : parts_(parts) {}

    /// nullopt where marks, labels or their rows need more than there is. `words`: of all rows of the chart.
    /// `in_any_case`: whatever its height and rows, so that a single event always has a strip.
    [[nodiscard]] std::optional<Strip>
    make(const StripRequest& request, const std::vector<FlagWords>& words, bool in_any_case = false) const;

    /// The axis that a chart to scale can have at most.
    [[nodiscard]] double axis_length() const;

private:
    StripParts parts_;
};

/// Lines of the scale, with words where no leader and no fold is in their way: once a strip is chosen, for words of
/// dates cost more than the rest of it.
void set_ticks(Strip& strip, const StripParts& parts);

} // namespace demarche::timeline
