#include "tree.hpp"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace demarche::house {

namespace fs = std::filesystem;

fs::path tree() {
    return DEMARCHE_SOURCE_DIR;
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    const auto start = tree() / folder;
    if (!fs::exists(start)) {
        return files;
    }
    for (auto at = fs::recursive_directory_iterator(start); at != fs::recursive_directory_iterator(); ++at) {
        const auto name = at->path().filename().string();
        const bool ours = name.rfind("build", 0) != 0 && name != ".git" && name != ".cache" && name != "__pycache__";
        if (at->is_directory() && !ours) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file() && name != ".git" && name != "compile_commands.json") {
            files.push_back(fs::relative(at->path(), tree()));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << "cannot read " << file;
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace demarche::house
