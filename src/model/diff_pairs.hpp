#pragma once
/// Inside the comparison of models: which thing of the one is which of the other.

#include "model/model.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace demarche {

/// For each thing of the older model its place in the newer one's list.
using Places = std::vector<std::optional<std::size_t>>;

struct ModelPairs {
    Model before; ///< the older model in the newer one's ids (diff.hpp)
    Places articles, sides, actors, delegations, events, ties, charts;
};

ModelPairs pair_models(const Model& before, const Model& after);

} // namespace demarche
