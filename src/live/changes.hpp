#pragma once
/// Which of the files that one looks at have changed.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace demarche::live {

/// Watches names in folders, not files: so that editors which put a new file in the place of the old one are seen, and
/// files that are not there yet, or no more. Linux's inotify.
class Changes {
public:
    /// Throws Error where the system has no more watches to give.
    Changes();
    Changes(const Changes&) = delete;
    Changes& operator=(const Changes&) = delete;
    ~Changes();

    /// To poll for reading.
    [[nodiscard]] int descriptor() const { return descriptor_; }

    /// Looks at these paths and no others from now on. They, and the folders on the way, need not exist. Links on the
    /// way are looked at as well as what they lead to.
    void look_at(std::vector<std::string> paths);

    /// What may have changed since the last call, of the paths as they were given, sorted. Never waits. A change that
    /// could be any (a folder that was moved away, events that the system lost) is one of all it concerns.
    std::vector<std::string> take();

private:
    void arm();
    void look_on_the_way(const std::string& path);
    void look_for(const std::string& folder, std::uint32_t events, const std::string& name, const std::string& path);
    bool note_events(const char* begin, const char* end, std::set<std::string>& changed);

    int descriptor_ = -1;
    std::vector<std::string> paths_;

    struct Folder {
        std::string path;
        std::map<std::string, std::set<std::string>> names; ///< looked for in it, and the paths each stands for
    };

    std::map<int, Folder> folders_; ///< by watch
};

} // namespace demarche::live
