#pragma once
/// Charts of the examples as the program draws them, for tests that look at files.

#include "run.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace demarche::house {

/// The program with these arguments.
Command demarche(const std::vector<std::string>& arguments);

/// The dossiers in examples/, relative to the tree, sorted. Fails the test where there are fewer than three.
std::vector<std::filesystem::path> examples();

/// `draw DOSSIER -o folder -T formats --template name --chart charts`; fails the test where that does not exit with 0.
void draw(const std::filesystem::path& dossier,
          const std::filesystem::path& folder,
          const std::string& formats,
          const std::string& template_name = "report",
          const std::string& charts = "timeline,network");

/// Files of a folder with a suffix such as ".svg", sorted; what is left over from an interrupted write included.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, const std::string& suffix = "");

} // namespace demarche::house
