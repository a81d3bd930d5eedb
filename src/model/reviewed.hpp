#pragma once
/// What a person has looked at.

#include "model/model.hpp"

namespace demarche {

/// The model without what bears review="new", and without what cannot stand without that: parts in events and
/// memberships of such actors, delegations that nobody is left of, statements whose speakers all are such, ties.
Model reviewed(Model model);

} // namespace demarche
