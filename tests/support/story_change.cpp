#include "support/story_change.hpp"

#include "model/event_type.hpp"
#include "support/random.hpp"

#include <algorithm>
#include <utility>

namespace demarche::support {

namespace {

constexpr unsigned kWithSide = 70; ///< per cent of added actors

template <typename List, typename Condition>
void drop(List& list, Condition condition) {
    list.erase(std::remove_if(list.begin(), list.end(), condition), list.end());
}

bool takes_part(const Event& event, const std::string& actor) {
    return std::any_of(event.parties.begin(), event.parties.end(),
                       [&](const Party& party) { return party.actor == actor; });
}

class StoryChange {
public:
    StoryChange(const Model& model, std::uint64_t seed) : changed_{model, {}}, random_(seed) {}

    std::optional<Changed> run(Change what) {
        const bool done = what == Change::actor_added     ? add_actor()
                          : what == Change::actor_removed ? remove_actor()
                          : what == Change::event_added   ? add_event()
                          : what == Change::event_removed ? remove_event()
                          : what == Change::event_redated ? redate()
                                                          : add_party();
        return done ? std::optional(std::move(changed_)) : std::nullopt;
    }

private:
    Model& model() { return changed_.model; }

    /// A meeting or the like with two parties: the network shows it.
    Event* any_meeting() {
        std::vector<Event*> meetings;
        for (Event& event : model().events) {
            if (nature(event.type) == EventNature::joint && event.parties.size() >= 2) {
                meetings.push_back(&event);
            }
        }
        return meetings.empty() ? nullptr : random_.pick(meetings);
    }

    bool add_actor() {
        Event* const meeting = any_meeting();
        if (meeting == nullptr) {
            return false;
        }
        Actor actor;
        actor.id = "newcomer";
        actor.name = "Anna Newcomer";
        if (!model().sides.empty() && random_.chance(kWithSide)) {
            actor.side = random_.pick(model().sides).id;
        }
        model().actors.push_back(actor);
        meeting->parties.push_back({actor.id, Part::participant, {}, {}});
        changed_.touched = {actor.id, meeting->id};
        return true;
    }

    bool remove_actor() {
        const Event* const meeting = any_meeting();
        if (meeting == nullptr) {
            return false;
        }
        const std::string id = random_.pick(meeting->parties).actor;
        drop(model().actors, [&](const Actor& actor) { return actor.id == id; });
        for (Event& event : model().events) {
            if (takes_part(event, id)) {
                changed_.touched.insert(event.id);
            }
            drop(event.parties, [&](const Party& party) { return party.actor == id; });
            drop(event.said_by, [&](const std::string& speaker) { return speaker == id; });
        }
        for (Delegation& delegation : model().delegations) {
            drop(delegation.members, [&](const std::string& member) { return member == id; });
            drop(delegation.possible, [&](const std::string& member) { return member == id; });
            delegation.head = delegation.head == id ? std::string() : delegation.head;
        }
        drop(model().delegations, [](const Delegation& delegation) { return delegation.members.empty(); });
        drop(model().ties, [&](const Tie& tie) { return tie.from == id || tie.to == id; });
        changed_.touched.insert(id);
        return true;
    }

    bool add_event() {
        if (model().actors.size() < 2 || model().events.empty()) {
            return false;
        }
        Event event;
        event.id = "newevent";
        event.title = "They meet once more";
        event.short_title = "Another meeting";
        event.type = event_type("consult/meet");
        event.when = random_.pick(model().events).when;
        event.weight = 10;
        for (std::size_t parties = random_.between(2, 3); parties > 0; --parties) {
            const std::string actor = random_.pick(model().actors).id;
            if (!takes_part(event, actor)) {
                event.parties.push_back({actor, Part::participant, {}, {}});
            }
        }
        changed_.touched.insert(event.id);
        model().events.push_back(std::move(event));
        return true;
    }

    bool remove_event() {
        const Event* const meeting = any_meeting();
        if (meeting == nullptr) {
            return false;
        }
        const std::string id = meeting->id;
        drop(model().events, [&](const Event& event) { return event.id == id; });
        for (Event& event : model().events) {
            drop(event.after, [&](const std::string& other) { return other == id; });
            drop(event.before, [&](const std::string& other) { return other == id; });
        }
        for (const Delegation& delegation : model().delegations) {
            if (delegation.event == id) {
                changed_.touched.insert(delegation.members.begin(), delegation.members.end());
                changed_.touched.insert(delegation.possible.begin(), delegation.possible.end());
            }
        }
        drop(model().delegations, [&](const Delegation& delegation) { return delegation.event == id; });
        changed_.touched.insert(id);
        return true;
    }

    bool redate() {
        Event* const meeting = any_meeting();
        if (meeting == nullptr) {
            return false;
        }
        meeting->when = random_.pick(model().events).when;
        meeting->words.clear();
        meeting->after.clear();
        meeting->before.clear();
        for (Event& event : model().events) {
            drop(event.after, [&](const std::string& other) { return other == meeting->id; });
            drop(event.before, [&](const std::string& other) { return other == meeting->id; });
        }
        changed_.touched.insert(meeting->id);
        return true;
    }

    bool add_party() {
        Event* const meeting = any_meeting();
        if (meeting == nullptr) {
            return false;
        }
        const std::string actor = random_.pick(model().actors).id;
        if (takes_part(*meeting, actor)) {
            return false;
        }
        meeting->parties.push_back({actor, Part::participant, {}, {}});
        changed_.touched = {meeting->id, actor};
        return true;
    }

    Changed changed_;
    Random random_;
};

} // namespace

const char* to_text(Change change) {
    switch (change) {
    case Change::actor_added:
        return "actor added";
    case Change::actor_removed:
        return "actor removed";
    case Change::event_added:
        return "event added";
    case Change::event_removed:
        return "event removed";
    case Change::event_redated:
        return "event redated";
    case Change::party_added:
        return "party added";
    }
    return "";
}

std::optional<Changed> change(const Model& model, Change what, std::uint64_t seed) {
    return StoryChange(model, seed).run(what);
}

Model without_event(Model model, std::size_t index) {
    const std::string id = model.events[index].id;
    model.events.erase(model.events.begin() + static_cast<std::ptrdiff_t>(index));
    std::erase_if(model.delegations, [&](const Delegation& one) { return one.event == id; });
    for (Event& event : model.events) {
        std::erase(event.after, id);
        std::erase(event.before, id);
    }
    return model;
}

} // namespace demarche::support
