#pragma once
/// What `draw --watch` knows of the stories that it draws: what each was made from, what came of it, what is to be
/// drawn again.

#include "cli/commands.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace demarche::cli {

/// One part of a story's charts, for one worker.
struct DrawTask {
    std::size_t story = 0;
    std::optional<ChartKind> only; ///< nothing: all its charts
};

class WatchedStories {
public:
    /// With `apart` the charts of a story are drawn side by side, where no file needs both.
    WatchedStories(const Options& options, const FileReader& files, bool apart);

    [[nodiscard]] const std::vector<DrawTask>& tasks() const { return tasks_; }

    /// In a worker: the task's charts, as they are to be drawn now; `again`: with the last ones in mind.
    [[nodiscard]] DrawReport draw(std::size_t task, bool again, const FileReader& files, Workshop& workshop) const;

    /// Whether there are charts of this task that were drawn since the watch began.
    [[nodiscard]] bool has_drawn(std::size_t task) const { return !parts_[task].written.empty(); }

    /// Marks the stories that one of these paths is part of; true where there is one.
    bool mark(const std::vector<std::string>& paths);
    void mark_all();

    /// The tasks of the marked stories, which are marked no more.
    std::vector<std::size_t> take_marked();

    /// What a task came to. The last good files stay what they are where nothing was drawn.
    void put(std::size_t task, DrawReport report);

    /// A task whose process died.
    void put_crash(std::size_t task, const std::string& how);

    /// Marks what has changed since it was read; true where there is any. `looked_at`: what was watched meanwhile.
    bool mark_stale(const std::set<std::string>& looked_at);

    /// Everything to look at, charts of our own apart.
    [[nodiscard]] std::vector<std::string> paths() const;
    [[nodiscard]] bool is_font(const std::string& path) const;

    /// Whether a file of a marked story that could be read last time is not there now.
    [[nodiscard]] bool any_absent() const;

    /// Of the last drawing of each story, in the order of the command line, each once.
    [[nodiscard]] Diagnostics findings() const;
    /// The last good charts of all stories.
    [[nodiscard]] std::vector<std::string> written() const;

private:
    struct Story {
        Options options;
        bool marked = true;
    };

    struct Part {
        DrawReport report;
        std::vector<std::string> written; ///< by the last drawing that wrote anything
        bool drawn = false;
    };

    std::vector<Story> stories_;
    std::vector<DrawTask> tasks_;
    std::vector<Part> parts_; ///< one a task
};

} // namespace demarche::cli
