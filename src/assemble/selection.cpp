#include "assemble/selection.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace demarche::assemble {
namespace {

constexpr std::size_t kLeastTopic = 12; ///< bytes
constexpr std::size_t kMostEmphasis = 3;
/// Of the main event's points: who has fewer does not stand out beside it.
constexpr double kStandsOut = 0.8;

bool has_topic(const Cluster& cluster, const Telling& telling) {
    return std::any_of(cluster.mentions.begin(), cluster.mentions.end(), [&](std::uint32_t mention) {
        return telling.mentions[mention].said->topic.size() >= kLeastTopic;
    });
}

bool is_told(const Cluster& cluster, const Telling& telling) {
    return std::any_of(cluster.mentions.begin(), cluster.mentions.end(),
                       [&](std::uint32_t mention) { return !telling.mentions[mention].said->noun; });
}

std::size_t present(const Event& event) {
    return static_cast<std::size_t>(std::count_if(event.parties.begin(), event.parties.end(),
                                                  [](const Party& party) { return party.as != Part::absent; }));
}

bool talk_is_worth(const Cluster& cluster, const Merged& merged, const Telling& telling) {
    const std::size_t parties = present(merged.event);
    const bool set = cluster.dated || !cluster.places.empty();
    if (parties >= 2) {
        return true;
    }
    // One party, and somebody whom nobody names; or a meeting of somebody, somewhere, on a day.
    return is_told(cluster, telling) && (parties == 1 ? set : cluster.dated && !cluster.places.empty()) &&
           (merged.event.status != Status::planned || cluster.dated);
}

double base_points(Family family) {
    switch (family) {
    case Family::call:
    case Family::meet:
    case Family::agree:
    case Family::hostile:
        return 4;
    case Family::visit:
        return 3.5;
    case Family::other:
        return 3;
    case Family::speech:
        return 2;
    }
    return 2;
}

/// Nearness to the last report.
double nearness(const Happening& happening, Day last) {
    const DaySpan span = span_of(happening.merged.event.when);
    if (!span.bounded()) {
        return 0;
    }
    const Day away = span.first > last ? span.first - last : span.last < last ? last - span.last : 0;
    return away <= 3 ? 1 : away <= 14 ? 0.5 : away <= 60 ? 0 : -0.5;
}

double points(const Happening& happening, const Telling& telling, Day last) {
    const Cluster& cluster = happening.cluster;
    double sum = base_points(cluster.family);
    sum += 1.2 * std::min(3.0, std::log2(static_cast<double>(count_sources(telling, cluster.articles))));
    sum += 0.3 * std::min(3.0, std::log2(static_cast<double>(cluster.articles.size())));
    sum += 0.4 * std::min(5.0, std::log2(static_cast<double>(cluster.mentions.size())));
    std::set<std::uint32_t> sides;
    bool leader = false;
    for (const MentionParty& party : cluster.parties) {
        sides.insert(telling.cast[party.actor].side);
        leader = leader || telling.cast[party.actor].leads_state;
    }
    sum += leader ? 1 : 0;
    sum += sides.size() > 1 ? 0.5 : 0;
    sum += nearness(happening, last);
    sum -= is_told(cluster, telling) ? 0 : 1;
    sum -= happening.merged.event.said_by.empty() ? 0 : 0.5;
    return sum;
}

} // namespace

bool worth_telling(const Cluster& cluster, const Merged& merged, const Telling& telling) {
    const std::size_t parties = present(merged.event);
    const bool told = is_told(cluster, telling);
    const Status status = merged.event.status;
    const bool off = status == Status::cancelled || status == Status::denied;
    if (off && (!told || parties == 0)) {
        return false;
    }
    switch (cluster.family) {
    case Family::call:
    case Family::meet:
        return talk_is_worth(cluster, merged, telling);
    case Family::visit:
        return told && parties >= 1 && (cluster.dated || !cluster.places.empty() || parties >= 2);
    case Family::agree:
        return parties >= 2 && (told || (cluster.dated || status == Status::occurred));
    case Family::speech:
        return told && parties >= 1 && status != Status::planned && has_topic(cluster, telling);
    case Family::hostile:
        return told ? parties >= 1 || (cluster.dated && !cluster.places.empty())
                    : parties >= 2 || (parties == 1 && cluster.dated);
    case Family::other:
        return told && parties >= 1;
    }
    return false;
}

void weigh(std::vector<Happening>& happenings, const Telling& telling) {
    Day last = DaySpan::kBegin;
    for (const Gist& gist : telling.gists) {
        last = std::max(last, gist.published);
    }
    std::vector<double> sums;
    for (const Happening& happening : happenings) {
        sums.push_back(points(happening, telling, last));
    }
    std::vector<std::size_t> order(happenings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
    std::size_t standing_out = 0;
    double most = 0;
    for (const std::size_t i : order) {
        Event& event = happenings[i].merged.event;
        const bool off = event.status == Status::cancelled || event.status == Status::denied;
        const bool may = happenings[i].cluster.family != Family::speech && !off && standing_out < kMostEmphasis &&
                         is_told(happenings[i].cluster, telling);
        if (may && (standing_out == 0 || sums[i] >= kStandsOut * most)) {
            most = standing_out == 0 ? sums[i] : most;
            event.emphasis = true;
            event.weight = standing_out == 0 ? 10 : 9;
            ++standing_out;
        } else {
            event.weight = std::clamp(static_cast<int>(std::lround(sums[i])), 1, 8);
        }
    }
}

} // namespace demarche::assemble
