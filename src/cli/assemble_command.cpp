#include "cli/article_places.hpp"
#include "cli/commands.hpp"
#include "cli/story_inputs.hpp"
#include "cli/story_report.hpp"
#include "extract/article_texts.hpp"
#include "write/writers.hpp"

#include <filesystem>
#include <optional>

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void
refuse(const std::string& code, const std::string& path, const std::string& message, const std::string& hint) {
    throw Error(Exit::usage_or_system, {Severity::error, code, {path, 0, 0}, message, hint});
}

/// Where the result goes, and what is there already.
struct Target {
    std::string path; ///< empty: standard output
    std::optional<DossierText> there;
};

/// Finds out before anything is read whether the result can be written.
Target target_of(const Options& options, const FileReader& files) {
    Target target;
    if (options.output.empty() || options.output == "-") {
        return target;
    }
    target.path = options.output;
    std::error_code failure;
    const std::string folder = folder_of(target.path);
    if (!fs::is_directory(folder.empty() ? "." : folder, failure)) {
        refuse("no-folder", target.path, "there is no folder \"" + folder + "\"",
               "make it, or name another file with -o");
    }
    if (fs::is_directory(target.path, failure)) {
        refuse("is-folder", target.path, "this is a folder, not a file",
               "name the dossier: -o " + target.path + "/story.dossier.xml");
    }
    if (files.exists(target.path)) {
        std::string text = files.read_any(target.path);
        const bool is_blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
        if (!is_blank && is_dossier(text, target.path)) {
            target.there = DossierText{target.path, std::move(text)};
        } else if (!is_blank) {
            refuse("no-dossier", target.path, "this file is there and is no dossier: it is left as it is",
                   "name another file with -o");
        }
    }
    return target;
}

bool is_one_file(const std::string& a, const std::string& b) {
    std::error_code failure;
    return a == b || fs::equivalent(a, b, failure);
}

/// The dossier to add to; nothing for a new one.
std::optional<DossierText> dossier_to_grow(const Target& target, StoryInputs& inputs) {
    std::vector<DossierText>& named = inputs.dossiers;
    if (named.size() > 1) {
        refuse("several-dossiers", named[1].path, "two dossiers are named, and articles are assembled into one",
               "name one dossier and the articles");
    }
    if (named.empty()) {
        return target.there;
    }
    if (!target.path.empty() && !is_one_file(target.path, named.front().path)) {
        if (target.there) {
            refuse("file-exists", target.path, "there is a dossier of this name already",
                   "to add to it, leave " + named.front().path + " out; else name another file with -o");
        }
        std::error_code failure;
        const std::string from = folder_of(named.front().path);
        const std::string to = folder_of(target.path);
        if (!fs::equivalent(from.empty() ? "." : from, to.empty() ? "." : to, failure)) {
            refuse("other-folder", target.path, "a dossier's articles lie in its folder, which is \"" + from + "\"",
                   "write it there");
        }
    }
    return std::move(named.front());
}

/// Nothing is written beside a dossier on standard output.
void warn_of_copies(const std::vector<Copy>& copies, Diagnostics& diagnostics) {
    for (const Copy& copy : copies) {
        diagnostics.warning("not-copied", {copy.source.path, 0, 0},
                            "the dossier names this article \"" + copy.target + "\", and there is no such file",
                            "a dossier reads nothing outside its folder: copy it there, or name the dossier with -o");
    }
}

} // namespace

Exit run_assemble(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    const std::string published = day_of_publication(options.published);
    const Target target = target_of(options, files);
    if (options.dossiers.empty() && !target.there) {
        refuse("nothing-named", target.path, "no article and no dossier is named",
               "demarche assemble articles/*.txt -o story.dossier.xml");
    }
    StoryInputs inputs = sort_inputs(options.dossiers, files, diagnostics);
    const std::optional<DossierText> before = dossier_to_grow(target, inputs);

    const extract::ArticleTexts texts(files);
    Model dossier;
    dossier.file = before ? before->path : target.path;
    if (before) {
        auto read = parse_for_assembly(*before, texts, diagnostics);
        if (!read) {
            return Exit::input_error;
        }
        dossier = std::move(*read);
    }
    const std::string folder = folder_of(dossier.file);
    const ArticleReader reader(tables_of(options, dossier.file, files, diagnostics), diagnostics);
    StoryArticles articles = read_articles(dossier, std::move(inputs.articles), published, reader, files, diagnostics);
    if (articles.read.empty()) {
        if (!diagnostics.has_errors()) {
            diagnostics.error("no-articles", {dossier.file, 0, 0}, "there are no articles to read",
                              "name some, or list them in the dossier");
        }
        return Exit::input_error;
    }
    const std::vector<Copy> copies = place_articles(articles, folder, files);
    const PlacedFiles placed(files, copies);
    const auto story = assemble_story(before.value_or(DossierText{dossier.file, {}}), dossier, std::move(articles.read),
                                      reader.lexicon(), extract::ArticleTexts(placed), diagnostics);
    if (!story) {
        diagnostics.error("not-written", {dossier.file, 0, 0}, "no dossier can be made of this: nothing is written");
        return Exit::input_error;
    }
    if (target.path.empty()) {
        print_result(story->text);
        warn_of_copies(copies, diagnostics);
    } else {
        make_copies(copies, files);
        write::write_file(target.path, story->text);
    }
    report_notes(story->notes, dossier, {}, diagnostics);
    const std::string name = target.path.empty() ? "" : target.path + ": ";
    diagnostics.note("summary", {}, name + summary(dossier, *story), {}); // of no file: the last line
    return diagnostics.has_errors() ? Exit::input_error : Exit::done;
}

} // namespace demarche::cli
