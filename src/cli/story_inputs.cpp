#include "cli/story_inputs.hpp"

#include "base/suggest.hpp"
#include "cli/console.hpp"
#include "model/citing.hpp"
#include "model/dossier_reader.hpp"
#include "model/identifiers.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace demarche::cli {
namespace {

constexpr std::size_t kHead = std::size_t{64} << 10U; ///< comments may stand ahead of a dossier's root

/// Calls `read`; what a file cannot do is one more finding, so that the others are still read.
template <class Read>
void reporting(Diagnostics& diagnostics, Read read) {
    try {
        read();
    } catch (const Error& unreadable) {
        diagnostics.report(unreadable.diagnostic());
    }
}

/// A table that nobody reads says nothing, and whoever wrote it believes otherwise.
void warn_of_unread_tables(const std::string& folder, Diagnostics& diagnostics) {
    const std::vector<std::string>& known = extract::extensible_tables();
    std::vector<std::string> unread;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() == ".tsv" && std::ranges::find(known, name) == known.end()) {
            unread.push_back(entry.path().filename().string());
        }
    }
    std::ranges::sort(unread);
    for (const std::string& file : unread) {
        diagnostics.warning("unread-table", {(std::filesystem::path(folder) / file).string(), 0, 0},
                            "no table of this name can be added to: it is not read",
                            suggestion(file.substr(0, file.size() - std::string_view(".tsv").size()), known));
    }
}

/// Reads one article after the other and keeps count.
class Reading {
public:
    Reading(const ArticleReader& reader, const FileReader& files, Diagnostics& diagnostics, std::size_t all)
        : reader_(reader), files_(files), diagnostics_(diagnostics), all_(all) {}

    /// An article of the dossier: its text is the dossier's, whoever else has it. On the word of a retracted one
    /// nothing is added; its text is still known, so that it does not come back under another name.
    void read_known(const Model& dossier, const Article& article, const std::string& published) {
        if (article.file.empty()) {
            return;
        }
        const std::string path = article_path(dossier, article);
        read(
            path, [&] { return files_.read_inside(folder_of(dossier.file), path, kLargestArticle); }, article,
            published);
    }

    /// Whether it was a new one.
    bool read_new(const ArticlePath& source, const std::string& id, const std::string& published) {
        Article article;
        article.id = id;
        article.file = source.path;
        article.published = published;
        const auto bytes = [&] { return source.bytes ? *source.bytes : files_.read_any(source.path, kLargestArticle); };
        return read(source.path, bytes, std::move(article), "");
    }

    std::vector<ArticleRead> take() { return std::move(read_); }

private:
    template <class Bytes>
    bool read(const std::string& path, Bytes bytes, Article article, const std::string& published) {
        progress_of("reading", ++done_, all_);
        bool is_new = false;
        const bool retracted = article.status == ArticleStatus::retracted;
        reporting(diagnostics_, [&] {
            const std::string read = bytes();
            if (read.size() > kLargestArticle) {
                diagnostics_.error("file-too-large", {path, 0, 0}, "larger than 8 MiB, the most that is read",
                                   "is this the right file?");
                return;
            }
            auto got = reader_.read(read, path, std::move(article), published, diagnostics_);
            if (!got) {
                return;
            }
            const auto [at, first] = paths_.emplace(got->print, path);
            if (first && retracted) {
                retracted_.insert(got->print);
            } else if (first) {
                read_.push_back(std::move(*got));
                is_new = true;
            } else if (at->second != path) {
                diagnostics_.note(
                    "same-article", {path, 0, 0},
                    "the same text as " + at->second +
                        (retracted_.contains(got->print) ? ", which was retracted: it is not read" : ": one source"),
                    {});
            }
        });
        return is_new;
    }

    const ArticleReader& reader_;
    const FileReader& files_;
    Diagnostics& diagnostics_;
    std::vector<ArticleRead> read_;
    std::map<std::uint64_t, std::string> paths_; ///< by print of the text
    std::set<std::uint64_t> retracted_;          ///< prints
    std::size_t done_ = 0;
    std::size_t all_;
};

} // namespace

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

StoryInputs sort_inputs(const std::vector<std::string>& paths, const FileReader& files, Diagnostics& diagnostics) {
    StoryInputs inputs;
    for (const std::string& path : paths) {
        reporting(diagnostics, [&] {
            const std::string head = files.head(path, kHead);
            if (head.empty()) {
                std::string bytes = files.read_any(path); // or says why not
                if (is_dossier(bytes, path)) {
                    inputs.dossiers.push_back({path, std::move(bytes)});
                } else {
                    inputs.articles.push_back({path, std::move(bytes)});
                }
            } else if (is_dossier(head, path)) {
                inputs.dossiers.push_back({path, files.read_any(path)});
            } else {
                inputs.articles.push_back({path, std::nullopt});
            }
        });
    }
    return inputs;
}

std::optional<Model> parse_for_assembly(const DossierText& dossier, const FileReader& files, Diagnostics& diagnostics) {
    Diagnostics found;
    std::optional<Model> model = parse_dossier(dossier.text, dossier.path, files, found);
    bool usable = model.has_value();
    for (const Diagnostic& finding : found.all()) {
        if (finding.code != "no-events") {
            usable = usable && finding.severity != Severity::error;
            diagnostics.report(finding);
        }
    }
    return usable ? std::move(model) : std::nullopt;
}

extract::TableSource own_tables(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    if (options.data.empty()) {
        return {};
    }
    std::error_code none;
    if (!std::filesystem::is_directory(options.data, none)) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "no-data",
                                            {options.data, 0, 0},
                                            "--data needs a folder, and this is none",
                                            "name the folder that holds the tables, such as data/"});
    }
    warn_of_unread_tables(options.data, diagnostics);
    return {&files, options.data};
}

extract::TableSource
tables_of(const Options& options, const std::string& dossier, const FileReader& files, Diagnostics& diagnostics) {
    if (!options.data.empty()) {
        return own_tables(options, files, diagnostics);
    }
    const std::string beside = folder_of(dossier) + "data";
    std::error_code none;
    const bool is_there = !dossier.empty() && std::filesystem::is_directory(beside, none);
    return is_there ? extract::TableSource{&files, beside} : extract::TableSource{};
}

StoryArticles read_articles(const Model& dossier,
                            std::vector<ArticlePath> articles,
                            const std::string& published,
                            const ArticleReader& reader,
                            const FileReader& files,
                            Diagnostics& diagnostics) {
    Reading reading(reader, files, diagnostics, dossier.articles.size() + articles.size());
    for (const Article& article : dossier.articles) {
        reading.read_known(dossier, article, published);
    }
    Identifiers ids(dossier);
    StoryArticles result;
    std::size_t number = dossier.articles.size();
    std::string id;
    for (ArticlePath& article : articles) {
        if (id.empty()) {
            id = ids.fresh({"a" + std::to_string(number + 1)}, "article");
        }
        if (reading.read_new(article, id, published)) {
            result.added.push_back({id, std::move(article)});
            id.clear();
            ++number;
        }
    }
    progress_of("", 0, 0);
    result.read = reading.take();
    return result;
}

} // namespace demarche::cli
