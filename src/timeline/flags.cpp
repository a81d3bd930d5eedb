#include "timeline/flags.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace demarche::timeline {

namespace {

/// The labels of one side that are placed so far, all further right than the next.
class Side {
public:
    /// The lowest row above every label whose mark, or left edge, lies left of `reach`.
    [[nodiscard]] std::size_t free_row(double reach) const {
        // From the bottom of the stack to its top places and rows both fall: the first one within reach has the highest
        // row of all within reach.
        const auto first =
            std::partition_point(stack_.begin(), stack_.end(), [&](const Entry& entry) { return entry.left >= reach; });
        return first == stack_.end() ? 0 : first->row + 1;
    }

    /// False where a label that was set further left lies above this mark.
    [[nodiscard]] bool is_free(double mark) const { return mark < covered_from_; }

    void add(double mark, std::size_t row, double left, double white) {
        while (!stack_.empty() && stack_.back().row <= row) {
            stack_.pop_back();
        }
        stack_.push_back({left, row});
        if (left < mark) {
            covered_from_ = std::min(covered_from_, left - white);
        }
    }

private:
    struct Entry {
        double left = 0;
        std::size_t row = 0;
    };

    std::vector<Entry> stack_;
    double covered_from_ = std::numeric_limits<double>::max();
};

} // namespace

std::optional<std::vector<Flag>> place_flags(const std::vector<FlagWish>& wishes, double right, double white) {
    std::vector<Flag> flags(wishes.size());
    std::array<Side, 2> sides; // above, below
    for (std::size_t i = wishes.size(); i-- > 0;) {
        const FlagWish& wish = wishes[i];
        Flag& flag = flags[i];
        flag.left = std::min(wish.mark, right - wish.width);
        const double reach = flag.left + wish.width + white;
        const std::array<std::size_t, 2> rows{sides[0].free_row(reach), sides[1].free_row(reach)};
        const std::array<bool, 2> free{sides[0].is_free(wish.mark), sides[1].is_free(wish.mark)};
        if (!free[0] && !free[1]) {
            return std::nullopt;
        }
        const bool lower_above = rows[0] < rows[1] || (rows[0] == rows[1] && wish.above);
        flag.above = free[0] && (!free[1] || lower_above);
        if (wish.kept_above && free[*wish.kept_above ? 0 : 1]) {
            flag.above = *wish.kept_above;
        }
        const std::size_t side = flag.above ? 0 : 1;
        flag.row = flag.above == wish.kept_above ? std::max(rows[side], wish.kept_row) : rows[side];
        sides[side].add(wish.mark, flag.row, flag.left, white);
    }
    return flags;
}

} // namespace demarche::timeline
