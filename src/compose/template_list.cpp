/// What there is to draw with.

#include "base/xml.hpp"
#include "compose/embedded_templates.hpp"
#include "compose/template.hpp"

#include <span>

namespace demarche::compose {

namespace {

std::string about(const EmbeddedFile& file) {
    Diagnostics none; // built-in files are well-formed: a test reads them all
    const auto document = xml::parse(std::string(file.text), std::string(file.name), none);
    const xml::Attribute* words = document ? document->root.attribute("about") : nullptr;
    return words == nullptr ? "" : words->value;
}

void list(std::span<const EmbeddedFile> files, bool variant, std::vector<TemplateNote>& notes) {
    for (const EmbeddedFile& file : files) {
        if (file.name != kBaseTemplate) {
            notes.push_back({std::string(file.name), about(file), variant});
        }
    }
}

} // namespace

std::vector<TemplateNote> list_templates() {
    std::vector<TemplateNote> notes;
    list(embedded_templates(), false, notes);
    list(embedded_variants(), true, notes);
    return notes;
}

} // namespace demarche::compose
