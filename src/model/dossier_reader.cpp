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

#include <algorithm>

namespace demarche {
namespace {

/// Whether every id means one thing, and nothing refers to itself, in what was found since.
bool ids_are_clear(const Diagnostics& diagnostics, std::size_t since) {
    const auto& all = diagnostics.all();
    return std::none_of(all.begin() + static_cast<std::ptrdiff_t>(since), all.end(), [](const Diagnostic& found) {
        return found.code == "duplicate-id" || found.code == "self-reference";
    });
}

} // namespace

std::optional<Model> read_dossier(const std::string& path, const FileReader& files, Diagnostics& diagnostics) {
    return parse_dossier(files.read_any(path), path, files, diagnostics);
}

std::optional<Model>
parse_dossier(const std::string& xml, const std::string& path, const FileReader& files, Diagnostics& diagnostics) {
    auto model = parse_older_dossier(xml, path, diagnostics);
    if (model) {
        anchor_citations(*model, files, diagnostics);
        check_quotations(*model, diagnostics);
    }
    return model;
}

std::optional<Model> parse_older_dossier(const std::string& xml, const std::string& path, Diagnostics& diagnostics) {
    const auto document = xml::parse(xml, path, diagnostics);
    if (!document || !is_dossier(*document, diagnostics)) {
        return std::nullopt;
    }
    const std::size_t found_before = diagnostics.all().size();
    const std::size_t errors_before = diagnostics.count(Severity::error);
    check_structure(*document, diagnostics);
    check_references(*document, diagnostics);
    check_rules(*document, diagnostics);
    const bool fits_schema = diagnostics.count(Severity::error) == errors_before;
    Model model = build_model(*document);
    model.file = path;
    // Only events that are what they seem have an order; one that is given wrongly is left out of it by itself.
    if (ids_are_clear(diagnostics, found_before)) {
        check_order(model, diagnostics);
    }
    if (fits_schema) {
        check_status(model, diagnostics);
    }
    return model;
}

} // namespace demarche
