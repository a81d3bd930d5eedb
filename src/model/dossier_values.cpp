#include "model/dossier_values.hpp"

#include "base/colour.hpp"
#include "base/edtf.hpp"
#include "base/folding.hpp"
#include "base/number.hpp"
#include "model/dossier_fields.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace demarche {
namespace {

/// One value under examination.
struct Check {
    const xml::Document& document;
    const xml::Attribute& attribute;
    const AttributeRule& rule;
    Diagnostics& diagnostics;

    [[nodiscard]] const std::string& value() const { return attribute.value; }

    /// Reports at the byte `offset` of the value.
    void refuse(const char* code, std::string message, std::string hint = {}, std::size_t offset = 0) const {
        diagnostics.error(code, document.where(attribute, offset), std::move(message), std::move(hint));
    }
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void check_text(const Check& check) {
    if (const auto fault = fault_of_words(check.value())) {
        check.refuse(fault->code, check.attribute.name + fault->message, fault->hint, fault->offset);
    }
}

void check_id(const Check& check) {
    if (!is_id(check.value())) {
        check.refuse("bad-id", quoted(check.value()) + " is no id",
                     "an id begins with a letter of A to Z or \"_\" and goes on with those, digits, \".\" and \"-\"");
    }
}

void check_edtf(const Check& check) {
    const auto parsed = parse_edtf(check.value());
    if (const auto* error = std::get_if<EdtfError>(&parsed)) {
        check.refuse("bad-date", check.attribute.name + "=" + quoted(check.value()) + ": " + error->message,
                     error->hint, std::min(error->offset, check.value().size()));
    }
}

void check_day(const Check& check) {
    const std::string& text = check.value();
    const bool shaped =
        text.size() == 10 && text[4] == '-' && text[7] == '-' && std::count_if(text.begin(), text.end(), is_digit) == 8;
    if (!shaped || std::holds_alternative<EdtfError>(parse_edtf(text))) {
        check.refuse("bad-date", check.attribute.name + "=" + quoted(text) + " is no day of the calendar",
                     "write it as YYYY-MM-DD");
    }
}

void check_number(const Check& check) {
    const auto number = parse_integer(check.value());
    const std::string range =
        "a whole number from " + std::to_string(check.rule.least) + " to " + std::to_string(check.rule.most);
    if (!number) {
        check.refuse("bad-number", check.attribute.name + "=" + quoted(check.value()) + " is no number",
                     "write " + range);
    } else if (*number < check.rule.least || *number > check.rule.most) {
        check.refuse("out-of-range", check.attribute.name + "=" + quoted(check.value()) + " is not " + range);
    }
}

/// What to offer in place of an event type: the modes of its category where that is known, else the categories.
std::vector<std::string> types_like(const std::string& word, const std::vector<std::string>& types) {
    const std::string category = word.substr(0, word.find('/'));
    const bool known = std::find(types.begin(), types.end(), category) != types.end();
    std::vector<std::string> like;
    for (const std::string& type : types) {
        const std::size_t slash = type.find('/');
        if (known ? type.substr(0, slash) == category : slash == std::string::npos) {
            like.push_back(type);
        }
    }
    return like;
}

/// The choice that people who do not know the words of dossiers write in another word; empty if there is none.
std::string other_word(const std::string& word, const std::vector<std::string>& choices) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kOtherWords{{
        {"expected", "planned"},
        {"scheduled", "planned"},
        {"proposed", "planned"},
        {"future", "planned"},
        {"happened", "occurred"},
        {"done", "occurred"},
        {"past", "occurred"},
        {"canceled", "cancelled"},
        {"organization", "organisation"},
    }};
    const auto is_choice = [&](std::string_view candidate) {
        return std::find(choices.begin(), choices.end(), candidate) != choices.end();
    };
    for (const auto& [other, meant] : kOtherWords) {
        if (word == other && is_choice(meant)) {
            return std::string(meant);
        }
    }
    // A mode without its category.
    const auto typed = std::find_if(choices.begin(), choices.end(),
                                    [&](const std::string& choice) { return choice.ends_with("/" + word); });
    return typed == choices.end() ? std::string() : *typed;
}

/// One word out of the rule's choices, at the byte `offset` of the value.
void check_choice(const Check& check, const std::string& word, std::size_t offset) {
    constexpr std::size_t kMostListed = 20;
    const auto choices = check.rule.choices();
    if (std::find(choices.begin(), choices.end(), word) == choices.end()) {
        const auto listed = choices.size() > kMostListed ? types_like(word, choices) : choices;
        const std::string meant = other_word(word, choices);
        check.refuse("bad-choice", quoted(word) + " is no value of " + check.attribute.name,
                     meant.empty() ? advice(word, listed)
                                   : "did you mean " + quoted(meant) + "? (choices: " + joined(listed) + ")",
                     offset);
    }
}

void check_choices(const Check& check) {
    std::size_t at = 0;
    for (const std::string& word : split_list(check.value())) {
        at = check.value().find(word, at);
        check_choice(check, word, at);
        at += word.size();
    }
}

void check_cameo(const Check& check) {
    const std::string& text = check.value();
    if (text.size() < 2 || text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) {
        check.refuse("bad-cameo", quoted(text) + " is no CAMEO code", "write two to four digits, such as 040");
    }
}

void check_colour(const Check& check) {
    if (!parse_colour(check.value())) {
        check.refuse("bad-colour", quoted(check.value()) + " is no colour", "write it as #rrggbb, such as #0062a3");
    }
}

/// Pictures carry URLs as links: nothing but the web may hide there.
void check_url(const Check& check) {
    const std::string& text = check.value();
    const std::size_t colon = text.find("://");
    std::string scheme = text.substr(0, colon == std::string::npos ? 0 : colon);
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (scheme != "http" && scheme != "https") {
        check.refuse("bad-url", quoted(text) + " is no address of the web", "it begins with http:// or https://");
        return;
    }
    const bool has_host = colon + 3 < text.size() && text[colon + 3] != '/';
    const bool clean = std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '<' || c == '>' || c == '"' || c == '\\';
    });
    if (!has_host || !clean) {
        check.refuse("bad-url", quoted(text) + " is no address of the web",
                     has_host ? "it holds no blanks, quotation marks, angle brackets or backslashes"
                              : "it names no host");
    }
}

void check_language(const Check& check) {
    const std::string& tag = check.value();
    bool good = true;
    std::size_t subtag = 0;
    for (std::size_t i = 0, length = 0; i <= tag.size(); ++i) {
        if (i < tag.size() && tag[i] != '-') {
            // The first subtag is a language: letters only.
            good = good && is_letter_or_digit(tag[i]) && (subtag > 0 || !is_digit(tag[i]));
            ++length;
        } else {
            good = good && length <= 8 && length >= (subtag == 0 ? 2U : 1U);
            length = 0;
            ++subtag;
        }
    }
    if (!good) {
        check.refuse("bad-language", quoted(tag) + " is no language tag", "write a BCP 47 tag, such as en or pt-BR");
    }
}

void check_file(const Check& check) {
    if (const std::string reason = refused_path(check.value()); !reason.empty()) {
        check.refuse("bad-path", quoted(check.value()) + " " + reason,
                     check.attribute.name == "previous"
                         ? "name a folder inside the dossier's, relative to that; or take draw --previous"
                         : "put the article into the dossier's folder and name it relative to that");
    }
}

} // namespace

std::optional<WordsFault> fault_of_words(std::string_view words) {
    if (words.size() > kLongestWords) {
        return WordsFault{"too-long", " has more than " + std::to_string(kLongestWords) + " bytes", "shorten it", 0};
    }
    const auto byte_at = [&](std::size_t i) { return i < words.size() ? static_cast<unsigned char>(words[i]) : 0U; };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const unsigned byte = byte_at(i);
        const bool c1 = byte == 0xC2 && byte_at(i + 1) < 0xA0;
        const bool c0 = byte < 0x20 && !xml::is_blank(words.substr(i, 1));
        if (c0 || byte == 0x7F || c1) {
            return WordsFault{"control-character", " holds a control character", "delete it", i};
        }
        // U+202A to U+202E, U+2066 to U+2069.
        const unsigned last = byte_at(i + 2);
        const bool turns = byte == 0xE2 && ((byte_at(i + 1) == 0x80 && last >= 0xAA && last <= 0xAE) ||
                                            (byte_at(i + 1) == 0x81 && last >= 0xA6 && last <= 0xA9));
        if (turns) {
            return WordsFault{
                "misleading-text",
                " holds an invisible character that changes the direction of the text: what is read is not "
                "what is written",
                "delete it: the direction of words follows from their letters", i};
        }
    }
    if (!xml::is_blank(words) && fold(words).empty()) {
        return WordsFault{"invisible-text", " holds blanks and invisible characters only", "write words", 0};
    }
    return std::nullopt;
}

std::string refused_path(std::string_view path) {
    constexpr std::size_t kLongestPath = 1000;
    if (path.size() > kLongestPath) {
        return "is too long for a path";
    }
    if (path.starts_with('/')) {
        return "is an absolute path";
    }
    if (path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos) {
        return "holds a backslash or a colon: folders are separated by \"/\"";
    }
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part == "..") {
            return "leads out of the dossier's folder";
        }
        if (part.empty() || path == "-") {
            return "is no path of a file";
        }
        at = end + 1;
    }
    return {};
}

void check_value(const xml::Document& document,
                 const xml::Attribute& attribute,
                 const AttributeRule& rule,
                 Diagnostics& diagnostics) {
    if (xml::is_blank(attribute.value)) {
        return; // as if left out
    }
    const Check check{document, attribute, rule, diagnostics};
    switch (rule.kind) {
    case ValueKind::text:
        return check_text(check);
    case ValueKind::id:
        return check_id(check);
    case ValueKind::reference:
    case ValueKind::references:
        return; // dossier_references.hpp
    case ValueKind::edtf:
        return check_edtf(check);
    case ValueKind::day:
        return check_day(check);
    case ValueKind::number:
        return check_number(check);
    case ValueKind::choice:
        return check_choice(check, attribute.value, 0);
    case ValueKind::event_types:
        return check_choices(check);
    case ValueKind::cameo:
        return check_cameo(check);
    case ValueKind::colour:
        return check_colour(check);
    case ValueKind::url:
        return check_url(check);
    case ValueKind::language:
        return check_language(check);
    case ValueKind::file:
        return check_file(check);
    }
}

} // namespace demarche
