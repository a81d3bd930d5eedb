#include "cli/article_places.hpp"

#include "model/dossier_values.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "articles/";

/// The path from the folder to the file; "" where that leads out of the folder, or a dossier would not take it.
std::string path_inside(const std::string& folder, const std::string& path) {
    std::error_code no_file;
    std::error_code no_folder;
    const fs::path file = fs::canonical(path, no_file);
    const fs::path home = fs::canonical(folder.empty() ? "." : folder, no_folder);
    if (no_file || no_folder) {
        return {};
    }
    std::string inside = file.lexically_relative(home).generic_string();
    return refused_path(inside).empty() ? inside : std::string();
}

/// The name of a file as a dossier can hold it.
std::string plain_name(const ArticlePath& source) {
    std::string name = source.path == "-" ? "stdin.txt" : fs::path(source.path).filename().string();
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return c == ':' || c == '\\' || static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, '-');
    return name.empty() || name == ".." || name == "." ? "article.txt" : name;
}

/// "articles/a.txt", or "articles/a-2.txt" and so on where another file has that name.
Copy copy_for(const ArticlePath& source,
              const std::string& folder,
              const FileReader& files,
              std::set<std::string>& taken,
              bool& needed) {
    const std::string bytes = bytes_of(source, files);
    const fs::path name = plain_name(source);
    for (std::size_t number = 1;; ++number) {
        const std::string tail = number == 1 ? "" : "-" + std::to_string(number);
        std::string target = folder;
        target.append(kFolder).append(name.stem().string()).append(tail).append(name.extension().string());
        const bool there = files.exists(target);
        if (!taken.contains(target) && (!there || files.read_any(target) == bytes)) {
            taken.insert(target);
            needed = !there;
            return {source, std::move(target)};
        }
    }
}

} // namespace

std::string bytes_of(const ArticlePath& source, const FileReader& files, std::size_t limit) {
    return source.bytes ? *source.bytes : files.read_any(source.path, limit);
}

std::vector<Copy> place_articles(StoryArticles& articles, const std::string& folder, const FileReader& files) {
    std::vector<Copy> copies;
    std::set<std::string> taken;
    std::map<std::string, assemble::Gist*> gists;
    for (ArticleRead& read : articles.read) {
        gists[read.gist.article.id] = &read.gist;
    }
    for (const NewArticle& article : articles.added) {
        std::string& file = gists.at(article.id)->article.file;
        file = article.source.bytes ? std::string() : path_inside(folder, article.source.path);
        if (file.empty()) {
            bool needed = false;
            Copy copy = copy_for(article.source, folder, files, taken, needed);
            file = copy.target.substr(folder.size());
            if (needed) {
                copies.push_back(std::move(copy));
            }
        }
    }
    return copies;
}

PlacedFiles::PlacedFiles(const FileReader& files, const std::vector<Copy>& copies) : files_(files) {
    for (const Copy& copy : copies) {
        copies_[copy.target] = &copy;
    }
}

const Copy* PlacedFiles::copy_of(const std::string& path) const {
    const auto copy = copies_.find(path);
    return copy == copies_.end() ? nullptr : copy->second;
}

std::string PlacedFiles::read(const std::string& path, std::size_t limit) const {
    const Copy* copy = copy_of(path);
    return copy == nullptr ? files_.read(path, limit) : bytes_of(copy->source, files_, limit);
}

std::string PlacedFiles::read_any(const std::string& path, std::size_t limit) const {
    const Copy* copy = copy_of(path);
    return copy == nullptr ? files_.read_any(path, limit) : bytes_of(copy->source, files_, limit);
}

std::string PlacedFiles::read_inside(const std::string& folder, const std::string& path, std::size_t limit) const {
    const Copy* copy = copy_of(path);
    return copy == nullptr ? files_.read_inside(folder, path, limit) : bytes_of(copy->source, files_, limit);
}

bool PlacedFiles::exists(const std::string& path) const {
    return copy_of(path) != nullptr || files_.exists(path);
}

void make_copies(const std::vector<Copy>& copies, const FileReader& files) {
    for (const Copy& copy : copies) {
        const fs::path folder = fs::path(copy.target).parent_path();
        std::error_code failure;
        fs::create_directories(folder, failure);
        if (failure) {
            throw Error(Exit::usage_or_system,
                        {Severity::error,
                         "cannot-write",
                         {folder.string(), 0, 0},
                         "cannot make this directory: " + failure.message(),
                         "the articles are copied there, since a dossier reads nothing outside its folder"});
        }
        write::write_file(copy.target, bytes_of(copy.source, files));
    }
}

} // namespace demarche::cli
