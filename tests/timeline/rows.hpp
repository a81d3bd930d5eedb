#pragma once
/// Rows and styles for tests of the layout.

#include "base/edtf.hpp"
#include "timeline/input.hpp"

#include <string>
#include <vector>

namespace demarche::timeline {

inline Day day(const std::string& iso) {
    return *std::get<Edtf>(parse_edtf(iso)).earliest();
}

inline RowInput on(const std::string& iso, const std::string& title = "Title") {
    RowInput row;
    row.extent = Extent::exact;
    row.first = row.last = day(iso);
    row.day_known = true;
    row.date = iso.substr(5);
    row.full_date = iso;
    row.title = title;
    return row;
}

inline RowInput between(const std::string& first, const std::string& last) {
    RowInput row = on(first);
    row.extent = Extent::uncertain;
    row.last = day(last);
    row.day_known = false;
    row.bracket = true;
    return row;
}

inline RowInput lasted(const std::string& first, const std::string& last) {
    RowInput row = between(first, last);
    row.extent = Extent::lasted;
    row.bracket = false;
    return row;
}

inline RowInput undated() {
    RowInput row;
    row.extent = Extent::undated;
    row.date = row.full_date = "no date set";
    row.title = "Undated";
    return row;
}

/// A page of 500 points with a text of 452, as in the built-in template for print.
inline Style style() {
    Style style;
    style.left = 24;
    style.right = 476;
    style.date = {"Liberation Sans", 8, true, false};
    style.lane_head = {"Liberation Sans", 7.5, true, false};
    style.label = {"Liberation Sans", 8.8, true, false};
    style.detail = {"Liberation Sans", 7.6, false, false};
    style.source_number = {"Liberation Sans", 5.8, false, false};
    style.tick = {"Liberation Sans", 6.8, false, false};
    return style;
}

inline Input input_of(std::vector<RowInput> rows, Mode mode = Mode::rows) {
    Input input;
    input.mode = mode;
    input.heads = {"N", "S", "E"};
    input.rows = std::move(rows);
    return input;
}

} // namespace demarche::timeline
