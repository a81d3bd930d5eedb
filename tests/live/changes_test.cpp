#include "live/changes.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

namespace demarche::live {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ChangesTest : public ::testing::Test {
protected:
    fs::path home = fs::path(DEMARCHE_TEST_DIR) /
                    (std::string("changes_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    Changes changes;

    void SetUp() override {
        fs::remove_all(home);
        fs::create_directories(home);
    }

    void TearDown() override { fs::remove_all(home); }

    [[nodiscard]] std::string at(const std::string& name) const { return (home / name).string(); }

    void write(const std::string& name, const std::string& text) const { std::ofstream(home / name) << text; }

    /// Names below `home`; events of a call are there when it returns, so that there is nothing to wait for.
    std::vector<std::string> taken() {
        std::vector<std::string> names;
        for (const std::string& path : changes.take()) {
            names.push_back(fs::path(path).lexically_relative(home).string());
        }
        return names;
    }
};

TEST_F(ChangesTest, writing_in_place_is_seen_once_for_all_writes) {
    write("a.xml", "1");
    write("b.xml", "1");
    changes.look_at({at("a.xml"), at("b.xml")});
    EXPECT_THAT(taken(), IsEmpty());
    write("a.xml", "2");
    write("a.xml", "3");
    write("other.xml", "3");
    EXPECT_THAT(taken(), ElementsAre("a.xml"));
    EXPECT_THAT(taken(), IsEmpty());
}

TEST_F(ChangesTest, a_file_that_is_open_for_writing_has_not_changed_yet) {
    write("a.xml", "1");
    changes.look_at({at("a.xml"), at("new.xml")});
    std::ofstream half(home / "a.xml");
    std::ofstream half_new(home / "new.xml");
    half << "2" << std::flush;
    half_new << "2" << std::flush;
    EXPECT_THAT(taken(), IsEmpty());
    half.close();
    half_new.close();
    EXPECT_THAT(taken(), ElementsAre("a.xml", "new.xml"));
}

TEST_F(ChangesTest, a_file_put_in_the_place_of_another_is_seen_each_time) {
    write("a.xml", "1");
    changes.look_at({at("a.xml")});
    for (int i = 0; i < 5; ++i) {
        write("a.xml.new", std::to_string(i));
        fs::rename(at("a.xml.new"), at("a.xml"));
        EXPECT_THAT(taken(), ElementsAre("a.xml")) << i;
    }
    fs::rename(at("a.xml"), at("a.xml~")); // as vim does
    write("a.xml", "2");
    fs::remove(at("a.xml~"));
    EXPECT_THAT(taken(), ElementsAre("a.xml"));
    fs::create_hard_link(at("a.xml"), at("kept.xml"));
    fs::remove(at("a.xml"));
    taken();
    fs::create_hard_link(at("kept.xml"), at("a.xml"));
    EXPECT_THAT(taken(), ElementsAre("a.xml"));
}

TEST_F(ChangesTest, a_file_that_is_deleted_is_seen_to_go_and_to_come) {
    write("a.xml", "1");
    changes.look_at({at("a.xml")});
    fs::remove(at("a.xml"));
    EXPECT_THAT(taken(), ElementsAre("a.xml"));
    write("a.xml", "1");
    EXPECT_THAT(taken(), ElementsAre("a.xml"));
    ASSERT_EQ(::access(at("a.xml").c_str(), R_OK), 0);
    fs::permissions(at("a.xml"), fs::perms::none);
    EXPECT_THAT(taken(), ElementsAre("a.xml"));
}

TEST_F(ChangesTest, folders_may_come_later_and_be_moved_away) {
    changes.look_at({at("x/y/a.xml")});
    write("x.txt", "");
    EXPECT_THAT(taken(), IsEmpty());
    fs::create_directory(at("x"));
    taken();
    fs::create_directory(at("x/y"));
    taken();
    write("x/y/a.xml", "1");
    EXPECT_THAT(taken(), ElementsAre("x/y/a.xml"));
    fs::rename(at("x"), at("z"));
    EXPECT_THAT(taken(), ElementsAre("x/y/a.xml"));
    write("z/y/a.xml", "elsewhere");
    EXPECT_THAT(taken(), IsEmpty());
    fs::rename(at("z"), at("x"));
    EXPECT_THAT(taken(), ElementsAre("x/y/a.xml"));
    fs::rename(at("x/y"), at("x/w"));
    EXPECT_THAT(taken(), ElementsAre("x/y/a.xml"));
    write("x/w/a.xml", "elsewhere");
    EXPECT_THAT(taken(), IsEmpty());
    fs::create_directory(at("x/y"));
    write("x/y/a.xml", "2");
    EXPECT_THAT(taken(), ElementsAre("x/y/a.xml"));
    write("x/y/a.xml", "3");
    EXPECT_THAT(taken(), ElementsAre("x/y/a.xml"));
    fs::remove_all(at("x"));
    EXPECT_THAT(taken(), ElementsAre("x/y/a.xml"));
}

TEST_F(ChangesTest, links_are_seen_to_change_as_well_as_what_they_lead_to) {
    fs::create_directories(at("v1"));
    fs::create_directories(at("v2"));
    write("v1/a.xml", "1");
    write("v2/a.xml", "2");
    fs::create_directory_symlink("v1", at("current"));
    fs::create_symlink("current/../current/a.xml", at("story.xml"));
    changes.look_at({at("story.xml")});
    write("v1/a.xml", "1b");
    EXPECT_THAT(taken(), ElementsAre("story.xml"));
    fs::create_directory_symlink("v2", at("next"));
    fs::rename(at("next"), at("current"));
    EXPECT_THAT(taken(), ElementsAre("story.xml"));
    write("v2/a.xml", "2b");
    EXPECT_THAT(taken(), ElementsAre("story.xml"));
    write("v1/a.xml", "no more");
    EXPECT_THAT(taken(), IsEmpty());
    fs::create_symlink("loop", at("loop"));
    taken();
    changes.look_at({at("loop"), at("loop/a.xml")});
    EXPECT_THAT(taken(), IsEmpty());
}

TEST_F(ChangesTest, what_is_no_longer_looked_at_is_not_reported) {
    write("a.xml", "1");
    fs::create_directory(at("b"));
    write("b/b.xml", "1");
    changes.look_at({at("a.xml"), at("b/b.xml")});
    changes.look_at({at("a.xml")});
    write("b/b.xml", "2");
    EXPECT_THAT(taken(), IsEmpty());
    write("a.xml", "2");
    EXPECT_THAT(taken(), ElementsAre("a.xml"));
}

TEST_F(ChangesTest, its_descriptor_can_be_polled) {
    write("a.xml", "1");
    changes.look_at({at("a.xml")});
    pollfd ready{changes.descriptor(), POLLIN, 0};
    EXPECT_EQ(::poll(&ready, 1, 0), 0);
    write("a.xml", "2");
    EXPECT_EQ(::poll(&ready, 1, 10000), 1);
    taken();
    EXPECT_EQ(::poll(&ready, 1, 0), 0);
}

} // namespace
} // namespace demarche::live
