#include "model/order.hpp"

#include "base/kept_order.hpp"
#include "model/order_graph.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>

namespace demarche {

namespace {

constexpr Day kNever = std::numeric_limits<Day>::max();
constexpr Day kAlways = std::numeric_limits<Day>::min();
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
/// Longer cycles and chains are named in part: a message is one line.
constexpr std::size_t kMostNames = 12;

/// First and last possible day of an event's beginning; kAlways and kNever where not known.
struct Bounds {
    Day first = kAlways;
    Day last = kNever;
};

/// The point at which an event of one point, or an interval, begins; nullptr where there is none.
const EdtfPoint* start_of(const Edtf& when) {
    const bool begins =
        when.kind() == EdtfKind::point || (when.kind() == EdtfKind::interval && when.start() == EdtfEnd::known);
    return begins ? &when.points().front() : nullptr;
}

Bounds bounds_of(const Edtf& when) {
    const bool lasts = when.kind() == EdtfKind::interval || when.kind() == EdtfKind::all_of;
    if (when.empty()) {
        return {};
    }
    if (lasts && when.start() == EdtfEnd::known) {
        const auto begins = std::min_element(when.points().begin(), when.points().end(),
                                             [](const EdtfPoint& a, const EdtfPoint& b) { return a.range < b.range; });
        const EdtfPoint& start = when.kind() == EdtfKind::interval ? when.points().front() : *begins;
        return {start.range.first, std::min(start.range.last, when.latest().value_or(kNever))};
    }
    return {when.earliest().value_or(kAlways), when.latest().value_or(kNever)};
}

std::vector<Bounds> all_bounds(const Model& model) {
    std::vector<Bounds> bounds;
    bounds.reserve(model.events.size());
    for (const Event& event : model.events) {
        bounds.push_back(bounds_of(event.when));
    }
    return bounds;
}

std::vector<std::size_t> dossier_rank(const Model& model) {
    std::vector<std::size_t> rank(model.events.size());
    std::iota(rank.begin(), rank.end(), std::size_t{0});
    return rank;
}

/// The first possible days with the constraints taken into account, and which event each comes from.
struct Narrowed {
    OrderGraph graph;                 ///< without cycles, without edges that dates rule out
    std::vector<std::size_t> order;   ///< topological
    std::vector<Bounds> bounds;       ///< `first` narrowed
    std::vector<std::size_t> because; ///< the event just before that set `first`; kNone: its own date
    std::vector<std::pair<std::size_t, std::size_t>> ruled_out; ///< edges (earlier, later) that were dropped
};

Narrowed narrow_from_the_past(const Model& model) {
    Narrowed result;
    result.graph = without_cycles(order_graph(model));
    result.order = topological_order(result.graph, dossier_rank(model));
    result.bounds = all_bounds(model);
    result.because.assign(model.events.size(), kNone);
    for (const std::size_t node : result.order) {
        std::vector<std::size_t>& earlier = result.graph.earlier[node];
        Bounds& own = result.bounds[node];
        const auto dropped = [&](std::size_t before) {
            if (result.bounds[before].first <= own.last) {
                return false;
            }
            result.ruled_out.emplace_back(before, node);
            std::erase(result.graph.later[before], node);
            return true;
        };
        std::erase_if(earlier, dropped);
        for (const std::size_t before : earlier) {
            if (result.bounds[before].first > own.first) {
                own.first = result.bounds[before].first;
                result.because[node] = before;
            }
        }
    }
    return result;
}

std::string quoted(const Event& event) {
    return "\"" + event.id + "\"";
}

std::string dated(const Event& event) {
    return quoted(event) + " (" + event.when.text() + ")";
}

void report_cycles(const Model& model, const OrderGraph& graph, Diagnostics& diagnostics) {
    const std::vector<std::size_t> component = strong_components(graph);
    std::vector<std::size_t> size(model.events.size(), 0);
    for (const std::size_t one : component) {
        ++size[one];
    }
    for (std::size_t i = 0; i < model.events.size(); ++i) {
        const bool after_itself = std::binary_search(graph.later[i].begin(), graph.later[i].end(), i);
        if (size[component[i]] < 2 && !after_itself) {
            continue;
        }
        size[component[i]] = 0; // named once
        const std::vector<std::size_t> cycle = shortest_cycle(graph, i);
        std::string text = "the order of events goes round: " + quoted(model.events[i]);
        for (std::size_t step = 1; step < std::min(cycle.size(), kMostNames); ++step) {
            text += " before " + quoted(model.events[cycle[step]]);
        }
        if (cycle.size() > kMostNames) {
            text += " before " + std::to_string(cycle.size() - kMostNames) + " more";
        }
        diagnostics.error("contradictory-order", model.events[i].where, text + " before " + quoted(model.events[i]),
                          "remove one of these after= or before=");
    }
}

/// The event whose date set the first possible day of `node`, with the events between named.
std::string origin_text(const Model& model, const Narrowed& narrowed, std::size_t node) {
    std::vector<std::size_t> between;
    while (narrowed.because[node] != kNone) {
        between.push_back(node);
        node = narrowed.because[node];
    }
    std::string text = dated(model.events[node]);
    for (std::size_t i = 0; i < std::min(between.size(), kMostNames); ++i) {
        text += (i == 0 ? ", by way of " : ", ") + quoted(model.events[between[between.size() - 1 - i]]);
    }
    return between.size() > kMostNames ? text + ", ..." : text;
}

bool times_reversed(const Edtf& earlier, const Edtf& later) {
    const EdtfPoint* const a = start_of(earlier);
    const EdtfPoint* const b = start_of(later);
    return a != nullptr && b != nullptr && a->minute_of_day && b->minute_of_day && a->range == b->range &&
           a->zone == b->zone && *a->minute_of_day > *b->minute_of_day;
}

void report_ruled_out(const Model& model, Diagnostics& diagnostics) {
    const Narrowed narrowed = narrow_from_the_past(model);
    const auto report = [&](std::size_t earlier, std::size_t later) {
        diagnostics.error("contradictory-order", model.events[later].where,
                          dated(model.events[later]) + " cannot come after " + origin_text(model, narrowed, earlier),
                          "correct a date, or remove the order between them");
    };
    for (const auto& [earlier, later] : narrowed.ruled_out) {
        report(earlier, later);
    }
    for (std::size_t later = 0; later < model.events.size(); ++later) {
        for (const std::size_t earlier : narrowed.graph.earlier[later]) {
            if (times_reversed(model.events[earlier].when, model.events[later].when)) {
                report(earlier, later);
            }
        }
    }
}

/// The key that order.hpp describes.
struct Key {
    Day day = kNever;
    int place = 0; ///< 0 long spans, 1 the day itself, 2 short spans and "or later", 3 undated
    Day first = kNever;
    int minute = -1;
    Day until = kNever;
    std::size_t rank = 0;

    friend bool operator<(const Key& a, const Key& b) {
        return std::tie(a.day, a.place, a.first, a.minute, a.until, a.rank) <
               std::tie(b.day, b.place, b.first, b.minute, b.until, b.rank);
    }
};

Key key_of(const Event& event, const Bounds& bounds, std::size_t rank) {
    Key key;
    key.rank = rank;
    key.first = bounds.first;
    key.until = event.when.latest().value_or(kNever);
    if (const EdtfPoint* const start = start_of(event.when)) {
        key.minute = start->minute_of_day.value_or(-1);
    }
    if (bounds.last == kNever) {
        const bool undated = event.when.empty() || bounds.first == kAlways;
        key.day = undated ? kNever : bounds.first;
        key.first = key.day;
        key.place = undated ? 3 : 2;
        return key;
    }
    key.day = bounds.last;
    if (bounds.first == bounds.last) {
        key.place = 1;
    } else {
        key.place = bounds.first == bounds.last - 1 ? 2 : 0;
    }
    return key;
}

/// That of the dossier, or of the last drawing.
std::vector<std::size_t> order_without_dates(const Model& model, const std::vector<std::string>& before) {
    std::vector<std::string> ids;
    for (const Event& event : model.events) {
        ids.push_back(event.id);
    }
    return kept_order(ids, before);
}

} // namespace

void check_order(const Model& model, Diagnostics& diagnostics) {
    report_cycles(model, order_graph(model), diagnostics);
    report_ruled_out(model, diagnostics);
}

std::vector<std::size_t> chronological_order(const Model& model, const std::vector<std::string>& before) {
    Narrowed narrowed = narrow_from_the_past(model);
    std::vector<Bounds>& bounds = narrowed.bounds;
    std::vector<Key> keys(model.events.size());
    std::vector<std::size_t> by_key = order_without_dates(model, before);
    std::vector<std::size_t> rank(by_key.size());
    const auto rank_by_key = [&by_key, &rank] {
        for (std::size_t place = 0; place < by_key.size(); ++place) {
            rank[by_key[place]] = place;
        }
    };
    rank_by_key();
    for (auto node = narrowed.order.rbegin(); node != narrowed.order.rend(); ++node) {
        for (const std::size_t after : narrowed.graph.later[*node]) {
            bounds[*node].last = std::min(bounds[*node].last, bounds[after].last);
        }
        keys[*node] = key_of(model.events[*node], bounds[*node], rank[*node]);
        for (const std::size_t after : narrowed.graph.later[*node]) {
            keys[*node] = std::min(keys[*node], keys[after]);
        }
    }
    // Events that moved up to another's key stand before it: equal keys are settled by the constraints.
    std::stable_sort(by_key.begin(), by_key.end(), [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    rank_by_key();
    return topological_order(narrowed.graph, rank);
}

} // namespace demarche
