#pragma once
/// An order that an update leaves alone.

#include <cstddef>
#include <string>
#include <vector>

namespace demarche {

/// Indices into `now`: what was there `before` in the order that it had then, what is new behind the last thing before
/// it that is not. Ids come once in `now`; of those that come several times in `before` the first counts, those that
/// are gone count for nothing. O(n log n).
std::vector<std::size_t> kept_order(const std::vector<std::string>& now, const std::vector<std::string>& before);

} // namespace demarche
