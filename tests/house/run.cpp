#include "run.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace demarche::house {

namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void redirect(const fs::path& file, int flags, int to) {
    const int descriptor = open(file.c_str(), flags, 0600);
    if (descriptor < 0 || dup2(descriptor, to) < 0) {
        _exit(127);
    }
}

/// In the child; returns only by exec or _exit.
[[noreturn]] void become(const Command& command, const fs::path& streams) {
    setpgid(0, 0); // so that a time-out ends the children of the child as well
    redirect(streams / "in", O_RDONLY, STDIN_FILENO);
    redirect(streams / "out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(streams / "err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (!command.directory.empty() && chdir(command.directory.c_str()) != 0) {
        _exit(127);
    }
    for (const auto& [name, value] : command.environment) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    if (command.file_size_limit) {
        const rlimit limit{*command.file_size_limit, *command.file_size_limit};
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN);
    }
    if (command.respect_permissions) {
        prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
        prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
    }
    std::vector<char*> words;
    for (const auto& word : command.words) {
        words.push_back(const_cast<char*>(word.c_str())); // exec promises not to write to them
    }
    words.push_back(nullptr);
    execvp(words.front(), words.data());
    _exit(127);
}

} // namespace

Outcome run(const Command& command) {
    const Scratch streams;
    std::ignore = streams.write("in", command.input);
    Outcome outcome;
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        become(command, streams.path());
    }
    if (child < 0) {
        return outcome;
    }
    int status = 0;
    rusage usage{};
    for (;;) {
        const pid_t ended = wait4(child, &status, WNOHANG, &usage);
        if (ended == child) {
            outcome.exit = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
            break;
        }
        if (std::chrono::steady_clock::now() - start > command.timeout) {
            kill(-child, SIGKILL);
            wait4(child, &status, 0, &usage);
            break;
        }
        usleep(2000);
    }
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    outcome.peak_kib = usage.ru_maxrss;
    outcome.out = contents(streams.path() / "out");
    outcome.err = contents(streams.path() / "err");
    return outcome;
}

bool has_program(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    std::string folder;
    while (std::getline(folders, folder, ':')) {
        if (access((fs::path(folder) / name).c_str(), X_OK) == 0) {
            return true;
        }
    }
    return false;
}

Scratch::Scratch() {
    auto name = (fs::temp_directory_path() / "demarche-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::system_error(errno, std::generic_category(), name);
    }
    path_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path Scratch::write(const std::string& name, const std::string& bytes) const {
    const auto file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    out.close();
    EXPECT_TRUE(out) << "cannot write " << file;
    return file;
}

} // namespace demarche::house
