#pragma once
/// Inside the comparison of models: a thing as a list of named values, and what differs between two such lists.

#include "model/diff.hpp"

#include <string>
#include <vector>

namespace demarche {

using FieldPath = std::vector<std::string>;

/// Whether it is that of a citation, of a thing or of its part.
bool is_citation(const FieldPath& path);
/// REQUIRES: is_citation(path).
const std::string& article_of(const FieldPath& path);

/// One value of a thing: of a list the thing with `key`, else ({}) the attribute `key`.
struct ThingField {
    FieldPath list; ///< {"party"}, {"party", ACTOR, "cite"}
    FieldPath key;  ///< {ACTOR}, {ARTICLE, WORDS}, {"when"}
    std::string value;
};

using ThingFields = std::vector<ThingField>;

/// In a fixed order; values that are not given are left out, and so is the id. No two have one path.
ThingFields fields_of(const Model& model); ///< its own attributes
ThingFields fields_of(const Article& article);
ThingFields fields_of(const Side& side);
ThingFields fields_of(const Actor& actor);
ThingFields fields_of(const Delegation& delegation);
ThingFields fields_of(const Event& event);
ThingFields fields_of(const Tie& tie);
ThingFields fields_of(const ChartSpec& chart);

/// What was taken out and changed in the order of `before`, what was added in that of `after`, then what changed its
/// order.
std::vector<FieldChange> compare_fields(const ThingFields& before, const ThingFields& after);

/// The places that the kept things had among themselves in their new order, "1 0 2"; "" where it is the old order.
/// `places`: for each thing of the older list its place in the newer one; nothing where it is gone.
std::string new_order(const std::vector<std::optional<std::size_t>>& places);

} // namespace demarche
