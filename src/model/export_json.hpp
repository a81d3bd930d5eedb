#pragma once
/// `demarche export --to json`.

#include "model/model.hpp"

#include <string>

namespace demarche {

/// The model as JSON, keys always there and in the order of docs/model-json.md, UTF-8, two-space indent.
std::string export_json(const Model& model);

} // namespace demarche
