#include "extract/blocks.hpp"

#include "base/ascii.hpp"
#include "extract/data_files.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace demarche::extract {
namespace {

using Names = std::unordered_set<std::string_view>;

constexpr std::size_t kGood = 40; ///< bytes

enum class Part { prose, skip, caption };

bool is_skipped_name(std::string_view name) {
    static const Names names{"script", "style",  "noscript", "template",  "svg",     "nav",    "form",  "button",
                             "iframe", "select", "dialog",   "object",    "embed",   "audio",  "video", "canvas",
                             "input",  "label",  "math",     "textarea",  "aside",   "footer", "head",  "menu",
                             "map",    "applet", "option",   "body.head", "body.end"};
    return names.contains(name);
}

bool is_block_name(std::string_view name) {
    static const Names names{"p",
                             "div",
                             "section",
                             "article",
                             "main",
                             "body",
                             "html",
                             "header",
                             "li",
                             "ul",
                             "ol",
                             "dl",
                             "dt",
                             "dd",
                             "table",
                             "tbody",
                             "thead",
                             "tr",
                             "td",
                             "th",
                             "blockquote",
                             "pre",
                             "figure",
                             "figcaption",
                             "h1",
                             "h2",
                             "h3",
                             "h4",
                             "h5",
                             "h6",
                             "hr",
                             "address",
                             "details",
                             "summary",
                             "center",
                             "hl1",
                             "hl2",
                             "block",
                             "hedline",
                             "body.content",
                             "media-caption",
                             "caption",
                             "inlineXML",
                             "inlineData"};
    return names.contains(name);
}

BlockKind kind_of(std::string_view name) {
    const bool heading =
        (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') || name == "hl1" || name == "hl2";
    return heading ? BlockKind::heading : name == "li" ? BlockKind::item : BlockKind::paragraph;
}

bool is_caption_name(std::string_view name) {
    return name == "figcaption" || name == "media-caption" || name == "caption";
}

/// What a word of a class or id says.
Part part_of(std::string_view word) {
    static const auto parts = [] {
        std::unordered_map<std::string_view, Part> known;
        for (const auto& row : table_rows(data_file("page_junk"))) {
            if (row.size() == 2) {
                known.emplace(row[1], row[0] == "caption" ? Part::caption : Part::skip);
            }
        }
        return known;
    }();
    const auto found = parts.find(word);
    return found == parts.end() ? Part::prose : found->second;
}

/// What the words of a class list or id say: "storyAd", "ad-slot", "related__list".
Part part_of_words(std::string_view names) {
    std::string word;
    Part part = Part::prose;
    const auto finish = [&] {
        const Part said = part_of(word);
        part = said == Part::prose ? part : said;
        word.clear();
    };
    for (const char c : names) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool lower = c >= 'a' && c <= 'z';
        if (upper || !lower) {
            finish();
        }
        if (upper || lower) {
            word += ascii_lower(c);
        }
    }
    finish();
    return part;
}

bool is_hidden(const MarkupNode& node) {
    const std::string_view style = node.attribute("style");
    const bool unseen =
        style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos;
    return unseen || node.attribute("aria-hidden") == "true" ||
           std::any_of(node.attributes.begin(), node.attributes.end(),
                       [](const MarkupAttribute& a) { return a.name == "hidden"; });
}

bool is_junk_role(std::string_view role) {
    return role == "navigation" || role == "complementary" || role == "banner" || role == "contentinfo" ||
           role == "dialog" || role == "alert" || role == "search" || role == "menu";
}

/// Bytes of text in paragraphs before each node: what a part of the tree holds is a difference of two of them.
std::vector<std::size_t> paragraph_bytes(const Markup& markup) {
    std::vector<std::size_t> before(markup.nodes.size() + 1);
    std::uint32_t paragraph_end = 0;
    for (std::uint32_t i = 0; i < markup.size(); ++i) {
        const MarkupNode& node = markup.nodes[i];
        if (node.name == "p") {
            paragraph_end = std::max(paragraph_end, node.end);
        }
        before[i + 1] = before[i] + (i < paragraph_end ? node.text.size() : 0);
    }
    return before;
}

class Collector {
public:
    Collector(const Markup& markup, bool page) : markup_(markup), page_(page), bytes_(paragraph_bytes(markup)) {}

    std::vector<Block> run(std::uint32_t root) {
        const std::uint32_t end = markup_.nodes[root].end;
        open_.push_back({root, BlockKind::paragraph, false});
        for (std::uint32_t i = root + 1; i < end;) {
            while (open_.size() > 1 && markup_.nodes[open_.back().node].end <= i) {
                leave();
            }
            i = enter(i);
        }
        flush();
        return std::move(blocks_);
    }

private:
    struct Open {
        std::uint32_t node = 0;
        BlockKind kind = BlockKind::paragraph;
        bool figure = false; ///< in a figure only its caption is text
    };

    /// Takes the node; the next one to look at.
    std::uint32_t enter(std::uint32_t i) {
        const MarkupNode& node = markup_.nodes[i];
        if (node.name.empty()) {
            add(node.text, i < link_end_);
            return i + 1;
        }
        const Part part = part_at(i);
        if (part == Part::skip) {
            return node.end;
        }
        if (node.name == "br") {
            line_break();
            return i + 1;
        }
        if (node.name == "a") {
            link_end_ = std::max(link_end_, node.end);
        }
        const bool caption = part == Part::caption || is_caption_name(node.name);
        if (is_block_name(node.name) || caption) {
            flush();
            Open next{i, kind_of(node.name), open_.back().figure || node.name == "figure"};
            if (caption || open_.back().kind == BlockKind::caption) {
                next.kind = BlockKind::caption;
            } else if (next.kind == BlockKind::paragraph && open_.back().kind == BlockKind::item) {
                next.kind = BlockKind::item;
            }
            open_.push_back(next);
        }
        return i + 1;
    }

    void leave() {
        flush();
        open_.pop_back();
    }

    [[nodiscard]] Part part_at(std::uint32_t i) const {
        const MarkupNode& node = markup_.nodes[i];
        if (is_skipped_name(node.name) && !(is_weak(node.name) && holds_most(i))) {
            return Part::skip;
        }
        if (!page_ || node.name == "body" || node.name == "html") {
            return Part::prose;
        }
        if (is_hidden(node) || is_junk_role(node.attribute("role"))) {
            return holds_most(i) ? Part::prose : Part::skip;
        }
        const Part by_class = part_of_words(node.attribute("class"));
        const Part part = by_class == Part::prose ? part_of_words(node.attribute("id")) : by_class;
        return part != Part::prose && holds_most(i) ? Part::prose : part;
    }

    /// Elements that careless pages wrap their text in.
    static bool is_weak(std::string_view name) { return name == "form" || name == "aside" || name == "label"; }

    [[nodiscard]] bool holds_most(std::uint32_t i) const {
        const std::size_t here = bytes_[markup_.nodes[i].end] - bytes_[i];
        return here * 3 > bytes_.back() && here > kGood;
    }

    void add(std::string_view text, bool linked) {
        if (open_.back().figure && open_.back().kind != BlockKind::caption) {
            return;
        }
        for (const char c : text) {
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                gap_ = !block_.text.empty();
                continue;
            }
            if (gap_) {
                block_.text += ' ';
                gap_ = false;
            }
            block_.text += c;
            broke_ = false;
            block_.link_bytes += linked ? 1 : 0;
        }
    }

    void line_break() {
        constexpr std::string_view kEnds = ".!?:\"";
        const bool ended = !block_.text.empty() &&
                           (kEnds.find(block_.text.back()) != std::string_view::npos || block_.text.ends_with("”"));
        if (ended || broke_) {
            flush();
        } else {
            gap_ = !block_.text.empty();
            broke_ = gap_;
        }
    }

    void flush() {
        if (!block_.text.empty()) {
            block_.kind = open_.back().kind;
            block_.node = open_.back().node;
            blocks_.push_back(std::move(block_));
        }
        block_ = {};
        gap_ = false;
        broke_ = false;
    }

    const Markup& markup_;
    bool page_;
    std::vector<std::size_t> bytes_;
    std::vector<Open> open_;
    std::vector<Block> blocks_;
    Block block_;
    std::uint32_t link_end_ = 0;
    bool gap_ = false;
    bool broke_ = false;
};

} // namespace

bool Block::is_good() const {
    return kind != BlockKind::heading && kind != BlockKind::caption && text.size() >= kGood &&
           link_bytes * 5 < text.size() * 2 && text.find_first_of(".,!?") != std::string::npos;
}

std::vector<Block> blocks(const Markup& markup, std::uint32_t root, bool page) {
    return Collector(markup, page).run(root);
}

std::vector<Block> line_blocks(std::string_view text) {
    std::vector<Block> found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        Block block;
        block.text = collapsed(text.substr(at, end - at));
        if (!block.text.empty()) {
            found.push_back(std::move(block));
        }
        at = end + 1;
    }
    return found;
}

} // namespace demarche::extract
