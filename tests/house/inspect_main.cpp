// inspect FILE.svg...: prints what Chromium makes of charts: overlapping, cut, struck and covered texts, and
// the smallest type. Exit 1 where there is a fault.

#include "browser.hpp"
#include "tree.hpp"

#include <cstdio>

namespace {

std::size_t print(const char* what, const std::vector<std::string>& faults) {
    std::printf("  %-9s %zu\n", what, faults.size());
    for (const auto& fault : faults) {
        std::printf("    %s\n", fault.c_str());
    }
    return faults.size();
}

} // namespace

int main(int count, char** words) {
    std::vector<std::pair<std::string, std::string>> charts;
    for (int i = 1; i < count; ++i) {
        charts.emplace_back(words[i], demarche::house::bytes_of(words[i]));
    }
    std::size_t faults = 0;
    for (const auto& picture : demarche::house::draw_in_browser(charts)) {
        std::printf("%s: %zu texts on %.0f x %.0f px %s\n", picture.name.c_str(), picture.texts.size(), picture.width,
                    picture.height, picture.error.c_str());
        faults += picture.error.empty() ? 0 : 1;
        faults += print("overlaps", picture.overlaps);
        faults += print("cut", picture.cut);
        faults += print("struck", picture.struck);
        print("brushed", picture.brushed);
        faults += print("covered", picture.covered);
        std::printf("  smallest  %.2f px = %.2f pt \"%s\"\n", picture.smallest_px, picture.smallest_px * 0.75,
                    picture.smallest_text.c_str());
    }
    return faults == 0 ? 0 : 1;
}
