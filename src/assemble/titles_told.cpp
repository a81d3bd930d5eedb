#include "assemble/headline.hpp"
#include "assemble/shortened.hpp"
#include "assemble/title_words.hpp"
#include "assemble/titles.hpp"
#include "base/ascii.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <array>
#include <utility>

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

/// Verbs that turn what follows into its opposite: after a colon it would be asserted.
bool denies(std::string_view trigger) {
    constexpr std::array<std::string_view, 12> kDenying = {"den",      "disavow", "dismiss", "disput",
                                                           "doubt",    "exclud",  "refus",   "reject",
                                                           "repudiat", "rule",    "ruling",  "rebuff"};
    const std::string lower = ascii_lower(trigger);
    return std::any_of(kDenying.begin(), kDenying.end(),
                       [&](std::string_view stem) { return lower.starts_with(stem); });
}

/// What stands between the verb and what is said: "that", "concerns that"; "" where that stands before the verb.
std::string_view between_of(const Mention& mention) {
    const std::string_view rest = behind(mention.said->passage.exact, mention.said->trigger);
    const std::size_t at = find_words(rest, mention.said->topic);
    return at == std::string_view::npos ? std::string_view() : rest.substr(0, at);
}

/// Nouns by which what follows is no more than thought of: "expressed concerns they are left out".
bool is_thought(std::string_view between) {
    constexpr std::array<std::string_view, 14> kThoughts = {"accus", "allegation", "claim",      "concern", "doubt",
                                                            "fear",  "hope",       "idea",       "notion",  "possib",
                                                            "risk",  "rumo",       "suggestion", "worr"};
    const std::string lower = ascii_lower(between);
    return std::any_of(kThoughts.begin(), kThoughts.end(),
                       [&](std::string_view stem) { return lower.find(stem) != std::string::npos; });
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

/// What only describes is left out before anything else is.
std::string told_shortly(const Mention& mention, std::size_t room, std::size_t most) {
    std::string words = topic_alone(mention);
    const EventSaid& said = *mention.said;
    if (length_of(words) > room) {
        // A refusal may be any of the things said.
        words = without_asides(said.type.category == "statement" ? first_of_several(words) : words, said.topic_verb);
    }
    return shortened(words, room, most, said.topic_verb);
}

std::string topic_in_title(const Mention& mention, std::size_t room, std::size_t most) {
    const std::string& topic = mention.said->topic;
    const std::string& passage = mention.said->passage.exact;
    if (const std::string_view end = quoted_end(passage, topic); !end.empty()) {
        const std::string part = shortened(end, room, most);
        return part.empty() ? part : "“" + part + "”";
    }
    if (topic.empty() || find_words(passage, topic) == std::string_view::npos) {
        return {};
    }
    if (is_quoted(passage, topic)) {
        // A whole sentence of a quotation stands for itself; what it says next is another one.
        const std::string part = shortened(first_sentence(topic), room, most);
        return part.empty() ? part : "“" + part + "”";
    }
    return uncapitalised(told_shortly(mention, room, most));
}

/// "demands that Ukraine withdraw its troops": where the topic follows the verb.
std::string told_by_verb(const Mention& mention, const std::string& topic, bool plural) {
    const std::string& trigger = mention.said->trigger;
    const std::string& passage = mention.said->passage.exact;
    const std::string verb = in_present(trigger, plural);
    // "Roe stressed that ..." has a colon for its verb, "Roe stressed the importance of ..." not.
    const bool colon = only_says(trigger) && is_clause(topic);
    if (verb.empty() || topic.empty() || colon || is_passive(passage, trigger) || mention.said->noun) {
        return {};
    }
    const std::string_view rest = behind(passage, trigger);
    const std::size_t at = find_words(rest, mention.said->topic);
    // "that", "the", "to": nothing longer stands between.
    const std::size_t most_between = is_thought(between_of(mention)) ? 32 : 6;
    if (at > most_between || // npos too
        rest.substr(0, at).find_first_of(",;:\"“") != std::string::npos) {
        return {};
    }
    std::string between(rest.substr(0, at));
    return verb + " " + between + topic;
}

} // namespace

bool is_cited(const Mention& mention, const Event& event) {
    return std::any_of(event.citations.begin(), event.citations.end(), [&](const Citation& citation) {
        return citation.stance == Stance::supports && citation.passage == mention.said->passage;
    });
}

std::string topic_alone(const Mention& mention) {
    std::string told = without_source(without_time(mention.said->topic, mention.said->when_words));
    for (const std::string_view goes_on : {", saying", ", adding", ", noting"}) {
        told.resize(std::min(told.find(goes_on), told.size()));
    }
    return told;
}

namespace {

/// "Giving in, she said, was no choice": what stands before the verb of saying is not all that is said.
bool is_interrupted(const EventSaid& said) {
    const std::string& passage = said.passage.exact;
    const std::size_t topic = passage.find(said.topic);
    const std::size_t verb = find_words(passage, said.trigger);
    return topic != std::string::npos && verb != std::string::npos && topic + said.topic.size() <= verb &&
           behind(passage, said.trigger).starts_with(',') && !is_quoted(passage, said.topic);
}

} // namespace

namespace {

/// "The port is to be sold, Roe said, only if parliament agrees" without "Roe said"; "" where more than saying is told.
std::string joined_again(const EventSaid& said) {
    std::string_view rest = behind(said.passage.exact, said.trigger);
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(", ")));
    const bool quoted = rest.find("“") != std::string_view::npos || rest.find('"') != std::string_view::npos;
    if (!only_says(said.trigger) || rest.empty() || quoted || is_thought(rest)) {
        return {};
    }
    std::string topic = said.topic;
    while (topic.ends_with(',') || topic.ends_with(' ')) {
        topic.pop_back();
    }
    const bool clauses = begins_late(topic) || !said.topic_verb.empty();
    const bool goes_on = rest.starts_with("only ") || rest.starts_with("if ") || rest.starts_with("unless ") ||
                         rest.starts_with("because ") || rest.starts_with("when ") || rest.starts_with("after ");
    return topic + (clauses && !goes_on ? ", " : " ") + std::string(rest);
}

} // namespace

bool is_asserted(const Mention& mention) {
    const EventSaid& said = *mention.said;
    if (is_interrupted(said)) {
        return false;
    }
    // "summoned the ambassador" asserts nothing: what stands behind a verb of deeds is no clause.
    const bool clause = said.type.category == "statement" || only_says(said.trigger) || is_clause(said.topic) ||
                        is_quoted(said.passage.exact, said.topic);
    return clause && !denies(said.trigger) && !is_thought(between_of(mention));
}

bool begins_with_speaker(const Mention& mention, const Cast& cast) {
    constexpr std::size_t kTitled = 24; // "Senator " before the name
    const std::string& topic = mention.said->topic;
    return !is_quoted(mention.said->passage.exact, topic) &&
           std::any_of(mention.parties.begin(), mention.parties.end(), [&](const MentionParty& party) {
               const std::size_t at = topic.find(cast.name(party.actor));
               return party.as == Part::speaker && at != std::string::npos && at < kTitled;
           });
}

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

bool is_plural_name(const std::string& name) {
    const std::size_t in = name.find(" in ");
    const std::string_view head = std::string_view(name).substr(0, in); // "protesters in Lima"
    const bool people = head.ends_with("police") || (in != std::string::npos && head.ends_with('s'));
    return people || (name.ends_with('s') && name.find(' ') != std::string::npos && name != "United Nations" &&
                      name != "United States");
}

namespace {

/// The title that one mention makes; "" for none.
std::string title_of_saying(const Mention& mention, const std::string& speaker) {
    const std::size_t used = std::min(length_of(speaker) + 2, kTitleLength - 20);
    if (is_interrupted(*mention.said)) {
        const std::string whole = joined_again(*mention.said);
        const std::string part = whole.empty() ? whole : shortened(whole, kTitleLength - used, kTitleMost - used);
        return part.empty() ? part : speaker + ": " + uncapitalised(part);
    }
    const std::string topic = topic_in_title(mention, kTitleLength - used, kTitleMost - used);
    if (topic.empty()) {
        return {};
    }
    const std::string told =
        told_by_verb(mention, topic, speaker.find(" and ") != std::string::npos || is_plural_name(speaker));
    if (!told.empty()) {
        return speaker + " " + told;
    }
    return is_asserted(mention) ? speaker + ": " + topic : std::string();
}

/// The less the better: length, and how little a reader knows who "he" is.
std::size_t burden(const std::string& title, const std::string& speaker) {
    std::string_view said = title;
    said.remove_prefix(std::min(speaker.size() + 2, said.size()));
    constexpr std::array<std::string_view, 9> kVague = {"he ",  "she ",  "it ",    "they ", "his ",
                                                        "her ", "this ", "these ", "“I "};
    const bool vague =
        std::any_of(kVague.begin(), kVague.end(), [&](std::string_view word) { return said.starts_with(word); });
    const std::size_t length = std::max(length_of(title), kTitleLength);
    return length + (vague ? 12 : 0);
}

} // namespace

namespace {

std::string best_saying(const std::vector<const Mention*>& order,
                        const std::string& speaker,
                        const Event& event,
                        const Telling& telling) {
    std::string best;
    for (const Mention* mention : order) {
        const bool usable = is_cited(*mention, event) && !begins_with_speaker(*mention, telling.cast);
        std::string title = usable ? title_of_saying(*mention, speaker) : std::string();
        if (!title.empty() && (best.empty() || burden(title, speaker) < burden(best, speaker))) {
            best = std::move(title);
        }
    }
    return best;
}

std::string what_is_made(const std::string& category) {
    return category == "demand"     ? "a demand"
           : category == "request"  ? "a request"
           : category == "threaten" ? "a threat"
           : category == "accuse"   ? "an accusation"
                                    : "a statement";
}

} // namespace

std::string title_of_speech(const Merged& merged, const Cluster& cluster, const Telling& telling, bool& thin) {
    const std::string speaker = speaker_of(merged, telling);
    if (speaker.empty()) {
        return {};
    }
    std::vector<const Mention*> order = {merged.best};
    for (const std::uint32_t mention : cluster.mentions) {
        order.push_back(&telling.mentions[mention]);
    }
    std::string best = best_saying(order, speaker, merged.event, telling);
    if (!best.empty()) {
        return best;
    }
    thin = true;
    // Too much to say in a title, or too guarded: what it is about asserts nothing.
    for (const Mention* mention : order) {
        const std::string about = subject_of(mention->said->topic);
        if (!about.empty() && !is_quoted(mention->said->passage.exact, mention->said->topic)) {
            return std::string(speaker).append(" on ").append(about);
        }
    }
    const bool several = speaker.find(" and ") != std::string::npos || is_plural_name(speaker);
    return speaker + (several ? " make " : " makes ") + what_is_made(merged.event.type.category);
}

/// Of a deed without a better word.
std::string verb_of_category(const EventType& type, bool plural) {
    struct Row {
        std::string_view category;
        std::string_view one;
        std::string_view several;
    };

    constexpr std::array<Row, 4> kRows = {Row{"assault", "attacks", "attack"}, Row{"sanction", "sanctions", "sanction"},
                                          Row{"protest", "protests against", "protest against"},
                                          Row{"threaten", "threatens", "threaten"}};
    const auto row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& one) { return one.category == type.category; });
    return row == kRows.end() ? std::string() : std::string(plural ? row->several : row->one);
}

/// What follows the trigger, without the time; of "Roe, who dismissed Lind in 1996, declined" not the next clause.
std::string rest_of_deed(const EventSaid& said, std::size_t room, std::size_t most) {
    std::string next(behind(said.passage.exact, said.trigger));
    const std::size_t time = said.when_words.empty() ? std::string::npos : next.find(said.when_words);
    if (time != std::string::npos && next.compare(time + said.when_words.size(), 1, ",") == 0) {
        next.resize(time + said.when_words.size());
    }
    std::string rest = shortened(without_time(next, said.when_words), room, most);
    for (const std::string_view last : {" by", " in", " on", " at", " for", " until", " from", " since"}) {
        if (rest.ends_with(last)) { // "withdraw its guards by"
            rest.resize(rest.size() - last.size());
        }
    }
    return rest;
}

/// "Russia launches 176 drones at Ukraine": the trigger and what follows it in its passage.
std::string by_trigger(const Mention& mention, const std::string& subject, bool plural, bool to_come) {
    const EventSaid& said = *mention.said;
    const std::string base = in_present(said.trigger, true);
    if (base.empty() || said.noun || is_passive(said.passage.exact, said.trigger)) {
        return {};
    }
    const std::string deed = to_come ? "to " + base : in_present(said.trigger, plural);
    const std::string_view next = behind(said.passage.exact, said.trigger);
    if (next.starts_with("by ")) { // "annexed by Roe"
        return {};
    }
    const bool alone = said.type.category == "protest" || said.type.mode == "resign"; // needs nothing behind it
    if (next.empty() || next.starts_with("and ") || next.starts_with(',') || next.starts_with('.')) {
        return alone ? subject + " " + deed : std::string();
    }
    const std::size_t used = std::min(length_of(subject) + length_of(deed) + 2, kTitleLength - 16);
    std::string rest = rest_of_deed(said, kTitleLength - used, kTitleMost - used);
    if (rest.starts_with("their ") && !plural) { // whose, only the sentence says
        rest.erase(0, std::string_view("their ").size());
    }
    return rest.empty() ? (alone ? subject + " " + deed : std::string()) : subject + " " + deed + " " + rest;
}

/// "Roe is sentenced to eight years in prison": told of whom it was done to, where nobody is named who did it.
std::string by_passive(const Mention& mention, const std::string& whom, bool plural, bool to_come) {
    const EventSaid& said = *mention.said;
    if (said.noun || !is_passive(said.passage.exact, said.trigger)) {
        return {};
    }
    const std::string deed = (to_come ? " to be " : plural ? " are " : " is ") + ascii_lower(said.trigger);
    const std::size_t used = std::min(length_of(whom) + length_of(deed) + 1, kTitleLength - 16);
    const std::string rest = rest_of_deed(said, kTitleLength - used, kTitleMost - used);
    return whom + deed + (rest.empty() || rest.starts_with("by ") ? "" : " " + rest);
}

/// "A court sentenced Minister Roe to eight years": "Roe is sentenced to eight years".
std::string by_turned(const Mention& mention, const std::string& whom, bool plural, bool to_come) {
    const EventSaid& said = *mention.said;
    const auto target = std::find_if(said.parties.begin(), said.parties.end(),
                                     [](const PartySaid& party) { return party.as == Part::target; });
    const std::string_view next = behind(said.passage.exact, said.trigger);
    const bool active = !said.noun && !to_come && said.trigger.ends_with("ed") &&
                        said.trigger.find(' ') == std::string::npos && !is_passive(said.passage.exact, said.trigger);
    if (!active || target == said.parties.end() || !next.starts_with(target->words)) {
        return {};
    }
    EventSaid turned = said;
    turned.trigger = target->words;
    const std::string deed = (plural ? " are " : " is ") + ascii_lower(said.trigger);
    const std::size_t used = std::min(length_of(whom) + length_of(deed) + 1, kTitleLength - 16);
    const std::string rest = rest_of_deed(turned, kTitleLength - used, kTitleMost - used);
    return whom + deed + (rest.empty() ? "" : " " + rest);
}

/// "Police", who act in its words and are nobody known.
std::string unnamed_source(const EventSaid& said) {
    for (const PartySaid& party : said.parties) {
        const bool capital = !party.words.empty() && party.words.front() >= 'A' && party.words.front() <= 'Z';
        if (party.as == Part::source && party.actor == extract::kNone && !party.words.empty()) {
            return capital ? party.words : capitalised(party.words);
        }
    }
    return {};
}

/// "Russia invades Ukraine".
std::string by_category(const Merged& merged, const std::string& subject, const std::string& whom, bool plural) {
    const EventSaid& said = *merged.best->said;
    const bool to_come = merged.event.status == Status::planned;
    const bool convicts = merged.event.type == EventType{"sanction", "convict"};
    const std::string of_noun = convicts    ? (plural || to_come ? "convict" : "convicts")
                                : said.noun ? in_present(said.trigger, plural || to_come)
                                            : std::string();
    const std::string verb = !of_noun.empty() ? of_noun : verb_of_category(merged.event.type, plural || to_come);
    return verb.empty() || whom.empty() ? std::string() : subject + (to_come ? " to " : " ") + verb + " " + whom;
}

/// Of a deed that nobody named did.
std::string without_doer(const Merged& merged, const std::string& whom, const Telling& telling) {
    const bool to_come = merged.event.status == Status::planned;
    const std::vector<std::string> those = names_of(merged.event, Part::target, telling);
    const bool several = those.size() > 1 || is_plural_name(those.front());
    std::string title = by_passive(*merged.best, whom, several, to_come);
    const std::string unnamed = title.empty() ? unnamed_source(*merged.best->said) : std::string();
    title = unnamed.empty() ? title : by_trigger(*merged.best, unnamed, true, to_come);
    return title.empty() ? by_turned(*merged.best, whom, several, to_come) : title;
}

std::string title_of_deed(const Merged& merged, const Telling& telling) {
    const EventSaid& said = *merged.best->said;
    std::vector<std::string> who = names_of(merged.event, Part::source, telling);
    if (who.empty()) {
        who = names_of(merged.event, Part::participant, telling);
    }
    const std::string whom = in_a_row(names_of(merged.event, Part::target, telling));
    const std::string subject = in_a_row(who);
    const bool plural = who.size() > 1 || (who.size() == 1 && is_plural_name(who.front()));
    const bool off = merged.event.status == Status::cancelled || merged.event.status == Status::denied;
    const bool to_come = merged.event.status == Status::planned;
    if (!who.empty() && !off) {
        std::string title = by_trigger(*merged.best, subject, plural, to_come);
        title = title.empty() ? by_category(merged, subject, whom, plural) : title;
        if (!title.empty()) {
            return title;
        }
    }
    if (who.empty() && !whom.empty() && !off) {
        std::string title = without_doer(merged, whom, telling);
        if (!title.empty()) {
            return title;
        }
    }
    std::string title;
    if (said.noun && !(who.empty() && whom.empty())) {
        title = capitalised(said.trigger);
        title += who.empty() ? "" : " by ";
        title += subject;
        title += whom.empty() ? "" : " on ";
        title += whom;
    } else if (who.empty() && !whom.empty() && !off && merged.event.type.category == "assault") {
        title = "Attack on ";
        title += whom;
    }
    return title;
}

} // namespace demarche::assemble
