#include "model/dossier_reader.hpp"

#include "base/xml.hpp"
#include "model/citing.hpp"
#include "model/dossier_build.hpp"
#include "model/dossier_references.hpp"
#include "model/dossier_rules.hpp"
#include "model/dossier_structure.hpp"
#include "model/doubts.hpp"
#include "model/order.hpp"
#include "model/quotations.hpp"

namespace demarche {

std::optional<Model> read_dossier(const std::string& path, const FileReader& files, Diagnostics& diagnostics) {
    return parse_dossier(files.read(path), path, files, diagnostics);
}

std::optional<Model>
parse_dossier(const std::string& xml, const std::string& path, const FileReader& files, Diagnostics& diagnostics) {
    const auto document = xml::parse(xml, path, diagnostics);
    if (!document || !is_dossier(*document, diagnostics)) {
        return std::nullopt;
    }
    const std::size_t errors_before = diagnostics.count(Severity::error);
    check_structure(*document, diagnostics);
    check_references(*document, diagnostics);
    check_rules(*document, diagnostics);
    Model model = build_model(*document);
    model.file = path;
    // Only events that are what they seem have an order.
    if (diagnostics.count(Severity::error) == errors_before) {
        check_order(model, diagnostics);
        check_status(model, diagnostics);
    }
    anchor_citations(model, files, diagnostics);
    check_quotations(model, diagnostics);
    return model;
}

} // namespace demarche
