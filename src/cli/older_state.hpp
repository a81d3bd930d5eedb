#pragma once
/// `draw --since`: the state of the dossier that the charts are compared with.

#include "cli/options.hpp"

#include <optional>

namespace demarche::cli {

/// Nothing is marked where there is none.
class OlderState {
public:
    OlderState() = default;

    OlderState(Model model, bool reviewed);

    /// The request, with what is new in `now` since then.
    [[nodiscard]] DrawRequest marked(DrawRequest request, const Model& now) const;

private:
    std::optional<Model> model_;
};

/// Reads `options.since`, if it is named; nullopt, with errors, where it cannot be compared with. Throws Error where
/// several dossiers are drawn: it is of one of them.
std::optional<OlderState>
read_older_state(const Options& options, std::size_t dossiers, const FileReader& articles, Diagnostics& diagnostics);

} // namespace demarche::cli
