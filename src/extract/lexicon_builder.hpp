#pragma once
/// Inside the lexicon: tables in, hashed words and trie out.

#include "extract/lexicon.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::extract {

/// Lower-case ASCII, straight apostrophes; other bytes as they are. The key of a word.
std::string lexicon_key(std::string_view word);
std::uint64_t lexicon_hash(std::string_view key);
std::uint64_t lexicon_hash(std::uint64_t key);

class LexiconBuilder {
public:
    LexiconBuilder(Lexicon& lexicon, Diagnostics& diagnostics) : lexicon_(lexicon), diagnostics_(diagnostics) {}

    void read(const TableSource& source);

private:
    void read_countries(const Table& table);
    void read_organisations(const Table& table);
    void read_seats(const Table& table);
    void read_places(const Table& table);
    void read_titles(const Table& table);
    void read_words(const Table& table);
    void finish();

    CountryIndex country_at(const TableRow& row, std::size_t field);
    LexEntry& entry(std::string_view phrase);
    void add(std::string_view phrase, LexClass of_phrase, CountryIndex country = kNoCountry);
    void add_all(const TableRow& row, std::size_t field, LexClass of_phrase, CountryIndex country);
    void add_organisation(const TableRow& row, const Organisation& organisation);
    std::uint32_t word_id(const std::string& key);

    Lexicon& lexicon_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> in_order_; ///< edges_, as added
};

} // namespace demarche::extract
