#include "cli/older_state.hpp"

#include "model/diff.hpp"
#include "model/dossier_reader.hpp"
#include "model/retracted.hpp"
#include "model/reviewed.hpp"

#include <algorithm>
#include <utility>

namespace demarche::cli {

OlderState::OlderState(Model model, bool is_reviewed) : model_(is_reviewed ? reviewed(model) : std::move(model)) {}

DrawRequest OlderState::marked(DrawRequest request, const Model& now) const {
    if (model_) {
        request.since = view::make_since(diff_models(without_retracted(*model_), without_retracted(now)));
    }
    return request;
}

void refuse_since_of_several(const Options& options, std::size_t dossiers) {
    if (!options.since.empty() && dossiers > 1) {
        throw Error(Exit::usage_or_system,
                    {Severity::error,
                     "several-dossiers",
                     {},
                     "--since is an older state of one dossier, and " + std::to_string(dossiers) + " are named",
                     "draw them one by one"});
    }
}

std::optional<OlderState> read_older_state(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    if (options.since.empty()) {
        return OlderState();
    }
    if (options.since == "-" && std::ranges::find(options.dossiers, "-") != options.dossiers.end()) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "twice-stdin",
                                            {},
                                            "standard input can be the dossier or its older state, not both",
                                            "name a file"});
    }
    const std::size_t errors = diagnostics.count(Severity::error);
    auto model = parse_older_dossier(files.read_any(options.since), options.since, diagnostics);
    if (!model || diagnostics.count(Severity::error) > errors) {
        return std::nullopt;
    }
    return OlderState(std::move(*model), options.reviewed);
}

} // namespace demarche::cli
