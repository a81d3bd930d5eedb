#pragma once
/// Inside the finder of events: makes one mention of a verb or a noun: who, when, where.

#include "extract/event_text.hpp"

#include <span>
#include <vector>

namespace demarche::extract {

class EventBuilder {
public:
    explicit EventBuilder(const EventText& text) : text_(text) {}

    /// A mention of what verb group `v` tells, without anybody yet.
    [[nodiscard]] EventMention begin(std::uint32_t v, Status status) const;
    /// Everybody whom the sense gives a role.
    void add_parties(std::uint32_t v, const VerbSense& sense, const Speech* speech, EventMention& event);
    /// Everybody in the noun phrases, once; `subject`: they do what the verb says.
    void add_role(const std::vector<std::uint32_t>& phrases, Role role, bool subject, EventMention& event);
    /// Of one-sided acts that name nobody they are aimed at: who is named right behind.
    void add_target(std::uint32_t v, EventMention& event);
    void add_times_and_places(std::uint32_t v, EventMention& event) const;
    void add_said_by(std::uint32_t token, std::uint32_t v, EventMention& event) const;
    /// Each chain once.
    void add_party(std::uint32_t mention, Part as, EventMention& event) const;
    void set_time(std::uint32_t time, EventMention& event) const;
    void add_place(Span span, EventMention& event) const;
    [[nodiscard]] bool is_place(std::uint32_t phrase) const;
    /// "said his country would not accept" refuses, "said they must leave" demands.
    void retype(const Speech& speech, EventMention& event);
    /// "said they would release Roe" agrees, "vowed to bomb Lenk" threatens: by what the speaker means to do himself.
    void retype_intent(std::uint32_t v, EventMention& event);

    /// Whom "they" at the head of the next sentence means. `here`: the events of the sentence.
    void remember(std::span<const EventMention> here);

private:
    /// Two who met, as mentions.
    struct Talks {
        std::uint32_t one = kNone;
        std::uint32_t other = kNone;
    };

    static constexpr std::size_t kMostTalks = 2; ///< of more than one nobody knows which is meant

    void add_phrases(const std::vector<std::uint32_t>& phrases, Role role, bool subject, EventMention& event);
    [[nodiscard]] bool is_opened_by_time(std::uint32_t v) const;
    [[nodiscard]] bool is_people(std::uint32_t phrase) const;
    void add_time_before(std::uint32_t v, EventMention& event) const;
    void remember_talks(std::span<const EventMention> here);
    [[nodiscard]] bool same_chains(const Talks& a, const Talks& b) const;
    [[nodiscard]] bool is_between(const Talks& talks, const EventMention& event) const;
    bool add_sides(std::uint32_t phrase, Part as, EventMention& event) const;
    void add_speaker(std::uint32_t v, const VerbSense& sense, const Speech* speech, EventMention& event);
    [[nodiscard]] bool is_place_of_noun(std::uint32_t preposition) const;
    [[nodiscard]] bool hangs_on_verb(std::uint32_t v, std::uint32_t preposition) const;
    [[nodiscard]] bool is_gone(std::uint32_t time) const;
    [[nodiscard]] bool names_something(std::uint32_t phrase) const;
    [[nodiscard]] bool is_personal(std::uint32_t phrase) const;
    [[nodiscard]] std::uint32_t teller_of(std::uint32_t phrase) const;
    [[nodiscard]] bool may_be(std::uint32_t mention, char gender) const;
    bool add_teller(Span pronoun, EventMention& event) const;
    [[nodiscard]] std::uint32_t only_teller() const;
    bool add_only_person(std::uint32_t phrase, Part as, EventMention& event) const;
    bool add_they(std::uint32_t token, Part as, EventMention& event) const;
    bool add_attached(std::uint32_t v, bool by, Part as, EventMention& event);
    bool add_pronoun(std::uint32_t phrase, Part as, EventMention& event) const;
    [[nodiscard]] bool is_speakers_own(std::uint32_t v, std::uint32_t w, const EventMention& event) const;
    void add_whose(std::uint32_t phrase, Part as, EventMention& event) const;
    [[nodiscard]] bool has_unless() const;
    [[nodiscard]] bool is_willing(std::uint32_t w) const;
    [[nodiscard]] bool may_be_aim(std::uint32_t phrase, std::uint32_t mention, const EventMention& event) const;
    void add_below(std::uint32_t v, Part as, EventMention& event);
    [[nodiscard]] bool asks_to_go(std::uint32_t w) const;
    void add_demanded(std::uint32_t v, EventMention& event);
    void add_aim(std::uint32_t w, Part as, EventMention& event);
    bool add_pair(std::uint32_t phrase, Part as, EventMention& event) const;
    bool add_first(const std::vector<std::uint32_t>& phrases, Part as, EventMention& event);

    const EventText& text_;
    std::vector<std::uint32_t> found_;
    std::vector<std::uint32_t> they_; ///< several who were named together in the sentence before
    std::uint32_t they_paragraph_ = kNone;
    void remember_pair(std::span<const EventMention> here);
    [[nodiscard]] bool is_person(std::uint32_t mention) const;

    std::vector<std::uint32_t> pair_; ///< the two persons who acted together in the sentence before
    std::uint32_t pair_sentence_ = 0;
    std::vector<Talks> talks_;     ///< of the article so far, those between others each once
    std::vector<Talks> deals_;     ///< the same of agreements, as long as no talks are told
    std::uint32_t teller_ = kNone; ///< who alone spoke in that sentence: a mention
    std::uint32_t teller_sentence_ = 0;
};

} // namespace demarche::extract
