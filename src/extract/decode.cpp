#include "extract/decode.hpp"

#include "base/encoding.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

constexpr std::size_t kHead = 2048; ///< where declarations stand

struct Start {
    std::string_view bytes;
    std::string_view what;
};

/// What other files begin with.
constexpr std::array<Start, 14> kOtherFiles{{
    {"%PDF-", "a PDF file"},
    {"PK\x03\x04", "a ZIP archive or an office document"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"RIFF", "a RIFF file"},
    {"\x1F\x8B", "a gzip archive"},
    {"BZh", "a bzip2 archive"},
    {"\xFD\x37zXZ", "an xz archive"},
    {"7z\xBC\xAF", "a 7z archive"},
    {"\x7F\x45LF", "a program"},
    {"{\\rtf", "an RTF document"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"SQLite format 3", "an SQLite database"},
}};

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::optional<std::string_view> other_file(std::string_view bytes) {
    for (const Start& start : kOtherFiles) {
        if (bytes.starts_with(start.bytes)) {
            return start.what;
        }
    }
    return std::nullopt;
}

/// UTF-16 by its mark, or by the many NUL bytes of one parity that Latin text has there; empty: it is not.
std::string utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
    }
    const std::string_view head = bytes.substr(0, kHead);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        nuls.at(i % 2) += head[i] == '\0' ? 1 : 0;
    }
    const std::size_t most = head.size() / 3;
    if (head.size() < 4 || std::max(nuls[0], nuls[1]) < most || std::min(nuls[0], nuls[1]) * 8 > most) {
        return {};
    }
    return nuls[1] > nuls[0] ? "UTF-16LE" : "UTF-16BE";
}

bool is_label_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// The encoding that an XML declaration or a <meta> names; empty: none does.
std::string declared(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, kHead);
    for (const std::string_view key : {"encoding=", "charset="}) {
        std::size_t at = head.find(key);
        if (at == std::string_view::npos || head.find('<') > at) {
            continue;
        }
        at = std::min(head.find_first_not_of("\"' ", at + key.size()), head.size());
        std::size_t end = at;
        while (end < head.size() && is_label_character(head[end])) {
            ++end;
        }
        return std::string(head.substr(at, end - at));
    }
    return {};
}

/// Whether there are controls that no text has, beyond a stray one. NUL is one of them.
bool has_controls(std::string_view text) {
    const auto is_control = [](char c) {
        return (c >= 0 && c < 32 && !(c >= '\t' && c <= '\r') && c != '\x1B') || c == 127;
    };
    const auto controls = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_control));
    const bool nul = text.find('\0') != std::string_view::npos;
    return nul || controls * 200 > text.size() + 400;
}

void say_encoding(const std::string& encoding, const char* how, const std::string& name, Diagnostics& diagnostics) {
    diagnostics.note("encoding", {name, 0, 0}, "read as " + encoding + ", " + how,
                     "offsets count the characters of the text that 'demarche extract --as text' prints");
}

std::optional<std::string> refuse(const std::string& what, const std::string& name, Diagnostics& diagnostics) {
    diagnostics.error("not-text", {name, 0, 0}, what, "give the article as plain text, HTML, NITF, NewsML-G2 or ninjs");
    return std::nullopt;
}

} // namespace

std::optional<std::string> decode(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
    if (const auto what = other_file(bytes)) {
        return refuse("this is " + std::string(*what) + ", not the text of an article", name, diagnostics);
    }
    if (const std::string encoding = utf16(bytes); !encoding.empty()) {
        std::string_view rest = bytes;
        const bool marked = rest.starts_with("\xFF\xFE") || rest.starts_with("\xFE\xFF");
        rest.remove_prefix(marked ? 2 : 0);
        auto text = to_utf8(rest, encoding);
        if (!text || has_controls(*text)) {
            return refuse("these bytes are no text", name, diagnostics);
        }
        say_encoding(encoding, marked ? "as its byte order mark says" : "as its bytes look", name, diagnostics);
        return text;
    }
    if (bytes.starts_with(kUtf8Mark)) {
        bytes.remove_prefix(kUtf8Mark.size());
    }
    if (has_controls(bytes)) {
        return refuse("these bytes are no text", name, diagnostics);
    }
    if (!first_invalid_utf8(bytes)) {
        return std::string(bytes);
    }
    if (const std::string encoding = declared(bytes); !encoding.empty() && encoding != "utf-8" && encoding != "UTF-8") {
        if (auto text = to_utf8(bytes, encoding)) {
            say_encoding(encoding, "as it declares", name, diagnostics);
            return text;
        }
    }
    const std::string encoding = guess_encoding(bytes);
    auto text = encoding.empty() ? std::nullopt : to_utf8(bytes, encoding);
    if (!text) {
        diagnostics.error("encoding", {name, 0, 0}, "cannot tell the encoding of this text", "save it as UTF-8");
        return std::nullopt;
    }
    say_encoding(encoding, "as its bytes look: it is not UTF-8", name, diagnostics);
    return text;
}

} // namespace demarche::extract
