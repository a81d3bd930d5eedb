#pragma once
/// Inside the finders of event nouns and delegations: an article's tokens with the mentions and times that begin at
/// or cover each, and lists of names.

#include "extract/actor.hpp"
#include "extract/document.hpp"
#include "extract/timex.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// Names in a row: "Roe, Lind and the foreign minister".
struct NameList {
    std::vector<std::uint32_t> mentions; ///< in Actors::mentions
    std::uint32_t end = 0;               ///< token behind it; where it began: nobody
    bool both = false;                   ///< "both", "each"
};

class PhraseText {
public:
    /// REQUIRES: all outlive this.
    PhraseText(const Document& document, const Actors& actors, const Lexicon& lexicon, const std::vector<Timex>& times);

    void enter(std::uint32_t sentence);

    [[nodiscard]] const Document& document() const { return document_; }

    [[nodiscard]] const Actors& actors() const { return actors_; }

    [[nodiscard]] const std::vector<Timex>& times() const { return all_times_; }

    /// Whether a mention of a state is its capital: "the Lima talks".
    [[nodiscard]] bool is_capital_city(std::uint32_t mention) const;

    [[nodiscard]] std::uint32_t first() const { return first_; }

    [[nodiscard]] std::uint32_t last() const { return last_; }

    /// In small letters (ASCII), with straight apostrophes; empty outside of the sentence and between.
    [[nodiscard]] std::string word(std::uint32_t i) const;
    [[nodiscard]] bool is(std::uint32_t i, std::string_view word) const;
    [[nodiscard]] bool is_word(std::uint32_t i) const;
    [[nodiscard]] bool is_sign(std::uint32_t i, std::string_view sign) const;
    [[nodiscard]] bool is_capital(std::uint32_t i) const;
    [[nodiscard]] bool is_possessive(std::uint32_t i) const;

    /// The mention whose name covers the token; kNone: none.
    [[nodiscard]] std::uint32_t mention_at(std::uint32_t i) const { return in(i) ? covers_[i] : kNone; }

    /// The mention that begins here with its titles; kNone: none.
    [[nodiscard]] std::uint32_t mention_from(std::uint32_t i) const { return in(i) ? begins_[i] : kNone; }

    /// The expression of time that covers the token; kNone: none.
    [[nodiscard]] std::uint32_t time_at(std::uint32_t i) const { return in(i) ? times_[i] : kNone; }

    /// Token of a mention's end: behind its apposition, if it has one.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t mention) const;
    [[nodiscard]] std::uint32_t begin_of(std::uint32_t mention) const;
    /// The first token that begins at or behind a byte.
    [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const;
    [[nodiscard]] std::uint32_t end_of_time(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t begin_of_time(std::uint32_t i) const;

    /// Names from token i on, with articles and adjectives before them. A comma joins only where the list ends with
    /// "and". `loose`: other words may stand by them, too: "the GDL union and railway operator Norte".
    [[nodiscard]] NameList names_from(std::uint32_t i, bool loose = false) const;

    /// Places behind "in", "at" and the like (`to`: also "to") at token i, the finer one first; moves i behind them.
    [[nodiscard]] std::vector<Span> places_from(std::uint32_t& i, bool to = false) const;

    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;

private:
    [[nodiscard]] bool in(std::uint32_t i) const { return i >= first_ && i < last_; }

    [[nodiscard]] std::uint32_t named_from(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t one_name(std::uint32_t& i, bool loose) const;
    [[nodiscard]] std::uint32_t behind_name(std::uint32_t end, bool loose) const;
    [[nodiscard]] bool may_describe(std::uint32_t i) const;
    [[nodiscard]] bool prefers(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] std::uint32_t end_of_place(std::uint32_t i) const;
    [[nodiscard]] std::vector<Span> one_place(std::uint32_t& at) const;
    [[nodiscard]] std::uint32_t behind_city_of(std::uint32_t i) const;

    const Document& document_;
    const Actors& actors_;
    const Lexicon& lexicon_;
    const std::vector<Timex>& all_times_;
    std::vector<std::uint32_t> covers_; ///< of each token
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> times_;
    std::uint32_t first_ = 0;
    std::uint32_t last_ = 0;
};

} // namespace demarche::extract
