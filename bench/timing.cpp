#include "timing.hpp"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace demarche::bench {
namespace {

[[noreturn]] void become(const std::vector<std::string>& words) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    std::vector<char*> arguments;
    for (const auto& word : words) {
        arguments.push_back(const_cast<char*>(word.c_str())); // exec promises not to write to them
    }
    arguments.push_back(nullptr);
    execv(arguments.front(), arguments.data());
    _exit(127);
}

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

double middle(const std::vector<Cost>& costs, double Cost::*figure) {
    std::vector<double> values;
    for (const auto& cost : costs) {
        values.push_back(cost.*figure);
    }
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

Cost run_once(const std::vector<std::string>& words) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        become(words);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const auto wall = std::chrono::steady_clock::now() - start;
    Cost cost;
    cost.wall_ms = std::chrono::duration<double, std::milli>(wall).count();
    cost.cpu_ms = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    cost.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024;
    cost.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return cost;
}

Cost median(const std::vector<Cost>& costs) {
    return {middle(costs, &Cost::wall_ms), middle(costs, &Cost::cpu_ms), middle(costs, &Cost::peak_mib),
            costs.back().exit};
}

double median_ms(int runs, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < std::max(runs, 1); ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace demarche::bench
