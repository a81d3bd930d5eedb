#pragma once
/// What a person may have meant by a text that is no EDTF.

#include <string>
#include <string_view>

namespace demarche {

/// A hint for a text that parse_edtf refused: forms of the 2012 draft, week and ordinal dates, dates
/// without hyphens, ranges without brackets, other calendars' habits. Never empty.
std::string edtf_hint(std::string_view text);

} // namespace demarche
