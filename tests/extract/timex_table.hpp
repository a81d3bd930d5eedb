#pragma once
/// Expressions of time as text, for tables of input and expected output.

#include <string>
#include <string_view>

namespace demarche::extract {

/// Each expression of `text` as `words=TYPE value when`, a mod behind the value as `+MOD`, a range behind all as
/// `{range}`;
/// `; ` between them. "-" stands for no `when`.
std::string times_of(std::string_view text, std::string_view published);

} // namespace demarche::extract
