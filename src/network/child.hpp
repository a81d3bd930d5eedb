#pragma once
/// A piece of work in a process of its own, so that its crashes, hangs and leaks stay there.

#include <functional>
#include <string>

namespace demarche::network {

struct ChildOptions {
    double timeout = 20;         ///< seconds until the child is killed
    std::string name = "child";  ///< as diagnostics call it
    std::string code = "child-"; ///< prefix of the diagnostics' codes: "failed", "timeout", "crashed" follow
};

/// Forks, runs `work` in the child and returns the bytes that it returned. Whatever happens, no zombie and
/// no open descriptor stays behind.
/// Throws Error(Exit::usage_or_system) where the child ran out of time, was killed by a signal or threw;
/// what it wrote to its standard error is the diagnostic's hint.
std::string run_in_child(const std::function<std::string()>& work, const ChildOptions& options);

} // namespace demarche::network
