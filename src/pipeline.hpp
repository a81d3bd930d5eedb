#pragma once

/// The way through the house, one call a stage.

namespace demarche {

const char* version();

} // namespace demarche
