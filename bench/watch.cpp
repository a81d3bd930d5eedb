// watch DEMARCHE DOSSIER OUTPUT REDRAWS [OPTION...]: how long after a save `draw --watch` has drawn, and what 2,000
// redraws leave open and resident. The dossier is rewritten, each time with another title: give it a copy.

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace demarche::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Watcher {
    pid_t process = -1;
    std::FILE* says = nullptr;
};

Watcher start(const std::vector<std::string>& words) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        std::exit(2);
    }
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(ends[1], STDERR_FILENO);
        ::close(ends[0]);
        std::vector<char*> pointers;
        for (const std::string& word : words) {
            pointers.push_back(const_cast<char*>(word.c_str())); // exec promises not to write to them
        }
        pointers.push_back(nullptr);
        ::execvp(pointers.front(), pointers.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    FILE* says = ::fdopen(ends[0], "r");
    std::setvbuf(says, nullptr, _IONBF, 0); // what is there is to be seen by poll
    return {process, says};
}

/// Waits for the line that says that it has drawn; false at the end.
bool await_drawing(const Watcher& watcher) {
    std::array<char, 4096> line{};
    while (std::fgets(line.data(), line.size(), watcher.says) != nullptr) {
        if (std::string(line.data()).starts_with("drew ")) {
            return true;
        }
    }
    return false;
}

/// Whether a line comes within the time that a drawing takes.
bool is_about_to_speak(const Watcher& watcher) {
    pollfd ready{::fileno(watcher.says), POLLIN, 0};
    constexpr int kMilliseconds = 150;
    return ::poll(&ready, 1, kMilliseconds) > 0;
}

struct Held {
    long descriptors = 0;
    long resident_kib = 0;
};

void add(pid_t process, Held& held) {
    const fs::path about = fs::path("/proc") / std::to_string(process);
    std::error_code gone;
    held.descriptors += std::distance(fs::directory_iterator(about / "fd", gone), fs::directory_iterator());
    long pages = 0;
    std::ifstream(about / "statm") >> pages >> pages;
    held.resident_kib += pages * ::sysconf(_SC_PAGESIZE) / 1024;
    std::ifstream children(about / "task" / std::to_string(process) / "children");
    for (pid_t child = 0; children >> child;) {
        add(child, held);
    }
}

void print(const std::string& when, const Watcher& watcher) {
    Held held;
    add(watcher.process, held);
    std::printf("%-22s %4ld descriptors, %7ld KiB resident, the watcher and its workers together\n", when.c_str(),
                held.descriptors, held.resident_kib);
    std::fflush(stdout);
}

std::string read(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

int measure(const std::vector<std::string>& words, const fs::path& dossier, int redraws) {
    const std::string text = read(dossier);
    const std::string mark = "title=\"";
    const auto at = text.rfind("<chart") == std::string::npos ? text.find(mark) : text.find(mark, text.find("<chart"));
    if (at == std::string::npos) {
        std::fputs("no title in this dossier\n", stderr);
        return 2;
    }
    const Watcher watcher = start(words);
    if (!await_drawing(watcher)) {
        return 2;
    }
    std::vector<double> taken;
    for (int i = 0; i < redraws; ++i) {
        // Each save is one of its own, and what an earlier one was drawn for is not taken for it.
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        while (is_about_to_speak(watcher)) {
            if (!await_drawing(watcher)) {
                return 2;
            }
        }
        std::string changed = text;
        changed.insert(at + mark.size(), std::to_string(i) + " ");
        const auto saved = Clock::now();
        std::ofstream(dossier, std::ios::binary | std::ios::trunc) << changed;
        if (!await_drawing(watcher)) {
            return 2;
        }
        taken.push_back(std::chrono::duration<double, std::milli>(Clock::now() - saved).count());
        if (i + 1 == redraws || (i + 1) % std::max(1, redraws / 5) == 0) {
            print("after " + std::to_string(i + 1) + " redraws", watcher);
        }
    }
    ::kill(watcher.process, SIGINT);
    ::waitpid(watcher.process, nullptr, 0);
    std::ofstream(dossier, std::ios::binary | std::ios::trunc) << text;
    std::ranges::sort(taken);
    const auto share = [&](double part) {
        return taken[static_cast<std::size_t>(part * static_cast<double>(taken.size() - 1))];
    };
    std::printf("ms from the save to the charts: least %.0f, median %.0f, p90 %.0f, most %.0f\n", share(0), share(.5),
                share(.9), share(1));
    return 0;
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    if (count < 5) {
        std::fputs("usage: watch DEMARCHE DOSSIER OUTPUT REDRAWS [OPTION...]\n", stderr);
        return 2;
    }
    std::vector<std::string> all{words[1], "draw", words[2], "-o", words[3], "--watch"};
    all.insert(all.end(), words + 5, words + count);
    return demarche::bench::measure(all, words[2], std::max(1, std::atoi(words[4])));
}
