#pragma once
/// Applies the changes of a comparison by hand, value by value, as a reader of its JSON would.

#include "model/diff.hpp"

namespace demarche::testing {

/// What `diff.changes` make of `diff.before`. Fails the test where a change does not fit.
Model applied(const ModelDiff& diff);

/// Without what a comparison does not look at: positions of citations, and what is rejected.
Model comparable(Model model);

} // namespace demarche::testing
