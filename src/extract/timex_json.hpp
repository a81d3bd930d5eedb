#pragma once
/// Expressions of time as JSON, for other programs and for scorers.

#include "extract/timex.hpp"

#include <string>
#include <vector>

namespace demarche::extract {

/// One object a line, in the order of the text. Keys are always there and in this order: doc (the file's name without
/// folders and ending), start, end (code points of the text), text, type ("DATE"), value and mod (TIMEX3), when (EDTF),
/// range (EDTF). REQUIRES: `found` are of `document`.
std::string timex_json(const std::string& file, const Document& document, const std::vector<Timex>& found);

} // namespace demarche::extract
