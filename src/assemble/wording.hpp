#pragma once
/// What articles share of one agency's wording.
///
/// Of the prose outside of quotation marks (a quotation that two articles cite makes no copy of either), two kinds of
/// prints are kept: pairs of words that stand near each other, names left out, which outlive some rewriting; and runs
/// of four words in their order, most of them no names, which two writers seldom hit upon. Words of the language's
/// grammar count for nothing, and of each word only its beginning counts.

#include "extract/document.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace demarche::assemble {

/// Sorted, without doubles: first the pairs, then the runs. Linear in the text.
std::vector<std::uint64_t> wording_prints(const extract::Document& document, extract::Span body);

/// Indexes of articles that carry much the same text, a < b, in order. `prints` are of wording_prints, one list an
/// article. Near linear: of a text that more than a dozen articles carry, each is compared with its neighbours alone.
std::vector<std::pair<std::uint32_t, std::uint32_t>>
shared_wording(const std::vector<const std::vector<std::uint64_t>*>& prints);

} // namespace demarche::assemble
