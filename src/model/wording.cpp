#include "model/wording.hpp"

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "base/xml.hpp"

#include <algorithm>
#include <iterator>

namespace demarche {
namespace {

constexpr std::size_t kLongestQuoted = 80;   ///< bytes
constexpr std::size_t kLongestGuessed = 100; ///< bytes: what is longer is no slip of the pen

} // namespace

std::string quoted(std::string_view text) {
    return "\"" + shortened(xml::collapse_blanks(text), kLongestQuoted) + "\"";
}

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        list += list.empty() ? word : ", " + word;
    }
    return list;
}

std::string advice(std::string_view found, const std::vector<std::string>& choices) {
    if (choices.empty()) {
        return {};
    }
    const auto near = found.size() <= kLongestGuessed ? nearest(found, choices) : std::nullopt;
    const std::string all = "choices: " + joined(choices);
    return near ? "did you mean " + quoted(*near) + "? (" + all + ")" : all;
}

std::string id_advice(std::string_view found, const std::vector<std::string>& ids) {
    const auto too_long = [](std::string_view id) { return id.size() > kLongestGuessed; };
    if (too_long(found)) {
        return {};
    }
    std::vector<std::string> likely;
    std::remove_copy_if(ids.begin(), ids.end(), std::back_inserter(likely), too_long);
    return likely.empty() ? std::string() : suggestion(found, likely);
}

} // namespace demarche
