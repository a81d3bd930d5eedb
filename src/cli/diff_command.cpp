/// `demarche diff`: what changed from one state of a dossier, or of a chart, to another.

#include "cli/commands.hpp"
#include "extract/article_texts.hpp"
#include "model/diff.hpp"
#include "model/diff_print.hpp"
#include "model/dossier_reader.hpp"
#include "scene/shown_chart.hpp"

#include <optional>

namespace demarche::cli {
namespace {

// As of diff(1): what the two inputs come to is told by the code, so that an error in one of them is trouble.
constexpr Exit kSame = Exit::done;
constexpr Exit kDiffers = Exit{1};
constexpr Exit kTrouble = Exit::usage_or_system;

struct Input {
    std::string path, text;
    bool is_chart = false;
};

/// nullopt, with an error, where it cannot be read.
std::optional<Input> read_input(const std::string& path, const FileReader& files, Diagnostics& diagnostics) {
    try {
        Input input{path, files.read_any(path), false};
        input.is_chart = scene::is_svg(input.text);
        return input;
    } catch (const Error& unreadable) {
        diagnostics.report(unreadable.diagnostic());
        return std::nullopt;
    }
}

Exit print(const Options& options, const auto& diff, const std::string& text) {
    switch (options.diff_as) {
    case DiffForm::text:
        print_result(text);
        break;
    case DiffForm::json:
        print_result(to_json(diff));
        break;
    case DiffForm::markdown:
        print_result(to_markdown(diff));
        break;
    }
    return diff.empty() ? kSame : kDiffers;
}

Exit diff_dossiers(const Options& options,
                   const Input& before,
                   const Input& after,
                   const FileReader& files,
                   Diagnostics& diagnostics) {
    const extract::ArticleTexts texts(files);
    const auto old_model = parse_older_dossier(before.text, before.path, diagnostics);
    const auto new_model = parse_dossier(after.text, after.path, texts, diagnostics);
    if (!old_model || !new_model || diagnostics.has_errors()) {
        return kTrouble;
    }
    const ModelDiff diff = diff_models(*old_model, *new_model);
    return print(options, diff, to_text(diff, coloured_results()));
}

Exit diff_charts(const Options& options, const Input& before, const Input& after, Diagnostics& diagnostics) {
    const auto old_chart = scene::read_shown_chart(before.text, before.path, diagnostics);
    const auto new_chart = scene::read_shown_chart(after.text, after.path, diagnostics);
    if (!old_chart || !new_chart) {
        return kTrouble;
    }
    if (old_chart->network != new_chart->network) {
        diagnostics.error("other-chart", {after.path, 0, 0},
                          std::string("this is a ") + (new_chart->network ? "network" : "timeline") + ", and " +
                              before.path + " is a " + (old_chart->network ? "network" : "timeline"),
                          "compare two timelines or two networks");
        return kTrouble;
    }
    const scene::ShownDiff diff = scene::compare(*old_chart, *new_chart);
    return print(options, diff, to_text(diff));
}

} // namespace

Exit run_diff(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    if (options.dossiers.front() == "-" && options.dossiers.back() == "-") {
        diagnostics.error("twice-stdin", {}, "standard input can be one of the two, not both", "name a file");
        return kTrouble;
    }
    const auto before = read_input(options.dossiers.front(), files, diagnostics);
    const auto after = read_input(options.dossiers.back(), files, diagnostics);
    if (!before || !after) {
        return kTrouble;
    }
    if (before->is_chart != after->is_chart) {
        const Input& chart = before->is_chart ? *before : *after;
        const Input& other = before->is_chart ? *after : *before;
        diagnostics.error("chart-and-dossier", {chart.path, 0, 0},
                          "this is an SVG chart, and " + other.path + " is none",
                          "compare two dossiers, or two charts");
        return kTrouble;
    }
    return before->is_chart ? diff_charts(options, *before, *after, diagnostics)
                            : diff_dossiers(options, *before, *after, files, diagnostics);
}

} // namespace demarche::cli
