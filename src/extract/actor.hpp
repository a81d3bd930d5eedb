#pragma once
/// Who is named in one article: persons with their titles, organisations, states and groups; which mentions are of one
/// actor; and the ties that titles give.
///
/// Nothing is inferred that the text does not say: somebody without a name stays without one, and nobody gets a gender,
/// a side or a title but from words of the article. No table knows a person.

#include "extract/document.hpp"
#include "extract/lexicon.hpp"
#include "model/actor.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::extract {

struct WordTables;

constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class MentionKind : std::uint8_t {
    person,
    organisation,
    state,
    group,
    unknown, ///< a name of somebody or something; another article may know
};

enum class MentionForm : std::uint8_t {
    full,    ///< "Ada Moreno", "Foreign Ministry", "Peru"
    part,    ///< "Moreno", "Ms. Moreno"
    title,   ///< "the foreign minister", without a name
    pronoun, ///< "he", where only one person can be meant
};

enum class TitleTime : std::uint8_t { current, former, then, acting, elect, late };

/// What a person is called by, once in the text.
struct ActorTitle {
    Span span;      ///< without article, country and body: "foreign minister", "head of the Grain Fund"
    Span body;      ///< "Grain Fund", "State Department"; empty: none
    Span possessor; ///< the name in "Moreno's adviser", "adviser to Moreno"; empty: none
    CountryIndex country = kNoCountry; ///< as the words say: "Peruvian", "of Peru", "State Department"
    CountryIndex home = kNoCountry;    ///< of which the bare title speaks
    std::uint32_t possessor_chain = kNone;
    std::uint32_t body_chain = kNone;
    TitleKind kind = TitleKind::person;
    TitleTime time = TitleTime::current;
    std::uint8_t rank = 0;
    char gender = '-'; ///< that the words say
    bool deputy = false;
};

/// In the order of the text.
struct ActorMention {
    Span span;  ///< the name, title or pronoun alone
    Span whole; ///< with its title, honorific and apposition
    std::uint32_t sentence = 0;
    std::uint32_t chain = kNone; ///< kNone: nobody can say who this is
    std::uint32_t title = kNone; ///< the first of its titles
    MentionKind kind = MentionKind::unknown;
    MentionForm form = MentionForm::full;
    bool is_place = false;   ///< a state or organisation that only says where: "in Peru"
    bool adjective = false;  ///< a state by its adjective, before a noun that names an event: "the Peruvian attack"
    bool possessive = false; ///< followed by 's
    bool definite = false;   ///< a title with "the" or a possessive before it
};

/// One actor of the article.
struct ActorChain {
    MentionKind kind = MentionKind::unknown;
    std::string name;                 ///< the fullest spelling, the most frequent, the first
    std::string short_name;           ///< "Moreno"; empty: the name
    std::vector<std::string> aliases; ///< other spellings and forms, in order
    CountryIndex side = kNoCountry;   ///< that title, body, possessor or the name itself tells
    Span side_words;                  ///< what tells it
    char gender = '-';                ///< that the text says: m, f
    bool outlet = false;              ///< a newspaper, an agency, a broadcaster: reports, and takes part in nothing
    std::vector<std::uint32_t> titles;
    std::vector<std::uint32_t> mentions;
};

struct NamedTie {
    std::uint32_t from = 0; ///< chain
    std::uint32_t to = 0;   ///< chain
    TieType type = TieType::advises;
    Span span; ///< the words that say so
};

struct Actors {
    std::vector<ActorMention> mentions;
    std::vector<ActorTitle> titles;
    std::vector<ActorChain> chains; ///< in order of their first mention
    std::vector<NamedTie> ties;
};

/// Everybody and everything named between `body`'s ends (all of the document where it is empty). Linear in the text but
/// for the comparison of names, which is linear in those of one family name.
Actors find_actors(const Document& document, const WordTables& tables, Span body = {});

} // namespace demarche::extract
