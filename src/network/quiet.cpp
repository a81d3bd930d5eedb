#include "network/quiet.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

namespace demarche::network {

namespace {

/// Of a thread in the format of proc(5): "tid (name) S ..."; the name may hold anything.
bool sleeps(const std::filesystem::path& thread) {
    std::ifstream file(thread / "stat");
    std::string line;
    std::getline(file, line); // an iterator would throw where the thread ends between opening and reading
    const std::size_t name_end = line.rfind(") ");
    // A thread that has ended meanwhile has no file to read.
    return name_end == std::string::npos || line.find_first_of("SZX", name_end) == name_end + 2;
}

bool all_others_sleep() {
    std::error_code unreadable;
    for (std::filesystem::directory_iterator thread("/proc/self/task", unreadable), end; thread != end && !unreadable;
         thread.increment(unreadable)) {
        if (thread->path().filename() != std::to_string(::gettid()) && !sleeps(thread->path())) {
            return false;
        }
    }
    return true; // also without /proc: then there is no telling
}

} // namespace

bool wait_for_quiet(std::chrono::milliseconds most) {
    constexpr std::chrono::milliseconds kPause{1};
    const auto deadline = std::chrono::steady_clock::now() + most;
    while (!all_others_sleep()) {
        if (std::chrono::steady_clock::now() >= deadline) {
            return false;
        }
        std::this_thread::sleep_for(kPause);
    }
    return true;
}

} // namespace demarche::network
