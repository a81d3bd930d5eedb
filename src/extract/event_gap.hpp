#pragma once
/// Inside the finder of events: how long before or after something else, as the words before "after" say.

#include "extract/document.hpp"
#include "extract/event.hpp"

#include <cstdint>
#include <optional>

namespace demarche::extract {

/// "hours", "two days", "a week", "shortly" right before token `lead` ("after", "before"), looked for from token
/// `first` on; nothing where no such words stand there, or only vague ones ("months").
std::optional<OrderGap> gap_before(const Document& document, std::uint32_t first, std::uint32_t lead);

} // namespace demarche::extract
