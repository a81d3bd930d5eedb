#pragma once
/// Inside the finder of speech: a document with its quotations, looked at sentence by sentence.

#include "extract/document.hpp"
#include "extract/quotations.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// Half open range of tokens.
struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return begin >= end; }
};

class SpeechText {
public:
    /// REQUIRES: the document outlives this.
    explicit SpeechText(const Document& document);

    /// Goes to a sentence by its number.
    void enter(std::uint32_t number) { sentence_ = document_.sentences[number]; }

    [[nodiscard]] const Document& document() const { return document_; }

    [[nodiscard]] const Sentence& sentence() const { return sentence_; }

    /// In the order of the text.
    [[nodiscard]] const std::vector<Quotation>& quotes() const { return quotes_; }

    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }

    /// In lower case.
    [[nodiscard]] std::string word(std::uint32_t i) const;
    [[nodiscard]] bool is_sign(std::uint32_t i, std::string_view sign) const;
    /// Neither a word nor a number.
    [[nodiscard]] bool is_punctuation(std::uint32_t i) const;
    [[nodiscard]] bool is_end_mark(std::uint32_t i) const;

    /// Within a quotation, its marks included.
    [[nodiscard]] bool quoted(std::uint32_t i) const { return quote_of_[i] != 0; }

    /// The number of that quotation. REQUIRES: quoted(i).
    [[nodiscard]] std::uint32_t quote_at(std::uint32_t i) const { return quote_of_[i] - 1; }

    [[nodiscard]] Span span(const Run& run) const;
    /// The number of the sentence that the token is in.
    [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const;

private:
    const Document& document_;
    std::vector<Quotation> quotes_;
    std::vector<std::uint32_t> quote_of_; ///< of each token: the number of its quotation plus 1; 0: none
    Sentence sentence_;
};

} // namespace demarche::extract
