#include "model/dossier_writer.hpp"

#include "base/xml.hpp"
#include "model/dossier_print.hpp"
#include "model/dossier_structure.hpp"
#include "model/dossier_tree.hpp"

namespace demarche {

std::string write_dossier(const Model& model) {
    xml::Document document;
    document.root = dossier_tree(model);
    return print_dossier(document);
}

std::optional<std::string> format_dossier(const std::string& xml, const std::string& path, Diagnostics& diagnostics) {
    const auto document = xml::parse(xml, path, diagnostics);
    if (!document || !is_dossier(*document, diagnostics)) {
        return std::nullopt;
    }
    return print_dossier(*document);
}

} // namespace demarche
