#include "text/kept_text.hpp"

#include <algorithm>
#include <numeric>

namespace demarche::text {

namespace {

constexpr std::string_view kDash = "\u2013";
constexpr std::string_view kDot = " \u00B7 ";
constexpr std::string_view kWordJoiner = "\u2060";
constexpr std::string_view kKeptBlank = "\u00A0";

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

} // namespace

KeptText kept_together(std::string_view source) {
    KeptText kept;
    const auto add = [&](std::string_view piece, std::size_t at, std::size_t length) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            kept.text += piece[i];
            kept.places.push_back(at + std::min(i, length));
        }
    };
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source.substr(at).starts_with(kDot)) {
            add(kKeptBlank, at, 1);
            continue;
        }
        add(source.substr(at, 1), at, 1);
        const std::size_t begin = at + 1 - std::min(at + 1, kDash.size());
        const bool dash = at + 1 >= kDash.size() && source.substr(begin, kDash.size()) == kDash;
        if (dash && begin > 0 && is_digit(source, begin - 1) && is_digit(source, at + 1)) {
            add(kWordJoiner, at + 1, 0);
        }
    }
    kept.places.push_back(source.size());
    return kept;
}

KeptText as_it_is(std::string_view source) {
    KeptText kept{std::string(source), std::vector<std::size_t>(source.size() + 1)};
    std::iota(kept.places.begin(), kept.places.end(), std::size_t{0});
    return kept;
}

} // namespace demarche::text
