#pragma once
/// What every writer and the measurer agree on about one line of text, so that it looks the same everywhere.

#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

/// The line as it is measured and drawn: control characters, line and paragraph separators count as
/// blanks, a run of blanks is one blank (XML readers collapse it too), soft hyphens go (a line that is
/// not broken shows none), bytes that are not UTF-8 and code points that XML cannot hold become U+FFFD.
/// Leading and trailing blanks stay. Idempotent.
std::string clean_line(std::string_view text);

/// The same, but soft hyphens stay, for text that will be broken into lines; `offsets` gets, for each byte of the
/// result and for its end, where in `text` it comes from.
std::string clean_paragraph(std::string_view text, std::vector<std::size_t>& offsets);

/// `text` without blanks at either end.
std::string_view trim_blanks(std::string_view text);

/// True where the first strongly directed character reads right to left (UAX 9, rule P2).
bool reads_right_to_left(std::string_view text);

/// `text` between U+202B and U+202C (right-to-left embedding) where it reads right to left, else as it is.
/// Texts are placed by their left edge in a left-to-right line; the embedding makes a reader order their
/// runs as a right-to-left paragraph would, without `direction`, whose anchors readers disagree on.
std::string embed_right_to_left(std::string_view text);

/// True where a letter is in a script that common sans-serif faces (Arial, Liberation Sans) may lack:
/// anything but Latin, Greek, Cyrillic and Hebrew.
bool needs_other_faces(std::string_view text);

} // namespace demarche::text
