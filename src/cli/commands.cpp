#include "cli/commands.hpp"

#include "cli/article_places.hpp"
#include "cli/deps.hpp"
#include "cli/draw_many.hpp"
#include "cli/fix_command.hpp"
#include "cli/older_state.hpp"
#include "cli/story_inputs.hpp"
#include "cli/story_report.hpp"
#include "cli/watch.hpp"
#include "extract/article_texts.hpp"
#include "model/check.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "model/doubts.hpp"
#include "model/export_json.hpp"
#include "model/retracted.hpp"
#include "model/reviewed.hpp"
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

std::optional<Model> parse_clean(const DossierText& dossier, const FileReader& files, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.count(Severity::error);
    std::optional<Model> model = parse_dossier(dossier.text, dossier.path, files, diagnostics);
    return diagnostics.count(Severity::error) > errors ? std::nullopt : std::move(model);
}

/// A story that no dossier holds yet, and the files that its articles are read from.
struct UnwrittenStory {
    Model model;
    std::vector<Copy> copies;
};

/// What articles say, with the dossier named beside them if there is one: in memory only. Nothing where there are
/// errors: half a story is not drawn.
std::optional<UnwrittenStory> story_of(StoryInputs& inputs,
                                       const std::string& published,
                                       const Options& options,
                                       const FileReader& disk,
                                       Diagnostics& diagnostics) {
    const extract::ArticleTexts files(disk);
    if (inputs.dossiers.size() > 1) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "several-dossiers",
                                            {inputs.dossiers[1].path, 0, 0},
                                            "articles are drawn with one dossier, and two are named",
                                            "name one dossier and the articles, or dossiers alone"});
    }
    Model dossier;
    DossierText before;
    if (!inputs.dossiers.empty()) {
        before = std::move(inputs.dossiers.front());
        auto read = parse_for_assembly(before, files, diagnostics);
        if (!read) {
            return std::nullopt;
        }
        dossier = std::move(*read);
    }
    const std::string folder = folder_of(before.path);
    const ArticleReader reader(tables_of(options, before.path, disk, diagnostics), diagnostics);
    StoryArticles articles = read_articles(dossier, std::move(inputs.articles), published, reader, disk, diagnostics);
    if (diagnostics.has_errors()) {
        return std::nullopt;
    }
    std::vector<Copy> copies = place_articles(articles, folder, disk);
    const PlacedFiles placed(disk, copies);
    auto story = assemble_story(before, dossier, std::move(articles.read), reader.lexicon(),
                                extract::ArticleTexts(placed), diagnostics);
    if (!story) {
        return std::nullopt;
    }
    report_notes(story->notes, dossier, {Finding::contradicts, Finding::unsure}, diagnostics);
    if (story->model.events.empty()) {
        diagnostics.error("no-events", {}, "no event was found in these articles", "there is nothing to draw");
        return std::nullopt;
    }
    return UnwrittenStory{std::move(story->model), std::move(copies)};
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

void write_drawings(const std::vector<Drawing>& drawings,
                    const fs::path& directory,
                    write::Durability durability,
                    std::vector<std::string>& written) {
    make_directory(directory);
    write::sweep(directory.string());
    for (const Drawing& drawing : drawings) {
        const std::string path = (directory / drawing.name).string();
        write::write_file(path, drawing.bytes, durability);
        written.push_back(path);
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

/// The part of the model that is to be drawn; nothing, and an error, where no event is left.
std::optional<Model> drawn_part(const Model& model, const Options& options, Diagnostics& diagnostics) {
    if (!options.reviewed) {
        return model;
    }
    Model part = reviewed(model);
    if (part.events.empty()) {
        diagnostics.error("no-events", {model.file, 0, 0},
                          "no event of this dossier is reviewed: there is nothing to draw",
                          "delete review=\"new\" at what is right, or leave --reviewed out");
        return std::nullopt;
    }
    return part;
}

/// What `--previous` names must be there, and be a folder where several dossiers are drawn.
void refuse_missing_previous(const Options& options) {
    const std::string& previous = options.draw.previous;
    std::error_code failure;
    if (previous.empty() || options.dossiers.size() < 2 || fs::is_directory(previous, failure)) {
        return;
    }
    throw Error(Exit::usage_or_system, {Severity::error,
                                        "previous-charts",
                                        {previous, 0, 0},
                                        "this is no folder, and several dossiers are drawn",
                                        "name the folder that has DIR/STEM/timeline.svg of each"});
}

void draw_one(const Model& model,
              const Options& options,
              const FileReader& files,
              const FileReader& articles,
              const OlderState& older,
              DrawNotes& notes) {
    const auto part = drawn_part(model, options, notes.diagnostics);
    if (!part) {
        return;
    }
    const auto drawings =
        draw_charts(*part, older.marked(options.draw, *part), files, articles, notes.diagnostics, notes.workshop);
    if (drawings.empty()) {
        return;
    }
    if (options.output == "-") {
        print_single(drawings);
    } else {
        write_drawings(drawings, options.output.empty() ? "." : options.output,
                       options.watch ? write::Durability::quick : write::Durability::synced, notes.written);
    }
}

/// Standard output holds one file: those of two dossiers, one behind the other, are neither.
void refuse_several_to_stdout(const std::vector<std::string>& dossiers) {
    if (dossiers.size() > 1) {
        throw Error(Exit::usage_or_system,
                    {Severity::error,
                     "several-files",
                     {},
                     "-o - takes one file, and " + std::to_string(dossiers.size()) + " dossiers are named",
                     "draw them one by one, or name a directory"});
    }
}

/// An option that changes a format which is not written does nothing: who asked for it believes otherwise.
void refuse_idle_options(const Options& options) {
    const auto refuse = [&options](bool asked, const std::string& option, const std::vector<std::string>& formats) {
        const auto is_written = [&options](const std::string& format) {
            return std::ranges::find(options.draw.formats, format) != options.draw.formats.end();
        };
        if (asked && std::ranges::none_of(formats, is_written)) {
            throw Error(Exit::usage_or_system, {Severity::error,
                                                "idle-option",
                                                {},
                                                option + " is of " + formats.front() + " files, and none is written",
                                                "add " + formats.front() + " to -T, or leave " + option + " out"});
        }
    };
    refuse(options.draw.pdf_a, "--pdf-a", {"pdf"});
    refuse(options.draw.full_text, "--full-text", {"html"});
    refuse(options.names_text, "--text", {"svg", "html"});
    refuse(options.names_png_scale, "--png-scale", {"png"});
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

void note_unreviewed(const Model& model, Diagnostics& diagnostics) {
    if (const std::size_t count = report(model).unreviewed; count > 0) {
        diagnostics.note("unreviewed", {model.file, 0, 0},
                         std::to_string(count) + (count == 1 ? " fact is" : " facts are") + " not reviewed yet",
                         "look for review=\"new\"; delete the attribute at what is right");
    }
}

/// The dossier that `check` reports on, its stale citations mended first where that is wanted.
std::optional<Model> read_to_check(const std::string& path,
                                   const Options& options,
                                   const FileReader& files,
                                   const FileReader& texts,
                                   Diagnostics& diagnostics) {
    if (!options.fix) {
        return read_clean(path, texts, diagnostics);
    }
    std::string text;
    try {
        text = path == "-" ? std::string() : files.read(path);
    } catch (const Error& unreadable) { // the other dossiers are still looked at
        diagnostics.report(unreadable.diagnostic());
        return std::nullopt;
    }
    text = fixed_dossier(path, text, options.dry_run, texts, diagnostics);
    return parse_clean({path, std::move(text)}, texts, diagnostics);
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

Exit verdict(const Diagnostics& diagnostics) {
    // A template that no file names was named on the command line, or named there twice.
    const auto is_misused = [](const Diagnostic& finding) {
        return (finding.code == "unknown-template" || finding.code == "same-template") && finding.where.file.empty();
    };
    if (std::ranges::any_of(diagnostics.all(), is_misused)) {
        return Exit::usage_or_system;
    }
    return diagnostics.has_errors() ? Exit::input_error : Exit::done;
}

void draw_inputs(StoryInputs& inputs, const Options& options, const FileReader& files, DrawNotes& notes) {
    const extract::ArticleTexts texts(files);
    const auto older = read_older_state(options, files, notes.diagnostics);
    if (!older) {
        return;
    }
    if (!inputs.articles.empty()) {
        const std::string published = day_of_publication(options.published);
        if (const auto story = story_of(inputs, published, options, files, notes.diagnostics)) {
            const PlacedFiles placed(files, story->copies);
            draw_one(story->model, options, files, extract::ArticleTexts(placed), *older, notes);
        }
        return;
    }
    for (const DossierText& dossier : inputs.dossiers) {
        if (const auto model = parse_clean(dossier, texts, notes.diagnostics)) {
            draw_one(*model, options, files, texts, *older, notes);
        }
    }
}

std::vector<DrawUnit> draw_units(const Options& options, StoryInputs inputs) {
    std::vector<DrawUnit> units;
    if (!inputs.articles.empty() || options.dossiers.size() == 1) {
        units.push_back({options, std::move(inputs)});
        return units;
    }
    refuse_since_of_several(options, inputs.dossiers.size());
    const fs::path target = options.output.empty() ? "." : options.output;
    for (DossierText& dossier : inputs.dossiers) {
        DrawUnit& unit = units.emplace_back();
        unit.options = options;
        unit.options.dossiers = {dossier.path};
        unit.options.output = (target / stem(dossier.path)).string();
        if (!options.draw.previous.empty()) { // each has its last charts in a folder of its own, or none yet
            unit.options.draw.previous = (fs::path(options.draw.previous) / stem(dossier.path)).string();
            unit.options.draw.previous_required = false;
        }
        unit.inputs.dossiers.push_back(std::move(dossier));
    }
    return units;
}

void check_draw(const Options& options) {
    day_of_publication(options.published);
    refuse_idle_options(options);
    refuse_equal_stems(options.dossiers);
    refuse_missing_previous(options);
    refuse_idle_deps(options);
}

Exit run_draw(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    check_draw(options);
    if (options.watch || options.port) {
        return run_watch(options, files);
    }
    UsedFiles used;
    const RecordingReader recording(files, used);
    StoryInputs inputs = sort_inputs(options.dossiers, recording, diagnostics);
    if (options.output == "-" && inputs.articles.empty()) {
        refuse_several_to_stdout(options.dossiers);
    }
    const std::size_t unread = options.dossiers.size() - inputs.dossiers.size() - inputs.articles.size();
    std::vector<DrawUnit> units = draw_units(options, std::move(inputs));
    std::vector<DrawReport> reports = draw_many(units, options.jobs, [&](std::size_t i) {
        return report_on(files, nullptr, [&](const FileReader& reader, DrawNotes& notes) {
            draw_inputs(units[i].inputs, units[i].options, reader, notes);
        });
    });
    if (!reports.empty()) { // what was read to tell dossiers from articles
        reports.front().used.insert(reports.front().used.begin(), used.begin(), used.end());
    }
    return sum_up(options, unread, reports, diagnostics);
}

Exit run_check(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    const extract::ArticleTexts texts(files);
    for (const std::string& path : options.dossiers) {
        if (const auto model = read_to_check(path, options, files, texts, diagnostics)) {
            const std::string heading = options.dossiers.size() > 1 ? path + "\n" : "";
            warn_of_retracted(*model, diagnostics);
            note_doubts(*model, diagnostics);
            note_unreviewed(*model, diagnostics);
            print_result(heading + to_text(report(*model)));
        }
    }
    return verdict(diagnostics);
}

Exit run_export(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    const extract::ArticleTexts texts(files);
    const auto model = read_clean(options.dossiers.front(), texts, diagnostics);
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
