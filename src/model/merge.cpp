#include "model/merge.hpp"

#include "base/utf8.hpp"
#include "model/check.hpp"
#include "model/identifiers.hpp"
#include "model/merge_growth.hpp"
#include "model/merge_pairs.hpp"
#include "model/order.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace demarche {
namespace {

using Ids = std::map<std::string, std::string>; ///< of what was found: the dossier's; "" where it stays away

bool one_article(const Article& a, const Article& b) {
    if (!a.file.empty() && !b.file.empty()) {
        return a.file == b.file;
    }
    if (!a.url.empty() && a.url == b.url) {
        return true;
    }
    return !a.title.empty() && a.title == b.title && a.outlet == b.outlet && a.published == b.published;
}

void fill(std::string& known, const std::string& found) {
    known = known.empty() ? found : known;
}

bool happened(Status status) {
    return status == Status::occurred || status == Status::ongoing;
}

bool called_off(Status status) {
    return status == Status::cancelled || status == Status::denied;
}

class Merger {
public:
    Merger(const Model& dossier, const Model& found)
        : dossier_(dossier), found_(found), merged_{dossier, {}, {}}, fresh_ids_(dossier) {
        each_citation(dossier, [&](const Citation& one) { read_.insert(one.article); });
        for (const Article& article : dossier.articles) {
            if (article.read) {
                offered_.insert(article.id);
            }
        }
        read_.insert(offered_.begin(), offered_.end());
    }

    Merged run() {
        fill(model().title, found_.title);
        articles();
        find_needed();
        shared_texts();
        sides();
        actors();
        events();
        constraints();
        delegations();
        ties();
        charts();
        merged_.ids.insert(actors_.begin(), actors_.end());
        merged_.ids.insert(events_.begin(), events_.end());
        merged_.ids.insert(delegations_.begin(), delegations_.end());
        return std::move(merged_);
    }

private:
    Model& model() { return merged_.model; }

    void note(Finding finding, std::string id, std::string words, const SourcePosition& where = {}) {
        merged_.notes.push_back({finding, std::move(id), std::move(words), where});
    }

    void
    note_growth(const std::string& what, const std::string& id, const Growth& growth, const SourcePosition& where) {
        std::vector<std::string> parts = growth.parts;
        if (growth.citations > 0) {
            parts.push_back(std::to_string(growth.citations));
            parts.back() += growth.citations == 1 ? " citation" : " citations";
        }
        if (growth.any()) {
            note(Finding::merged, id, what + " gets " + joined(parts), where);
        }
        if (!growth.doubts.empty()) {
            note(Finding::unsure, id, what + " is without " + joined(growth.doubts) + ", whom the articles name too",
                 where);
        }
        for (const std::string& clash : growth.clashes) {
            std::string words = what;
            words += ": the dossier ";
            words += clash;
            note(Finding::contradicts, id, std::move(words), where);
        }
    }

    void articles() {
        for (const Article& article : found_.articles) {
            const auto known = std::find_if(model().articles.begin(), model().articles.end(),
                                            [&](const Article& one) { return one_article(one, article); });
            if (known != model().articles.end()) {
                articles_[article.id] = known->id;
                if (!known->read) {
                    complete(*known, article);
                }
                continue;
            }
            Article mine = article;
            mine.read = true;
            mine.id = fresh_ids_.fresh({article.id}, "article");
            mine.shares_text_with.clear();
            articles_[article.id] = mine.id;
            note(Finding::added, mine.id, "article " + quoted(mine.title.empty() ? mine.file : mine.title));
            model().articles.push_back(std::move(mine));
        }
    }

    static void complete(Article& known, const Article& found) {
        fill(known.title, found.title);
        fill(known.outlet, found.outlet);
        fill(known.published, found.published);
        fill(known.url, found.url);
        fill(known.language, found.language);
        known.read = true;
    }

    /// Whether a person has been offered this before: it stands on articles alone that were read before. `citations`
    /// are those of what was found, in its own ids.
    [[nodiscard]] bool was_offered(const std::vector<Citation>& citations) const {
        return !citations.empty() && std::all_of(citations.begin(), citations.end(), [&](const Citation& one) {
            return offered_.contains(articles_.at(one.article));
        });
    }

    /// Actors come, however old, with what is new of them.
    void find_needed() {
        const auto need = [&](const std::vector<std::string>& actors) { needed_.insert(actors.begin(), actors.end()); };
        for (const Event& event : found_.events) {
            if (!was_offered(all_citations(event))) {
                need(event.said_by);
                for (const Party& party : event.parties) {
                    needed_.insert(party.actor);
                }
            }
        }
        for (const Delegation& delegation : found_.delegations) {
            if (!was_offered(delegation.citations)) {
                need(delegation.members);
                need(delegation.possible);
            }
        }
        for (const Tie& tie : found_.ties) {
            if (!was_offered(tie.citations)) {
                need({tie.from, tie.to});
            }
        }
        for (const Actor& actor : found_.actors) {
            if (needed_.contains(actor.id) || !was_offered(all_citations(actor))) {
                needed_.insert(actor.id);
                needed_.insert(actor.side); // ids of sides and actors are different
            }
        }
        for (const Delegation& delegation : found_.delegations) {
            if (!was_offered(delegation.citations)) {
                needed_.insert(delegation.side);
            }
        }
    }

    /// Between articles that the dossier cites already, it is the person who knows.
    void shared_texts() {
        for (const Article& article : found_.articles) {
            for (const std::string& other : article.shares_text_with) {
                const std::string from = articles_.at(article.id);
                const std::string to = articles_.at(other);
                if (from != to && !(read_.contains(from) && read_.contains(to)) && !share_text(from, to)) {
                    at(model().articles, from).shares_text_with.push_back(to);
                }
            }
        }
    }

    bool share_text(const std::string& a, const std::string& b) {
        const std::vector<std::size_t> groups = independent_groups(model());
        const auto group = [&](const std::string& id) {
            return groups[static_cast<std::size_t>(&at(model().articles, id) - model().articles.data())];
        };
        return group(a) == group(b);
    }

    void sides() {
        for (const Side& side : found_.sides) {
            const auto is_coded = [&](const Side& one) { return name_key(one.code) == name_key(side.code); };
            const auto is_named = [&](const Side& one) { return name_key(one.name) == name_key(side.name); };
            auto known = std::find_if(model().sides.begin(), model().sides.end(), is_coded);
            if (known == model().sides.end()) {
                known = std::find_if(model().sides.begin(), model().sides.end(), is_named);
            }
            if (known != model().sides.end()) {
                sides_[side.id] = known->id;
                continue;
            }
            if (!needed_.contains(side.id)) {
                continue;
            }
            model().sides.push_back(side);
            model().sides.back().id = fresh_ids_.fresh({side.id, id_of_words(side.name)}, "side");
            sides_[side.id] = model().sides.back().id;
            note(Finding::added, model().sides.back().id, "side " + quoted(side.name));
        }
    }

    void actors() {
        const std::vector<ActorPair> pairs = pair_actors(dossier_, found_.actors);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            Actor actor = found_.actors[i];
            const bool is_old = was_offered(all_citations(actor));
            actor.side = mapped(sides_, actor.side);
            map_citations(actor.citations);
            for (Role& role : actor.roles) {
                map_citations(role.citations);
            }
            std::string& id = actors_[found_.actors[i].id];
            if (pairs[i].rejected) {
                id = "";
                if (!is_old) {
                    const Actor& away = dossier_.rejected.actors[pairs[i].index];
                    note(Finding::rejected, away.id, "actor " + quoted(actor.name), away.where);
                }
            } else if (pairs[i].known) {
                Actor& known = model().actors[pairs[i].index];
                id = known.id;
                if (!is_old) {
                    grow_known(known, dossier_.actors[pairs[i].index], actor, "actor " + quoted(known.name));
                }
            } else if (!needed_.contains(found_.actors[i].id)) {
                id = "";
            } else {
                actor.id = fresh_ids_.fresh({id_of_words(actor.short_name), id_of_words(actor.name)}, "actor");
                actor.review = "new";
                id = actor.id;
                note(Finding::added, id, "actor " + quoted(actor.name));
                if (pairs[i].doubtful) {
                    note(Finding::unsure, id,
                         "actor " + quoted(actor.name) + " may be one that the dossier has: they share a name");
                }
                model().actors.push_back(std::move(actor));
            }
        }
    }

    template <class Thing>
    void grow_known(Thing& known,
                    const Thing& before,
                    const Thing& found,
                    const std::string& what,
                    std::function<bool(const Citation&)> elsewhere = nullptr) {
        News news(all_citations(before), all_citations(known), read_, std::move(elsewhere));
        news.skip(offered_);
        note_growth(what, id_of(before), grow(known, found, news), before.where);
    }

    static const std::string& id_of(const Tie& tie) { return tie.from; }

    template <class Thing>
    static const std::string& id_of(const Thing& thing) {
        return thing.id;
    }

    void events() {
        std::vector<Event> found;
        std::vector<std::string> ids; // as they were found
        std::vector<bool> old;
        for (const Event& event : found_.events) {
            const bool is_old = was_offered(all_citations(event));
            if (auto mine = in_our_words(event)) {
                found.push_back(std::move(*mine));
                ids.push_back(event.id);
                old.push_back(is_old);
            } else {
                events_[event.id] = "";
                if (is_old) {
                    continue;
                }
                note(Finding::rejected, "", "event " + quoted(event.title) + ": nobody is left of those it names");
            }
        }
        const std::vector<EventPair> pairs = pair_events(dossier_, found);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const EventPair& pair = pairs[i];
            if (pair.known) {
                events_[ids[i]] = dossier_.events[pair.index].id;
            }
            if (old[i]) {
                continue; // whatever became of it, a person has seen it
            }
            if (pair.rejected) {
                const Event& away = dossier_.rejected.events[pair.index];
                note(Finding::rejected, away.id, "event " + quoted(found[i].title), away.where);
            } else if (pair.known) {
                merge_event(pair, found[i]);
            } else {
                events_[ids[i]] = add_event(std::move(found[i]), pair);
            }
        }
    }

    /// The event with the dossier's ids; nothing where what makes it is rejected.
    std::optional<Event> in_our_words(Event event) {
        const bool had_parties = !event.parties.empty();
        const bool was_said = !event.said_by.empty();
        map_citations(event.citations);
        std::vector<Party> parties;
        for (Party& party : event.parties) {
            party.actor = mapped(actors_, party.actor);
            map_citations(party.citations);
            const bool doubled = std::any_of(parties.begin(), parties.end(), [&](const Party& one) {
                return one.actor == party.actor &&
                       (one.as == party.as || (one.as == Part::absent) != (party.as == Part::absent));
            });
            if (!party.actor.empty() && !doubled) {
                parties.push_back(std::move(party));
            }
        }
        event.parties = std::move(parties);
        event.said_by = mapped_all(actors_, event.said_by);
        const bool nobody = (had_parties && event.parties.empty()) || (was_said && event.said_by.empty());
        return nobody ? std::nullopt : std::optional(std::move(event));
    }

    void merge_event(const EventPair& pair, const Event& found) {
        const Event& before = dossier_.events[pair.index];
        const std::string what = "event " + quoted(before.title);
        const std::string source = found.citations.empty() ? "" : ", " + shown(found.citations.front());
        if (fit(before.when, found.when) == DateFit::apart) {
            note(Finding::contradicts, before.id,
                 what + ": the dossier says " + before.when.text() + ", the articles " + found.when.text() + source,
                 before.where);
        }
        if ((happened(before.status) && called_off(found.status)) ||
            (called_off(before.status) && happened(found.status))) {
            note(Finding::contradicts, before.id,
                 what + ": the dossier says " + to_text(before.status) + ", the articles " + to_text(found.status) +
                     source,
                 before.where);
        } else if (before.status == Status::planned && found.status != Status::planned) {
            note(Finding::unsure, before.id,
                 what + " is planned in the dossier, the articles say " + to_text(found.status) + source, before.where);
        }
        grow_known(model().events[pair.index], before, found, what, [&](const Citation& citation) {
            return std::any_of(pair.others.begin(), pair.others.end(), [&](std::size_t other) {
                return shares_words(all_citations(dossier_.events[other]), {citation});
            });
        });
    }

    static std::string shown(const Citation& citation) {
        constexpr std::size_t kLongest = 100;
        return "article " + citation.article +
               (citation.quote.empty() ? "" : ": " + quoted(shortened(citation.quote, kLongest)));
    }

    std::string add_event(Event event, const EventPair& pair) {
        event.id = fresh_ids_.fresh({id_of_words(event.title)}, "event");
        event.review = "new";
        std::string id = event.id;
        note(Finding::added, id, "event " + quoted(event.title));
        if (pair.doubtful) {
            note(Finding::unsure, id,
                 "event " + quoted(event.title) + " may be one that the dossier has: type, parties and dates fit");
        }
        model().events.push_back(std::move(event));
        return id;
    }

    /// Order is said at new events only, where they name what is there; not at all where it contradicts the dossier.
    void constraints() {
        const std::size_t first = dossier_.events.size();
        const auto is_new = [&](const std::string& id) {
            return !id.empty() && &at(model().events, id) >= model().events.data() + first;
        };
        for (std::size_t i = first; i < model().events.size(); ++i) {
            model().events[i].after.clear();
            model().events[i].before.clear();
        }
        const auto add = [&](const std::string& earlier, const std::string& later) {
            if (earlier == later || earlier.empty() || later.empty()) {
                return;
            }
            if (is_new(later)) {
                add_id(at(model().events, later).after, earlier);
            } else if (is_new(earlier)) {
                add_id(at(model().events, earlier).before, later);
            }
        };
        for (const Event& event : found_.events) {
            const std::string mine = mapped(events_, event.id);
            for (const std::string& other : event.after) {
                add(mapped(events_, other), mine);
            }
            for (const std::string& other : event.before) {
                add(mine, mapped(events_, other));
            }
        }
        Diagnostics before;
        Diagnostics now;
        check_order(dossier_, before);
        check_order(model(), now);
        if (now.count(Severity::error) > before.count(Severity::error)) {
            for (std::size_t i = first; i < model().events.size(); ++i) {
                model().events[i].after.clear();
                model().events[i].before.clear();
            }
            note(Finding::unsure, "", "the order of the new events contradicts itself or the dossier: none is given");
        }
    }

    static void add_id(std::vector<std::string>& ids, const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(id);
        }
    }

    void delegations() {
        std::vector<Delegation> all;
        for (Delegation found : found_.delegations) {
            const bool is_old = was_offered(found.citations);
            found.event = mapped(events_, found.event);
            found.side = mapped(sides_, found.side);
            found.head = mapped(actors_, found.head);
            map_citations(found.citations);
            if (!is_old && !found.event.empty() && !found.side.empty()) {
                members(found);
                all.push_back(std::move(found));
            }
        }
        for (const Delegation& found : all) {
            take_delegation(found, all);
        }
    }

    void take_delegation(Delegation found, const std::vector<Delegation>& all) {
        const auto& away = dossier_.rejected.delegations;
        std::string& id = delegations_[found.id];
        const std::size_t known = delegation_like(found, model().delegations, all);
        const std::size_t rejected = delegation_like(found, away, all);
        if (known < dossier_.delegations.size()) {
            const Delegation& before = dossier_.delegations[known];
            id = before.id;
            grow_known(model().delegations[known], before, found, "delegation " + before.id);
        } else if (known < model().delegations.size()) {
            Delegation& mine = model().delegations[known];
            id = mine.id;
            News news({}, mine.citations, read_);
            grow(mine, found, news);
        } else if (rejected < away.size()) {
            note(Finding::rejected, away[rejected].id, "delegation " + quoted(found.name), away[rejected].where);
        } else if (!found.members.empty() || !found.possible.empty()) {
            found.id = fresh_ids_.fresh({id_of_words(found.name), found.side + "-" + found.event}, "delegation");
            found.review = "new";
            id = found.id;
            note(Finding::added, found.id, "delegation " + quoted(found.name.empty() ? found.id : found.name));
            model().delegations.push_back(std::move(found));
        }
    }

    /// Of one name, for one side, at one event; or the only one of the side there, here as among the found.
    static std::size_t
    delegation_like(const Delegation& found, const std::vector<Delegation>& among, const std::vector<Delegation>& all) {
        const auto is_like = [&](const Delegation& one) { return one.event == found.event && one.side == found.side; };
        const auto is_same = [&](const Delegation& one) {
            return is_like(one) && name_key(one.name) == name_key(found.name);
        };
        auto same = std::find_if(among.begin(), among.end(), is_same);
        if (same == among.end() && std::count_if(all.begin(), all.end(), is_like) == 1) {
            same = std::find_if(among.begin(), among.end(), is_like);
        }
        return static_cast<std::size_t>(same - among.begin());
    }

    /// Each once, nobody who is absent from the event, and no head who is no member.
    void members(Delegation& delegation) {
        const Event& event = at(model().events, delegation.event);
        std::set<std::string> seen;
        for (const Party& party : event.parties) {
            if (party.as == Part::absent) {
                seen.insert(party.actor);
            }
        }
        for (std::vector<std::string>* list : {&delegation.members, &delegation.possible}) {
            std::vector<std::string> kept;
            for (const std::string& actor : mapped_all(actors_, *list)) {
                if (seen.insert(actor).second) {
                    kept.push_back(actor);
                }
            }
            *list = std::move(kept);
        }
        const auto& members = delegation.members;
        if (std::find(members.begin(), members.end(), delegation.head) == members.end()) {
            delegation.head.clear();
        }
    }

    void ties() {
        std::vector<Tie> all;
        for (Tie found : found_.ties) {
            const bool is_old = was_offered(found.citations);
            found.from = mapped(actors_, found.from);
            found.to = mapped(actors_, found.to);
            map_citations(found.citations);
            if (!is_old && !found.from.empty() && !found.to.empty() && found.from != found.to) {
                all.push_back(std::move(found));
            }
        }
        for (const Tie& found : all) {
            take_tie(found, all);
        }
    }

    void take_tie(Tie found, const std::vector<Tie>& all) {
        const std::string what = "tie " + found.from + " " + to_text(found.type) + " " + found.to;
        const std::size_t known = tie_like(found, model().ties, all);
        const std::size_t rejected = tie_like(found, dossier_.rejected.ties, all);
        if (known < dossier_.ties.size()) {
            grow_known(model().ties[known], dossier_.ties[known], found, what);
        } else if (known < model().ties.size() && one_tie(model().ties[known], found)) {
            Tie& mine = model().ties[known];
            News news({}, mine.citations, read_);
            grow(mine, found, news);
        } else if (rejected < dossier_.rejected.ties.size()) {
            note(Finding::rejected, found.from, what, dossier_.rejected.ties[rejected].where);
        } else {
            found.review = "new";
            note(Finding::added, found.from, what);
            model().ties.push_back(std::move(found));
        }
    }

    /// Which charts there are is the person's: found ones come into a dossier that tells nothing yet.
    void charts() {
        if (!dossier_.charts.empty() || !dossier_.events.empty() || !offered_.empty()) {
            return;
        }
        for (ChartSpec chart : found_.charts) {
            chart.events = mapped_all(events_, chart.events);
            chart.actors = mapped_all(actors_, chart.actors);
            chart.sides = mapped_all(sides_, chart.sides);
            model().charts.push_back(std::move(chart));
        }
    }

    static bool one_tie(const Tie& a, const Tie& b) { return a.from == b.from && a.to == b.to && a.type == b.type; }

    /// The same; or one of the two with the same words, whose type or direction nobody found: a person corrected it.
    static std::size_t tie_like(const Tie& found, const std::vector<Tie>& among, const std::vector<Tie>& all) {
        const auto has_pair = [&](const Tie& one) {
            return (one.from == found.from && one.to == found.to) || (one.from == found.to && one.to == found.from);
        };
        const auto is_corrected = [&](const Tie& one) {
            return has_pair(one) && shares_words(one.citations, found.citations) &&
                   std::none_of(all.begin(), all.end(), [&](const Tie& other) { return one_tie(one, other); });
        };
        auto same = std::find_if(among.begin(), among.end(), [&](const Tie& one) { return one_tie(one, found); });
        same = same == among.end() ? std::find_if(among.begin(), among.end(), is_corrected) : same;
        return static_cast<std::size_t>(same - among.begin());
    }

    static std::string mapped(const Ids& ids, const std::string& id) {
        const auto found = ids.find(id);
        return found == ids.end() ? std::string() : found->second;
    }

    /// Each once; without those that stay away.
    static std::vector<std::string> mapped_all(const Ids& ids, const std::vector<std::string>& list) {
        std::vector<std::string> result;
        for (const std::string& id : list) {
            if (const std::string mine = mapped(ids, id); !mine.empty()) {
                add_id(result, mine);
            }
        }
        return result;
    }

    void map_citations(std::vector<Citation>& citations) const {
        for (Citation& citation : citations) {
            citation.article = articles_.at(citation.article);
        }
    }

    /// REQUIRES: one of the things has the id.
    template <class Thing>
    static Thing& at(std::vector<Thing>& things, const std::string& id) {
        return *std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.id == id; });
    }

    template <class Visit>
    static void each_citation(const Model& model, Visit visit) {
        const auto visit_all = [&](const auto& things) {
            for (const auto& thing : things) {
                for (const Citation& citation : all_citations(thing)) {
                    visit(citation);
                }
            }
        };
        visit_all(model.actors);
        visit_all(model.delegations);
        visit_all(model.events);
        visit_all(model.ties);
    }

    const Model& dossier_;
    const Model& found_;
    Merged merged_;
    Identifiers fresh_ids_;
    std::set<std::string> read_;    ///< articles that the dossier cited before, or a program has read
    std::set<std::string> offered_; ///< those that a program has read
    std::set<std::string> needed_;  ///< actors and sides, as found, that may be added
    Ids articles_, sides_, actors_, events_, delegations_;
};

const char* word_of(Finding finding) {
    switch (finding) {
    case Finding::added:
        return "added";
    case Finding::merged:
        return "merged";
    case Finding::contradicts:
        return "contradicts";
    case Finding::unsure:
        return "unsure";
    case Finding::rejected:
        break;
    }
    return "left out, as rejected";
}

} // namespace

std::string to_text(const MergeNote& note) {
    return std::string(word_of(note.finding)) + ": " + note.words + (note.id.empty() ? "" : " [" + note.id + "]");
}

Merged merge(const Model& dossier, const Model& found) {
    return Merger(dossier, found).run();
}

} // namespace demarche
