#include "base/diagnostic.hpp"
#include "base/file.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace demarche {
namespace {

/// A folder of its own for each test, gone afterwards.
class DiskReaderTest : public testing::Test {
protected:
    DiskReaderTest()
        : folder_(std::filesystem::path(testing::TempDir()) /
                  ("demarche-file-test-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name())) {
        std::filesystem::create_directories(folder_);
    }

    ~DiskReaderTest() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    std::string put(const std::string& name, const std::string& bytes) {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return (folder_ / name).string();
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

    static Diagnostic refused(const std::string& path, std::size_t limit = FileReader::kDefaultLimit) {
        try {
            ADD_FAILURE() << path << " was read: " << DiskReader().read(path, limit).size() << " bytes";
        } catch (const Error& error) {
            EXPECT_EQ(error.exit(), Exit::input_error);
            return error.diagnostic();
        }
        return {};
    }

private:
    std::filesystem::path folder_;
};

TEST_F(DiskReaderTest, ReadsEveryByte) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65535}, std::size_t{65536},
                                   std::size_t{65537}, std::size_t{300000}}) {
        std::string bytes(size, '\0');
        for (std::size_t i = 0; i < size; ++i) {
            bytes[i] = static_cast<char>(i * 7 % 256);
        }
        EXPECT_EQ(DiskReader().read(put("bytes", bytes)), bytes);
    }
}

TEST_F(DiskReaderTest, MissingFileSuggestsItsNeighbour) {
    put("riyadh.dossier.xml", "<dossier/>");
    const Diagnostic missing = refused(path("riyad.dossier.xml"));
    EXPECT_EQ(missing.code, "file-missing");
    EXPECT_EQ(missing.where.file, path("riyad.dossier.xml"));
    EXPECT_EQ(missing.message, "no such file");
    EXPECT_EQ(missing.hint, "did you mean \"riyadh.dossier.xml\"?");
    EXPECT_EQ(refused(path("nothing-like-it")).hint, "");
}

TEST_F(DiskReaderTest, MissingFolderIsNamed) {
    EXPECT_EQ(refused(path("folder/a.xml")).hint, "there is no folder \"" + path("folder") + "\"");
    const std::string file = put("a.xml", "");
    EXPECT_EQ(refused(file + "/b.xml").code, "file-missing");
}

TEST_F(DiskReaderTest, RefusesFoldersAndEmptyNames) {
    EXPECT_EQ(refused(path("")).code, "file-directory");
    EXPECT_EQ(refused("").code, "file-missing");
    EXPECT_EQ(refused(std::string("a\0b", 3)).code, "file-missing");
}

TEST_F(DiskReaderTest, RefusesUnreadableFiles) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root reads everything";
    }
    const std::string secret = put("secret", "x");
    ::chmod(secret.c_str(), 0);
    EXPECT_EQ(refused(secret).code, "file-unreadable");
}

TEST_F(DiskReaderTest, LimitIsTheLastSizeThatIsRead) {
    const std::string file = put("ten", "0123456789");
    EXPECT_EQ(DiskReader().read(file, 10), "0123456789");
    const Diagnostic larger = refused(file, 9);
    EXPECT_EQ(larger.code, "file-too-large");
    EXPECT_EQ(larger.message, "larger than 9 bytes, the most that is read");
}

TEST_F(DiskReaderTest, LimitHoldsForEndlessDevices) {
    EXPECT_THROW((void)DiskReader().read_any("/dev/zero", std::size_t{1} << 20), Error);
    EXPECT_EQ(DiskReader().read_any("/dev/null"), "");
}

TEST_F(DiskReaderTest, ReadsPipesThatComeInPieces) {
    int ends[2] = {};
    ASSERT_EQ(::pipe(ends), 0);
    const int kept = ::dup(STDIN_FILENO);
    ASSERT_EQ(::dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    ASSERT_EQ(::write(ends[1], "one ", 4), 4);
    ASSERT_EQ(::write(ends[1], "two", 3), 3);
    ::close(ends[1]);
    EXPECT_EQ(DiskReader().read("-"), "one two");
    ::dup2(kept, STDIN_FILENO);
    ::close(kept);
    ::close(ends[0]);
}

TEST_F(DiskReaderTest, PipeWithoutAWriterIsRefusedInsteadOfWaitedFor) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    const Diagnostic pipe = refused(path("pipe"));
    EXPECT_EQ(pipe.code, "file-special");
    EXPECT_EQ(pipe.message, "this is a pipe or a device, not a file");
    EXPECT_EQ(refused("/dev/zero").code, "file-special");
    try {
        ADD_FAILURE() << DiskReader().read_inside(path(""), path("pipe"));
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostic().code, "file-special");
    }
}

TEST_F(DiskReaderTest, PipeIsReadWhereAPersonNamesIt) {
    int ends[2] = {};
    ASSERT_EQ(::pipe(ends), 0);
    ASSERT_EQ(::write(ends[1], "one two", 7), 7);
    ::close(ends[1]);
    EXPECT_EQ(DiskReader().read_any("/dev/fd/" + std::to_string(ends[0])), "one two");
    ::close(ends[0]);
}

TEST_F(DiskReaderTest, LinkOutOfTheFolderIsRefused) {
    std::filesystem::create_directories(path("story/texts"));
    std::filesystem::create_directories(path("story-two"));
    put("secret", "not for you");
    put("story-two/other", "not for you");
    put("story/texts/a1", "words");
    std::filesystem::create_symlink("../secret", path("story/out"));
    std::filesystem::create_symlink("..", path("story/up"));
    std::filesystem::create_symlink(path("story-two/other"), path("story/beside"));
    std::filesystem::create_symlink("texts/a1", path("story/in"));
    std::filesystem::create_symlink("story", path("door"));
    for (const char* name : {"story/out", "story/up/secret", "story/beside", "door/out"}) {
        try {
            ADD_FAILURE() << name << " was read: " << DiskReader().read_inside(path("story"), path(name));
        } catch (const Error& error) {
            EXPECT_EQ(error.diagnostic().code, "file-outside") << name;
        }
    }
    for (const char* folder : {"story", "story/", "door", "door/"}) {
        for (const char* name : {"story/in", "story/texts/a1", "door/in", "story/up/story/in"}) {
            EXPECT_EQ(DiskReader().read_inside(path(folder), path(name)), "words") << folder << " " << name;
        }
    }
}

TEST_F(DiskReaderTest, LinkToNothingIsSaidToBeOne) {
    std::filesystem::create_symlink("gone.txt", path("a1.txt"));
    EXPECT_EQ(refused(path("a1.txt")).message, "a link to \"gone.txt\", which does not exist");
}

TEST_F(DiskReaderTest, Exists) {
    EXPECT_TRUE(DiskReader().exists(put("a", "")));
    EXPECT_TRUE(DiskReader().exists("-"));
    EXPECT_FALSE(DiskReader().exists(path("b")));
    EXPECT_FALSE(DiskReader().exists(""));
}

} // namespace
} // namespace demarche
