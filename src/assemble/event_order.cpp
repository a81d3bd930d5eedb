#include "assemble/event_order.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace demarche::assemble {
namespace {

/// After an event of longer ago says little.
constexpr Day kNear = 14;

/// The later and the earlier event, as indices of the happenings.
using Pair = std::pair<std::size_t, std::size_t>;

std::vector<Pair> said_order(const std::vector<Happening>& happenings, const Telling& telling) {
    std::vector<std::size_t> event_of(telling.mentions.size(), happenings.size());
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        for (const std::uint32_t index : happenings[i].cluster.mentions) {
            event_of[index] = i;
        }
    }
    std::vector<Pair> pairs;
    std::set<Pair> known;
    const auto add = [&](std::size_t later, std::size_t earlier) {
        const bool both = later < happenings.size() && earlier < happenings.size() && later != earlier;
        if (both && known.emplace(later, earlier).second) {
            pairs.emplace_back(later, earlier);
        }
    };
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        for (const std::uint32_t index : happenings[i].cluster.mentions) {
            for (const std::uint32_t other : telling.mentions[index].after) {
                add(i, event_of[other]);
            }
            for (const std::uint32_t other : telling.mentions[index].before) {
                add(event_of[other], i);
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
        if (reaches(pair.second, pair.first)) {
            return false;
        }
        earlier_[pair.first].insert(pair.second);
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

} // namespace

void add_order(std::vector<Happening>& happenings, const Telling& telling) {
    Constraints constraints(happenings.size());
    for (const Pair& pair : said_order(happenings, telling)) {
        Event& later = happenings[pair.first].merged.event;
        const Event& earlier = happenings[pair.second].merged.event;
        if (is_news(later, earlier) && constraints.add(pair)) {
            later.after.push_back(earlier.id);
        }
    }
}

void narrow_by_order(std::vector<Happening>& happenings, const Telling& telling) {
    for (const Pair& pair : said_order(happenings, telling)) {
        for (const bool is_later : {true, false}) {
            Happening& open = happenings[is_later ? pair.first : pair.second];
            const Happening& fixed = happenings[is_later ? pair.second : pair.first];
            Event& event = open.merged.event;
            const DaySpan anchor = span_of(fixed.merged.event.when);
            if (open.cluster.dated || event.status != Status::occurred || !fixed.cluster.dated || !anchor.bounded()) {
                continue;
            }
            DaySpan span = span_of(event.when);
            const Day far = span.last - anchor.last;
            if (is_later && is_done(fixed.merged.event) && far >= 0 && far <= kNear) {
                span.first = std::max(span.first, anchor.first);
            } else if (!is_later && anchor.last < span.last && anchor.last >= span.first) {
                span.last = anchor.last;
            }
            if (span.first <= span.last) {
                event.when = one_day_of(span);
            }
        }
    }
}

} // namespace demarche::assemble
