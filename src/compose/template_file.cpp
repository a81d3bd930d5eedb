#include "compose/template_file.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"

#include <algorithm>
#include <array>

namespace demarche::compose {

namespace {

struct Unit {
    std::string_view name;
    double points;
};

constexpr std::array kUnits{Unit{"pt", 1}, Unit{"mm", kPointsPerMillimetre}, Unit{"px", kPointsPerPixel}};

} // namespace

void TemplateFile::error(std::string code, const xml::Position& at, std::string message, std::string hint) {
    diagnostics_.error(std::move(code), where(at), std::move(message), std::move(hint));
}

void TemplateFile::bad_value(const xml::Attribute& attribute, const std::string& wanted, const std::string& hint) {
    diagnostics_.error("bad-value", where_value(attribute),
                       attribute.name + "=\"" + attribute.value + "\" is not " + wanted, hint);
}

std::vector<const xml::Node*> TemplateFile::elements(const xml::Node& parent, const Names& known) {
    std::vector<const xml::Node*> found;
    for (const xml::Node& child : parent.children) {
        if (child.kind == xml::NodeKind::text && !xml::is_blank(child.text)) {
            error("unexpected-text", child.begin, "text inside <" + parent.name + "> means nothing here");
        }
        if (child.kind != xml::NodeKind::element) {
            continue;
        }
        if (std::find(known.begin(), known.end(), child.name) == known.end()) {
            error("unknown-element", child.begin, "<" + child.name + "> cannot stand inside <" + parent.name + ">",
                  suggestion(child.name, known));
            continue;
        }
        found.push_back(&child);
    }
    return found;
}

void TemplateFile::only_attributes(const xml::Node& element, const Names& known) {
    for (const xml::Attribute& attribute : element.attributes) {
        if (std::find(known.begin(), known.end(), attribute.name) == known.end()) {
            error("unknown-attribute", attribute.name_at,
                  "<" + element.name + "> has no attribute \"" + attribute.name + "\"",
                  suggestion(attribute.name, known));
        }
    }
}

std::optional<double> TemplateFile::length(const xml::Attribute& attribute, double bare) {
    std::string_view digits = attribute.value;
    double points = bare;
    for (const Unit& unit : kUnits) {
        if (digits.ends_with(unit.name)) {
            digits.remove_suffix(unit.name.size());
            points = unit.points;
            break;
        }
    }
    const std::optional<double> number = parse_double(digits);
    if (!number) {
        bad_value(attribute, "a length (a number, with mm, pt or px behind it if need be)");
        return std::nullopt;
    }
    return *number * points;
}

} // namespace demarche::compose
