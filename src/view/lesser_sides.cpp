#include "view/lesser_sides.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace demarche::view {

namespace {

/// How many rows each lane has a mark in, other than one of absence.
std::vector<std::size_t> rows_of_lanes(const TimelineView& view) {
    std::vector<std::size_t> counts(view.lanes.size(), 0);
    for (const Row& row : view.rows) {
        for (const LaneMark& mark : row.marks) {
            counts[mark.lane] += mark.standing == Standing::absent ? 0 : 1;
        }
    }
    return counts;
}

/// Ascending: the sides that keep their lanes.
std::vector<std::size_t> kept_lanes(const TimelineView& view, std::size_t count) {
    std::vector<std::size_t> rows = rows_of_lanes(view);
    for (std::size_t lane = 0; lane < rows.size(); ++lane) {
        const auto& before = view.sides_before;
        const bool kept = std::find(before.begin(), before.end(), view.lanes[lane].side) != before.end();
        rows[lane] = (kept ? 3 : 2) * rows[lane];
    }
    std::vector<std::size_t> sides;
    for (std::size_t lane = 0; lane < view.lanes.size(); ++lane) {
        if (view.lanes[lane].kind == Lane::Kind::side) {
            sides.push_back(lane);
        }
    }
    std::stable_sort(sides.begin(), sides.end(), [&](std::size_t a, std::size_t b) { return rows[a] > rows[b]; });
    sides.resize(std::min(count, sides.size()));
    std::sort(sides.begin(), sides.end());
    return sides;
}

/// A row's lanes by their new numbers.
class Renumbering {
public:
    explicit Renumbering(std::vector<std::size_t> lane_of) : lane_of_(std::move(lane_of)) {}

    void apply(Row& row) const {
        for (PartyWords& party : row.parties) {
            if (party.lane) {
                party.lane = lane_of_[*party.lane];
            }
        }
        merge_marks(row);
        std::set<std::size_t> joined;
        for (const std::size_t lane : row.joined) {
            joined.insert(lane_of_[lane]);
        }
        row.joined.assign(joined.begin(), joined.end());
        if (row.joined.size() < 2) {
            row.joined.clear();
        }
        merge_arrows(row);
    }

private:
    void merge_marks(Row& row) const {
        std::vector<LaneMark> merged;
        for (LaneMark& mark : row.marks) {
            mark.lane = lane_of_[mark.lane];
            const auto same = std::find_if(merged.begin(), merged.end(),
                                           [&](const LaneMark& other) { return other.lane == mark.lane; });
            if (same == merged.end()) {
                merged.push_back(std::move(mark));
            } else if (mark.standing > same->standing) {
                *same = std::move(mark);
            } else if (mark.standing == same->standing) {
                same->who.insert(same->who.end(), mark.who.begin(), mark.who.end());
            }
        }
        std::sort(merged.begin(), merged.end(), [](const LaneMark& a, const LaneMark& b) { return a.lane < b.lane; });
        row.marks = std::move(merged);
    }

    void merge_arrows(Row& row) const {
        std::vector<Arrow> arrows;
        std::set<std::pair<std::size_t, std::size_t>> seen;
        for (Arrow arrow : row.arrows) {
            arrow.from = lane_of_[arrow.from];
            arrow.to = lane_of_[arrow.to];
            if (arrow.from == arrow.to) {
                if (arrow.kind == Arrow::Kind::against) {
                    clash(row, arrow.to);
                }
            } else if (seen.emplace(arrow.from, arrow.to).second) {
                arrows.push_back(arrow);
            }
        }
        row.arrows = std::move(arrows);
    }

    static void clash(Row& row, std::size_t lane) {
        for (LaneMark& mark : row.marks) {
            const bool there = mark.standing == Standing::took_part || mark.standing == Standing::acted_on;
            mark.standing = mark.lane == lane && there ? Standing::clashed : mark.standing;
        }
    }

    std::vector<std::size_t> lane_of_; ///< by the lane's old number
};

} // namespace

TimelineView fold_lesser_sides(TimelineView view, std::size_t most) {
    if (view.lanes.size() <= most) {
        return view;
    }
    const std::vector<std::size_t> kept = kept_lanes(view, most - 1);
    std::vector<std::size_t> lane_of(view.lanes.size(), kept.size());
    std::vector<Lane> lanes;
    for (const std::size_t lane : kept) {
        lane_of[lane] = lanes.size();
        lanes.push_back(view.lanes[lane]);
    }
    std::size_t index = 0;
    for (std::size_t lane = 0; lane < view.lanes.size(); ++lane) {
        index = std::max(index, view.lanes[lane].index + 1);
        if (lane_of[lane] == kept.size() && view.lanes[lane].kind == Lane::Kind::side) {
            view.lesser_sides.push_back(view.lanes[lane].code);
        }
    }
    lanes.push_back({Lane::Kind::others, {}, {}, {}, index, {}});
    view.lanes = std::move(lanes);
    const Renumbering renumbering(std::move(lane_of));
    for (Row& row : view.rows) {
        renumbering.apply(row);
    }
    return view;
}

TimelineView fold_to_axis(TimelineView view) {
    const Renumbering renumbering(std::vector<std::size_t>(view.lanes.size(), 0));
    view.lanes = {{Lane::Kind::axis, {}, {}, {}, 0, {}}};
    for (Row& row : view.rows) {
        renumbering.apply(row);
    }
    return view;
}

} // namespace demarche::view
