// whole_process FOLDER RUNS NAME=DOSSIER...: what `demarche draw` takes from exec to exit, beside bare_charts, which
// paints the same items with the same fonts and does nothing else. FOLDER holds the programs.

#include "timing.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace demarche::bench {
namespace {

namespace fs = std::filesystem;

struct Programs {
    std::string demarche, dump, bare;
};

void print(const std::string& name, const Cost& ours, const Cost& bare) {
    std::printf("%-34s %8.1f %8.1f %6.0f   %8.1f %8.1f %6.0f   %5.2f %5.2f%s\n", name.c_str(), ours.wall_ms,
                ours.cpu_ms, ours.peak_mib, bare.wall_ms, bare.cpu_ms, bare.peak_mib, ours.wall_ms / bare.wall_ms,
                ours.cpu_ms / bare.cpu_ms, ours.exit == 0 ? "" : "   (demarche failed)");
}

/// Turn about, so that whatever else the machine does falls on both.
void compare(const std::string& name,
             int runs,
             const std::vector<std::string>& ours,
             const std::vector<std::string>& bare) {
    std::vector<Cost> our_costs;
    std::vector<Cost> bare_costs;
    for (int i = 0; i < runs; ++i) {
        our_costs.push_back(run_once(ours));
        bare_costs.push_back(run_once(bare));
    }
    print(name, median(our_costs), median(bare_costs));
}

void measure(
    const Programs& programs, int runs, const std::string& name, const std::string& dossier, const fs::path& scratch) {
    const auto scenes = scratch / "scenes";
    const auto out = scratch / "out";
    fs::remove_all(scratch);
    if (run_once({programs.dump, dossier, scenes}).exit != 0) {
        std::printf("%s: no scenes\n", name.c_str());
        return;
    }
    const std::vector<std::string> draw{programs.demarche, "draw", dossier, "-T", "svg,pdf", "-o", out, "--chart"};
    const auto with = [](std::vector<std::string> words, const std::vector<std::string>& more) {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    compare(name + ", timeline", runs, with(draw, {"timeline"}), {programs.bare, scenes, "timeline"});
    if (fs::exists(scenes / "network.svg.scene")) {
        compare(name + ", network", runs, with(draw, {"network"}), {programs.bare, scenes, "network"});
        compare(name + ", all four files", runs, with(draw, {"timeline,network"}),
                {programs.bare, scenes, "timeline", "network"});
    } else {
        std::printf("%s: Graphviz gave no network in its time\n", name.c_str());
    }
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    namespace fs = std::filesystem;
    if (count < 4) {
        std::fputs("usage: whole_process FOLDER RUNS NAME=DOSSIER...\n", stderr);
        return 2;
    }
    const std::string folder = words[1];
    const demarche::bench::Programs programs{folder + "/demarche", folder + "/dump_scenes", folder + "/bare_charts"};
    auto scratch = (fs::temp_directory_path() / "demarche-bench-XXXXXX").string();
    if (mkdtemp(scratch.data()) == nullptr) {
        std::perror(scratch.c_str());
        return 2;
    }
    std::printf("%-34s %24s   %24s   %11s\n", "", "demarche", "bare", "ratio");
    std::printf("%-34s %8s %8s %6s   %8s %8s %6s   %5s %5s\n", "", "ms", "CPU ms", "MiB", "ms", "CPU ms", "MiB", "time",
                "CPU");
    for (int i = 3; i < count; ++i) {
        const std::string word = words[i];
        const auto equals = word.find('=');
        demarche::bench::measure(programs, std::atoi(words[2]), word.substr(0, equals), word.substr(equals + 1),
                                 scratch);
    }
    fs::remove_all(scratch);
    return 0;
}
