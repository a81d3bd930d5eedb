#pragma once
/// The files that `assemble` and `draw` are given: dossiers and articles, told apart by what is in them.

#include "base/file.hpp"
#include "cli/options.hpp"
#include "pipeline.hpp"
#include "reading.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

/// Something that can be read once only: standard input, a pipe. Its bytes are kept.
struct ArticlePath {
    std::string path;
    std::optional<std::string> bytes;
};

struct StoryInputs {
    std::vector<DossierText> dossiers;
    std::vector<ArticlePath> articles;
};

/// In the order of the command line. What cannot be read is reported and left out.
StoryInputs sort_inputs(const std::vector<std::string>& paths, const FileReader& files, Diagnostics& diagnostics);

/// The dossier as assembling needs it: it may have no events yet. nullopt: reported.
std::optional<Model> parse_for_assembly(const DossierText& dossier, const FileReader& files, Diagnostics& diagnostics);

/// The tables of --data; none without it. Throws Error where it is no folder; warns of tables in it that nobody reads.
extract::TableSource own_tables(const Options& options, const FileReader& files, Diagnostics& diagnostics);

/// The tables to read with: --data, else the folder `data` beside `dossier` (its path), if there is one. Without a
/// dossier ("") there is nothing beside it.
extract::TableSource
tables_of(const Options& options, const std::string& dossier, const FileReader& files, Diagnostics& diagnostics);

/// Where a file lies: "" is the current folder, else it ends in "/".
std::string folder_of(const std::string& path);

/// An article of the run that the dossier did not have yet.
struct NewArticle {
    std::string id;
    ArticlePath source;
};

struct StoryArticles {
    std::vector<ArticleRead> read; ///< the dossier's, in its order, then the new ones
    std::vector<NewArticle> added;
};

/// Reads the dossier's own articles and those of the command line, each text once. New ones get an id, and their path
/// as `file`. `published` is the day of those on the command line. A text that is there already is noted and passed
/// over.
StoryArticles read_articles(const Model& dossier,
                            std::vector<ArticlePath> articles,
                            const std::string& published,
                            const ArticleReader& reader,
                            const FileReader& files,
                            Diagnostics& diagnostics);

} // namespace demarche::cli
