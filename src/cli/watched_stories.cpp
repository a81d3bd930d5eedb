#include "cli/watched_stories.hpp"

#include <algorithm>
#include <chrono>

namespace demarche::cli {
namespace {

/// A file that was written so shortly before it was read may have been written again within one tick of the file
/// system's clock.
constexpr std::int64_t kTick = 100'000'000; ///< nanoseconds

bool written_just_now(const FileStamp& stamp) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - stamp.modified < kTick;
}

bool same(const Diagnostic& one, const Diagnostic& other) {
    return one.severity == other.severity && one.code == other.code && one.where == other.where &&
           one.message == other.message && one.hint == other.hint;
}

} // namespace

WatchedStories::WatchedStories(const Options& options, const FileReader& files, bool apart) {
    Diagnostics said_when_drawn;
    StoryInputs inputs = sort_inputs(options.dossiers, files, said_when_drawn);
    if (!inputs.articles.empty()) {
        stories_.push_back({options});
    } else {
        // Also those that are not there yet: they are waited for.
        inputs.dossiers.clear();
        for (const std::string& path : options.dossiers) {
            inputs.dossiers.push_back({path, {}});
        }
        for (DrawUnit& unit : draw_units(options, std::move(inputs))) {
            stories_.push_back({std::move(unit.options)});
        }
    }
    const auto& formats = options.draw.formats;
    const bool whole = !apart || std::ranges::find(formats, "html") != formats.end();
    for (std::size_t i = 0; i < stories_.size(); ++i) {
        if (whole) {
            tasks_.push_back({i, std::nullopt});
        } else {
            tasks_.push_back({i, ChartKind::timeline});
            tasks_.push_back({i, ChartKind::network});
        }
    }
    parts_.resize(tasks_.size());
}

DrawReport WatchedStories::draw(std::size_t task, bool again, const FileReader& files, Workshop& workshop) const {
    Options options = stories_[tasks_[task].story].options;
    options.draw.only = tasks_[task].only;
    // What keeps the layout in mind is the SVG: without it, one that lies there may be of anything.
    if (again && std::ranges::find(options.draw.formats, "svg") != options.draw.formats.end()) {
        options.draw.previous = options.output.empty() ? "." : options.output;
        options.draw.previous_required = false;
    }
    return report_on(files, &workshop, [&](const FileReader& reader, DrawNotes& notes) {
        StoryInputs inputs = sort_inputs(options.dossiers, reader, notes.diagnostics);
        if (!notes.diagnostics.has_errors()) {
            draw_inputs(inputs, options, reader, notes);
        }
    });
}

bool WatchedStories::mark(const std::vector<std::string>& paths) {
    bool any = false;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const DrawReport& report = parts_[i].report;
        const bool touched = std::ranges::any_of(paths, [&](const std::string& path) {
            return std::ranges::find(report.used, path, &UsedFile::path) != report.used.end() ||
                   std::ranges::find(report.fonts, path) != report.fonts.end();
        });
        stories_[tasks_[i].story].marked |= touched;
        any = any || touched;
    }
    return any;
}

void WatchedStories::mark_all() {
    for (Story& story : stories_) {
        story.marked = true;
    }
}

std::vector<std::size_t> WatchedStories::take_marked() {
    std::vector<std::size_t> marked;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        if (stories_[tasks_[i].story].marked) {
            marked.push_back(i);
        }
    }
    for (Story& story : stories_) {
        story.marked = false;
    }
    return marked;
}

void WatchedStories::put(std::size_t task, DrawReport report) {
    Part& part = parts_[task];
    part.drawn = true;
    if (report.exit == Exit::done || !report.written.empty()) {
        part.written = report.written;
    }
    part.report = std::move(report);
}

void WatchedStories::put_crash(std::size_t task, const std::string& how) {
    DrawReport report = parts_[task].report; // what it was made from is what it will be made from
    report.exit = Exit::usage_or_system;
    report.findings = {{Severity::error,
                        "draw-crashed",
                        {stories_[tasks_[task].story].options.dossiers.front(), 0, 0},
                        "the process that drew it " + how,
                        "this is a defect of the program"}};
    report.written.clear();
    for (const std::string& path : stories_[tasks_[task].story].options.dossiers) {
        if (std::ranges::find(report.used, path, &UsedFile::path) == report.used.end()) {
            report.used.push_back({path, true, stamp_of(path)});
        }
    }
    put(task, std::move(report));
}

bool WatchedStories::mark_stale(const std::set<std::string>& looked_at) {
    const std::vector<std::string> own = written();
    bool any = false;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const auto& used = parts_[i].report.used;
        const bool stale = std::ranges::any_of(used, [&](const UsedFile& file) {
            return std::ranges::find(own, file.path) == own.end() &&
                   (stamp_of(file.path) != file.stamp ||
                    (!looked_at.contains(file.path) && written_just_now(file.stamp)));
        });
        stories_[tasks_[i].story].marked |= stale;
        any = any || stale;
    }
    return any;
}

std::vector<std::string> WatchedStories::paths() const {
    std::set<std::string> paths;
    for (const Part& part : parts_) {
        for (const UsedFile& file : part.report.used) {
            paths.insert(file.path);
        }
        paths.insert(part.report.fonts.begin(), part.report.fonts.end());
    }
    for (const std::string& own : written()) {
        paths.erase(own);
    }
    return {paths.begin(), paths.end()};
}

bool WatchedStories::is_font(const std::string& path) const {
    return std::ranges::any_of(parts_, [&](const Part& part) {
        return std::ranges::find(part.report.fonts, path) != part.report.fonts.end();
    });
}

bool WatchedStories::any_absent() const {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const auto& used = parts_[i].report.used;
        if (stories_[tasks_[i].story].marked && std::ranges::any_of(used, [](const UsedFile& file) {
                return file.stamp != FileStamp{} && stamp_of(file.path) == FileStamp{};
            })) {
            return true;
        }
    }
    return false;
}

Diagnostics WatchedStories::findings() const {
    Diagnostics all;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        for (const Diagnostic& finding : parts_[i].report.findings) {
            if (std::ranges::none_of(all.all(), [&](const Diagnostic& known) { return same(known, finding); })) {
                all.report(finding);
            }
        }
        const bool last = i + 1 == tasks_.size() || tasks_[i + 1].story != tasks_[i].story;
        bool nothing = last && parts_[i].drawn;
        for (std::size_t part = 0; part < tasks_.size() && nothing; ++part) {
            const DrawReport& report = parts_[part].report;
            nothing = tasks_[part].story != tasks_[i].story || (report.written.empty() && report.exit == Exit::done);
        }
        if (nothing && tasks_[i].only) {
            all.report(nothing_to_draw());
        }
    }
    return all;
}

std::vector<std::string> WatchedStories::written() const {
    std::vector<std::string> all;
    for (const Part& part : parts_) {
        all.insert(all.end(), part.written.begin(), part.written.end());
    }
    return all;
}

} // namespace demarche::cli
