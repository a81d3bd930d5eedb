#pragma once
/// What an article says around the words that are cited of it.

#include "model/citation.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::evidence {

/// Words of a sentence that the same passages cover.
struct Piece {
    std::string text;
    std::vector<std::size_t> passages; ///< ascending; empty: cited for nothing
    std::vector<std::size_t> begun;    ///< those that begin here
};

struct ShownSentence {
    std::size_t number = 0;     ///< in the article, from 0
    bool after_gap = false;     ///< sentences were left out before it
    bool new_paragraph = false; ///< it does not stand in the paragraph of the one shown before it
    std::vector<Piece> pieces;  ///< its text, in order
};

/// Sentences of an article, both included.
struct Context {
    std::size_t first = 0;
    std::size_t last = 0;
};

struct Excerpt {
    std::vector<ShownSentence> sentences; ///< in the order of the article
    std::vector<Context> contexts;        ///< of each passage: its sentences and a neighbour on each side
};

/// The sentences of `text` that hold the passages, each with its neighbours; with `full` all there are. A heading is
/// nobody's neighbour. REQUIRES: valid UTF-8; the passages lie within it, sorted by their begin.
Excerpt make_excerpt(const std::string& text, const std::vector<Passage>& passages, bool full);

} // namespace demarche::evidence
