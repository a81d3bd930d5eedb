#pragma once
/// Taking things out of a model without leaving references to them behind.

#include "model/model.hpp"

#include <set>
#include <string>
#include <vector>

namespace demarche {

using Ids = std::set<std::string>;

void leave_out(std::vector<std::string>& ids, const Ids& dropped);

/// Takes events that are gone out of the order of the others, and the delegations at them out of the model.
void forget_events(Model& model, const Ids& dropped);

} // namespace demarche
