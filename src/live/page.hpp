#pragma once
/// What the page in the browser shows.

#include "base/diagnostic.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::live {

/// A chart on disk, and the name it has on the page.
struct ShownFile {
    std::string name;    ///< "timeline.svg", "riyadh/network.pdf": relative to the folder of all charts, `/` between
    std::string path;    ///< where it lies
    std::string version; ///< another one each time that the file is another one
};

struct PageState {
    std::string title;
    std::vector<ShownFile> files; ///< the last good charts, in the order drawn
    std::vector<Diagnostic> findings;
    double milliseconds = 0; ///< that the last drawing took
};

/// As bytes from the process that draws to the one that serves, and back. Throws std::exception where they are none.
std::string to_bytes(const PageState& state);
PageState state_from(std::string_view bytes);

/// What the page asks for, as JSON: title, files (name, version), findings (severity, code, file, line, column,
/// message, hint), milliseconds.
std::string to_json(const PageState& state);

/// The type of a file by its ending; nullopt: none that is drawn.
std::optional<std::string> media_type(std::string_view name);

/// Whether a request came to the server by a name of this machine. A page elsewhere may have a name of its own that
/// leads here (DNS rebinding): its requests name that one. `host` as in the header, `port` the server's.
bool is_own_host(std::string_view host, int port);

} // namespace demarche::live
