#pragma once
/// Labels in many scripts, for tests.

#include "support/random.hpp"

#include <cstddef>
#include <string>

namespace demarche::support {

enum class Script { latin, accented, cyrillic, greek, arabic, hebrew, chinese, devanagari };

inline constexpr std::size_t kScripts = 8;

/// At most `length` code points and nearly as many, at least one; words with single spaces between, none at
/// the ends (Chinese: none at all); no quotation marks. `accented` is Latin with combining accents (NFD).
/// `unbroken`: one word.
std::string label(Random& random, Script script, std::size_t length, bool unbroken = false);

} // namespace demarche::support
