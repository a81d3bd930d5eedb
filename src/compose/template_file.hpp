#pragma once
/// One template file while it is read: its document, and the reports and lengths that all its sections need.

#include "base/diagnostic.hpp"
#include "base/xml.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::compose {

class TemplateFile {
public:
    using Names = std::vector<std::string>;

    TemplateFile(const xml::Document& document, Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    [[nodiscard]] const xml::Node& root() const { return document_.root; }

    [[nodiscard]] SourcePosition where(const xml::Position& at) const { return document_.where(at); }

    [[nodiscard]] SourcePosition where_value(const xml::Attribute& attribute) const {
        return document_.where(attribute, 0);
    }

    void error(std::string code, const xml::Position& at, std::string message, std::string hint = {});
    void bad_value(const xml::Attribute& attribute, const std::string& wanted, const std::string& hint = {});

    /// The element's children that are elements of these names; anything else but blanks and comments is an error.
    std::vector<const xml::Node*> elements(const xml::Node& parent, const Names& known);
    void only_attributes(const xml::Node& element, const Names& known);

    void no_content(const xml::Node& element) { elements(element, {}); }

    /// Points; `bare` is what a number without a unit counts. nullopt, and an error, where it is no length.
    std::optional<double> length(const xml::Attribute& attribute, double bare);

private:
    const xml::Document& document_;
    Diagnostics& diagnostics_;
};

constexpr double kPointsPerMillimetre = 72 / 25.4;
constexpr double kPointsPerPixel = 0.75;

} // namespace demarche::compose
