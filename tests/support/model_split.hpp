#pragma once
/// A model parted into what was known and what came to be known later.

#include "model/model.hpp"

#include <cstdint>

namespace demarche::support {

struct Split {
    Model known; ///< nothing in it refers to what is not
    Model grown; ///< the whole, in each list the known things first
};

/// Cuts things off every list at random; at least one event stays. Charts stay whole: REQUIRES model.charts to be
/// empty.
Split split_model(const Model& model, std::uint64_t seed);

} // namespace demarche::support
