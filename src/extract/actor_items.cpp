#include "extract/actor_items.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

constexpr std::array<std::pair<std::string_view, LexClass>, 6> kPrefixes{{{"then-", LexClass::then},
                                                                          {"Then-", LexClass::then},
                                                                          {"ex-", LexClass::former},
                                                                          {"Ex-", LexClass::former},
                                                                          {"former-", LexClass::former},
                                                                          {"late-", LexClass::late}}};

/// "then-Secretary of State" begins inside a token; "president-elect" ends in one.
LexMatch match_compound(const Document& document, const Lexicon& lexicon, std::uint32_t at, std::uint32_t last) {
    const std::string_view word = document.words(document.tokens[at]);
    if (word.find('-') == std::string_view::npos) {
        return {};
    }
    for (const auto& [prefix, time] : kPrefixes) {
        if (word.size() > prefix.size() && word.starts_with(prefix)) {
            LexMatch match = lexicon.match(document, at, last, static_cast<std::uint32_t>(prefix.size()));
            if (match.classes.any(LexClass::title, LexClass::modifier, LexClass::adjective)) {
                match.classes.add(time);
                return match;
            }
        }
    }
    for (const std::string_view suffix : {"-elect", "-designate"}) {
        if (word.ends_with(suffix)) {
            LexMatch match = lexicon.word(word.substr(0, word.size() - suffix.size()));
            if (match.classes.has(LexClass::title)) {
                match.tokens = 1;
                match.classes.add(LexClass::elect);
                return match;
            }
        }
    }
    return {};
}

/// "US-Russia", "Russian-American": a word of two lands.
bool joins_lands(const Lexicon& lexicon, std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) {
        return false;
    }
    const auto is_land = [&](std::string_view half) {
        return lexicon.word(half).classes.any(LexClass::country, LexClass::adjective);
    };
    return is_land(word.substr(0, hyphen)) || is_land(word.substr(hyphen + 1));
}

/// "al-Assad", "el-Sisi".
bool has_small_article(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    return hyphen != std::string_view::npos && hyphen >= 1 && hyphen <= 3 && hyphen + 1 < word.size() &&
           word[0] >= 'a' && word[0] <= 'z' && word[hyphen + 1] >= 'A' && word[hyphen + 1] <= 'Z' &&
           !word.starts_with("ex-");
}

/// In a heading where nearly every longer word has a capital, a capital says nothing.
bool is_title_case(const Document& document, const Sentence& sentence) {
    std::size_t capitals = 0;
    std::size_t words = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Token& token = document.tokens[i];
        if (token.kind == TokenKind::word && token.span.end - token.span.begin > 3) {
            ++words;
            capitals += token.capital ? 1 : 0;
        }
    }
    return words > 0 && capitals * 4 >= words * 3;
}

} // namespace

std::string_view ActorSentence::words(std::size_t i) const {
    if (i >= items.size()) {
        return {};
    }
    return document->words(span(i, i + 1));
}

bool ActorSentence::is_possessive(std::size_t i) const {
    const std::string_view text = words(i);
    return text == "'s" || text == "’s" || text == "'" || text == "’";
}

Span ActorSentence::span(std::size_t from, std::size_t to) const {
    return {document->tokens[items[from].first].span.begin, document->tokens[items[to - 1].last - 1].span.end};
}

bool ActorSentence::is_unknown_capital(std::size_t i) const {
    if (!is_capital(i)) {
        return false;
    }
    const Item& item = items[i];
    return item.classes.empty() || item.classes.any(LexClass::given_name, LexClass::surname_first) ||
           (item.classes.has(LexClass::particle) && !item.classes.has(LexClass::title));
}

void read_items(const Document& document, const WordTables& tables, std::uint32_t sentence, ActorSentence& items) {
    const Lexicon& lexicon = *tables.lexicon;
    const Sentence& cut = document.sentences[sentence];
    items.document = &document;
    items.lexicon = &lexicon;
    items.verbs = tables.verbs;
    items.nouns = tables.nouns;
    items.index = sentence;
    items.items.clear();
    items.names_begin_here = !cut.heading || !is_title_case(document, cut);
    int quotes = 0;
    for (std::uint32_t at = cut.first; at < cut.last;) {
        const Token& token = document.tokens[at];
        Item item;
        item.first = at;
        item.word = token.kind == TokenKind::word;
        item.capital = item.word && (token.capital || has_small_article(document.words(token)));
        item.near = at > cut.first;
        quotes += token.kind == TokenKind::open_quote ? 1 : token.kind == TokenKind::close_quote ? -1 : 0;
        item.quoted = quotes > 0;
        LexMatch match;
        if (item.word) {
            match = lexicon.match(document, at, cut.last);
            if (match.entry == nullptr) {
                match = match_compound(document, lexicon, at, cut.last);
            }
        }
        item.entry = match.entry;
        item.classes = match.classes;
        if (token.all_caps && item.classes.has(LexClass::given_name)) {
            item.classes = match.entry->caps; // an acronym, not Eva
        }
        if (item.capital && match.entry == nullptr && joins_lands(lexicon, document.words(token))) {
            item.classes.add(LexClass::not_name);
        }
        item.last = at + match.tokens;
        at = item.last;
        items.items.push_back(item);
    }
}

} // namespace demarche::extract
