#include "cli/watch.hpp"

#include "base/number.hpp"
#include "cli/settling.hpp"
#include "cli/watch_status.hpp"
#include "cli/watched_stories.hpp"
#include "cli/workers.hpp"
#include "live/changes.hpp"
#include "live/page.hpp"
#include "live/server.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <deque>
#include <filesystem>
#include <memory>
#include <poll.h>
#include <set>
#include <sys/signalfd.h>
#include <thread>
#include <unistd.h>

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;
using Time = Settling::Time;

[[noreturn]] void refuse(const std::string& code, const std::string& message, const std::string& hint) {
    throw Error(Exit::usage_or_system, {Severity::error, code, {}, message, hint});
}

/// While it lives, the signals that end a program are read from a descriptor.
class Endings {
public:
    Endings() {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
            sigaddset(&ending, number);
        }
        ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
        descriptor_ = ::signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK);
        if (descriptor_ < 0) {
            refuse("no-watch", std::string("cannot wait for signals: ") + std::strerror(errno), "");
        }
    }

    Endings(const Endings&) = delete;
    Endings& operator=(const Endings&) = delete;

    ~Endings() {
        signalfd_siginfo taken{};
        while (::read(descriptor_, &taken, sizeof taken) > 0) {
        }
        ::close(descriptor_);
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    sigset_t before_{};
    int descriptor_ = -1;
};

/// What the libraries never give back goes with a worker: under 1 KiB a redraw (bench/watch.cpp).
constexpr std::size_t kRoundsOfAWorker = 500;

std::string files_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " file" : " files");
}

/// Draws in rounds: all stories that something changed in, then what that came to is said.
class Watch {
public:
    /// `server` may be none; it outlives this.
    Watch(const Options& options, const FileReader& files, unsigned processors, live::Server* server)
        : options_(options),
          server_(server),
          stories_(options, files, processors > 1),
          workers_(std::min<std::size_t>(processors, stories_.tasks().size()),
                   [this, &files](std::size_t task) { return draw(task, files); }),
          status_(options.diagnostics) {}

    /// Until a signal ends it.
    void run(const Endings& endings) {
        settling_.note(Settling::Clock::now());
        stories_.mark_all();
        changes_.look_at(options_.dossiers);
        begin_round();
        for (;;) {
            if (wait(endings)) {
                break;
            }
            note_changes();
            note_answers();
            if (workers_.at_work() || !queue_.empty()) {
                continue;
            }
            if (drawing_) {
                end_round();
            }
            if (settling_.waiting() && Settling::Clock::now() >= due()) {
                begin_round();
            }
        }
        status_.finish();
    }

private:
    /// In a worker. It does not hear of what others drew since it was forked, nor need it: a task stays with its
    /// worker.
    std::string draw(std::size_t task, const FileReader& files) {
        const bool again = drawn_here_.contains(task) || stories_.has_drawn(task);
        const DrawReport report = stories_.draw(task, again, files, workshop_);
        if (!report.written.empty()) {
            drawn_here_.insert(task);
        }
        return to_bytes(report);
    }

    [[nodiscard]] Time due() { return settling_.due(stories_.any_absent()); }

    /// True where it is time to end.
    bool wait(const Endings& endings) {
        std::vector<pollfd> watched{{endings.descriptor(), POLLIN, 0}, {changes_.descriptor(), POLLIN, 0}};
        for (const int worker : workers_.descriptors()) {
            watched.push_back({worker, POLLIN, 0});
        }
        int most = -1;
        if (!drawing_ && settling_.waiting()) {
            using std::chrono::milliseconds;
            const auto left = std::chrono::ceil<milliseconds>(due() - Settling::Clock::now());
            most = static_cast<int>(std::max<milliseconds::rep>(0, left.count()));
        }
        return ::poll(watched.data(), watched.size(), most) > 0 && watched.front().revents != 0;
    }

    void note_changes() {
        const std::vector<std::string> changed = changes_.take();
        fonts_changed_ = fonts_changed_ ||
                         std::ranges::any_of(changed, [&](const std::string& path) { return stories_.is_font(path); });
        if (stories_.mark(changed)) {
            settling_.note(Settling::Clock::now());
        }
    }

    void begin_round() {
        if (fonts_changed_ || ++rounds_ % kRoundsOfAWorker == 0) {
            workers_.renew();
            fonts_changed_ = false;
        }
        began_ = settling_.settle();
        const std::vector<std::size_t> tasks = stories_.take_marked();
        queue_.assign(tasks.begin(), tasks.end());
        drawing_ = true;
        feed();
    }

    void feed() {
        while (!queue_.empty() && workers_.has_free()) {
            workers_.give(queue_.front());
            queue_.pop_front();
        }
    }

    void note_answers() {
        for (const Workers::Answer& answer : workers_.answers()) {
            if (answer.failure.empty()) {
                stories_.put(answer.task, report_from(answer.bytes));
            } else {
                stories_.put_crash(answer.task, answer.failure);
            }
        }
        feed();
    }

    void end_round() {
        drawing_ = false;
        const std::chrono::duration<double, std::milli> taken = Settling::Clock::now() - began_;
        const Diagnostics findings = stories_.findings();
        status_.say(findings);
        show(findings, taken.count());
        const std::size_t errors = findings.count(Severity::error);
        if (errors == 0) {
            status_.say("drew " + files_text(stories_.written().size()) + " in " + to_text(taken.count(), 0) +
                        " ms; watching " + files_text(stories_.paths().size()));
        } else {
            status_.say(std::to_string(errors) + (errors == 1 ? " error" : " errors") +
                        (stories_.written().empty() ? "; nothing is drawn yet" : "; the last good charts stand"));
        }
        look_again();
    }

    void show(const Diagnostics& findings, double milliseconds) {
        if (server_ == nullptr) {
            return;
        }
        live::PageState state;
        state.title = title();
        state.milliseconds = milliseconds;
        state.findings = findings.all();
        const fs::path folder = options_.output.empty() ? "." : options_.output;
        for (const std::string& path : stories_.written()) {
            const FileStamp stamp = stamp_of(path);
            state.files.push_back({fs::path(path).lexically_relative(folder).generic_string(), path,
                                   std::to_string(stamp.modified) + "-" + std::to_string(stamp.inode)});
        }
        if (!server_->show(state)) {
            refuse("no-server", "the page's server has ended", "start again");
        }
    }

    /// "riyadh.dossier.xml and 2 more"
    [[nodiscard]] std::string title() const {
        const std::string first = fs::path(options_.dossiers.front()).filename().string();
        const std::size_t more = options_.dossiers.size() - 1;
        return more == 0 ? first : first + " and " + std::to_string(more) + " more";
    }

    /// Looks at what was read this time, and finds what changed before anybody looked.
    void look_again() {
        std::vector<std::string> paths = stories_.paths();
        const std::set<std::string> before(looked_at_.begin(), looked_at_.end());
        if (paths != looked_at_) {
            looked_at_ = paths;
            changes_.look_at(std::move(paths));
        }
        if (stories_.mark_stale(before)) {
            settling_.note(Settling::Clock::now());
        }
    }

    const Options& options_;
    live::Server* server_;
    WatchedStories stories_;
    std::set<std::size_t> drawn_here_; ///< of a worker
    Workshop workshop_;                ///< of a worker: this process never opens a typeface, or it could not be forked
    Workers workers_;
    WatchStatus status_;
    live::Changes changes_;
    Settling settling_;
    std::vector<std::string> looked_at_;
    std::deque<std::size_t> queue_;
    Time began_;
    bool drawing_ = false;
    bool fonts_changed_ = false;
    std::size_t rounds_ = 0;
};

void check_watch(const Options& options) {
    if (options.output == "-") {
        refuse("idle-option", "--watch draws again and again: it cannot write to standard output", "name a directory");
    }
    if (std::ranges::find(options.dossiers, "-") != options.dossiers.end()) {
        refuse("idle-option", "standard input does not change: --watch needs files", "name the dossier's file");
    }
    if (!options.deps.empty()) {
        refuse("idle-option", "--deps is for a build that draws, and --watch draws by itself", "leave one of them out");
    }
}

} // namespace

Exit run_watch(const Options& options, const FileReader& files) {
    check_watch(options);
    const Endings endings;
    std::unique_ptr<live::Server> server;
    if (options.port) {
        server = std::make_unique<live::Server>(*options.port);
        // On standard output, so that a script can read it.
        print_result("http://127.0.0.1:" + std::to_string(server->port()) + "/\n");
    }
    Watch watch(options, files, std::max(1U, std::thread::hardware_concurrency()), server.get());
    watch.run(endings);
    return Exit::done;
}

} // namespace demarche::cli
