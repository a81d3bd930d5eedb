#include "pipeline.hpp"

namespace demarche {

const char* version() {
    return "0.1.0";
}

} // namespace demarche
