#pragma once
/// Words that were changed: the stretch of a text that says most of what a quote says, although it stands there no
/// more.
///
/// Words are compared case folded; a word that is spelled much like another (a plural, a slip) counts in part, numbers
/// never do. Long words weigh more than short ones. A stretch is found by the diagonals on which the quote's rarer
/// words lie (the seeds of sequence search: Wilbur and Lipman, 1983) and measured by a local alignment (Smith and
/// Waterman, 1981) in two rows: memory is linear in the text, and the work for a quote does not grow with it.

#include "base/folding.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche {

/// A stretch of the text, from the begin of a word to the end of one.
struct Rewording {
    ByteRange bytes;
    bool sure = true;    ///< alike enough, wherever it stands
    double likeness = 0; ///< 0 to 1: twice what both share, over what both have, by the weight of words
};

class RewordedText {
public:
    /// Keeps the text's address: it must outlive this. REQUIRES: valid UTF-8, less than 4 GB.
    explicit RewordedText(std::string_view text);

    /// The stretches most like the quote, each at most once and no two of them overlapping, the most alike first; of
    /// equals the first in the text. Only those that share at least kLeastShared words, or all that the quote has, and
    /// are as much alike as kLeastWhereExpected: the words that stand where a quote is expected need be less alike to
    /// be it. None for quotes of more than kLongestSought words.
    [[nodiscard]] std::vector<Rewording> find(std::string_view quote) const;

    /// Below this, a stretch tells something else; quotes of less than kShort words take more, since few words are soon
    /// alike. Measured on 1,263 passages of 5 to 25 words of 69 news articles: found again with a tenth of their words
    /// changed 99 %, with a fifth 95 %, with three tenths 85 %; with their sentence taken out of the article
    /// something else was found for 1.5 %, in half of these the same statement in other words (a headline).
    static constexpr double kLeastLikeness = 0.7;
    static constexpr double kLeastLikenessOfShort = 0.75;
    static constexpr std::size_t kShort = 8;
    static constexpr double kLeastWhereExpected = 0.55;
    static constexpr std::size_t kLeastShared = 3;
    static constexpr std::size_t kLongestSought = 400;

private:
    struct Word {
        std::uint32_t id = 0; ///< the same for the same word, case folded
        std::uint32_t begin = 0;
        std::uint32_t end = 0; ///< bytes
    };

    /// A word of the quote.
    struct Sought {
        std::string spelling;
        std::uint32_t id = 0; ///< kUnknown where the text does not have it
        int weight = 0;
    };

    /// Words of the text that may hold the stretch.
    struct Window {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    struct Aligned {
        std::size_t begin = 0;
        std::size_t end = 0; ///< words of the text
        double likeness = 0;
        std::size_t shared = 0; ///< words that are the same
        std::size_t lead = 0;   ///< words of the quote ahead of the first that is shared
        std::size_t trail = 0;  ///< and behind the last
    };

    [[nodiscard]] std::vector<Sought> sought(std::string_view quote) const;
    [[nodiscard]] std::vector<Window> windows(const std::vector<Sought>& quote) const;
    [[nodiscard]] Aligned align(const std::vector<Sought>& quote, const Window& window) const;
    void
    add_alike(const std::vector<Sought>& quote, const std::vector<Window>& windows, std::vector<Aligned>& apart) const;
    /// With as many words more at its ends as the quote has there, as far as the sentence goes.
    void widen(Aligned& aligned) const;
    [[nodiscard]] bool parted(std::size_t word) const;

    std::string_view text_;
    std::vector<Word> words_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<std::string> spellings_;      ///< by id
    std::vector<int> weights_;                ///< by id
    std::vector<std::uint32_t> places_;       ///< indices into words_, by id
    std::vector<std::uint32_t> places_begin_; ///< by id, one more at the end
};

} // namespace demarche
