#pragma once
/// The way through the house: articles in, a model out, merged into the dossier that a person owns; dossier in,
/// finished charts out.

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "compose/charts.hpp"
#include "model/model.hpp"
#include "reading.hpp"
#include "story.hpp"
#include "view/since.hpp"
#include "write/writers.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace demarche::text {
class Measurer;
class PangoText;
} // namespace demarche::text

namespace demarche {

/// "0.1.0"
const char* version();

/// The file formats `draw` knows, in the order they are written.
const std::vector<std::string>& known_formats();

/// Assembles the articles and puts what they say into the dossier `before`, which was read as `dossier` without errors.
/// The same input gives the same story. Frees what was read of the articles.
/// nullopt, with errors, where the result would be no dossier. REQUIRES: ids and files of the articles are set, each
/// once; `files` give articles as their text.
std::optional<Story> assemble_story(const DossierText& before,
                                    const Model& dossier,
                                    std::vector<ArticleRead> articles,
                                    const extract::Lexicon& lexicon,
                                    const FileReader& files,
                                    Diagnostics& diagnostics);

/// What to draw of a model.
struct DrawRequest {
    /// Of known_formats(). `gv` is of the network only, `html` one page of all charts.
    std::vector<std::string> formats = {"svg", "pdf"};
    /// Empty: the dossier's own charts; one of each kind where it names none.
    std::vector<ChartKind> charts;
    /// Of these the ones of this kind only, also where there are none: for who draws the kinds side by side.
    std::optional<ChartKind> only;
    /// Names or paths. With several, file names carry the template's name.
    std::vector<std::string> templates = {"report"};
    compose::NetworkOptions network;
    /// How texts stand in SVG files.
    write::TextKind svg_text = write::TextKind::live;
    /// PDF files as PDF/A-1b.
    bool pdf_a = false;
    /// YYYY-MM-DD: what PDF files say of a dossier without an as-of date; empty: 1970-01-01.
    std::string undated;
    /// Pixels a point, of PNG.
    double png_scale = 2;
    /// Where the last charts are: a folder with the files that this run will write, or one chart's SVG; empty: where
    /// the dossier says, if it does. What is still there keeps its place.
    std::string previous;
    /// A place without any of the charts is an error; else a note.
    bool previous_required = true;
    /// The page of evidence has the whole of each cited article, not only what stands around the passages.
    bool full_text = false;
    /// What is new since an older state of the dossier is marked.
    std::optional<view::Since> since;
};

/// One finished file, not yet written.
struct Drawing {
    std::string name; ///< "timeline.svg", "network-web.pdf", "timeline-2.svg" for a second chart of a kind,
                      ///< "timeline-slide-p2.svg" for a second page, "evidence.html"
    std::string bytes;
};

/// What is said where the charts that were asked for have no file of the formats that were asked for.
Diagnostic nothing_to_draw();

/// What a drawing leaves for the next one in the same process, so that this takes less time. The charts are the same to
/// the byte with one and without. Empty at first; not to be shared by threads.
struct Workshop {
    std::shared_ptr<text::PangoText> type;
    std::shared_ptr<const text::Measurer> measurer;
    std::vector<std::string> font_files; ///< those of the last drawing, sorted
};

/// Draws every chart in every template and format asked for, in that order. A network that Graphviz could
/// not lay out is an error in `diagnostics`; the other drawings are still returned. `files` give templates and the last
/// charts, `articles` the articles as their text, for the page of evidence. Throws Error where `previous` cannot be
/// meant. REQUIRES: the model was read without errors.
std::vector<Drawing> draw_charts(const Model& model,
                                 const DrawRequest& request,
                                 const FileReader& files,
                                 const FileReader& articles,
                                 Diagnostics& diagnostics,
                                 Workshop* workshop = nullptr);

} // namespace demarche
