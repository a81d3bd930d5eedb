#include "cli/commands.hpp"
#include "cli/story_inputs.hpp"
#include "extract/article_json.hpp"
#include "extract/document.hpp"
#include "extract/findings.hpp"
#include "extract/timex.hpp"
#include "extract/timex_json.hpp"
#include "extract/word_tables.hpp"
#include "reading.hpp"

#include <memory>
#include <string_view>
#include <utility>

namespace demarche::cli {
namespace {

constexpr std::size_t kDayLength = std::string_view("2025-02-18").size();

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
                 const extract::WordTables& words,
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
    const auto day = parse_day(std::string_view(article.facts.published).substr(0, kDayLength));
    if (!day) {
        return;
    }
    if (options.extract_as == ExtractForm::timex) {
        const extract::Document document = extract::cut(std::move(article.text));
        print_result(extract::timex_json(path, document, extract::find_times(document, *day, *words.times)));
        return;
    }
    print_result(extract::article_json(path, extract::find_all(std::move(article), *day, words)));
}

} // namespace

Exit run_extract(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    const std::string date = day_of_publication(options.published);
    refuse_several(options);
    const extract::TableSource source = own_tables(options, files, diagnostics);
    const auto own =
        source.files == nullptr ? nullptr : std::make_unique<const extract::OwnTables>(source, diagnostics);
    const extract::WordTables words = own ? own->tables() : extract::WordTables::built_in();
    for (const std::string& path : options.dossiers) {
        try {
            extract_one(path, date, options, words, files, diagnostics);
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
