#include "view/text_fragment.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace demarche::view {

namespace {

constexpr std::size_t kWholeWords = 10;
constexpr std::size_t kEndWords = 5;
constexpr std::size_t kContextWords = 4;
constexpr std::size_t kLongestUrl = 2000;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kDirectives = ":~:";

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(kBlanks, end);
    }
    return words;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

std::string_view last_line(std::string_view text) {
    const std::size_t at = text.rfind('\n');
    return at == std::string_view::npos ? text : text.substr(at + 1);
}

/// RFC 3986's unreserved characters but the dash, which the directive's grammar needs, stay as they are.
std::string encoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                           c == '_' || c == '~';
        if (plain) {
            out += c;
        } else {
            out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
        }
    }
    return out;
}

enum class From { begin, end };

/// The first or last `most` words, a single blank between them.
std::string some_words(std::string_view text, std::size_t most, From from) {
    const std::vector<std::string_view> words = words_of(text);
    const std::size_t count = std::min(most, words.size());
    const std::size_t first = from == From::begin ? 0 : words.size() - count;
    std::string joined;
    for (std::size_t i = first; i < first + count; ++i) {
        joined += (i > first ? " " : "") + std::string(words[i]);
    }
    return encoded(joined);
}

bool starts_with_web_scheme(const std::string& url) {
    std::string scheme = url.substr(0, url.find("://"));
    std::ranges::transform(scheme, scheme.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return scheme == "http" || scheme == "https";
}

} // namespace

std::string text_directive(const Citation& citation) {
    const std::string& words = citation.passage ? citation.passage->exact : citation.quote;
    const std::string_view quote = trimmed(words);
    if (quote.empty()) {
        return {};
    }
    std::string directive = "text=";
    if (const auto before = trimmed(citation.prefix); !before.empty()) {
        directive += some_words(last_line(before), kContextWords, From::end) + "-,";
    }
    const bool whole = quote.find('\n') == std::string_view::npos && words_of(quote).size() <= kWholeWords;
    if (whole) {
        directive += some_words(quote, kWholeWords, From::begin);
    } else {
        directive += some_words(first_line(quote), kEndWords, From::begin) + "," +
                     some_words(last_line(quote), kEndWords, From::end);
    }
    if (const auto after = trimmed(citation.suffix); !after.empty()) {
        directive += ",-" + some_words(first_line(after), kContextWords, From::begin);
    }
    return directive;
}

std::string url_of_words(const std::string& url, std::vector<Citation> citations) {
    if (!starts_with_web_scheme(url) || url.find(kDirectives) != std::string::npos) {
        return url;
    }
    std::ranges::stable_sort(citations, {}, [](const Citation& citation) {
        return citation.passage ? citation.passage->start : std::numeric_limits<std::size_t>::max();
    });
    std::string result = url + (url.find('#') == std::string::npos ? "#" : "") + std::string(kDirectives);
    std::vector<std::string> directives;
    for (const Citation& citation : citations) {
        std::string directive = text_directive(citation);
        if (directive.empty() || std::ranges::find(directives, directive) != directives.end() ||
            result.size() + directive.size() >= kLongestUrl) {
            continue;
        }
        result += (directives.empty() ? "" : "&") + directive;
        directives.push_back(std::move(directive));
    }
    return directives.empty() ? url : result;
}

} // namespace demarche::view
