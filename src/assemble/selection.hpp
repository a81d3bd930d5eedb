#pragma once
/// What becomes an event of the dossier, and how much it weighs.

#include "assemble/event_order.hpp"

#include <vector>

namespace demarche::assemble {

/// Precision first: what nobody tells more of than a vague noun is left out.
bool worth_telling(const Cluster& cluster, const Merged& merged, const Telling& telling);

/// "Roe said that she had met Lind" is the meeting, on her word, and no statement beside it.
void drop_doubled_speech(std::vector<Happening>& happenings, const Telling& telling);

/// Fills weight (1 to 10) and emphasis: by independent sources, mentions, who takes part, the type, whether an article
/// begins with it, and how near the day lies to the last report. The main event has 10; at most three stand out. 1: the
/// title says too little for a chart.
void weigh(std::vector<Happening>& happenings, const Telling& telling);

} // namespace demarche::assemble
