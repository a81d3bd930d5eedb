#include "extract/composed.hpp"

#include "extract/junk.hpp"
#include "extract/plain_article.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace demarche::extract {
namespace {

bool is_prose(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::item;
}

/// The index behind the last block of the article: no end line late in it, no headings and links at its end.
std::size_t last_of(const std::vector<Block>& blocks) {
    std::size_t bytes = 0;
    for (const Block& block : blocks) {
        bytes += block.text.size();
    }
    std::size_t before = 0;
    std::size_t end = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (before * 2 > bytes && line_kind(blocks[i].text) == LineKind::end) {
            end = i;
            break;
        }
        before += blocks[i].text.size();
    }
    while (end > 0 && blocks[end - 1].kind == BlockKind::heading) {
        --end;
    }
    return end;
}

/// The first block of prose: what stands ahead of it (bylines, times, teasers) is left out.
std::size_t first_of(const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].is_good() && line_kind(blocks[i].text) == LineKind::prose) {
            return i;
        }
    }
    return 0;
}

void add_paragraph(std::string& text, std::string_view paragraph) {
    text += text.empty() ? "" : "\n\n";
    text += paragraph;
}

} // namespace

ReadArticle compose_article(ArticleFacts facts, const std::vector<Block>& blocks) {
    ReadArticle article;
    article.text = facts.title;
    const std::size_t title = article.text.size();
    const std::size_t first = first_of(blocks);
    const std::size_t end = last_of(blocks);
    std::string captions;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const LineKind kind = line_kind(block.text);
        if (block.kind == BlockKind::caption || kind == LineKind::caption) {
            add_paragraph(captions, block.text);
        } else if (i >= first && i < end && kind != LineKind::line && block.text != facts.title &&
                   !(block.is_links() && (!is_prose(block) || block.text.size() < 200))) {
            add_paragraph(article.text, block.text);
        }
    }
    const auto body_end = static_cast<std::uint32_t>(article.text.size());
    if (body_end == title) {
        return {};
    }
    if (!captions.empty()) {
        add_paragraph(article.text, captions);
    }
    article.text += '\n';
    article.facts = std::move(facts);
    find_body(article.text, {static_cast<std::uint32_t>(title), body_end}, article.facts);
    return article;
}

} // namespace demarche::extract
