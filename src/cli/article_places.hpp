#pragma once
/// Where a dossier finds its articles: it reads nothing outside its folder, so an article from elsewhere is copied.

#include "base/file.hpp"
#include "cli/story_inputs.hpp"

#include <map>
#include <string>
#include <vector>

namespace demarche::cli {

/// An article that has yet to be copied.
struct Copy {
    ArticlePath source;
    std::string target;
};

/// Gives each new article the path that a dossier in `folder` (as folder_of) names it by: its own where it lies in the
/// folder or below it, else one in `articles/` that no other article has, with the copies that makes. Files that are
/// there are never overwritten; one with the same bytes will do.
std::vector<Copy> place_articles(StoryArticles& articles, const std::string& folder, const FileReader& files);

/// The files of a run before its copies are made: the target of each is read from its source.
class PlacedFiles final : public FileReader {
public:
    /// Both outlive this.
    PlacedFiles(const FileReader& files, const std::vector<Copy>& copies);

    [[nodiscard]] std::string read(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string read_any(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string
    read_inside(const std::string& folder, const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] bool exists(const std::string& path) const override;

private:
    [[nodiscard]] const Copy* copy_of(const std::string& path) const;

    const FileReader& files_;
    std::map<std::string, const Copy*> copies_; ///< by target
};

/// The bytes of an article.
std::string bytes_of(const ArticlePath& source, const FileReader& files, std::size_t limit = FileReader::kDefaultLimit);

/// Makes them. Throws Error where the system refuses.
void make_copies(const std::vector<Copy>& copies, const FileReader& files);

} // namespace demarche::cli
