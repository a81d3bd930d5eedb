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
};

/// The sources of the shown facts, numbered in the order of the dossier's articles.
struct Sources {
    std::vector<Source> list;
    /// Groups of two or more numbers that share one text, ascending.
    std::vector<std::vector<int>> shared;
    std::map<std::string, int> number_of; ///< article id -> number

    /// Ascending, each once.
    [[nodiscard]] std::vector<int> numbers(const std::vector<Citation>& citations) const;
};

} // namespace demarche::view
