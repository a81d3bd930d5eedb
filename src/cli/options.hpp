#pragma once
/// The words on the command line, parsed by CLI11: names, defaults and --help in one place.

#include "cli/console.hpp"
#include "pipeline.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the library's
class App;
}

namespace demarche::cli {

enum class Command { assemble, draw, check, diff, extract, export_model, format, list_templates, show_template };

/// What `extract` prints: the text that offsets count in, or what is known of the article.
enum class ExtractForm { text, json, timex };

/// What `diff` prints.
enum class DiffForm { text, json, markdown };

struct Options {
    Command command = Command::check;
    DiagnosticFormat diagnostics = DiagnosticFormat::text;
    std::vector<std::string> dossiers; ///< extract: articles; assemble, draw: both; diff: the old and the new one
    std::string output;                ///< draw: a directory; assemble, export: a file; empty: "." or stdout
    std::string published;             ///< the articles' date, as written; empty: each says it itself
    DiffForm diff_as = DiffForm::text;
    ExtractForm extract_as = ExtractForm::json;
    std::string data; ///< a folder of tables that add to the built-in ones; empty: none
    DrawRequest draw;
    std::string since;            ///< draw: an older state of the dossier; empty: news are not marked
    bool names_text = false;      ///< draw: --text stands on the command line
    bool names_png_scale = false; ///< draw: --png-scale does
    std::size_t jobs = 1;         ///< draw: so many dossiers at once
    std::string deps;             ///< draw: a file for make and ninja; empty: none
    std::string deps_target;      ///< draw: what the rule in it makes; empty: the files written
    bool watch = false;           ///< draw: again, whenever what it was made from changes
    std::optional<int> port;      ///< draw: and show the charts in a browser; 0: any free port
    std::string template_name;    ///< templates show: by name or path
    bool resolved = false;        ///< templates show: with all that the template extends
    bool reviewed = false;        ///< draw: leave out what nobody has reviewed
    bool in_place = false;        ///< fmt: rewrite the file
    bool fix = false;             ///< check: mend stale citations
    bool dry_run = false;         ///< check --fix: say what would be done
    bool check_only = false;      ///< fmt: exit 1 where the file is not in canonical form
};

/// Builds the parser; its callbacks fill `options`, which must outlive it.
std::unique_ptr<CLI::App> make_parser(Options& options);

} // namespace demarche::cli
