#pragma once
/// Text folded for tolerant comparison: what two typesettings of the same words have in common.
///
/// White space of any kind and length becomes one space; quotation marks become " or ', dashes and hyphens
/// one "-", an ellipsis three full stops; soft hyphens, zero-width and direction marks vanish; the rest is
/// brought to NFC, in runs of at most thirty combining marks. Letters keep their case: a quotation is the words as they
/// stand.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// A half-open range of bytes.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// A folded text that knows where its parts come from.
class Folded {
public:
    /// REQUIRES: valid UTF-8, less than 4 GB.
    explicit Folded(std::string_view utf8);

    /// UTF-8.
    [[nodiscard]] const std::string& text() const { return text_; }

    /// The bytes of the source that a range of text() comes from. REQUIRES: the range is not empty and
    /// splits no code point.
    [[nodiscard]] ByteRange origin(const ByteRange& range) const;

private:
    friend class Folder;

    std::string text_;
    std::vector<std::uint32_t> begin_; ///< for each byte of text_: the source range it comes from
    std::vector<std::uint32_t> end_;
};

/// The folded text alone, without white space at its ends.
std::string fold(std::string_view utf8);

/// A letter, digit or combining mark of any script.
bool is_word_character(char32_t c);
/// Of a script that is written without spaces between words (Chinese, Japanese, Thai ...).
bool is_unspaced(char32_t c);
/// Whether a cut before the byte `at` parts a word. Scripts that write words without spaces between them
/// (Chinese, Japanese, Thai ...) are never said to be cut. REQUIRES: valid UTF-8, `at` splits no code point.
bool cuts_a_word(std::string_view utf8, std::size_t at);
/// Unicode simple case folding.
char32_t fold_case(char32_t c);

} // namespace demarche
