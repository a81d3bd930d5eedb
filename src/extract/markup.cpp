#include "extract/markup.hpp"

#include <algorithm>
#include <cstddef>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <memory>

namespace demarche::extract {
namespace {

/// The parser looks through all open elements at a closing tag that fits none: without a bound that is O(n^2).
constexpr std::size_t kDeepest = 1000;

/// The parser compares every attribute of a tag with all others of it: no page needs so many.
constexpr std::size_t kMostAttributes = 500;

/// How far a tag goes, and how much of it is kept.
struct Tag {
    std::size_t kept = 0; ///< as `end`, or where its words become too many
    std::size_t end = 0;  ///< of its ">", of another "<" (then it was none), or of the text
};

/// The tag whose name begins at `at`. What stands in quotation marks is one word.
Tag scan_tag(std::string_view text, std::size_t at) {
    std::size_t words = 0;
    char quote = 0;
    bool blank = true;
    for (; at < text.size() && (quote != 0 || (text[at] != '>' && text[at] != '<')); ++at) {
        const char c = text[at];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
            continue;
        }
        quote = c == '"' || c == '\'' ? c : '\0';
        const bool is_blank = c == ' ' || c == '/' || (c >= '\t' && c <= '\r');
        words += blank && !is_blank ? 1 : 0;
        blank = is_blank;
        if (words > kMostAttributes) { // whatever it is, it ends where something else may begin
            return {at, std::min(text.find_first_of("<>", at), text.size())};
        }
    }
    return {at, at};
}

/// The text without the attributes that a tag has too many of. Linear.
std::string with_few_attributes(std::string_view text) {
    std::string result;
    std::size_t copied = 0;
    for (std::size_t open = text.find('<'); open < text.size();) {
        const char first = open + 1 < text.size() ? text[open + 1] : ' ';
        const bool names = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        const Tag tag = names ? scan_tag(text, open + 1) : Tag{open + 1, open + 1};
        if (tag.kept < tag.end) {
            result.append(text, copied, tag.kept - copied);
            copied = tag.end;
        }
        open = text.find('<', tag.end);
    }
    return result.append(text, copied);
}

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view()
                           : std::string_view(reinterpret_cast<const char*>(
                                 text)); // NOLINT: libxml2's characters are bytes of UTF-8
}

class Builder {
public:
    explicit Builder(xmlParserCtxt* context) : context_(context) {
        markup_.nodes.emplace_back();
        open_.push_back(0);
    }

    void start(std::string_view name) {
        if (open_.size() > kDeepest) {
            xmlStopParser(context_);
            return;
        }
        const auto number = static_cast<std::uint32_t>(markup_.nodes.size());
        MarkupNode& node = markup_.nodes.emplace_back();
        node.name = name;
        node.parent = open_.back();
        open_.push_back(number);
    }

    void attribute(std::string_view name, std::string_view value) {
        markup_.nodes.back().attributes.push_back({std::string(name), std::string(value)});
    }

    void finish(std::string_view name) {
        // libxml2 closes in order; a tag that it stopped at was never opened here.
        if (open_.size() > 1 && markup_.nodes[open_.back()].name == name) {
            markup_.nodes[open_.back()].end = markup_.size();
            open_.pop_back();
        }
    }

    void text(std::string_view characters) {
        MarkupNode& last = markup_.nodes.back();
        if (markup_.nodes.size() > 1 && last.name.empty() && last.parent == open_.back()) {
            last.text += characters;
            return;
        }
        MarkupNode node;
        node.text = characters;
        node.parent = open_.back();
        node.end = markup_.size() + 1;
        markup_.nodes.push_back(std::move(node));
    }

    Markup take() {
        for (const std::uint32_t open : open_) {
            markup_.nodes[open].end = markup_.size();
        }
        return std::move(markup_);
    }

private:
    xmlParserCtxt* context_;
    Markup markup_;
    std::vector<std::uint32_t> open_;
};

Builder& builder(void* user) {
    return *static_cast<Builder*>(user);
}

void on_text(void* user, const xmlChar* text, int length) {
    builder(user).text(view(text).substr(0, static_cast<std::size_t>(length)));
}

/// "lang" of "xml:lang".
std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
    builder(user).start(without_prefix(view(name)));
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
        builder(user).attribute(without_prefix(view(attributes[0])), view(attributes[1]));
    }
}

void on_end(void* user, const xmlChar* name) {
    builder(user).finish(without_prefix(view(name)));
}

/// The tree is ours: the parser only calls back (with names as written, as its first interface does).
void call_back(xmlParserCtxt& context, Builder& built) {
    *context.sax = xmlSAXHandler{};
    context.sax->startElement = on_start;
    context.sax->endElement = on_end;
    context.sax->characters = on_text;
    context.sax->ignorableWhitespace = on_text;
    context.sax->cdataBlock = on_text;
    context.userData = &built;
}

} // namespace

std::string_view MarkupNode::attribute(std::string_view wanted) const {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const MarkupAttribute& a) { return a.name == wanted; });
    return found == attributes.end() ? std::string_view() : std::string_view(found->value);
}

std::uint32_t Markup::find(std::string_view name, std::uint32_t from, std::uint32_t to) const {
    while (from < to && nodes[from].name != name) {
        ++from;
    }
    return from;
}

std::string Markup::text_of(std::uint32_t node) const {
    std::string text;
    for (std::uint32_t i = node; i < nodes[node].end; ++i) {
        text += nodes[i].text;
    }
    return collapsed(text);
}

Markup parse_html(std::string_view text) {
    const std::string page = with_few_attributes(text);
    const Context context(htmlNewParserCtxt());
    Builder built(context.get());
    call_back(*context, built);
    htmlCtxtReadMemory(context.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
    return built.take();
}

Markup parse_xml(std::string_view text) {
    const std::string page = with_few_attributes(text);
    const Context context(xmlNewParserCtxt());
    Builder built(context.get());
    call_back(*context, built);
    xmlCtxtReadMemory(context.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                      XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                          XML_PARSE_IGNORE_ENC);
    return built.take();
}

std::string collapsed(std::string_view text) {
    std::string result;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            gap = !result.empty();
        } else {
            result += gap ? " " : "";
            result += c;
            gap = false;
        }
    }
    return result;
}

} // namespace demarche::extract
