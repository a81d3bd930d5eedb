#pragma once
/// The words of a text that come nearest to words that are not in it: for telling what a person may have meant.

#include "base/folding.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche {

class NearestWords {
public:
    /// Keeps no reference to the text. REQUIRES: valid UTF-8.
    explicit NearestWords(std::string_view text);

    /// The stretch of as many words as `quote` has that shares most of them (of equals the one with most in their
    /// places, then the first); for one word, the one spelled most alike. Empty where less than half is shared, and
    /// for quotes of more than 200 words. Bytes of the text.
    [[nodiscard]] ByteRange find(std::string_view quote) const;

private:
    struct Word {
        std::size_t id = 0; ///< the same for the same word, case folded
        ByteRange bytes;
    };

    [[nodiscard]] ByteRange find_stretch(const std::vector<std::string>& quote) const;
    [[nodiscard]] ByteRange find_spelling(const std::string& word) const;

    std::vector<Word> words_;
    std::unordered_map<std::string, std::size_t> ids_;
    std::vector<std::string> spellings_; ///< by id
};

} // namespace demarche
