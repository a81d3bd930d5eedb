#include "compose/sheet.hpp"

#include "compose/template_keys.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace demarche::compose {

namespace {

constexpr double kRounding = 1e-6; ///< points
/// Type of the last drawing that is this near to the largest that fits stays as it is.
constexpr double kNearType = 0.88;

/// Tried in this order, away from 1.
constexpr std::array kLarger = {1.4, 1.3, 1.2, 1.1, 1.05};
constexpr std::array kSmaller = {0.95, 0.9, 0.85, 0.8, 0.75};

/// The page itself stays as it is.
Template scaled(Template style, double factor) {
    for (const FontKey& key : font_keys()) {
        (style.*key.value).size *= factor;
    }
    for (const LengthKey& key : mark_lengths()) {
        style.*key.value *= factor;
    }
    style.gap *= factor;
    return style;
}

double smallest_size(const Template& style) {
    double smallest = std::numeric_limits<double>::max();
    for (const FontKey& key : font_keys()) {
        smallest = std::min(smallest, (style.*key.value).size);
    }
    return smallest;
}

} // namespace

bool too_high(double height, double sheet) {
    return height > sheet + kRounding;
}

namespace {

/// As large as fits.
Template largest(const Template& style, const std::function<double(const Template&)>& height_of) {
    const bool fits = !too_high(height_of(style), style.height);
    const auto try_factor = [&](double factor) -> std::optional<Template> {
        Template sized = scaled(style, factor);
        const bool legible = smallest_size(sized) + kRounding >= style.smallest_type;
        return legible && !too_high(height_of(sized), style.height) ? std::optional(std::move(sized)) : std::nullopt;
    };
    if (fits) {
        for (const double factor : kLarger) {
            if (auto sized = try_factor(factor)) {
                return std::move(*sized);
            }
        }
        return style;
    }
    for (const double factor : kSmaller) {
        if (auto sized = try_factor(factor)) {
            return std::move(*sized);
        }
    }
    return style;
}

/// The template with labels in type of this size, where that is one of the sizes that are tried.
std::optional<Template> with_type(const Template& style, double size) {
    for (const auto& factors : {std::vector<double>(kLarger.begin(), kLarger.end()), std::vector<double>{1},
                                std::vector<double>(kSmaller.begin(), kSmaller.end())}) {
        for (const double factor : factors) {
            if (Template sized = factor == 1 ? style : scaled(style, factor); sized.label.size == size) {
                return sized;
            }
        }
    }
    return std::nullopt;
}

} // namespace

Template fitted_to_sheet(const Template& style,
                         const std::function<double(const Template&)>& height_of,
                         std::optional<double> type_before) {
    Template best = largest(style, height_of);
    if (!type_before || *type_before >= best.label.size || *type_before < kNearType * best.label.size) {
        return best;
    }
    const auto before = with_type(style, *type_before);
    const bool legible = before && smallest_size(*before) + kRounding >= style.smallest_type;
    return legible && !too_high(height_of(*before), style.height) ? *before : best;
}

} // namespace demarche::compose
