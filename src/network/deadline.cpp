#include "network/deadline.hpp"

#include "base/diagnostic.hpp"
#include "base/number.hpp"

#include <algorithm>

namespace demarche::network {

namespace {

constexpr double kInstant = 0.01; ///< what it takes to begin: messages name the time that was asked for
constexpr double kYear = 365.0 * 24 * 60 * 60;

} // namespace

Deadline::Deadline(double seconds)
    : seconds_(std::clamp(seconds, 0.0, kYear)),
      end_(std::chrono::steady_clock::now() +
           std::chrono::duration_cast<std::chrono::steady_clock::duration>(std::chrono::duration<double>(seconds_))) {}

double Deadline::left() const {
    const double exact = std::chrono::duration<double>(end_ - std::chrono::steady_clock::now()).count();
    return exact > seconds_ - kInstant ? seconds_ : std::max(0.0, exact);
}

void Deadline::check() const {
    if (std::chrono::steady_clock::now() >= end_) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "network-timeout",
                                            {},
                                            "the network was not laid out within " + to_text(seconds_, 3) + " seconds",
                                            "show fewer events, or give it more time with --timeout"});
    }
}

} // namespace demarche::network
