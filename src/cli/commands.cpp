#include "cli/commands.hpp"

#include "model/check.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "model/doubts.hpp"
#include "model/export_json.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

/// Reads one dossier; nothing where it has errors. A file that cannot be read is one more finding, so that
/// the other dossiers of a run are still looked at.
std::optional<Model> read_clean(const std::string& path, const FileReader& files, Diagnostics& diagnostics) {
    Diagnostics of_this;
    std::optional<Model> model;
    try {
        model = read_dossier(path, files, of_this);
    } catch (const Error& unreadable) {
        of_this.report(unreadable.diagnostic());
    }
    for (const Diagnostic& finding : of_this.all()) {
        diagnostics.report(finding);
    }
    return of_this.has_errors() ? std::nullopt : std::move(model);
}

Exit verdict(const Diagnostics& diagnostics) {
    // A template that no file names was named on the command line.
    const auto is_misused = [](const Diagnostic& finding) {
        return finding.code == "unknown-template" && finding.where.file.empty();
    };
    if (std::ranges::any_of(diagnostics.all(), is_misused)) {
        return Exit::usage_or_system;
    }
    return diagnostics.has_errors() ? Exit::input_error : Exit::done;
}

/// "riyadh" of "stories/riyadh.dossier.xml".
std::string stem(const std::string& path) {
    std::string name = path == "-" ? "stdin" : fs::path(path).filename().string();
    return name.substr(0, name.find('.', 1));
}

void make_directory(const fs::path& directory) {
    std::error_code failure;
    fs::create_directories(directory, failure);
    if (failure) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "cannot-write",
                                            {directory.string(), 0, 0},
                                            "cannot make this directory: " + failure.message(),
                                            "name another one with -o"});
    }
}

void write_drawings(const std::vector<Drawing>& drawings, const fs::path& directory) {
    make_directory(directory);
    for (const Drawing& drawing : drawings) {
        const std::string path = (directory / drawing.name).string();
        write::write_file(path, drawing.bytes);
        progress("wrote " + path);
    }
}

void print_single(const std::vector<Drawing>& drawings) {
    if (drawings.size() != 1) {
        throw Error(Exit::usage_or_system,
                    {Severity::error,
                     "several-files",
                     {},
                     "-o - takes one file, and this would write " + std::to_string(drawings.size()),
                     "choose one with --chart, -T and --template, or name a directory"});
    }
    print_result(drawings.front().bytes);
}

/// Two dossiers of one stem would overwrite each other's charts.
void refuse_equal_stems(const std::vector<std::string>& dossiers) {
    std::set<std::string> stems;
    for (const std::string& path : dossiers) {
        if (!stems.insert(stem(path)).second) {
            throw Error(Exit::usage_or_system, {Severity::error,
                                                "same-name",
                                                {path, 0, 0},
                                                "two dossiers are called \"" + stem(path) + "\"",
                                                "draw them one by one into different directories"});
        }
    }
}

void format_one(const std::string& path, const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    const std::string before = files.read_any(path);
    const auto after = format_dossier(before, path, diagnostics);
    if (!after) {
        return;
    }
    if (options.check_only) {
        if (*after != before) {
            diagnostics.error("not-canonical", {path, 0, 0}, "not in canonical form",
                              "run 'demarche fmt -i " + path + "'");
        }
    } else if (options.in_place && path != "-") {
        write::write_file(path, *after);
    } else {
        print_result(*after);
    }
}

} // namespace

Exit run_draw(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    refuse_equal_stems(options.dossiers);
    const fs::path target = options.output.empty() ? "." : options.output;
    for (const std::string& path : options.dossiers) {
        const auto model = read_clean(path, files, diagnostics);
        if (!model) {
            continue;
        }
        const auto drawings = draw_charts(*model, options.draw, files, diagnostics);
        if (drawings.empty()) {
            continue;
        }
        if (options.output == "-") {
            print_single(drawings);
        } else {
            write_drawings(drawings, options.dossiers.size() > 1 ? target / stem(path) : target);
        }
    }
    return verdict(diagnostics);
}

Exit run_check(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    for (const std::string& path : options.dossiers) {
        if (const auto model = read_clean(path, files, diagnostics)) {
            const std::string heading = options.dossiers.size() > 1 ? path + "\n" : "";
            note_doubts(*model, diagnostics);
            print_result(heading + to_text(report(*model)));
        }
    }
    return verdict(diagnostics);
}

Exit run_export(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    const auto model = read_clean(options.dossiers.front(), files, diagnostics);
    if (!model) {
        return Exit::input_error;
    }
    const std::string json = export_json(*model);
    if (options.output.empty() || options.output == "-") {
        print_result(json);
    } else {
        write::write_file(options.output, json);
    }
    return verdict(diagnostics);
}

Exit run_format(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    for (const std::string& path : options.dossiers) {
        try {
            format_one(path, options, files, diagnostics);
        } catch (const Error& failure) { // the other files are still formatted
            diagnostics.report(failure.diagnostic());
        }
    }
    return verdict(diagnostics);
}

} // namespace demarche::cli
