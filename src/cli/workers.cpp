#include "cli/workers.hpp"

#include "base/diagnostic.hpp"
#include "live/message.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace demarche::cli {
namespace {

constexpr std::size_t kMostComplaints = 500; ///< bytes of what a dead worker said that are kept

[[noreturn]] void refuse(int reason) {
    throw Error(Exit::usage_or_system, {Severity::error,
                                        "no-worker",
                                        {},
                                        std::string("cannot start another process: ") + std::strerror(reason),
                                        "draw with -j 1, or raise the limit of processes"});
}

/// The last of what a worker said, on one line.
std::string last_words(int complaints) {
    const off_t size = ::lseek(complaints, 0, SEEK_END);
    const off_t begin = std::max<off_t>(0, size - static_cast<off_t>(kMostComplaints));
    std::string words(static_cast<std::size_t>(std::max<off_t>(0, size - begin)), '\0');
    const ssize_t got = ::pread(complaints, words.data(), words.size(), begin);
    words.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    std::ranges::replace(words, '\n', ' ');
    return words;
}

} // namespace

Workers::Workers(std::size_t count, Work work) : work_(std::move(work)), workers_(count) {}

Workers::~Workers() {
    for (Worker& worker : workers_) {
        if (worker.process > 0 && worker.busy) {
            ::kill(worker.process, SIGTERM); // a file that is being written is finished first
        }
        end(worker);
    }
}

bool Workers::has_free() const {
    return std::ranges::any_of(workers_, [](const Worker& worker) { return !worker.busy; });
}

bool Workers::at_work() const {
    return std::ranges::any_of(workers_, &Worker::busy);
}

void Workers::give(std::size_t task) {
    auto chosen = std::ranges::find_if(workers_, [task](const Worker& worker) {
        return !worker.busy && worker.process > 0 && worker.used && worker.task == task;
    });
    if (chosen == workers_.end()) {
        chosen = std::ranges::find_if(workers_, [](const Worker& worker) { return !worker.busy && !worker.used; });
    }
    if (chosen == workers_.end()) {
        chosen = std::ranges::find_if(workers_, [](const Worker& worker) { return !worker.busy; });
    }
    if (chosen->process < 0) {
        start(*chosen);
    }
    chosen->busy = chosen->used = true;
    chosen->task = task;
    live::send_message(chosen->socket, std::to_string(task)); // one that is gone is found when its answer is read
}

std::vector<int> Workers::descriptors() const {
    std::vector<int> numbers;
    for (const Worker& worker : workers_) {
        if (worker.busy) {
            numbers.push_back(worker.socket);
        }
    }
    return numbers;
}

std::vector<Workers::Answer> Workers::answers() {
    std::vector<Answer> found;
    for (Worker& worker : workers_) {
        pollfd ready{worker.socket, POLLIN, 0};
        if (!worker.busy || ::poll(&ready, 1, 0) <= 0) {
            continue;
        }
        worker.busy = false;
        Answer& answer = found.emplace_back();
        answer.task = worker.task;
        if (auto bytes = live::receive_message(worker.socket)) {
            answer.bytes = std::move(*bytes);
        } else {
            answer.failure = end(worker);
        }
    }
    return found;
}

void Workers::renew() {
    for (Worker& worker : workers_) {
        if (!worker.busy) {
            end(worker);
        }
    }
}

void Workers::start(Worker& worker) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        refuse(errno);
    }
    worker.socket = ends[0];
    worker.complaints = ::memfd_create("complaints", MFD_CLOEXEC);
    worker.process = ::fork();
    const int reason = errno;
    if (worker.process == 0) {
        work_on(ends[1], worker.complaints);
    }
    ::close(ends[1]);
    if (worker.process < 0) {
        end(worker);
        refuse(reason);
    }
}

std::string Workers::end(Worker& worker) {
    std::string failure;
    if (worker.socket >= 0) {
        ::close(worker.socket); // an idle one takes it as its end
    }
    if (worker.process > 0) {
        int status = 0;
        while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
        }
        failure = WIFSIGNALED(status) ? std::string("crashed: ") + ::strsignal(WTERMSIG(status)) : "ended too early";
        const std::string words = last_words(worker.complaints);
        failure += words.empty() ? "" : ": " + words;
    }
    if (worker.complaints >= 0) {
        ::close(worker.complaints);
    }
    worker = {};
    return failure;
}

/// A worker's whole life. `_exit`, so that nothing of the parent's is flushed or destroyed twice.
void Workers::work_on(int socket, int complaints) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const Worker& sibling : workers_) {
        if (sibling.socket >= 0) { // also the parent's end of its own: what is closed by everybody else is an end
            ::close(sibling.socket);
        }
    }
    sigset_t none;
    sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGPIPE}) {
        ::signal(number, SIG_DFL);
    }
    // What a library prints must not run through the status line of a terminal.
    ::dup2(complaints, STDERR_FILENO);
    while (const auto task = live::receive_message(socket)) {
        std::string bytes;
        try {
            bytes = work_(std::stoul(*task));
        } catch (const std::exception& failure) {
            const std::string what = std::string(failure.what()) + "\n";
            if (::write(STDERR_FILENO, what.data(), what.size()) >= 0) {
                ::_exit(1);
            }
            ::_exit(2);
        }
        if (!live::send_message(socket, bytes)) {
            break;
        }
        if (::ftruncate(complaints, 0) != 0 || ::lseek(complaints, 0, SEEK_SET) != 0) {
            break;
        }
    }
    ::_exit(0);
}

} // namespace demarche::cli
