#include "charts.hpp"

#include "tree.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace demarche::house {

namespace fs = std::filesystem;

Command demarche(const std::vector<std::string>& arguments) {
    Command command;
    command.words = {DEMARCHE_PROGRAM};
    command.words.insert(command.words.end(), arguments.begin(), arguments.end());
    return command;
}

std::vector<fs::path> examples() {
    auto files = files_below("examples");
    const std::string suffix = ".dossier.xml";
    files.erase(std::remove_if(files.begin(), files.end(),
                               [&](const fs::path& file) {
                                   const auto name = file.filename().string();
                                   return name.size() < suffix.size() ||
                                          name.compare(name.size() - suffix.size(), suffix.size(), suffix) != 0;
                               }),
                files.end());
    EXPECT_GE(files.size(), 3U) << "there are three stories in examples/";
    return files;
}

void draw(const fs::path& dossier,
          const fs::path& folder,
          const std::string& formats,
          const std::string& template_name,
          const std::string& charts) {
    fs::create_directories(folder);
    const auto outcome =
        run(demarche({"draw", dossier, "-o", folder, "-T", formats, "--template", template_name, "--chart", charts}));
    EXPECT_EQ(outcome.exit, 0) << dossier << ": " << outcome.err;
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& suffix) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (suffix.empty() || entry.path().extension() == suffix) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace demarche::house
