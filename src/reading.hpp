#pragma once
/// Reading articles: the bytes of a file in, what it says out. No text outlives its article.

#include "assemble/gist.hpp"
#include "base/diagnostic.hpp"
#include "extract/word_tables.hpp"
#include "model/citation.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

struct ArticleRead {
    assemble::Gist gist;
    std::uint64_t print = 0; ///< of its text: articles of one print are one article
};

/// The tables of words, and what is read with them. Immutable once made.
class ArticleReader {
public:
    /// Reports what is wrong in tables that a person added. `tables` need not outlive this.
    ArticleReader(const extract::TableSource& tables, Diagnostics& diagnostics);
    ArticleReader(const ArticleReader&) = delete;
    ArticleReader& operator=(const ArticleReader&) = delete;
    ~ArticleReader();

    /// What the article in `bytes` says. `known` is what a person says of it and wins over what the file says; `path`
    /// names it in findings. `published` (YYYY-MM-DD, may be empty) is the day where neither says one.
    /// An article in another language than English is read as one that says nothing.
    /// nullopt: reported, as no text, without a date, or too long. Linear in the text.
    [[nodiscard]] std::optional<ArticleRead> read(std::string_view bytes,
                                                  const std::string& path,
                                                  Article known,
                                                  const std::string& published,
                                                  Diagnostics& diagnostics) const;

    [[nodiscard]] const extract::Lexicon& lexicon() const { return *tables_.lexicon; }

private:
    std::unique_ptr<const extract::OwnTables> own_;
    extract::WordTables tables_;
};

/// Whether a file is a dossier and no article: XML whose first element is <dossier>; or what is called .xml and is in
/// no format of articles, so that a dossier with a slip of the pen is told what is wrong with it.
bool is_dossier(std::string_view head, const std::string& path);

/// `published` as a person writes it on the command line, as YYYY-MM-DD; "" stays "". Throws Error where it is no full
/// date.
std::string day_of_publication(const std::string& published);

} // namespace demarche
