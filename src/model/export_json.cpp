#include "model/export_json.hpp"

#include "base/edtf.hpp"
#include "model/check.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace demarche {
namespace {

// Ordered: the order of keys is part of the format.
using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

template <class Things, class Convert>
Json array(const Things& things, Convert convert) {
    Json list = Json::array();
    for (const auto& thing : things) {
        list.push_back(convert(thing));
    }
    return list;
}

Json citation(const Citation& cited) {
    const bool has_passage = cited.passage.has_value();
    return {{"article", cited.article},
            {"start", has_passage ? Json(cited.passage->start) : Json(nullptr)},
            {"end", has_passage ? Json(cited.passage->end) : Json(nullptr)},
            {"exact", has_passage ? cited.passage->exact : std::string()},
            {"stance", cited.stance == Stance::supports ? "supports" : "disputes"}};
}

Json article(const Article& source) {
    return {{"id", source.id},
            {"file", source.file},
            {"title", source.title},
            {"published", source.published},
            {"outlet", source.outlet},
            {"url", source.url},
            {"status", to_text(source.status)}};
}

Json side(const Side& party) {
    return {{"id", party.id}, {"code", party.code}, {"name", party.name}};
}

Json role(const Role& held) {
    return {{"title", held.title}, {"body", held.body}, {"citations", array(held.citations, citation)}};
}

Json actor(const Actor& who) {
    return {{"id", who.id},
            {"name", who.name},
            {"kind", to_text(who.kind)},
            {"side", text_or_null(who.side)},
            {"aliases", who.aliases},
            {"roles", array(who.roles, role)},
            {"citations", array(who.citations, citation)}};
}

Json delegation(const Delegation& team) {
    return {{"id", team.id},
            {"name", team.name},
            {"event", team.event},
            {"side", team.side},
            {"head", text_or_null(team.head)},
            {"members", team.members},
            {"possible", team.possible},
            {"citations", array(team.citations, citation)}};
}

bool same(const Citation& a, const Citation& b) {
    return a.article == b.article && a.passage == b.passage && a.quote == b.quote && a.stance == b.stance;
}

/// The format has no place for the citations of a party: they stand with its event's, each once.
Json event_citations(const Event& what) {
    std::vector<Citation> distinct;
    for (Citation& cited : citations_of(what)) {
        if (std::none_of(distinct.begin(), distinct.end(), [&](const Citation& other) { return same(cited, other); })) {
            distinct.push_back(std::move(cited));
        }
    }
    return array(distinct, citation);
}

/// What came before each event, by id: its own `after`, then the events whose `before` names it.
using Predecessors = std::map<std::string, std::vector<std::string>>;

Predecessors predecessors(const Model& model) {
    Predecessors result;
    for (const Event& what : model.events) {
        result[what.id] = what.after;
    }
    for (const Event& what : model.events) {
        for (const std::string& later : what.before) {
            std::vector<std::string>& known = result[later];
            if (std::find(known.begin(), known.end(), what.id) == known.end()) {
                known.push_back(what.id);
            }
        }
    }
    return result;
}

Json event(const Event& what, const Predecessors& before) {
    return {{"id", what.id},
            {"title", what.title},
            {"detail", what.detail},
            {"when", text_or_null(what.when.text())},
            {"after", before.at(what.id)},
            {"where", what.where_held},
            {"type", to_text(what.type)},
            {"cameo", what.cameo},
            {"status", to_text(what.status)},
            {"said_by", what.said_by},
            {"weight", what.weight},
            {"review", what.review},
            {"parties", array(what.parties,
                              [](const Party& party) -> Json {
                                  return {{"actor", party.actor}, {"as", to_text(party.as)}};
                              })},
            {"citations", event_citations(what)}};
}

Json tie(const Tie& relation) {
    return {{"from", relation.from},
            {"to", relation.to},
            {"type", to_text(relation.type)},
            {"when", text_or_null(relation.when.text())},
            {"citations", array(relation.citations, citation)}};
}

} // namespace

std::string export_json(const Model& model) {
    const Predecessors before = predecessors(model);
    const Json json{{"demarche", 1},
                    {"title", model.title},
                    {"as_of", model.as_of_text()},
                    {"articles", array(model.articles, article)},
                    {"sides", array(model.sides, side)},
                    {"actors", array(model.actors, actor)},
                    {"delegations", array(model.delegations, delegation)},
                    {"events", array(model.events, [&](const Event& what) { return event(what, before); })},
                    {"ties", array(model.ties, tie)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace demarche
