#include "write/make_rule.hpp"

#include <set>
#include <string_view>

namespace demarche::write {

namespace {

/// Both programs halve the backslashes ahead of a blank, a `#` or a `:` and leave all others alone.
std::string escaped(std::string_view path) {
    std::string text;
    std::size_t backslashes = 0;
    for (const char character : path) {
        if (character == ' ' || character == '#' || character == ':') {
            text.append(backslashes + 1, '\\');
        }
        text += character;
        if (character == '$') {
            text += '$';
        }
        backslashes = character == '\\' ? backslashes + 1 : 0;
    }
    return text;
}

} // namespace

bool make_can_name(const std::string& path) {
    return !path.empty() && path.find_first_of(";|=%\t\n\v\f\r") == std::string::npos && path.back() != '\\' &&
           path.back() != ')';
}

std::string to_text(const MakeRule& rule) {
    std::string text;
    std::set<std::string> seen;
    for (const std::string& target : rule.targets) {
        if (make_can_name(target) && seen.insert(target).second) {
            text += (text.empty() ? "" : " \\\n  ") + escaped(target);
        }
    }
    if (text.empty()) {
        return text;
    }
    text += ":";
    std::string alone;
    for (const std::string& prerequisite : rule.prerequisites) {
        if (make_can_name(prerequisite) && seen.insert(prerequisite).second) {
            text += " \\\n  " + escaped(prerequisite);
            alone += "\n" + escaped(prerequisite) + ":\n";
        }
    }
    return text + "\n" + alone;
}

} // namespace demarche::write
