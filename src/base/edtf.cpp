#include "base/edtf.hpp"

#include <algorithm>

namespace demarche {

namespace {

bool is_single_day(const EdtfPoint& point) {
    return point.precision >= EdtfPrecision::day && !point.unspecified && !point.approximate() && !point.uncertain();
}

} // namespace

bool Edtf::begins_range(std::size_t index) const {
    return std::binary_search(ranges_.begin(), ranges_.end(), index);
}

std::optional<Day> Edtf::earliest() const {
    if (points_.empty() || start_ != EdtfEnd::known) {
        return std::nullopt;
    }
    if (kind_ == EdtfKind::interval) {
        return points_.front().range.first;
    }
    return std::min_element(points_.begin(), points_.end(),
                            [](const EdtfPoint& a, const EdtfPoint& b) { return a.range.first < b.range.first; })
        ->range.first;
}

std::optional<Day> Edtf::latest() const {
    if (points_.empty() || end_ != EdtfEnd::known) {
        return std::nullopt;
    }
    if (kind_ == EdtfKind::interval) {
        return points_.back().range.last;
    }
    return std::max_element(points_.begin(), points_.end(),
                            [](const EdtfPoint& a, const EdtfPoint& b) { return a.range.last < b.range.last; })
        ->range.last;
}

bool Edtf::is_imprecise() const {
    if (empty()) {
        return false;
    }
    if (start_ != EdtfEnd::known || end_ != EdtfEnd::known) {
        return true;
    }
    return (kind_ == EdtfKind::one_of && earliest() != latest()) ||
           !std::all_of(points_.begin(), points_.end(), is_single_day);
}

bool Edtf::lasted() const {
    if (kind_ != EdtfKind::interval && kind_ != EdtfKind::all_of) {
        return false;
    }
    return start_ != EdtfEnd::known || end_ != EdtfEnd::known || earliest() != latest();
}

bool Edtf::approximate() const {
    return std::any_of(points_.begin(), points_.end(), [](const EdtfPoint& point) { return point.approximate(); });
}

} // namespace demarche
