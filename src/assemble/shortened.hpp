#pragma once
/// What somebody said, made short enough for a chart without saying more or less sure things than they did.

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche::assemble {

/// Whether the words hold back, deny or set terms: "if", "not", "may", "expected", "only" ... Such words are never
/// dropped.
bool holds_back(std::string_view words);

/// The first part of a clause, at most `limit` code points, that ends where a part of the clause ends, and behind which
/// nothing is said that holds back. The whole where it is no longer than `most`; "" where there is no such part.
/// Quotation marks are never parted.
std::string shortened(std::string_view clause, std::size_t limit, std::size_t most);

/// How many code points.
std::size_t length_of(std::string_view text);

} // namespace demarche::assemble
