#pragma once
/// A table of two columns, class and words in small letters: what a word is, for the finders of phrases.

#include "extract/tables.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace demarche::extract {

/// Immutable once read. A word may be of several classes.
class WordClasses {
public:
    /// Reads data/`table`.tsv; class number i is `classes[i]`, at most 32. Reports rows of other classes.
    WordClasses(std::string_view table,
                std::span<const std::string_view> classes,
                const TableSource& source,
                Diagnostics& diagnostics);

    /// Bit i: is of class number i.
    [[nodiscard]] std::uint32_t of(const std::string& word) const {
        const auto found = bits_.find(word);
        return found == bits_.end() ? 0 : found->second;
    }

    [[nodiscard]] bool is(const std::string& word, unsigned number) const {
        return (of(word) & (std::uint32_t{1} << number)) != 0;
    }

private:
    std::unordered_map<std::string, std::uint32_t> bits_; ///< a bit for each class
};

/// A built-in table, whose every row is sound. REQUIRES: `read` reads one.
WordClasses built_in_classes(WordClasses (*read)(const TableSource&, Diagnostics&));

} // namespace demarche::extract
