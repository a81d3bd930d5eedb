// The example that plays the story as it came in: what changed is said, and what is drawn follows.

#include "charts.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>
#include <regex>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class AsItHappened : public testing::Test {
protected:
    std::string file(const std::string& name) const { return bytes_of(out_ / name); }

    /// The events of a timeline, in the order of the chart.
    std::vector<std::string> events(const std::string& name) const {
        const std::string svg = file(name);
        const std::regex mark("data-event=\"([^\"]*)\"");
        std::vector<std::string> ids;
        for (auto found = std::sregex_iterator(svg.begin(), svg.end(), mark); found != std::sregex_iterator();
             ++found) {
            ids.push_back((*found)[1]);
        }
        return ids;
    }

    Scratch scratch_;
    fs::path out_ = scratch_.path() / "story";
};

TEST_F(AsItHappened, EachStepSaysWhatChangedAndDrawsIt) {
    Command play;
    play.words = {tree() / "examples/as-it-happened/play", out_};
    play.environment["DEMARCHE"] = DEMARCHE_PROGRAM;
    play.timeout = std::chrono::seconds(600);
    const auto outcome = run(play);
    ASSERT_EQ(outcome.exit, 0) << outcome.out << outcome.err;

    EXPECT_THAT(file("1/timeline.svg"), HasSubstr("U.S. and Russia to meet in Saudi Arabia"));
    EXPECT_THAT(file("2.changes.md"), HasSubstr("U.S. and Russia meet in Riyadh: planned for 18 Feb 2025"));
    EXPECT_THAT(file("2/timeline.svg"), HasSubstr("New since 17 Feb 2025."));
    EXPECT_THAT(file("2/network.svg"), HasSubstr("Changed since 17 Feb 2025."));

    EXPECT_THAT(outcome.err, HasSubstr("Trump's special envoy for [Ukraine] and [Russia,]"));
    EXPECT_THAT(file("3.changes.md"), HasSubstr("corrected"));
    EXPECT_THAT(file("3/timeline.svg"), HasSubstr("corrected"));

    EXPECT_THAT(file("4.changes.md"), HasSubstr("Zelenskyy due in Saudi Arabia"));
    EXPECT_THAT(file("4.changes.md"), HasSubstr("cancelled"));
    EXPECT_THAT(file("4/timeline.svg"), HasSubstr("Cancelled"));
    EXPECT_THAT(file("1/timeline.svg"), Not(HasSubstr("Cancelled")));

    // What was there keeps its order from step to step.
    for (int step = 2; step <= 4; ++step) {
        const auto before = events(std::to_string(step - 1) + "/timeline.svg");
        auto after = events(std::to_string(step) + "/timeline.svg");
        std::erase_if(
            after, [&](const std::string& id) { return std::find(before.begin(), before.end(), id) == before.end(); });
        EXPECT_EQ(after, before) << "step " << step;
    }
}

} // namespace
} // namespace demarche::house
