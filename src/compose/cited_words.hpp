#pragma once
/// A mark's sources in words, with what they are cited for: the description of every mark of both charts.
///
/// Words of the template used here: `source`, `sources`, `headline`, `cited-words`, `cited-against`.

#include "compose/template.hpp"
#include "view/support.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// Signs after source numbers: all of them carry one text, which counts as one source; disputed.
constexpr const char* kOneText = "†";
constexpr const char* kDisputed = "‡";

/// The sources of one chart in words. The template must outlive it.
class SupportWords {
public:
    SupportWords(const view::Sources& sources, const std::string& language, const Template& style);

    /// "Sources: 1 Outlet, “Headline”, 18 Feb 2025: “the cited words”; 2 ...": of each source at most two passages, of
    /// each passage at most the first 120 code points, cut between words with "…". Empty without sources.
    [[nodiscard]] std::string of(const view::Support& support) const;

private:
    [[nodiscard]] std::string passages(const view::Support& support, int number) const;

    const Template& style_;
    std::vector<std::string> sources_; ///< each in words, by number from 1
};

} // namespace demarche::compose
