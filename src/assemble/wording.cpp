#include "assemble/wording.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace demarche::assemble {
namespace {

using extract::Document;
using extract::Sentence;
using extract::Span;
using extract::Token;
using extract::TokenKind;

constexpr std::uint64_t kRunBit = std::uint64_t{1} << 63U;
constexpr std::size_t kStem = 6;  ///< bytes of a word that count
constexpr std::size_t kRun = 4;   ///< words a run
constexpr std::size_t kNear = 3;  ///< words from one of a pair to the other, at most
constexpr std::size_t kNamed = 1; ///< names in a run, at most
constexpr std::size_t kMany = 16; ///< articles of one print that are all compared with each other
constexpr std::size_t kNext = 8;  ///< of more, how many behind each
/// Measured on stories told by several outlets: independent reports of one event share 0 or 1 runs, copies that were
/// translated there and back still 2 and more.
constexpr std::size_t kRunsOfRewritten = 2;
constexpr std::size_t kPairsOfRewritten = 20;
constexpr std::size_t kRewrittenShare = 14; ///< one pair in so many
constexpr std::size_t kRunsOfCopy = 8;      ///< two sentences

// In order.
constexpr std::array<std::string_view, 96> kGrammar = {
    "a",    "about", "after", "also",  "an",    "and",   "any",   "are",   "as",    "at",     "be",   "because",
    "been", "being", "but",   "by",    "can",   "could", "did",   "do",    "does",  "for",    "from", "had",
    "has",  "have",  "he",    "her",   "him",   "his",   "i",     "if",    "in",    "into",   "is",   "it",
    "its",  "just",  "may",   "might", "more",  "most",  "must",  "no",    "not",   "of",     "on",   "only",
    "or",   "other", "our",   "out",   "over",  "said",  "say",   "says",  "she",   "should", "so",   "some",
    "such", "than",  "that",  "the",   "their", "them",  "then",  "there", "these", "they",   "this", "those",
    "told", "to",    "too",   "under", "until", "up",    "us",    "very",  "was",   "we",     "were", "what",
    "when", "where", "which", "while", "who",   "whom",  "whose", "will",  "with",  "would",  "you",  "your"};

bool is_grammar(const std::string& word) {
    return std::find(kGrammar.begin(), kGrammar.end(), word) != kGrammar.end();
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
std::uint64_t mixed(std::uint64_t hash, std::string_view bytes) {
    constexpr std::uint64_t kPrime = 0x100000001B3;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    }
    return (hash ^ 0xFFU) * kPrime; // parts one word from the next
}

constexpr std::uint64_t kSeed = 0xCBF29CE484222325;

struct Word {
    std::string stem;
    bool name = false;
};

/// Collects the prints of one stretch of prose after the other.
class Printer {
public:
    explicit Printer(std::vector<std::uint64_t>& prints) : prints_(prints) {}

    void add(std::string_view word, bool capital) {
        std::string lower = ascii_lower(word);
        if (word.size() < 3 || is_grammar(lower)) {
            return;
        }
        lower.resize(std::min(lower.size(), kStem));
        words_.push_back({std::move(lower), capital});
    }

    /// The stretch has ended.
    void end() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            add_pairs(i);
            add_run(i);
        }
        words_.clear();
    }

private:
    void add_pairs(std::size_t i) {
        std::size_t seen = 0;
        for (std::size_t j = i + 1; j < words_.size() && seen < kNear && !words_[i].name; ++j) {
            if (words_[j].name) {
                continue;
            }
            const auto [less, more] = std::minmax(words_[i].stem, words_[j].stem);
            prints_.push_back(mixed(mixed(kSeed, less), more) & ~kRunBit);
            ++seen;
        }
    }

    void add_run(std::size_t i) {
        if (i + kRun > words_.size()) {
            return;
        }
        std::uint64_t hash = kSeed;
        std::size_t names = 0;
        for (std::size_t j = i; j < i + kRun; ++j) {
            hash = mixed(hash, words_[j].stem);
            names += words_[j].name ? 1 : 0;
        }
        if (names <= kNamed) {
            prints_.push_back(hash | kRunBit);
        }
    }

    std::vector<std::uint64_t>& prints_;
    std::vector<Word> words_;
};

using Prints = std::vector<std::uint64_t>;

Prints::const_iterator runs_of(const Prints& prints) {
    return std::lower_bound(prints.begin(), prints.end(), kRunBit);
}

std::size_t
common(Prints::const_iterator a, Prints::const_iterator end_a, Prints::const_iterator b, Prints::const_iterator end_b) {
    std::size_t count = 0;
    while (a != end_a && b != end_b) {
        count += *a == *b ? 1 : 0;
        const bool step_a = *a <= *b;
        const bool step_b = *b <= *a;
        a += step_a ? 1 : 0;
        b += step_b ? 1 : 0;
    }
    return count;
}

bool share(const Prints& a, const Prints& b) {
    const auto runs_a = runs_of(a);
    const auto runs_b = runs_of(b);
    const std::size_t runs = common(runs_a, a.end(), runs_b, b.end());
    if (runs < kRunsOfRewritten || runs >= kRunsOfCopy) {
        return runs >= kRunsOfCopy;
    }
    const std::size_t pairs = common(a.begin(), runs_a, b.begin(), runs_b);
    const auto least = static_cast<std::size_t>(std::min(runs_a - a.begin(), runs_b - b.begin()));
    return pairs >= kPairsOfRewritten && pairs * kRewrittenShare >= least;
}

/// Pairs of articles that have runs in common, one entry for each such run.
std::vector<std::uint64_t> met_in_runs(const std::vector<const Prints*>& prints) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> postings;
    for (std::uint32_t a = 0; a < prints.size(); ++a) {
        for (auto run = runs_of(*prints[a]); run != prints[a]->end(); ++run) {
            postings.emplace_back(*run, a);
        }
    }
    std::sort(postings.begin(), postings.end());
    std::vector<std::uint64_t> met;
    for (std::size_t first = 0, last = 0; first < postings.size(); first = last) {
        while (last < postings.size() && postings[last].first == postings[first].first) {
            ++last;
        }
        const std::size_t reach = last - first <= kMany ? kMany : kNext;
        for (std::size_t i = first; i < last; ++i) {
            for (std::size_t j = i + 1; j < std::min(last, i + 1 + reach); ++j) {
                met.push_back(std::uint64_t{postings[i].second} << 32U | postings[j].second);
            }
        }
    }
    std::sort(met.begin(), met.end());
    return met;
}

} // namespace

std::vector<std::uint64_t> wording_prints(const Document& document, Span body) {
    std::vector<std::uint64_t> prints;
    Printer printer(prints);
    std::uint32_t paragraph = 0;
    int quoted = 0; // a quotation may go on in the next sentence
    for (const Sentence& sentence : document.sentences) {
        quoted = sentence.paragraph == paragraph ? quoted : 0;
        paragraph = sentence.paragraph;
        if (sentence.heading) {
            continue;
        }
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            const Token& token = document.tokens[t];
            const bool outside = body.end > 0 && (token.span.begin < body.begin || token.span.end > body.end);
            if (token.kind == TokenKind::open_quote || token.kind == TokenKind::close_quote) {
                quoted = std::max(0, quoted + (token.kind == TokenKind::open_quote ? 1 : -1));
                printer.end();
            } else if (token.kind == TokenKind::word && quoted == 0 && !outside) {
                printer.add(document.words(token), token.capital);
            }
        }
        printer.end();
    }
    std::sort(prints.begin(), prints.end());
    prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
    prints.shrink_to_fit();
    return prints;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> shared_wording(const std::vector<const Prints*>& prints) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shared;
    const std::vector<std::uint64_t> met = met_in_runs(prints);
    for (std::size_t first = 0, last = 0; first < met.size(); first = last) {
        while (last < met.size() && met[last] == met[first]) {
            ++last;
        }
        const auto a = static_cast<std::uint32_t>(met[first] >> 32U);
        const auto b = static_cast<std::uint32_t>(met[first] & 0xFFFFFFFFU);
        if (last - first >= kRunsOfRewritten && share(*prints[a], *prints[b])) {
            shared.emplace_back(a, b);
        }
    }
    return shared;
}

} // namespace demarche::assemble
