#pragma once
/// Articles in, one model out: who is who, which reports are one event, what they disagree on.

#include "assemble/gist.hpp"
#include "assemble/note.hpp"
#include "model/model.hpp"

#include <string>
#include <vector>

namespace demarche::assemble {

struct Assembled {
    Model model; ///< all its facts marked review="new", every citation with its passage
    Notes notes;
};

/// The model of a story: articles, sides, actors, delegations, events, ties, and charts of the key events. Articles
/// that share one agency's text are marked so (shares_text_with). The same gists give the same model, byte for byte.
/// Needs room for the mentions only, and time near linear in them.
Assembled assemble(const std::vector<Gist>& gists, const extract::Lexicon& lexicon);

} // namespace demarche::assemble
