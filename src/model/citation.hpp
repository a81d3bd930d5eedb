#pragma once
/// Articles, passages of them, and citations: what a fact rests on.

#include "base/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche {

/// What became of an article since it was published.
enum class ArticleStatus {
    stands,
    corrected, ///< its publisher corrected it: what the dossier cites must stand in the corrected text
    retracted, ///< its publisher took it back: it supports nothing any more (model/retracted.hpp)
};

/// One source document. Dates are EDTF days as text, checked by the reader.
struct Article {
    std::string id;
    std::string file;  ///< relative to the dossier; empty: no text at hand, cited as a whole only
    std::string title; ///< headline
    std::string outlet;
    std::string published; ///< YYYY-MM-DD
    std::string url;
    std::string language;                      ///< BCP 47; empty: not said
    std::vector<std::string> shares_text_with; ///< ids of articles that carry the same agency text
    bool read = false;                         ///< a program has read it and offered all that it found there
    ArticleStatus status = ArticleStatus::stands;
    SourcePosition where;
};

/// A span of an article's text: W3C TextPosition and TextQuote selectors.
/// Offsets count Unicode code points of the article as decoded; [start, end).
struct Passage {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string exact; ///< the article's own words at [start, end)

    friend bool operator==(const Passage&, const Passage&) = default;
};

enum class Stance { supports, disputes };

/// A passage, or a whole article, given for or against a fact.
struct Citation {
    std::string article;              ///< id
    std::string quote;                ///< the words as the dossier gives them; empty: the whole article
    std::string prefix;               ///< words just before, to tell one occurrence from another; may be empty
    std::string suffix;               ///< words just after; may be empty
    std::optional<std::size_t> start; ///< position the dossier records; a hint, checked against the text
    std::optional<std::size_t> end;
    Stance stance = Stance::supports;
    std::optional<Passage> passage; ///< where the quote was found; set by anchoring, never written back as is
    SourcePosition where;
};

const char* to_text(ArticleStatus status);

} // namespace demarche
