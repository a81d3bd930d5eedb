#pragma once
/// Inside the finder of delegations: the words of data/delegation_words.tsv, the names in a row of one sentence, and
/// the event that a sentence tells of.

#include "extract/event_noun.hpp"
#include "extract/phrase_text.hpp"
#include "extract/word_classes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::extract {

struct WordTables;

/// Column `class` of data/delegation_words.tsv.
enum class DelegationWord : std::uint8_t {
    group,
    team,
    lead,
    with,
    goes_with,
    bring,
    include,
    chosen,
    meet,
    modal,
    negation,
    between,
    attend,
    meeting_verb,
    trigger,
};

/// "the Russian delegation", "his negotiating team".
struct GroupPhrase {
    std::uint32_t begin = 0; ///< token; begin == end: none
    std::uint32_t end = 0;
    bool plural = false;
    CountryIndex country = kNoCountry; ///< "Russian"; "Peru's"
    std::uint32_t owner = kNone;       ///< mention: "Roe's team"

    [[nodiscard]] bool empty() const { return begin == end; }
};

/// Names in a row, as a subject.
struct Subject {
    NameList names;
    bool modal = false;   ///< "might", "may" between it and its verb
    bool negated = false; ///< "did not"
};

/// data/delegation_words.tsv with the rows that a person added.
WordClasses read_delegation_words(const TableSource& source, Diagnostics& diagnostics);
const WordClasses& delegation_words(); ///< the built-in ones

class DelegationText {
public:
    /// REQUIRES: all outlive this.
    DelegationText(const PhraseText& text, const WordTables& tables, const std::vector<EventNoun>& nouns);

    /// Goes to a sentence, which PhraseText has entered; sentences in order.
    void enter(std::uint32_t sentence);

    [[nodiscard]] const PhraseText& text() const { return text_; }

    [[nodiscard]] bool is(std::uint32_t i, DelegationWord c) const {
        return (bits(i) & (std::uint32_t{1} << static_cast<unsigned>(c))) != 0;
    }

    /// Whether the word at token i is of any class but those that only stand between a subject and its verb.
    [[nodiscard]] bool may_tell(std::uint32_t i) const {
        constexpr auto kBetween = std::uint32_t{1} << static_cast<unsigned>(DelegationWord::between);
        return (bits(i) & ~kBetween) != 0;
    }

    /// Who does what the verb at `verb` says; no names: nobody stands before it.
    [[nodiscard]] Subject subject_of(std::uint32_t verb) const;
    /// That begins at token i, with its article.
    [[nodiscard]] GroupPhrase group_from(std::uint32_t i) const;
    /// That ends before token i, but for "will", "which", a comma.
    [[nodiscard]] GroupPhrase group_before(std::uint32_t i) const;
    /// The event that is told of nearest to token i, in this sentence or the one before; empty: none.
    [[nodiscard]] Span event_near(std::uint32_t i) const;

private:
    struct Row {
        std::uint32_t begin;
        NameList names;
    };

    struct Told {
        std::uint32_t token;
        Span span;
    };

    [[nodiscard]] std::uint32_t bits(std::uint32_t i) const {
        return i >= text_.first() && i < text_.last() ? bits_[i - text_.first()] : 0;
    }

    void read_rows();
    void read_events(std::uint32_t sentence);
    [[nodiscard]] CountryIndex country_at(std::uint32_t i) const;
    [[nodiscard]] bool ends_group(std::uint32_t i) const;

    const PhraseText& text_;
    const Lexicon& lexicon_;
    const std::vector<EventNoun>& nouns_;
    const WordClasses& words_;
    std::vector<std::uint32_t> bits_; ///< classes of each token of this sentence
    std::vector<Row> rows_;           ///< of this sentence, in order
    std::vector<Told> told_;
    std::vector<Told> told_before_; ///< of the sentence before
    std::uint32_t sentence_ = kNone;
    std::size_t noun_ = 0; ///< the first one that is not of an earlier sentence
};

} // namespace demarche::extract
