#include "model/diff.hpp"

#include "model/check.hpp"
#include "model/diff_fields.hpp"
#include "model/diff_pairs.hpp"
#include "model/merge_growth.hpp"
#include "model/retracted.hpp"
#include "model/words.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace demarche {
namespace {

bool contains(std::initializer_list<const char*> words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

bool begins_with(const FieldPath& path, const FieldPath& beginning) {
    return path.size() > beginning.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

template <class Thing>
std::vector<Citation> support_of(const Thing& thing) {
    if constexpr (requires { all_citations(thing); }) {
        return all_citations(thing);
    } else {
        return {};
    }
}

/// Ids of things without an id of their own, each once.
class MadeIds {
public:
    std::string operator()(const std::string& id) {
        const int count = ++seen_[id];
        return count > 1 ? id + " #" + std::to_string(count) : id;
    }

private:
    std::map<std::string, int> seen_;
};

template <class Thing>
std::vector<std::string> ids_of(const std::vector<Thing>& things) {
    std::vector<std::string> ids;
    MadeIds made;
    for (const Thing& thing : things) {
        if constexpr (requires { thing.id; }) {
            ids.push_back(thing.id);
        } else if constexpr (requires { thing.verb; }) {
            ids.push_back(made(thing.from + " " + to_text(thing.type) + " " + thing.to));
        } else {
            ids.push_back(made(to_text(thing.kind)));
        }
    }
    return ids;
}

/// Compares the things of two models, list by list.
class Comparison {
public:
    Comparison(const Model& original, ModelPairs pairs, const Model& after)
        : original_(original), pairs_(std::move(pairs)), were_retracted_(pairs_.before), are_retracted_(after) {
        diff_.before = pairs_.before;
        diff_.after = after;
        for (std::size_t i = 0; i < after.articles.size(); ++i) {
            rank_of_article_.emplace(after.articles[i].id, i);
        }
        for (const Article& article : diff_.before.articles) {
            rank_of_article_.emplace(article.id, rank_of_article_.size());
        }
    }

    ModelDiff diff() {
        const Model& after = diff_.after;
        lists(ThingKind::event, &Model::events, pairs_.events, ids_of(original_.events),
              rejected(after.rejected.events));
        lists(ThingKind::actor, &Model::actors, pairs_.actors, ids_of(original_.actors),
              rejected(after.rejected.actors));
        lists(ThingKind::delegation, &Model::delegations, pairs_.delegations, ids_of(original_.delegations),
              rejected(after.rejected.delegations));
        lists(ThingKind::tie, &Model::ties, pairs_.ties, ids_of(diff_.before.ties), rejected(after.rejected.ties));
        lists(ThingKind::article, &Model::articles, pairs_.articles, ids_of(original_.articles), {});
        lists(ThingKind::side, &Model::sides, pairs_.sides, ids_of(original_.sides), {});
        lists(ThingKind::chart, &Model::charts, pairs_.charts, ids_of(original_.charts), {});
        for (FieldChange& field : compare_fields(fields_of(diff_.before), fields_of(after))) {
            add(change(ChangeKind::changed, ThingKind::dossier, ""), std::move(field));
        }
        sort();
        return std::move(diff_);
    }

private:
    using Strings = std::vector<std::string>;

    template <class Thing>
    static std::set<std::string> rejected(const std::vector<Thing>& things) {
        const Strings ids = ids_of(things);
        return {ids.begin(), ids.end()};
    }

    static Change change(ChangeKind kind, ThingKind thing, std::string id) {
        Change result;
        result.kind = kind;
        result.thing = thing;
        result.id = std::move(id);
        return result;
    }

    void add(Change change) { diff_.changes.push_back(std::move(change)); }

    void add(Change change, FieldChange field) {
        change.fields.push_back(std::move(field));
        add(std::move(change));
    }

    template <class Thing>
    void lists(ThingKind kind,
               std::vector<Thing> Model::*list,
               const Places& places,
               const Strings& old_ids,
               const std::set<std::string>& rejected) {
        const std::vector<Thing>& before = diff_.before.*list;
        const std::vector<Thing>& after = diff_.after.*list;
        const Strings new_ids = ids_of(after);
        std::vector<bool> known(after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (places[i]) {
                known[*places[i]] = true;
                compare(kind, before[i], after[*places[i]], old_ids[i], new_ids[*places[i]]);
            } else {
                const bool is_rejected = rejected.contains(old_ids[i]);
                gone(change(is_rejected ? ChangeKind::retracted : ChangeKind::removed, kind, old_ids[i]), before[i]);
            }
        }
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (!known[i]) {
                Change added = change(ChangeKind::added, kind, new_ids[i]);
                added.at = i;
                came(std::move(added), after[i]);
            }
        }
        if (std::string order = new_order(places); !order.empty()) {
            add(change(ChangeKind::changed, ThingKind::dossier, ""),
                {{"order", to_text(kind)}, std::nullopt, std::move(order), std::nullopt});
        }
    }

    template <class Thing>
    void gone(Change change, const Thing& thing) {
        change.fields = compare_fields(fields_of(thing), {});
        change.articles = in_order(articles_of(support_of(thing)));
        change.sources_before = independent_sources(diff_.before, support_of(thing));
        add(std::move(change));
    }

    template <class Thing>
    void came(Change change, const Thing& thing) {
        change.fields = compare_fields({}, fields_of(thing));
        change.articles = in_order(articles_of(support_of(thing)));
        change.sources_after = independent_sources(diff_.after, support_of(thing));
        add(std::move(change));
    }

    template <class Thing>
    void
    compare(ThingKind kind, const Thing& before, const Thing& after, const std::string& was, const std::string& id) {
        std::vector<FieldChange> fields = compare_fields(fields_of(before), fields_of(after));
        Change blank = change(ChangeKind::changed, kind, id);
        blank.was = was == id ? "" : was;
        const std::vector<Citation> support = support_of(after);
        blank.sources_before = independent_sources(diff_.before, support_of(before));
        blank.sources_after = independent_sources(diff_.after, support);
        std::set<std::string> told;
        for (const FieldChange& field : fields) {
            if (is_citation(field.path) && !field.before) {
                told.insert(article_of(field.path));
            }
        }
        blank.articles = in_order(told.empty() ? articles_of(support) : told);
        if (!were_retracted_.alone_support(support_of(before)) && are_retracted_.alone_support(support)) {
            Change retracted = blank;
            retracted.kind = ChangeKind::retracted;
            add(std::move(retracted));
        }
        parts(fields, blank);
        citations(fields, blank, before);
        status(fields, blank);
        for (FieldChange& field : fields) {
            add(blank, std::move(field));
        }
        if constexpr (requires { after.id; }) {
            if (was != id) {
                Change renamed = blank;
                renamed.kind = ChangeKind::renamed;
                add(std::move(renamed));
            }
        }
    }

    /// Parties and roles that came or went, each with its citations; takes them out of `fields`.
    void parts(std::vector<FieldChange>& fields, const Change& blank) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const FieldPath path = fields[i].path;
            const bool is_part = contains({"party", "role"}, path.front()) && !is_citation(path);
            if (!is_part || (fields[i].before && fields[i].after)) {
                continue;
            }
            Change part = blank;
            std::set<std::string> told;
            const auto belongs = [&](const FieldChange& field) {
                return field.path == path || (begins_with(field.path, path) && is_citation(field.path));
            };
            for (const FieldChange& field : fields) {
                if (belongs(field)) {
                    part.fields.push_back(field);
                    if (is_citation(field.path) && !field.before) {
                        told.insert(article_of(field.path));
                    }
                }
            }
            part.articles = told.empty() ? part.articles : in_order(told);
            std::erase_if(fields, belongs);
            add(std::move(part));
            --i; // at most one below the first: it wraps round to it
        }
    }

    /// What supports and what disputes the thing now; takes the citations out of `fields`.
    template <class Thing>
    void citations(std::vector<FieldChange>& fields, const Change& blank, const Thing& before) {
        const std::vector<Citation> old_ones = support_of(before);
        const bool was_disputed =
            std::ranges::any_of(old_ones, [](const Citation& one) { return one.stance == Stance::disputes; });
        Change against = blank;
        Change support = blank;
        against.kind = was_disputed ? ChangeKind::changed : ChangeKind::disputed;
        const bool more = support.sources_before > 0 && support.sources_after > support.sources_before;
        support.kind = more ? ChangeKind::confirmed : ChangeKind::changed;
        for (const FieldChange& field : fields) {
            if (is_citation(field.path)) {
                (field.after == word_of(Stance::disputes) ? against : support).fields.push_back(field);
            }
        }
        std::erase_if(fields, [](const FieldChange& field) { return is_citation(field.path); });
        for (Change* one : {&against, &support}) {
            if (!one->fields.empty()) {
                one->articles = in_order(articles_told(one->fields));
                add(*one);
            }
        }
    }

    /// A new status, with the new date where there is one; takes them out of `fields`.
    void status(std::vector<FieldChange>& fields, const Change& blank) {
        const auto is = [](const char* name) {
            return [name](const FieldChange& field) { return field.path == FieldPath{name}; };
        };
        const auto found = std::ranges::find_if(fields, is("status"));
        if (blank.thing != ThingKind::event || found == fields.end()) {
            return;
        }
        Change status = blank;
        const std::string& now = found->after.value_or("");
        const bool was_planned = found->before == word_of(Status::planned);
        status.kind = now == word_of(Status::cancelled) ? ChangeKind::cancelled
                      : now == word_of(Status::denied)  ? ChangeKind::denied
                      : was_planned && contains({word_of(Status::occurred), word_of(Status::ongoing)}, now)
                          ? ChangeKind::came_true
                          : ChangeKind::changed;
        status.fields.push_back(*found);
        if (const auto when = std::ranges::find_if(fields, is("when")); when != fields.end()) {
            status.fields.push_back(*when);
        }
        std::erase_if(fields, [&](const FieldChange& field) { return is("status")(field) || is("when")(field); });
        add(std::move(status));
    }

    static std::set<std::string> articles_of(const std::vector<Citation>& citations) {
        std::set<std::string> articles;
        for (const Citation& citation : citations) {
            articles.insert(citation.article);
        }
        return articles;
    }

    /// Of citations that came; where none came, of those that changed or went.
    static std::set<std::string> articles_told(const std::vector<FieldChange>& fields) {
        std::set<std::string> came;
        std::set<std::string> all;
        for (const FieldChange& field : fields) {
            all.insert(article_of(field.path));
            if (!field.before) {
                came.insert(article_of(field.path));
            }
        }
        return came.empty() ? all : came;
    }

    [[nodiscard]] Strings in_order(const std::set<std::string>& articles) const {
        Strings list(articles.begin(), articles.end());
        std::ranges::stable_sort(list, {}, [&](const std::string& id) {
            const auto found = rank_of_article_.find(id);
            return found == rank_of_article_.end() ? rank_of_article_.size() : found->second;
        });
        return list;
    }

    /// The first day of the event that the change is of; the last day there is for all else.
    [[nodiscard]] Day day_of(const Change& change) const {
        constexpr Day kLast = std::numeric_limits<Day>::max();
        if (change.thing != ThingKind::event) {
            return kLast;
        }
        const Event* event = diff_.after.event(change.id);
        event = event == nullptr ? original_.event(change.id) : event;
        return event == nullptr ? kLast : event->when.earliest().value_or(kLast);
    }

    void sort() {
        std::vector<std::pair<std::pair<ChangeGroup, Day>, Change>> keyed;
        for (Change& one : diff_.changes) {
            std::pair key(group_of(one), day_of(one));
            keyed.emplace_back(key, std::move(one));
        }
        std::ranges::stable_sort(keyed, {}, [](const auto& one) { return one.first; });
        diff_.changes.clear();
        for (auto& one : keyed) {
            add(std::move(one.second));
        }
    }

    const Model& original_;
    ModelPairs pairs_;
    Retractions were_retracted_; ///< in the ids of the newer model
    Retractions are_retracted_;
    ModelDiff diff_;
    std::map<std::string, std::size_t> rank_of_article_;
};

ChangeGroup group_of_field(ThingKind thing, const FieldPath& path) {
    const std::string& name = path.front();
    if (contains({"review", "order", "read"}, name)) {
        return ChangeGroup::upkeep;
    }
    if (is_citation(path) || thing == ThingKind::article) {
        return ChangeGroup::sources;
    }
    const bool is_wording =
        contains({"title", "short", "detail", "words", "weight", "emphasis", "cameo", "alias"}, name);
    if (is_wording || contains({"dossier", "side", "chart"}, to_text(thing))) {
        return ChangeGroup::wording;
    }
    return thing == ThingKind::event ? ChangeGroup::facts : ChangeGroup::people;
}

/// A thing that came or went.
ChangeGroup group_of_whole(ThingKind thing, ChangeGroup of_facts) {
    switch (thing) {
    case ThingKind::article:
        return ChangeGroup::sources;
    case ThingKind::actor:
        return ChangeGroup::people;
    case ThingKind::dossier:
    case ThingKind::side:
    case ThingKind::chart:
        return ChangeGroup::wording;
    case ThingKind::delegation:
    case ThingKind::tie:
        return of_facts == ChangeGroup::news ? ChangeGroup::people : of_facts;
    case ThingKind::event:
        return of_facts;
    }
    return of_facts;
}

constexpr std::array kThings{"dossier", "article", "side", "actor", "delegation", "event", "tie", "chart"};
constexpr std::array kKinds{"retracted", "removed",  "denied",  "cancelled", "came-true",
                            "added",     "disputed", "changed", "confirmed", "renamed"};
constexpr std::array kGroups{"gone",   "news",    "disputed", "facts", "confirmed",
                             "people", "sources", "wording",  "upkeep"};

} // namespace

ModelDiff diff_models(const Model& before, const Model& after) {
    return Comparison(before, pair_models(before, after), after).diff();
}

ChangeGroup group_of(const Change& change) {
    switch (change.kind) {
    case ChangeKind::retracted:
    case ChangeKind::removed:
    case ChangeKind::denied:
    case ChangeKind::cancelled:
        return group_of_whole(change.thing, ChangeGroup::gone);
    case ChangeKind::came_true:
    case ChangeKind::added:
        return group_of_whole(change.thing, ChangeGroup::news);
    case ChangeKind::disputed:
        return ChangeGroup::disputed;
    case ChangeKind::confirmed:
        return ChangeGroup::confirmed;
    case ChangeKind::renamed:
        return ChangeGroup::upkeep;
    case ChangeKind::changed:
        return group_of_field(change.thing, change.fields.front().path);
    }
    return ChangeGroup::upkeep;
}

const char* to_text(ThingKind kind) {
    return kThings.at(static_cast<std::size_t>(kind));
}

const char* to_text(ChangeKind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

const char* to_text(ChangeGroup group) {
    return kGroups.at(static_cast<std::size_t>(group));
}

} // namespace demarche
