#pragma once
/// The files of the source tree, as the house's checks walk it.

#include <filesystem>
#include <string>
#include <vector>

namespace demarche::house {

/// The root of the tree under test.
std::filesystem::path tree();

/// Regular files below `folder` (relative to the tree), relative to the tree, sorted; without what git,
/// builds and caches put there.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);

/// The bytes of a file; fails the test where it cannot be read.
std::string bytes_of(const std::filesystem::path& file);

} // namespace demarche::house
