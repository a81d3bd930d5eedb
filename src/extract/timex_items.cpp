#include "extract/timex_items.hpp"

#include "base/utf8.hpp"

namespace demarche::extract {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The apostrophe at the beginning of a text: its length, 0 for none.
std::size_t apostrophe(std::string_view text) {
    if (text.starts_with('\'')) {
        return 1;
    }
    return text.starts_with("\u2019") ? 3 : 0;
}

/// General Punctuation, U+2000 to U+206F: the signs beyond ASCII that part words.
bool is_wide_sign(std::string_view text) {
    return text.size() >= 3 && text[0] == '\xE2' && (text[1] == '\x80' || text[1] == '\x81');
}

class Cutter {
public:
    Cutter(const Document& document, const TimeWords& words, std::vector<TimeItem>& items)
        : text_(document.text), words_(words), items_(items) {}

    void token(const Token& token) {
        space_ = token.space_before;
        auto at = static_cast<std::size_t>(token.span.begin);
        end_ = token.span.end;
        while (at < end_) {
            const auto next = piece(at);
            space_ = false;
            at = next;
        }
    }

private:
    std::size_t piece(std::size_t at) {
        const char c = text_[at];
        if (is_digit(c)) {
            return number(at);
        }
        const auto rest = text_.substr(at, end_ - at);
        const auto mark = apostrophe(rest);
        if (is_letter(at) || (mark > 0 && mark < rest.size() && is_letter(at + mark))) {
            return word(at);
        }
        return sign(at);
    }

    [[nodiscard]] bool is_letter(std::size_t at) const {
        const char c = text_[at];
        return is_ascii_letter(c) ||
               (static_cast<unsigned char>(c) >= 0x80U && !is_wide_sign(text_.substr(at, end_ - at)));
    }

    TimeItem& add(TimeItem::Kind kind, std::size_t begin, std::size_t end) {
        TimeItem item;
        item.kind = kind;
        item.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        item.space_before = space_;
        items_.push_back(item);
        return items_.back();
    }

    std::size_t sign(std::size_t at) {
        auto end = at + 1;
        while (end < end_ && is_continuation(text_[end])) {
            ++end;
        }
        auto& item = add(TimeItem::Kind::sign, at, end);
        const auto written = text_.substr(at, end - at);
        const bool hyphen = written == "\u2010" || written == "\u2011" || written == "\u2013";
        item.sign = hyphen ? '-' : (end - at == 1 ? text_[at] : 'x');
        return end;
    }

    std::size_t word(std::size_t at) {
        auto end = at + apostrophe(text_.substr(at, end_ - at));
        while (end < end_) {
            const auto mark = apostrophe(text_.substr(end, end_ - end));
            if (mark > 0 ? !goes_on(end + mark) : !is_letter(end)) {
                break;
            }
            end += mark > 0 ? mark : 1;
        }
        auto& item = add(TimeItem::Kind::word, at, end);
        item.capital = text_[at] >= 'A' && text_[at] <= 'Z';
        item.word = words_.find(text_.substr(at, end - at));
        if (end < end_ && text_[end] == '.') { // the cutter left the full stop with its abbreviation
            item.dotted = true;
            item.span.end = static_cast<std::uint32_t>(++end);
        }
        return end;
    }

    /// After an apostrophe within a word: "o'clock" goes on, the possessive "'s" is an item of its own.
    [[nodiscard]] bool goes_on(std::size_t at) const {
        if (at >= end_ || !is_letter(at)) {
            return false;
        }
        const bool possessive = text_[at] == 's' && (at + 1 == end_ || !is_letter(at + 1));
        return !possessive;
    }

    std::size_t number(std::size_t at) {
        TimeItem read;
        read.number = 0;
        auto end = at;
        const auto take_digits = [&](bool whole) {
            for (; end < end_ && is_digit(text_[end]); ++end) {
                if (whole && read.digits < 15) {
                    read.number = read.number * 10 + (text_[end] - '0');
                    ++read.digits;
                }
            }
        };
        take_digits(true);
        while (has_group(end)) {
            read.grouped = true;
            ++end;
            take_digits(true);
        }
        if (end + 1 < end_ && text_[end] == '.' && is_digit(text_[end + 1])) {
            read.decimal = true;
            ++end;
            take_digits(false);
        }
        end = suffix(end, read);
        auto& item = add(TimeItem::Kind::number, at, end);
        read.span = item.span;
        read.kind = item.kind;
        read.space_before = item.space_before;
        item = read;
        return end;
    }

    [[nodiscard]] bool has_group(std::size_t at) const {
        return at + 3 < end_ && text_[at] == ',' && is_digit(text_[at + 1]) && is_digit(text_[at + 2]) &&
               is_digit(text_[at + 3]) && (at + 4 == end_ || !is_digit(text_[at + 4]));
    }

    std::size_t suffix(std::size_t at, TimeItem& item) const {
        const auto rest = text_.substr(at, end_ - at);
        const auto ends = [&](std::size_t length) { return rest.size() <= length || !is_letter(at + length); };
        for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
            if (rest.starts_with(ordinal) && ends(2)) {
                item.ordinal = true;
                return at + 2;
            }
        }
        const auto mark = apostrophe(rest);
        if (rest.substr(mark).starts_with('s') && ends(mark + 1) && item.number % 10 == 0) {
            item.decade = true;
            return at + mark + 1;
        }
        return at;
    }

    std::string_view text_;
    const TimeWords& words_;
    std::vector<TimeItem>& items_;
    std::size_t end_ = 0; ///< of the token
    bool space_ = false;
};

} // namespace

void read_items(const Document& document,
                const Sentence& sentence,
                const TimeWords& words,
                std::vector<TimeItem>& items) {
    Cutter cutter(document, words, items);
    for (auto i = sentence.first; i < sentence.last; ++i) {
        cutter.token(document.tokens[i]);
    }
}

} // namespace demarche::extract
