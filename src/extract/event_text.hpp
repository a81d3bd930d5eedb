#pragma once
/// Inside the finder of events: one parsed sentence with what was found in it before.

#include "extract/clause.hpp"
#include "extract/event.hpp"
#include "extract/speech.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::extract {

/// Whether what a verb tells happened.
enum class Truth : std::uint8_t { happened, ongoing, planned, cancelled, denied, nothing };

class EventText {
public:
    EventText(const ClauseInput& input, std::vector<Speech> speech) : input_(input), speech_(std::move(speech)) {}

    /// Goes to the sentence that `sentence` holds.
    void enter();

    ParsedSentence sentence;

    [[nodiscard]] const ClauseInput& input() const { return input_; }

    [[nodiscard]] const VerbGroup& verb(std::uint32_t v) const { return sentence.verbs[v]; }

    [[nodiscard]] const Phrase& phrase(std::uint32_t p) const { return sentence.phrases[p]; }

    [[nodiscard]] const ClauseWord& word(std::uint32_t token) const {
        return *sentence.words[token - sentence.cut.first];
    }

    [[nodiscard]] const Token& token(std::uint32_t i) const { return input_.document.tokens[i]; }

    [[nodiscard]] std::string_view text(std::uint32_t i) const { return input_.document.words(token(i)); }

    [[nodiscard]] const ActorMention& mention(std::uint32_t m) const { return input_.actors.mentions[m]; }

    /// A newspaper, an agency, a broadcaster, by the tables or by the words around: "the Sentinel news agency".
    [[nodiscard]] bool is_outlet(std::uint32_t m) const;

    /// "The Roe administration", "the Lind camp": not he himself.
    [[nodiscard]] bool names_office(const ActorMention& each) const;

    /// Of tokens [first, last).
    [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {
        return {token(first).span.begin, token(last - 1).span.end};
    }

    [[nodiscard]] Span span_of(std::uint32_t phrase_index) const {
        return span(phrase(phrase_index).first, phrase(phrase_index).last);
    }

    /// The last token of a phrase's own noun: "officials" of "officials of Peru".
    [[nodiscard]] std::uint32_t head_token(std::uint32_t phrase_index) const;
    /// The event noun that a noun phrase is, or is the start, end or a round of; kNone: none.
    [[nodiscard]] std::uint32_t event_noun_of(std::uint32_t phrase_index) const;
    /// "reports" of "reports of troops fighting rebels": the noun phrase that the clause of verb group `v` hangs on by
    /// "of"; kNone: none.
    [[nodiscard]] std::uint32_t carrier_of(std::uint32_t v) const;
    /// Who a noun phrase names as the ones who act: added to `into`. `places`: states that only say where count too.
    void mentions_of(std::uint32_t phrase_index, bool places, std::vector<std::uint32_t>& into) const;
    /// The same of words that are no phrase here, such as a speaker's.
    void mentions_in(Span span, std::vector<std::uint32_t>& into) const;

    /// The innermost speech whose content holds the token; nullptr: none.
    [[nodiscard]] const Speech* speech_around(std::uint32_t token) const;
    /// The first speech whose verb stands at the token; nullptr: none.
    [[nodiscard]] const Speech* speech_of(std::uint32_t token) const;

    [[nodiscard]] const std::vector<std::uint32_t>& speeches() const { return here_; }

    [[nodiscard]] const Speech& speech(std::uint32_t s) const { return speech_[s]; }

    /// Who the speaker's words name.
    [[nodiscard]] std::vector<std::uint32_t> speakers(const Speech& speech) const;

    /// What a citation of the sentence quotes, around the token: the sentence, or the clause where that is long.
    [[nodiscard]] Span clause_around(std::uint32_t token_index, std::uint32_t v) const;

private:
    void end_speech();
    [[nodiscard]] bool leads_name(std::uint32_t mention, Span span) const;
    [[nodiscard]] bool in_title(std::uint32_t token_index) const;
    [[nodiscard]] bool is_behind_of(const ActorMention& each, Span span, const std::vector<std::uint32_t>& kept) const;
    [[nodiscard]] bool describes(std::uint32_t at, std::uint32_t end) const;
    [[nodiscard]] bool counts(std::uint32_t m, const Phrase& phrase, std::uint32_t head, bool owner) const;

    const ClauseInput& input_;
    std::vector<Speech> speech_;
    std::vector<std::uint32_t> here_; ///< speech that touches the sentence
    std::size_t next_speech_ = 0;
    std::vector<std::uint32_t> open_; ///< speech that may reach into later sentences
    std::uint32_t first_mention_ = 0;
    std::uint32_t last_mention_ = 0;
    std::uint32_t first_noun_ = 0;
    std::uint32_t last_noun_ = 0;

public:
    [[nodiscard]] std::uint32_t first_noun() const { return first_noun_; }

    [[nodiscard]] std::uint32_t last_noun() const { return last_noun_; }

    [[nodiscard]] std::uint32_t first_mention() const { return first_mention_; }

    [[nodiscard]] std::uint32_t last_mention() const { return last_mention_; }
};

/// The sense of a verb in its clause; nullptr: none of its rows fits.
const VerbSense* sense_of(const EventText& text, std::uint32_t v);
/// Noun phrases that do and that suffer what the verb says, however voice turns them.
const std::vector<std::uint32_t>& agents(const EventText& text, std::uint32_t v);
const std::vector<std::uint32_t>& patients(const EventText& text, std::uint32_t v);

/// `senses`: of each verb group of the sentence.
Truth truth_of(const EventText& text, const std::vector<const VerbSense*>& senses, std::uint32_t v);

} // namespace demarche::extract
