#pragma once
/// Faces as files hold them, and small copies of them that hold only what a chart needs.

#include <compare>
#include <set>
#include <string>
#include <vector>

namespace demarche::text {

/// One face: of a collection one of its fonts, of a variable font one place in its design space.
struct Face {
    std::string file;
    unsigned index = 0;       ///< within a collection
    std::vector<float> place; ///< a coordinate an axis, in the units of the font; empty: no variable font

    friend bool operator==(const Face&, const Face&) = default;
};

struct FaceSubset {
    enum class Status {
        done,
        forbidden, ///< its licence bits (OS/2 fsType) allow no embedding, or no subsets, or bitmaps only
        failed,    ///< the file is none that could be cut
    } status = Status::failed;
    std::string woff2; ///< empty unless done
};

/// The face with these characters only: glyphs, kerning, ligatures, marks and the forms of scripts that join, without
/// hinting, optional features and names (the copyright notice stays), as WOFF2. A variable font becomes a static one.
/// The same face and characters give the same bytes.
FaceSubset subset(const Face& face, const std::set<char32_t>& characters);

} // namespace demarche::text
