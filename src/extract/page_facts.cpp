#include "extract/page_facts.hpp"

#include "base/ascii.hpp"
#include "extract/written_date.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

using Json = nlohmann::json;

void fill(std::string& field, std::string_view value) {
    if (field.empty()) {
        field = collapsed(value);
    }
}

void fill_date(std::string& field, std::string_view value) {
    if (field.empty()) {
        field = written_date(value);
    }
}

/// A string, the first string of a list, or an object's name, URL or id.
std::string word_of(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_array() && !value.empty() && !value.front().is_array()) {
        return word_of(value.front());
    }
    if (value.is_object()) {
        for (const char* key : {"name", "@id", "url", "@value"}) {
            if (value.contains(key) && value[key].is_string()) {
                return value[key].get<std::string>();
            }
        }
    }
    return {};
}

std::string member(const Json& object, const char* key) {
    return object.contains(key) ? word_of(object[key]) : std::string();
}

bool is_article(const Json& object) {
    const Json type = object.value("@type", Json());
    const auto is_one = [](const Json& name) {
        const std::string word = name.is_string() ? name.get<std::string>() : std::string();
        return word.ends_with("Article") || word.ends_with("Posting") || word == "Report" || word == "LiveBlogPosting";
    };
    return type.is_array() ? std::any_of(type.begin(), type.end(), is_one) : is_one(type);
}

/// Takes the first article among an object, a list of them, or a @graph; those within other members are of other pages.
bool take_linked(const Json& value, PageFacts& page, int depth) {
    if (value.is_array()) {
        return depth < 4 && std::any_of(value.begin(), value.end(),
                                        [&](const Json& each) { return take_linked(each, page, depth + 1); });
    }
    if (!value.is_object()) {
        return false;
    }
    if (!is_article(value)) {
        return depth < 4 && value.contains("@graph") && take_linked(value["@graph"], page, depth + 1);
    }
    fill(page.facts.title, member(value, "headline"));
    fill(page.facts.title, member(value, "name"));
    fill_date(page.facts.published, member(value, "datePublished"));
    fill_date(page.facts.published, member(value, "dateCreated"));
    fill(page.facts.outlet, member(value, "publisher"));
    fill(page.facts.url, member(value, "url"));
    fill(page.facts.url, member(value, "mainEntityOfPage"));
    fill(page.facts.language, member(value, "inLanguage"));
    page.article_body = member(value, "articleBody");
    return true;
}

/// Titles in JSON-LD are often escaped for HTML as well.
std::string unescaped(const std::string& text) {
    return text.find('&') == std::string::npos ? text : parse_html("<p>" + text + "</p>").text_of(0);
}

void take_scripts(const Markup& page, PageFacts& found) {
    for (std::uint32_t i = 0; i < page.size(); ++i) {
        const MarkupNode& node = page.nodes[i];
        if (node.name != "script" || node.attribute("type") != "application/ld+json") {
            continue;
        }
        std::string text;
        for (std::uint32_t inner = i + 1; inner < node.end; ++inner) {
            text += page.nodes[inner].text;
        }
        const Json json = Json::parse(text, nullptr, false, true);
        if (!json.is_discarded() && take_linked(json, found, 0)) {
            found.facts.title = unescaped(found.facts.title);
            return;
        }
    }
}

enum class Field { title, outlet, url, published, language };

struct MetaName {
    std::string_view name;
    Field field;
};

/// In the order of trust.
constexpr std::array<MetaName, 24> kMetaNames{{
    {"og:title", Field::title},
    {"twitter:title", Field::title},
    {"dc.title", Field::title},
    {"headline", Field::title},
    {"og:site_name", Field::outlet},
    {"dc.publisher", Field::outlet},
    {"application-name", Field::outlet},
    {"og:url", Field::url},
    {"article:published_time", Field::published},
    {"article:published", Field::published},
    {"datepublished", Field::published},
    {"og:published_time", Field::published},
    {"parsely-pub-date", Field::published},
    {"sailthru.date", Field::published},
    {"publish-date", Field::published},
    {"publishdate", Field::published},
    {"pubdate", Field::published},
    {"dc.date.issued", Field::published},
    {"dcterms.created", Field::published},
    {"dc.date", Field::published},
    {"date", Field::published},
    {"og:locale", Field::language},
    {"dc.language", Field::language},
    {"content-language", Field::language},
}};

void take_meta(const Markup& page, ArticleFacts& facts) {
    std::array<std::string_view, kMetaNames.size()> values{};
    for (const MarkupNode& node : page.nodes) {
        if (node.name != "meta") {
            continue;
        }
        for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
            const std::string name = ascii_lower(node.attribute(key));
            const auto* const found = std::find_if(kMetaNames.begin(), kMetaNames.end(),
                                                   [&](const MetaName& each) { return each.name == name; });
            if (found != kMetaNames.end() && values.at(static_cast<std::size_t>(found - kMetaNames.begin())).empty()) {
                values.at(static_cast<std::size_t>(found - kMetaNames.begin())) = node.attribute("content");
            }
        }
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        switch (kMetaNames.at(i).field) {
        case Field::title:
            fill(facts.title, values.at(i));
            break;
        case Field::outlet:
            fill(facts.outlet, values.at(i));
            break;
        case Field::url:
            fill(facts.url, values.at(i));
            break;
        case Field::published:
            fill_date(facts.published, values.at(i));
            break;
        case Field::language:
            fill(facts.language, values.at(i));
            break;
        }
    }
}

/// <title> without the name of the outlet behind it.
std::string bare_title(const std::string& title, const std::string& outlet) {
    for (const std::string_view sign : {" | ", " - ", " – ", " — ", " :: "}) {
        const std::size_t at = title.rfind(sign);
        const bool named =
            at != std::string::npos && (sign == " | " || sign == " :: " || title.substr(at + sign.size()) == outlet);
        if (named && at > 0) {
            return title.substr(0, at);
        }
    }
    return title;
}

void take_elements(const Markup& page, ArticleFacts& facts) {
    std::string title;
    std::string heading;
    for (std::uint32_t i = 0; i < page.size(); ++i) {
        const MarkupNode& node = page.nodes[i];
        const std::string_view property = node.attribute("itemprop");
        if (node.name == "time" || property == "datePublished") {
            const bool marked = property == "datePublished" || node.attribute("datetime").size() >= 10;
            fill_date(facts.published, marked && !node.attribute("datetime").empty()
                                           ? std::string(node.attribute("datetime"))
                                           : page.text_of(i));
        } else if (node.name == "link" && node.attribute("rel") == "canonical") {
            fill(facts.url, node.attribute("href"));
        } else if (node.name == "html") {
            fill(facts.language, node.attribute("lang"));
        } else if (node.name == "h1") {
            fill(heading, page.text_of(i));
        } else if (node.name == "title" && page.nodes[node.parent].name != "svg") {
            fill(title, page.text_of(i));
        }
    }
    fill(facts.title, heading);
    fill(facts.title, bare_title(title, facts.outlet));
}

} // namespace

PageFacts page_facts(const Markup& page) {
    PageFacts found;
    take_scripts(page, found);
    take_meta(page, found.facts);
    take_elements(page, found.facts);
    return found;
}

} // namespace demarche::extract
