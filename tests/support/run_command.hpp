#pragma once
/// Runs a program and gives what it printed: for tests that let other tools judge our files.

#include <array>
#include <cstdio>
#include <string>

namespace demarche::tests {

struct CommandResult {
    int status = -1; ///< as wait() gives it; 0 is success
    std::string output;
};

/// `command` goes to the shell; standard error comes with the output.
inline CommandResult run_command(const std::string& command) {
    CommandResult result;
    std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) {
        return result;
    }
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        result.output.append(buffer.data(), count);
    }
    result.status = ::pclose(pipe);
    return result;
}

} // namespace demarche::tests
