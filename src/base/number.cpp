#include "base/number.hpp"

#include <array>
#include <cmath>
#include <system_error>

namespace demarche {

namespace {

/// Room for the longest double in fixed notation: 309 digits, a point, a sign and the decimals.
using Buffer = std::array<char, 512>;

std::string without_trailing_zeros(std::string text) {
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

template <typename Number>
std::optional<Number> parse_whole(std::string_view text) {
    Number value{};
    const char* const end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stopped != end) {
        return std::nullopt;
    }
    return value;
}

} // namespace

std::string to_text(double value, int decimals) {
    Buffer buffer{};
    const auto shortest = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    std::string text(buffer.data(), shortest.ptr);
    const std::size_t point = text.find('.');
    if (point != std::string::npos && text.size() - point - 1 > static_cast<std::size_t>(decimals)) {
        const auto rounded =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
        text.assign(buffer.data(), rounded.ptr);
    }
    return without_trailing_zeros(std::move(text));
}

std::optional<double> parse_double(std::string_view text) {
    const std::optional<double> value = parse_whole<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<long long> parse_integer(std::string_view text) {
    return parse_whole<long long>(text);
}

} // namespace demarche
