#pragma once
/// Anchoring: where in an article a citation's words stand.

#include "base/folding.hpp"
#include "model/citation.hpp"
#include "model/nearest_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

enum class AnchorFailure { missing, ambiguous };

struct Anchor {
    std::optional<Passage> passage;       ///< set on success
    std::optional<AnchorFailure> failure; ///< set otherwise; neither is set for a citation of the whole article
    std::size_t occurrences = 0;          ///< how many places fit; if missing: how many fit but for prefix and suffix
    bool tolerant = false;                ///< found only after white space, quotes and dashes were folded
};

/// An article's text prepared for many searches.
class AnchorText {
public:
    /// REQUIRES: valid UTF-8.
    explicit AnchorText(std::string utf8);

    /// Exact match first, then the same with white space, quotation marks, dashes and soft hyphens folded
    /// (base/folding.hpp). Of several places those that cut no word come first; a prefix or suffix must fit
    /// (folded) where there is one; the recorded position decides between what is left.
    /// Words that stand in more than 10,000 places (fewer with a very long prefix or suffix) are ambiguous. The work
    /// grows with the text and with the quote, not with their product.
    [[nodiscard]] Anchor find(const Citation& citation) const;
    /// The places that a quote of which `find` says that it is ambiguous may mean, in the order of the text: those that
    /// `find` chooses from. `regardless`: of prefix and suffix. None where there are too many to look at.
    [[nodiscard]] std::vector<ByteRange> candidates(const Citation& citation, bool regardless = false) const;
    /// What stands there. REQUIRES: the range splits no code point.
    [[nodiscard]] Passage passage(const ByteRange& place) const;
    /// Whether a prefix or suffix, as the dossier has it, stands next to the place; an empty one does everywhere.
    [[nodiscard]] bool has_prefix(const std::string& prefix, const ByteRange& place) const;
    [[nodiscard]] bool has_suffix(const std::string& suffix, const ByteRange& place) const;

    [[nodiscard]] const std::string& text() const { return text_; }

    /// The words most like a missing quote (NearestWords), white space collapsed; may be empty. Slower than find.
    [[nodiscard]] std::string nearest(const std::string& quote) const;

private:
    /// What one step of the search finds.
    struct Fitting {
        std::vector<ByteRange> places;
        std::size_t occurrences = 0; ///< whatever stands around them
        bool too_many = false;
    };

    [[nodiscard]] Fitting fitting(const Citation& citation, bool regardless, bool tolerant) const;
    [[nodiscard]] std::vector<ByteRange> places(const std::string& quote, bool tolerant, std::size_t most) const;
    /// Prefix and suffix are folded; an empty one fits everywhere.
    [[nodiscard]] bool fits(const std::string& prefix, const std::string& suffix, const ByteRange& place) const;
    [[nodiscard]] std::size_t code_points_before(std::size_t byte) const;

    std::string text_;
    Folded folded_;
    NearestWords words_;
    std::vector<std::size_t> counts_; ///< code points before every kStride-th byte
};

} // namespace demarche
