#pragma once
/// How many generated models a test draws.

#include <cstdlib>

namespace demarche::support {

/// `usual`, or what DEMARCHE_MODELS says in the environment: many for a long look by hand, few under the sanitizers,
/// where each takes long.
inline int models_asked(int usual) {
    const char* wanted = std::getenv("DEMARCHE_MODELS"); // NOLINT(concurrency-mt-unsafe)
    const int models = wanted == nullptr ? usual : std::atoi(wanted);
    return models > 0 ? models : usual;
}

} // namespace demarche::support
