#pragma once
/// A small dossier without faults that uses every element and attribute, and its articles.

#include "model/model.hpp"
#include "support/memory_files.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::testing {

/// The dossier's text; it lies at "story/ferry.xml".
const std::string& sample_dossier();
support::MemoryFiles sample_files();
/// The sample with the first `from` replaced by `to`. Fails the test where there is no `from`.
std::string sample_with(const std::string& from, const std::string& to);

std::optional<Model> parse_sample(const std::string& xml, Diagnostics& diagnostics);
/// The comments of a well-formed file, in its order.
std::vector<std::string> comments_of(const std::string& xml);
/// Every diagnostic, sorted, one a line, without the file's name.
std::string printed(const Diagnostics& diagnostics);

} // namespace demarche::testing
