#include "assemble/selection.hpp"

#include "assemble/shortened.hpp"
#include "assemble/title_words.hpp"
#include "assemble/titles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

namespace demarche::assemble {
namespace {

constexpr std::size_t kLeastTopic = 12; ///< bytes
constexpr std::size_t kMostEmphasis = 3;
/// Of the main event's points: who has fewer does not stand out beside it.
constexpr double kStandsOut = 0.8;

bool is_told(const Cluster& cluster, const Telling& telling) {
    return std::any_of(cluster.mentions.begin(), cluster.mentions.end(),
                       [&](std::uint32_t mention) { return !telling.mentions[mention].said->noun; });
}

std::size_t present(const Event& event) {
    return static_cast<std::size_t>(std::count_if(event.parties.begin(), event.parties.end(),
                                                  [](const Party& party) { return party.as != Part::absent; }));
}

/// Says something in words of its own: "very productive" and "might be there" say too little.
bool says_enough(const std::string& topic) {
    constexpr std::array<std::string_view, 10> kNoBeginning = {"be ", "been ", "could ", "has ", "have ",
                                                               "is ", "may ",  "might ", "was ", "will "};
    const bool headless = std::any_of(kNoBeginning.begin(), kNoBeginning.end(),
                                      [&](std::string_view word) { return topic.starts_with(word); });
    return !headless && topic.size() >= kLeastTopic && std::count(topic.begin(), topic.end(), ' ') >= 2;
}

bool has_topic(const Cluster& cluster, const Telling& telling) {
    return std::any_of(cluster.mentions.begin(), cluster.mentions.end(), [&](std::uint32_t index) {
        const Mention& mention = telling.mentions[index];
        return says_enough(mention.said->topic) && !begins_with_speaker(mention, telling.cast);
    });
}

/// Told by somebody else: "Lind said that Roe had said ..." in one report only.
bool is_hearsay(const Cluster& cluster, const Telling& telling) {
    return count_sources(telling, cluster.articles) < 2 &&
           std::all_of(cluster.mentions.begin(), cluster.mentions.end(), [&](std::uint32_t mention) {
               const EventSaid& said = *telling.mentions[mention].said;
               return !said.said_by.empty() || !said.said_by_words.empty();
           });
}

/// A noun in a sentence that only thinks of it: "a meeting of Roe and Lind is possible".
bool is_only_thought_of(const Cluster& cluster, const Telling& telling) {
    return std::all_of(cluster.mentions.begin(), cluster.mentions.end(), [&](std::uint32_t index) {
        const EventSaid& said = *telling.mentions[index].said;
        const std::string& words = said.passage.exact;
        return said.noun && !said.definite && said.status == Status::occurred &&
               (holds_back(words) || words.find("possib") != std::string::npos);
    });
}

bool speaks(const Event& event) {
    return std::any_of(event.parties.begin(), event.parties.end(),
                       [](const Party& party) { return party.as == Part::speaker || party.as == Part::source; });
}

bool talk_is_worth(const Cluster& cluster, const Merged& merged, const Telling& telling) {
    const std::size_t parties = present(merged.event);
    const bool set = cluster.dated || !cluster.places.empty();
    if (is_only_thought_of(cluster, telling)) {
        return false;
    }
    // "She spoke with Roe and Lind" is no talk of those two, and nobody can say whose it is.
    const bool open = std::all_of(cluster.mentions.begin(), cluster.mentions.end(),
                                  [&](std::uint32_t mention) { return telling.mentions[mention].said->open_subject; });
    if (open && parties >= 2) {
        return false;
    }
    if (parties >= 2) {
        return true;
    }
    // One party, and somebody whom nobody names; or a meeting of somebody, somewhere, on a day.
    return is_told(cluster, telling) && (parties == 1 ? set : cluster.dated && !cluster.places.empty()) &&
           (merged.event.status != Status::planned || cluster.dated);
}

double base_points(const Happening& happening) {
    if (happening.merged.event.type.category == "retreat") { // a truce, a release, a withdrawal
        return 4;
    }
    switch (happening.cluster.family) {
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

/// Whether an article begins with it: with what is told in the first sentence that tells of anything.
bool is_lead(const Cluster& cluster, const Telling& telling) {
    return std::any_of(cluster.mentions.begin(), cluster.mentions.end(), [&](std::uint32_t index) {
        const Mention& mention = telling.mentions[index];
        return !mention.said->noun && mention.said->sentence == telling.gists[mention.article].events.front().sentence;
    });
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
    double sum = base_points(happening);
    sum += 1.2 * std::min(3.0, std::log2(static_cast<double>(count_sources(telling, cluster.articles))));
    // Of a small story's reports most tell of its main event.
    sum += 2.0 * static_cast<double>(cluster.articles.size()) / static_cast<double>(telling.gists.size());
    sum += 0.4 * std::min(5.0, std::log2(static_cast<double>(cluster.mentions.size())));
    std::set<std::uint32_t> sides;
    bool leader = false;
    for (const MentionParty& party : cluster.parties) {
        sides.insert(telling.cast[party.actor].side);
        leader = leader || telling.cast[party.actor].leads_state;
    }
    sum += leader ? 0.7 : 0;
    sum += sides.size() > 1 ? 0.5 : 0;
    sum += nearness(happening, last);
    sum += is_lead(cluster, telling) ? 1 : 0;
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
        // One who agreed to something said so himself, or it is known with whom.
        return parties >= 2 ? told || cluster.dated || status == Status::occurred
                            : parties == 1 && told && status == Status::occurred && has_topic(cluster, telling) &&
                                  !is_hearsay(cluster, telling);
    case Family::speech:
        return told && speaks(merged.event) && status != Status::planned && has_topic(cluster, telling) &&
               !is_hearsay(cluster, telling);
    case Family::hostile:
        return told ? parties >= 1 || (cluster.dated && !cluster.places.empty())
                    : parties >= 2 || (parties == 1 && cluster.dated);
    case Family::other:
        return told && parties >= 1;
    }
    return false;
}

void drop_doubled_speech(std::vector<Happening>& happenings, const Telling& telling) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> told; // article and sentence of what is told on somebody's word
    for (const Happening& happening : happenings) {
        for (const std::uint32_t index : happening.cluster.mentions) {
            const Mention& mention = telling.mentions[index];
            // "said that the talks would be without Kyiv" tells more than the talks.
            if (mention.family != Family::speech && !mention.said->noun) {
                told.emplace(mention.article, mention.said->sentence);
            }
        }
    }
    std::erase_if(happenings, [&](const Happening& happening) {
        const std::vector<std::uint32_t>& mentions = happening.cluster.mentions;
        return happening.cluster.doubled && std::all_of(mentions.begin(), mentions.end(), [&](std::uint32_t index) {
                   const Mention& mention = telling.mentions[index];
                   return told.contains({mention.article, mention.said->sentence});
               });
    });
}

void weigh(std::vector<Happening>& happenings, const Telling& telling) {
    Day last = DaySpan::kBegin;
    for (const Gist& gist : telling.gists) {
        last = std::max(last, gist.published);
    }
    std::vector<double> sums;
    sums.reserve(happenings.size());
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
        if (happenings[i].thin) {
            event.weight = 1;
            continue;
        }
        const bool may = happenings[i].cluster.family != Family::speech && !off && standing_out < kMostEmphasis &&
                         is_told(happenings[i].cluster, telling);
        // Beside the main event only what several tell of, where there are several to tell.
        const bool shared = telling.gists.size() < 3 || count_sources(telling, happenings[i].cluster.articles) > 1;
        if (may && (standing_out == 0 || (shared && sums[i] >= kStandsOut * most))) {
            most = standing_out == 0 ? sums[i] : most;
            event.emphasis = true;
            event.weight = standing_out == 0 ? 10 : 9;
            ++standing_out;
        } else {
            event.weight = std::clamp(static_cast<int>(std::lround(sums[i])), 2, 8);
        }
    }
}

} // namespace demarche::assemble
