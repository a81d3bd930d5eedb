#pragma once
/// Models for tests: any shape that a dossier may have, the same from a seed on every machine.

#include "model/model.hpp"

#include <cstddef>
#include <cstdint>

namespace demarche::support {

/// Counts are drawn between least and most, both included; events and actors so that each doubling is as
/// likely as the next.
struct GeneratorOptions {
    std::size_t least_sides = 0;
    std::size_t most_sides = 9;
    std::size_t least_actors = 1;
    std::size_t most_actors = 80;
    std::size_t least_events = 1;
    std::size_t most_events = 2000;
    std::size_t most_delegations = 9; ///< none where there are no sides
    std::size_t most_ties = 40;
    std::size_t most_articles = 12;
    std::size_t longest_label = 200; ///< code points of titles and details; names and places have up to 40
    bool all_scripts = true;         ///< false: Latin without accents
    bool devanagari = true;          ///< false: only scripts that the program's own packages of typefaces have
    bool charts = false;             ///< add <chart> elements that select and scale
};

/// A model without errors: write_dossier gives a dossier that parse_dossier reads without any, and
/// check_order finds nothing. Articles have no files, so citations are of whole articles. Dates: days, times,
/// months, seasons, years, decades, spans, intervals, open and unknown ends, sets, `~`, `?`, X digits, none.
/// Every status, part, tie type, kind of actor and many event types; weights 1 to 10; order constraints.
Model generate_model(std::uint64_t seed, const GeneratorOptions& options = {});

} // namespace demarche::support
