#pragma once
/// The faces of a chart as parts of its SVG.

#include "scene/scene.hpp"
#include "text/pango_text.hpp"
#include "text/used_faces.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace demarche::write {

/// Cuts the faces that the texts of a page use and gives them names of their own. A name is made of what the face
/// holds, so that two charts in one HTML page, which share their style sheets, cannot take each other's.
class EmbeddedFonts {
public:
    /// Faces that may not or cannot be embedded are a warning (`font-licence`, `font-not-embedded`) and left out:
    /// their texts stay live. `type` may be null: the typefaces are then loaded here.
    EmbeddedFonts(const scene::Scene& scene, text::PangoText* type);

    /// Names for the whole chart, each followed by ", ": the chart's own family first. Empty where there is nothing
    /// to embed.
    [[nodiscard]] const std::string& families() const { return families_; }

    /// The same for one text, where another family than the chart's is its first; else empty.
    [[nodiscard]] std::string families_of(const scene::Text& text) const;

    /// The class of what is set in this list of families, made of the list; css() has its rule.
    std::string class_of(const std::string& list);

    /// One @font-face rule a face and way it is asked for, then one rule a class. The latter stand in @supports:
    /// LibreOffice, CairoSVG and others know no such thing and keep to the `font-family` attributes. Of a list they
    /// take the first name only, so no name of a face may stand there.
    [[nodiscard]] std::string css() const;

private:
    using Set = std::pair<std::string, Font>; ///< words and what they are set in

    void embed(const std::vector<text::UsedFace>& faces, text::PangoText& type);

    const scene::Scene& scene_;
    std::string faces_;                          ///< their rules
    std::map<std::string, std::string> classes_; ///< list of families -> class
    std::string families_;
    std::string own_family_;                       ///< what serves the chart's own family, as its files name it
    std::map<std::string, std::string> names_;     ///< family as its files name it -> name in the SVG
    std::map<Set, std::vector<std::string>> used_; ///< families of a text, as their files name them
};

} // namespace demarche::write
