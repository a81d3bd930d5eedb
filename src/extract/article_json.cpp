#include "extract/article_json.hpp"

#include "extract/code_points.hpp"
#include "extract/lexicon.hpp"
#include "extract/speech.hpp"
#include "model/event.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace demarche::extract {
namespace {

using Json = nlohmann::ordered_json;

Json sentence_json(const Sentence& sentence, const Document& document, CodePoints& code_points) {
    const Span span{document.tokens[sentence.first].span.begin, document.tokens[sentence.last - 1].span.end};
    return {{"start", code_points.before(span.begin)},
            {"end", code_points.before(span.end)},
            {"paragraph", sentence.paragraph},
            {"heading", sentence.heading},
            {"text", document.words(span)}};
}

const char* name_of(SpeechKind kind) {
    switch (kind) {
    case SpeechKind::direct:
        return "direct";
    case SpeechKind::reported:
        return "reported";
    case SpeechKind::according:
        return "according";
    }
    return "";
}

Json speech_json(const Speech& speech, const Document& document, CodePoints& code_points) {
    return {{"kind", name_of(speech.kind)},
            {"start", code_points.before(speech.content.begin)},
            {"end", code_points.before(speech.content.end)},
            {"speaker", document.words(speech.speaker)},
            {"verb", document.words(speech.verb)},
            {"denied", speech.denied},
            {"text", document.words(speech.content)}};
}

const char* name_of(MentionKind kind) {
    switch (kind) {
    case MentionKind::person:
        return "person";
    case MentionKind::organisation:
        return "organisation";
    case MentionKind::state:
        return "state";
    case MentionKind::group:
        return "group";
    case MentionKind::unknown:
        return "unknown";
    }
    return "";
}

const char* name_of(MemberAs as) {
    switch (as) {
    case MemberAs::head:
        return "head";
    case MemberAs::member:
        return "member";
    case MemberAs::possible:
        return "possible";
    case MemberAs::absent:
        return "absent";
    }
    return "";
}

Json code_of(CountryIndex country) {
    return country == kNoCountry ? Json(nullptr) : Json(Lexicon::built_in().country(country).code);
}

/// The actor's name, or null where nobody can say who it is, and the words.
Json mention_json(std::uint32_t mention, const Findings& found) {
    const ActorMention& each = found.actors.mentions[mention];
    return {{"actor", each.chain == kNone ? Json(nullptr) : Json(found.actors.chains[each.chain].name)},
            {"words", found.document.words(each.whole)}};
}

Json event_json(const EventMention& event, const Findings& found, CodePoints& code_points) {
    const Document& document = found.document;
    Json json{{"type", to_text(event.type)},
              {"cameo", event.cameo},
              {"status", to_text(event.status)},
              {"trigger", document.words(event.trigger)},
              {"start", code_points.before(event.clause.begin)},
              {"end", code_points.before(event.clause.end)},
              {"when", event.when.text()},
              {"when_words", document.words(event.when_words)},
              {"places", Json::array()},
              {"parties", Json::array()},
              {"said_by", Json::array()},
              {"said_words", document.words(event.said_words)},
              {"topic", document.words(event.topic)},
              {"order", Json::array()},
              {"noun", event.noun},
              {"definite", event.definite},
              {"repeated", event.repeated},
              {"intent", event.intent}};
    for (const Span place : event.places) {
        json["places"].push_back(document.words(place));
    }
    for (const EventParty& party : event.parties) {
        Json each = mention_json(party.mention, found);
        each["as"] = to_text(party.as);
        json["parties"].push_back(std::move(each));
    }
    for (const std::uint32_t mention : event.said_by) {
        json["said_by"].push_back(mention_json(mention, found));
    }
    for (const EventOrder& order : event.order) {
        json["order"].push_back({{"after", order.after}, {"words", document.words(order.words)}, {"gap", nullptr}});
        if (order.gap) {
            json["order"].back()["gap"] = {order.gap->least, order.gap->most};
        }
    }
    return json;
}

Json delegation_json(const DelegationMention& delegation, const Findings& found, CodePoints& code_points) {
    Json json{{"country", code_of(delegation.country)},
              {"event", found.document.words(delegation.event)},
              {"start", code_points.before(delegation.clause.begin)},
              {"end", code_points.before(delegation.clause.end)},
              {"members", Json::array()}};
    for (const DelegationMember& member : delegation.members) {
        Json each = mention_json(member.mention, found);
        each["as"] = name_of(member.as);
        json["members"].push_back(std::move(each));
    }
    return json;
}

Json article_object(const std::string& file,
                    const ArticleFacts& facts,
                    const Document& document,
                    const std::vector<Speech>& speeches,
                    CodePoints& code_points) {
    Json json{{"file", file},        {"title", facts.title},         {"outlet", facts.outlet},
              {"url", facts.url},    {"published", facts.published}, {"language", facts.language},
              {"place", facts.place}};
    json["body"] = {{"start", code_points.before(facts.body.begin)}, {"end", code_points.before(facts.body.end)}};
    json["tokens"] = document.tokens.size();
    json["sentences"] = Json::array();
    for (const Sentence& sentence : document.sentences) {
        json["sentences"].push_back(sentence_json(sentence, document, code_points));
    }
    json["speech"] = Json::array();
    for (const Speech& speech : speeches) {
        json["speech"].push_back(speech_json(speech, document, code_points));
    }
    return json;
}

/// A file's name may be of any bytes.
std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string article_json(const std::string& file, const ArticleFacts& facts, const Document& document) {
    CodePoints code_points(document.text);
    return line_of(article_object(file, facts, document, find_speech(document), code_points));
}

std::string article_json(const std::string& file, const Findings& findings) {
    CodePoints code_points(findings.document.text);
    Json json = article_object(file, findings.facts, findings.document, findings.speech, code_points);
    json["actors"] = Json::array();
    for (const ActorChain& chain : findings.actors.chains) {
        json["actors"].push_back({{"name", chain.name},
                                  {"kind", name_of(chain.kind)},
                                  {"side", code_of(chain.side)},
                                  {"aliases", chain.aliases}});
    }
    json["events"] = Json::array();
    for (const EventMention& event : findings.events) {
        json["events"].push_back(event_json(event, findings, code_points));
    }
    json["delegations"] = Json::array();
    for (const DelegationMention& delegation : findings.delegations) {
        json["delegations"].push_back(delegation_json(delegation, findings, code_points));
    }
    return line_of(json);
}

} // namespace demarche::extract
