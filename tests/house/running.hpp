#pragma once
/// A program that goes on running while the test talks to it.

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace demarche::house {

/// The bounds of waiting are generous: they end a test that hangs, and say nothing of speed.
class Running {
public:
    /// `directory` is where it runs.
    Running(const std::vector<std::string>& words, const std::filesystem::path& directory);
    /// Kills it where it still runs.
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    [[nodiscard]] pid_t process() const { return process_; }

    /// Waits until what it printed on standard error since the last call holds `words`; false where it never does. What
    /// stands up to the end of them is passed over from then on.
    bool says(const std::string& words);
    /// Waits for a whole line on standard output, without its end; "" where there is none.
    std::string line();
    /// What it printed on standard error and no call has passed over.
    [[nodiscard]] std::string unread();

    /// Sends a signal and waits for the end: exit code, 128 + signal, -1 where it does not end.
    int end(int signal);

private:
    void read_more(int wait_ms);

    pid_t process_ = -1;
    int out_ = -1;
    int err_ = -1;
    std::string out_text_;
    std::string err_text_;
};

constexpr std::chrono::seconds kPatience{60};

/// Waits until `holds()`; false where it never does.
template <class Condition>
bool comes_true(Condition holds) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

} // namespace demarche::house
