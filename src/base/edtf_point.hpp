#pragma once
/// The parser of one EDTF point; parse_edtf is what others call.

#include "base/edtf.hpp"

#include <cstddef>
#include <string_view>
#include <variant>

namespace demarche {

/// Parses a point: `2025-02-18`, `-0043-03`, `Y-12000`, `2022-23`, `201X`, `2025-~02`, `2025-02-18T14:30Z`.
/// `offset` is where the point begins in the whole expression; errors count from there.
std::variant<EdtfPoint, EdtfError> parse_edtf_point(std::string_view text, std::size_t offset);

} // namespace demarche
