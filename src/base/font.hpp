#pragma once
/// What a piece of text is set in. The family is a name fontconfig knows; files are text/'s business.

#include <string>

namespace demarche {

struct Font {
    std::string family = "Liberation Sans";
    double size = 8; ///< points
    bool bold = false;
    bool italic = false;

    friend bool operator==(const Font&, const Font&) = default;
    friend auto operator<=>(const Font&, const Font&) = default;
};

} // namespace demarche
