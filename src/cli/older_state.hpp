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

/// Throws Error where `--since` is named and `dossiers`, more than one, are drawn: it is of one of them.
void refuse_since_of_several(const Options& options, std::size_t dossiers);

/// Reads `options.since`, if it is named; nullopt, with errors, where it cannot be compared with.
std::optional<OlderState> read_older_state(const Options& options, const FileReader& files, Diagnostics& diagnostics);

} // namespace demarche::cli
