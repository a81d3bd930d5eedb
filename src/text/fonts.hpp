#pragma once
/// Which font files the program uses. Files are named; the system's fontconfig is asked only for a family that a
/// template names and the program does not know.

#include <string>
#include <vector>

namespace demarche::text {

/// One family as files on this machine, regular face first. Every file exists and can be read.
struct FontFamily {
    std::string name; ///< as in the files
    std::vector<std::string> files;
};

/// Liberation Sans 2 in its four faces. Looked for beside the program (../share/demarche/fonts from its
/// own directory), then where it was installed, then where Debian's fonts-liberation2 keeps it.
/// Throws Error(Exit::usage_or_system) naming the directories where a face is not to be found.
FontFamily default_family();

/// Families for scripts that Liberation Sans lacks, as far as they are installed, in the fixed order in
/// which they are tried: DejaVu Sans (Arabic, Hebrew, Armenian, Georgian, symbols), Droid Sans Fallback
/// (Chinese, Japanese, Korean), then the Noto families (Indic scripts, Thai, Ethiopic and others). DejaVu
/// and Droid come first because the setup script installs them: a picture then does not change because
/// a machine happens to have more fonts.
std::vector<FontFamily> fallback_families();

/// A family that a template may name: the fallbacks, Liberation Serif, Liberation Mono, and any other whose TrueType
/// or OpenType files the system's fontconfig lists, in the order of their paths. `files` is empty where there is none.
FontFamily find_family(const std::string& name);

} // namespace demarche::text
