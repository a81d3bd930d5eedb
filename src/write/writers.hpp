#pragma once
/// Scene in, bytes out.

#include "base/diagnostic.hpp"
#include "scene/scene.hpp"

#include <string>

namespace demarche::text {
class PangoText;
}

namespace demarche::write {

/// How texts stand in an SVG (docs/svg.md).
enum class TextKind {
    live,     ///< <text>, in a list of typefaces that share their widths
    embedded, ///< live, with the faces used in a style sheet: exact in browsers, as live elsewhere
    outlines, ///< plain paths; their words in titles and labels
};

struct SvgOptions {
    TextKind text = TextKind::live;
    text::PangoText* type = nullptr; ///< as of PdfOptions
};

/// SVG 1.1 in the safe subset of docs/svg.md: absolute positions, ids prefixed, roles, titles.
/// REQUIRES: one page.
std::string to_svg(const scene::Scene& scene, const SvgOptions& options = {});

struct PdfOptions {
    /// What the layout was measured with (text/pango_measurer.hpp); without it the typefaces are loaded again.
    text::PangoText* type = nullptr;
    bool archival = false; ///< PDF/A-1b
};

/// PDF by Cairo and libqpdf: all pages, fonts embedded, links, structure tags, metadata, date from scene.date
/// (docs/pdf.md).
std::string to_pdf(const scene::Scene& scene, const PdfOptions& options = {});

/// PNG by Cairo: `scale` pixels a point. REQUIRES: one page. Throws Error where the picture would be
/// larger than Cairo can hold (32767 px a side).
std::string to_png(const scene::Scene& scene, double scale, text::PangoText* type = nullptr);

/// Whether a file that was written survives a power cut as well as the end of the process.
enum class Durability { synced, quick };

/// Writes to a temporary file in the same directory, syncs (unless quick) and renames it; on any failure the old file
/// stays whole, the temporary one is removed, and Error(Exit::usage_or_system) names path and reason.
/// Leaves the file alone where it already holds these bytes. Processes that write one path at once never mix.
void write_file(const std::string& path, const std::string& bytes, Durability durability = Durability::synced);

/// Removes the temporary files that killed runs left in `directory`. Those that somebody is writing stay.
void sweep(const std::string& directory);

} // namespace demarche::write
