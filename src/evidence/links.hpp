#pragma once
/// From the marks of a chart to the facts of the page.

#include "evidence/facts.hpp"
#include "scene/scene.hpp"

#include <string>

namespace demarche::evidence {

/// Makes every mark that stands for something a link to its fact, by the mark's `data` (docs/svg.md): an event, a tie,
/// a delegation, an actor; a side's card leads to where its actors are listed.
void link_marks(const Model& model, scene::Scene& scene);

/// Notes which facts the marks of a linked chart show: `drawn`. An actor is drawn where a chart shows an event that he
/// is a party to, a tie where both of its ends have marks of their own in one chart.
void note_drawn(const Model& model, const scene::Scene& scene, std::vector<Fact>& facts);

} // namespace demarche::evidence
