#include "extract/abbreviations.hpp"

#include "extract/data_files.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace demarche::extract {
namespace {

using Words = std::unordered_set<std::string_view>;

Abbreviation class_named(std::string_view name) {
    constexpr std::array<std::string_view, 6> kNames{"none", "title", "number", "name", "time", "end"};
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? Abbreviation::none : static_cast<Abbreviation>(found - kNames.begin());
}

std::unordered_map<std::string_view, Abbreviation> read_abbreviations() {
    std::unordered_map<std::string_view, Abbreviation> classes;
    for (const auto& row : table_rows(data_file("abbreviations"))) {
        if (row.size() == 2) {
            classes.emplace(row[0], class_named(row[1]));
        }
    }
    return classes;
}

Words read_openers() {
    Words words;
    for (const auto& row : table_rows(data_file("openers"))) {
        words.insert(row[0]);
    }
    return words;
}

Words read_speech_verbs() {
    Words words;
    for (const auto& row : table_rows(data_file("speech_verbs"))) {
        words.insert(row[0]);
        std::string_view forms = row.size() > 1 ? row[1] : std::string_view();
        while (!forms.empty()) {
            const std::size_t end = std::min(forms.find(' '), forms.size());
            words.insert(forms.substr(0, end));
            forms.remove_prefix(std::min(end + 1, forms.size()));
        }
    }
    return words;
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "U.S.", "J."
bool is_dotted(std::string_view word) {
    for (std::size_t i = 0; i + 1 < word.size(); i += 2) {
        if (!is_ascii_letter(word[i]) || word[i + 1] != '.') {
            return false;
        }
    }
    return !word.empty() && word.size() % 2 == 0;
}

} // namespace

Abbreviation abbreviation(std::string_view word) {
    static const auto classes = read_abbreviations();
    const auto found = classes.find(word);
    if (found != classes.end()) {
        return found->second;
    }
    return is_dotted(word) ? Abbreviation::name : Abbreviation::none;
}

bool is_opener(std::string_view word) {
    static const Words words = read_openers();
    return words.contains(word);
}

bool follows_time(std::string_view word) {
    static const Words words{
        "Monday",    "Tuesday",  "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",  "Mon",       "Tue",
        "Tues",      "Wed",      "Thu",       "Thur",     "Thurs",  "Fri",      "Sat",     "Sun",       "January",
        "February",  "March",    "April",     "May",      "June",   "July",     "August",  "September", "October",
        "November",  "December", "Jan",       "Feb",      "Mar",    "Apr",      "Jun",     "Jul",       "Aug",
        "Sep",       "Sept",     "Oct",       "Nov",      "Dec",    "GMT",      "UTC",     "EST",       "EDT",
        "ET",        "CST",      "CDT",       "CT",       "MST",    "MDT",      "PST",     "PDT",       "PT",
        "BST",       "CET",      "CEST",      "EET",      "MSK",    "Eastern",  "Central", "Pacific",   "Mountain",
        "Greenwich", "local",
    };
    if (!word.empty() && word.back() == '.') {
        word.remove_suffix(1);
    }
    return words.contains(word);
}

bool is_speech_verb(std::string_view word) {
    static const Words words = read_speech_verbs();
    return words.contains(word);
}

} // namespace demarche::extract
