#include "assemble/event_order.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace demarche::assemble {
namespace {

/// After an event of longer ago says little.
constexpr Day kNear = 14;
/// So many events in a row, each dated by the one before it.
constexpr int kSteps = 4;

/// The later and the earlier event, as indices of the happenings.
struct Pair {
    std::size_t later = 0;
    std::size_t earlier = 0;
    std::optional<extract::OrderGap> gap;
};

std::vector<Pair> said_order(const std::vector<Happening>& happenings, const Telling& telling) {
    std::vector<std::size_t> event_of(telling.mentions.size(), happenings.size());
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        for (const std::uint32_t index : happenings[i].cluster.mentions) {
            event_of[index] = i;
        }
    }
    std::vector<Pair> pairs;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    const auto add = [&](std::size_t later, std::size_t earlier, const std::optional<extract::OrderGap>& gap) {
        if (later >= happenings.size() || earlier >= happenings.size() || later == earlier) {
            return;
        }
        const auto [at, added] = known.emplace(std::pair(later, earlier), pairs.size());
        if (added) {
            pairs.push_back({later, earlier, gap});
        } else if (!pairs[at->second].gap.has_value()) {
            pairs[at->second].gap = gap;
        }
    };
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        for (const std::uint32_t index : happenings[i].cluster.mentions) {
            for (const Neighbour& other : telling.mentions[index].after) {
                add(i, event_of[other.mention], other.gap);
            }
            for (const Neighbour& other : telling.mentions[index].before) {
                add(event_of[other.mention], i, other.gap);
            }
        }
    }
    return pairs;
}

bool is_done(const Event& event) {
    return event.status == Status::occurred || event.status == Status::ongoing;
}

/// Whether the dates leave it open which of them came first, and allow what is said.
bool is_news(const Event& later, const Event& earlier) {
    const DaySpan a = span_of(later.when);
    const DaySpan b = span_of(earlier.when);
    const bool known = a.first != DaySpan::kBegin && b.last != DaySpan::kEnd && a.first > b.last;
    const bool ruled_out = a.last != DaySpan::kEnd && b.first != DaySpan::kBegin && a.last < b.first;
    // A plan comes after whatever has been done.
    const bool plan_first = !is_done(earlier) && is_done(later);
    return !known && !ruled_out && !plan_first;
}

class Constraints {
public:
    explicit Constraints(std::size_t events) : earlier_(events) {}

    /// Whether it was added: not where it closes a circle.
    bool add(const Pair& pair) {
        if (reaches(pair.earlier, pair.later)) {
            return false;
        }
        earlier_[pair.later].insert(pair.earlier);
        return true;
    }

private:
    [[nodiscard]] bool reaches(std::size_t from, std::size_t to) const {
        std::vector<std::size_t> open = {from};
        std::set<std::size_t> seen;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            if (at == to) {
                return true;
            }
            if (seen.insert(at).second) {
                open.insert(open.end(), earlier_[at].begin(), earlier_[at].end());
            }
        }
        return false;
    }

    std::vector<std::set<std::size_t>> earlier_;
};

/// Narrows the days of `open` by those of `fixed`, which came before it (`is_later`) or after it. Whether they are
/// bounded and few enough to narrow others by.
bool narrow(Event& open, const Event& fixed, bool is_later, const std::optional<extract::OrderGap>& gap) {
    const DaySpan anchor = span_of(fixed.when);
    if (open.status != Status::occurred || !anchor.bounded()) {
        return false;
    }
    DaySpan span = span_of(open.when);
    if (is_later) {
        const Day far = span.last - anchor.last;
        if (!is_done(fixed) || far < 0 || (!gap && far > kNear)) {
            return false;
        }
        span.first = std::max(span.first, anchor.first + (gap ? gap->least : 0));
        span.last = gap ? std::min(span.last, anchor.last + gap->most) : span.last;
    } else {
        const Day last = anchor.last - (gap ? gap->least : 0);
        if (last < span.first || (!gap && last >= span.last)) {
            return false;
        }
        span.last = std::min(span.last, last);
        span.first = gap ? std::max(span.first, anchor.first - gap->most) : span.first;
    }
    if (span.first > span.last) {
        return false;
    }
    open.when = one_day_of(span);
    return span.bounded() && span.length() <= kNear;
}

} // namespace

void add_order(std::vector<Happening>& happenings, const Telling& telling) {
    Constraints constraints(happenings.size());
    for (const Pair& pair : said_order(happenings, telling)) {
        Event& later = happenings[pair.later].merged.event;
        const Event& earlier = happenings[pair.earlier].merged.event;
        if (is_news(later, earlier) && constraints.add(pair)) {
            later.after.push_back(earlier.id);
        }
    }
}

void narrow_by_order(std::vector<Happening>& happenings, const Telling& telling) {
    std::vector<bool> known(happenings.size());
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        known[i] = happenings[i].cluster.dated;
    }
    const std::vector<Pair> pairs = said_order(happenings, telling);
    for (int step = 0; step < kSteps; ++step) { // what was narrowed can narrow others
        std::vector<bool> now = known;
        for (const Pair& pair : pairs) {
            for (const bool is_later : {true, false}) {
                const std::size_t open = is_later ? pair.later : pair.earlier;
                const std::size_t fixed = is_later ? pair.earlier : pair.later;
                if (!happenings[open].cluster.dated && known[fixed] &&
                    narrow(happenings[open].merged.event, happenings[fixed].merged.event, is_later, pair.gap)) {
                    now[open] = true;
                }
            }
        }
        if (now == known) {
            return;
        }
        known = now;
    }
}

} // namespace demarche::assemble
