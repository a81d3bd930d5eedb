#pragma once
/// Which sources a chart cites, and their numbers.

#include "model/model.hpp"

#include <map>
#include <string>
#include <vector>

namespace demarche::view {

struct Source {
    int number = 0;      ///< from 1
    std::string article; ///< id
    std::string outlet, title, url;
    std::string published; ///< YYYY-MM-DD
    std::string link;      ///< `url` with the words that the chart cites of it (view/text_fragment.hpp)
    ArticleStatus status = ArticleStatus::stands;
};

/// The sources of the shown facts, numbered in the order of the dossier's articles.
struct Sources {
    std::vector<Source> list;
    /// Groups of two or more numbers that share one text, ascending.
    std::vector<std::vector<int>> shared;
    std::map<std::string, int> number_of; ///< article id -> number

    /// Ascending, each once; citations of articles without a number are passed over.
    [[nodiscard]] std::vector<int> numbers(const std::vector<Citation>& citations) const;
    /// The source with this number; nullptr where there is none.
    [[nodiscard]] const Source* source(int number) const;
};

/// Numbers as they are printed: "1", "2", "3" up to `kListed` of them, beyond that runs of three and
/// more as ranges "1–5". Ascending order is kept.
std::vector<std::string> printed_numbers(const std::vector<int>& numbers);

constexpr std::size_t kListed = 6;

} // namespace demarche::view
