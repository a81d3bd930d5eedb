#include "base/file.hpp"

#include "base/diagnostic.hpp"
#include "base/number.hpp"
#include "base/suggest.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace demarche {

namespace {

constexpr std::string_view kStandardInput = "-";
constexpr std::size_t kChunk = std::size_t{1} << 16;
constexpr std::size_t kMebibyte = std::size_t{1} << 20;

/// A descriptor that closes itself, except standard input, which is not ours to close.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}

    ~Descriptor() {
        if (number_ > STDIN_FILENO) {
            ::close(number_);
        }
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

[[noreturn]] void refuse(const std::string& path, std::string code, std::string message, std::string hint = {}) {
    const std::string name = path == kStandardInput ? "standard input" : path;
    throw Error(Exit::input_error,
                {Severity::error, std::move(code), {name, 0, 0}, std::move(message), std::move(hint)});
}

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// What a person may have meant: a file of a like name in the same folder, or that the folder is missing.
std::string hint_for_missing(const std::string& path) {
    std::error_code failure;
    const std::string folder = folder_of(path);
    if (!std::filesystem::is_directory(folder, failure)) {
        return "there is no folder \"" + folder + "\"";
    }
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    const std::optional<std::string> near = nearest(std::filesystem::path(path).filename().string(), names);
    return near ? "did you mean \"" + *near + "\"?" : "";
}

[[noreturn]] void refuse_open(const std::string& path, int reason) {
    std::error_code failure;
    switch (reason) {
    case ENOENT:
    case ENOTDIR:
        if (std::filesystem::is_symlink(std::filesystem::symlink_status(path, failure))) {
            refuse(path, "file-missing",
                   "a link to \"" + std::filesystem::read_symlink(path, failure).string() + "\", which does not exist",
                   "put the file itself in its place");
        }
        refuse(path, "file-missing", "no such file", hint_for_missing(path));
    case EACCES:
    case EPERM:
        refuse(path, "file-unreadable", "no permission to read this file", "make it readable for the current user");
    default:
        refuse(path, "file-unreadable", "cannot be read: " + std::generic_category().message(reason));
    }
}

std::string limit_text(std::size_t limit) {
    return limit >= kMebibyte ? to_text(static_cast<double>(limit) / static_cast<double>(kMebibyte), 1) + " MiB"
                              : std::to_string(limit) + " bytes";
}

[[noreturn]] void refuse_size(const std::string& path, std::size_t limit) {
    refuse(path, "file-too-large", "larger than " + limit_text(limit) + ", the most that is read",
           "is this the right file?");
}

enum class Kind { regular, any };

int open_for_reading(const std::string& path, Kind kind) {
    if (path == kStandardInput) {
        return STDIN_FILENO;
    }
    // Opening a pipe waits for its other end: where none may come, find out what it is without waiting.
    const int waiting = kind == Kind::regular ? O_NONBLOCK : 0;
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | waiting);
    if (number < 0) {
        refuse_open(path, errno);
    }
    return number;
}

/// One read that signals do not cut short; the number of bytes, 0 at the end.
std::size_t read_some(int number, char* into, std::size_t most, const std::string& path) {
    for (;;) {
        const ssize_t got = ::read(number, into, most);
        if (got >= 0) {
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR) {
            refuse_open(path, errno);
        }
    }
}

std::string read_whole(const std::string& path, std::size_t limit, Kind kind) {
    if (path.empty() || path.find('\0') != std::string::npos) {
        refuse(path, "file-missing", path.empty() ? "the name of the file is empty" : "no file has a name like this");
    }
    const Descriptor file(open_for_reading(path, kind));

    struct stat about {};

    if (::fstat(file.number(), &about) != 0) {
        refuse_open(path, errno);
    }
    if (S_ISDIR(about.st_mode)) {
        refuse(path, "file-directory", "this is a folder, not a file", "name a file inside it");
    }
    if (kind == Kind::regular && path != kStandardInput && !S_ISREG(about.st_mode)) {
        refuse(path, "file-special", "this is a pipe or a device, not a file", "save its contents as a file");
    }
    const auto size = static_cast<std::size_t>(std::max<off_t>(0, about.st_size));
    if (S_ISREG(about.st_mode) && size > limit) {
        refuse_size(path, limit);
    }
    // Pipes and files of /proc say no size: read until the end, whatever was said.
    std::string bytes;
    std::size_t filled = 0;
    for (;;) {
        bytes.resize(std::max(filled + kChunk, std::min(size, limit) + 1));
        const std::size_t got = read_some(file.number(), bytes.data() + filled, bytes.size() - filled, path);
        filled += got;
        if (filled > limit) {
            refuse_size(path, limit);
        }
        if (got == 0) {
            bytes.resize(filled);
            return bytes;
        }
    }
}

} // namespace

std::string DiskReader::read(const std::string& path, std::size_t limit) const {
    return read_whole(path, limit, Kind::regular);
}

std::string DiskReader::read_any(const std::string& path, std::size_t limit) const {
    return read_whole(path, limit, Kind::any);
}

std::string DiskReader::read_inside(const std::string& folder, const std::string& path, std::size_t limit) const {
    std::error_code no_file;
    std::error_code no_folder;
    const std::filesystem::path real = std::filesystem::canonical(path, no_file);
    const std::filesystem::path home = std::filesystem::canonical(folder.empty() ? "." : folder, no_folder);
    if (no_file || no_folder) {
        return read(path, limit); // which says what is wrong
    }
    const auto [inside, ignored] = std::mismatch(home.begin(), home.end(), real.begin(), real.end());
    if (inside != home.end()) {
        refuse(path, "file-outside", "a link that leads out of the folder, to \"" + real.string() + "\"",
               "put the file itself in its place");
    }
    return read(real.string(), limit);
}

std::string FileReader::head(const std::string& path, std::size_t most) const {
    return exists(path) ? read(path).substr(0, most) : std::string();
}

std::string DiskReader::head(const std::string& path, std::size_t most) const {
    const int number = path == kStandardInput ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (number < 0) {
        return {};
    }
    const Descriptor file(number);

    struct stat about {};

    std::string bytes;
    if (::fstat(file.number(), &about) == 0 && S_ISREG(about.st_mode)) {
        bytes.resize(most);
        const ssize_t got = ::read(file.number(), bytes.data(), most);
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    return bytes;
}

bool DiskReader::exists(const std::string& path) const {
    std::error_code failure;
    return path == kStandardInput || (path.find('\0') == std::string::npos && std::filesystem::exists(path, failure));
}

} // namespace demarche
