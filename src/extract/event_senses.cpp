#include "extract/event_text.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

constexpr std::uint32_t kWordReach = 5; ///< tokens behind the verb that its particle stands in

/// The noun phrases behind a preposition, "by" where voice turns the sentence round.
const std::vector<std::uint32_t>* behind(const EventText& text, const VerbGroup& group, std::string_view preposition) {
    for (const auto& each : group.attachments) {
        if (text.text(text.phrase(each.preposition).first) == preposition) {
            return &each.nouns;
        }
    }
    return nullptr;
}

class Matcher {
public:
    Matcher(const EventText& text, std::uint32_t v) : text_(text), v_(v), group_(text.verb(v)) {}

    [[nodiscard]] bool fits(const VerbSense& sense) {
        return std::all_of(sense.needs.begin(), sense.needs.end(),
                           [&](const SenseNeed& need) { return meets(need, sense); });
    }

private:
    [[nodiscard]] bool meets(const SenseNeed& need, const VerbSense& sense) {
        using enum SenseNeed::Kind;
        switch (need.kind) {
        case object:
            return !patients(text_, v_).empty();
        case no_object:
            return patients(text_, v_).empty();
        case actor_object:
            return names_actor(patients(text_, v_));
        case actor_subject:
            return names_actor(agents(text_, v_)) || names_people(agents(text_, v_));
        case noun_object:
            return has_noun(patients(text_, v_)) || (patients(text_, v_).empty() && takes_part(sense));
        case noun_subject:
            return !group_.passive ? has_noun(group_.subject) : has_noun(patients(text_, v_));
        case object_word:
            return has_word(patients(text_, v_), need.words);
        case subject_word:
            return has_word(agents(text_, v_), need.words);
        case preposition:
            return std::any_of(group_.attachments.begin(), group_.attachments.end(), [&](const auto& each) {
                return is_one(text_.phrase(each.preposition).word, need.words);
            });
        case actor_behind_preposition:
            return std::any_of(group_.attachments.begin(), group_.attachments.end(), [&](const auto& each) {
                return is_one(text_.phrase(each.preposition).word, need.words) && names_actor(each.nouns);
            });
        case infinitive:
            return governs(ClauseLink::infinitive);
        case clause:
            return governs(ClauseLink::content) || text_.speech_of(group_.main) != nullptr;
        case place:
            return has_place();
        case word:
            return has_word_behind(need.words);
        }
        return false;
    }

    static bool is_one(std::uint32_t word, const std::vector<std::uint32_t>& words) {
        return word != 0 && std::find(words.begin(), words.end(), word) != words.end();
    }

    [[nodiscard]] bool names_actor(const std::vector<std::uint32_t>& phrases) {
        found_.clear();
        for (const std::uint32_t p : phrases) {
            text_.mentions_of(p, true, found_);
        }
        return !found_.empty();
    }

    [[nodiscard]] bool names_people(const std::vector<std::uint32_t>& phrases) const {
        return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) {
            return text_.word(text_.head_token(p)).is(ClauseClass::people) ||
                   text_.word(text_.head_token(p)).is(ClauseClass::crowd) ||
                   text_.word(text_.phrase(p).first).is(ClauseClass::subject) ||
                   text_.word(text_.phrase(p).first).is(ClauseClass::object);
        });
    }

    [[nodiscard]] bool has_noun(const std::vector<std::uint32_t>& phrases) const {
        return std::any_of(phrases.begin(), phrases.end(),
                           [&](std::uint32_t p) { return text_.event_noun_of(p) != kNone; });
    }

    /// "participated in the talks".
    [[nodiscard]] bool takes_part(const VerbSense& sense) const {
        if (sense.noun != NounEffect::attend && sense.noun != NounEffect::absent) {
            return false;
        }
        return std::any_of(group_.attachments.begin(), group_.attachments.end(),
                           [&](const auto& each) { return has_noun(each.nouns); });
    }

    [[nodiscard]] bool has_word(const std::vector<std::uint32_t>& phrases,
                                const std::vector<std::uint32_t>& words) const {
        for (const std::uint32_t p : phrases) {
            for (std::uint32_t i = text_.phrase(p).first; i < text_.phrase(p).last; ++i) {
                if (is_one(text_.word(i).id, words)) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool has_word_behind(const std::vector<std::uint32_t>& words) const {
        const std::uint32_t end_phrase = std::max(group_.region_end, group_.phrase + 1);
        const std::uint32_t end = std::max(text_.phrase(end_phrase - 1).last, group_.main + 1);
        const std::uint32_t last = std::min(text_.sentence.cut.last, std::max(end, group_.main + 4));
        for (std::uint32_t i = group_.main + 1; i < last; ++i) {
            const bool particle = text_.word(i).is(ClauseClass::prep) || text_.word(i).is(ClauseClass::adverb);
            if (is_one(text_.word(i).id, words) && (!particle || i <= group_.main + kWordReach)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool governs(ClauseLink link) const {
        const auto& verbs = text_.sentence.verbs;
        for (std::uint32_t w = v_ + 1; w < verbs.size() && w <= v_ + 3; ++w) {
            if (verbs[w].governor == v_ && verbs[w].link == link && verbs[w].control == kNone) {
                return true;
            }
        }
        return false;
    }

    /// A destination: a name behind the verb or a preposition of place.
    [[nodiscard]] bool has_place() const {
        const auto named = [&](const std::vector<std::uint32_t>& phrases) {
            return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) {
                const std::uint32_t head = text_.head_token(p);
                return text_.token(head).capital || text_.word(head).id == 0;
            });
        };
        const auto capital = [&](const std::vector<std::uint32_t>& phrases) {
            return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) { return is_named_place(p); });
        };
        for (const auto& each : group_.attachments) {
            const std::string_view word = text_.text(text_.phrase(each.preposition).first);
            if ((word == "to" || word == "in" || word == "at" || word == "for" || word == "into" || word == "from") &&
                capital(each.nouns)) {
                return true;
            }
        }
        return !patients(text_, v_).empty() && named(patients(text_, v_)) && capital(patients(text_, v_));
    }

    [[nodiscard]] bool is_named_place(std::uint32_t p) const {
        for (std::uint32_t i = text_.phrase(p).first; i < text_.phrase(p).last; ++i) {
            if (text_.token(i).capital) {
                return true;
            }
        }
        return false;
    }

    const EventText& text_;
    std::uint32_t v_;
    const VerbGroup& group_;
    std::vector<std::uint32_t> found_;
};

} // namespace

const std::vector<std::uint32_t>& agents(const EventText& text, std::uint32_t v) {
    const VerbGroup& group = text.verb(v);
    if (!group.passive) {
        return group.subject;
    }
    static const std::vector<std::uint32_t> nobody;
    const auto* const by = behind(text, group, "by");
    return by == nullptr ? nobody : *by;
}

const std::vector<std::uint32_t>& patients(const EventText& text, std::uint32_t v) {
    const VerbGroup& group = text.verb(v);
    return group.passive ? group.subject : group.object;
}

const VerbSense* sense_of(const EventText& text, std::uint32_t v) {
    const VerbGroup& group = text.verb(v);
    if (group.verb == kNoVerb) {
        return nullptr;
    }
    Matcher matcher(text, v);
    for (const VerbSense& sense : text.input().words.verb(group.verb).senses) {
        if (matcher.fits(sense)) {
            return &sense;
        }
    }
    return nullptr;
}

} // namespace demarche::extract
