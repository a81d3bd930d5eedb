#include "write/writers.hpp"

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace demarche::write {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class WriteFile : public ::testing::Test {
protected:
    fs::path directory = fs::path(DEMARCHE_TEST_DIR) /
                         (std::string("write_file_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());

    void SetUp() override {
        fs::remove_all(directory);
        fs::create_directories(directory);
    }

    void TearDown() override { fs::remove_all(directory); }

    static std::string read(const fs::path& path) {
        std::stringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }

    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(directory), fs::directory_iterator()));
    }

    static std::string failure(const fs::path& path, const std::string& bytes) {
        try {
            write_file(path.string(), bytes);
        } catch (const Error& error) {
            EXPECT_EQ(error.exit(), Exit::usage_or_system);
            EXPECT_EQ(error.diagnostic().code, "cannot-write");
            return error.diagnostic().message;
        }
        return "written";
    }
};

TEST_F(WriteFile, makes_and_replaces) {
    const fs::path path = directory / "chart.svg";
    write_file(path.string(), "one");
    EXPECT_EQ(read(path), "one");
    write_file(path.string(), std::string("two\0three", 9));
    EXPECT_EQ(read(path), std::string("two\0three", 9));
    write_file(path.string(), "");
    EXPECT_EQ(read(path), "");
    EXPECT_EQ(files(), 1U) << "no temporary file is left";
}

TEST_F(WriteFile, a_large_file_arrives_whole) {
    std::string bytes(5'000'000, 'x');
    bytes += "end";
    write_file((directory / "large").string(), bytes);
    EXPECT_EQ(read(directory / "large"), bytes);
}

TEST_F(WriteFile, the_same_bytes_leave_the_file_alone) {
    const fs::path path = directory / "chart.svg";
    write_file(path.string(), "same");
    const auto old_time = fs::file_time_type::clock::now() - std::chrono::hours(5);
    fs::last_write_time(path, old_time);

    struct stat before {};

    ASSERT_EQ(::stat(path.c_str(), &before), 0);
    write_file(path.string(), "same");

    struct stat after {};

    ASSERT_EQ(::stat(path.c_str(), &after), 0);
    EXPECT_EQ(after.st_ino, before.st_ino);
    EXPECT_EQ(after.st_mtime, before.st_mtime);
    write_file(path.string(), "SAME");
    EXPECT_EQ(read(path), "SAME") << "same size, other bytes";
}

TEST_F(WriteFile, keeps_the_permissions_of_what_it_replaces) {
    const fs::path path = directory / "chart.svg";
    write_file(path.string(), "one");
    ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
    write_file(path.string(), "two");

    struct stat status {};

    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0640U);
}

TEST_F(WriteFile, names_what_is_wrong_with_the_path) {
    EXPECT_THAT(failure(directory / "nowhere" / "chart.svg", "x"), HasSubstr("its directory does not exist"));
    EXPECT_THAT(failure(directory, "x"), HasSubstr("it is a directory"));
    write_file((directory / "file").string(), "x");
    EXPECT_THAT(failure(directory / "file" / "chart.svg", "x"), HasSubstr("not a directory"));
    EXPECT_THAT(failure("", "x"), HasSubstr("cannot write"));
    EXPECT_THAT(failure(directory / std::string(300, 'n'), "x"), HasSubstr("File name too long"));
    EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, without_permission_nothing_changes) {
    const fs::path path = directory / "chart.svg";
    write_file(path.string(), "old");
    ASSERT_EQ(::chmod(path.c_str(), 0444), 0);
    ASSERT_EQ(::chmod(directory.c_str(), 0555), 0);
    const pid_t child = ::fork();
    if (child == 0) { // root may write anywhere: become nobody, in a process of its own
        if (::geteuid() == 0 && ::setuid(65534) != 0) {
            ::_exit(3);
        }
        const bool file_kept = failure(path, "new").find("no permission") != std::string::npos;
        const bool no_new_one = failure(directory / "other.svg", "new").find("no permission") != std::string::npos;
        ::_exit(file_kept && no_new_one ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(::chmod(directory.c_str(), 0755), 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(read(path), "old");
    EXPECT_EQ(files(), 1U);
}

/// A limit on the size of files stands for a disk that fills up in the middle of a file.
TEST_F(WriteFile, where_the_room_runs_out_the_old_file_stays_whole) {
    const fs::path path = directory / "chart.svg";
    write_file(path.string(), "old");
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const std::string message = failure(path, std::string(100'000, 'x'));
        ::_exit(message.find("larger than the system allows") != std::string::npos ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(read(path), "old");
    EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, a_full_device_is_named) {
    EXPECT_EQ(failure("/dev/full", "x"), "cannot write /dev/full: the disk is full");
}

TEST_F(WriteFile, a_link_stays_and_its_file_is_replaced) {
    fs::create_directories(directory / "real");
    write_file((directory / "real" / "chart.svg").string(), "old");
    fs::create_symlink("real/chart.svg", directory / "link.svg");
    fs::create_symlink("link.svg", directory / "link2.svg");
    write_file((directory / "link2.svg").string(), "new");
    EXPECT_TRUE(fs::is_symlink(directory / "link2.svg"));
    EXPECT_EQ(read(directory / "real" / "chart.svg"), "new");
    fs::create_symlink("real/later.svg", directory / "dangling.svg");
    write_file((directory / "dangling.svg").string(), "made");
    EXPECT_EQ(read(directory / "real" / "later.svg"), "made");
    fs::create_symlink("loop.svg", directory / "loop.svg");
    EXPECT_THAT(failure(directory / "loop.svg", "x"), HasSubstr("cannot write"));
}

TEST_F(WriteFile, pipes_and_devices_are_written_through) {
    write_file("/dev/null", "x");
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    const fs::path pipe = directory / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::string got;
    std::thread reader([&] { got = read(pipe); });
    write_file(pipe.string(), "through the pipe");
    reader.join();
    EXPECT_EQ(got, "through the pipe");
    EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(WriteFile, many_writers_at_once_leave_one_whole_file) {
    const fs::path path = directory / "chart.svg";
    std::vector<std::thread> writers;
    for (char c = 'a'; c < 'i'; ++c) {
        writers.emplace_back([&path, c] {
            for (int i = 0; i < 20; ++i) {
                write_file(path.string(), std::string(20'000, c));
            }
        });
    }
    for (std::thread& writer : writers) {
        writer.join();
    }
    const std::string bytes = read(path);
    EXPECT_EQ(bytes, std::string(20'000, bytes.at(0)));
    EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, a_temporary_file_left_by_somebody_is_not_touched) {
    const fs::path left = directory / (".demarche-" + std::to_string(::getpid()) + "-0.tmp");
    std::ofstream(left) << "somebody's";
    write_file((directory / "chart.svg").string(), "x");
    EXPECT_EQ(read(left), "somebody's");
    EXPECT_EQ(read(directory / "chart.svg"), "x");
}

TEST_F(WriteFile, what_killed_runs_left_is_swept_and_what_is_being_written_stays) {
    std::ofstream(directory / ".demarche-99-0.tmp") << "half a ch";
    std::ofstream(directory / ".demarche-notes.txt") << "a person's";
    std::ofstream(directory / "demarche-99-0.tmp") << "a person's";
    fs::create_directory(directory / ".demarche-99-1.tmp");
    fs::create_symlink(directory / "demarche-99-0.tmp", directory / ".demarche-99-2.tmp");
    const fs::path busy = directory / ".demarche-99-3.tmp";
    const int descriptor = ::open(busy.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_EQ(::flock(descriptor, LOCK_EX | LOCK_NB), 0);
    sweep(directory.string());
    EXPECT_FALSE(fs::exists(directory / ".demarche-99-0.tmp"));
    EXPECT_TRUE(fs::exists(busy)) << "a living run writes it";
    EXPECT_EQ(files(), 5U);
    ::close(descriptor);
    sweep(directory.string());
    EXPECT_FALSE(fs::exists(busy));
    EXPECT_EQ(read(directory / "demarche-99-0.tmp"), "a person's");
    sweep((directory / "nowhere").string()); // nothing to do is no error
}

TEST_F(WriteFile, sweeping_never_takes_a_file_from_a_writer) {
    std::vector<pid_t> writers;
    for (char c = 'a'; c < 'e'; ++c) {
        const pid_t child = ::fork();
        if (child == 0) {
            try {
                for (int i = 0; i < 100; ++i) {
                    sweep(directory.string());
                    write_file((directory / "chart.svg").string(), std::string(2000, c) + std::to_string(i),
                               Durability::quick);
                }
            } catch (const Error&) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        writers.push_back(child);
    }
    for (const pid_t writer : writers) {
        int status = -1;
        ASSERT_EQ(::waitpid(writer, &status, 0), writer);
        EXPECT_EQ(status, 0);
    }
    const std::string bytes = read(directory / "chart.svg");
    EXPECT_EQ(bytes, std::string(2000, bytes.at(0)) + "99");
    EXPECT_EQ(files(), 1U);
}

} // namespace
} // namespace demarche::write
