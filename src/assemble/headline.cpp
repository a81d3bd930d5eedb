#include "assemble/headline.hpp"

#include "base/ascii.hpp"
#include "extract/tables.hpp"

#include <unordered_map>

namespace demarche::assemble {
namespace {

struct Forms {
    std::string base;
    std::string third;
};

using Verbs = std::unordered_map<std::string, Forms>; ///< looked up only

Verbs read_verbs() {
    Diagnostics ignored; // built in, and checked by the tests
    Verbs verbs;
    for (const extract::TableRow& row : extract::load_table("headline_verbs", 3, {}, ignored)) {
        const Forms forms{row.fields[0], row.fields[1]};
        verbs.emplace(forms.base, forms);
        verbs.emplace(forms.third, forms);
        const std::string& list = row.fields[2];
        for (std::size_t at = 0; at < list.size();) {
            const std::size_t end = std::min(list.find("; ", at), list.size());
            verbs.emplace(list.substr(at, end - at), forms);
            at = end + 2;
        }
    }
    return verbs;
}

/// The form itself; of "asking" and "denouncing" the verb before the ending.
Verbs::const_iterator find_form(const Verbs& verbs, const std::string& word) {
    const auto found = verbs.find(word);
    constexpr std::string_view kEnding = "ing";
    if (found != verbs.end() || !word.ends_with(kEnding)) {
        return found;
    }
    const std::string stem = word.substr(0, word.size() - kEnding.size());
    const auto plain = verbs.find(stem);
    return plain != verbs.end() ? plain : verbs.find(stem + "e");
}

} // namespace

std::string in_present(std::string_view trigger, bool plural) {
    static const Verbs verbs = read_verbs();
    const std::string lower = ascii_lower(trigger);
    auto found = find_form(verbs, lower);
    std::string rest;
    if (const std::size_t space = lower.find(' '); found == verbs.end() && space != std::string::npos) {
        found = find_form(verbs, lower.substr(0, space));
        rest = lower.substr(space);
    }
    if (found == verbs.end()) {
        return {};
    }
    return (plural ? found->second.base : found->second.third) + rest;
}

std::string in_a_row(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

} // namespace demarche::assemble
