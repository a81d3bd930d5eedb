#pragma once
/// Who may include whom: the table of docs/architecture.md as a check over the text of source files.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::house {

/// For each room those that it may include beside itself. Files that stand in src/ itself, and cli, may
/// include everything.
const std::map<std::string, std::vector<std::string>>& table();

/// The same as a document writes it: `| `room` | what it says | a, b |`, "nothing of ours" for none. Rows that
/// allow everything are left out.
std::map<std::string, std::vector<std::string>> documented_table(std::string_view text);

struct Breach {
    std::string file; ///< below src/: "timeline/scale.cpp"
    std::size_t line = 0;
    std::string what;
};

/// `timeline/scale.cpp:3: "model/model.hpp": timeline may include base, view, text`
std::string to_text(const Breach& breach);

/// Reads the include lines of one source file. `file` is its path below src/ with forward slashes.
/// Comments are not told apart: an include that is commented out is still dead weight.
std::vector<Breach> include_breaches(const std::string& file, std::string_view text);

} // namespace demarche::house
