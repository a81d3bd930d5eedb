#include "live/changes.hpp"

#include "base/diagnostic.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace demarche::live {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kOfTheWay = IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;
/// A file that was written, came, went, or became readable. Not IN_MODIFY: half a save is none.
constexpr std::uint32_t kOfTheFile = kOfTheWay | IN_CLOSE_WRITE | IN_ATTRIB;
constexpr std::uint32_t kOfTheFolder = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT | IN_Q_OVERFLOW;
constexpr int kMostLinks = 40;

[[noreturn]] void refuse(int reason) {
    const bool too_many = reason == EMFILE || reason == ENOSPC;
    throw Error(Exit::usage_or_system, {Severity::error,
                                        "no-watch",
                                        {},
                                        std::string("cannot watch files: ") + std::strerror(reason),
                                        too_many ? "raise fs.inotify.max_user_instances and max_user_watches" : ""});
}

/// The folders that are still to be entered.
class Way {
public:
    [[nodiscard]] bool ended() const { return left_.empty(); }

    std::string step() {
        std::string name = std::move(left_.back());
        left_.pop_back();
        return name;
    }

    /// These first, then what was left.
    void lead_on(const fs::path& path) {
        std::vector<std::string> names;
        for (const fs::path& part : path) {
            if (!part.empty() && part != ".") {
                names.push_back(part.string());
            }
        }
        left_.insert(left_.end(), names.rbegin(), names.rend());
    }

private:
    std::vector<std::string> left_; ///< the next one last
};

/// A new file that nobody has finished writing: it is closed later. What was linked or moved here is whole.
bool is_being_written(const std::string& path) {
    struct stat status {};

    return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1;
}

} // namespace

Changes::Changes() : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (descriptor_ < 0) {
        refuse(errno);
    }
}

Changes::~Changes() {
    ::close(descriptor_);
}

void Changes::look_at(std::vector<std::string> paths) {
    paths_ = std::move(paths);
    arm();
}

void Changes::arm() {
    auto before = std::exchange(folders_, {});
    for (const std::string& path : paths_) {
        look_on_the_way(path);
    }
    for (const auto& [watch, folder] : before) {
        if (!folders_.contains(watch)) {
            ::inotify_rm_watch(descriptor_, watch);
        }
    }
}

/// Looks for each name on the way in its folder, as far as there are folders: any of them may be moved away, or lead
/// elsewhere one day.
void Changes::look_on_the_way(const std::string& path) {
    std::error_code failure;
    const fs::path whole = fs::absolute(path, failure);
    fs::path here = whole.root_path(); // without links, so that ".." is its parent
    Way left;
    left.lead_on(whole.relative_path());
    int links = 0;
    while (!left.ended()) {
        const std::string name = left.step();
        if (name == "..") {
            here = here.parent_path();
            continue;
        }
        const fs::path next = here / name;
        const fs::file_status status = fs::symlink_status(next, failure);
        const bool is_link = fs::is_symlink(status) && ++links < kMostLinks;
        look_for(here.string(), left.ended() ? kOfTheFile : kOfTheWay, name, path);
        if (is_link) {
            const fs::path target = fs::read_symlink(next, failure);
            here = target.is_absolute() ? target.root_path() : here;
            left.lead_on(target.relative_path());
        } else if (fs::is_directory(status)) {
            here = next;
        } else {
            return;
        }
    }
}

void Changes::look_for(const std::string& folder,
                       std::uint32_t events,
                       const std::string& name,
                       const std::string& path) {
    const int watch = ::inotify_add_watch(descriptor_, folder.c_str(), events | IN_MASK_ADD | IN_ONLYDIR);
    if (watch >= 0) {
        folders_[watch].path = folder;
        folders_[watch].names[name].insert(path);
    } else if (errno == ENOSPC || errno == ENOMEM) {
        refuse(errno);
    }
}

/// True where the ways to the paths may have changed.
bool Changes::note_events(const char* begin, const char* end, std::set<std::string>& changed) {
    bool other_ways = false;
    while (begin < end) {
        inotify_event event{};
        std::memcpy(&event, begin, sizeof event);
        const auto folder = folders_.find(event.wd);
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            changed.insert(paths_.begin(), paths_.end());
            other_ways = true;
        } else if (folder != folders_.end() && (event.mask & kOfTheFolder) != 0) {
            for (const auto& [name, paths] : folder->second.names) {
                changed.insert(paths.begin(), paths.end());
            }
            other_ways = true;
        } else if (folder != folders_.end() && event.len > 0) {
            const auto name = folder->second.names.find(begin + sizeof event);
            if (name != folder->second.names.end()) {
                const bool created = (event.mask & IN_CREATE) != 0;
                if (!created || !is_being_written(folder->second.path + "/" + name->first)) {
                    changed.insert(name->second.begin(), name->second.end());
                }
                other_ways = other_ways || (event.mask & kOfTheWay) != 0;
            }
        }
        begin += sizeof event + event.len;
    }
    return other_ways;
}

std::vector<std::string> Changes::take() {
    std::set<std::string> changed;
    std::array<char, 65536> buffer{};
    bool other_ways = false;
    for (;;) {
        const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        other_ways = note_events(buffer.data(), buffer.data() + got, changed) || other_ways;
    }
    if (other_ways) {
        arm();
    }
    return {changed.begin(), changed.end()};
}

} // namespace demarche::live
