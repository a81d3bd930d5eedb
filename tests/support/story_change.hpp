#pragma once
/// A story that moved on: a model with one thing added, removed or corrected.

#include "model/model.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace demarche::support {

enum class Change { actor_added, actor_removed, event_added, event_removed, event_redated, party_added };

inline constexpr std::array kChanges = {Change::actor_added,   Change::actor_removed, Change::event_added,
                                        Change::event_removed, Change::event_redated, Change::party_added};

struct Changed {
    Model model;
    std::set<std::string> touched; ///< ids of the actors and events that the change is about
};

const char* to_text(Change change);

/// An added actor takes part in an event, an added event is a meeting of two or three; which ones decides the seed.
/// Nothing where the model has nothing to change.
std::optional<Changed> change(const Model& model, Change what, std::uint64_t seed);

/// Without that event, its delegations, and what others say of their order to it. REQUIRES: there is one of that
/// number.
Model without_event(Model model, std::size_t index);

} // namespace demarche::support
