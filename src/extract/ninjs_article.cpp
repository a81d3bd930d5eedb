#include "extract/blocks.hpp"
#include "extract/composed.hpp"
#include "extract/marked_up.hpp"
#include "extract/written_date.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace demarche::extract {
namespace {

using Json = nlohmann::json;

/// The member under the first of these names that is a string.
std::string word(const Json& object, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (object.contains(name) && object[name].is_string()) {
            return object[name].get<std::string>();
        }
    }
    return {};
}

/// The list under one of these names; ninjs 3 writes names in camel case.
Json list(const Json& object, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (object.contains(name) && object[name].is_array()) {
            return object[name];
        }
    }
    return Json::array();
}

/// "headlines" of ninjs 2 and 3: the main one, else the first.
std::string headline(const Json& item) {
    std::string first = word(item, {"headline", "title"});
    for (const Json& each : list(item, {"headlines"})) {
        const std::string value = each.is_object() ? word(each, {"value"}) : std::string();
        if (first.empty() || (each.is_object() && word(each, {"role"}) == "main" && !value.empty())) {
            first = value;
        }
    }
    return first;
}

std::vector<Block> html_blocks(const std::string& html) {
    const Markup markup = parse_html(html);
    return blocks(markup, 0, false);
}

/// The body: marked up rather than plain, as paragraphs are known there.
std::vector<Block> body(const Json& item) {
    for (const auto& [key, value] : item.items()) { // body_html, body_xhtml, body_text ... of ninjs 1
        if (value.is_string() && (key == "body_html" || key == "body_xhtml")) {
            return html_blocks(value.get<std::string>());
        }
    }
    std::string plain;
    for (const Json& each : list(item, {"bodies"})) {
        if (!each.is_object()) {
            continue;
        }
        const std::string type = word(each, {"contenttype", "contentType"});
        const std::string value = word(each, {"value"});
        if (type.find("html") != std::string::npos) {
            return html_blocks(value);
        }
        plain = plain.empty() ? value : plain;
    }
    return line_blocks(plain.empty() ? word(item, {"body_text", "body"}) : plain);
}

std::string source(const Json& item) {
    for (const Json& each : list(item, {"infosources", "infoSources", "infosource"})) {
        if (each.is_object()) {
            return word(each, {"name", "literal"});
        }
    }
    return word(item, {"source", "copyrightholder", "copyrightHolder"});
}

} // namespace

ReadArticle read_ninjs(std::string_view text) {
    const Json item = Json::parse(text, nullptr, false);
    if (!item.is_object()) {
        return {};
    }
    ArticleFacts facts;
    facts.title = collapsed(headline(item));
    facts.outlet = source(item);
    const std::string uri = word(item, {"uri"});
    facts.url = uri.starts_with("http") ? uri : std::string();
    facts.language = word(item, {"language"});
    facts.place = word(item, {"located"});
    for (const char* name :
         {"versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated", "firstCreated"}) {
        facts.published = facts.published.empty() ? written_date(word(item, {name})) : facts.published;
    }
    return compose_article(std::move(facts), body(item));
}

} // namespace demarche::extract
