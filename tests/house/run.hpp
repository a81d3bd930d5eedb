#pragma once
/// Runs a program as a person or a script would, and says what came of it.

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demarche::house {

struct Command {
    std::vector<std::string> words;                 ///< the program (found along PATH) and its arguments
    std::filesystem::path directory;                ///< where it runs; empty: here
    std::string input;                              ///< its standard input
    std::map<std::string, std::string> environment; ///< set beside what is inherited
    std::optional<std::size_t> file_size_limit;     ///< bytes; a longer write fails with EFBIG instead of killing
    bool respect_permissions = false; ///< take from root the right to read and write what the mode bits forbid
    std::chrono::seconds timeout{120};
};

struct Outcome {
    int exit = -1; ///< exit code; 128 + signal where one ended it; -1: it could not be run, or ran out of time
    std::string out;
    std::string err;
    double seconds = 0; ///< wall clock
    long peak_kib = 0;  ///< largest resident size
};

Outcome run(const Command& command);

/// True where the program is to be found along PATH.
bool has_program(const std::string& name);

/// An empty folder of this test's own, removed with everything in it at the end.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Writes a file below the folder, with the folders on the way; returns its full path.
    [[nodiscard]] std::filesystem::path write(const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path path_;
};

} // namespace demarche::house
