#include "running.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace demarche::house {
namespace {

using Clock = std::chrono::steady_clock;

void drain(int descriptor, std::string& into) {
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::read(descriptor, buffer.data(), buffer.size())) > 0;) {
        into.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

Running::Running(const std::vector<std::string>& words, const std::filesystem::path& directory) {
    std::array<int, 2> out{};
    std::array<int, 2> err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    process_ = ::fork();
    if (process_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(err[1], STDERR_FILENO);
        std::vector<char*> pointers;
        for (const std::string& word : words) {
            pointers.push_back(const_cast<char*>(word.c_str())); // exec promises not to write to them
        }
        pointers.push_back(nullptr);
        if (::chdir(directory.c_str()) == 0) {
            ::execvp(pointers.front(), pointers.data());
        }
        ::_exit(127);
    }
    ::close(out[1]);
    ::close(err[1]);
    out_ = out[0];
    err_ = err[0];
    ::fcntl(out_, F_SETFL, O_NONBLOCK);
    ::fcntl(err_, F_SETFL, O_NONBLOCK);
}

Running::~Running() {
    if (process_ > 0) {
        end(SIGKILL);
    }
    ::close(out_);
    ::close(err_);
}

void Running::read_more(int wait_ms) {
    std::array<pollfd, 2> watched{pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
    ::poll(watched.data(), watched.size(), wait_ms);
    drain(out_, out_text_);
    drain(err_, err_text_);
}

bool Running::says(const std::string& words) {
    const auto deadline = Clock::now() + kPatience;
    for (;;) {
        const auto at = err_text_.find(words);
        if (at != std::string::npos) {
            err_text_.erase(0, at + words.size());
            return true;
        }
        if (Clock::now() > deadline) {
            return false;
        }
        read_more(50);
    }
}

std::string Running::line() {
    const auto deadline = Clock::now() + kPatience;
    while (out_text_.find('\n') == std::string::npos && Clock::now() < deadline) {
        read_more(50);
    }
    const auto end = out_text_.find('\n');
    const std::string line = end == std::string::npos ? "" : out_text_.substr(0, end);
    out_text_.erase(0, end == std::string::npos ? 0 : end + 1);
    return line;
}

std::string Running::unread() {
    read_more(0);
    return err_text_;
}

int Running::end(int signal) {
    ::kill(process_, signal);
    const auto deadline = Clock::now() + kPatience;
    for (;;) {
        int status = 0;
        if (::waitpid(process_, &status, WNOHANG) == process_) {
            process_ = -1;
            return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
        }
        if (Clock::now() > deadline) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, &status, 0);
            process_ = -1;
            return -1;
        }
        read_more(10);
    }
}

} // namespace demarche::house
