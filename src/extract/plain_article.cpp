#include "extract/plain_article.hpp"

#include "base/ascii.hpp"
#include "extract/dateline.hpp"
#include "extract/junk.hpp"
#include "extract/paragraphs.hpp"
#include "extract/written_date.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace demarche::extract {
namespace {

constexpr std::size_t kLongestTitle = 220;  ///< bytes
constexpr std::size_t kLongestByline = 100; ///< bytes
constexpr std::size_t kMostBylines = 5;
constexpr std::size_t kLongestKey = 20; ///< bytes

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n\v\f";
    const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

/// The field of the facts that a header line's key means; nullptr: no key.
std::string* field_of(std::string_view key, ArticleFacts& facts) {
    struct Row {
        std::string_view key;
        std::string ArticleFacts::*field;
    };

    constexpr std::array<Row, 13> kRows{{{"title", &ArticleFacts::title},
                                         {"headline", &ArticleFacts::title},
                                         {"published", &ArticleFacts::published},
                                         {"publication date", &ArticleFacts::published},
                                         {"date", &ArticleFacts::published},
                                         {"pubdate", &ArticleFacts::published},
                                         {"outlet", &ArticleFacts::outlet},
                                         {"source", &ArticleFacts::outlet},
                                         {"publisher", &ArticleFacts::outlet},
                                         {"url", &ArticleFacts::url},
                                         {"link", &ArticleFacts::url},
                                         {"language", &ArticleFacts::language},
                                         {"lang", &ArticleFacts::language}}};
    const std::string wanted = ascii_lower(trimmed(key));
    const auto* const found =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.key == wanted; });
    return found == kRows.end() ? nullptr : &(facts.*(found->field));
}

/// Takes the header line; false where it is none.
bool take_header(std::string_view line, ArticleFacts& facts) {
    const std::size_t colon = line.find(':');
    if (colon > kLongestKey) { // npos too
        return false;
    }
    const std::string_view value = trimmed(line.substr(colon + 1));
    const std::string key = ascii_lower(trimmed(line.substr(0, colon)));
    if (key == "author" || key == "by" || key == "authors" || key == "byline") {
        return true;
    }
    std::string* const field = field_of(key, facts);
    if (field == nullptr) {
        return false;
    }
    if (field->empty()) {
        *field = field == &facts.published ? written_date(value) : std::string(value);
    }
    return true;
}

/// Bytes of the header lines at the head of the text.
std::size_t header(std::string_view text, ArticleFacts& facts) {
    std::size_t behind = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = trimmed(text.substr(at, end - at));
        const bool blank_before = line.empty() && behind == 0;
        if (!blank_before && (line.empty() || !take_header(line, facts))) {
            break;
        }
        at = std::min(end + 1, text.size());
        behind = line.empty() ? behind : at;
    }
    return behind;
}

bool ends_sentence(std::string_view paragraph) {
    constexpr std::array<std::string_view, 9> kEnds{".", "!", "?", ":", ";", ",", "\"", "”", "…"};
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return paragraph.ends_with(end); });
}

/// "By Ann Roe", "Published February 18, 2025": a short line ahead of the text that is none of it.
bool is_byline(std::string_view paragraph, ArticleFacts& facts) {
    if (paragraph.size() > kLongestByline) {
        return false;
    }
    const std::string words = ascii_lower(paragraph);
    if (words.starts_with("by ") && !ends_sentence(paragraph)) {
        return true;
    }
    const std::string date = written_date(paragraph);
    const bool dated =
        !date.empty() && (!ends_sentence(paragraph) || words.starts_with("published") || words.starts_with("updated"));
    if (dated && facts.published.empty()) {
        facts.published = date;
    }
    return dated;
}

std::string_view words_of(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

/// How many of the paragraphs are the article's: what stands behind "Most Popular" and the like is not.
std::size_t prose_end(std::string_view text, Span part, const std::vector<Span>& all) {
    std::size_t count = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool late = (all[i].begin - part.begin) * std::uint64_t{2} > part.end - part.begin;
        if (late && line_kind(words_of(text, all[i])) == LineKind::end) {
            count = i;
            break;
        }
    }
    while (count > 0 && line_kind(words_of(text, all[count - 1])) != LineKind::prose) {
        --count;
    }
    return count;
}

} // namespace

void find_body(std::string_view text, Span part, ArticleFacts& facts) {
    std::vector<Span> all = paragraphs(text, part);
    all.resize(prose_end(text, part, all));
    if (all.empty()) {
        facts.body = {part.end, part.end};
        return;
    }
    std::size_t first = 0;
    const auto words = [&](std::size_t i) { return words_of(text, all[i]); };
    const bool more = all.size() > 1;
    if (more && facts.title.empty() && words(0).size() <= kLongestTitle && !ends_sentence(words(0)) &&
        line_kind(words(0)) == LineKind::prose && !is_byline(words(0), facts)) {
        facts.title = words(0);
    }
    if (more && words(0) == facts.title) {
        first = 1;
    }
    const std::size_t most = std::min(first + kMostBylines, all.size() - 1);
    while (first < most && (is_byline(words(first), facts) || line_kind(words(first)) != LineKind::prose)) {
        ++first;
    }
    facts.body = {all[first].begin, all.back().end};
    if (const auto found = dateline(words(first))) {
        facts.place = found->place;
        facts.body.begin += static_cast<std::uint32_t>(found->end);
        if (facts.published.empty()) {
            facts.published = found->published;
        }
    }
}

void read_plain(std::string_view text, ArticleFacts& facts) {
    const auto begin = static_cast<std::uint32_t>(header(text, facts));
    find_body(text, {begin, static_cast<std::uint32_t>(text.size())}, facts);
}

} // namespace demarche::extract
