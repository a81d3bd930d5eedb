#include "compose/message.hpp"

#include "base/language.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace demarche::compose {

namespace {

constexpr int kDeepest = 8; ///< plurals within plurals: more is no sentence

struct Piece;
using Pieces = std::vector<Piece>;

struct PluralCase {
    std::string name; ///< "one", "=0"
    Pieces pieces;
};

struct Piece {
    enum class Kind { text, place, plural, number } kind = Kind::text;
    std::string text; ///< the text, or the name of a place or plural
    std::vector<PluralCase> cases;
};

bool is_case(std::string_view name) {
    constexpr std::array<std::string_view, 6> kCategories{"zero", "one", "two", "few", "many", "other"};
    return std::ranges::find(kCategories, name) != kCategories.end() ||
           (name.size() > 1 && name.front() == '=' &&
            name.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

/// Reads a message from front to back; the first problem ends it.
class Parser {
public:
    explicit Parser(std::string_view message) : rest_(message) {}

    Pieces parse() { return pieces(0); }

    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    Pieces pieces(int depth) {
        Pieces found;
        while (!rest_.empty() && problem_.empty()) {
            const std::size_t at = std::min(rest_.find_first_of(depth > 0 ? "{}#" : "{}"), rest_.size());
            if (at > 0) {
                found.push_back({Piece::Kind::text, std::string(rest_.substr(0, at)), {}});
                rest_.remove_prefix(at);
                continue;
            }
            if (rest_.front() == '}') {
                if (depth == 0) {
                    fail("a place in the words is written {name}, with nothing but a name inside");
                }
                return found;
            }
            const bool number = rest_.front() == '#';
            rest_.remove_prefix(1);
            found.push_back(number ? Piece{Piece::Kind::number, {}, {}} : place(depth));
        }
        return found;
    }

    /// What follows an opening brace.
    Piece place(int depth) {
        const std::size_t end = rest_.find_first_of("{},");
        if (end == std::string_view::npos || rest_[end] == '{' || end == 0) {
            fail("a place in the words is written {name}, with nothing but a name inside");
            return {};
        }
        Piece piece{Piece::Kind::place, std::string(rest_.substr(0, end)), {}};
        const bool bare = rest_[end] == '}';
        rest_.remove_prefix(end + 1);
        if (bare) {
            return piece;
        }
        piece.kind = Piece::Kind::plural;
        if (word() != "plural" || !skip(',')) {
            fail("after {name, only \"plural\" can follow: {count, plural, one {# day} other {# days}}");
        } else if (depth >= kDeepest) {
            fail("plurals stand too deep within each other");
        } else {
            piece.cases = cases(depth);
        }
        return piece;
    }

    std::vector<PluralCase> cases(int depth) {
        std::vector<PluralCase> found;
        while (problem_.empty() && !skip('}')) {
            const std::string name = word();
            if (!is_case(name)) {
                fail("a plural has the cases zero, one, two, few, many, other and =0, =1 ..., not \"" + name + "\"");
            } else if (!skip('{')) {
                fail("the words of the case \"" + name + "\" stand in braces");
            } else {
                found.push_back({name, pieces(depth + 1)});
                if (problem_.empty() && !skip('}')) {
                    fail("a brace is not closed");
                }
            }
        }
        if (problem_.empty() &&
            std::ranges::none_of(found, [](const PluralCase& one) { return one.name == "other"; })) {
            fail("a plural needs the case \"other\"");
        }
        return found;
    }

    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \n\t"), rest_.size())); }

    bool skip(char wanted) {
        skip_blanks();
        if (rest_.empty() || rest_.front() != wanted) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    std::string word() {
        skip_blanks();
        const std::string_view word = rest_.substr(0, rest_.find_first_of(" \n\t{},"));
        rest_.remove_prefix(word.size());
        return std::string(word);
    }

    void fail(std::string problem) {
        if (problem_.empty()) {
            problem_ = std::move(problem);
        }
    }

    std::string_view rest_;
    std::string problem_;
};

void add_shape(const Pieces& pieces, MessageShape& shape) {
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::place || piece.kind == Piece::Kind::plural) {
            shape.places.insert(piece.text);
        }
        if (piece.kind == Piece::Kind::plural) {
            std::set<std::string> names;
            for (const PluralCase& one : piece.cases) {
                names.insert(one.name);
                add_shape(one.pieces, shape);
            }
            shape.plurals.push_back(std::move(names));
        }
    }
}

/// The case of `count`, which may be no number.
const PluralCase& chosen(const Piece& plural, const std::string& count, const std::string& language) {
    const auto named = [&plural](const std::string& name) {
        return std::ranges::find(plural.cases, name, &PluralCase::name);
    };
    auto found = named("=" + count);
    long long number = 0;
    const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), number);
    if (found == plural.cases.end() && error == std::errc() && end == count.data() + count.size()) {
        found = named(plural_category(language, number));
    }
    return found == plural.cases.end() ? *named("other") : *found;
}

void fill(const Pieces& pieces,
          const MessageValues& values,
          const std::string& language,
          const std::string& number,
          std::string& text) {
    const auto value_of = [&values](const std::string& name) {
        const auto value = values.find(name);
        return value == values.end() ? std::string() : value->second;
    };
    for (const Piece& piece : pieces) {
        switch (piece.kind) {
        case Piece::Kind::text:
            text += piece.text;
            break;
        case Piece::Kind::number:
            text += number;
            break;
        case Piece::Kind::place:
            text += value_of(piece.text);
            break;
        case Piece::Kind::plural: {
            const std::string count = value_of(piece.text);
            fill(chosen(piece, count, language).pieces, values, language, count, text);
            break;
        }
        }
    }
}

} // namespace

MessageShape shape_of(const std::string& message) {
    Parser parser(message);
    const Pieces pieces = parser.parse();
    MessageShape shape;
    shape.problem = parser.problem();
    if (shape.problem.empty()) {
        add_shape(pieces, shape);
    }
    return shape;
}

std::string filled(const std::string& message, const MessageValues& values, const std::string& language) {
    if (message.find('{') == std::string::npos) {
        return message;
    }
    Parser parser(message);
    const Pieces pieces = parser.parse();
    if (!parser.problem().empty()) {
        return message;
    }
    std::string text;
    fill(pieces, values, language, {}, text);
    return text;
}

} // namespace demarche::compose
