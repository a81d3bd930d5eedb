#include "extract/junk.hpp"

#include "base/ascii.hpp"
#include "extract/data_files.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace demarche::extract {
namespace {

struct Beginning {
    std::string_view text; ///< in lower case
    LineKind kind = LineKind::line;
    bool sure = false; ///< even where the line ends like a sentence
};

struct Junk {
    std::array<std::vector<Beginning>, 256> by_first_byte;
    std::vector<std::string_view> labels;
};

bool is_letter(char c) {
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

bool is_sure(std::string_view text) {
    const auto is_sign = [](char c) { return !is_letter(c) && c != ' ' && c != '\''; };
    return std::any_of(text.begin(), text.end(), is_sign) || std::count(text.begin(), text.end(), ' ') >= 2;
}

Junk read_junk() {
    Junk junk;
    for (const auto& row : table_rows(data_file("junk"))) {
        if (row.size() != 2 || row[1].empty()) {
            continue;
        }
        if (row[0] == "label") {
            junk.labels.push_back(row[1]);
            continue;
        }
        const LineKind kind = row[0] == "end"       ? LineKind::end
                              : row[0] == "caption" ? LineKind::caption
                                                    : LineKind::line;
        junk.by_first_byte.at(static_cast<unsigned char>(row[1].front())).push_back({row[1], kind, is_sure(row[1])});
    }
    return junk;
}

const Junk& junk() {
    static const Junk known = read_junk();
    return known;
}

bool begins_with(std::string_view line, std::string_view beginning) {
    if (line.size() < beginning.size()) {
        return false;
    }
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        if (ascii_lower(line[i]) != beginning[i]) {
            return false;
        }
    }
    return line.size() == beginning.size() || !is_letter(beginning.back()) || !is_letter(line[beginning.size()]);
}

/// A colon or bar behind the beginning.
bool is_parted(std::string_view line, std::size_t at) {
    const std::size_t sign = line.find_first_not_of(' ', at);
    return sign != std::string_view::npos && (line[sign] == ':' || line[sign] == '|');
}

bool ends_sentence(std::string_view line) {
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with('"') ||
           line.ends_with("”");
}

} // namespace

LineKind line_kind(std::string_view paragraph) {
    const std::size_t begin = paragraph.find_first_not_of(" \t*>|•·");
    if (begin == std::string_view::npos) {
        return LineKind::prose;
    }
    paragraph.remove_prefix(begin);
    for (const Beginning& beginning :
         junk().by_first_byte.at(static_cast<unsigned char>(ascii_lower(paragraph.front())))) {
        const bool begins = begins_with(paragraph, beginning.text);
        if (begins && (beginning.sure || !ends_sentence(paragraph) || is_parted(paragraph, beginning.text.size()))) {
            return beginning.kind;
        }
    }
    return LineKind::prose;
}

bool is_label(std::string_view word) {
    const std::string in_lower = ascii_lower(word);
    const auto& labels = junk().labels;
    return std::find(labels.begin(), labels.end(), in_lower) != labels.end();
}

} // namespace demarche::extract
