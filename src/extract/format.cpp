#include "base/ascii.hpp"
#include "extract/marked_up.hpp"

#include <string>

namespace demarche::extract {
namespace {

constexpr std::size_t kHead = 4096; ///< where the first elements stand

bool has(std::string_view head, std::string_view tag) {
    return head.find(tag) != std::string_view::npos;
}

} // namespace

ArticleFormat format_of(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || (text[begin] != '<' && text[begin] != '{')) {
        return ArticleFormat::plain;
    }
    std::string head(text.substr(begin, kHead));
    if (head.front() == '{') {
        const bool named =
            has(head, "\"body") || has(head, "\"headline") || has(head, "\"uri\"") || has(head, "\"bodies\"");
        return named ? ArticleFormat::ninjs : ArticleFormat::plain;
    }
    head = ascii_lower(head);
    if (has(head, "<newsitem") || has(head, "<newsmessage")) {
        return ArticleFormat::newsml_g2;
    }
    if (has(head, "<nitf")) {
        return ArticleFormat::nitf;
    }
    for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ",
                                       "<meta", "<h1", "<section", "<main"}) {
        if (has(head, tag)) {
            return ArticleFormat::html;
        }
    }
    return ArticleFormat::plain;
}

} // namespace demarche::extract
