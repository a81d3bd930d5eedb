#pragma once
/// Writes the structure of a scene into a PDF: tree, links, named destinations (ISO 32000-1, 12.3.2, 12.5.6.5, 14.7).

#include "scene/scene.hpp"
#include "write/pdf_library.hpp"
#include "write/pdf_tags.hpp"

namespace demarche::write {

/// Replaces whatever structure and links the document has by those of `tags`, which was made of `scene`. Throws
/// std::runtime_error where the pages are not those of the scene.
void write_structure(QPDF& pdf, const scene::Scene& scene, const PdfTags& tags);

} // namespace demarche::write
