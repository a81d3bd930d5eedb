#include "extract/name_parts.hpp"

#include "extract/data_files.hpp"
#include "extract/name_key.hpp"

#include <algorithm>
#include <unordered_set>

namespace demarche::extract {
namespace {

/// "short form=given name", as keys.
std::unordered_set<std::string> read_short_forms() {
    std::unordered_set<std::string> forms;
    for (const auto& row : table_rows(data_file("nicknames"))) {
        std::string_view shorts = row.size() < 2 ? std::string_view() : row[1];
        while (!shorts.empty()) {
            const std::size_t end = std::min(shorts.find(' '), shorts.size());
            forms.insert(name_key(shorts.substr(0, end)) + "=" + name_key(row[0]));
            shorts.remove_prefix(std::min(end + 1, shorts.size()));
        }
    }
    return forms;
}

} // namespace

bool is_particle(std::string_view word) {
    constexpr std::string_view kSmall = "abcdefghijklmnopqrstuvwxyz";
    const bool small = !word.empty() && kSmall.find(word.front()) != std::string_view::npos;
    return small && word.find('-') > word.size();
}

std::string part_key(std::string_view part) {
    const std::size_t hyphen = part.find('-');
    if (hyphen <= 3 && hyphen + 1 < part.size()) {
        const std::string prefix = name_key(part.substr(0, hyphen));
        if (prefix == "al" || prefix == "el" || prefix == "ul") {
            part.remove_prefix(hyphen + 1);
        }
    }
    return name_key(part);
}

bool is_initial(std::string_view part) {
    const bool one = part.size() == 2 && part[1] == '.';
    const bool two = part.size() == 4 && part[1] == '.' && part[3] == '.';
    return part.size() == 1 || one || two;
}

bool is_part_of(const std::vector<std::string>& few, const std::vector<std::string>& many) {
    if (few.size() < 2) {
        return false;
    }
    std::size_t at = 0;
    for (const std::string& part : many) {
        at += at < few.size() && few[at] == part ? 1 : 0;
    }
    return at == few.size();
}

bool is_same_given(std::string_view a, std::string_view b) {
    if (is_initial(a) || is_initial(b)) {
        return a.front() == b.front();
    }
    return loose_name_key(a) == loose_name_key(b);
}

bool is_short_form(std::string_view a, std::string_view b) {
    static const std::unordered_set<std::string> forms = read_short_forms();
    const std::string one = name_key(a);
    const std::string other = name_key(b);
    return forms.contains(one + "=" + other) || forms.contains(other + "=" + one);
}

} // namespace demarche::extract
