#pragma once
/// Citations whose article has changed: where their words stand now, or what stands there instead.
///
/// The selectors are those of the W3C Web Annotation Model (TextQuote: exact, prefix, suffix; TextPosition: start,
/// end). Words that are somewhere in the text win over the position; a position only chooses between several places.

#include "model/anchor.hpp"
#include "model/reworded.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace demarche {

enum class Hold {
    whole,     ///< the citation is of the whole article
    stands,    ///< the words stand there, and where they are said to
    moved,     ///< they stand there; elsewhere than recorded, or, of several places, the one that is nearest to that
    context,   ///< they stand there, but prefix or suffix no longer does beside them
    altered,   ///< other words stand there that say most of it
    ambiguous, ///< they, or words much like them, stand in several places, and nothing chooses
    lost,      ///< nothing like them is there
};

struct Reanchored {
    Hold hold = Hold::lost;
    ByteRange place;                ///< of the article's text; moved, context and altered
    std::optional<Passage> passage; ///< the same, also where the words stand
    std::size_t occurrences = 0;    ///< places to choose from
};

/// One article and the citations of it.
class Reanchoring {
public:
    /// Keeps the text's address.
    explicit Reanchoring(const AnchorText& text) : text_(text) {}

    /// What a citation tells of how far its part of the text moved, if it has a recorded position and its words stand
    /// in one place alone. `anchor`: what the text finds of it, here and below.
    void learn(const Citation& citation, const Anchor& anchor);

    /// The work for words that stand nowhere is 3 to 60 ms in an article of 8 MiB (2 GHz), less in others.
    [[nodiscard]] Reanchored find(const Citation& citation, const Anchor& anchor) const;

private:
    /// Where the words of a recorded position should begin now. REQUIRES: there is one.
    [[nodiscard]] std::size_t expected(const Citation& citation) const;
    [[nodiscard]] bool is_expected(const ByteRange& place, const Citation& citation) const;
    /// One of several places, by the recorded position; nothing where it does not tell.
    [[nodiscard]] std::optional<ByteRange> nearest(const std::vector<ByteRange>& places,
                                                   const Citation& citation) const;
    [[nodiscard]] Reanchored chosen(Hold hold, const ByteRange& place) const;
    [[nodiscard]] Reanchored find_regardless(const Citation& citation) const;
    [[nodiscard]] Reanchored find_altered(const Citation& citation) const;

    const AnchorText& text_;
    std::vector<std::pair<std::size_t, std::size_t>> shifts_; ///< recorded start, start now
    mutable std::unique_ptr<RewordedText> reworded_;          ///< made when it is first needed
};

/// The citation as it would hold: with the new words, where they are others, and a recorded position, prefix and
/// suffix that fit them. What held is left as it is. nullopt where nothing needs or can be done: what stands, what is
/// ambiguous or lost, and words that no dossier can hold.
std::optional<Citation> settled(const Citation& citation, const Reanchored& found, const AnchorText& text);

} // namespace demarche
