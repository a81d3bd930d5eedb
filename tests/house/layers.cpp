#include "layers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

namespace demarche::house {
namespace {

using Rooms = std::vector<std::string>;

struct Library {
    const char* name;
    std::regex header; ///< matches what stands between the angle brackets
    std::regex home;   ///< files that may include it, as paths below src/
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> list{
        {"Graphviz", std::regex("(graphviz/.*|gvc\\.h|cgraph\\.h|cdt\\.h|types\\.h|gvplugin.*)"),
         std::regex("network/cgraph\\.cpp")},
        {"Cairo, Pango and fontconfig",
         std::regex("(cairo.*|pango.*|fontconfig/.*|harfbuzz/.*|hb.*|ft2build\\.h|freetype.*|glib.*)"),
         std::regex("(text|write)/.*")},
        {"pugixml and expat", std::regex("(pugixml\\.hpp|expat.*)"),
         std::regex("(base/xml[^/]*|model/.*|compose/template[^/]*|write/.*)")},
        {"libqpdf", std::regex("qpdf/.*"), std::regex("write/pdf_.*")},
        {"libxml2", std::regex("libxml/.*"), std::regex("extract/markup\\.cpp")},
        {"nlohmann json", std::regex("nlohmann/.*"), std::regex(".*\\.cpp")},
        {"ICU", std::regex("unicode/.*"), std::regex("(base|text)/.*")},
        {"CLI11", std::regex("CLI/.*"), std::regex("cli/.*")},
        {"httplib", std::regex("httplib\\.h"), std::regex("live/server\\.cpp")},
        {"a test framework", std::regex("g(test|mock)/.*"), std::regex("(?!)")},
    };
    return list;
}

std::string room_of(std::string_view path) {
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string listed(const Rooms& rooms) {
    std::string text;
    for (const auto& room : rooms) {
        text += (text.empty() ? "" : ", ") + room;
    }
    return text.empty() ? "nothing of ours" : text;
}

std::optional<std::string> own_breach(const std::string& from, const std::string& header) {
    if (header.find("..") != std::string::npos) {
        return "write it as \"room/file.hpp\"";
    }
    if (from.empty() || from == "cli") {
        return std::nullopt;
    }
    const auto row = table().find(from);
    if (row == table().end()) {
        return "no room \"" + from + "\" in the table";
    }
    const auto to = room_of(header);
    const auto& allowed = row->second;
    if (to != from && std::find(allowed.begin(), allowed.end(), to) == allowed.end()) {
        return from + " may include " + listed(allowed);
    }
    return std::nullopt;
}

std::optional<std::string> library_breach(const std::string& file, const std::string& header) {
    for (const auto& library : libraries()) {
        if (std::regex_match(header, library.header) && !std::regex_match(file, library.home)) {
            return std::string(library.name) + " stay out of this file";
        }
    }
    return std::nullopt;
}

} // namespace

const std::map<std::string, std::vector<std::string>>& table() {
    static const std::map<std::string, std::vector<std::string>> rows{
        {"base", {}},
        {"model", {"base"}},
        {"extract", {"base", "model"}},
        {"assemble", {"base", "model", "extract"}},
        {"view", {"base", "model"}},
        {"text", {"base"}},
        {"timeline", {"base", "view", "text"}},
        {"network", {"base", "view", "text"}},
        {"scene", {"base"}},
        {"compose", {"base", "view", "timeline", "network", "scene", "text"}},
        {"write", {"base", "scene", "text"}},
        {"evidence", {"base", "model", "extract", "view", "scene", "compose"}},
        {"live", {"base"}},
    };
    return rows;
}

std::map<std::string, std::vector<std::string>> documented_table(std::string_view text) {
    static const std::regex row("\\| `([a-z]+)` \\|[^|]*\\| ([a-z, ]+) \\|");
    static const std::regex word("[a-z]+");
    std::map<std::string, std::vector<std::string>> rows;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (!std::regex_match(line, match, row) || match[2] == "everything") {
            continue;
        }
        auto& rooms = rows[match[1]];
        const auto list = match[2].str();
        if (list != "nothing of ours") {
            rooms.assign(std::sregex_token_iterator(list.begin(), list.end(), word), std::sregex_token_iterator());
        }
    }
    return rows;
}

std::string to_text(const Breach& breach) {
    return breach.file + ":" + std::to_string(breach.line) + ": " + breach.what;
}

std::vector<Breach> include_breaches(const std::string& file, std::string_view text) {
    static const std::regex include("\\s*#\\s*include\\s*([\"<])([^\">]+)[\">].*");
    std::vector<Breach> breaches;
    std::istringstream lines{std::string(text)};
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        std::smatch match;
        if (!std::regex_match(line, match, include)) {
            continue;
        }
        const bool own = match[1] == "\"";
        const auto header = match[2].str();
        // A library in quotes is still a library.
        auto what = library_breach(file, header);
        if (!what && own) {
            what = own_breach(room_of(file), header);
        }
        if (what) {
            breaches.push_back({file, number, (own ? "\"" + header + "\"" : "<" + header + ">") + ": " + *what});
        }
    }
    return breaches;
}

} // namespace demarche::house
