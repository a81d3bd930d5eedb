#include "assemble/title_words.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>

namespace demarche::assemble {
namespace {

constexpr std::array<std::string_view, 42> kSmall = {
    "a",     "after", "all",   "an",   "any",  "as",        "at",   "before", "both",   "each", "even",
    "every", "for",   "had",   "he",   "her",  "his",       "if",   "in",     "it",     "its",  "many",
    "most",  "no",    "on",    "only", "our",  "overnight", "she",  "some",   "such",   "that", "the",
    "their", "there", "these", "they", "this", "were",      "when", "with",   "without"};
constexpr std::array<std::string_view, 9> kBe = {"be", "been", "being", "are", "is", "was", "were", "got", "gets"};

/// Finite forms that end a subject.
constexpr std::array<std::string_view, 22> kFinite = {
    "are",   "can",  "cannot", "could",  "did", "does", "had",  "has",   "have",  "is",      "may",
    "might", "must", "needs",  "should", "was", "were", "will", "won't", "would", "remains", "means"};
/// No subject to speak of.
constexpr std::array<std::string_view, 40> kNoSubject = {
    "his",   "her",   "its",  "their",    "our",     "my",    "he",      "she",    "it",      "they",
    "we",    "i",     "you",  "there",    "this",    "that",  "these",   "those",  "if",      "even",
    "while", "when",  "as",   "although", "because", "after", "before",  "since",  "despite", "given",
    "who",   "which", "what", "how",      "where",   "why",   "whether", "nobody", "nothing", "no"};
constexpr std::size_t kLongestSubject = 6; ///< words

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view last_word(std::string_view text) {
    while (!text.empty() && !is_letter(text.back())) {
        text.remove_suffix(1);
    }
    std::size_t begin = text.size();
    while (begin > 0 && is_letter(text[begin - 1])) {
        --begin;
    }
    return text.substr(begin);
}

} // namespace

std::size_t find_words(std::string_view whole, std::string_view part) {
    if (part.empty()) {
        return std::string_view::npos;
    }
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
        const bool begins = at == 0 || !is_letter(whole[at - 1]) || whole.substr(0, at).ends_with("“") ||
                            whole.substr(0, at).ends_with("‘");
        const std::size_t end = at + part.size();
        const bool ends =
            end == whole.size() || !is_letter(whole[end]) || static_cast<unsigned char>(whole[end]) >= 0x80;
        if (begins && ends) {
            return at;
        }
    }
    return std::string_view::npos;
}

bool is_quoted(std::string_view whole, std::string_view part) {
    const std::size_t at = find_words(whole, part);
    if (at == std::string_view::npos || at == 0) {
        return false;
    }
    const std::string_view before = whole.substr(0, at);
    return before.ends_with("“") || before.ends_with("\"") || before.ends_with("„") || before.ends_with("«") ||
           before.ends_with("``");
}

std::string_view quoted_end(std::string_view passage, std::string_view quotation) {
    if (find_words(passage, quotation) != std::string_view::npos) {
        return {};
    }
    const std::size_t stop = quotation.rfind(". ");
    const std::string_view last = stop == std::string_view::npos ? std::string_view() : quotation.substr(stop + 2);
    return find_words(passage, last) == 0 ? last : std::string_view();
}

bool is_passive(std::string_view passage, std::string_view trigger) {
    const std::size_t at = find_words(passage, trigger);
    if (at == std::string_view::npos) {
        return false;
    }
    std::string_view before = passage.substr(0, at);
    for (int i = 0; i < 2; ++i) { // "was heavily damaged"
        const std::string_view word = last_word(before);
        if (word.empty()) {
            return false;
        }
        if (std::find(kBe.begin(), kBe.end(), ascii_lower(word)) != kBe.end()) {
            return true;
        }
        before = before.substr(0, static_cast<std::size_t>(word.data() - passage.data()));
    }
    return false;
}

std::string_view behind(std::string_view passage, std::string_view trigger) {
    const std::size_t at = find_words(passage, trigger);
    if (at == std::string_view::npos) {
        return {};
    }
    std::string_view rest = passage.substr(at + trigger.size());
    while (rest.starts_with(' ')) {
        rest.remove_prefix(1);
    }
    return rest;
}

std::string subject_of(std::string_view clause) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < clause.size();) {
        const std::size_t end = std::min(clause.find(' ', at), clause.size());
        const std::string word = ascii_lower(clause.substr(at, end - at));
        if (std::find(kFinite.begin(), kFinite.end(), word) != kFinite.end()) {
            return count == 0 ? std::string() : uncapitalised(clause.substr(0, at - 1));
        }
        const bool marked = word.find_first_of(",;:\"()") != std::string::npos ||
                            std::any_of(word.begin(), word.end(), [](char c) { return c == '\xe2'; });
        const bool none = count == 0 && std::find(kNoSubject.begin(), kNoSubject.end(), word) != kNoSubject.end();
        // "the presidents agreed that it": the verb was passed by.
        const bool verb = word == "that" || (count > 0 && word.size() > 4 && word.ends_with("ed"));
        if (marked || none || verb || word == "and" || ++count > kLongestSubject) {
            return {};
        }
        at = end + 1;
    }
    return {};
}

namespace {

/// "in a call, Roe said, that teams would talk" without who says so.
std::string without_source_within(std::string_view words) {
    constexpr std::size_t kMostWords = 6;
    for (const std::string_view verb : {" said, ", " says, "}) {
        const std::size_t end = words.find(verb);
        const std::size_t begin = end == std::string_view::npos || end == 0 ? end : words.rfind(", ", end - 1);
        if (begin == std::string_view::npos) {
            continue;
        }
        const std::string_view who = words.substr(begin, end - begin);
        const bool few = static_cast<std::size_t>(std::count(who.begin(), who.end(), ' ')) <= kMostWords;
        if (few && who.find("â") == std::string_view::npos && who.find('"') == std::string_view::npos) {
            return std::string(words.substr(0, begin)) + " " + std::string(words.substr(end + verb.size()));
        }
    }
    return std::string(words);
}

} // namespace

std::string without_source(std::string_view words) {
    std::string told = without_source_within(words);
    std::string_view rest = told;
    while (rest.ends_with('.') || rest.ends_with(' ')) {
        rest.remove_suffix(1);
    }
    const std::size_t comma = rest.rfind(", ");
    if (comma == std::string_view::npos) {
        return told;
    }
    const std::string_view tail = rest.substr(comma);
    const bool says = tail.ends_with(" said") || tail.ends_with(" says") || tail.starts_with(", said ") ||
                      tail.starts_with(", according to ");
    return says ? std::string(rest.substr(0, comma)) : told;
}

std::string without_time(std::string_view words, const std::string& when) {
    const std::size_t at = find_words(words, when);
    if (when.empty() || at == std::string_view::npos) {
        return std::string(words);
    }
    std::string before(words.substr(0, at));
    std::string_view after = words.substr(at + when.size());
    for (const std::string_view lead : {"on ", "in ", "early ", "late "}) {
        if (before.ends_with(lead) &&
            (before.size() == lead.size() || before[before.size() - lead.size() - 1] == ' ')) {
            before.resize(before.size() - lead.size());
            if (lead == "on " && before.ends_with("early ")) {
                before.resize(before.size() - std::string_view("early ").size());
            }
            break;
        }
    }
    if (after.starts_with(' ') || before.empty()) {
        after.remove_prefix(std::min<std::size_t>(1, after.size()));
    } else if (!after.empty() && before.ends_with(' ')) {
        before.pop_back();
    }
    if (before.ends_with(',') && after.starts_with(',')) { // "Goma and, in May, Bukavu"
        before.pop_back();
        after.remove_prefix(1);
    }
    const bool owned = before == "its" || before == "the" || before.ends_with(" the") || before.ends_with(" its") ||
                       before.ends_with(" their") || before.ends_with(" his") || before.ends_with(" her") ||
                       before.ends_with("'s");
    if (owned && after.starts_with(", ")) { // "its May 3, 2019, attack"
        after.remove_prefix(1);
    }
    std::string rest = before + std::string(after);
    while (rest.ends_with(' ')) {
        rest.pop_back();
    }
    return rest;
}

std::string_view first_sentence(std::string_view text) {
    for (std::size_t at = text.find_first_of(".!?"); at != std::string_view::npos;
         at = text.find_first_of(".!?", at + 1)) {
        const bool ends = at + 2 < text.size() && text[at + 1] == ' ' && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
        // "U.S. support" goes on.
        const bool word = at >= 2 && text[at - 1] >= 'a' && text[at - 1] <= 'z' && is_letter(text[at - 2]);
        if (ends && word) {
            return text.substr(0, at);
        }
    }
    return text;
}

std::string uncapitalised(std::string_view text) {
    const std::string_view first = text.substr(0, std::min(text.find(' '), text.size()));
    std::string result(text);
    if (std::find(kSmall.begin(), kSmall.end(), ascii_lower(first)) != kSmall.end()) {
        result[0] = ascii_lower(result[0]);
    }
    return result;
}

std::string capitalised(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') {
        result[0] = static_cast<char>(result[0] - 'a' + 'A');
    }
    return result;
}

} // namespace demarche::assemble
