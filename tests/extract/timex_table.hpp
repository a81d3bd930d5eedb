#pragma once
/// Expressions of time as text, for tables of input and expected output.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::extract {

/// Each expression of `text` as `words=TYPE value when`, a mod behind the value as `+MOD`, a range behind all as
/// `{range}`;
/// `; ` between them. "-" stands for no `when`.
std::string times_of(std::string_view text, std::string_view published);

/// A text and what times_of gives for it.
using TimeCases = std::vector<std::pair<std::string, std::string>>;

/// Expects it of each, all published on the same Wednesday, 2025-02-19.
void check(const TimeCases& cases);

} // namespace demarche::extract
