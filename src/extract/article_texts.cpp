#include "extract/article_texts.hpp"

#include "base/utf8.hpp"
#include "extract/document.hpp"
#include "extract/marked_up.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace demarche::extract {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool is_plain(std::string_view text) {
    return !first_invalid_utf8(text) && format_of(text) == ArticleFormat::plain;
}

} // namespace

std::string ArticleTexts::read(const std::string& path, std::size_t limit) const {
    return files_.read(path, limit);
}

std::string ArticleTexts::read_any(const std::string& path, std::size_t limit) const {
    return files_.read_any(path, limit);
}

std::string ArticleTexts::read_inside(const std::string& folder, const std::string& path, std::size_t limit) const {
    std::string bytes = files_.read_inside(folder, path, limit);
    if (bytes.starts_with(kMark)) {
        bytes.erase(0, kMark.size());
    }
    if (is_plain(bytes)) {
        return bytes;
    }
    Diagnostics findings;
    ReadArticle article = read_article(bytes, path, findings);
    if (findings.has_errors()) {
        const auto& all = findings.all();
        throw Error(Exit::input_error, *std::find_if(all.begin(), all.end(), [](const Diagnostic& finding) {
                        return finding.severity == Severity::error;
                    }));
    }
    return std::move(article.text);
}

std::string ArticleTexts::head(const std::string& path, std::size_t most) const {
    return files_.head(path, most);
}

bool ArticleTexts::exists(const std::string& path) const {
    return files_.exists(path);
}

} // namespace demarche::extract
