#pragma once
/// The evidence page: one HTML file with the charts and every passage they rest on (docs/evidence.md).

#include "base/file.hpp"
#include "compose/template.hpp"
#include "evidence/facts.hpp"

#include <map>
#include <string>
#include <vector>

namespace demarche::evidence {

/// A chart as it stands in the page.
struct PageChart {
    std::string name; ///< "timeline", "network-2": the prefix of its ids
    ChartKind kind = ChartKind::timeline;
    std::vector<std::string> svgs;   ///< a page each; marks lead to facts (links.hpp); XML declarations are left out
    std::vector<std::string> narrow; ///< the same chart for small screens, its ids other ones; empty: none
    std::map<std::string, int> number_of; ///< article id -> the number it has in this chart
};

struct PageOptions {
    bool full_text = false; ///< the whole of each cited article, not only what stands around the passages
};

/// The page, whole: no file, address or script besides its own. `articles` give articles as their text; one that
/// cannot be read is shown by its cited words alone. The same input gives the same bytes.
/// REQUIRES: the model was read without errors; `facts` are facts_of(model).
std::string write_page(const Model& model,
                       const std::vector<Fact>& facts,
                       const std::vector<PageChart>& charts,
                       const compose::Template& style,
                       const FileReader& articles,
                       const PageOptions& options);

} // namespace demarche::evidence
