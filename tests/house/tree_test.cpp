#include "base/utf8.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>
#include <regex>
#include <sstream>

namespace demarche::house {
namespace {

struct Leftover {
    const char* what;
    std::regex pattern;
};

/// What must not stand in any file: a developer's own folders, and marks of work that was left half done.
const std::vector<Leftover>& leftovers() {
    // The patterns are put together so that this file does not match them.
    static const std::vector<Leftover> list{
        {"a path of one machine", std::regex("(^|[^\\w.$}*])/(home|root|work|farm|tmp|Users|mnt)/[A-Za-z]")},
        {"a conflict marker", std::regex("^(<{7}|>{7}) ")},
        {"an unfinished note", std::regex(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b")},
    };
    return list;
}

std::vector<std::string> leftovers_in(const std::string& text) {
    std::vector<std::string> found;
    std::istringstream lines(text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        for (const auto& leftover : leftovers()) {
            if (std::regex_search(line, leftover.pattern)) {
                found.push_back(std::to_string(number) + ": " + leftover.what + ": " + line);
            }
        }
    }
    return found;
}

bool is_text(const std::filesystem::path& file) {
    const auto suffix = file.extension().string();
    return suffix != ".png" && suffix != ".pdf" && suffix != ".ttf" && suffix != ".otf" && suffix != ".woff2";
}

TEST(Tree, NoPathsOfAMachineAndNothingHalfDone) {
    for (const auto& file : files_below(".")) {
        if (!is_text(file)) {
            continue;
        }
        for (const auto& found : leftovers_in(bytes_of(tree() / file))) {
            ADD_FAILURE() << file.generic_string() << ":" << found;
        }
    }
}

TEST(Tree, TextFilesAreUtf8WithOneLineEnding) {
    for (const auto& file : files_below(".")) {
        const auto name = file.generic_string();
        // Test data may be broken on purpose.
        if (!is_text(file) || name.rfind("tests/", 0) == 0) {
            continue;
        }
        const auto text = bytes_of(tree() / file);
        EXPECT_EQ(first_invalid_utf8(text), std::nullopt) << name;
        EXPECT_EQ(text.find('\r'), std::string::npos) << name;
        EXPECT_TRUE(text.empty() || text.back() == '\n') << name << " does not end with a line end";
    }
}

TEST(Tree, LeftoversAreFound) {
    const std::string slash = "/";
    EXPECT_THAT(leftovers_in("open(\"" + slash + "home/ann/x\")\n"), testing::SizeIs(1));
    EXPECT_THAT(leftovers_in("ok\n" + slash + "tmp/a\n"), testing::ElementsAre(testing::StartsWith("2: a path")));
    EXPECT_THAT(leftovers_in(std::string("// TO") + "DO later"), testing::SizeIs(1));
    EXPECT_THAT(leftovers_in(std::string(7, '<') + " HEAD"), testing::SizeIs(1));
    EXPECT_THAT(leftovers_in("https://example.org/home/page and a/tmp/b, \"$d/tmp/x\""), testing::IsEmpty());
}

} // namespace
} // namespace demarche::house
