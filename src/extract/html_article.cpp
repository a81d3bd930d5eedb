#include "extract/blocks.hpp"
#include "extract/composed.hpp"
#include "extract/marked_up.hpp"
#include "extract/page_facts.hpp"

#include <algorithm>
#include <string>

namespace demarche::extract {
namespace {

/// Bytes of good prose before each node; what a part of the page holds is a difference of two of them.
std::vector<std::size_t> good_bytes(const Markup& page, const std::vector<Block>& all) {
    std::vector<std::size_t> before(page.nodes.size() + 1);
    for (const Block& block : all) {
        before[block.node + 1] += block.is_good() ? block.text.size() : 0;
    }
    for (std::size_t i = 1; i < before.size(); ++i) {
        before[i] += before[i - 1];
    }
    return before;
}

/// Finds the element that holds the article, by what its tags mean and by where the prose is dense.
class MainFinder {
public:
    MainFinder(const Markup& page, const std::vector<Block>& all) : page_(page), before_(good_bytes(page, all)) {}

    /// The smallest element that still holds nearly all of what stands below `scope`.
    [[nodiscard]] std::uint32_t core(std::uint32_t scope) const {
        for (std::uint32_t i = scope + 1; i < page_.nodes[scope].end;) {
            const MarkupNode& node = page_.nodes[i];
            const bool container = !node.name.empty() && node.name != "p";
            if (container && holds(i) * 10 >= holds(scope) * 9 && holds(i) > 0) {
                scope = i;
                ++i;
            } else {
                i = node.end;
            }
        }
        return scope;
    }

    /// The element that its tag says holds the article; 0, all of the page, where none does.
    [[nodiscard]] std::uint32_t semantic() const {
        constexpr std::size_t kLeast = 200; // bytes: less is a teaser
        const auto is_body = [](const MarkupNode& node) { return node.attribute("itemprop") == "articleBody"; };
        const auto is_article = [](const MarkupNode& node) { return node.name == "article"; };
        const auto is_main = [](const MarkupNode& node) {
            return node.name == "main" || node.attribute("role") == "main";
        };
        for (const std::uint32_t found : {largest(is_body), largest(is_article), largest(is_main)}) {
            if (found != 0 && holds(found) >= kLeast && holds(found) * 5 >= holds(0) * 2) {
                return found;
            }
        }
        return 0;
    }

private:
    [[nodiscard]] std::size_t holds(std::uint32_t i) const { return before_[page_.nodes[i].end] - before_[i]; }

    template <class Test>
    [[nodiscard]] std::uint32_t largest(const Test& test) const {
        std::uint32_t best = 0;
        for (std::uint32_t i = 1; i < page_.size(); ++i) {
            if (test(page_.nodes[i]) && (best == 0 || holds(i) > holds(best))) {
                best = i;
            }
        }
        return best;
    }

    const Markup& page_;
    std::vector<std::size_t> before_;
};

} // namespace

ReadArticle read_html(std::string_view text) {
    const Markup page = parse_html(text);
    PageFacts known = page_facts(page);
    std::vector<Block> all = blocks(page, 0, true);
    const MainFinder finder(page, all);
    const std::uint32_t scope = finder.semantic();
    const std::uint32_t core = finder.core(scope);
    std::erase_if(all, [&](const Block& block) {
        // Pictures often stand beside the text's own element.
        const std::uint32_t within = block.kind == BlockKind::caption && scope != 0 ? scope : core;
        return block.node < within || block.node >= page.nodes[within].end;
    });
    const bool good = std::any_of(all.begin(), all.end(), [](const Block& block) { return block.is_good(); });
    if (!good && !known.article_body.empty()) {
        all = line_blocks(known.article_body);
    }
    return compose_article(std::move(known.facts), all);
}

} // namespace demarche::extract
