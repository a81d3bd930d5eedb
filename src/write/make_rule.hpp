#pragma once
/// What a file was made from, as make and ninja read it.

#include <string>
#include <vector>

namespace demarche::write {

struct MakeRule {
    std::vector<std::string> targets;
    std::vector<std::string> prerequisites;
};

/// Whether GNU make can be told of a file of this name: not where the name holds `;`, `|`, `=`, `%`, a tab or the end
/// of a line, or ends in a backslash or `)`. Nothing escapes those.
bool make_can_name(const std::string& path);

/// One rule, then an empty one for each prerequisite, so that make goes on where one was deleted: `a.svg: b.xml c.txt`.
/// Blanks, `#`, `$`, `:` and the backslashes before them are escaped as GNU make and ninja read them. Each prerequisite
/// stands once, in the order given; one that is a target too is left out, as is what make cannot name.
/// "" where no target is left.
std::string to_text(const MakeRule& rule);

} // namespace demarche::write
