#include "assemble/headline.hpp"
#include "assemble/shortened.hpp"
#include "assemble/title_words.hpp"
#include "assemble/titles.hpp"
#include "base/ascii.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <array>

namespace demarche::assemble {
namespace {

/// Verbs that only say that somebody says something: the title has a colon for them.
constexpr std::array<std::string_view, 36> kSaying = {
    "added",    "adding",    "announced",   "argued",     "asserted",   "claimed",     "commented", "confirmed",
    "declared", "described", "emphasized",  "emphasised", "explained",  "highlighted", "informed",  "insisted",
    "noted",    "pointed",   "posted",      "reaffirmed", "reiterated", "remarked",    "reported",  "revealed",
    "said",     "saying",    "says",        "spoke",      "stated",     "stressed",    "stating",   "suggested",
    "told",     "tweeted",   "underscored", "wrote"};

bool only_says(std::string_view trigger) {
    const std::string lower = ascii_lower(trigger);
    const std::string first = lower.substr(0, std::min(lower.find(' '), lower.size()));
    return std::find(kSaying.begin(), kSaying.end(), first) != kSaying.end();
}

std::string speaker_of(const Merged& merged, const Telling& telling) {
    for (const Part part : {Part::speaker, Part::source, Part::participant}) {
        const std::vector<std::string> names = names_of(merged.event, part, telling);
        if (!names.empty()) {
            return in_a_row({names.begin(), names.begin() + std::min<std::ptrdiff_t>(2, std::ssize(names))});
        }
    }
    return {};
}

std::string topic_in_title(const Mention& mention, std::size_t room) {
    const std::string& topic = mention.said->topic;
    const std::string& passage = mention.said->passage.exact;
    if (topic.empty() || find_words(passage, topic) == std::string_view::npos) {
        return {};
    }
    if (is_quoted(passage, topic)) {
        // A whole sentence of a quotation stands for itself; what it says next is another one.
        const std::size_t stop = topic.find_first_of(".!?");
        const std::string first = topic.substr(0, std::min(stop, topic.size()));
        std::string part = shortened(length_of(first) >= 12 ? first : topic, room, kTitleMost);
        return part.empty() ? part : "“" + part + "”";
    }
    return uncapitalised(shortened(topic, room, kTitleMost));
}

/// "demands that Ukraine withdraw its troops": where the topic follows the verb.
std::string told_by_verb(const Mention& mention, const std::string& topic, bool plural) {
    const std::string& trigger = mention.said->trigger;
    const std::string& passage = mention.said->passage.exact;
    const std::string verb = in_present(trigger, plural);
    if (verb.empty() || topic.empty() || only_says(trigger) || is_passive(passage, trigger) || mention.said->noun) {
        return {};
    }
    const std::string_view rest = behind(passage, trigger);
    const std::size_t at = find_words(rest, mention.said->topic);
    // "that", "the", "to": nothing longer stands between.
    constexpr std::size_t kBetween = 6;
    if (at == std::string_view::npos || at > kBetween ||
        rest.substr(0, at).find_first_of(",;:\"“") != std::string::npos) {
        return {};
    }
    std::string between(rest.substr(0, at));
    return verb + " " + between + topic;
}

} // namespace

std::vector<std::string> names_of(const Event& event, Part part, const Telling& telling) {
    std::vector<std::string> names;
    for (const Party& party : event.parties) {
        if (party.as != part) {
            continue;
        }
        const CastIndex actor = telling.cast.of(party.actor);
        if (actor != extract::kNone) {
            names.push_back(telling.cast.name(actor));
        }
    }
    return names;
}

std::string title_of_speech(const Merged& merged, const Telling& telling) {
    const std::string speaker = speaker_of(merged, telling);
    if (speaker.empty() || merged.best == nullptr) {
        return {};
    }
    const std::size_t used = std::min(length_of(speaker) + 2, kTitleLength - 20);
    const std::string topic = topic_in_title(*merged.best, kTitleLength - used);
    if (topic.empty()) {
        return {};
    }
    const bool plural = speaker.find(" and ") != std::string::npos;
    const std::string told = told_by_verb(*merged.best, topic, plural);
    return told.empty() ? speaker + ": " + topic : speaker + " " + told;
}

std::string title_of_deed(const Merged& merged, const Telling& telling) {
    const Mention& mention = *merged.best;
    const EventSaid& said = *mention.said;
    std::vector<std::string> who = names_of(merged.event, Part::source, telling);
    if (who.empty()) {
        who = names_of(merged.event, Part::participant, telling);
    }
    const std::vector<std::string> whom = names_of(merged.event, Part::target, telling);
    const bool passive = !said.noun && is_passive(said.passage.exact, said.trigger);
    const std::string verb = in_present(said.trigger, who.size() > 1);
    const bool off = merged.event.status == Status::cancelled || merged.event.status == Status::denied;
    const bool to_come = merged.event.status == Status::planned;
    const std::string base = in_present(said.trigger, true);
    if (!who.empty() && !verb.empty() && !passive && !off) {
        const std::string subject = in_a_row(who);
        const std::string deed = to_come ? "to " + base : verb;
        const std::size_t room = kTitleLength - std::min(length_of(subject) + length_of(deed) + 2, kTitleLength - 16);
        if (said.noun) {
            return subject + " " + deed + (whom.empty() ? "" : " " + in_a_row(whom));
        }
        const std::string rest = shortened(behind(said.passage.exact, said.trigger), room, kTitleLength);
        if (!rest.empty() && (whom.empty() || rest.find(whom.front()) != std::string::npos)) {
            return subject + " " + deed + " " + rest;
        }
        return whom.empty() ? std::string() : subject + " " + deed + " " + in_a_row(whom);
    }
    const std::string noun = said.noun ? capitalised(said.trigger) : std::string();
    if (!noun.empty()) {
        std::string title = noun;
        title += who.empty() ? "" : " by " + in_a_row(who);
        title += whom.empty() ? "" : " on " + in_a_row(whom);
        return title;
    }
    return {};
}

} // namespace demarche::assemble
