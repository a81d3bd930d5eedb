#pragma once
/// The mentions of one event made one event: date, status, parties, place, whose word it is, citations.

#include "assemble/likeness.hpp"
#include "assemble/note.hpp"
#include "model/event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::assemble {

/// All that is known while events are made of mentions.
struct Telling {
    const std::vector<Gist>& gists;
    const std::vector<Mention>& mentions;
    const Cast& cast;
    std::vector<std::uint32_t> source_of; ///< of each article: the number of its independent source
};

/// The number of the independent source of each article: those that share text have one. Every number is the index of
/// the first article of its source.
std::vector<std::uint32_t> independent_sources(const std::vector<Article>& articles);

/// How many independent sources these articles are.
std::size_t count_sources(const Telling& telling, const std::vector<std::uint32_t>& articles);

/// An event without title, id and order, and what was found contradictory in it: whole lines for Note::words.
struct Merged {
    Event event;
    const Mention* best = nullptr; ///< the mention that tells most: titles are made from it
    std::vector<std::string> contradictions;
    std::vector<std::string> attributed; ///< words for those whose word it is and whom no article names
};

/// Citations: at most kMostCitations, the best first, of different articles before a second of one; each has its
/// passage.
Merged merged(const Cluster& cluster, const Telling& telling);

constexpr std::size_t kMostCitations = 6;

/// A citation of the mention's passage.
Citation citation_of(const Mention& mention, const Telling& telling);

} // namespace demarche::assemble
