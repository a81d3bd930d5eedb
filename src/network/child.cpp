#include "network/child.hpp"

#include "base/diagnostic.hpp"
#include "base/number.hpp"
#include "network/quiet.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <poll.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace demarche::network {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWorkThrew = 3;
constexpr std::chrono::milliseconds kMostWaiting{2000};
constexpr std::size_t kMostComplaints = 2000; ///< bytes of a child's standard error that are kept

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}

    ~Descriptor() { close(); }

    Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    [[nodiscard]] int get() const { return value_; }

    void close() {
        if (value_ >= 0) {
            ::close(value_);
        }
        value_ = -1;
    }

private:
    int value_;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
};

[[noreturn]] void fail(const ChildOptions& options, const std::string& what, std::string message, std::string hint) {
    throw Error(Exit::usage_or_system,
                {Severity::error, options.code + what, {}, options.name + " " + std::move(message), std::move(hint)});
}

Pipe make_pipe(const ChildOptions& options) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        fail(options, "failed", std::string("could not be started: ") + std::strerror(errno), {});
    }
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void write_all(int descriptor, const void* data, std::size_t size) {
    const char* next = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t done = ::write(descriptor, next, size);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            ::_exit(kWorkThrew);
        }
        next += done;
        size -= static_cast<std::size_t>(done);
    }
}

/// The child's whole life. `_exit`, so that nothing of the parent's is flushed or destroyed twice.
[[noreturn]] void live(const std::function<std::string()>& work, int results, int complaints) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    for (const int number : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTERM, SIGINT, SIGPIPE}) {
        ::signal(number, SIG_DFL);
    }
    ::dup2(complaints, STDERR_FILENO);
    ::dup2(complaints, STDOUT_FILENO);
    int status = kWorkThrew;
    try {
        const std::string bytes = work();
        // The length goes ahead: a child that dies half way is told from one that had little to say.
        const std::uint64_t length = bytes.size();
        write_all(results, &length, sizeof length);
        write_all(results, bytes.data(), bytes.size());
        status = 0;
    } catch (const std::exception& error) {
        const std::string_view what = error.what();
        write_all(STDERR_FILENO, what.data(), what.size());
    }
    ::_exit(status);
}

/// Appends what there is to read; false at the end of the stream.
bool drain(int descriptor, std::string& into) {
    std::array<char, 65536> buffer{};
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got > 0) {
        into.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return got > 0 || (got < 0 && errno == EINTR);
}

struct Output {
    std::string results;
    std::string complaints;
    bool in_time = true;
};

/// Reads both streams until the child has closed them or the time is up.
Output listen(Descriptor& results, Descriptor& complaints, double timeout) {
    Output output;
    const auto deadline =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(timeout));
    std::array<pollfd, 2> watched{pollfd{results.get(), POLLIN, 0}, pollfd{complaints.get(), POLLIN, 0}};
    while (watched[0].fd >= 0 || watched[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            output.in_time = false;
            break;
        }
        const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(left));
        if (ready <= 0) {
            continue;
        }
        if (watched[0].revents != 0 && !drain(results.get(), output.results)) {
            watched[0].fd = -1;
        }
        if (watched[1].revents != 0 && !drain(complaints.get(), output.complaints)) {
            watched[1].fd = -1;
        }
    }
    return output;
}

int reap(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

std::string tidy(std::string complaints) {
    complaints.resize(std::min(complaints.size(), kMostComplaints));
    while (!complaints.empty() && (complaints.back() == '\n' || complaints.back() == ' ')) {
        complaints.pop_back();
    }
    for (char& character : complaints) {
        character = character == '\n' ? ' ' : character;
    }
    return complaints;
}

} // namespace

std::string run_in_child(const std::function<std::string()>& work, const ChildOptions& options) {
    Pipe results = make_pipe(options);
    Pipe complaints = make_pipe(options);
    const std::chrono::milliseconds patience(static_cast<long>(std::min(options.timeout, 1e6) * 1000));
    wait_for_quiet(std::min(kMostWaiting,
                            patience)); // in vain where a caller's own threads never rest: then the time-out is the net
    const pid_t child = ::fork();
    if (child < 0) {
        fail(options, "failed", std::string("could not be started: ") + std::strerror(errno), {});
    }
    if (child == 0) {
        live(work, results.write.get(), complaints.write.get());
    }
    results.write.close();
    complaints.write.close();
    const Output output = listen(results.read, complaints.read, options.timeout);
    if (!output.in_time) {
        ::kill(child, SIGKILL);
    }
    const int status = reap(child);
    const std::string hint = tidy(output.complaints);
    if (!output.in_time) {
        fail(options, "timeout", "did not finish within " + to_text(options.timeout, 3) + " seconds", hint);
    }
    if (WIFSIGNALED(status)) {
        fail(options, "crashed", std::string("crashed: ") + ::strsignal(WTERMSIG(status)), hint);
    }
    std::uint64_t length = 0;
    const bool whole = output.results.size() >= sizeof length;
    if (whole) {
        std::memcpy(&length, output.results.data(), sizeof length);
    }
    if (WEXITSTATUS(status) != 0 || !whole || output.results.size() != sizeof length + length) {
        fail(options, "failed", "failed", hint);
    }
    return output.results.substr(sizeof length);
}

} // namespace demarche::network
