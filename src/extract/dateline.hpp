#pragma once
/// Inside the reader of articles: "RIYADH, Saudi Arabia (AP) —".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::extract {

struct Dateline {
    std::string place;     ///< "RIYADH, Saudi Arabia"
    std::string published; ///< where it has a full date
    std::size_t end = 0;   ///< bytes, with the sign that ends it and the space behind
};

/// The dateline that the paragraph begins with: a place, then perhaps an agency in brackets and a date, then a dash, a
/// colon (behind capitals) or a full stop (behind one or two words).
std::optional<Dateline> dateline(std::string_view paragraph);

} // namespace demarche::extract
