#include "cli/commands.hpp"
#include "extract/article_json.hpp"
#include "extract/document.hpp"
#include "extract/written_date.hpp"

#include <utility>

namespace demarche::cli {
namespace {

/// The day that --published names, or nothing where it was not given.
std::string published(const Options& options) {
    std::string date = extract::written_date(options.published);
    if (date.empty() && !options.published.empty()) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "bad-date",
                                            {},
                                            "--published \"" + options.published + "\" is no full date",
                                            "write it as 2025-02-18"});
    }
    return date;
}

void refuse_several(const Options& options) {
    if (options.extract_as == ExtractForm::text && options.dossiers.size() > 1) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "several-files",
                                            {},
                                            "--as text prints one article, and several are named",
                                            "name one, or use --as json"});
    }
}

void extract_one(const std::string& path,
                 const std::string& date,
                 const Options& options,
                 const FileReader& files,
                 Diagnostics& diagnostics) {
    Diagnostics of_this;
    extract::ReadArticle article = extract::read_article(files.read_any(path), path, of_this);
    for (const Diagnostic& finding : of_this.all()) {
        diagnostics.report(finding);
    }
    if (of_this.has_errors()) {
        return;
    }
    if (options.extract_as == ExtractForm::text) {
        print_result(article.text);
        return;
    }
    if (!date.empty()) {
        article.facts.published = date;
    }
    if (article.facts.published.empty()) {
        diagnostics.error("no-date", {path, 0, 0}, "nothing says when this article was published",
                          "say it with --published 2025-02-18, or with a line \"Published: 2025-02-18\" at its head");
        return;
    }
    print_result(extract::article_json(path, article.facts, extract::cut(std::move(article.text))));
}

} // namespace

Exit run_extract(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    const std::string date = published(options);
    refuse_several(options);
    for (const std::string& path : options.dossiers) {
        try {
            extract_one(path, date, options, files, diagnostics);
        } catch (const Error& failure) { // the other articles are still read
            if (failure.diagnostic().where.file == "<stdout>") {
                throw;
            }
            diagnostics.report(failure.diagnostic());
        }
    }
    return diagnostics.has_errors() ? Exit::input_error : Exit::done;
}

} // namespace demarche::cli
