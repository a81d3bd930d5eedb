#pragma once
/// Articles as a dossier cites them: whatever format a file is in, its text is the one that passages count in.

#include "base/file.hpp"

namespace demarche::extract {

/// Reads what lies inside a folder, which is what a dossier names, as the text of an article
/// (extract/document.hpp): a plain file as it stands, without a byte order mark, in UTF-8; of HTML and the news formats
/// the text that a person sees. All else comes through as it is.
class ArticleTexts final : public FileReader {
public:
    /// The files outlive this.
    explicit ArticleTexts(const FileReader& files) : files_(files) {}

    [[nodiscard]] std::string read(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string read_any(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    /// Throws Error also where the file is no text.
    [[nodiscard]] std::string
    read_inside(const std::string& folder, const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string head(const std::string& path, std::size_t most) const override;
    [[nodiscard]] bool exists(const std::string& path) const override;

private:
    const FileReader& files_;
};

} // namespace demarche::extract
