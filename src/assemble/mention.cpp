#include "assemble/mention.hpp"

#include "base/ascii.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace demarche::assemble {
namespace {

constexpr std::size_t kStem = 5;
constexpr std::size_t kActionStem = 4;

/// Words that say nothing of what is spoken about.
constexpr std::array<std::string_view, 62> kEmptyWords = {
    "about", "after", "again", "against", "also", "and",   "any",   "are",  "because", "been",  "before",
    "being", "but",   "can",   "could",   "did",  "does",  "for",   "from", "had",     "has",   "have",
    "her",   "him",   "his",   "how",     "into", "its",   "just",  "may",  "more",    "most",  "must",
    "not",   "now",   "off",   "one",     "only", "our",   "out",   "over", "said",    "says",  "she",
    "some",  "such",  "than",  "that",    "the",  "their", "them",  "then", "there",   "these", "they",
    "this",  "was",   "were",  "which",   "will", "with",  "would",
};

bool is_empty_word(std::string_view word) {
    return word.size() < 3 || std::binary_search(kEmptyWords.begin(), kEmptyWords.end(), word);
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// "Russian officials", "officials from Peru": a word of five letters or more in lower case.
bool speaks_of_people(std::string_view words) {
    std::size_t run = 0;
    bool capital = false;
    for (const char c : words) {
        const bool lower = c >= 'a' && c <= 'z';
        const bool upper = c >= 'A' && c <= 'Z';
        if (!lower && !upper) {
            run = 0;
            capital = false;
        } else {
            capital = run == 0 ? upper : capital;
            if (++run >= 5 && !capital) {
                return true;
            }
        }
    }
    return false;
}

/// The land that takes part is not where it happens, unless the article says so elsewhere.
bool names_a_party(const std::string& place, const EventSaid& said) {
    return std::any_of(said.parties.begin(), said.parties.end(), [&](const PartySaid& party) {
        return party.as != Part::host && party.as != Part::target && party.words == place;
    });
}

DaySpan days_of(const EventSaid& said, Day published) {
    DaySpan span = span_of(said.when);
    DaySpan known;
    if (said.status == Status::occurred) {
        known.last = published;
    } else if (said.status == Status::planned && said.when.empty()) {
        known.first = published;
    }
    // A report dated before the event it tells of: the clocks of two lands, or a wrong date; its word is kept.
    return shared(span, known).value_or(span);
}

std::vector<MentionParty> parties_of(const EventSaid& said, std::uint32_t article, const Cast& cast) {
    std::vector<MentionParty> parties;
    for (const PartySaid& party : said.parties) {
        const CastIndex actor = party.actor == extract::kNone ? extract::kNone : cast.of(article, party.actor);
        if (actor == extract::kNone) {
            continue;
        }
        const bool known = std::any_of(parties.begin(), parties.end(),
                                       [&](const MentionParty& other) { return other.actor == actor; });
        if (!known) {
            parties.push_back({actor, party.as, cast[actor].collective && speaks_of_people(party.words)});
        }
    }
    return parties;
}

/// "Roe said that she had met Lind": the meeting stands beside it, on Roe's word.
bool is_doubled(const EventSaid& said, const Gist& gist, std::uint32_t index) {
    const auto speaks = [&](ActorIndex chain) {
        return std::any_of(said.parties.begin(), said.parties.end(),
                           [&](const PartySaid& party) { return party.actor == chain; });
    };
    // Both are of one sentence, so that they stand close together.
    constexpr std::uint32_t kClose = 6;
    constexpr std::size_t kFar = std::string::npos;
    constexpr std::size_t kNear = 60; // bytes: where nobody is said to say so, the clause itself must tell it
    const std::uint32_t first = index < kClose ? 0 : index - kClose;
    const auto last = std::min(static_cast<std::uint32_t>(gist.events.size()), index + kClose);
    for (std::uint32_t i = first; i < last; ++i) {
        const EventSaid& other = gist.events[i];
        if (i != index && !other.noun && other.sentence == said.sentence && family_of(other.type) != Family::speech &&
            (std::any_of(other.said_by.begin(), other.said_by.end(), speaks)
                 ? said.topic.find(other.trigger) < kFar
                 : said.topic.find(other.trigger) < kNear)) {
            return true;
        }
    }
    return false;
}

} // namespace

Family family_of(const EventType& type) {
    if (type.category == "consult") {
        return type.mode == "call" ? Family::call : type.mode == "visit" ? Family::visit : Family::meet;
    }
    if (type.category == "agree" || type.category == "cooperate") {
        return Family::agree;
    }
    switch (nature(type)) {
    case EventNature::speech:
        return Family::speech;
    case EventNature::hostile:
        return Family::hostile;
    case EventNature::joint:
        return Family::other;
    }
    return Family::other;
}

std::string stem_of(std::string_view word) {
    return ascii_lower(word.substr(0, kActionStem));
}

std::uint32_t WordBook::number(std::string word) {
    const auto [found, is_new] = numbers_.try_emplace(std::move(word), static_cast<std::uint32_t>(counts_.size()));
    if (is_new) {
        counts_.push_back(0);
    }
    return found->second;
}

std::uint32_t WordBook::stem(std::string_view word) {
    // Of "held talks" and "phone call" the last word names the event.
    const std::size_t space = word.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? word : word.substr(space + 1);
    return last.empty() ? 0 : number("/" + stem_of(last));
}

std::vector<std::uint32_t> WordBook::read(std::string_view text) {
    const std::string lower = ascii_lower(text);
    std::vector<std::uint32_t> words;
    for (std::size_t begin = 0; begin < lower.size();) {
        std::size_t end = begin;
        while (end < lower.size() && is_word_byte(lower[end])) {
            ++end;
        }
        const std::string_view word = std::string_view(lower).substr(begin, end - begin);
        if (!is_empty_word(word)) {
            words.push_back(number(std::string(word.substr(0, kStem))));
        }
        begin = end + 1;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::uint32_t word : words) {
        ++counts_[word];
    }
    ++texts_;
    return words;
}

double WordBook::weight(std::uint32_t number) const {
    return std::log(1.0 + static_cast<double>(texts_) / std::max(1U, counts_[number]));
}

double WordBook::overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    double both = 0;
    double of_a = 0;
    double of_b = 0;
    std::size_t common = 0;
    for (const std::uint32_t word : a) {
        of_a += weight(word);
        if (std::binary_search(b.begin(), b.end(), word)) {
            both += weight(word);
            ++common;
        }
    }
    for (const std::uint32_t word : b) {
        of_b += weight(word);
    }
    const double lesser = std::min(of_a, of_b);
    // One word in common is chance.
    return common < 2 || lesser <= 0 ? 0 : both / lesser;
}

namespace {

/// Who came with a delegation took part in the event that the article names for it.
void add_teams(Mention& mention, const Gist& gist, const Cast& cast) {
    if (mention.family != Family::meet && mention.family != Family::visit) {
        return;
    }
    for (const DelegationSaid& team : gist.delegations) {
        for (const DelegationSaid::Member& member : team.members) {
            const CastIndex actor = cast.of(mention.article, member.actor);
            const bool came = member.as == extract::MemberAs::head || member.as == extract::MemberAs::member;
            const bool known = std::any_of(mention.parties.begin(), mention.parties.end(),
                                           [&](const MentionParty& party) { return party.actor == actor; });
            if (team.event == mention.index && actor != extract::kNone && came && !known) {
                mention.parties.push_back({actor, Part::participant, false});
            }
        }
    }
}

} // namespace

std::vector<Mention> mentions_of(const std::vector<Gist>& gists,
                                 const std::vector<std::uint32_t>& order,
                                 const Cast& cast,
                                 Places& places,
                                 WordBook& book) {
    std::vector<Mention> mentions;
    for (const std::uint32_t article : order) {
        const Gist& gist = gists[article];
        for (std::uint32_t i = 0; i < gist.events.size(); ++i) {
            const EventSaid& said = gist.events[i];
            if (said.repeated) {
                continue;
            }
            Mention mention;
            mention.article = article;
            mention.index = i;
            mention.said = &said;
            mention.published = gist.published;
            mention.family = family_of(said.type);
            mention.flexible = said.type.category == "consult" && said.type.mode.empty();
            mention.dated = !said.when.empty();
            mention.doubled = said.type.category == "statement" && is_doubled(said, gist, i);
            mention.days = days_of(said, gist.published);
            mention.parties = parties_of(said, article, cast);
            mention.unnamed = static_cast<std::uint32_t>(said.parties.size() - mention.parties.size());
            add_teams(mention, gist, cast);
            for (const std::string& place : said.places) {
                if (!names_a_party(place, said)) {
                    mention.places.push_back(places.of(place));
                }
            }
            mention.words = book.read(said.topic.empty() ? said.passage.exact : said.topic);
            mention.stem = book.stem(said.trigger);
            mentions.push_back(std::move(mention));
        }
    }
    return mentions;
}

} // namespace demarche::assemble
