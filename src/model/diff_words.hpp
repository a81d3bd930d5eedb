#pragma once
/// The comparison of models in words, as a reader of a changelog wants them. English, like all that the program says on
/// the command line.

#include "model/diff.hpp"

#include <string>

namespace demarche {

/// One line without a full stop: "Envoys meet: planned for 20 Feb 2025 -> cancelled".
std::string in_words(const ModelDiff& diff, const Change& change);

/// Who tells of it: "The Courier, The Post (18 Feb 2025)"; the day where an outlet has several articles; "" for nobody.
std::string sources_in_words(const ModelDiff& diff, const Change& change);

} // namespace demarche
