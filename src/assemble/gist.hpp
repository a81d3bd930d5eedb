#pragma once
/// What one article says, without its text: what is kept of it while others are read. Size linear in the mentions.

#include "base/calendar.hpp"
#include "extract/findings.hpp"
#include "model/model.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace demarche::assemble {

/// Index of one of Gist::actors; extract::kNone: somebody whom nobody can name.
using ActorIndex = std::uint32_t;

struct TitleSaid {
    std::string title; ///< as written: "Foreign Minister"
    std::string body;  ///< "State Department"; empty: none
    ActorIndex body_actor = extract::kNone;
    ActorIndex possessor = extract::kNone;               ///< whom "Moreno's adviser" serves
    extract::CountryIndex country = extract::kNoCountry; ///< as the words say
    extract::CountryIndex home = extract::kNoCountry;    ///< of which the bare title speaks
    extract::TitleKind kind = extract::TitleKind::person;
    extract::TitleTime time = extract::TitleTime::current;
    std::uint8_t rank = 0;
    bool deputy = false;
    Passage passage; ///< title and name together, where they stand together
};

/// One chain of the article.
struct ActorSaid {
    extract::MentionKind kind = extract::MentionKind::unknown;
    std::string name;
    std::string short_name;
    std::vector<std::string> aliases;
    extract::CountryIndex side = extract::kNoCountry;
    char gender = '-';
    std::vector<TitleSaid> titles;
    std::vector<Passage> passages; ///< of the first mentions by name, the fullest first, at most four
    std::uint32_t mentions = 0;    ///< how many
    bool only_place = true;        ///< never more than where something was
};

struct TieSaid {
    ActorIndex from = 0;
    ActorIndex to = 0;
    TieType type = TieType::advises;
    Passage passage;
};

struct PartySaid {
    ActorIndex actor = extract::kNone;
    std::string words; ///< of the mention: "Ukrainian officials"
    Part as = Part::participant;
    bool subject = false; ///< does what the verb says
};

struct OrderSaid {
    bool after = true; ///< false: before
    std::uint32_t other =
        extract::kNone; ///< index of the other mention in Gist::events; kNone: only its words are known
    std::string words;  ///< "call"
    std::optional<extract::OrderGap> gap = {};
};

struct EventSaid {
    std::string trigger; ///< "phone call"
    EventType type;
    std::string cameo;
    Status status = Status::occurred;
    std::vector<PartySaid> parties;
    Edtf when;
    std::string when_words;
    std::vector<std::string> places;
    std::vector<OrderSaid> order;
    std::vector<ActorIndex> said_by; ///< empty: the article's own word, or somebody unnamed (said_by_words)
    std::string said_by_words;       ///< "a spokesperson with the State Department"; empty: the article's own word
    std::string topic;
    std::string topic_verb; ///< the verb of the topic's own clause; empty: none known
    Passage passage;        ///< the clause
    std::uint32_t sentence = 0;
    bool noun = false;
    bool definite = false;
    bool open_subject = false; ///< somebody did it whom a pronoun means and nobody can name
    bool others = false;       ///< and people whom nobody names
    bool repeated = false;
};

struct DelegationSaid {
    struct Member {
        ActorIndex actor = 0;
        extract::MemberAs as = extract::MemberAs::member;
    };

    std::vector<Member> members;
    extract::CountryIndex country = extract::kNoCountry;
    ActorIndex body = extract::kNone;
    std::uint32_t event = extract::kNone; ///< index in Gist::events; kNone: not said
    Passage passage;
};

struct Gist {
    Article article;
    Day published;
    std::vector<ActorSaid> actors; ///< one for each chain of the article, in its order
    std::vector<TieSaid> ties;
    std::vector<EventSaid> events; ///< one for each mention, in the order of the text
    std::vector<DelegationSaid> delegations;
    std::vector<std::uint64_t>
        wording; ///< prints of its runs of words, sorted: what articles share of one agency's text
};

/// REQUIRES: `article` has id, file and day of publication. Passages count code points of the text.
Gist gist(Article article, Day published, const extract::Findings& findings, const extract::Lexicon& lexicon);

} // namespace demarche::assemble
