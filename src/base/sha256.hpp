#pragma once
/// SHA-256 (FIPS 180-4): what a Content Security Policy names an inline script by.

#include <string>
#include <string_view>

namespace demarche {

/// The digest in base64 (RFC 4648), 44 characters.
std::string sha256_base64(std::string_view bytes);

} // namespace demarche
