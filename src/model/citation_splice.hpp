#pragma once
/// Mending stale citations in the text of a dossier that a person owns.

#include "model/citing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche {

/// A citation that was mended, or that must be mended by hand.
struct MendedCitation {
    SettledCitation settled;
    bool mended = true;   ///< false: a comment or the like stands among its words, and would be lost
    bool marked = false;  ///< its fact got review="new"
    SourcePosition where; ///< in the new text
};

struct SplicedCitations {
    std::string text;
    std::vector<MendedCitation> citations; ///< in the order of the text
};

/// The dossier with its stale citations mended. Of a citation only what differs is written: the values of start, end,
/// prefix and suffix, and the words that changed; words that stay keep their line ends and entities. Where the words or
/// what stands beside them changed, the actor, delegation, event or tie that the citation is of gets review="new", if
/// it has no review: somebody must look at it again. Every other byte stays. Without `settled`, the text is the same.
///
/// nullopt, with diagnostics, where the text is no well-formed dossier. REQUIRES: `settled` is settle_citations of
/// what the text reads as.
std::optional<SplicedCitations> splice_citations(const std::string& dossier,
                                                 const std::string& path,
                                                 const std::vector<SettledCitation>& settled,
                                                 Diagnostics& diagnostics);

} // namespace demarche
