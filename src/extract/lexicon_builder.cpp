#include "extract/lexicon_builder.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "extract/scanner.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace demarche::extract {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(TitleKind::predecessor) + 1> kTitleKinds{
    "head",         "royal",        "noble",      "minister", "chief",    "envoy",      "adviser",
    "spokesperson", "spokespeople", "legislator", "military", "police",   "law",        "cleric",
    "business",     "expert",       "press",      "person",   "relation", "predecessor"};

constexpr std::array<std::string_view, static_cast<std::size_t>(OrganisationKind::outlet) + 1> kOrganisationKinds{
    "bloc", "agency", "ministry", "parliament", "court", "party", "movement", "army", "government", "outlet"};

struct NamedClass {
    std::string_view name;
    LexClass value;
};

constexpr std::array<NamedClass, 23> kWordClasses{{{"honorific", LexClass::honorific},
                                                   {"honorific-m", LexClass::honorific_m},
                                                   {"honorific-f", LexClass::honorific_f},
                                                   {"particle", LexClass::particle},
                                                   {"suffix", LexClass::suffix},
                                                   {"title-time-former", LexClass::former},
                                                   {"title-time-then", LexClass::then},
                                                   {"title-time-acting", LexClass::acting},
                                                   {"title-time-elect", LexClass::elect},
                                                   {"title-time-late", LexClass::late},
                                                   {"title-modifier", LexClass::modifier},
                                                   {"group", LexClass::group},
                                                   {"band", LexClass::band},
                                                   {"belonging", LexClass::belonging},
                                                   {"state-body", LexClass::state_body},
                                                   {"institution", LexClass::institution},
                                                   {"place-word", LexClass::place_word},
                                                   {"not-name", LexClass::not_name},
                                                   {"place-before", LexClass::place_before},
                                                   {"person-verb", LexClass::person_verb},
                                                   {"pronoun-m", LexClass::pronoun_m},
                                                   {"pronoun-f", LexClass::pronoun_f},
                                                   {"given-name", LexClass::given_name}}};

template <std::size_t size>
std::optional<std::size_t> position(const std::array<std::string_view, size>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<LexClass> word_class(std::string_view name) {
    if (name == "family-first") {
        return LexClass::family_first;
    }
    if (name == "surname-first") {
        return LexClass::surname_first;
    }
    const auto* found =
        std::find_if(kWordClasses.begin(), kWordClasses.end(), [&](const NamedClass& c) { return c.name == name; });
    return found == kWordClasses.end() ? std::nullopt : std::optional(found->value);
}

std::vector<std::string_view> listed(std::string_view field) {
    std::vector<std::string_view> names;
    constexpr std::string_view kParting = "; ";
    while (!field.empty() && field != "-") {
        const std::size_t end = std::min(field.find(kParting), field.size());
        names.push_back(field.substr(0, end));
        field.remove_prefix(std::min(end + kParting.size(), field.size()));
    }
    return names;
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

enum class Written { any, capital, caps };

/// How an entry is written says how it is found.
Written written(std::string_view phrase) {
    const std::string_view first = phrase.substr(0, std::min(phrase.find(' '), phrase.size()));
    const auto uppers = std::count_if(first.begin(), first.end(), is_upper);
    if (uppers >= 2 && std::none_of(first.begin(), first.end(), is_lower)) {
        return Written::caps;
    }
    return is_lower(phrase.front()) ? Written::any : Written::capital;
}

} // namespace

void LexiconBuilder::read(const TableSource& source) {
    lexicon_.words_.emplace_back();
    lexicon_.entry_of_node_.push_back(-1);
    read_countries(load_table("countries", 7, source, diagnostics_));
    read_seats(load_table("seats", 2, source, diagnostics_));
    read_organisations(load_table("organisations", 3, source, diagnostics_));
    read_places(load_table("places", 2, source, diagnostics_));
    read_titles(load_table("titles", 5, source, diagnostics_));
    read_words(load_table("name_words", 2, source, diagnostics_));
    finish();
}

void LexiconBuilder::read_countries(const Table& table) {
    for (const TableRow& row : table) {
        CountryIndex index = lexicon_.country_of_code(row.fields[0]);
        if (index == kNoCountry) {
            index = static_cast<CountryIndex>(lexicon_.countries_.size());
            lexicon_.countries_.push_back({row.fields[0], row.fields[1]});
        }
        add_all(row, 1, LexClass::country, index);
        add_all(row, 2, LexClass::country, index);
        add_all(row, 3, LexClass::country, index);
        add_all(row, 4, LexClass::adjective, index);
        add_all(row, 5, LexClass::people, index);
        add_all(row, 6, LexClass::capital, index);
    }
    if (lexicon_.country_of_code("EU") == kNoCountry) {
        lexicon_.countries_.push_back({"EU", "European Union"});
    }
    add("European", LexClass::adjective, lexicon_.country_of_code("EU"));
    add("Europeans", LexClass::people, lexicon_.country_of_code("EU"));
}

CountryIndex LexiconBuilder::country_at(const TableRow& row, std::size_t field) {
    const std::string& code = row.fields[field];
    if (code == "-") {
        return kNoCountry;
    }
    const CountryIndex index = lexicon_.country_of_code(code);
    if (index == kNoCountry) {
        diagnostics_.error("lexicon-country", row.at(field), "no country \"" + code + "\"",
                           "codes stand in countries.tsv; write - for none");
    }
    return index;
}

void LexiconBuilder::add_organisation(const TableRow& row, const Organisation& organisation) {
    const auto index = static_cast<std::uint16_t>(lexicon_.organisations_.size());
    lexicon_.organisations_.push_back(organisation);
    for (const std::string_view name : listed(row.fields[0])) {
        add(name, organisation.seat ? LexClass::seat : LexClass::organisation, organisation.country);
        entry(name).organisation = index;
    }
}

void LexiconBuilder::read_seats(const Table& table) {
    for (const TableRow& row : table) {
        const CountryIndex country = country_at(row, 1);
        add_organisation(row,
                         {std::string(listed(row.fields[0]).front()), OrganisationKind::government, country, true});
    }
}

void LexiconBuilder::read_organisations(const Table& table) {
    for (const TableRow& row : table) {
        const auto kind = position(kOrganisationKinds, row.fields[1]);
        if (!kind) {
            diagnostics_.error("lexicon-kind", row.at(1), "no kind of organisation \"" + row.fields[1] + "\"");
            continue;
        }
        add_organisation(row, {std::string(listed(row.fields[0]).front()), static_cast<OrganisationKind>(*kind),
                               country_at(row, 2), false});
    }
}

void LexiconBuilder::read_places(const Table& table) {
    for (const TableRow& row : table) {
        add_all(row, 0, LexClass::place, country_at(row, 1));
    }
}

void LexiconBuilder::read_titles(const Table& table) {
    for (const TableRow& row : table) {
        const auto kind = position(kTitleKinds, row.fields[1]);
        const auto rank = parse_integer(row.fields[2]);
        if (!kind || !rank || *rank < 0 || *rank > 9) {
            diagnostics_.error("lexicon-title", row.at(kind ? 2 : 1),
                               kind ? "a rank is a number from 0 to 9" : "no kind of title \"" + row.fields[1] + "\"");
            continue;
        }
        const auto fill = [&](const std::string& phrase, LexClass of_phrase) {
            add(phrase, of_phrase);
            LexEntry& filled = entry(phrase);
            filled.title = static_cast<TitleKind>(*kind);
            filled.rank = static_cast<std::uint8_t>(*rank);
            filled.gender = row.fields[3].front();
            filled.home = country_at(row, 4);
        };
        fill(row.fields[0], LexClass::title);
        if (row.fields[0].back() != '.' && row.fields[0].back() != 's') {
            fill(row.fields[0] + "s", LexClass::titles);
        }
    }
}

void LexiconBuilder::read_words(const Table& table) {
    for (const TableRow& row : table) {
        const auto of_word = word_class(row.fields[1]);
        if (!of_word) {
            diagnostics_.error("lexicon-class", row.at(1), "no class of words \"" + row.fields[1] + "\"");
            continue;
        }
        add(row.fields[0], *of_word);
    }
}

void LexiconBuilder::add_all(const TableRow& row, std::size_t field, LexClass of_phrase, CountryIndex country) {
    for (const std::string_view name : listed(row.fields[field])) {
        add(name, of_phrase, country);
    }
}

void LexiconBuilder::add(std::string_view phrase, LexClass of_phrase, CountryIndex country) {
    LexEntry& added = entry(phrase);
    switch (written(phrase)) {
    case Written::any:
        added.any.add(of_phrase);
        break;
    case Written::capital:
        added.capital.add(of_phrase);
        break;
    case Written::caps:
        added.caps.add(of_phrase);
        break;
    }
    if (country != kNoCountry) {
        added.country = country;
    }
}

std::uint32_t LexiconBuilder::word_id(const std::string& key) {
    const auto [found, fresh] = ids_.try_emplace(key, static_cast<std::uint32_t>(lexicon_.words_.size()));
    if (fresh) {
        lexicon_.words_.push_back(key);
    }
    return found->second;
}

LexEntry& LexiconBuilder::entry(std::string_view phrase) {
    std::vector<Token> tokens;
    scan(phrase, {0, static_cast<std::uint32_t>(phrase.size())}, tokens);
    std::uint32_t node = 0;
    for (const Token& token : tokens) {
        const std::uint64_t key =
            (std::uint64_t{node} << 32U) |
            word_id(lexicon_key(phrase.substr(token.span.begin, token.span.end - token.span.begin)));
        const auto [found, fresh] = edges_.try_emplace(key, static_cast<std::uint32_t>(lexicon_.entry_of_node_.size()));
        if (fresh) {
            in_order_.emplace_back(key, found->second);
            lexicon_.entry_of_node_.push_back(-1);
        }
        node = found->second;
    }
    std::int32_t& index = lexicon_.entry_of_node_[node];
    if (index < 0) {
        index = static_cast<std::int32_t>(lexicon_.entries_.size());
        lexicon_.entries_.emplace_back();
    }
    return lexicon_.entries_[static_cast<std::size_t>(index)];
}

void LexiconBuilder::finish() {
    const auto room = [](std::size_t count) {
        std::size_t size = 16;
        while (size < 3 * count) {
            size *= 2;
        }
        return size;
    };
    lexicon_.word_table_.assign(room(lexicon_.words_.size()), 0);
    for (std::uint32_t id = 1; id < lexicon_.words_.size(); ++id) {
        std::size_t at = lexicon_hash(lexicon_.words_[id]) & (lexicon_.word_table_.size() - 1);
        while (lexicon_.word_table_[at] != 0) {
            at = (at + 1) & (lexicon_.word_table_.size() - 1);
        }
        lexicon_.word_table_[at] = id;
    }
    lexicon_.steps_.assign(room(in_order_.size()), {});
    for (const auto& [key, node] : in_order_) {
        std::size_t at = lexicon_hash(key) & (lexicon_.steps_.size() - 1);
        while (lexicon_.steps_[at].key != 0) {
            at = (at + 1) & (lexicon_.steps_.size() - 1);
        }
        lexicon_.steps_[at] = {key, node};
    }
}

} // namespace demarche::extract
