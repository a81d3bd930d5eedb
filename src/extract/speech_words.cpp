#include "extract/speech_words.hpp"

#include "extract/data_files.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace demarche::extract {
namespace {

using Words = std::unordered_set<std::string_view>;

std::unordered_map<std::string_view, SayingKind> read_kinds() {
    const std::unordered_map<std::string_view, SayingKind> names{{"says", SayingKind::says},
                                                                 {"hearer", SayingKind::hearer},
                                                                 {"quotes", SayingKind::quotes},
                                                                 {"thinks", SayingKind::thinks}};
    std::unordered_map<std::string_view, SayingKind> kinds;
    for (const auto& row : table_rows(data_file("speech_verbs"))) {
        const auto named = row.size() < 3 ? names.end() : names.find(row[2]);
        if (named == names.end()) {
            continue;
        }
        kinds.emplace(row[0], named->second);
        std::string_view forms = row[1];
        while (!forms.empty()) {
            const std::size_t end = std::min(forms.find(' '), forms.size());
            kinds.emplace(forms.substr(0, end), named->second);
            forms.remove_prefix(std::min(end + 1, forms.size()));
        }
    }
    return kinds;
}

} // namespace

SayingKind saying_kind(std::string_view form) {
    static const auto kinds = read_kinds();
    const auto found = kinds.find(form);
    return found == kinds.end() ? SayingKind::none : found->second;
}

bool is_noun_too(std::string_view form) {
    static const Words words{
        "comments", "remarks", "reports",   "claims",  "calls",   "demands", "answers", "promises", "pledges",
        "posts",    "notes",   "estimates", "urges",   "hints",   "signals", "states",  "vows",     "jokes",
        "hopes",    "quips",   "cautions",  "repeats", "reads",   "laments", "comment", "remark",   "report",
        "claim",    "call",    "demand",    "answer",  "promise", "pledge",  "post",    "note",     "estimate",
        "urge",     "hint",    "signal",    "state",   "vow",     "hope",    "post",    "stress"};
    return words.contains(form);
}

bool is_denial(std::string_view form) {
    return form == "deny" || form == "denies" || form == "denied" || form == "denying";
}

bool is_be(std::string_view word) {
    static const Words words{"be", "is", "are", "was", "were", "been", "being", "am"};
    return words.contains(word);
}

bool is_unsaid(std::string_view word) {
    static const Words words{"will",   "would",   "may",      "might",    "could",   "can",   "should", "must",
                             "not",    "never",   "to",       "won't",    "didn't",  "don't", "hasn't", "haven't",
                             "cannot", "can't",   "doesn't",  "won’t",    "didn’t",  "don’t", "hasn’t", "haven’t",
                             "can’t",  "doesn’t", "wouldn't", "wouldn’t", "neither", "nor"};
    return words.contains(word);
}

bool is_finite(std::string_view word) {
    static const Words words{"is",    "are",     "was",     "were",   "has",    "have",   "had",    "will",   "would",
                             "can",   "could",   "may",     "might",  "must",   "should", "do",     "does",   "did",
                             "won't", "won’t",   "isn't",   "isn’t",  "wasn't", "wasn’t", "aren't", "aren’t", "don't",
                             "don’t", "doesn't", "doesn’t", "didn't", "didn’t", "cannot", "can't",  "can’t",  "be"};
    return words.contains(word);
}

bool is_clause_word(std::string_view word) {
    static const Words words{"that",  "which",   "who",     "whom",  "whose",  "when", "while", "where",    "but",
                             "or",    "as",      "because", "after", "before", "if",   "since", "although", "though",
                             "until", "whether", "so",      "yet",   "than",   "then", "what",  "how",      "why"};
    return words.contains(word);
}

bool is_filler(std::string_view word) {
    static const Words words{"monday",     "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",
                             "also",       "later",    "earlier",   "then",     "again",  "once",     "today",
                             "yesterday",  "tonight",  "now",       "still",    "just",   "already",  "further",
                             "previously", "recently", "first",     "even",     "ever",   "both",     "has",
                             "have",       "had",      "himself",   "herself"};
    return words.contains(word) || (word.size() > 4 && word.ends_with("ly"));
}

bool is_pronoun(std::string_view word) {
    static const Words words{"he", "she", "they", "it", "i", "we", "you"};
    return words.contains(word);
}

bool is_determiner(std::string_view word) {
    static const Words words{"the",   "a",   "an",      "his",  "her",     "its",    "their", "this", "that", "these",
                             "those", "one", "another", "some", "several", "senior", "two",   "both", "many"};
    return words.contains(word);
}

bool is_preposition(std::string_view word) {
    static const Words words{"in",  "on",   "at",   "by", "during", "after", "before", "through",
                             "via", "from", "with", "to", "for",    "about", "amid",   "following"};
    return words.contains(word);
}

} // namespace demarche::extract
