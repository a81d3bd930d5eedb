#include "assemble/title_forms.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::assemble {
namespace {

using extract::TitleTime;

constexpr std::array<std::string_view, 12> kSmallWords = {"of", "the", "for", "and", "to", "on",
                                                          "in", "at",  "a",   "an",  "de", "with"};

} // namespace

bool is_small(std::string_view word) {
    return std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        if (end > begin) {
            words.emplace_back(text.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return words;
}

std::string written_out(const std::string& word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kAbbreviations{
        {{"Gen.", "General"},        {"Gen", "General"},          {"Lt.", "Lieutenant"},  {"Maj.", "Major"},
         {"Brig.", "Brigadier"},     {"Col.", "Colonel"},         {"Capt.", "Captain"},   {"Cmdr.", "Commander"},
         {"Adm.", "Admiral"},        {"Sgt.", "Sergeant"},        {"Sen.", "Senator"},    {"Sens.", "Senators"},
         {"Rep.", "Representative"}, {"Gov.", "Governor"},        {"Prof.", "Professor"}, {"Rev.", "Reverend"},
         {"Amb.", "Ambassador"},     {"Supt.", "Superintendent"}, {"Insp.", "Inspector"}, {"Det.", "Detective"}}};
    const auto found = std::find_if(kAbbreviations.begin(), kAbbreviations.end(),
                                    [&](const auto& pair) { return pair.first == word; });
    return found == kAbbreviations.end() ? word : std::string(found->second);
}

std::vector<std::string> without_time(std::vector<std::string> words, TitleTime time) {
    if (words.empty() || time == TitleTime::current) {
        return words;
    }
    if (time == TitleTime::elect) {
        std::string& last = words.back();
        if (const std::string lower = ascii_lower(last); lower == "elect") {
            words.pop_back();
        } else if (lower.ends_with("-elect")) {
            last.resize(last.size() - std::string_view("-elect").size());
        }
        return words;
    }
    const std::string first = ascii_lower(words.front());
    const std::size_t hyphen = first.find('-');
    const std::string head = first.substr(0, hyphen);
    constexpr std::array<std::string_view, 8> kTimes = {"then", "former",  "ex",      "acting",
                                                        "late", "interim", "onetime", "past"};
    if (std::find(kTimes.begin(), kTimes.end(), head) == kTimes.end()) {
        return words;
    }
    if (hyphen == std::string::npos) {
        words.erase(words.begin());
    } else {
        words.front().erase(0, hyphen + 1);
    }
    return words;
}

std::string same_spelling(std::string word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSame{{{"adviser", "advisor"},
                                                                                   {"spokesman", "spokesperson"},
                                                                                   {"spokeswoman", "spokesperson"},
                                                                                   {"chairman", "chair"},
                                                                                   {"chairwoman", "chair"},
                                                                                   {"chairperson", "chair"},
                                                                                   {"defence", "defense"},
                                                                                   {"labour", "labor"},
                                                                                   {"ceo", "executive"},
                                                                                   {"congresswoman", "congressman"},
                                                                                   {"premier", "minister"},
                                                                                   {"affairs", ""},
                                                                                   {"us", ""},
                                                                                   {"u.s.", ""}}};
    word = ascii_lower(word);
    const auto found = std::find_if(kSame.begin(), kSame.end(), [&](const auto& pair) { return pair.first == word; });
    return found == kSame.end() ? word : std::string(found->second);
}

std::string title_case(const std::vector<std::string>& words) {
    std::string title;
    for (const std::string& word : words) {
        const bool small = is_small(word) && !title.empty();
        std::string printed = word;
        const bool plain =
            std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
        for (std::size_t i = 0; i < printed.size() && plain && !small; ++i) {
            if ((i == 0 || printed[i - 1] == '-') && printed[i] != '-') {
                printed[i] = static_cast<char>(printed[i] - 'a' + 'A');
            }
        }
        title += (title.empty() ? "" : " ") + printed;
    }
    return title;
}

void drop_unnamed(std::vector<std::string>& words) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (is_small(words[i]) && (words[i + 1] == "a" || words[i + 1] == "an")) {
            words.resize(i);
            return;
        }
    }
}

std::string before_possessive(const std::string& body) {
    const std::size_t at = std::min(body.find("'s "), body.find("’s "));
    const bool land = at != std::string::npos && body.find(' ') > at && at > 0 && body[body.find(' ') + 1] >= 'a' &&
                      body[body.find(' ') + 1] <= 'z';
    return land ? body : body.substr(0, at); // "Peru's sovereign fund" is a name
}

} // namespace demarche::assemble
