#pragma once
/// Inside the finder of events: sentence after sentence, verbs first, then nouns, order and those who were not there.

#include "extract/event_builder.hpp"
#include "extract/event_text.hpp"

#include <optional>
#include <vector>

namespace demarche::extract {

class EventFinder {
public:
    EventFinder(const ClauseInput& input, const std::vector<Speech>& speech);

    std::vector<EventMention> run(Span body);

private:
    void read_sentence();
    void read_verb(std::uint32_t v);
    [[nodiscard]] std::optional<Status> status_of(std::uint32_t v) const;
    [[nodiscard]] std::optional<Status> told(std::uint32_t v, const VerbSense& sense, const Speech* speech) const;
    [[nodiscard]] Span topic_behind(std::uint32_t v) const;
    [[nodiscard]] bool is_saying(std::uint32_t v) const;
    [[nodiscard]] bool is_aside_of_saying(std::uint32_t v) const;
    [[nodiscard]] Span verb_of_topic(Span topic, std::uint32_t teller) const;
    [[nodiscard]] std::uint32_t moved_to(std::uint32_t v) const;
    [[nodiscard]] bool speaks_to_outlet(std::uint32_t v) const;
    void verb_event(std::uint32_t v, const VerbSense& sense, const Speech* speech);
    bool tell_again(EventMention& told, std::uint32_t v, Status status) const;
    void noun_event(std::uint32_t v, const VerbSense& sense);
    void next_destination(std::uint32_t v, const EventMention& event);
    void next_partner(std::uint32_t v, EventMention event);
    [[nodiscard]] bool is_habit(std::uint32_t v, const VerbSense& sense) const;
    [[nodiscard]] std::uint32_t noun_of(std::uint32_t v) const;
    bool call_off(const EventNoun& noun);
    std::uint32_t finish(std::uint32_t v, EventMention event);
    void read_according();

    // event_nouns.cpp
    void read_nouns();
    void read_noun(std::uint32_t noun);
    [[nodiscard]] std::uint32_t clause_of(std::uint32_t token) const;
    [[nodiscard]] std::optional<Status> noun_status(const EventNoun& noun, std::uint32_t v) const;
    [[nodiscard]] std::optional<Status> status_by_clause(const EventNoun& noun, std::uint32_t v, bool to_come) const;
    [[nodiscard]] bool plans(std::uint32_t v) const;
    std::uint32_t make_noun(std::uint32_t noun, Status status);
    [[nodiscard]] std::uint32_t maker_of(const EventNoun& noun) const;
    [[nodiscard]] bool is_behind_by(const ActorMention& mention) const;
    void part_calls(std::uint32_t noun);

    // event_order.cpp
    void add_order();
    void add_order_of_ended();
    void add_order_of(std::uint32_t event, bool after, std::uint32_t lead, Span other);
    [[nodiscard]] std::uint32_t told_by(std::uint32_t v) const;
    [[nodiscard]] std::uint32_t speech_before(std::uint32_t phrase) const;
    [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const;

    // event_absence.cpp
    void read_absences();
    void absent_without();
    void absent_verb(std::uint32_t v);
    [[nodiscard]] bool says_absent(std::uint32_t v) const;
    [[nodiscard]] std::uint32_t gathering_of(std::uint32_t v, bool object) const;
    void absent_noun();
    void add_absent(const std::vector<std::uint32_t>& mentions, std::uint32_t noun);
    [[nodiscard]] std::uint32_t spoken_of() const;

    const ClauseInput& input_;
    ClauseReader reader_;
    EventText text_;
    EventBuilder build_;
    std::vector<const VerbSense*> senses_;
    std::vector<std::uint32_t> event_of_verb_; ///< of each verb group of the sentence
    std::vector<std::uint32_t> event_of_noun_; ///< of each event noun of the document
    std::vector<bool> taken_;                  ///< event nouns that a verb speaks of
    std::vector<EventMention> events_;
    std::size_t first_here_ = 0; ///< of the events of this sentence
    VerbSense statement_;
};

} // namespace demarche::extract
