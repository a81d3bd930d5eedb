#include "extract/blocks.hpp"
#include "extract/composed.hpp"
#include "extract/marked_up.hpp"
#include "extract/written_date.hpp"

#include <initializer_list>
#include <string>
#include <utility>

namespace demarche::extract {
namespace {

/// One part of a file: the nodes in it, looked up by name.
struct Part {
    const Markup& markup;
    std::uint32_t begin;
    std::uint32_t end;

    /// The text of the first of these elements that has one.
    [[nodiscard]] std::string text(std::initializer_list<std::string_view> names) const {
        for (const std::string_view name : names) {
            for (std::uint32_t i = markup.find(name, begin, end); i < end; i = markup.find(name, i + 1, end)) {
                if (std::string found = markup.text_of(i); !found.empty()) {
                    return found;
                }
            }
        }
        return {};
    }

    /// The attribute of the first such element that has it.
    [[nodiscard]] std::string attribute(std::string_view name, std::string_view attribute) const {
        for (std::uint32_t i = markup.find(name, begin, end); i < end; i = markup.find(name, i + 1, end)) {
            if (const std::string_view found = markup.nodes[i].attribute(attribute); !found.empty()) {
                return std::string(found);
            }
        }
        return {};
    }
};

/// The first of the values that is a date.
std::string first_date(std::initializer_list<std::string> values) {
    for (const std::string& value : values) {
        if (std::string date = written_date(value); !date.empty()) {
            return date;
        }
    }
    return {};
}

void take_nitf(const Part& part, ArticleFacts& facts) {
    facts.title = part.text({"hl1", "hedline", "title"});
    facts.published = first_date({part.attribute("date.issue", "norm"), part.attribute("pubdata", "date.publication"),
                                  part.attribute("date.release", "norm"), part.attribute("story.date", "norm"),
                                  part.text({"story.date"})});
    facts.outlet = part.attribute("pubdata", "name");
    if (facts.outlet.empty()) {
        facts.outlet = part.text({"distributor"});
    }
    facts.url = part.attribute("pubdata", "ex-ref");
    facts.language = part.attribute("nitf", "lang");
    const std::uint32_t dateline = part.markup.find("dateline", part.begin, part.end);
    if (dateline < part.end) {
        facts.place = Part{part.markup, dateline, part.markup.nodes[dateline].end}.text({"location"});
    }
}

/// The first item that carries text: a message may hold several.
Part text_item(const Markup& markup) {
    const std::uint32_t end = markup.size();
    for (std::uint32_t i = markup.find("newsItem", 0, end); i < end; i = markup.find("newsItem", i + 1, end)) {
        const std::uint32_t behind = markup.nodes[i].end;
        if (markup.find("inlineXML", i, behind) < behind || markup.find("inlineData", i, behind) < behind) {
            return {markup, i, behind};
        }
    }
    return {markup, 0, end};
}

void take_newsml(const Part& item, ArticleFacts& facts) {
    const std::uint32_t content = item.markup.find("contentSet", item.begin, item.end);
    const Part head{item.markup, item.begin, content};
    facts.title = head.text({"headline", "title"});
    facts.published = first_date({head.text({"versionCreated"}), head.text({"contentCreated"}),
                                  head.text({"firstCreated"}), head.text({"sent"})});
    for (const std::string_view name : {"infoSource", "provider", "creditline"}) {
        const std::uint32_t at = item.markup.find(name, item.begin, content);
        if (at < content && facts.outlet.empty()) {
            facts.outlet = item.markup.text_of(at);
            facts.outlet =
                facts.outlet.empty() ? std::string(item.markup.nodes[at].attribute("literal")) : facts.outlet;
        }
    }
    facts.language = head.attribute("language", "tag");
    const std::uint32_t dateline = item.markup.find("dateline", item.begin, content);
    if (dateline < content) {
        facts.place = item.markup.text_of(dateline);
    }
}

} // namespace

ReadArticle read_nitf(std::string_view text) {
    const Markup markup = parse_xml(text);
    const Part all{markup, 0, markup.size()};
    ArticleFacts facts;
    take_nitf(all, facts);
    const std::uint32_t content = markup.find("body.content", 0, markup.size());
    return compose_article(std::move(facts), blocks(markup, content < markup.size() ? content : 0, false));
}

ReadArticle read_newsml(std::string_view text) {
    const Markup markup = parse_xml(text);
    const Part item = text_item(markup);
    ArticleFacts facts;
    take_newsml(item, facts);
    const std::uint32_t inline_xml = markup.find("inlineXML", item.begin, item.end);
    if (inline_xml < item.end) {
        const Part inner{markup, inline_xml, markup.nodes[inline_xml].end};
        if (facts.title.empty()) {
            facts.title = inner.text({"hl1", "h1", "title"});
        }
        const std::uint32_t content = markup.find("body.content", inner.begin, inner.end);
        return compose_article(std::move(facts), blocks(markup, content < inner.end ? content : inline_xml, false));
    }
    const std::uint32_t data = markup.find("inlineData", item.begin, item.end);
    std::string plain;
    for (std::uint32_t i = data; i < item.end && i < markup.nodes[data].end; ++i) {
        plain += markup.nodes[i].text;
    }
    return compose_article(std::move(facts), line_blocks(plain));
}

} // namespace demarche::extract
