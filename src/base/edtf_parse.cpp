#include "base/edtf_hint.hpp"
#include "base/edtf_point.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace demarche {

namespace {

/// Longer texts are no dates; a set of ninety days fits.
constexpr std::size_t kLongestText = 1000;
constexpr std::string_view kDots = "..";

/// The parts of an expression, as they become an Edtf.
struct Parts {
    EdtfKind kind = EdtfKind::point;
    std::vector<EdtfPoint> points;
    std::vector<std::size_t> ranges;
    EdtfEnd start = EdtfEnd::known;
    EdtfEnd end = EdtfEnd::known;
};

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    /// nullopt: refused, see error().
    std::optional<Parts> parse() {
        const bool parsed = known_letters() && expression();
        return parsed ? std::optional<Parts>(std::move(parts_)) : std::nullopt;
    }

    [[nodiscard]] const EdtfError& error() const { return error_; }

private:
    bool known_letters();
    bool expression();
    bool interval(std::size_t slash);
    bool set();
    bool range(std::size_t begin, std::size_t dots, std::size_t end);
    bool point(std::size_t begin, std::size_t end);
    bool last_two_in_order(std::size_t at);

    bool fail(std::size_t at, std::string message, std::string hint = {}) {
        error_ = {at, std::move(message), std::move(hint)};
        return false;
    }

    std::string_view text_;
    Parts parts_;
    EdtfError error_;
};

bool Parser::known_letters() {
    if (text_.size() > kLongestText) {
        return fail(kLongestText, "a date of more than " + std::to_string(kLongestText) + " bytes");
    }
    const std::size_t at = text_.find_first_not_of("0123456789-?~%XYTZ:+/.,[]{}");
    if (at == std::string_view::npos) {
        return true;
    }
    const std::u32string rest = decode_utf8(text_.substr(at));
    return fail(at, "unexpected \"" + printable(encode_utf8(rest.substr(0, 1))) + "\" in a date");
}

bool Parser::expression() {
    if (text_.front() == '[' || text_.front() == '{') {
        return set();
    }
    if (const std::size_t slash = text_.find('/'); slash != std::string_view::npos) {
        return interval(slash);
    }
    if (const std::size_t dots = text_.find(kDots); dots != std::string_view::npos) {
        return fail(dots, "a range without brackets");
    }
    return point(0, text_.size());
}

bool Parser::point(std::size_t begin, std::size_t end) {
    std::variant<EdtfPoint, EdtfError> result = parse_edtf_point(text_.substr(begin, end - begin), begin);
    if (EdtfError* const error = std::get_if<EdtfError>(&result)) {
        error_ = std::move(*error);
        return false;
    }
    parts_.points.push_back(std::move(std::get<EdtfPoint>(result)));
    return true;
}

/// Times of one day are compared only where both name the same zone, or none.
bool Parser::last_two_in_order(std::size_t at) {
    const EdtfPoint& a = parts_.points[parts_.points.size() - 2];
    const EdtfPoint& b = parts_.points.back();
    const bool times_reversed = a.minute_of_day && b.minute_of_day && a.range == b.range && a.zone == b.zone &&
                                *a.minute_of_day > *b.minute_of_day;
    if (a.range.first <= b.range.last && !times_reversed) {
        return true;
    }
    return fail(at, "\"" + b.text + "\" comes before \"" + a.text + "\"", "the earlier date is written first");
}

bool Parser::interval(std::size_t slash) {
    parts_.kind = EdtfKind::interval;
    if (const std::size_t second = text_.find('/', slash + 1); second != std::string_view::npos) {
        return fail(second, "a second \"/\"");
    }
    const auto end_of = [](std::string_view side) {
        if (side.empty()) {
            return EdtfEnd::unknown;
        }
        return side == kDots ? EdtfEnd::open : EdtfEnd::known;
    };
    parts_.start = end_of(text_.substr(0, slash));
    parts_.end = end_of(text_.substr(slash + 1));
    if (parts_.start != EdtfEnd::known && parts_.end != EdtfEnd::known) {
        return fail(0, "an interval with neither end", "where no date is known, leave it out");
    }
    if (parts_.start == EdtfEnd::known && !point(0, slash)) {
        return false;
    }
    if (parts_.end == EdtfEnd::known && !point(slash + 1, text_.size())) {
        return false;
    }
    return parts_.points.size() < 2 || last_two_in_order(slash + 1);
}

bool Parser::set() {
    const bool one = text_.front() == '[';
    const char closing = one ? ']' : '}';
    parts_.kind = one ? EdtfKind::one_of : EdtfKind::all_of;
    const std::size_t last = text_.size() - 1;
    if (last == 0 || text_.back() != closing) {
        return fail(text_.size(), std::string("the set has no closing \"") + closing + "\"",
                    one ? "for example [2025-02-10..2025-02-16]" : "for example {2025-02-10..2025-02-16}");
    }
    if (const std::size_t inner = text_.find_first_of("[]{}/", 1); inner < last) {
        return fail(inner, std::string("unexpected \"") + text_[inner] + "\" inside a set");
    }
    for (std::size_t begin = 1; begin <= last;) {
        const std::size_t end = std::min(text_.find(',', begin), last);
        const std::size_t dots = text_.find(kDots, begin);
        if (begin == end) {
            return fail(begin, "a date is missing in the set");
        }
        if (dots < end ? !range(begin, dots, end) : !point(begin, end)) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

/// `A..B` anywhere, `..B` as the first and `A..` as the last of a set.
bool Parser::range(std::size_t begin, std::size_t dots, std::size_t end) {
    const std::size_t after = dots + kDots.size();
    const bool from_open = begin == dots;
    const bool to_open = after == end;
    if (from_open && to_open) {
        return fail(begin, "a range with neither end", "where no date is known, leave it out");
    }
    if (from_open) {
        parts_.start = EdtfEnd::open;
        return begin == 1 ? point(after, end) : fail(begin, "only the first of a set has an open beginning");
    }
    if (to_open) {
        parts_.end = EdtfEnd::open;
        return end == text_.size() - 1 ? point(begin, dots) : fail(dots, "only the last of a set has an open end");
    }
    parts_.ranges.push_back(parts_.points.size());
    return point(begin, dots) && point(after, end) && last_two_in_order(after);
}

} // namespace

std::variant<Edtf, EdtfError> parse_edtf(std::string_view text) {
    Edtf result;
    if (text.empty()) {
        return result;
    }
    Parser parser(text);
    std::optional<Parts> parts = parser.parse();
    if (!parts) {
        EdtfError error = parser.error();
        if (error.hint.empty()) {
            error.hint = edtf_hint(text);
        }
        return error;
    }
    result.kind_ = parts->kind;
    result.text_ = text;
    result.points_ = std::move(parts->points);
    result.ranges_ = std::move(parts->ranges);
    result.start_ = parts->start;
    result.end_ = parts->end;
    return result;
}

} // namespace demarche
