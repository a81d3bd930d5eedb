#pragma once
/// Words by what they do in a clause, and verbs by what they tell: data/clause_words.tsv, data/verbs.tsv,
/// data/plain_verbs.tsv and the verbs of saying.

#include "extract/tables.hpp"
#include "model/event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace demarche::extract {

/// Column `class` of data/clause_words.tsv; a word may have several.
enum class ClauseClass : std::uint8_t {
    det,
    quantifier,
    possessive,
    prep,
    be,
    have,
    doing, ///< "do", "did"
    will,
    would,
    may,
    must,
    negation,
    past,
    conjunction,
    but,
    condition,
    when,
    time,
    other,
    that,
    relative,
    question,
    subject,
    object,
    adverb,
    repeated,
    people,  ///< a noun for people who act
    control, ///< a noun with an infinitive behind it: "plan to"
    crowd,   ///< people who do not act for whoever they belong to: "workers"
    noun,    ///< looks like a verb, is mostly a noun: "meeting"
    account, ///< a noun for what somebody tells: "reports of"
    doubted, ///< a noun for what may not come or be: "fears of"
};

/// Forms of a verb that a word can be.
enum class VerbForm : std::uint8_t { base = 1, third = 2, past = 4, participle = 8, gerund = 16 };

constexpr std::uint16_t kNoVerb = 0xFFFF;

struct ClauseWord {
    std::uint32_t classes = 0;
    std::uint8_t forms = 0;
    std::uint16_t verb = kNoVerb;
    std::uint32_t id = 0; ///< 0: a word of no table

    [[nodiscard]] bool is(ClauseClass c) const { return (classes & (1U << static_cast<unsigned>(c))) != 0; }

    [[nodiscard]] bool is(VerbForm form) const { return (forms & static_cast<unsigned>(form)) != 0; }
};

/// What somebody is in an event by where a verb has them; `place`: where it was, no party.
enum class Role : std::uint8_t { none, participant, source, target, host, speaker, addressee, mediator, absent, place };

/// What the infinitive or clause behind a verb tells.
enum class Complement : std::uint8_t { nothing, plan, real, aim, deny, doubt };

/// What becomes of the event that a verb's noun names.
enum class NounEffect : std::uint8_t {
    none,
    occurred,
    planned,
    cancelled,
    postponed,
    ongoing,
    denied,
    attend,
    absent,
    nothing
};

/// What a sense needs.
struct SenseNeed {
    enum class Kind : std::uint8_t {
        object,
        actor_object,
        no_object,
        noun_object,
        noun_subject,
        object_word,
        subject_word,
        preposition,
        actor_behind_preposition,
        infinitive,
        clause,
        actor_subject,
        place,
        word, ///< anywhere behind the verb: "off", "phone"
    };
    Kind kind = Kind::object;
    std::vector<std::uint32_t> words; ///< any of these
};

/// One row of data/verbs.tsv.
struct VerbSense {
    std::vector<SenseNeed> needs;
    EventType type; ///< category empty: no event, or that of the noun
    NounEffect noun = NounEffect::none;
    std::string cameo;
    Role subject = Role::none;
    Role object = Role::none;
    std::vector<std::pair<std::uint32_t, Role>> prepositions; ///< word, role
    Complement complement = Complement::nothing;
};

struct Verb {
    std::string base;
    bool says = false; ///< of data/speech_verbs.tsv: a clause may follow
    std::vector<VerbSense> senses;
};

/// Immutable once read; safe to share between threads.
class EventWords {
public:
    /// Reports rows that name no class, type, role or need.
    EventWords(const TableSource& source, Diagnostics& diagnostics);

    /// Of a word in lower case; one of no table has no class.
    [[nodiscard]] const ClauseWord& word(std::string_view lower) const {
        const auto found = ids_.find(lower);
        return words_[found == ids_.end() ? 0 : found->second];
    }

    [[nodiscard]] const Verb& verb(std::uint16_t index) const { return verbs_[index]; }

    /// The tables as built in.
    static const EventWords& built_in();

private:
    struct Hash {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    friend class EventWordsBuilder;

    std::vector<ClauseWord> words_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
    std::vector<Verb> verbs_;
};

} // namespace demarche::extract
