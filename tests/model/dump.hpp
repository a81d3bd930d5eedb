#pragma once
/// Everything a model holds but the places it was read from, as text: two models are the same if this is.

#include "model/model.hpp"

#include <string>

namespace demarche::testing {

std::string dump(const Model& model);

} // namespace demarche::testing
