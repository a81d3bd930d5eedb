#pragma once
/// What is new since an older state of the dossier: a badge behind the words of what is new or changed, its legend, the
/// sentences that say the same.
///
/// Words of the template used here: `badge-new`, `badge-changed`, `new-since`, `changed-since`, `last-state`, `since`,
/// `count-new`, `count-changed`, `count-gone`, `unchanged-since`, `told`.

#include "compose/frame.hpp"
#include "view/news.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::compose {

/// "NEW", "CHANGED"; "" for what has not changed.
std::string badge_words(view::News news, const Template& style);

/// The badge in its box (text/badge.hpp): filled for what is new, outlined for what has changed.
std::vector<scene::Item>
paint_badge(view::News news, const Box& box, const Template& style, const text::Measurer& measurer);

/// "new since 18 Feb 2025", "changed since the last state"; "" for what has not changed, and where no news are marked.
std::string since_words(view::News news,
                        const std::optional<view::NewsCount>& since,
                        const std::string& locale,
                        const Template& style);

/// Entries for the badges that are used.
std::vector<LegendEntry> badge_legend(const std::optional<view::NewsCount>& since,
                                      const std::string& locale,
                                      const Template& style,
                                      const text::Measurer& measurer);

/// "Changed since 18 Feb 2025: 3 new, 2 changed, 1 no longer shown.", "Unchanged since 18 Feb 2025."; none where no
/// news are marked.
std::vector<std::string>
since_notes(const std::optional<view::NewsCount>& since, const std::string& locale, const Template& style);

} // namespace demarche::compose
