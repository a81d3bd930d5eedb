#include "assemble/rival_days.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace demarche::assemble {
namespace {

/// "On Monday" and "on Wednesday" can be slips or time zones; a week is another meeting.
constexpr Day kApart = 3;
/// Pairs of so many parties are looked at: larger gatherings share these with their reports.
constexpr std::size_t kFirstParties = 6;

bool may_rival(const Happening& happening) {
    switch (happening.cluster.family) {
    case Family::call:
    case Family::meet:
    case Family::visit:
    case Family::agree:
    case Family::hostile:
        break;
    default:
        return false;
    }
    return happening.cluster.dated && happening.merged.event.status == Status::occurred &&
           span_of(happening.merged.event.when).is_day();
}

/// What two reports of one event would share.
std::vector<std::string> keys_of(const Happening& happening) {
    const Event& event = happening.merged.event;
    std::vector<std::string> actors;
    for (const Party& party : event.parties) {
        if (party.as != Part::absent && actors.size() < kFirstParties) {
            actors.push_back(party.actor);
        }
    }
    std::sort(actors.begin(), actors.end());
    const std::string family = std::to_string(static_cast<int>(happening.cluster.family));
    std::vector<std::string> keys;
    const auto add = [&](const std::string& one, const std::string& other) {
        std::string key = family;
        key.append(" ").append(one).append(" ").append(other);
        keys.push_back(std::move(key));
    };
    const bool visit = happening.cluster.family == Family::visit;
    for (std::size_t a = 0; a < actors.size(); ++a) {
        for (std::size_t b = a + 1; b < actors.size() && !visit; ++b) {
            add(actors[a], actors[b]);
        }
        for (std::size_t p = 0; p < happening.cluster.places.size() && visit; ++p) {
            add(actors[a], happening.cluster.places[p].key);
        }
    }
    return keys;
}

bool rival(const Happening& a, const Happening& b) {
    const Day apart = span_of(a.merged.event.when).first - span_of(b.merged.event.when).first;
    return apart != 0 && apart <= kApart && -apart <= kApart && !share_any(a.cluster.articles, b.cluster.articles);
}

/// "a1 says 2031-05-06".
std::string told_days(const Happening& happening, const Telling& telling) {
    const std::string& article = telling.gists[happening.cluster.articles.front()].article.id;
    return article + " says " + happening.merged.event.when.text();
}

} // namespace

void note_rival_days(const std::vector<Happening>& happenings, const Telling& telling, Notes& notes) {
    std::map<std::string, std::vector<std::size_t>> known;
    std::set<std::pair<std::size_t, std::size_t>> said;
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        if (!may_rival(happenings[i])) {
            continue;
        }
        for (const std::string& key : keys_of(happenings[i])) {
            std::vector<std::size_t>& others = known[key];
            const std::size_t few = std::min(others.size(), kMostRivals);
            for (std::size_t o = others.size() - few; o < others.size(); ++o) {
                if (rival(happenings[i], happenings[others[o]])) {
                    said.emplace(others[o], i);
                }
            }
            others.push_back(i);
        }
    }
    for (const auto& [one, other] : said) {
        notes.push_back({NoteKind::unsure, happenings[one].merged.event.id,
                         "may be one event with " + happenings[other].merged.event.id + ": " +
                             told_days(happenings[one], telling) + ", " + told_days(happenings[other], telling)});
    }
}

} // namespace demarche::assemble
