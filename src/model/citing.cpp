#include "model/citing.hpp"

#include "base/utf8.hpp"
#include "model/citing_findings.hpp"
#include "model/dossier_values.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <map>

namespace demarche {
namespace {

/// Where the dossier lies: "" is the current folder.
std::string folder_of(const Model& model) {
    const std::size_t slash = model.file.rfind('/');
    return slash == std::string::npos ? std::string() : model.file.substr(0, slash + 1);
}

/// The text of an article, ready to be searched; nothing, and an error, where it cannot be had.
std::optional<AnchorText>
read_article(const Model& model, const Article& article, const FileReader& files, Diagnostics& diagnostics) {
    if (article.file.empty() || !refused_path(article.file).empty()) {
        return std::nullopt; // nothing to read, or refused already
    }
    try {
        std::string text = files.read_inside(folder_of(model), article_path(model, article), kLargestArticle);
        if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
            diagnostics.error("unreadable-article", article.where,
                              "the file " + quoted(article.file) + " holds the character NUL (byte " +
                                  std::to_string(nul) + "): it is no text",
                              "save the article as plain text in UTF-8");
            return std::nullopt;
        }
        if (const auto bad = first_invalid_utf8(text)) {
            diagnostics.error("unreadable-article", article.where,
                              "the file " + quoted(article.file) + " is not valid UTF-8 (byte " + std::to_string(*bad) +
                                  ")",
                              "save it as UTF-8");
            return std::nullopt;
        }
        return AnchorText(std::move(text));
    } catch (const Error& error) {
        diagnostics.error("unreadable-article", article.where,
                          "the file " + quoted(article.file) + " of the article " + quoted(article.id) + ": " +
                              error.diagnostic().message,
                          error.diagnostic().hint);
        return std::nullopt;
    }
}

using Quotes = std::map<std::string, std::vector<Citation*>>;

/// The citations that quote words, by article: only one text need be at hand at a time.
template <class Facts>
Quotes quotes_by_article(Facts& facts) {
    Quotes quotes;
    each_citation_list(facts, [&](std::vector<Citation>& citations) {
        for (Citation& citation : citations) {
            if (!citation.quote.empty()) {
                quotes[citation.article].push_back(&citation);
            }
        }
    });
    return quotes;
}

std::vector<Citation*> quotes_of(const Quotes& quotes, const Article& article) {
    const auto found = quotes.find(article.id);
    return found == quotes.end() ? std::vector<Citation*>() : found->second;
}

/// A citation, what was found of its words, and what became of them.
struct Anchored {
    Citation* citation = nullptr;
    Anchor anchor;
    Reanchored now;
};

/// Sets the passages of the citations of one article. All are found first: where they moved tells where words went that
/// stand in several places.
std::vector<Anchored> anchored(const std::vector<Citation*>& citations, const AnchorText& text) {
    /// Words that are nowhere to be found are sought: where a whole other text lies in an article's place, not for
    /// ever.
    constexpr std::size_t kMostSought = 2'000;
    std::vector<Anchored> all;
    all.reserve(citations.size());
    Reanchoring reanchoring(text);
    for (Citation* citation : citations) {
        all.push_back({citation, text.find(*citation), {}});
        citation->passage = all.back().anchor.passage;
        reanchoring.learn(*citation, all.back().anchor);
    }
    std::size_t sought = 0;
    for (Anchored& one : all) {
        if (one.anchor.passage || ++sought <= kMostSought) {
            one.now = reanchoring.find(*one.citation, one.anchor);
        }
    }
    return all;
}

} // namespace

std::string article_path(const Model& model, const Article& article) {
    return folder_of(model) + article.file;
}

void anchor_citations(Model& model, const FileReader& files, Diagnostics& diagnostics) {
    const Quotes quotes = quotes_by_article(model);
    const Quotes rejected = quotes_by_article(model.rejected);
    CitationFindings findings(diagnostics);
    for (const Article& article : model.articles) {
        const auto text = read_article(model, article, files, diagnostics);
        if (!text) {
            continue;
        }
        for (const Anchored& one : anchored(quotes_of(quotes, article), *text)) {
            findings.report(*one.citation, one.anchor, one.now, *text);
        }
        for (Citation* citation : quotes_of(rejected, article)) { // what is rejected need not hold
            citation->passage = text->find(*citation).passage;
        }
    }
}

std::vector<SettledCitation> settle_citations(const Model& model, const FileReader& files) {
    Model anchoring = model;
    const Quotes quotes = quotes_by_article(anchoring);
    Diagnostics unheard; // whoever read the dossier has heard it
    std::vector<SettledCitation> all;
    for (const Article& article : model.articles) {
        const std::vector<Citation*> cited = quotes_of(quotes, article);
        const auto text = cited.empty() ? std::nullopt : read_article(model, article, files, unheard);
        if (!text) {
            continue;
        }
        for (const Anchored& one : anchored(cited, *text)) {
            if (auto holds = settled(*one.citation, one.now, *text)) {
                all.push_back({one.now.hold, *one.citation, std::move(*holds), place_in_article(*text, one.now)});
            }
        }
    }
    return all;
}

void drop_needless_positions(Model& model, const FileReader& files) {
    const Quotes quotes = quotes_by_article(model);
    Diagnostics unheard; // whoever reads the dossier hears it
    for (const Article& article : model.articles) {
        const std::vector<Citation*> all = quotes_of(quotes, article);
        const auto is_new = [](const Citation* citation) { return citation->where.line == 0 && citation->start; };
        if (std::none_of(all.begin(), all.end(), is_new)) {
            continue;
        }
        const auto text = read_article(model, article, files, unheard);
        for (Citation* citation : all) {
            if (text && is_new(citation)) {
                Citation bare = *citation;
                bare.start.reset();
                bare.end.reset();
                const Anchor found = text->find(bare);
                if (found.passage && found.passage->start == *citation->start) {
                    *citation = std::move(bare);
                }
            }
        }
    }
}

} // namespace demarche
