#include "kept_charts.hpp"

#include "base/utf8.hpp"
#include "write/kept_svg.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace demarche {
namespace {

constexpr std::string_view kSvg = ".svg";
constexpr std::string_view kFirstPage = "-p1.svg";
constexpr std::size_t kMostPages = 1000;

std::string in_folder(const PreviousPlace& place, const std::string& name) {
    return (std::filesystem::path(place.path) / name).string();
}

/// "dir/timeline-p" of the first page's file; "" where it is none.
std::string pages_of(const std::string& file) {
    return file.ends_with(kFirstPage) ? file.substr(0, file.size() - kFirstPage.size()) + "-p" : std::string();
}

/// The files of one chart, in order: a file alone, or its pages. Empty where there is none.
std::vector<std::string> files_of(const std::string& first, const FileReader& files) {
    std::vector<std::string> found;
    const std::string pages = pages_of(first);
    for (std::string path = first; found.size() < kMostPages && files.exists(path);) {
        found.push_back(path);
        if (pages.empty()) {
            break;
        }
        path = pages + std::to_string(found.size() + 1) + std::string(kSvg);
    }
    return found;
}

std::optional<scene::KeptChart>
read_one(const std::string& path, ChartKind kind, const FileReader& files, Diagnostics& diagnostics) {
    std::string svg;
    try {
        svg = files.read(path);
    } catch (const Error& unreadable) {
        Diagnostic finding = unreadable.diagnostic();
        finding.severity = Severity::warning;
        diagnostics.report(std::move(finding));
        return std::nullopt;
    }
    auto kept = write::read_kept_svg(svg, path, diagnostics);
    if (kept && kept->data.at("chart") != to_text(kind)) {
        diagnostics.warning("previous-chart", {path, 0, 0},
                            std::string("the previous chart is no ") + to_text(kind) + ": its data-chart says \"" +
                                shortened(kept->data.at("chart"), 40) + "\"",
                            "the chart is drawn as if there were none before it");
        return std::nullopt;
    }
    return kept;
}

/// All pages as one chart; what one page could not say the others may.
std::optional<scene::KeptChart>
read_pages(const std::vector<std::string>& paths, ChartKind kind, const FileReader& files, Diagnostics& diagnostics) {
    std::optional<scene::KeptChart> whole;
    std::string pages;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto page = read_one(paths[i], kind, files, diagnostics);
        if (!page) {
            continue;
        }
        // A page that an earlier, longer chart left behind.
        const auto count = page->data.find("pages");
        if (count != page->data.end() && i > 0 && whole && count->second != pages) {
            break;
        }
        if (!whole) {
            pages = count == page->data.end() ? "" : count->second;
            whole = std::move(page);
            continue;
        }
        std::move(page->marks.begin(), page->marks.end(), std::back_inserter(whole->marks));
    }
    return whole;
}

/// How many of these events a chart shows.
std::size_t count_shown(const scene::KeptChart& chart, const std::vector<std::string>& shown) {
    std::set<std::string> events;
    for (const scene::KeptMark& mark : chart.marks) {
        if (const auto event = mark.data.find("event"); event != mark.data.end()) {
            events.insert(event->second);
        }
    }
    return static_cast<std::size_t>(
        std::count_if(shown.begin(), shown.end(), [&](const std::string& id) { return events.contains(id); }));
}

} // namespace

bool is_one_chart(const PreviousPlace& place) {
    return place.path.ends_with(kSvg);
}

bool has_kept_chart(const PreviousPlace& place, const std::string& name, const FileReader& files) {
    if (is_one_chart(place)) {
        return files.exists(place.path);
    }
    return files.exists(in_folder(place, name + std::string(kSvg))) ||
           files.exists(in_folder(place, name + std::string(kFirstPage)));
}

std::optional<scene::KeptChart> read_kept_chart(const PreviousPlace& place,
                                                const std::string& name,
                                                ChartKind kind,
                                                const std::vector<std::string>& shown,
                                                const FileReader& files,
                                                Diagnostics& diagnostics) {
    if (!has_kept_chart(place, name, files)) {
        diagnostics.note("no-previous-chart", place.where,
                         is_one_chart(place) ? "there is no chart \"" + place.path + "\" yet"
                                             : "there is no " + name + ".svg in \"" + place.path + "\" yet",
                         "the chart is drawn as if there were none before it");
        return std::nullopt;
    }
    if (is_one_chart(place)) {
        return read_pages(files_of(place.path, files), kind, files, diagnostics);
    }
    std::optional<scene::KeptChart> best;
    for (const std::string_view ending : {kSvg, kFirstPage}) {
        auto chart =
            read_pages(files_of(in_folder(place, name + std::string(ending)), files), kind, files, diagnostics);
        if (chart && (!best || count_shown(*chart, shown) > count_shown(*best, shown))) {
            best = std::move(chart);
        }
    }
    return best;
}

void check_previous(const PreviousPlace& place, const std::vector<std::string>& names, const FileReader& files) {
    const auto refuse = [&place](const std::string& message, const std::string& hint) {
        throw Error(Exit::usage_or_system, {Severity::error, "previous-charts", {place.path, 0, 0}, message, hint});
    };
    if (is_one_chart(place) && names.size() != 1) {
        refuse("--previous names one chart, and " + std::to_string(names.size()) + " are drawn",
               "name the folder that has the last charts, or choose one with --chart and --template");
    }
    const bool any = std::any_of(names.begin(), names.end(),
                                 [&](const std::string& name) { return has_kept_chart(place, name, files); });
    if (any || names.empty()) {
        return;
    }
    if (is_one_chart(place)) {
        refuse("there is no such chart", "leave --previous out where there is no last chart yet");
    }
    refuse("there is none of the last charts here: no " + names.front() + ".svg" +
               (names.size() > 1 ? ", no " + names.back() + ".svg" : ""),
           "name the folder that they were drawn into, as SVG, or leave --previous out where there are none yet");
}

} // namespace demarche
