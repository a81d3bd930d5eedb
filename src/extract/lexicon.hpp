#pragma once
/// What names and titles are made of: the tables of countries, seats of power, organisations, places, titles and words
/// of names in data/, looked up by the longest match over tokens.
///
/// Facts about the world and the language, none about persons. An entry that is written with a capital letter is found
/// only where the text has one; one in capitals ("WHO", "US") only where the text has capitals; others anywhere.

#include "extract/document.hpp"
#include "extract/tables.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::extract {

/// What a word or phrase can be; several at once.
enum class LexClass : std::uint8_t {
    country,
    adjective, ///< "Peruvian"
    people,    ///< "Peruvians"
    capital,   ///< also a seat of government
    seat,      ///< "Kremlin"
    organisation,
    place,
    title,
    titles, ///< the same in the plural
    honorific,
    honorific_m,
    honorific_f,
    particle,
    suffix,
    former,
    then,
    acting,
    elect,
    late,
    modifier,
    group,
    band,      ///< a group that acts whoever it belongs to: "rebels"
    belonging, ///< what is attacked, seized, refused: whose it is, is meant: "Peruvian ships"
    state_body,
    institution,
    place_word,
    not_name,
    place_before,
    person_verb,
    pronoun_m,
    pronoun_f,
    given_name,
    surname_first,
    family_first, ///< the code of a country
};

class LexClasses {
public:
    void add(LexClass c) { bits_ |= bit(c); }

    void add(LexClasses other) { bits_ |= other.bits_; }

    [[nodiscard]] bool has(LexClass c) const { return (bits_ & bit(c)) != 0; }

    [[nodiscard]] bool empty() const { return bits_ == 0; }

    template <typename... Classes>
    [[nodiscard]] bool any(Classes... classes) const {
        return (has(classes) || ...);
    }

private:
    static std::uint64_t bit(LexClass c) { return std::uint64_t{1} << static_cast<unsigned>(c); }

    std::uint64_t bits_ = 0;
};

/// Column `kind` of data/titles.tsv.
enum class TitleKind : std::uint8_t {
    head,
    royal,
    noble,
    minister,
    chief,
    envoy,
    adviser,
    spokesperson,
    spokespeople,
    legislator,
    military,
    police,
    law,
    cleric,
    business,
    expert,
    press,
    person,
    relation,
    predecessor,
};

/// Column `kind` of data/organisations.tsv.
enum class OrganisationKind : std::uint8_t {
    bloc,
    agency,
    ministry,
    parliament,
    court,
    party,
    movement,
    army,
    government,
    outlet,
};

/// Index of a country in Lexicon::country(); kNoCountry: none.
using CountryIndex = std::uint16_t;
constexpr CountryIndex kNoCountry = 0xFFFF;
/// Index of an organisation in Lexicon::organisation().
constexpr std::uint16_t kNoOrganisation = 0xFFFF;

struct Country {
    std::string code; ///< ISO 3166-1 alpha-2, "EU", or "X-..."
    std::string name;
};

struct Organisation {
    std::string name; ///< the first one of its row
    OrganisationKind kind = OrganisationKind::agency;
    CountryIndex country = kNoCountry;
    bool seat = false; ///< a seat of power: stands for the government of its country
};

/// One word or phrase.
struct LexEntry {
    LexClasses any;     ///< however written
    LexClasses capital; ///< where its first token has a capital letter
    LexClasses caps;    ///< where its first token is in capitals
    CountryIndex country = kNoCountry;
    std::uint16_t organisation = kNoOrganisation;
    TitleKind title = TitleKind::person;
    std::uint8_t rank = 0;          ///< of a title: 9 the highest
    char gender = '-';              ///< that a title's words say: m, f
    CountryIndex home = kNoCountry; ///< of which the bare title speaks
};

struct LexMatch {
    const LexEntry* entry = nullptr; ///< null: an unknown word
    std::uint32_t tokens = 1;
    LexClasses classes; ///< as written there
};

/// Immutable once read; safe to share between threads.
class Lexicon {
public:
    /// Reports rows that name no class or kind.
    Lexicon(const TableSource& source, Diagnostics& diagnostics);

    /// The longest entry that begins at token `at`, whose first `skip` bytes are left out ("then-"), and ends before
    /// token `last`. Constant time for a given table.
    [[nodiscard]] LexMatch
    match(const Document& document, std::uint32_t at, std::uint32_t last, std::uint32_t skip = 0) const;

    /// One word by itself, as written.
    [[nodiscard]] LexMatch word(std::string_view word) const;

    [[nodiscard]] const Country& country(CountryIndex index) const { return countries_[index]; }

    [[nodiscard]] const Organisation& organisation(std::uint16_t index) const { return organisations_[index]; }

    [[nodiscard]] std::size_t countries() const { return countries_.size(); }

    /// kNoCountry: no such code.
    [[nodiscard]] CountryIndex country_of_code(std::string_view code) const;

    /// The tables as built in.
    static const Lexicon& built_in();

private:
    friend class LexiconBuilder;

    struct Step {
        std::uint64_t key = 0; ///< node << 32 | word, 0: free
        std::uint32_t node = 0;
    };

    [[nodiscard]] std::uint32_t word_id(std::string_view word) const;
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t word) const;

    std::vector<Country> countries_;
    std::vector<Organisation> organisations_;
    std::vector<std::string> words_;          ///< by id; 0 is no word
    std::vector<std::uint32_t> word_table_;   ///< open addressing: ids, 0 for none
    std::vector<Step> steps_;                 ///< open addressing: the trie's edges
    std::vector<std::int32_t> entry_of_node_; ///< index in entries_, -1: none ends here
    std::vector<LexEntry> entries_;
};

} // namespace demarche::extract
