#pragma once
/// Labels along a line: each as near as can be to where it belongs, none nearer than allowed to the next.

#include <vector>

namespace demarche::timeline {

/// Positions y with y[i+1] >= y[i] + distance[i] and y[0] >= lowest that minimise the sum of
/// (y[i] - wanted[i])^2. The order is kept. `distance` has one element fewer than `wanted`.
///
/// With z[i] = y[i] - (distance[0] + ... + distance[i-1]) the constraint is z[i+1] >= z[i]: isotonic
/// regression, solved exactly by pooling adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman 1955),
/// O(n). Cutting the solution off at a bound keeps it optimal for the bounded problem.
std::vector<double>
place_isotonic(const std::vector<double>& wanted, const std::vector<double>& distance, double lowest);

} // namespace demarche::timeline
