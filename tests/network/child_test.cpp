#include "base/diagnostic.hpp"
#include "network/child.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <mutex>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace demarche::network {
namespace {

ChildOptions options(double timeout = 20) {
    return {timeout, "The work", "work-"};
}

Diagnostic diagnostic_of(const std::function<std::string()>& work, double timeout = 20) {
    try {
        run_in_child(work, options(timeout));
    } catch (const Error& error) {
        EXPECT_EQ(error.exit(), Exit::usage_or_system);
        return error.diagnostic();
    }
    ADD_FAILURE() << "no error";
    return {};
}

std::size_t open_descriptors() {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        ++count;
    }
    return count;
}

bool has_children() {
    return ::waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD;
}

TEST(Child, hands_back_what_the_work_returns) {
    EXPECT_EQ(run_in_child([] { return std::string("three\0words", 11); }, options()), std::string("three\0words", 11));
    EXPECT_EQ(run_in_child([] { return std::string(); }, options()), "");
}

TEST(Child, more_than_a_pipe_holds_comes_through) {
    const std::string large(3'000'000, 'x');
    EXPECT_EQ(run_in_child([&] { return large; }, options()), large);
}

TEST(Child, what_it_changes_stays_in_it) {
    int value = 1;
    run_in_child(
        [&] {
            value = 2;
            return std::string();
        },
        options());
    EXPECT_EQ(value, 1);
}

TEST(Child, is_not_started_while_another_thread_is_at_work) {
    std::mutex lock;
    std::atomic<bool> held = false;
    std::thread busy([&] {
        const std::lock_guard guard(lock);
        held = true;
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
        while (std::chrono::steady_clock::now() < end) {
        }
    });
    while (!held) {
        std::this_thread::yield();
    }
    // Forked at once, the child would wait for ever: the thread that could unlock is not copied.
    EXPECT_EQ(run_in_child(
                  [&] {
                      const std::lock_guard guard(lock);
                      return std::string("unlocked");
                  },
                  options(5)),
              "unlocked");
    busy.join();
}

TEST(Child, work_that_does_not_end_is_ended) {
    const Diagnostic found = diagnostic_of(
        [] {
            for (;;) {
                ::pause();
            }
            return std::string();
        },
        0.2);
    EXPECT_EQ(found.code, "work-timeout");
    EXPECT_NE(found.message.find("The work did not finish within 0.2"), std::string::npos) << found.message;
}

TEST(Child, a_crash_is_a_diagnostic) {
    const Diagnostic found = diagnostic_of([]() -> std::string {
        ::raise(SIGKILL); // as a segmentation fault ends it, whatever a sanitizer makes of that
        return {};
    });
    EXPECT_EQ(found.code, "work-crashed");
}

TEST(Child, what_it_throws_is_the_hint) {
    const Diagnostic found = diagnostic_of([]() -> std::string { throw std::runtime_error("no such engine"); });
    EXPECT_EQ(found.code, "work-failed");
    EXPECT_EQ(found.hint, "no such engine");
}

TEST(Child, what_it_says_on_standard_error_is_the_hint) {
    const Diagnostic found = diagnostic_of([]() -> std::string {
        const std::string words = "first line\nsecond line\n";
        EXPECT_EQ(::write(STDERR_FILENO, words.data(), words.size()), static_cast<ssize_t>(words.size()));
        ::_exit(7);
    });
    EXPECT_EQ(found.code, "work-failed");
    EXPECT_EQ(found.hint, "first line second line");
}

TEST(Child, an_answer_cut_short_is_no_answer) {
    const Diagnostic found = diagnostic_of([]() -> std::string { ::_exit(0); });
    EXPECT_EQ(found.code, "work-failed");
}

TEST(Child, leaves_no_zombie_and_no_descriptor) {
    const std::size_t before = open_descriptors();
    for (int i = 0; i < 20; ++i) {
        run_in_child([] { return std::string("fine"); }, options());
        diagnostic_of([]() -> std::string { ::_exit(1); });
    }
    diagnostic_of(
        [] {
            ::sleep(60);
            return std::string();
        },
        0.05);
    EXPECT_EQ(open_descriptors(), before);
    EXPECT_FALSE(has_children());
}

} // namespace
} // namespace demarche::network
