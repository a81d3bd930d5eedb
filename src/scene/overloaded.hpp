#pragma once

/// One lambda a kind, for std::visit over an Item: a new kind that a writer forgets does not compile.

namespace demarche::scene {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace demarche::scene
