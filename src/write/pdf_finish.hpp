#pragma once
/// The second pass over a PDF: what Cairo cannot write, by libqpdf.

#include "scene/scene.hpp"
#include "write/pdf_tags.hpp"

#include <string>

namespace demarche::write {

/// `drawn`: a PDF of the scene by Cairo, with one tag around every stretch of `tags`. Out comes a document with
/// structure, links, language, title bar, metadata (information and XMP, dated by the scene) and an identifier that
/// depends on its content alone. `archival`: as PDF/A-1b (ISO 19005-1). Throws Error(Exit::usage_or_system) where
/// `drawn` is not such a document.
std::string finish_pdf(const std::string& drawn, const scene::Scene& scene, const PdfTags& tags, bool archival);

} // namespace demarche::write
