#include "compose/network_sentences.hpp"

#include "compose/badges.hpp"
#include "compose/frame.hpp"
#include "compose/network_paint.hpp"
#include "compose/network_words.hpp"
#include "compose/sentence.hpp"

#include <map>

namespace demarche::compose {

namespace {

std::string names(const std::vector<view::NamedActor>& actors, const Template& style) {
    std::vector<std::string> list;
    list.reserve(actors.size());
    for (const view::NamedActor& actor : actors) {
        list.push_back(actor.name);
    }
    return joined(list, style);
}

/// A delegation that took part as a whole, with those who did; else their names.
std::string names(const view::NetworkLink& link, const view::NetworkView& view, const Template& style) {
    const view::NetworkCard& card = view.cards[link.from.card];
    const std::string people = names(link.actors, style);
    return link.from.row < 0 && !card.delegations.empty() && !card.title.empty()
               ? style.phrase("in-brackets", {{"words", card.title}, {"more", people}})
               : people;
}

using Groups = std::map<Part, std::vector<std::string>>;

Groups by_part(const std::vector<std::size_t>& links, const view::NetworkView& view, const Template& style) {
    Groups groups;
    for (const std::size_t index : links) {
        groups[view.links[index].as].push_back(names(view.links[index], view, style));
    }
    return groups;
}

/// "A and B took part; mediated: C": as a timeline says it. Who is to take part in what has not happened did not.
std::string parties_in_words(const view::NetworkHub& hub, const Groups& groups, const Template& style) {
    std::string words;
    const auto people = [&](Part part) {
        const auto group = groups.find(part);
        return group == groups.end() ? std::string() : joined(group->second, style);
    };
    const auto add = [&](const char* key, const std::map<std::string, std::string>& values) {
        if (!values.at("who").empty()) {
            add_clause(words, style.phrase(key, values), style);
        }
    };
    const bool done = is_done(hub.status);
    if (hub.hostile && done && groups.size() == 2) {
        add("acted-against-whom", {{"who", people(Part::source)}, {"whom", people(Part::target)}});
    } else {
        add(done ? "took-part-who" : "parties-who", {{"who", people(Part::source)}});
        add("against-whom", {{"who", people(Part::target)}});
    }
    add(done ? "took-part-who" : "parties-who", {{"who", people(Part::participant)}});
    add(done ? "mediated-who" : "mediator-who", {{"who", people(Part::mediator)}});
    add(done ? "hosted-who" : "host-who", {{"who", people(Part::host)}});
    return words;
}

std::string event_sentence(const view::NetworkHub& hub,
                           const std::vector<std::size_t>& links,
                           const view::NetworkView& view,
                           const Template& style) {
    const std::string date = date_words(hub, view, true);
    const std::string title = hub.long_title.empty() ? hub_title(hub, style) : hub.long_title;
    const std::string when = capitalised(date.empty() ? style.phrase("no-date") : date);
    std::string text = style.phrase("told", {{"name", when}, {"text", title}}) + ".";
    add_sentence(text, parties_in_words(hub, by_part(links, view, style), style), style);
    if (links.size() == hub.links.size() && !hub.absent.empty()) {
        add_sentence(text, style.phrase("not-present-who", {{"who", joined(hub.absent, style)}}), style);
    }
    add_sentence(text, status_in_words(hub.status, hub.plan_passed, style), style);
    add_sentence(text, hub_speaker(hub, style), style);
    return text;
}

} // namespace

std::string network_description(const view::NetworkView& view, const Template& style) {
    if (view.cards.empty()) {
        return style.phrase("nothing-to-show");
    }
    std::size_t actors = 0;
    for (const view::NetworkCard& card : view.cards) {
        actors += card.rows.size();
    }
    std::string text = style.phrase("network-description", {{"actors", std::to_string(actors)},
                                                            {"groups", std::to_string(view.cards.size())},
                                                            {"hubs", std::to_string(view.hubs.size())},
                                                            {"ties", std::to_string(view.ties.size())}});
    if (view.events != view.events_of && !view.hubs.empty()) {
        add_sentence(text,
                     style.phrase("events-of",
                                  {{"shown", std::to_string(view.events)}, {"all", std::to_string(view.events_of)}}),
                     style);
    }
    return text;
}

std::string hub_sentence(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style) {
    std::string text = event_sentence(hub, hub.links, view, style);
    add_sentence(text, hub.single_source ? style.phrase("single-source") : "", style);
    add_sentence(text, hub.disputed ? style.phrase("disputed") : "", style);
    add_sentence(text, since_words(hub.news, view.since, view.language, style), style);
    return text;
}

std::string hub_parties(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style) {
    return parties_in_words(hub, by_part(hub.links, view, style), style);
}

std::string link_sentence(const view::NetworkLink& link, const view::NetworkView& view, const Template& style) {
    const auto index = static_cast<std::size_t>(&link - view.links.data());
    return event_sentence(view.hubs[link.hub], {index}, view, style);
}

std::string tie_sentence(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style) {
    const bool many = tie.to_actors.size() > 1;
    std::string text =
        style.phrase(many ? "tie-sentence-many" : "tie-sentence", {{"from", names(tie.from_actors, style)},
                                                                   {"verb", verbs_of(tie, view, style)},
                                                                   {"to", names(tie.to_actors, style)}});
    add_sentence(text, since_words(tie.news, view.since, view.language, style), style);
    return text;
}

std::string card_sentence(const view::NetworkCard& card, const Template& style) {
    std::vector<std::string> names;
    for (const view::CardRow& row : card.rows) {
        const std::string name = row.possible ? style.phrase("possibly", {{"name", row.name}}) : row.name;
        names.push_back(row.head ? style.phrase("in-brackets", {{"words", name}, {"more", style.phrase("leads")}})
                                 : name);
    }
    const std::string people = joined(names, style);
    return (card.title.empty() ? people : style.phrase("told", {{"name", card.title}, {"text", people}})) + ".";
}

std::string row_sentence(const view::CardRow& row, const view::NetworkView& view, const Template& style) {
    std::vector<std::string> parts = {row.name};
    const auto add = [&](const std::string& words) {
        if (!words.empty()) {
            parts.push_back(words);
        }
    };
    view::CardRow printed = row;
    printed.possible = false; // said in full words
    for (const std::string& part : row_parts(printed, view, style)) {
        add(part);
    }
    for (const view::LaterRole& role : row.later_roles) {
        add(in_time(role_words(role.title, role.body, style), role.when, view, style));
    }
    add(row.possible ? style.phrase("possible-member") : "");
    std::string text = listed(parts, style) + ".";
    add_sentence(text, since_words(row.news, view.since, view.language, style), style);
    return text;
}

} // namespace demarche::compose
