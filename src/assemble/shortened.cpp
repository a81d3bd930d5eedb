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
    "after", "although", "as",     "because", "before", "despite", "even",  "given", "had",  "if",    "once",
    "only",  "provided", "should", "since",   "though", "unless",  "until", "were",  "when", "while", "with"};

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
    const std::size_t last = text.rfind(' ') == std::string::npos ? 0 : text.rfind(' ') + 1;
    const bool abbreviation = text.ends_with('.') && text.find('.', last) + 1 < text.size(); // "U.S."
    while (!text.empty() && !abbreviation && std::string_view(",;:.").find(text.back()) != std::string_view::npos) {
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
    const bool result = at + 2 < words.size() && normal(words[at + 2]) == "result"; // "as a result of"
    return normal(words[at]) == "as" && !result && !one_of(kBound, normal(words[at - 1]));
}

/// The "and" of "between Peru and Chile", "both Roe and Lind", "the talks of Peru and Chile".
bool joins_two(const std::vector<std::string_view>& words, std::size_t at) {
    if (normal(words[at]) != "and") {
        return false;
    }
    const auto is_name = [](std::string_view word) { return word[0] >= 'A' && word[0] <= 'Z'; };
    if (at > 1 && at + 1 < words.size() && !ends_part(words[at - 1]) && is_name(words[at - 1]) &&
        is_name(words[at + 1])) {
        return true;
    }
    for (std::size_t i = at; i > 0 && at - i < 5 && !ends_part(words[i - 1]); --i) {
        const std::string word = normal(words[i - 1]);
        if (word == "between" || word == "both" || word == "and") {
            return word != "and";
        }
    }
    return false;
}

/// A comma of "let the envoy, Ada Roe, come": behind the name the clause goes on.
bool is_around_name(const std::vector<std::string_view>& words, std::size_t count) {
    const auto is_upper = [&](std::size_t i) { return words[i][0] >= 'A' && words[i][0] <= 'Z'; };
    const auto goes_on = [&](std::size_t i) { return i < words.size() && normal(words[i]) != "and"; };
    if (!words[count - 1].ends_with(',') || !goes_on(count)) {
        return false;
    }
    for (std::size_t i = count; i > 0 && is_upper(i - 1); --i) {
        if (i > 1 && words[i - 2].ends_with(',')) {
            return true;
        }
    }
    for (std::size_t i = count; i < words.size() && is_upper(i); ++i) {
        if (words[i].ends_with(',')) {
            return goes_on(i + 1);
        }
    }
    return false;
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

namespace {

bool is_finite(std::string_view word, std::string_view verb) {
    return is_clause(word) || (!verb.empty() && normal(word) == ascii_lower(verb));
}

/// "Ann Roe, the mayor of Lima," of "Ann Roe, the mayor of Lima, left": small words behind a name, up to a finite verb.
bool opens_apposition(const std::vector<std::string_view>& words, std::size_t at, std::string_view verb) {
    constexpr std::array<std::string_view, 8> kOther = {"and", "or", "but", "in", "at", "on", "by", "for"};
    const auto is_upper = [](std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; };
    if (at == 0 || !is_upper(words[at - 1]) || is_upper(words[at]) || one_of(kOther, normal(words[at])) ||
        one_of(kOpeners, normal(words[at]))) {
        return false;
    }
    for (std::size_t i = at; i + 1 < words.size(); ++i) {
        if (is_finite(words[i], verb)) {
            return false;
        }
        if (words[i].ends_with(',')) {
            return is_finite(words[i + 1], verb);
        }
    }
    return false;
}

/// Whether what a comma before `at` opens describes only: "who was ill", "annexed in May", "illegally annexed".
bool opens_aside(const std::vector<std::string_view>& words, std::size_t at, std::string_view verb) {
    constexpr std::array<std::string_view, 4> kRelative = {"who", "whom", "whose", "which"};
    if (at + 1 >= words.size() || is_finite(words[at], verb)) {
        return false;
    }
    const std::string first = normal(words[at]);
    const auto is_participle = [](const std::string& word) { return word.size() > 4 && word.ends_with("ed"); };
    return one_of(kRelative, first) || opens_apposition(words, at, verb) || is_participle(first) ||
           (first.ends_with("ly") && is_participle(normal(words[at + 1])));
}

/// The word behind an aside that begins at `at`; 0: it does not end so that the clause goes on.
std::size_t behind_aside(const std::vector<std::string_view>& words, std::size_t at, std::string_view verb) {
    for (std::size_t i = at; i + 1 < words.size(); ++i) {
        if (words[i].ends_with(',')) {
            const std::string next = normal(words[i + 1]);
            return is_finite(words[i + 1], verb) || next == "and" ? i + 1 : 0;
        }
    }
    return 0;
}

/// The word that begins the clause behind "although ..., "; 0: none such.
std::size_t behind_concession(const std::vector<std::string_view>& words, std::string_view verb) {
    constexpr std::array<std::string_view, 4> kConceding = {"although", "though", "while", "despite"};
    const bool even =
        words.size() > 2 && normal(words[0]) == "even" && (normal(words[1]) == "if" || normal(words[1]) == "though");
    if (words.empty() || !(even || one_of(kConceding, normal(words[0])))) {
        return 0;
    }
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (words[i].ends_with(',')) {
            const auto rest = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            const bool told = std::any_of(rest, words.end(), [&](std::string_view w) { return is_finite(w, verb); });
            return told && !one_of(kOpeners, normal(*rest)) && normal(*rest) != "and" ? i + 1 : 0;
        }
    }
    return 0;
}

} // namespace

std::string without_asides(std::string_view clause, std::string_view verb) {
    std::vector<std::string_view> words = split(clause);
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(behind_concession(words, verb)));
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += text.empty() ? "" : " ";
        const bool opens = words[i].ends_with(',') && opens_aside(words, i + 1, verb);
        const std::size_t behind = opens ? behind_aside(words, i + 1, verb) : 0;
        if (opens && behind == 0) {
            return std::string(clause);
        }
        text += behind == 0 ? words[i] : words[i].substr(0, words[i].size() - 1);
        i = behind == 0 ? i : behind - 1;
    }
    return balanced(text) ? text : std::string(clause);
}

std::string first_of_several(std::string_view clause) {
    const std::vector<std::string_view> words = split(clause);
    for (std::size_t i = 3; i + 1 < words.size() && !one_of(kOpeners, normal(words[0])); ++i) {
        const std::string word = normal(words[i]);
        if ((word == "and" || word == "but") && normal(words[i + 1]) == "that") {
            return without_end_marks(joined(words, i));
        }
    }
    return std::string(clause);
}

bool begins_late(std::string_view clause) {
    const std::vector<std::string_view> words = split(clause);
    return !words.empty() && one_of(kOpeners, normal(words[0]));
}

namespace {

/// "the four regions | that nobody may enter": what tells which they are, where nothing stands behind it.
bool tells_which(const std::vector<std::string_view>& words, std::size_t at) {
    constexpr std::array<std::string_view, 3> kLeads = {"that", "which", "who"};
    if (!one_of(kLeads, normal(words[at])) || at < 3 || ends_part(words[at - 1])) {
        return false;
    }
    const bool definite = normal(words[at - 2]) == "the" || normal(words[at - 3]) == "the";
    constexpr std::array<std::string_view, 5> kAll = {"all", "any", "every", "only", "none"};
    const bool all = at > 3 && (one_of(kAll, normal(words[at - 3])) || one_of(kAll, normal(words[at - 4])));
    return definite && !all &&
           std::none_of(words.begin() + static_cast<std::ptrdiff_t>(at), words.end() - 1, ends_part);
}

/// The first of the words that a part may end before, by `verb`: the part holds it.
std::size_t behind_verb(const std::vector<std::string_view>& words, std::string_view verb) {
    const auto at = std::find_if(words.begin(), words.end(),
                                 [&](std::string_view word) { return normal(word) == ascii_lower(verb); });
    return verb.empty() ? 0 : static_cast<std::size_t>(at - words.begin()) + 1;
}

/// Whether a part of the clause may end with so many words.
bool may_end(const std::vector<std::string_view>& words, std::size_t count) {
    const bool joint = (ends_part(words[count - 1]) && !is_around_name(words, count)) || is_dash(words[count]) ||
                       (one_of(kJoints, normal(words[count])) && !joins_two(words, count)) || begins_as(words, count);
    return joint && (ends_part(words[count - 1]) || !one_of(kDangling, normal(words[count - 1])));
}

/// The words up to what only tells which ones are meant; "" where that is no such clause.
std::string without_which(const std::vector<std::string_view>& words, std::size_t most, std::string_view verb) {
    const bool clausal = is_clause(joined(words, words.size()));
    for (std::size_t at = 3; at < words.size(); ++at) {
        std::string part = tells_which(words, at) ? without_end_marks(joined(words, at)) : std::string();
        const bool fits = !part.empty() && balanced(part) && length_of(part) <= most && !holds_back(part);
        const bool told = verb.empty() ? !clausal || is_clause(part) : one_of(split(part), verb);
        if (fits && told) {
            return part;
        }
    }
    return {};
}

} // namespace

std::string shortened(std::string_view clause, std::size_t limit, std::size_t most, std::string_view verb) {
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
    const std::size_t least = whole_only ? words.size() : std::max({held, behind_verb(words, verb), std::size_t{3}});
    for (std::size_t count = words.size(); count-- > least;) {
        std::string part = may_end(words, count) ? without_end_marks(joined(words, count)) : std::string();
        if (part.empty() || !balanced(part) || length_of(part) > most || (clausal && !is_clause(part))) {
            continue;
        }
        if (length_of(part) <= limit) {
            return part;
        }
        shortest = std::move(part);
    }
    return shortest.empty() && !whole_only ? without_which(words, most, verb) : shortest;
}

} // namespace demarche::assemble
