#include "extract/sentences.hpp"

#include "extract/abbreviations.hpp"

#include <algorithm>
#include <string>

namespace demarche::extract {
namespace {

/// Longer ones are cut: no reader behind need fear a sentence of megabytes.
constexpr std::uint32_t kLongest = 1500;

/// A line without an end mark is no heading if it has more tokens.
constexpr std::uint32_t kLongestHeading = 40;

/// How far behind a quoted question the verb of saying may stand ("... ?" President Ann Smith asked).
constexpr std::uint32_t kVerbReach = 6;

class Splitter {
public:
    Splitter(Document& document, std::uint32_t first, std::uint32_t paragraph)
        : document_(document),
          first_(first),
          last_(static_cast<std::uint32_t>(document.tokens.size())),
          paragraph_(paragraph) {}

    void run() {
        const std::size_t before = document_.sentences.size();
        std::uint32_t start = first_;
        for (std::uint32_t i = first_; i < last_;) {
            const std::uint32_t behind = end_behind(i);
            if (behind > i || i - start >= kLongest) {
                i = std::max(behind, i + 1);
                document_.sentences.push_back({start, i, paragraph_, false});
                start = i;
            } else {
                ++i;
            }
        }
        if (start < last_) {
            document_.sentences.push_back({start, last_, paragraph_, false});
        }
        if (document_.sentences.size() == before + 1 && is_heading()) {
            document_.sentences.back().heading = true;
        }
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }

    [[nodiscard]] std::string_view words(std::uint32_t i) const { return document_.words(token(i)); }

    [[nodiscard]] bool is_sign(std::uint32_t i) const { return token(i).kind == TokenKind::punctuation; }

    [[nodiscard]] bool is_end_mark(std::uint32_t i) const {
        if (!is_sign(i)) {
            return false;
        }
        const std::string_view sign = words(i);
        const char first = sign.front();
        return first == '.' || first == '!' || first == '?' || sign == "…" || sign == "‽";
    }

    [[nodiscard]] bool closes(std::uint32_t i) const {
        return token(i).kind == TokenKind::close_quote || (is_sign(i) && (words(i) == ")" || words(i) == "]"));
    }

    /// Where the next sentence begins if one ends at token i; i itself if none does.
    [[nodiscard]] std::uint32_t end_behind(std::uint32_t i) const {
        const bool mark = is_end_mark(i);
        if (!mark && !(token(i).kind == TokenKind::word && words(i).back() == '.')) {
            return i;
        }
        std::uint32_t next = i + 1;
        bool quoted = false;
        while (next < last_ && (closes(next) || (mark && is_end_mark(next)))) {
            quoted = quoted || token(next).kind == TokenKind::close_quote;
            ++next;
        }
        if (next == last_) {
            return last_;
        }
        const bool ends = mark ? mark_ends(i, next, quoted) : abbreviation_ends(i, next);
        return ends ? next : i;
    }

    /// The first token from `i` on that is no opening quotation mark or bracket; last_ if there is none.
    [[nodiscard]] std::uint32_t skip_openers(std::uint32_t i) const {
        while (i < last_ &&
               (token(i).kind == TokenKind::open_quote || (is_sign(i) && (words(i) == "(" || words(i) == "[")))) {
            ++i;
        }
        return i;
    }

    [[nodiscard]] bool mark_ends(std::uint32_t i, std::uint32_t next, bool quoted) const {
        const std::uint32_t word = skip_openers(next);
        if (word == last_) {
            return false;
        }
        const char mark = words(i).front();
        // "1." at the head of a list's line
        if (mark == '.' && i == first_ + 1 && token(first_).kind == TokenKind::number && !token(i).space_before) {
            return false;
        }
        const Token& follows = token(word);
        const bool capital = follows.capital;
        if (!token(next).space_before && next == i + 1) {
            // No space: a full stop that lost it, before a capital and behind a word of some length.
            return mark == '.' && capital && i > first_ && token(i - 1).span.end - token(i - 1).span.begin > 2;
        }
        if (follows.kind == TokenKind::punctuation) {
            return begins_after_sign(word);
        }
        if (follows.kind == TokenKind::word && !capital && starts_low(word)) {
            return false;
        }
        return mark == '.' || !quoted || !is_told(word);
    }

    /// Whether the token begins with an ASCII small letter; letters of scripts without case may begin a sentence.
    [[nodiscard]] bool starts_low(std::uint32_t i) const {
        const char c = words(i).front();
        return (c >= 'a' && c <= 'z') || c == '\'' || words(i).starts_with("’");
    }

    /// A dash or bullet, then a word: the next sentence where that has a capital.
    [[nodiscard]] bool begins_after_sign(std::uint32_t i) const {
        const std::string_view sign = words(i);
        if (sign == "," || sign == ";" || sign == ":" || sign == ")") {
            return false;
        }
        return i + 1 >= last_ || token(i + 1).kind != TokenKind::word || token(i + 1).capital || !starts_low(i + 1);
    }

    /// Whether what follows a quoted question names its speaker: a verb of saying before any sign.
    [[nodiscard]] bool is_told(std::uint32_t i) const {
        for (std::uint32_t at = i; at < std::min(i + kVerbReach, last_) && token(at).kind == TokenKind::word; ++at) {
            if (!token(at).capital && is_speech_verb(words(at))) {
                return !is_opener(words(i)) || at == i + 1;
            }
        }
        return false;
    }

    [[nodiscard]] bool abbreviation_ends(std::uint32_t i, std::uint32_t next) const {
        const std::uint32_t word = skip_openers(next);
        if (word == last_) {
            return false;
        }
        const Token& follows = token(word);
        if (follows.kind != TokenKind::word || !follows.capital) {
            return false;
        }
        const std::string_view opener = words(word);
        switch (abbreviation(words(i))) {
        case Abbreviation::none:
        case Abbreviation::title:
        case Abbreviation::number:
            return false;
        case Abbreviation::name:
            return is_opener(opener);
        case Abbreviation::time:
            return !follows_time(opener) && !(word + 1 < last_ && words(word + 1) == "time");
        case Abbreviation::end:
            return true;
        }
        return false;
    }

    [[nodiscard]] bool is_heading() const {
        if (last_ - first_ > kLongestHeading || token(first_).kind == TokenKind::open_quote) {
            return false;
        }
        std::uint32_t i = last_ - 1;
        while (i > first_ && closes(i)) {
            --i;
        }
        const std::string_view ending = words(i);
        const bool ends = is_end_mark(i) || ending == ":" || ending == ";" || ending == "," || ending.back() == '.';
        return !ends && !is_bullet();
    }

    /// "• One", "- one", "1. One", "(a) One"
    [[nodiscard]] bool is_bullet() const {
        const std::string_view sign = words(first_);
        if (is_sign(first_) && sign != "$" && sign != "#" && sign != "@" && sign != "[") {
            return true;
        }
        return token(first_).kind == TokenKind::number && first_ + 1 < last_ &&
               (words(first_ + 1) == "." || words(first_ + 1) == ")");
    }

    Document& document_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::uint32_t paragraph_;
};

} // namespace

void split_paragraph(Document& document, std::uint32_t first, std::uint32_t paragraph) {
    Splitter(document, first, paragraph).run();
}

} // namespace demarche::extract
