#include "extract/name_key.hpp"

#include "base/unmarked.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::extract {
namespace {

void replace(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

} // namespace

std::string name_key(std::string_view name) {
    std::string key;
    for (const char c : without_marks(name)) {
        if (c >= 'A' && c <= 'Z') {
            key += static_cast<char>(c - 'A' + 'a');
        } else if (c != '-' && c != '\'' && c != '.' && c != '`') {
            key += c == 'y' || c == 'j' ? 'i' : c == 'w' ? 'v' : c;
        }
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kRules{{{"ph", "f"},
                                                                                    {"kh", "h"},
                                                                                    {"ck", "k"},
                                                                                    {"x", "ks"},
                                                                                    {"ou", "u"},
                                                                                    {"oo", "u"},
                                                                                    {"ee", "i"},
                                                                                    {"sch", "sh"},
                                                                                    {"tch", "ch"},
                                                                                    {"q", "k"},
                                                                                    {"ae", "a"},
                                                                                    {"gh", "g"},
                                                                                    {"dh", "d"},
                                                                                    {"hh", "h"}}};
    for (const auto& [from, to] : kRules) {
        replace(key, from, to);
    }
    key.erase(std::unique(key.begin(), key.end()), key.end());
    if (key.size() > 3 && (key.ends_with("ah") || key.ends_with("eh"))) {
        key.pop_back(); // "Abdulla", "Abdullah"
    }
    if (key.size() > 3 && key.ends_with("er")) {
        key.erase(key.size() - 2, 1);
    }
    return key;
}

std::string loose_name_key(std::string_view name) {
    std::string key = name_key(name);
    std::replace(key.begin(), key.end(), 'o', 'u');
    std::replace(key.begin(), key.end(), 'e', 'a');
    return key;
}

} // namespace demarche::extract
