#include "extract/quotes.hpp"

#include <array>
#include <cstddef>

namespace demarche::extract {
namespace {

enum class Mark { none, double_straight, double_open, double_close, single_straight, single_open, single_close };

Mark mark_of(std::string_view sign) {
    struct Row {
        std::string_view sign;
        Mark mark;
    };

    constexpr std::array<Row, 16> kRows{{{"\"", Mark::double_straight},
                                         {"``", Mark::double_open},
                                         {"''", Mark::double_close},
                                         {"“", Mark::double_open},
                                         {"„", Mark::double_open},
                                         {"‟", Mark::double_open},
                                         {"«", Mark::double_open},
                                         {"”", Mark::double_close},
                                         {"»", Mark::double_close},
                                         {"'", Mark::single_straight},
                                         {"ʼ", Mark::single_close},
                                         {"‘", Mark::single_open},
                                         {"‚", Mark::single_open},
                                         {"‹", Mark::single_open},
                                         {"’", Mark::single_close},
                                         {"›", Mark::single_close}}};
    for (const Row& row : kRows) {
        if (row.sign == sign) {
            return row.mark;
        }
    }
    return Mark::none;
}

class Pairing {
public:
    Pairing(std::string_view text, std::span<Token> tokens) : text_(text), tokens_(tokens) {
        for (std::size_t i = tokens.size(); i-- > 0;) {
            const Mark mark = mark_at(i);
            if ((mark == Mark::single_straight || mark == Mark::single_close) && !gap_before(i) && gap_behind(i)) {
                last_single_close_ = i;
                break;
            }
        }
    }

    void run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Mark mark = mark_at(i);
            if (mark == Mark::none) {
                continue;
            }
            if (mark <= Mark::double_close) {
                pair_double(i, mark);
            } else {
                pair_single(i, mark);
            }
        }
    }

private:
    [[nodiscard]] std::string_view words(std::size_t i) const {
        return text_.substr(tokens_[i].span.begin, tokens_[i].span.end - tokens_[i].span.begin);
    }

    [[nodiscard]] Mark mark_at(std::size_t i) const {
        const Token& token = tokens_[i];
        return token.kind == TokenKind::punctuation && token.span.end - token.span.begin <= 3 ? mark_of(words(i))
                                                                                              : Mark::none;
    }

    [[nodiscard]] bool is_word(std::size_t i) const {
        return tokens_[i].kind == TokenKind::word || tokens_[i].kind == TokenKind::number;
    }

    /// Whether an opening mark could stand here, as far as what stands before it says.
    [[nodiscard]] bool gap_before(std::size_t i) const {
        if (i == 0 || tokens_[i].space_before || tokens_[i - 1].kind == TokenKind::open_quote) {
            return true;
        }
        const std::string_view before = words(i - 1);
        return before == "(" || before == "[" || before == "—" || before == "–" || before == "--" || before == "-";
    }

    /// Whether a closing one could.
    [[nodiscard]] bool gap_behind(std::size_t i) const {
        if (i + 1 == tokens_.size() || tokens_[i + 1].space_before) {
            return true;
        }
        const std::string_view next = words(i + 1);
        return !is_word(i + 1) && next != "$" && next != "(" && next != "[" && next != "..." && next != "…" &&
               next != "@" && next != "#" && next != "£" && next != "€" && next != "‘" && next != "“";
    }

    void open(std::size_t i, bool& is_open) {
        tokens_[i].kind = TokenKind::open_quote;
        is_open = true;
    }

    void close(std::size_t i, bool& is_open) {
        tokens_[i].kind = TokenKind::close_quote;
        is_open = false;
    }

    void pair_double(std::size_t i, Mark mark) {
        const bool before = gap_before(i);
        const bool behind = gap_behind(i);
        bool opens = mark == Mark::double_open;
        if (i + 1 == tokens_.size() && i > 0) {
            opens = false;
        } else if (before != behind) {
            opens = before;
        } else if (mark == Mark::double_straight || before) {
            opens = !double_open_;
        }
        if (opens) {
            open(i, double_open_);
        } else {
            close(i, double_open_);
        }
    }

    [[nodiscard]] bool closes_later(std::size_t i) const { return last_single_close_ > i; }

    /// "officials' " where a quotation may be open: a small word follows and another mark can close it.
    [[nodiscard]] bool is_plural_owner(std::size_t i) const {
        const std::string_view before = words(i - 1);
        const char last = before.back();
        if (tokens_[i - 1].kind != TokenKind::word || (last != 's' && last != 'S' && last != 'z' && last != 'x')) {
            return false;
        }
        if (!single_open_) {
            return true;
        }
        const bool goes_on =
            i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::word && !tokens_[i + 1].capital;
        return goes_on && closes_later(i);
    }

    void pair_single(std::size_t i, Mark mark) {
        const bool before = gap_before(i);
        const bool behind = gap_behind(i);
        if (mark == Mark::single_open && (before || behind == before)) {
            open(i, single_open_);
            return;
        }
        if (before && !behind) { // an elision ("'em") where nothing closes it
            if (mark == Mark::single_straight && closes_later(i)) {
                open(i, single_open_);
            }
            return;
        }
        if (before) {
            if (single_open_) {
                close(i, single_open_);
            }
            return;
        }
        if (behind && is_plural_owner(i)) {
            tokens_[i].kind = TokenKind::word;
        } else if (behind && (single_open_ || !is_word(i - 1))) {
            close(i, single_open_);
        }
    }

    std::string_view text_;
    std::span<Token> tokens_;
    std::size_t last_single_close_ = 0;
    bool double_open_ = false;
    bool single_open_ = false;
};

} // namespace

void pair_quotes(std::string_view text, std::span<Token> paragraph) {
    Pairing(text, paragraph).run();
}

} // namespace demarche::extract
