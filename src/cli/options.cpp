#include "cli/options.hpp"

#include "base/calendar.hpp"
#include "base/number.hpp"
#include "base/suggest.hpp"
#include "compose/template.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <thread>
#include <type_traits>
#include <utility>

namespace demarche::cli {
namespace {

/// One of the words of `values`, whatever its case, as CLI11 wants it: the number of the value.
template <class Value>
CLI::Validator one_of(const std::string& what, const std::vector<std::pair<std::string, Value>>& values) {
    const auto validate = [what, values](std::string& word) -> std::string {
        std::vector<std::string> choices;
        for (const auto& [name, value] : values) {
            if (CLI::detail::to_lower(word) == name) {
                if constexpr (std::is_enum_v<Value>) {
                    word = std::to_string(static_cast<int>(value));
                } else {
                    word = value;
                }
                return {};
            }
            choices.push_back(name);
        }
        return "no " + what + " \"" + word + "\"; " + suggestion(word, choices);
    };
    return CLI::Validator(validate, "");
}

CLI::Validator one_of(const std::string& what, const std::vector<std::string>& names) {
    std::vector<std::pair<std::string, std::string>> values;
    values.reserve(names.size());
    for (const std::string& name : names) {
        values.emplace_back(name, name);
    }
    return one_of(what, values);
}

/// A number in a range; not a number is in none.
CLI::Validator between(double least, double most) {
    const auto validate = [least, most](std::string& word) -> std::string {
        const auto value = parse_double(word);
        if (value && *value >= least && *value <= most) {
            return {};
        }
        return "\"" + word + "\" is not a number from " + to_text(least) + " to " + to_text(most);
    };
    return CLI::Validator(validate, "");
}

void add_dossiers(CLI::App& command, Options& options, int most) {
    command.add_option("DOSSIER", options.dossiers, "The dossier; - reads standard input")
        ->required()
        ->expected(1, most)
        ->type_name("");
}

void add_diagnostics(CLI::App& command, Options& options) {
    command.add_option("--diagnostics", options.diagnostics, "How findings are printed on stderr: text or json")
        ->transform(
            one_of<DiagnosticFormat>("format", {{"text", DiagnosticFormat::text}, {"json", DiagnosticFormat::json}}))
        ->type_name("FORMAT")
        ->default_str("text");
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

void add_published(CLI::App& command, Options& options) {
    command
        .add_option("--published", options.published,
                    "The day of publication of the articles named; without it each says it itself, in its metadata or "
                    "dateline")
        ->type_name("DATE");
}

void add_data(CLI::App& command, Options& options) {
    command
        .add_option(
            "--data", options.data,
            "A folder with tables of words that add to the built-in ones; without it the folder data beside the "
            "dossier, if there is one")
        ->type_name("DIR");
}

void add_assemble(CLI::App& app, Options& options) {
    CLI::App* assemble = app.add_subcommand("assemble", "Read articles, and put what they say into a dossier");
    assemble
        ->add_option("DOSSIER|ARTICLE", options.dossiers,
                     "Articles (plain text, HTML, NITF, NewsML-G2 or ninjs), and the dossier to add to, whose own "
                     "articles are read too; - reads standard input")
        ->expected(0, CLI::detail::expected_max_vector_size)
        ->type_name("");
    assemble
        ->add_option(
            "-o,--output", options.output,
            "The dossier to write. If it is there, what is new is added to it and all else stays as it is, to "
            "the byte; articles from outside its folder are copied to articles/ beside it. Without -o, or with "
            "-, the result goes to standard output")
        ->type_name("DOSSIER");
    add_published(*assemble, options);
    add_data(*assemble, options);
    add_diagnostics(*assemble, options);
    assemble->footer(
        "What is added bears review=\"new\". Look at it, correct it, then delete the attribute; or write "
        "review=\"rejected\".\nWhat was added, merged, contradicts or is unsure is said on standard error.\n\n"
        "Examples:\n"
        "  demarche assemble articles/*.txt -o story.dossier.xml      a new dossier\n"
        "  demarche assemble articles/new.html -o story.dossier.xml   one more article for it\n"
        "  demarche assemble -o story.dossier.xml                     the articles that it lists itself\n"
        "  demarche assemble story.dossier.xml | diff story.dossier.xml -    what would be added");
    assemble->callback([&options] { options.command = Command::assemble; });
}

/// A number of processes; 0 becomes the number of processors.
std::string processes(std::string& word) {
    constexpr double kMost = 256;
    const auto value = parse_double(word);
    if (!value || *value < 0 || *value > kMost || *value != std::floor(*value)) {
        return "\"" + word + "\" is not a number of processes from 0 to " + to_text(kMost);
    }
    if (*value == 0) {
        word = std::to_string(std::max(1U, std::thread::hardware_concurrency()));
    }
    return {};
}

/// The day of SOURCE_DATE_EPOCH, which a build sets so that its results are repeatable
/// (https://reproducible-builds.org/specs/source-date-epoch/); "" where it is not set.
std::string day_of_build() {
    const char* set = std::getenv("SOURCE_DATE_EPOCH");
    if (set == nullptr || *set == '\0') {
        return {};
    }
    constexpr long long kSecondsADay = 86400;
    constexpr long long kMost = 253402300799; // the last second of the year 9999
    const auto seconds = parse_integer(set);
    if (!seconds || *seconds < 0 || *seconds > kMost) {
        throw CLI::ValidationError("SOURCE_DATE_EPOCH=" + std::string(set) + " is no number of seconds since 1970");
    }
    return to_iso(*seconds / kSecondsADay);
}

constexpr int kUsualPort = 8377;

std::string port_number(std::string& word) {
    constexpr double kMost = 65535;
    const auto value = parse_double(word);
    const bool is_port = value && *value >= 0 && *value <= kMost && *value == std::floor(*value);
    return is_port ? std::string()
                   : "\"" + word + "\" is not a port from 0 to " + to_text(kMost) + "; without one --serve stands last";
}

/// Drawing many dossiers, within a build, and again and again.
void add_redrawing(CLI::App& draw, Options& options) {
    draw.add_option("-j,--jobs", options.jobs, "So many dossiers are drawn at once; 0: as many as there are processors")
        ->transform(CLI::Validator(processes, ""))
        ->type_name("NUMBER")
        ->default_str("1");
    draw.add_option("--deps", options.deps,
                    "Write a rule for make or ninja that says what the charts were made from; - prints it")
        ->type_name("FILE");
    draw.add_option("--deps-target", options.deps_target,
                    "What that rule makes, in place of the files written: a stamp that the build touches")
        ->type_name("NAME");
    draw.add_flag("--watch", options.watch,
                  "Draw again whenever a file changes that the charts were made from: dossier, articles, templates, "
                  "tables, typefaces; on an error the last good charts stay. Ctrl-C ends it");
    draw.add_option_function<std::string>(
            "--serve",
            [&options](const std::string& port) {
                options.watch = true;
                options.port = port.empty() ? kUsualPort : std::stoi(port);
            },
            "--watch, and show the charts in a browser page that follows, on this machine alone; the address is "
            "printed. 0: any free port; without a number 8377")
        ->expected(0, 1)
        ->check(CLI::Validator(port_number, ""))
        ->type_name("PORT");
}

/// What the files of each format are like.
void add_ways_of_drawing(CLI::App& draw, Options& options) {
    draw.add_option("--engine", options.draw.network.engine,
                    "Graphviz engine that proposes the order within the columns of the network, which the search then "
                    "betters: dot, "
                    "neato, sfdp; none places cards freely")
        ->transform(one_of("engine", {"dot", "neato", "sfdp"}))
        ->type_name("ENGINE")
        ->default_str("dot");
    draw.add_option("--timeout", options.draw.network.timeout,
                    "Seconds that the layout of the network may take; a chart that is not done by then is an error")
        ->check(between(0.001, 86400))
        ->type_name("SECONDS")
        ->default_str("20");
    draw.add_option("--text", options.draw.svg_text,
                    "Texts in SVG files: live; embedded: live, with the typeface for browsers; outlines: paths, for "
                    "places where typefaces do not travel")
        ->transform(one_of<write::TextKind>("kind of text", {{"live", write::TextKind::live},
                                                             {"embedded", write::TextKind::embedded},
                                                             {"outlines", write::TextKind::outlines}}))
        ->type_name("KIND")
        ->default_str("live");
    draw.add_flag("--pdf-a", options.draw.pdf_a,
                  "PDF files as PDF/A-1b, for archives and other readers that ask for it");
    draw.add_option("--png-scale", options.draw.png_scale, "Pixels a point in PNG files")
        ->check(between(0.1, 20))
        ->type_name("NUMBER")
        ->default_str("2");
    draw.add_flag(
        "--full-text", options.draw.full_text,
        "In evidence.html show the whole text of the cited articles, not only the cited sentences with one on "
        "either side");
}

void add_draw(CLI::App& app, Options& options) {
    CLI::App* draw = app.add_subcommand("draw", "Draw the charts of a dossier, or of articles");
    draw->add_option("DOSSIER|ARTICLE", options.dossiers,
                     "Dossiers, each with charts of its own; or articles, which are assembled first, into the dossier "
                     "that is named with them if there is one, and nothing is written but the charts; - reads standard "
                     "input")
        ->required()
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->type_name("");
    draw->add_option("-o,--output", options.output,
                     "Directory for the files (several dossiers: DIR/STEM/); - writes a single file to stdout")
        ->type_name("DIR")
        ->default_str(".");
    draw->add_option("-T,--format", options.draw.formats, "File formats, comma separated: " + joined(known_formats()))
        ->delimiter(',')
        ->transform(one_of("format", known_formats()))
        ->allow_extra_args(false) // else it swallows the dossier that follows
        ->type_name("FORMAT,...")
        ->default_str("svg,pdf");
    draw->add_option("--chart", options.draw.charts,
                     "Charts, comma separated: timeline, network; without it those the dossier names, else both")
        ->delimiter(',')
        ->transform(one_of<ChartKind>("chart", {{"timeline", ChartKind::timeline}, {"network", ChartKind::network}}))
        ->allow_extra_args(false) // else it swallows the dossier that follows
        ->type_name("CHART,...");
    draw->add_option("--template", options.draw.templates,
                     "Templates, by name or path, comma separated; built in: " + joined(compose::built_in_templates()) +
                         "; each also as NAME+dark")
        ->delimiter(',')
        ->allow_extra_args(false) // else it swallows the dossier that follows
        ->type_name("NAME,...")
        ->default_str("report");
    draw->add_option(
            "--previous", options.draw.previous,
            "The last charts: a folder with the SVG files of the names that this run writes (several dossiers: "
            "DIR/STEM/), or the SVG of the one chart that is drawn. What is still there keeps its place, what "
            "is new is fitted in")
        ->type_name("DIR|FILE");
    add_ways_of_drawing(*draw, options);
    draw->add_option("--since", options.since,
                     "An older state of the dossier: what is new or has changed since then is marked in the charts")
        ->type_name("DOSSIER");
    draw->add_flag("--reviewed", options.reviewed, "Leave out what a program found and nobody has reviewed");
    add_published(*draw, options);
    add_data(*draw, options);
    add_redrawing(*draw, options);
    add_diagnostics(*draw, options);
    draw->footer(
        "Examples:\n"
        "  demarche draw articles/*.txt -o charts                   from text to both charts\n"
        "  demarche draw story.dossier.xml --reviewed -o charts\n"
        "  demarche draw story.dossier.xml -o charts\n"
        "  demarche draw story.dossier.xml -T svg,pdf,png --template report,slide,web\n"
        "  demarche draw story.dossier.xml --previous charts -o charts   once more, as near to the last charts as can "
        "be\n"
        "  demarche draw story.dossier.xml -T html -o charts        one page: both charts and what each mark rests on\n"
        "  demarche draw story.dossier.xml --since monday.dossier.xml    what is new since Monday stands out\n"
        "  demarche draw */*.dossier.xml -j 2 -o charts             each into charts/STEM/, two at once\n"
        "  demarche draw story.dossier.xml -o charts --watch        while you write\n"
        "  demarche draw story.dossier.xml -o charts --serve        the same, in a browser\n"
        "  demarche draw story.dossier.xml -o charts --deps charts/story.d    and tell make when to draw it again\n"
        "  demarche draw story.dossier.xml --chart network -T gv -o - | neato -n2 -Tsvg > network.svg");
    draw->callback([&options, draw] {
        options.command = Command::draw;
        options.draw.undated = day_of_build();
        options.names_text = draw->count("--text") > 0;
        options.names_png_scale = draw->count("--png-scale") > 0;
    });
}

void add_check(CLI::App& app, Options& options) {
    CLI::App* check =
        app.add_subcommand("check", "Say every error and doubt of a dossier; write nothing, unless to fix citations");
    add_dossiers(*check, options, CLI::detail::expected_max_vector_size);
    CLI::Option* fix = check->add_flag(
        "--fix", options.fix,
        "Mend the citations that went stale when an article's text changed, and nothing else in the dossier: new "
        "positions are recorded; words that were altered are taken over, and their fact is marked review=\"new\"; "
        "what is lost is only reported");
    check->add_flag("--dry-run", options.dry_run, "With --fix: say what would be done, write nothing")->needs(fix);
    add_diagnostics(*check, options);
    check->footer("Examples:\n"
                  "  demarche check story.dossier.xml\n"
                  "  demarche check --fix story.dossier.xml           after an article was corrected or replaced\n"
                  "  demarche check --diagnostics=json story.dossier.xml 2> findings.json");
    check->callback([&options] { options.command = Command::check; });
}

void add_diff(CLI::App& app, Options& options) {
    CLI::App* diff =
        app.add_subcommand("diff", "Say what changed from one state of a dossier, or of a chart, to another");
    diff->add_option("OLD NEW", options.dossiers,
                     "The older and the newer dossier, or two SVG charts; - reads one of them from standard input")
        ->required()
        ->expected(2)
        ->type_name("");
    diff->add_option("--as", options.diff_as,
                     "How to print it: text, one line a change, the gravest first; md, a list for a changelog; json, "
                     "every value that changed")
        ->transform(
            one_of<DiffForm>("form", {{"text", DiffForm::text}, {"json", DiffForm::json}, {"md", DiffForm::markdown}}))
        ->type_name("FORM")
        ->default_str("text");
    add_diagnostics(*diff, options);
    diff->footer("Exit status: 0 they say the same, 1 they differ, 2 trouble, such as an error in one of them.\n\n"
                 "Examples:\n"
                 "  demarche diff monday.dossier.xml story.dossier.xml\n"
                 "  demarche diff monday.dossier.xml story.dossier.xml --as md >> CHANGES.md\n"
                 "  demarche diff monday/timeline.svg charts/timeline.svg             what a reader sees otherwise\n"
                 "  git show HEAD~1:story.dossier.xml | demarche diff - story.dossier.xml");
    diff->callback([&options] { options.command = Command::diff; });
}

void add_extract(CLI::App& app, Options& options) {
    CLI::App* extract =
        app.add_subcommand("extract", "Print what one article says, before anything is assembled of it");
    extract
        ->add_option("ARTICLE", options.dossiers,
                     "The article: plain text, HTML, NITF, NewsML-G2 or ninjs; - reads standard input")
        ->required()
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->type_name("");
    add_published(*extract, options);
    extract
        ->add_option("--as", options.extract_as,
                     "What to print: text, the article as offsets count in it; json, its metadata and sentences, "
                     "one object a line; timex, its expressions of time, one object a line")
        ->transform(one_of<ExtractForm>(
            "form", {{"text", ExtractForm::text}, {"json", ExtractForm::json}, {"timex", ExtractForm::timex}}))
        ->type_name("FORM")
        ->default_str("json");
    add_data(*extract, options);
    add_diagnostics(*extract, options);
    extract->footer("Examples:\n"
                    "  demarche extract story.html --as text > story.txt\n"
                    "  demarche extract a1.txt a2.txt --published 2025-02-18 --as json\n"
                    "  demarche extract a1.txt --as timex               every expression of time, a line of JSON each");
    extract->callback([&options] { options.command = Command::extract; });
}

void add_export(CLI::App& app, Options& options) {
    CLI::App* command = app.add_subcommand("export", "Write the event model in another format");
    add_dossiers(*command, options, 1);
    command->add_option("--to", "The format: json")
        ->required()
        ->transform(one_of("format", std::vector<std::string>{"json"}))
        ->type_name("FORMAT");
    command->add_option("-o,--output", options.output, "The file to write; standard output without it")
        ->type_name("FILE");
    add_diagnostics(*command, options);
    command->footer("Examples:\n"
                    "  demarche export story.dossier.xml --to json -o story.json");
    command->callback([&options] { options.command = Command::export_model; });
}

void add_fmt(CLI::App& app, Options& options) {
    CLI::App* command = app.add_subcommand("fmt", "Write a dossier in canonical form, comments kept");
    add_dossiers(*command, options, CLI::detail::expected_max_vector_size);
    auto* in_place = command->add_flag("-i,--in-place", options.in_place, "Rewrite the file instead of printing it");
    command->add_flag("--check", options.check_only, "Write nothing; exit 1 where a file is not in canonical form")
        ->excludes(in_place);
    add_diagnostics(*command, options);
    command->footer("Examples:\n"
                    "  demarche fmt story.dossier.xml | diff story.dossier.xml -\n"
                    "  demarche fmt -i story.dossier.xml");
    command->callback([&options] { options.command = Command::format; });
}

void add_templates(CLI::App& app, Options& options) {
    CLI::App* templates = app.add_subcommand("templates", "List the built-in templates, or print one");
    templates->require_subcommand(0, 1);
    CLI::App* show = templates->add_subcommand("show", "Print a template's file as it stands");
    show->add_option("NAME", options.template_name,
                     "The template, by name or path: the built-in ones, base, and those in the current directory")
        ->required()
        ->type_name("");
    show->add_flag("--resolved", options.resolved,
                   "Print every value that charts are drawn with, whatever file says it; words are left out");
    add_diagnostics(*show, options);
    templates->footer(
        "Examples:\n"
        "  demarche templates\n"
        "  demarche templates show web\n"
        "  demarche templates show web+dark --resolved > house.template.xml    a house style to begin with");
    templates->callback(
        [&options, show] { options.command = show->parsed() ? Command::show_template : Command::list_templates; });
}

} // namespace

std::unique_ptr<CLI::App> make_parser(Options& options) {
    auto app = std::make_unique<CLI::App>("Assembles news articles into a dossier of events and draws timelines and "
                                          "actor networks from it, each mark with its sources",
                                          "demarche");
    app->set_version_flag("--version", std::string("demarche ") + version());
    app->set_help_all_flag("--help-all", "Print the help of every command");
    app->require_subcommand(1);
    app->footer("Exit status: 0 done, 1 the input has errors, 2 usage or system error.\n"
                "Run 'demarche COMMAND --help' for the options of a command.");
    add_assemble(*app, options);
    add_draw(*app, options);
    add_check(*app, options);
    add_diff(*app, options);
    add_extract(*app, options);
    add_export(*app, options);
    add_fmt(*app, options);
    add_templates(*app, options);
    return app;
}

} // namespace demarche::cli
