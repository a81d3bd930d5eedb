#pragma once
/// Templates: how a chart looks. House style, as an XML file over a common base.

#include "base/colour.hpp"
#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/font.hpp"
#include "scene/scene.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace demarche::compose {

/// WCAG 2.1, criteria 1.4.3 (text) and 1.4.11 (marks).
constexpr double kTextContrast = 4.5;
constexpr double kMarkContrast = 3;

/// Every length in points. A template file writes page sizes in its unit (mm or px) and type in points
/// (mm templates) or px (px templates); the reader converts.
struct Template {
    std::string name;
    std::string variants; ///< that were laid over it, as they were asked for: "+dark"; may be empty

    // page
    scene::Scene::Unit unit = scene::Scene::Unit::millimetre;
    double width = 0;                ///< of the page
    double height = 0;               ///< pages are at least so high; a landscape timeline's labels keep within it
    double max_page_height = 0;      ///< PDF pages of a portrait timeline; 0: one page however long
    bool every_format_paged = false; ///< SVG and PNG of a timeline have a file for each page, as PDF has pages
    bool landscape = false;          ///< timelines run across the page
    std::string narrow;              ///< template of the page of evidence on small screens; empty: this one, scrolled
    bool lane_of_each_side = true;   ///< else a timeline has its axis alone
    double margin = 0;               ///< left, right, top and bottom
    double gap = 0;                  ///< the basic distance between blocks; other distances are multiples

    // type
    Font title, subtitle, lane_head, date, label, detail, source_number, note, legend; ///< shared and timeline
    Font badge{.bold = true};                                                          ///< "NEW"
    Font card_head, card_name, card_role, hub_title, hub_detail, tie_label;            ///< network
    double line_spacing = 1.25;                                                        ///< of wrapped lines, in ems
    std::string font_family;  ///< of the whole chart, unless an element names its own
    std::string font_stack;   ///< CSS list written for live text in `font_family`
    double smallest_type = 5; ///< points; a template that goes below is refused

    // colours
    Colour background, ink, muted, rule, band, uncertain, hub_fill, badge_fill;
    std::vector<Colour> palette;                ///< for sides in their order; repeats after the last with a warning
    std::map<std::string, Colour> side_colours; ///< by side code or id, before the palette
    double lane_opacity = 0.35, card_opacity = 0.06;

    // marks
    double mark_radius = 4, hollow_stroke = 1.4, bar_width = 1.3, lane_width = 0.8, lane_distance = 27;
    double card_stroke = 0.9, head_stroke = 1.6, line_width = 1.1;

    /// Words written by the program itself, by key ("planned", "sources", ...); see templates/base.xml.
    std::map<std::string, std::string> words;
    /// The same in other languages, by lower-case BCP 47 tag ("de", "pt-br"), as far as templates give them.
    std::map<std::string, std::map<std::string, std::string>> words_in;
    std::set<std::string> words_of_any_language; ///< keys that a house words alike whatever the language
    std::string language = "en";                 ///< BCP 47, of `words`: plurals are chosen by it
    bool right_to_left = false;                  ///< charts are mirrored, and sentences run from right to left

    /// The words of `key` with their places filled (message.hpp); a place without a value stays empty.
    /// REQUIRES: the key is one of templates/base.xml (a test keeps the program's keys to it).
    [[nodiscard]] std::string phrase(const std::string& key,
                                     const std::map<std::string, std::string>& values = {}) const;
    /// A phrase of two places, {first} and {second}, and perhaps {and}: `first` is what was put together so far.
    [[nodiscard]] std::string joint(const std::string& key, const std::string& first, const std::string& second) const;
    /// Words of a dossier as they stand within a phrase: isolated where the phrase runs the other way.
    [[nodiscard]] std::string within(const std::string& said) const;
    /// The colour of a side: its own, else by code or id, else the palette's at `index`; the first two legible.
    [[nodiscard]] Colour side_colour(const std::string& id,
                                     const std::string& code,
                                     std::size_t index,
                                     const std::optional<Colour>& own) const;
    /// A colour that was chosen for another ground: as it is where it can be read on this one (kTextContrast on page
    /// and card, kMarkContrast on the band), else mixed with the ink, as little as that takes.
    [[nodiscard]] Colour legible(Colour colour) const;
    /// A scene without pages, with everything that every chart of this template has alike.
    [[nodiscard]] scene::Scene blank_scene() const;
};

/// Finds a template by name or path: `NAME.template.xml` or `NAME.xml` beside the dossier (`directory`), then a
/// path as given, then the built-in ones. `NAME+VARIANT`: what the variant's own file says is laid over the template;
/// the result is called `NAME-VARIANT`. Reports unknown elements and attributes with suggestions, bad values, an
/// endless `extends`, contrast below 4.5:1 for text or 3:1 for marks, and type below `smallest_type`. nullopt where
/// there was any error.
std::optional<Template> read_template(const std::string& name_or_path,
                                      const std::string& directory,
                                      const FileReader& files,
                                      Diagnostics& diagnostics);

/// The template with its words in the language of a dossier: those of the tag, else of its language without region,
/// else English. What there is not in a language that is not English is one note. Languages that are written from right
/// to left mirror the charts.
Template in_language(Template style, const std::string& tag, Diagnostics& diagnostics);

/// One of the built-in templates, for a list.
struct TemplateNote {
    std::string name;
    std::string about;    ///< what it is for, in a line
    bool variant = false; ///< is laid over a template: `web+dark`
};

/// The built-in templates that a chart can be drawn with in the order of their names, then the variants.
std::vector<TemplateNote> list_templates();

/// A template file as it stands, by name or path as in `read_template`; base and variants too. nullopt, and an error,
/// where there is none.
std::optional<std::string> template_text(const std::string& name_or_path,
                                         const std::string& directory,
                                         const FileReader& files,
                                         Diagnostics& diagnostics);

/// A template file that says every value of `style` itself, but for words: what the chain of what it extends comes
/// to. Read again it gives the same template.
std::string to_xml(const Template& style);

/// The names of the built-in templates that a chart can be drawn with, sorted; base, which they all extend, is none.
std::vector<std::string> built_in_templates();

} // namespace demarche::compose
