#pragma once
/// Bytes of other encodings as UTF-8 (ICU's converters and detector).

#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// Converts by an IANA name of the encoding, whatever its case; the names of ISO 8859-1 and of ASCII mean windows-1252,
/// as on the web. A byte that means nothing there becomes U+FFFD. nullopt: no such encoding.
std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding);

/// The likeliest encoding of a text, by its bytes; empty: no telling. Looks at the first 64 KB.
std::string guess_encoding(std::string_view bytes);

} // namespace demarche
