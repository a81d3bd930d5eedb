#pragma once
/// What the order constraints of a model say about two events.

#include "model/model.hpp"

#include <cstddef>
#include <vector>

namespace demarche::view {

class Precedence {
public:
    explicit Precedence(const Model& model);

    /// True where `after` and `before`, followed from event to event, say that `earlier` came before
    /// `later`. Indices into model.events.
    [[nodiscard]] bool known(std::size_t earlier, std::size_t later) const;

private:
    std::vector<std::vector<std::size_t>> later_than_; ///< direct successors of each event
};

} // namespace demarche::view
