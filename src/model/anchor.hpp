#pragma once
/// Anchoring: where in an article a citation's words stand.

#include "model/citation.hpp"

#include <optional>
#include <string>

namespace demarche {

enum class AnchorFailure { missing, ambiguous };

struct Anchor {
    std::optional<Passage> passage;       ///< set on success
    std::optional<AnchorFailure> failure; ///< set otherwise
    std::size_t occurrences = 0;          ///< how many places fit
    std::string nearest;                  ///< for `missing`: the article's most similar words, may be empty
    bool tolerant = false;                ///< found only after white space, quotes and dashes were folded
};

/// An article's text prepared for many searches.
class AnchorText {
public:
    explicit AnchorText(std::string_view utf8);

    /// Exact match first; then quote with prefix and suffix (or the recorded position) where several
    /// fit; then the same with white space, quotation marks, dashes and soft hyphens folded.
    [[nodiscard]] Anchor find(const Citation& citation) const;

private:
    std::u32string text_;
    std::u32string folded_;
    std::vector<std::size_t> origin_; ///< folded_[i] comes from text_[origin_[i]]
};

} // namespace demarche
