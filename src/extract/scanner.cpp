#include "extract/scanner.hpp"

#include "base/character.hpp"
#include "extract/abbreviations.hpp"

#include <array>

namespace demarche::extract {
namespace {

/// No word or address of a language is longer; what is, is cut, so that nothing behind meets a token of megabytes.
constexpr std::size_t kLongest = 2048;

constexpr CharacterKind ascii_kind(char c) {
    if (c >= 'A' && c <= 'Z') {
        return CharacterKind::upper;
    }
    if (c >= 'a' && c <= 'z') {
        return CharacterKind::lower;
    }
    if (c >= '0' && c <= '9') {
        return CharacterKind::digit;
    }
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        return CharacterKind::space;
    }
    return c < ' ' || c == 0x7F ? CharacterKind::ignored : CharacterKind::other;
}

constexpr std::array<CharacterKind, 128> ascii_kinds() {
    std::array<CharacterKind, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        kinds.at(c) = ascii_kind(static_cast<char>(c));
    }
    return kinds;
}

constexpr std::array<CharacterKind, 128> kAscii = ascii_kinds();

/// A character with its kind and length; at the end of the text one of kind space and no bytes.
struct Character {
    char32_t value = 0;
    std::size_t bytes = 0;
    CharacterKind kind = CharacterKind::space;

    [[nodiscard]] bool is_letter() const { return kind <= CharacterKind::letter; }

    [[nodiscard]] bool is_digit() const { return kind == CharacterKind::digit; }

    [[nodiscard]] bool is_apostrophe() const { return value == '\'' || value == 0x2019 || value == 0x02BC; }

    /// A hyphen that joins: the soft hyphen is skipped as a character of no meaning.
    [[nodiscard]] bool is_hyphen() const { return value == '-' || value == 0x2010 || value == 0x2011; }
};

class Scanner {
public:
    Scanner(std::string_view text, Span paragraph, std::vector<Token>& tokens)
        : text_(text.substr(0, paragraph.end)), at_(paragraph.begin), tokens_(tokens) {}

    void run() {
        while (at_ < text_.size()) {
            const Character c = peek(at_);
            if (c.kind == CharacterKind::space || c.kind == CharacterKind::ignored) {
                space_ = space_ || c.kind == CharacterKind::space;
                at_ += c.bytes;
            } else if (c.is_letter()) {
                word();
            } else if (c.is_digit()) {
                number(at_);
            } else {
                sign(c);
            }
        }
    }

private:
    [[nodiscard]] Character peek(std::size_t at) const {
        if (at >= text_.size()) {
            return {};
        }
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) {
            return {byte, 1, kAscii[byte]};
        }
        const CodePoint c = code_point_at(text_, at);
        return {c.value, c.bytes, character_kind(c.value)};
    }

    void add(std::size_t begin, std::size_t end, TokenKind kind, bool capital = false, bool all_caps = false) {
        tokens_.push_back(
            {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind, capital, all_caps, space_});
        space_ = false;
        at_ = end;
    }

    [[nodiscard]] bool is_address() const {
        const std::string_view rest = text_.substr(at_, 8);
        return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    }

    void address() {
        std::size_t end = at_;
        std::size_t last = at_; // behind the last character that may end one
        while (end < text_.size() && end - at_ < kLongest) {
            const Character c = peek(end);
            const bool outside = c.kind == CharacterKind::space || c.value == '"' || c.value == '<' || c.value == '>' ||
                                 c.value == 0x201D || c.value == 0x201C;
            if (outside) {
                break;
            }
            end += c.bytes;
            if (c.is_letter() || c.is_digit() || c.value == '/' || c.value == '=') {
                last = end;
            }
        }
        add(at_, last, TokenKind::word);
    }

    /// The rest of a word's letters from `at`, its length and case added to what is known of the word.
    struct Letters {
        std::size_t count = 0;
        std::size_t upper = 0;
        std::size_t lower = 0;
        std::size_t segment = 0; ///< letters since the last full stop or hyphen
        bool dotted = false;     ///< the last segments were letters with a full stop each
    };

    std::size_t letters(std::size_t at, Letters& seen) const {
        for (Character c = peek(at); at < text_.size(); at += c.bytes, c = peek(at)) {
            if (c.is_letter()) {
                ++seen.count;
                ++seen.segment;
                seen.upper += c.kind == CharacterKind::upper ? 1 : 0;
                seen.lower += c.kind == CharacterKind::lower ? 1 : 0;
            } else if (c.is_digit()) {
                ++seen.segment;
            } else if (c.kind != CharacterKind::mark && c.kind != CharacterKind::ignored) {
                break;
            }
        }
        return at;
    }

    /// Whether the apostrophe at `at` stands within a word: "O'Neil", "don't"; not where "'s" begins, a word of its
    /// own.
    [[nodiscard]] bool joins_as_apostrophe(std::size_t at, const Character& c) const {
        const Character next = peek(at + c.bytes);
        if (!next.is_letter()) {
            return false;
        }
        const bool genitive = next.value == 's' || next.value == 'S';
        return !genitive || peek(at + c.bytes + next.bytes).is_letter();
    }

    /// Whether the full stop at `at` joins what stands around it: "U.S", "a.m", "Ph.D", "example.com".
    [[nodiscard]] bool joins_as_stop(std::size_t at, const Letters& seen) const {
        const Character next = peek(at + 1);
        if (!next.is_letter()) {
            return false;
        }
        const Character after = peek(at + 1 + next.bytes);
        const bool single_follows = !after.is_letter() && !after.is_digit();
        if (seen.segment == 1) {
            return single_follows || next.kind == CharacterKind::lower;
        }
        if (seen.segment == 2 && single_follows && after.value == '.' && next.kind == CharacterKind::upper) {
            return true;
        }
        return next.kind == CharacterKind::lower && seen.segment > 1;
    }

    void word() {
        if (is_address()) {
            address();
            return;
        }
        const std::size_t begin = at_;
        const bool capital = peek(at_).kind == CharacterKind::upper;
        Letters seen;
        std::size_t end = letters(at_, seen);
        while (end - begin < kLongest) {
            const Character c = peek(end);
            if (c.value == '.' && c.bytes == 1 && joins_as_stop(end, seen)) {
                seen.dotted = seen.segment == 1;
            } else if (c.is_hyphen() || c.value == '&') {
                const Character next = peek(end + c.bytes);
                if (!next.is_letter() && !next.is_digit()) {
                    break;
                }
                seen.dotted = false;
            } else if (c.value == '.' && seen.dotted && seen.segment == 1 && peek(end + 1).is_hyphen() &&
                       peek(end + 2).is_letter()) {
                // "U.S.-led": the full stop, then the hyphen
                seen.segment = 0;
                end = letters(end + 2, seen);
                continue;
            } else if (!c.is_apostrophe() || !joins_as_apostrophe(end, c)) {
                break;
            }
            seen.segment = c.is_apostrophe() ? seen.segment : 0;
            end = letters(end + c.bytes, seen);
        }
        end = with_stop(begin, end, capital, seen);
        add(begin, end, TokenKind::word, capital, seen.count >= 2 && seen.lower == 0 && seen.upper >= 2);
    }

    /// The end of the word with the full stop that is part of it, if one is.
    [[nodiscard]] std::size_t with_stop(std::size_t begin, std::size_t end, bool capital, const Letters& seen) const {
        if (end >= text_.size() || text_[end] != '.' || peek(end + 1).value == '.') {
            return end;
        }
        if (seen.dotted && seen.segment == 1) {
            return end + 1;
        }
        const Abbreviation kind = abbreviation(text_.substr(begin, end + 1 - begin));
        if (kind == Abbreviation::none) {
            return end;
        }
        const bool initial = seen.count == 1 && capital && kind == Abbreviation::name;
        if (initial && begin > 0 && text_[begin - 1] == '/') { // "Norte A/S."
            return end;
        }
        if (kind != Abbreviation::number && !initial) {
            return end + 1;
        }
        std::size_t next = end + 1;
        while (next < text_.size() && peek(next).kind == CharacterKind::space) {
            next += peek(next).bytes;
        }
        const Character follows = peek(next);
        const bool part = initial ? follows.kind == CharacterKind::upper : follows.is_digit();
        return part ? end + 1 : end;
    }

    /// `begin` may lie before the first digit: "'90s".
    void number(std::size_t begin) {
        std::size_t end = begin;
        for (Character c = peek(end); end - begin < kLongest; c = peek(end)) {
            const bool part = c.is_digit() || c.kind == CharacterKind::mark || (c.is_apostrophe() && end == begin);
            const bool point = (c.value == '.' || c.value == ',') && peek(end + 1).is_digit() && is_separator(end);
            if (!part && !point) {
                break;
            }
            end += c.bytes;
        }
        Letters seen; // "20th", "1990s", "6pm"
        if (peek(end).is_letter()) {
            end = letters(end, seen);
        }
        add(begin, end, TokenKind::number);
    }

    /// A comma within a number has three digits behind it; a full stop any ("1,200", "2.5").
    [[nodiscard]] bool is_separator(std::size_t at) const {
        if (text_[at] == '.') {
            return true;
        }
        std::size_t digits = 0;
        while (digits < 4 && peek(at + 1 + digits).is_digit()) {
            ++digits;
        }
        return digits == 3;
    }

    void sign(const Character& c) {
        const bool typed = (c.value == '`' || c.value == '\'') && peek(at_ + 1).value == c.value;
        if (typed) { // "``so''", as agencies typed quotation marks
            add(at_, at_ + 2, TokenKind::punctuation);
            return;
        }
        if (c.is_apostrophe() && apostrophe(c)) {
            return;
        }
        std::size_t end = at_ + c.bytes;
        if (c.value == '.' || c.value == '-') {
            std::size_t run = end;
            while (run < text_.size() && text_[run] == text_[at_]) {
                ++run;
            }
            const std::size_t least = c.value == '.' ? 2 : 1;
            end = run - end >= least ? run : end;
        }
        // Marks that combine with the sign: emoji, keycaps.
        while (end < text_.size() && peek(end).kind == CharacterKind::mark) {
            end += peek(end).bytes;
        }
        add(at_, end, TokenKind::punctuation);
    }

    /// "'s" behind a word, "'90s" and "’22": tokens that begin with an apostrophe.
    bool apostrophe(const Character& c) {
        const Character next = peek(at_ + c.bytes);
        const std::size_t behind = at_ + c.bytes + next.bytes;
        const bool after_word = !space_ && !tokens_.empty() && tokens_.back().span.end == at_ &&
                                tokens_.back().kind != TokenKind::punctuation;
        if (after_word && (next.value == 's' || next.value == 'S') && !peek(behind).is_letter()) {
            add(at_, behind, TokenKind::word);
            return true;
        }
        if (!after_word && next.is_digit() && peek(behind).is_digit()) {
            const Character third = peek(behind + 1);
            const bool decade = third.value == 's';
            const bool year = c.value == 0x2019 && !third.is_digit() && third.value != '.' && third.value != ',';
            if (decade || year) {
                number(at_);
                return true;
            }
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_;
    std::vector<Token>& tokens_;
    bool space_ = true;
};

} // namespace

void scan(std::string_view text, Span paragraph, std::vector<Token>& tokens) {
    Scanner(text, paragraph, tokens).run();
}

} // namespace demarche::extract
