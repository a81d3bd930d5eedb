#include "model/dossier_fields.hpp"

#include "base/number.hpp"

namespace demarche {

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts;
    const std::string collapsed = xml::collapse_blanks(text);
    for (std::size_t at = 0; at < collapsed.size();) {
        const std::size_t end = std::min(collapsed.find(' ', at), collapsed.size());
        parts.push_back(collapsed.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

void read_value(const std::string& text, std::string& member) {
    // An empty value is as if left out: the member keeps its own default.
    if (std::string words = xml::collapse_blanks(text); !words.empty()) {
        member = std::move(words);
    }
}

void read_value(const std::string& text, std::vector<std::string>& member) {
    member = split_list(text);
}

void read_value(const std::string& text, int& member) {
    if (const auto number = parse_integer(text)) {
        member = static_cast<int>(*number);
    }
}

void read_value(const std::string& text, bool& member) {
    member = text == "yes" || (member && text != "no");
}

void read_value(const std::string& text, Edtf& member) {
    auto parsed = parse_edtf(text);
    if (auto* date = std::get_if<Edtf>(&parsed)) {
        member = std::move(*date);
    }
}

void read_value(const std::string& text, EventType& member) {
    member = event_type(text);
}

void read_value(const std::string& text, std::optional<Colour>& member) {
    member = parse_colour(text);
}

void read_value(const std::string& text, std::optional<std::size_t>& member) {
    if (const auto number = parse_integer(text); number && *number >= 0) {
        member = static_cast<std::size_t>(*number);
    }
}

std::string value_text(const std::string& member) {
    return member;
}

std::string value_text(const std::vector<std::string>& member) {
    std::string text;
    for (const std::string& part : member) {
        text += text.empty() ? part : " " + part;
    }
    return text;
}

std::string value_text(int member) {
    return std::to_string(member);
}

std::string value_text(bool member) {
    return member ? "yes" : "no";
}

std::string value_text(const Edtf& member) {
    return member.text();
}

std::string value_text(const EventType& member) {
    return to_text(member);
}

std::string value_text(const std::optional<Colour>& member) {
    return member ? to_text(*member) : std::string();
}

std::string value_text(const std::optional<std::size_t>& member) {
    return member ? std::to_string(*member) : std::string();
}

} // namespace demarche
