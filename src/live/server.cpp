#include "live/server.hpp"

#include "base/file.hpp"
#include "live/assets.hpp"
#include "live/message.hpp"
#include "live/page.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace demarche::live {

namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr std::size_t kThreads = 64;             ///< each stream of events holds one
constexpr int kMostStreams = 48;                 ///< so that there are always some for the rest
constexpr std::chrono::milliseconds kPulse{500}; ///< so often a stream finds out whether anybody listens

/// The page may load from here alone; a chart's links open elsewhere.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The page of evidence brings its script and style along.
constexpr const char* kChartPolicy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The state that all requests see.
class Board {
public:
    void put(PageState state) {
        {
            const std::lock_guard lock(mutex_);
            state_ = std::move(state);
            ++version_;
        }
        changed_.notify_all();
    }

    [[nodiscard]] PageState state() const {
        const std::lock_guard lock(mutex_);
        return state_;
    }

    /// The version, as soon as it is another one than `known`, or after a pulse.
    [[nodiscard]] std::uint64_t await(std::uint64_t known) const {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, kPulse, [&] { return version_ != known; });
        return version_;
    }

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    PageState state_;
    std::uint64_t version_ = 0;
};

/// Answers requests, in many threads at once.
class Desk {
public:
    Desk(Board& board, int port) : board_(board), port_(port) {}

    void answer(const httplib::Request& request, httplib::Response& response) {
        response.set_header("Cache-Control", "no-store");
        response.set_header("X-Content-Type-Options", "nosniff");
        response.set_header("Referrer-Policy", "no-referrer");
        response.set_header("Cross-Origin-Resource-Policy", "same-origin");
        response.set_header("Content-Security-Policy", kPagePolicy);
        if (!is_own_host(request.get_header_value("Host"), port_)) {
            refuse(response, 403, "only for this machine");
        } else if (request.method != "GET" && request.method != "HEAD") {
            response.set_header("Allow", "GET, HEAD");
            refuse(response, 405, "only to be looked at");
        } else if (request.path == "/") {
            file(response, "page", "text/html; charset=utf-8");
        } else if (request.path == "/look.css") {
            file(response, "look", "text/css; charset=utf-8");
        } else if (request.path == "/follow.js") {
            file(response, "follow", "text/javascript; charset=utf-8");
        } else if (request.path == "/state") {
            response.set_content(to_json(board_.state()), "application/json");
        } else if (request.path == "/events") {
            events(response);
        } else {
            chart(request.path, response);
        }
    }

private:
    static void refuse(httplib::Response& response, int status, const std::string& why) {
        response.status = status;
        response.set_header("Connection", "close"); // what else was sent is not read
        response.set_content(why + "\n", "text/plain; charset=utf-8");
    }

    static void file(httplib::Response& response, std::string_view name, const char* type) {
        const auto files = page_files();
        const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
        response.set_content(found->text.data(), found->text.size(), type);
    }

    /// Only what was drawn has a name here: nothing that a request says is ever part of a path.
    void chart(const std::string& path, httplib::Response& response) const {
        const PageState state = board_.state();
        const auto shown =
            std::ranges::find_if(state.files, [&](const ShownFile& known) { return path == "/charts/" + known.name; });
        const auto type = shown == state.files.end() ? std::nullopt : media_type(shown->name);
        if (!type) {
            refuse(response, 404, "nothing of that name is drawn");
            return;
        }
        try {
            response.set_content(DiskReader().read(shown->path), *type);
            response.headers.erase("Content-Security-Policy");
            response.set_header("Content-Security-Policy", kChartPolicy);
        } catch (const Error&) {
            refuse(response, 404, "the file is gone");
        }
    }

    void events(httplib::Response& response) {
        if (++streams_ > kMostStreams) {
            --streams_;
            refuse(response, 503, "too many pages are open");
            return;
        }
        auto known = std::make_shared<std::uint64_t>(0);
        response.set_chunked_content_provider(
            "text/event-stream",
            [this, known](std::size_t, httplib::DataSink& sink) {
                const std::uint64_t version = board_.await(*known);
                // A line that begins with a colon says nothing; writing it finds out whether anybody is there.
                const std::string event = version == *known ? ":\n\n" : "data: " + std::to_string(version) + "\n\n";
                *known = version;
                return sink.write(event.data(), event.size());
            },
            [this](bool) { --streams_; });
    }

    Board& board_;
    int port_;
    std::atomic<int> streams_{0};
};

/// The process's whole life.
[[noreturn]] void live(int socket, int wanted) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGPIPE, SIG_IGN);
    httplib::Server server;
    // The library's own choice would let two programs share a port, each of which gets some of the requests.
    server.set_socket_options([](int descriptor) {
        const int yes = 1;
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    });
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); }; // the library deletes it
    server.set_keep_alive_timeout(2);
    server.set_payload_max_length(0);
    errno = 0;
    const int port =
        wanted == 0 ? server.bind_to_any_port(kAddress) : (server.bind_to_port(kAddress, wanted) ? wanted : -1);
    const std::string reply = port > 0 ? std::to_string(port) : std::string("-") + std::strerror(errno);
    if (!send_message(socket, reply) || port <= 0) {
        ::_exit(0);
    }
    Board board;
    Desk desk(board, port);
    server.set_pre_routing_handler([&desk](const httplib::Request& request, httplib::Response& response) {
        response.status = 200;
        desk.answer(request, response);
        return httplib::Server::HandlerResponse::Handled;
    });
    std::thread([socket, &board] {
        while (const auto bytes = receive_message(socket)) {
            board.put(state_from(*bytes));
        }
        ::_exit(0); // who draws has ended
    }).detach();
    server.listen_after_bind();
    ::_exit(0);
}

} // namespace

Server::Server(int port) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0 || (process_ = ::fork()) < 0) {
        throw Error(Exit::usage_or_system,
                    {Severity::error, "no-server", {}, std::string("cannot serve: ") + std::strerror(errno), {}});
    }
    if (process_ == 0) {
        ::close(ends[0]);
        live(ends[1], port);
    }
    ::close(ends[1]);
    socket_ = ends[0];
    const std::string reply = receive_message(socket_).value_or("-the server ended");
    if (reply.starts_with('-')) {
        ::close(socket_);
        ::waitpid(process_, nullptr, 0);
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "no-server",
                                            {},
                                            "cannot serve on port " + std::to_string(port) + ": " + reply.substr(1),
                                            "name another port with --serve PORT; 0 takes one that is free"});
    }
    port_ = std::stoi(reply);
}

Server::~Server() {
    ::kill(process_, SIGKILL); // it has nothing to lose
    ::close(socket_);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

bool Server::show(const PageState& state) const {
    return send_message(socket_, to_bytes(state));
}

} // namespace demarche::live
