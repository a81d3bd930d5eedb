#include "model/diff_fields.hpp"

#include "model/dossier_fields.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace demarche {
namespace {

class FieldCollector {
public:
    /// The attributes of the dossier's element, but its id.
    template <class Owner>
    void attributes(const Owner& owner) {
        std::apply([&](const auto&... field) { (attribute(field.attribute, owner.*field.member), ...); },
                   FieldsOf<Owner>::kList);
    }

    void list(const std::string& name, const std::vector<std::string>& members) {
        for (const std::string& member : members) {
            add({name}, {xml::collapse_blanks(member)}, "");
        }
    }

    void citations(FieldPath owner, const std::vector<Citation>& citations) {
        owner.emplace_back("cite");
        for (const Citation& citation : citations) {
            FieldPath key{citation.article};
            if (std::string words = xml::collapse_blanks(citation.quote); !words.empty()) {
                key.push_back(std::move(words));
            }
            add(owner, std::move(key), value_text(citation.stance));
        }
    }

    /// Returns the whole path.
    FieldPath add(const FieldPath& list, FieldPath key, std::string value) {
        const auto whole = [&list](const FieldPath& of_key) {
            FieldPath path = list;
            path.insert(path.end(), of_key.begin(), of_key.end());
            return path;
        };
        FieldPath path = whole(key);
        const FieldPath plain = key;
        for (int count = 2; !seen_.insert(path).second; ++count) {
            key = plain;
            key.push_back("#" + std::to_string(count));
            path = whole(key);
        }
        fields_.push_back({list, std::move(key), std::move(value)});
        return path;
    }

    ThingFields take() { return std::move(fields_); }

private:
    template <class Value>
    void attribute(std::string_view name, const Value& value) {
        std::string text = xml::collapse_blanks(value_text(value));
        if (name != "id" && !text.empty()) {
            add({}, {std::string(name)}, std::move(text));
        }
    }

    void attribute(std::string_view name, const std::vector<std::string>& value) { list(std::string(name), value); }

    ThingFields fields_;
    std::set<FieldPath> seen_;
};

/// Where "cite" stands in the path of a citation; npos: it is none.
std::size_t cite_at(const FieldPath& path) {
    if (path.front() == "cite") {
        return 0;
    }
    const bool is_part = (path.front() == "party" || path.front() == "role") && path.size() > 2;
    const auto found = is_part ? std::find(path.begin() + 2, path.end(), std::string("cite")) : path.end();
    return found == path.end() ? std::string::npos : static_cast<std::size_t>(found - path.begin());
}

FieldPath path_of(const ThingField& field) {
    FieldPath path = field.list;
    path.insert(path.end(), field.key.begin(), field.key.end());
    return path;
}

/// The fields of one list, and for each where the other list has it.
struct ListPlaces {
    std::vector<std::optional<std::size_t>> of_before;
    std::map<FieldPath, std::size_t> after; ///< by path
};

std::map<FieldPath, ListPlaces> places_in_lists(const ThingFields& before, const ThingFields& after) {
    std::map<FieldPath, ListPlaces> lists;
    for (const ThingField& field : after) {
        auto& places = lists[field.list].after;
        const std::size_t place = places.size();
        places.emplace(path_of(field), place);
    }
    for (const ThingField& field : before) {
        ListPlaces& list = lists[field.list];
        const auto found = list.after.find(path_of(field));
        list.of_before.push_back(found == list.after.end() ? std::nullopt : std::optional(found->second));
    }
    lists.erase(FieldPath()); // attributes have no order
    return lists;
}

} // namespace

bool is_citation(const FieldPath& path) {
    return cite_at(path) != std::string::npos;
}

const std::string& article_of(const FieldPath& path) {
    return path[cite_at(path) + 1];
}

ThingFields fields_of(const Model& model) {
    FieldCollector fields;
    fields.attributes(model);
    return fields.take();
}

ThingFields fields_of(const Article& article) {
    FieldCollector fields;
    fields.attributes(article);
    return fields.take();
}

ThingFields fields_of(const Side& side) {
    FieldCollector fields;
    fields.attributes(side);
    return fields.take();
}

ThingFields fields_of(const Actor& actor) {
    FieldCollector fields;
    fields.attributes(actor);
    fields.list("alias", actor.aliases);
    for (const Role& role : actor.roles) {
        const FieldPath path = fields.add({"role"}, {xml::collapse_blanks(role.title), xml::collapse_blanks(role.body)},
                                          value_text(role.when));
        fields.citations(path, role.citations);
    }
    fields.citations({}, actor.citations);
    return fields.take();
}

ThingFields fields_of(const Delegation& delegation) {
    FieldCollector fields;
    fields.attributes(delegation);
    fields.list("member", delegation.members);
    fields.list("possible", delegation.possible);
    fields.citations({}, delegation.citations);
    return fields.take();
}

ThingFields fields_of(const Event& event) {
    FieldCollector fields;
    fields.attributes(event);
    if (std::string detail = xml::collapse_blanks(event.detail); !detail.empty()) {
        fields.add({}, {"detail"}, std::move(detail));
    }
    for (const Party& party : event.parties) {
        const FieldPath path = fields.add({"party"}, {party.actor}, value_text(party.as));
        fields.citations(path, party.citations);
    }
    fields.citations({}, event.citations);
    return fields.take();
}

ThingFields fields_of(const Tie& tie) {
    FieldCollector fields;
    fields.attributes(tie);
    fields.citations({}, tie.citations);
    return fields.take();
}

ThingFields fields_of(const ChartSpec& chart) {
    FieldCollector fields;
    fields.attributes(chart);
    return fields.take();
}

std::string new_order(const std::vector<std::optional<std::size_t>>& places) {
    std::vector<std::pair<std::size_t, std::size_t>> kept; // place in the newer list, place among the kept of the older
    for (const auto& place : places) {
        if (place) {
            kept.emplace_back(*place, kept.size());
        }
    }
    if (std::is_sorted(kept.begin(), kept.end())) {
        return {};
    }
    std::sort(kept.begin(), kept.end());
    std::string order;
    for (const auto& one : kept) {
        order += (order.empty() ? "" : " ") + std::to_string(one.second);
    }
    return order;
}

std::vector<FieldChange> compare_fields(const ThingFields& before, const ThingFields& after) {
    std::map<FieldPath, std::string> old_values;
    std::map<FieldPath, std::string> new_values;
    for (const ThingField& field : before) {
        old_values.emplace(path_of(field), field.value);
    }
    for (const ThingField& field : after) {
        new_values.emplace(path_of(field), field.value);
    }
    const auto lists = places_in_lists(before, after);
    std::vector<FieldChange> changes;
    for (const ThingField& field : before) {
        FieldPath path = path_of(field);
        const auto now = new_values.find(path);
        if (now == new_values.end()) {
            changes.push_back({std::move(path), field.value, std::nullopt, std::nullopt});
        } else if (now->second != field.value) {
            changes.push_back({std::move(path), field.value, now->second, std::nullopt});
        }
    }
    for (const ThingField& field : after) {
        FieldPath path = path_of(field);
        if (!old_values.contains(path)) {
            const auto place = field.list.empty() ? std::nullopt : std::optional(lists.at(field.list).after.at(path));
            changes.push_back({std::move(path), std::nullopt, field.value, place});
        }
    }
    for (const auto& [list, places] : lists) {
        if (std::string order = new_order(places.of_before); !order.empty()) {
            FieldPath path{"order"};
            path.insert(path.end(), list.begin(), list.end());
            changes.push_back({std::move(path), std::nullopt, std::move(order), std::nullopt});
        }
    }
    return changes;
}

} // namespace demarche
