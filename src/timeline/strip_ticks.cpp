#include "timeline/strip.hpp"
#include "timeline/ticks.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// Ems of the ticks' type.
constexpr double kTickWords = 8;
constexpr double kTickGap = 0.35;

/// No leader and no words of a fold above this piece of the axis.
bool is_free(const Strip& strip, double half_fold, double left, double right) {
    return right < strip.lanes_right &&
           std::none_of(strip.flags.begin(), strip.flags.end(),
                        [&](const PlacedFlag& flag) { return flag.above && flag.mark > left && flag.mark < right; }) &&
           std::none_of(strip.breaks.begin(), strip.breaks.end(), [&](const PlacedBreak& fold) {
               const double middle = (fold.left + fold.right) / 2;
               return middle + half_fold > left && middle - half_fold < right;
           });
}

} // namespace

void set_ticks(Strip& strip, const StripParts& parts) {
    if (!strip.scale) {
        return;
    }
    const Style& style = parts.style;
    const double gap = kTickGap * style.tick.size;
    double taken = strip.lanes_left;
    for (const Tick& tick : make_ticks(*strip.scale, parts.input.locale, style, parts.measurer, kTickWords)) {
        AxisTick placed{strip.zero + tick.y, {}};
        const bool in_fold = std::any_of(strip.breaks.begin(), strip.breaks.end(), [&](const PlacedBreak& fold) {
            return placed.x > fold.left - gap && placed.x < fold.right + gap;
        });
        if (in_fold || placed.x < strip.lanes_left || placed.x > strip.lanes_right) {
            continue;
        }
        for (const double left : {placed.x + gap, placed.x - gap - tick.words.width}) {
            const double right = left + tick.words.width + gap;
            if (left > taken && is_free(strip, parts.frame.axis.fold / 2, left - gap, right)) {
                placed.words = {tick.words.text, {left, strip.words_baseline}, tick.words.width};
                taken = right;
                break;
            }
        }
        strip.ticks.push_back(std::move(placed));
    }
}

} // namespace demarche::timeline
