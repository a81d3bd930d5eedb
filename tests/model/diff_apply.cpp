#include "diff_apply.hpp"

#include "model/citing.hpp"
#include "model/dossier_fields.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <sstream>
#include <tuple>

namespace demarche::testing {
namespace {

using Path = std::vector<std::string>;

bool is(const Path& path, std::size_t at, const char* word) {
    return path.size() > at && path[at] == word;
}

/// The members of `list` in the order that a change gives: places among those that are there.
template <class Thing>
void put_in_order(std::vector<Thing>& list, const std::string& order) {
    std::istringstream places(order);
    std::vector<Thing> sorted;
    for (std::size_t place = 0; places >> place;) {
        ASSERT_LT(place, list.size());
        sorted.push_back(list[place]);
    }
    ASSERT_EQ(sorted.size(), list.size());
    list = std::move(sorted);
}

/// The member with this path below the list, "#2" being the second of its key; nothing where there is none.
template <class Thing, class KeyOf>
std::size_t index_of(const std::vector<Thing>& list, const Path& key, KeyOf key_of) {
    std::map<Path, int> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        Path own = key_of(list[i]);
        if (const int count = ++seen[own]; count > 1) {
            own.push_back("#" + std::to_string(count));
        }
        if (own == key) {
            return i;
        }
    }
    return list.size();
}

Path without_count(Path key) {
    if (!key.empty() && key.back().starts_with("#")) {
        key.pop_back();
    }
    return key;
}

/// A change of a member of a list. `make` turns a key into a member, `set` gives it its value.
template <class Thing, class KeyOf, class Make, class Set>
void change_member(
    std::vector<Thing>& list, const Path& key, const FieldChange& field, KeyOf key_of, Make make, Set set) {
    if (!field.before) {
        ASSERT_TRUE(field.at && *field.at <= list.size());
        Thing fresh = make(without_count(key));
        set(fresh, *field.after);
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(*field.at), std::move(fresh));
        return;
    }
    const std::size_t at = index_of(list, key, key_of);
    ASSERT_LT(at, list.size()) << key.front();
    if (field.after) {
        set(list[at], *field.after);
    } else {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

void change_citation(std::vector<Citation>& citations, const Path& key, const FieldChange& field) {
    change_member(
        citations, key, field,
        [](const Citation& one) {
            return one.quote.empty() ? Path{one.article} : Path{one.article, one.quote};
        },
        [](const Path& path) {
            Citation made;
            made.article = path.front();
            made.quote = path.size() > 1 ? path[1] : "";
            return made;
        },
        [](Citation& one, const std::string& value) { read_value(value, one.stance); });
}

void change_words(std::vector<std::string>& list, const Path& key, const FieldChange& field) {
    change_member(
        list, key, field, [](const std::string& one) { return Path{one}; }, [](const Path& path) { return path[0]; },
        [](std::string&, const std::string&) {});
}

/// An attribute of the element, or a member of one that is a list.
template <class Owner>
void change_attribute(Owner& owner, const FieldChange& field) {
    const auto one = [&](std::string_view name, auto& member) {
        using Member = std::remove_reference_t<decltype(member)>;
        const bool ordered = field.path.front() == "order" && field.path.at(1) == name;
        if (!ordered && field.path.front() != name) {
            return;
        }
        if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
            if (ordered) {
                put_in_order(member, *field.after);
            } else {
                change_words(member, Path(field.path.begin() + 1, field.path.end()), field);
            }
        } else {
            EXPECT_TRUE(!field.before || value_text(member) == *field.before) << name;
            member = Member();
            read_value(field.after.value_or(""), member);
        }
    };
    std::apply([&](const auto&... each) { (one(each.attribute, owner.*each.member), ...); }, FieldsOf<Owner>::kList);
}

Path tail(const Path& path, std::size_t from) {
    return {path.begin() + static_cast<std::ptrdiff_t>(from), path.end()};
}

/// Where a part's citations begin in a path; 0: it is no path of a part's citation.
std::size_t cite_of_part(const Path& path, std::size_t from) {
    for (std::size_t i = from; i < path.size(); ++i) {
        if (path[i] == "cite") {
            return i;
        }
    }
    return 0;
}

Path key_of_party(const Party& party) {
    return {party.actor};
}

Path key_of_role(const Role& role) {
    return {role.title, role.body};
}

/// A change of a part (party or role) or of its citations; `path` without "order".
template <class Part, class KeyOf, class Make, class Set>
void change_part(std::vector<Part>& parts,
                 const Path& path,
                 const FieldChange& field,
                 KeyOf key_of,
                 std::size_t key_length,
                 Make make,
                 Set set) {
    const bool ordered = field.path.front() == "order";
    const std::size_t cite = cite_of_part(path, 1 + key_length);
    if (cite == 0) {
        if (ordered) {
            put_in_order(parts, *field.after);
        } else {
            change_member(parts, tail(path, 1), field, key_of, make, set);
        }
        return;
    }
    const Path key(path.begin() + 1, path.begin() + static_cast<std::ptrdiff_t>(cite));
    const std::size_t at = index_of(parts, key, key_of);
    if (at == parts.size()) {
        EXPECT_FALSE(field.after) << "a citation of a part that is not there";
        return; // it went with its part
    }
    if (ordered) {
        put_in_order(parts[at].citations, *field.after);
    } else {
        change_citation(parts[at].citations, tail(path, cite + 1), field);
    }
}

template <class Thing>
void change_field(Thing& thing, const FieldChange& field) {
    const Path path = field.path.front() == "order" ? tail(field.path, 1) : field.path;
    const bool ordered = field.path.front() == "order";
    if constexpr (requires { thing.parties; }) {
        if (is(path, 0, "party")) {
            change_part(
                thing.parties, path, field, key_of_party, 1,
                [](const Path& key) {
                    Party made;
                    made.actor = key[0];
                    return made;
                },
                [](Party& party, const std::string& value) { read_value(value, party.as); });
            return;
        }
        if (is(path, 0, "detail")) {
            EXPECT_EQ(thing.detail, field.before.value_or(""));
            thing.detail = field.after.value_or("");
            return;
        }
    }
    if constexpr (requires { thing.roles; }) {
        if (is(path, 0, "role")) {
            change_part(
                thing.roles, path, field, key_of_role, 2,
                [](const Path& key) {
                    Role made;
                    made.title = key[0];
                    made.body = key[1];
                    return made;
                },
                [](Role& role, const std::string& value) {
                    role.when = Edtf();
                    read_value(value, role.when);
                });
            return;
        }
        if (is(path, 0, "alias")) {
            ordered ? put_in_order(thing.aliases, *field.after) : change_words(thing.aliases, tail(path, 1), field);
            return;
        }
    }
    if constexpr (requires { thing.possible; }) {
        if (is(path, 0, "member") || is(path, 0, "possible")) {
            auto& list = path[0] == "member" ? thing.members : thing.possible;
            ordered ? put_in_order(list, *field.after) : change_words(list, tail(path, 1), field);
            return;
        }
    }
    if constexpr (requires { thing.citations; }) {
        if (is(path, 0, "cite")) {
            ordered ? put_in_order(thing.citations, *field.after)
                    : change_citation(thing.citations, tail(path, 1), field);
            return;
        }
    }
    change_attribute(thing, field);
}

/// What went, then what changed its order or value, then what came, in the order of places.
bool comes_last(const FieldChange& field) {
    return field.at.has_value();
}

template <class Thing>
void change_fields(Thing& thing, std::vector<FieldChange> fields) {
    // Several changes of one thing are put together first: places count in the finished list.
    const auto rank = [](const FieldChange& field) {
        return comes_last(field)                 ? 3
               : field.path.front() == "order"   ? 2
               : field.after                     ? 1
               : cite_of_part(field.path, 2) > 0 ? -1
                                                 : 0;
    };
    std::stable_sort(fields.begin(), fields.end(), [&](const FieldChange& a, const FieldChange& b) {
        return std::pair(rank(a), rank(a) == 3 ? *a.at : 0) < std::pair(rank(b), rank(b) == 3 ? *b.at : 0);
    });
    // A part comes before its citations.
    std::stable_partition(fields.begin(), fields.end(), [&](const FieldChange& field) {
        return !comes_last(field) || cite_of_part(field.path, 2) == 0;
    });
    // "#3" goes before "#2", or that would be the third by then.
    std::stable_sort(fields.begin(), fields.end(), [&](const FieldChange& a, const FieldChange& b) {
        return rank(a) <= 0 && rank(b) <= 0 && rank(a) == rank(b) && a.path.back().starts_with("#") &&
               (!b.path.back().starts_with("#") || a.path.back() > b.path.back());
    });
    for (const FieldChange& field : fields) {
        change_field(thing, field);
    }
}

template <class Thing>
std::string own_id(const Thing& thing) {
    if constexpr (requires { thing.id; }) {
        return thing.id;
    } else if constexpr (requires { thing.verb; }) {
        return thing.from + " " + to_text(thing.type) + " " + thing.to;
    } else {
        return to_text(thing.kind);
    }
}

template <class Thing>
void set_id(Thing& thing, const std::string& id) {
    if constexpr (requires { thing.id; }) {
        thing.id = id;
    }
}

template <class Thing>
class ListChanges {
public:
    ListChanges(std::vector<Thing>& list, ThingKind kind, const ModelDiff& diff) : list_(list) {
        ids_ = ids();
        for (const Change& change : diff.changes) {
            sort(change, kind);
        }
        change();
        go();
        if (!order_.empty()) {
            put_in_order(list_, order_);
        }
        come();
    }

private:
    std::vector<std::string> ids() const {
        std::map<std::string, int> seen;
        std::vector<std::string> ids;
        for (const Thing& thing : list_) {
            const std::string id = own_id(thing);
            const int count = ++seen[id];
            ids.push_back(count > 1 ? id + " #" + std::to_string(count) : id);
        }
        return ids;
    }

    void sort(const Change& change, ThingKind kind) {
        if (change.thing == ThingKind::dossier && change.fields.front().path == Path{"order", to_text(kind)}) {
            order_ = *change.fields.front().after;
        } else if (change.thing != kind) {
            return;
        } else if (change.kind == ChangeKind::added) {
            added_[*change.at] = &change;
        } else if (change.kind == ChangeKind::retracted && change.fields.empty()) {
            return; // it is there, and rests on nothing that stands
        } else if (change.kind == ChangeKind::removed || change.kind == ChangeKind::retracted) {
            gone_.push_back(change.id);
        } else {
            const bool has_id = requires(Thing thing) {
                thing.id;
            };
            const std::string& id = has_id || change.was.empty() ? change.id : change.was;
            auto& fields = fields_[id];
            fields.insert(fields.end(), change.fields.begin(), change.fields.end());
        }
    }

    std::size_t place(const std::string& id) const {
        return static_cast<std::size_t>(std::find(ids_.begin(), ids_.end(), id) - ids_.begin());
    }

    void change() {
        for (const auto& [id, fields] : fields_) {
            const std::size_t at = place(id);
            ASSERT_LT(at, list_.size()) << id;
            change_fields(list_[at], fields);
        }
    }

    void go() {
        for (const std::string& id : gone_) {
            const std::size_t marked = place(id + "~");
            const std::size_t at = marked < ids_.size() ? marked : place(id);
            ASSERT_LT(at, list_.size()) << id;
            list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(at));
            ids_.erase(ids_.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }

    void come() {
        for (const auto& [at, change] : added_) {
            Thing fresh;
            change_fields(fresh, change->fields);
            set_id(fresh, change->id);
            ASSERT_LE(at, list_.size());
            list_.insert(list_.begin() + static_cast<std::ptrdiff_t>(at), std::move(fresh));
        }
    }

    std::vector<Thing>& list_;
    std::vector<std::string> ids_;
    std::string order_;
    std::map<std::size_t, const Change*> added_;
    std::vector<std::string> gone_;
    std::map<std::string, std::vector<FieldChange>> fields_;
};

} // namespace

Model applied(const ModelDiff& diff) {
    Model model = comparable(diff.before);
    for (const Change& change : diff.changes) {
        if (change.thing == ThingKind::dossier && change.fields.front().path.front() != "order") {
            change_fields(model, change.fields);
        }
    }
    ListChanges<Event>(model.events, ThingKind::event, diff);
    ListChanges<Actor>(model.actors, ThingKind::actor, diff);
    ListChanges<Delegation>(model.delegations, ThingKind::delegation, diff);
    ListChanges<Tie>(model.ties, ThingKind::tie, diff);
    ListChanges<Article>(model.articles, ThingKind::article, diff);
    ListChanges<Side>(model.sides, ThingKind::side, diff);
    ListChanges<ChartSpec>(model.charts, ThingKind::chart, diff);
    return model;
}

Model comparable(Model model) {
    each_citation_list(model, [](std::vector<Citation>& citations) {
        for (Citation& citation : citations) {
            citation.quote = xml::collapse_blanks(citation.quote);
            citation.prefix.clear();
            citation.suffix.clear();
            citation.start.reset();
            citation.end.reset();
        }
    });
    model.rejected = {};
    return model;
}

} // namespace demarche::testing
