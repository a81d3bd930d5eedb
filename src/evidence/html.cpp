#include "evidence/html.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace demarche::evidence {

namespace {

/// Neither HTML nor XML has them: C0 but for white space, DEL and C1, and the code points that are no characters.
bool is_forbidden(char32_t c) {
    const bool blank = c == U'\t' || c == U'\n' || c == U'\r' || c == U'\f';
    return (c < 0x20 && !blank) || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

bool is_plain(char c) {
    return static_cast<unsigned char>(c) < 0x7F && (c >= ' ' || c == '\n') && c != '<' && c != '>' && c != '&' &&
           c != '"' && c != '\'';
}

} // namespace

std::string escaped(std::string_view words) {
    if (std::all_of(words.begin(), words.end(), is_plain)) {
        return std::string(words);
    }
    std::u32string points = decode_utf8(words);
    std::replace_if(points.begin(), points.end(), is_forbidden, U'\uFFFD');
    std::string text;
    for (const char c : encode_utf8(points)) {
        switch (c) {
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        case '&':
            text += "&amp;";
            break;
        case '"':
            text += "&quot;";
            break;
        case '\'':
            text += "&#39;";
            break;
        default:
            text += c;
        }
    }
    return text;
}

std::string web_address(const std::string& url) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    constexpr std::string_view kUnsafe = " \"<>\\^`{|}'";
    std::string scheme = url.substr(0, url.find(':'));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if ((scheme != "http" && scheme != "https") || url.compare(scheme.size(), 3, "://") != 0) {
        return {};
    }
    std::string encoded;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || kUnsafe.find(c) != std::string_view::npos) {
            encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        } else {
            encoded += c;
        }
    }
    return encoded;
}

void Html::start(std::string_view tag, const Attributes& attributes) {
    text_ += '<';
    text_ += tag;
    for (const auto& [name, value] : attributes) {
        text_ += ' ';
        text_ += name;
        if (value != kNoValue) {
            text_ += "=\"" + escaped(value) + '"';
        }
    }
    text_ += '>';
}

void Html::open(std::string_view tag, const Attributes& attributes) {
    start(tag, attributes);
    open_.emplace_back(tag);
}

void Html::close() {
    text_ += "</" + open_.back() + '>';
    open_.pop_back();
}

void Html::text(std::string_view words) {
    text_ += escaped(words);
}

void Html::element(std::string_view tag, std::string_view words, const Attributes& attributes) {
    open(tag, attributes);
    text(words);
    close();
}

void Html::foreign(std::string_view tag, std::string_view words, Attributes attributes) {
    attributes.emplace_back("dir", "auto");
    element(tag, words, attributes);
}

void Html::lone(std::string_view tag, const Attributes& attributes) {
    start(tag, attributes);
}

} // namespace demarche::evidence
