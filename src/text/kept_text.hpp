#pragma once
/// A text as it is broken into lines, where UAX 14 would break and an editor would not.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

struct KeptText {
    std::string text;
    std::vector<std::size_t> places; ///< of each byte of `text`, and of its end: the byte of the source there
};

/// "10–16" is not torn at its dash, and no line begins with the middle dot that stands between two notes.
KeptText kept_together(std::string_view source);

/// Breaks as UAX 14 has it.
KeptText as_it_is(std::string_view source);

} // namespace demarche::text
