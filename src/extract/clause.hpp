#pragma once
/// Inside the finder of events: a sentence cut into phrases and verb groups, with who does it, to whom, and how the
/// clauses hang on each other. Shallow and linear: no tree, words by tables and by what stands before them.

#include "extract/actor.hpp"
#include "extract/document.hpp"
#include "extract/event_noun.hpp"
#include "extract/event_words.hpp"
#include "extract/timex.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::extract {

enum class PhraseKind : std::uint8_t {
    noun,
    verb,
    preposition,
    comma,
    conjunction, ///< "and", "or"
    but,
    condition, ///< "if", "unless", "whether"
    when,      ///< "when", "until"; "after" and "before" where a clause follows
    other,     ///< "because", "although"
    that,
    relative,
    question, ///< "what", "how"
    stop,     ///< ";", ":", dashes
    time,     ///< an expression of time, with its preposition
};

/// Half open range of tokens.
struct Phrase {
    PhraseKind kind = PhraseKind::noun;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t index = kNone; ///< verb: in ParsedSentence::verbs; time: in the list of times
    std::uint32_t word = 0;      ///< preposition: ClauseWord::id
    bool negative = false;       ///< noun: "no officials"; preposition: "without"
};

enum class VerbTense : std::uint8_t { none, past, present, future };

/// How a clause hangs on the others.
enum class ClauseLink : std::uint8_t {
    main,
    content,    ///< behind "said (that)"
    relative,   ///< "who met"
    condition,  ///< "if they meet"
    when,       ///< "when they met", "after they met"
    other,      ///< "because they met"
    question,   ///< "how they met"
    infinitive, ///< "to meet"
    gerund,     ///< "after meeting"
    participle, ///< ", accusing", "accompanied by"
};

struct VerbGroup {
    std::uint32_t first = 0; ///< tokens
    std::uint32_t last = 0;
    std::uint32_t main = 0; ///< token of the verb that says what
    std::uint16_t verb = kNoVerb;
    std::uint32_t phrase = 0;
    VerbTense tense = VerbTense::none;
    bool negated = false;
    bool possible = false; ///< may, might, could, can
    bool should = false;   ///< must, should
    bool would = false;
    bool perfect = false;
    bool progressive = false;
    bool passive = false;
    bool infinitive = false;
    bool gerund = false;
    bool bare = false; ///< no auxiliary: a past tense or a participle
    bool repeated = false;
    bool own_past_only = false; ///< "went": never a participle
    bool participle_only = false;
    ClauseLink link = ClauseLink::main;
    std::uint32_t link_word = 0;        ///< token of "if", "after", "without"; meaningful where the link has a word
    std::uint32_t governor = kNone;     ///< the verb group it hangs on
    std::uint32_t control = kNone;      ///< phrase of the noun that its infinitive hangs on: "plan to"
    std::uint32_t antecedent = kNone;   ///< noun phrase that a relative clause or participle is about
    std::vector<std::uint32_t> subject; ///< noun phrases
    std::vector<std::uint32_t> object;

    /// Each preposition (a phrase) with the noun phrases behind it.
    struct Attachment {
        std::uint32_t preposition = 0;
        std::vector<std::uint32_t> nouns;
    };

    std::vector<Attachment> attachments;
    std::vector<std::uint32_t> times;
    std::uint32_t region_begin = 0; ///< its first phrase, before the verb
    std::uint32_t region_end = 0;   ///< behind its last phrase
};

struct ParsedSentence {
    std::uint32_t number = 0;
    Sentence cut;
    bool question = false;
    bool conditional = false; ///< has an "if" or "unless" of its own
    std::vector<Phrase> phrases;
    std::vector<VerbGroup> verbs;
    std::vector<const ClauseWord*> words; ///< of each token
};

/// What is known of a document before its clauses.
struct ClauseInput {
    const Document& document;
    const Actors& actors;
    const std::vector<Timex>& times;
    const std::vector<EventNoun>& nouns;
    const EventWords& words;
};

/// Reads the sentences of one document, in order.
class ClauseReader {
public:
    explicit ClauseReader(const ClauseInput& input);

    /// REQUIRES: `number` rises from call to call.
    void read(std::uint32_t number, ParsedSentence& into);

private:
    void cover(const ParsedSentence& sentence);

    ClauseInput input_;
    std::size_t next_mention_ = 0;
    std::size_t next_time_ = 0;
    std::size_t next_noun_ = 0;
    std::vector<std::uint32_t> mention_of_; ///< of each token of the sentence: the mention whose words it is, or kNone
    std::vector<std::uint32_t> time_of_;
    std::vector<std::uint32_t> noun_of_;
};

/// What phrases_of() needs of each token besides its word.
struct TokenCover {
    const std::vector<std::uint32_t>& mention;
    const std::vector<std::uint32_t>& time;
    const std::vector<std::uint32_t>& noun;
};

/// Cuts into phrases and verb groups.
void cut_phrases(const ClauseInput& input, const TokenCover& cover, ParsedSentence& sentence);
/// Says how the verb groups hang together, and who and what stands where.
void link_clauses(const ClauseInput& input, ParsedSentence& sentence);

/// "later", "then": a word by which what follows was not at one time with what stands before.
bool is_sequence(std::string_view word);

/// In lower case (ASCII letters only; others stay); empty for long words, which no table has.
std::string_view lower_word(std::string_view word, std::array<char, 32>& buffer);

} // namespace demarche::extract
