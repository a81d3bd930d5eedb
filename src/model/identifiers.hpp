#pragma once
/// Ids for things that a program adds to a dossier.

#include "model/model.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The words as an id: "The talks in Riyadh, Diriyah Palace" is "talks-riyadh-diriyah-palace". At most six words and 40
/// characters, articles and prepositions left out where others are left. "" where nothing can be written in ASCII.
std::string id_of_words(std::string_view words);

/// The ids that are taken.
class Identifiers {
public:
    /// Those of the whole model, the rejected too.
    explicit Identifiers(const Model& model);

    /// The first of the candidates that is an id and free; else the last of them (or `kind`) with "-2", "-3" ...
    /// It is taken from then on.
    std::string fresh(const std::vector<std::string>& candidates, const std::string& kind);

private:
    std::set<std::string> taken_;
};

} // namespace demarche
