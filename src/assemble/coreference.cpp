#include "assemble/coreference.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace demarche::assemble {
namespace {

constexpr Day kBucket = 14;
constexpr Day kLongest = 62;
constexpr std::size_t kMostCandidates = 100;
constexpr double kSameWords = 0.5;
constexpr double kSameDayWords = 0.3;
constexpr double kSameMatter = 0.35;
/// Reports of one event seldom stand further apart.
constexpr Day kNear = 14;

Day floor_div(Day a, Day b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

/// The events so far, found by whom and where, and about when.
class Story {
public:
    Story(const std::vector<Mention>& mentions, const Cast& cast, const WordBook& book)
        : mentions_(mentions), cast_(cast), book_(book) {}

    void add(Cluster cluster) {
        const std::size_t best = likeliest(cluster);
        if (best < events_.size()) {
            absorb(events_[best], cluster);
            enter(best, keys(cluster, false));
        } else {
            enter(events_.size(), keys(cluster, false));
            events_.push_back(std::move(cluster));
        }
    }

    std::vector<Cluster> take() { return std::move(events_); }

private:
    using Key = std::string;

    [[nodiscard]] Day published(const Cluster& cluster) const { return mentions_[cluster.mentions.front()].published; }

    [[nodiscard]] Day last_published(const Cluster& cluster) const {
        Day last = DaySpan::kBegin;
        for (const std::uint32_t mention : cluster.mentions) {
            last = std::max(last, mentions_[mention].published);
        }
        return last;
    }

    [[nodiscard]] std::vector<Day> buckets(const Cluster& cluster, bool wider) const {
        const Day told = floor_div(published(cluster), kBucket);
        std::vector<Day> days = {told};
        if (wider) {
            days.insert(days.end(), {told - 1, told + 1});
        }
        if (cluster.dated && cluster.days.bounded() && cluster.days.length() <= kLongest) {
            for (Day day = floor_div(cluster.days.first, kBucket); day <= floor_div(cluster.days.last, kBucket);
                 ++day) {
                days.push_back(day);
            }
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        return days;
    }

    [[nodiscard]] std::vector<Key> keys(const Cluster& cluster, bool wider) const {
        const bool talk = cluster.family == Family::call || cluster.family == Family::meet;
        const auto family = static_cast<char>('a' + static_cast<int>(talk ? Family::call : cluster.family));
        std::vector<Key> subjects;
        for (const MentionParty& party : cluster.parties) {
            const std::uint32_t side = cast_[party.actor].side;
            const bool by_side = cluster.family != Family::speech && side != extract::kNone;
            std::string subject(1, family);
            subject += by_side ? "s" + std::to_string(side) : "a" + std::to_string(party.actor);
            subjects.push_back(std::move(subject));
        }
        if (cluster.family != Family::speech) {
            for (const Place& place : cluster.places) {
                subjects.push_back(std::string(1, family) + "p" + place.key);
            }
        }
        std::sort(subjects.begin(), subjects.end());
        subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
        std::vector<Key> keys;
        for (const Day bucket : buckets(cluster, wider)) {
            for (const std::string& subject : subjects) {
                keys.push_back(subject + "@" + std::to_string(bucket));
            }
        }
        return keys;
    }

    void enter(std::size_t event, const std::vector<Key>& keys) {
        for (const Key& key : keys) {
            std::vector<std::size_t>& entries = by_key_[key];
            // Only the last few are looked at: an event entered twice costs little, a search through all much.
            const auto few = static_cast<std::ptrdiff_t>(std::min<std::size_t>(entries.size(), 8));
            if (std::find(entries.end() - few, entries.end(), event) == entries.end()) {
                entries.push_back(event);
            }
        }
    }

    /// events_.size(): none is like enough.
    [[nodiscard]] std::size_t likeliest(const Cluster& cluster) const {
        std::vector<std::size_t> candidates;
        for (const Key& key : keys(cluster, true)) {
            const auto found = by_key_.find(key);
            if (found == by_key_.end()) {
                continue;
            }
            const std::vector<std::size_t>& entries = found->second;
            const std::size_t few = std::min(entries.size(), kMostCandidates);
            candidates.insert(candidates.end(), entries.end() - static_cast<std::ptrdiff_t>(few), entries.end());
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        std::size_t best = events_.size();
        std::size_t weak = events_.size();
        std::size_t weak_ones = 0;
        double most = 0;
        for (const std::size_t candidate : candidates) {
            const double score = fit(cluster, events_[candidate]);
            if (score <= 0 && may_be(cluster, events_[candidate])) {
                weak = candidate;
                ++weak_ones;
            }
            // Of equals the one told first.
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best == events_.size() && weak_ones == 1 ? weak : best;
    }

    /// A call with one of two, in those days: it is that one where no other can be meant.
    [[nodiscard]] bool may_be(const Cluster& a, const Cluster& b) const {
        if (a.family != Family::call || b.family != Family::call || a.plan != b.plan) {
            return false;
        }
        const std::size_t few = std::min(a.parties.size(), b.parties.size());
        const std::size_t many = std::max(a.parties.size(), b.parties.size());
        const auto like = likeness(a, b, cast_, book_);
        return few == 1 && many == 2 && like.has_value() && like->parties.same == 1 && (a.dated || b.dated) &&
               told_together(a, b);
    }

    [[nodiscard]] bool told_together(const Cluster& a, const Cluster& b) const {
        const Day first = published(a);
        const Day second = mentions_[b.mentions.back()].published;
        return first - second <= kNear && second - first <= kNear;
    }

    /// 0: not the same event.
    [[nodiscard]] double fit(const Cluster& a, const Cluster& b) const {
        const auto like = likeness(a, b, cast_, book_);
        if (!like.has_value()) {
            return 0;
        }
        const bool fits = a.family == Family::speech ? same_speech(*like, a, b) : same_deed(*like, a, b);
        return fits ? 1 + like->score : 0;
    }

    [[nodiscard]] bool same_speech(const Likeness& like, const Cluster& a, const Cluster& b) const {
        if (a.plan != b.plan) { // "said he would ask Roe" has not asked
            return false;
        }
        const bool one_day = like.days_agree && a.days.is_day() && b.days.is_day();
        return like.words >= kSameWords ? like.days_agree || told_together(a, b)
                                        : one_day && like.words >= kSameDayWords;
    }

    /// What is planned for some day is no report of what was done, unless the dates say that it is.
    [[nodiscard]] bool plans_fit(const Likeness& like, const Cluster& a, const Cluster& b) const {
        if (a.plan == b.plan || like.days_agree) {
            return true;
        }
        const Cluster& plan = a.plan ? a : b;
        const Cluster& deed = a.plan ? b : a;
        const Day planned = last_published(plan);
        if (deed.off) {
            return true;
        }
        if (plan.dated && !deed.dated) { // the day had passed when it was told
            return plan.days.last <= published(deed) && like.parties.same + like.parties.by_side >= 2;
        }
        return deed.dated && planned < deed.days.first;
    }

    [[nodiscard]] bool same_deed(const Likeness& like, const Cluster& a, const Cluster& b) const {
        if (!plans_fit(like, a, b)) {
            return false;
        }
        const int parties = like.parties.same + like.parties.by_side;
        const bool one_day = like.days_agree && a.days.is_day() && b.days.is_day();
        const bool in_time = like.days_agree || told_together(a, b);
        const bool here = like.place == PlaceRelation::same || like.place == PlaceRelation::nested;
        const bool stems = share_any(a.stems, b.stems) || (a.family == Family::other && share_any(a.kinds, b.kinds));
        switch (a.family) {
        case Family::call:
        case Family::meet:
            return (parties >= 2 && in_time) || (parties == 1 && one_day) ||
                   (like.place == PlaceRelation::same && one_day);
        case Family::visit:
            return parties >= 1 && here && in_time;
        case Family::hostile:
            return parties >= 1 && (like.days_agree ? stems || one_day : stems && same_attack(like));
        case Family::agree:
        case Family::other:
            return parties >= 1 && in_time && (like.words >= kSameMatter || (one_day && stems));
        case Family::speech:
            break;
        }
        return false;
    }

    /// "Russia's invasion of Ukraine": both parties known, or the same things said of it.
    [[nodiscard]] static bool same_attack(const Likeness& like) {
        return like.words >= kSameWords || (like.parties.same + like.parties.by_side >= 2 && like.words > 0);
    }

    const std::vector<Mention>& mentions_;
    const Cast& cast_;
    const WordBook& book_;
    std::vector<Cluster> events_;
    std::unordered_map<Key, std::vector<std::size_t>> by_key_; ///< looked up only
};

} // namespace

std::vector<Cluster> find_events(std::vector<Mention>& mentions, const Cast& cast, const WordBook& book) {
    Story story(mentions, cast, book);
    const auto count = static_cast<std::uint32_t>(mentions.size());
    for (std::uint32_t begin = 0; begin < count;) {
        std::uint32_t end = begin;
        while (end < count && mentions[end].article == mentions[begin].article) {
            ++end;
        }
        for (Cluster& cluster : within_article(mentions, begin, end, cast, book)) {
            story.add(std::move(cluster));
        }
        begin = end;
    }
    // What was too thin to compare at first may have grown.
    Story again(mentions, cast, book);
    for (Cluster& cluster : story.take()) {
        again.add(std::move(cluster));
    }
    return again.take();
}

} // namespace demarche::assemble
