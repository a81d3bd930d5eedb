#pragma once
/// Inside the reader of articles: bytes into UTF-8.

#include "base/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace demarche::extract {

/// The text of a file, without a byte order mark, otherwise as it is (line ends too). The encoding is told by a mark,
/// by being valid UTF-8, by a declaration (XML, HTML) or by the bytes; a note says it where it is not UTF-8. Reports
/// bytes that are no text, and an encoding that cannot be told; nothing then.
std::optional<std::string> decode(std::string_view bytes, const std::string& name, Diagnostics& diagnostics);

} // namespace demarche::extract
