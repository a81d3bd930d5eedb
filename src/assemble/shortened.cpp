#include "assemble/shortened.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace demarche::assemble {
namespace {

constexpr std::array<std::string_view, 48> kHolding = {
    "allegedly", "although", "apparently", "barely",   "but",      "can't",   "cannot",     "conditional",
    "could",     "couldn't", "despite",    "didn't",   "doesn't",  "don't",   "except",     "excluding",
    "expected",  "hardly",   "however",    "if",       "isn't",    "likely",  "may",        "might",
    "neither",   "never",    "no",         "nobody",   "none",     "nor",     "not",        "nothing",
    "only",      "perhaps",  "possibly",   "probably", "provided", "pending", "reportedly", "though",
    "unless",    "unlikely", "until",      "wasn't",   "whether",  "without", "won't",      "wouldn't",
};

/// A clause that begins so says what matters at its end.
constexpr std::array<std::string_view, 22> kOpeners = {
    "after", "although", "as",       "because", "before", "despite", "even",   "given", "had",  "if",    "once",
    "only",  "provided", "should",   "since",   "though", "unless",  "until",  "were",  "when", "while", "with"};

/// A clause may end before these; before "which" and "who" behind a comma only, or what they narrow would be told of
/// all.
constexpr std::array<std::string_view, 7> kJoints = {"and",       "because", "after", "before",
                                                     "including", "since",   "while"};

/// No clause ends in these.
constexpr std::array<std::string_view, 38> kDangling = {
    "about", "against", "between", "into", "over", "than", "through", "under", "a",   "an",   "and",  "are", "as",
    "at",    "be",      "by",      "for",  "from", "has",  "have",    "in",    "is",  "it",   "its",  "of",  "on",
    "or",    "said",    "so",      "such", "that", "the",  "their",   "to",    "was", "were", "will", "with"};

std::string normal(std::string_view word) {
    std::string lower = ascii_lower(word);
    for (std::size_t at = lower.find("’"); at != std::string::npos; at = lower.find("’")) {
        lower.replace(at, std::string_view("’").size(), "'");
    }
    const auto inner = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto first = std::find_if(lower.begin(), lower.end(), inner);
    const auto last = std::find_if(lower.rbegin(), lower.rend(), inner).base();
    return first < last ? std::string(first, last) : std::string();
}

template <class Words>
bool one_of(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \t\n", at);
        if (begin == std::string_view::npos) {
            break;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += i == 0 ? "" : " ";
        text += words[i];
    }
    return text;
}

std::size_t count_of(std::string_view text, std::string_view sign) {
    std::size_t count = 0;
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) {
        ++count;
    }
    return count;
}

bool balanced(std::string_view text) {
    return count_of(text, "“") == count_of(text, "”") && count_of(text, "\"") % 2 == 0 &&
           count_of(text, "(") == count_of(text, ")");
}

std::string without_end_marks(std::string text) {
    while (!text.empty() && std::string_view(",;:.").find(text.back()) != std::string_view::npos) {
        text.pop_back();
    }
    for (const std::string_view dash : {" –", " —", " --", " -"}) {
        if (text.ends_with(dash)) {
            text.resize(text.size() - dash.size());
        }
    }
    return text;
}

bool ends_part(std::string_view word) {
    return word.ends_with(',') || word.ends_with(';') || word.ends_with(':');
}

/// "as" that begins a part of its own, not that of "as well as" and "such as".
bool begins_as(const std::vector<std::string_view>& words, std::size_t at) {
    constexpr std::array<std::string_view, 6> kBound = {"as", "far", "long", "soon", "such", "well"};
    return normal(words[at]) == "as" && !one_of(kBound, normal(words[at - 1]));
}

bool is_dash(std::string_view word) {
    return word == "–" || word == "—" || word == "--" || word == "-";
}

} // namespace

std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

bool is_clause(std::string_view words) {
    constexpr std::array<std::string_view, 20> kFinite = {"are",   "can",    "cannot", "could", "did",   "does", "had",
                                                          "has",   "have",   "is",     "may",   "might", "must", "need",
                                                          "needs", "should", "was",    "were",  "will",  "would"};
    const std::vector<std::string_view> list = split(words);
    return std::any_of(list.begin(), list.end(), [&](std::string_view word) { return one_of(kFinite, normal(word)); });
}

bool holds_back(std::string_view words) {
    const std::vector<std::string_view> list = split(words);
    return std::any_of(list.begin(), list.end(), [](std::string_view word) { return one_of(kHolding, normal(word)); });
}

std::string shortened(std::string_view clause, std::size_t limit, std::size_t most) {
    const std::vector<std::string_view> words = split(clause);
    std::string whole = without_end_marks(joined(words, words.size()));
    if (length_of(whole) <= limit && balanced(whole)) {
        return whole;
    }
    std::size_t held = words.size(); // behind here nothing holds back
    while (held > 0 && !one_of(kHolding, normal(words[held - 1]))) {
        --held;
    }
    std::string shortest = length_of(whole) <= most && balanced(whole) ? whole : std::string();
    const bool clausal = is_clause(whole);
    const bool whole_only = words.empty() || one_of(kOpeners, normal(words[0]));
    const std::size_t least = whole_only ? words.size() : std::max<std::size_t>(held, 3);
    for (std::size_t count = words.size(); count-- > least;) {
        const bool joint = ends_part(words[count - 1]) || is_dash(words[count]) ||
                           one_of(kJoints, normal(words[count])) || begins_as(words, count);
        const bool dangling = !ends_part(words[count - 1]) && one_of(kDangling, normal(words[count - 1]));
        std::string part = joint && !dangling ? without_end_marks(joined(words, count)) : std::string();
        if (part.empty() || !balanced(part) || length_of(part) > most || (clausal && !is_clause(part))) {
            continue;
        }
        if (length_of(part) <= limit) {
            return part;
        }
        shortest = std::move(part);
    }
    return shortest;
}

} // namespace demarche::assemble
