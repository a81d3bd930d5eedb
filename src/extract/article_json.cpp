#include "extract/article_json.hpp"

#include "extract/code_points.hpp"

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
    // A file's name may be of any bytes.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace demarche::extract
