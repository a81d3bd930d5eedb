#pragma once
/// Inside the reader of articles: marked-up text as paragraphs.

#include "extract/markup.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

enum class BlockKind : std::uint8_t { paragraph, heading, item, caption };

struct Block {
    std::string text; ///< blanks collapsed, not empty
    BlockKind kind = BlockKind::paragraph;
    std::size_t link_bytes = 0; ///< of the text, within links
    std::uint32_t node = 0;     ///< the element that it stands in

    [[nodiscard]] bool is_links() const { return link_bytes * 2 > text.size(); }

    /// Prose of some length: what an article is made of.
    [[nodiscard]] bool is_good() const;
};

/// The blocks below `root`, in order. Scripts, forms, menus and the like are left out, and what is hidden; with
/// `page` also what its class or role says is no part of an article (data/page_junk.tsv), unless most of the text is
/// there.
std::vector<Block> blocks(const Markup& markup, std::uint32_t root, bool page);

/// Of plain text: a paragraph a line.
std::vector<Block> line_blocks(std::string_view text);

} // namespace demarche::extract
