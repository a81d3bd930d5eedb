#include "extract/dateline.hpp"

#include "extract/abbreviations.hpp"
#include "extract/junk.hpp"
#include "extract/scanner.hpp"
#include "extract/written_date.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace demarche::extract {
namespace {

constexpr std::size_t kLongest = 240; ///< bytes looked at
constexpr std::size_t kMostTokens = 26;
constexpr std::size_t kMostPlaceWords = 7;

bool is_connective(std::string_view word) {
    constexpr std::array<std::string_view, 12> kWords{"of", "and", "the", "al", "el",   "de",
                                                      "on", "in",  "la",  "du", "upon", "at"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "Feb", "Feb.", "February", "FEBRUARY"
bool is_month(std::string_view word) {
    return !written_date(std::string(word) + " 1, 2000").empty();
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        scan(text_, {0, static_cast<std::uint32_t>(text_.size())}, tokens_);
    }

    std::optional<Dateline> read() {
        if (tokens_.empty() || tokens_[0].kind != TokenKind::word || !tokens_[0].capital || is_opener(words(0))) {
            return std::nullopt;
        }
        std::size_t i = 0;
        const std::size_t most = std::min(tokens_.size(), kMostTokens);
        for (; i + 1 < most && !is_separator(i); ++i) {
            if (!takes(i)) {
                return std::nullopt;
            }
        }
        if (i == 0 || i + 1 >= most || in_brackets_ || (numbers_ > 0 && !month_) || !fits(i)) {
            return std::nullopt;
        }
        const std::string_view all = text_.substr(0, tokens_[i].span.begin);
        return Dateline{std::string(text_.substr(0, place_end_)), month_ ? written_date(all) : std::string(),
                        tokens_[i + 1].span.begin};
    }

private:
    [[nodiscard]] std::string_view words(std::size_t i) const {
        return text_.substr(tokens_[i].span.begin, tokens_[i].span.end - tokens_[i].span.begin);
    }

    [[nodiscard]] bool is_sign(std::size_t i, std::string_view sign) const {
        return tokens_[i].kind == TokenKind::punctuation && words(i) == sign;
    }

    [[nodiscard]] bool is_dash(std::size_t i) const {
        return is_sign(i, "—") || is_sign(i, "–") || is_sign(i, "--") || is_sign(i, "―") ||
               (is_sign(i, "-") && (tokens_[i].space_before || agency_));
    }

    [[nodiscard]] bool is_separator(std::size_t i) const {
        return !in_brackets_ && (is_dash(i) || is_sign(i, ":") || is_sign(i, "."));
    }

    /// Takes a token into the dateline; false where it cannot be part of one.
    bool takes(std::size_t i) {
        const Token& token = tokens_[i];
        if (is_sign(i, "(") || is_sign(i, ")")) {
            in_brackets_ = is_sign(i, "(");
            agency_ = true;
            place_done_ = true;
            return i > 0;
        }
        if (in_brackets_ || is_sign(i, ",") || is_sign(i, "/")) {
            return true;
        }
        if (token.kind == TokenKind::number) {
            ++numbers_;
            place_done_ = true;
            return numbers_ <= 3;
        }
        if (token.kind != TokenKind::word || (!token.capital && !is_connective(words(i)))) {
            return false;
        }
        if (is_month(words(i))) {
            month_ = true;
            place_done_ = true;
        }
        if (!place_done_) {
            place_end_ = token.span.end;
            ++place_words_;
        }
        return true;
    }

    [[nodiscard]] bool fits(std::size_t separator) const {
        const Token& next = tokens_[separator + 1];
        const bool begins = next.capital || next.kind != TokenKind::word;
        if (!begins || !next.space_before || place_words_ == 0 || place_words_ > kMostPlaceWords) {
            return false;
        }
        const bool loud = tokens_[0].all_caps;
        if (is_sign(separator, ":")) {
            return loud && !is_label(words(0)) && place_words_ <= 4;
        }
        if (is_sign(separator, ".")) {
            return !agency_ && !month_ && separator <= 2 && next.kind == TokenKind::word;
        }
        return !is_label(words(0)) && (loud || agency_ || month_ || place_words_ <= 3);
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t place_end_ = 0;
    std::size_t place_words_ = 0;
    std::size_t numbers_ = 0;
    bool in_brackets_ = false;
    bool agency_ = false;
    bool month_ = false;
    bool place_done_ = false;
};

} // namespace

std::optional<Dateline> dateline(std::string_view paragraph) {
    std::size_t length = std::min(paragraph.size(), kLongest);
    while (length < paragraph.size() && (static_cast<unsigned char>(paragraph[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return Reader(paragraph.substr(0, length)).read();
}

} // namespace demarche::extract
