#include "extract/article_json.hpp"

#include "extract/code_points.hpp"
#include "extract/speech.hpp"

#include <nlohmann/json.hpp>

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

} // namespace

std::string article_json(const std::string& file, const ArticleFacts& facts, const Document& document) {
    CodePoints code_points(document.text);
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
    for (const Speech& speech : find_speech(document)) {
        json["speech"].push_back(speech_json(speech, document, code_points));
    }
    // A file's name may be of any bytes.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace demarche::extract
