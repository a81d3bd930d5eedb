#pragma once
/// Inside the reader of actors: one sentence as items of the lexicon.

#include "extract/document.hpp"
#include "extract/word_tables.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// One or more tokens that are one entry of the lexicon, or one unknown token.
struct Item {
    std::uint32_t first = 0; ///< token
    std::uint32_t last = 0;  ///< token, behind it
    const LexEntry* entry = nullptr;
    LexClasses classes;
    bool capital = false; ///< a word with a capital letter
    bool word = false;
    bool near = false;   ///< a space, a hyphen or nothing parts it from the item before
    bool quoted = false; ///< between quotation marks
};

/// A sentence's items and what can be asked of them; indexes outside of it are allowed and give no class.
struct ActorSentence {
    const Document* document = nullptr;
    const Lexicon* lexicon = nullptr;
    const EventWords* verbs = nullptr;
    const EventNounTable* nouns = nullptr;
    std::uint32_t index = 0;
    bool names_begin_here = true; ///< false in a title in title case: only names known from elsewhere are looked for
    std::vector<Item> items;

    [[nodiscard]] std::size_t size() const { return items.size(); }

    template <typename... Classes>
    [[nodiscard]] bool has(std::size_t i, Classes... classes) const {
        return i < items.size() && items[i].classes.any(classes...);
    }

    /// The words of item i; empty outside.
    [[nodiscard]] std::string_view words(std::size_t i) const;

    [[nodiscard]] bool is(std::size_t i, std::string_view words) const { return this->words(i) == words; }

    [[nodiscard]] bool is_capital(std::size_t i) const { return i < items.size() && items[i].capital; }

    [[nodiscard]] bool is_possessive(std::size_t i) const;
    /// From item `from` to the one before `to`. REQUIRES: from < to.
    [[nodiscard]] Span span(std::size_t from, std::size_t to) const;
    /// A capitalised word of no table, or one that names may be made of.
    [[nodiscard]] bool is_unknown_capital(std::size_t i) const;
};

/// Reads `sentence` into `items`, which are reused.
void read_items(const Document& document, const WordTables& tables, std::uint32_t sentence, ActorSentence& items);

} // namespace demarche::extract
