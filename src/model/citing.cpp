#include "model/citing.hpp"

#include "base/utf8.hpp"
#include "model/anchor.hpp"
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

/// Anchors one citation after the other.
class Anchoring {
public:
    explicit Anchoring(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void anchor(Citation& citation, const AnchorText& text) {
        const Anchor found = text.find(citation);
        if (found.failure == AnchorFailure::missing) {
            report_missing(citation, found, text);
        } else if (found.failure == AnchorFailure::ambiguous) {
            report_ambiguous(citation, found);
        }
        citation.passage = found.passage;
        const bool recorded = citation.start && citation.end && *citation.start < *citation.end;
        if (found.passage && recorded &&
            (found.passage->start != *citation.start || found.passage->end != *citation.end)) {
            note_moved(citation, *found.passage);
        }
    }

private:
    void report_missing(const Citation& citation, const Anchor& anchor, const AnchorText& text) {
        const std::string article = quoted(citation.article);
        if (anchor.occurrences > 0) {
            diagnostics_.error("missing-quote", citation.where,
                               "the words " + quoted(citation.quote) + " stand in the article " + article +
                                   ", but not between that prefix and suffix",
                               "correct prefix and suffix, or has the article changed since it was cited?");
            return;
        }
        // Comparing with a whole article takes its time: where another text lies in its place, a few will do.
        constexpr std::size_t kMostAdvised = 100;
        const std::string near = ++advised_ > kMostAdvised ? std::string() : text.nearest(citation.quote);
        diagnostics_.error("missing-quote", citation.where,
                           "the words " + quoted(citation.quote) + " are not in the article " + article,
                           (near.empty() ? "" : "nearest there: " + quoted(near) + "; ") +
                               "cite it word for word (has it changed since it was cited?)");
    }

    void report_ambiguous(const Citation& citation, const Anchor& anchor) {
        const bool has_context = !citation.prefix.empty() || !citation.suffix.empty();
        diagnostics_.error("ambiguous-quote", citation.where,
                           "the words " + quoted(citation.quote) + " stand " + std::to_string(anchor.occurrences) +
                               " times in the article " + quoted(citation.article),
                           has_context ? "give a longer prefix=\"...\" or suffix=\"...\""
                                       : "say which: prefix=\"the words before\" or suffix=\"the words after\"");
    }

    void note_moved(const Citation& citation, const Passage& passage) {
        diagnostics_.note("moved-quote", citation.where,
                          "the words " + quoted(citation.quote) + " stand at " + std::to_string(passage.start) +
                              " to " + std::to_string(passage.end) + " of the article " + quoted(citation.article) +
                              ", not where start and end say",
                          "correct start and end, or leave them out");
    }

    Diagnostics& diagnostics_;
    std::size_t advised_ = 0;
};

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

} // namespace

std::string article_path(const Model& model, const Article& article) {
    return folder_of(model) + article.file;
}

void anchor_citations(Model& model, const FileReader& files, Diagnostics& diagnostics) {
    const Quotes quotes = quotes_by_article(model);
    const Quotes rejected = quotes_by_article(model.rejected);
    Anchoring anchoring(diagnostics);
    Diagnostics unheard; // what is rejected need not hold
    Anchoring silent(unheard);
    for (const Article& article : model.articles) {
        const auto text = read_article(model, article, files, diagnostics);
        if (!text) {
            continue;
        }
        for (Citation* citation : quotes_of(quotes, article)) {
            anchoring.anchor(*citation, *text);
        }
        for (Citation* citation : quotes_of(rejected, article)) {
            silent.anchor(*citation, *text);
        }
    }
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
