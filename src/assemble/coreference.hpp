#pragma once
/// Which mentions are of one event: first within each article, where nouns point back ("the talks"), then over all.
///
/// Greedy, in a fixed order: an article's mentions in the order of its text join the likeliest event told before them;
/// the events of an article join the likeliest of the articles before it. Events are compared where they share an actor
/// or a place and a time, so that the work grows little faster than the mentions.

#include "assemble/likeness.hpp"

#include <cstdint>
#include <vector>

namespace demarche::assemble {

/// Each mention in one cluster. In the order of their first mention. Fills Mention::after and Mention::before.
/// REQUIRES: `mentions` stand article by article, each in the order of its text.
std::vector<Cluster> find_events(std::vector<Mention>& mentions, const Cast& cast, const WordBook& book);

/// Within one article: [begin, end) of the mentions. Rules for pointing back: within_article.cpp.
std::vector<Cluster> within_article(
    std::vector<Mention>& mentions, std::uint32_t begin, std::uint32_t end, const Cast& cast, const WordBook& book);

} // namespace demarche::assemble
