#include "extract/lexicon.hpp"

#include "extract/lexicon_builder.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace demarche::extract {
namespace {

/// Longer words are in no table.
constexpr std::size_t kLongestWord = 48;

constexpr std::string_view kCurlyApostrophe = "’";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Writes the key into `buffer`; its size, 0 where it is too long.
std::size_t write_key(std::string_view word, std::array<char, kLongestWord>& buffer) {
    if (word.size() > kLongestWord) {
        return 0;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == kCurlyApostrophe[0] && word.substr(i).starts_with(kCurlyApostrophe)) {
            buffer[size++] = '\'';
            i += kCurlyApostrophe.size() - 1;
        } else {
            buffer[size++] = lower(word[i]);
        }
    }
    return size;
}

} // namespace

std::string lexicon_key(std::string_view word) {
    std::array<char, kLongestWord> buffer{};
    return {buffer.data(), write_key(word, buffer)};
}

/// FNV-1a, 64 bits.
std::uint64_t lexicon_hash(std::string_view key) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : key) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hash ^ (hash >> 29U);
}

std::uint64_t lexicon_hash(std::uint64_t key) {
    key *= 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29U);
}

Lexicon::Lexicon(const TableSource& source, Diagnostics& diagnostics) {
    LexiconBuilder(*this, diagnostics).read(source);
}

const Lexicon& Lexicon::built_in() {
    static const Lexicon lexicon = [] {
        Diagnostics diagnostics;
        Lexicon read({}, diagnostics);
        if (diagnostics.has_errors()) {
            throw std::logic_error(to_text(diagnostics.all().front()));
        }
        return read;
    }();
    return lexicon;
}

CountryIndex Lexicon::country_of_code(std::string_view code) const {
    const auto found = std::find_if(countries_.begin(), countries_.end(),
                                    [&](const Country& country) { return country.code == code; });
    return found == countries_.end() ? kNoCountry : static_cast<CountryIndex>(found - countries_.begin());
}

std::uint32_t Lexicon::word_id(std::string_view word) const {
    std::array<char, kLongestWord> buffer{};
    const std::string_view key(buffer.data(), write_key(word, buffer));
    if (key.empty()) {
        return 0;
    }
    std::size_t at = lexicon_hash(key) & (word_table_.size() - 1);
    while (word_table_[at] != 0) {
        if (words_[word_table_[at]] == key) {
            return word_table_[at];
        }
        at = (at + 1) & (word_table_.size() - 1);
    }
    return 0;
}

std::uint32_t Lexicon::step(std::uint32_t node, std::uint32_t word) const {
    const std::uint64_t key = (std::uint64_t{node} << 32U) | word;
    std::size_t at = lexicon_hash(key) & (steps_.size() - 1);
    while (steps_[at].key != 0) {
        if (steps_[at].key == key) {
            return steps_[at].node;
        }
        at = (at + 1) & (steps_.size() - 1);
    }
    return 0;
}

LexMatch Lexicon::match(const Document& document, std::uint32_t at, std::uint32_t last, std::uint32_t skip) const {
    LexMatch best;
    const Token& first = document.tokens[at];
    const std::string_view first_word = document.words(first).substr(skip);
    const bool capital = skip == 0 ? first.capital : first_word.front() >= 'A' && first_word.front() <= 'Z';
    std::uint32_t node = 0;
    for (std::uint32_t i = at; i < last; ++i) {
        const std::uint32_t word = word_id(i == at ? first_word : document.words(document.tokens[i]));
        node = word == 0 ? 0 : step(node, word);
        if (node == 0) {
            break;
        }
        if (entry_of_node_[node] < 0) {
            continue;
        }
        const LexEntry& entry = entries_[static_cast<std::size_t>(entry_of_node_[node])];
        LexClasses classes = entry.any;
        if (capital) {
            classes.add(entry.capital);
        }
        if (first.all_caps) {
            classes.add(entry.caps);
        }
        if (!classes.empty()) {
            best = {&entry, i - at + 1, classes};
        }
    }
    return best;
}

LexMatch Lexicon::word(std::string_view word) const {
    Document document;
    document.text = std::string(word);
    const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
    const bool caps =
        word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    document.tokens.push_back({{0, static_cast<std::uint32_t>(word.size())}, TokenKind::word, capital, caps, false});
    return word.empty() ? LexMatch{} : match(document, 0, 1);
}

} // namespace demarche::extract
