#include "write/writers.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace demarche::write {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, const std::string& reason, const std::string& hint = {}) {
    throw Error(Exit::usage_or_system, {.severity = Severity::error,
                                        .code = "cannot-write",
                                        .where = {},
                                        .message = "cannot write " + path + ": " + reason,
                                        .hint = hint});
}

std::string reason_of(int error) {
    switch (error) {
    case ENOSPC:
        return "the disk is full";
    case EDQUOT:
        return "the disk quota is used up";
    case EACCES:
    case EPERM:
        return "no permission";
    case ENOENT:
        return "its directory does not exist";
    case ENOTDIR:
        return "a part of its path is not a directory";
    case EROFS:
        return "the file system is read-only";
    case EFBIG:
        return "it would be larger than the system allows";
    default:
        return std::strerror(error); // NOLINT(concurrency-mt-unsafe): the text is copied at once
    }
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}

    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    ~Descriptor() { close(); }

    [[nodiscard]] bool valid() const { return number_ >= 0; }

    [[nodiscard]] int number() const { return number_; }

    /// 0, or the error that closing reported (a network file system may report a full disk only here).
    int close() {
        const int result = number_ >= 0 ? ::close(number_) : 0;
        number_ = -1;
        return result == 0 ? 0 : errno;
    }

private:
    int number_;
};

/// 0, or errno.
int write_all(const Descriptor& file, const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(file.number(), bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno != EINTR) {
            return errno;
        }
        done += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return 0;
}

bool holds(const std::string& path, const struct stat& status, const std::string& bytes) {
    if (static_cast<std::size_t>(status.st_size) != bytes.size()) {
        return false;
    }
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string present(bytes.size() + 1, '\0');
    std::size_t done = 0;
    while (file.valid() && done < present.size()) {
        const ssize_t count = ::read(file.number(), present.data() + done, present.size() - done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    return file.valid() && done == bytes.size() && present.compare(0, done, bytes) == 0;
}

/// Pipes, terminals, /dev/stdout: nothing to replace, so the bytes go straight in.
void write_through(const std::string& path, const std::string& bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.valid()) {
        fail(path, reason_of(errno));
    }
    int error = write_all(file, bytes);
    if (error == 0) {
        error = file.close();
    }
    if (error != 0) {
        fail(path, reason_of(error));
    }
}

/// The file that `path` means when links are followed, also where the last one leads to nothing yet.
fs::path behind_links(const std::string& path) {
    constexpr int kMostLinks = 40;
    fs::path target(path);
    std::error_code error;
    for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(target, error)); ++i) {
        const fs::path next = fs::read_symlink(target, error);
        if (error) {
            fail(path, error.message());
        }
        target = next.is_absolute() ? next : target.parent_path() / next;
    }
    return target;
}

fs::path directory_of(const fs::path& target) {
    return target.parent_path().empty() ? fs::path(".") : target.parent_path();
}

constexpr std::string_view kTemporaryBegin = ".demarche-";
constexpr std::string_view kTemporaryEnd = ".tmp";

/// Takes the lock that says "somebody is writing this file"; false where another process has it. It goes with the
/// descriptor, also when the process is killed. A file system without locks lets everybody have it.
bool claim(const Descriptor& file) {
    return ::flock(file.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/// A new empty file beside `target`, under a name that no other file and no other run has.
Descriptor open_temporary(const fs::path& target, fs::path& temporary) {
    constexpr int kMostTries = 10000;
    for (int i = 0; i < kMostTries; ++i) {
        std::string name(kTemporaryBegin);
        name.append(std::to_string(::getpid())).append("-").append(std::to_string(i)).append(kTemporaryEnd);
        temporary = directory_of(target) / name;
        const int number = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (number < 0 && errno != EEXIST) {
            return Descriptor(-1);
        }
        if (number >= 0) {
            Descriptor file(number);

            struct stat status {};

            // Before the lock was ours, a run that sweeps may have taken the file for a dead one's.
            if (claim(file) && ::fstat(file.number(), &status) == 0 && status.st_nlink > 0) {
                return file;
            }
        }
    }
    return Descriptor(-1);
}

/// Removes the temporary file unless it became the real one.
class Cleanup {
public:
    explicit Cleanup(const fs::path& path) : path_(&path) {}

    Cleanup(const Cleanup&) = delete;
    Cleanup& operator=(const Cleanup&) = delete;

    ~Cleanup() {
        if (path_ != nullptr) {
            ::unlink(path_->c_str());
        }
    }

    void keep() { path_ = nullptr; }

private:
    const fs::path* path_;
};

/// While it lives, the signals that end a program wait: an interrupted run leaves no temporary file.
class SignalsWait {
public:
    SignalsWait() {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
            sigaddset(&ending, signal);
        }
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }

    SignalsWait(const SignalsWait&) = delete;
    SignalsWait& operator=(const SignalsWait&) = delete;

    ~SignalsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

void replace(const std::string& path,
             const fs::path& target,
             std::optional<mode_t> mode,
             const std::string& bytes,
             Durability durability) {
    const SignalsWait until_replaced;
    fs::path temporary;
    Descriptor file = open_temporary(target, temporary);
    if (!file.valid()) {
        fail(path, reason_of(errno), errno == ENOENT ? "create the directory first" : "");
    }
    Cleanup cleanup(temporary);
    int error = write_all(file, bytes);
    if (error == 0 && mode && ::fchmod(file.number(), *mode & 07777U) != 0) {
        error = errno;
    }
    // A second descriptor keeps the lock until the file has its name: closing the first may be what reports an error.
    const Descriptor lock(::fcntl(file.number(), F_DUPFD_CLOEXEC, 0));
    const bool synced = durability == Durability::synced;
    if (error == 0 && synced && ::fsync(file.number()) != 0 && errno != EINVAL) {
        error = errno;
    }
    if (const int at_close = file.close(); error == 0) {
        error = at_close;
    }
    if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) {
        error = errno;
    }
    if (error != 0) {
        fail(path, reason_of(error));
    }
    cleanup.keep();
    if (!synced) {
        return;
    }
    const Descriptor entry(::open(directory_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (entry.valid()) {
        ::fsync(entry.number()); // the new name survives a power cut too; no error where it cannot be asked for
    }
}

/// Removes the file unless somebody is writing it.
void remove_abandoned(const fs::path& temporary) {
    const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));

    struct stat status {};

    // Without a lock to be had nobody can tell: then the file stays.
    if (file.valid() && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
        ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) {
        ::unlink(temporary.c_str());
    }
}

} // namespace

void sweep(const std::string& directory) {
    std::error_code failure;
    for (fs::directory_iterator entry(directory.empty() ? "." : directory, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(kTemporaryBegin) && name.ends_with(kTemporaryEnd)) {
            remove_abandoned(entry->path());
        }
    }
}

void write_file(const std::string& path, const std::string& bytes, Durability durability) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0) {
        if (errno != ENOENT) {
            fail(path, reason_of(errno));
        }
        replace(path, behind_links(path), std::nullopt, bytes, durability);
        return;
    }
    if (S_ISDIR(status.st_mode)) {
        fail(path, "it is a directory");
    }
    // /dev/stdout may lead to a regular file: replacing that would leave the shell with the old one.
    if (!S_ISREG(status.st_mode) || path.starts_with("/dev/") || path.starts_with("/proc/")) {
        write_through(path, bytes);
        return;
    }
    if (holds(path, status, bytes)) {
        return;
    }
    if (::access(path.c_str(), W_OK) != 0) {
        fail(path, reason_of(errno));
    }
    replace(path, behind_links(path), status.st_mode, bytes, durability);
}

} // namespace demarche::write
