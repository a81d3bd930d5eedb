#include "pipeline.hpp"

#include "assemble/assemble.hpp"
#include "base/number.hpp"
#include "compose/long_description.hpp"
#include "compose/timeline_memory.hpp"
#include "evidence/links.hpp"
#include "evidence/page.hpp"
#include "kept_charts.hpp"
#include "model/retracted.hpp"
#include "text/pango_measurer.hpp"
#include "view/network_view.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

namespace demarche {
namespace {

/// One chart of the dossier and the name its files get.
struct NamedChart {
    ChartSpec spec;
    std::string name;
};

/// Where a drawing goes: formats, the measurer all stages share, and the findings.
struct Studio {
    const DrawRequest& request;
    const FileReader& files;
    text::PangoText& type;
    const text::Measurer& measurer;
    Diagnostics& diagnostics;

    [[nodiscard]] bool wants(const char* format) const {
        return std::ranges::find(request.formats, format) != request.formats.end();
    }

    /// A scene of a dossier that says no date.
    void date(scene::Scene& scene) const {
        if (scene.date.empty()) {
            scene.date = request.undated;
        }
    }

    [[nodiscard]] std::string svg(const scene::Scene& scene) const {
        return write::to_svg(scene, {request.svg_text, &type});
    }

    [[nodiscard]] std::string pdf(const scene::Scene& scene) const {
        return write::to_pdf(scene, {.type = &type, .archival = request.pdf_a});
    }
};

/// The charts of one template, for the page that shows them all with their evidence.
struct Shown {
    const Model& dossier; ///< all of it: the page tells of facts that no chart draws, too
    std::vector<evidence::Fact> facts;
    std::vector<evidence::PageChart> charts;
};

/// Each page of a chart as a picture for the page of evidence: its marks lead to the facts.
std::vector<std::string>
pictures(const Studio& studio, const Model& model, scene::Scene scene, const std::string& prefix) {
    evidence::link_marks(model, scene);
    // "timeline2": no id of "timeline" begins so.
    scene.id_prefix = prefix;
    scene.id_prefix.erase(std::remove(scene.id_prefix.begin(), scene.id_prefix.end(), '-'), scene.id_prefix.end());
    std::vector<std::string> svgs;
    std::vector<scene::Page> pages;
    pages.swap(scene.pages);
    for (scene::Page& page : pages) {
        scene::Scene alone = scene;
        alone.id_prefix += svgs.empty() ? "" : "p" + std::to_string(svgs.size() + 1);
        alone.pages.push_back(std::move(page));
        svgs.push_back(studio.svg(alone));
    }
    return svgs;
}

/// Puts a chart into the page.
void show(
    const Studio& studio, const NamedChart& chart, scene::Scene scene, const view::Sources& sources, Shown& shown) {
    evidence::note_drawn(shown.dossier, scene, shown.facts);
    shown.charts.push_back({chart.name,
                            chart.spec.kind,
                            pictures(studio, shown.dossier, std::move(scene), chart.name),
                            {},
                            sources.number_of});
}

std::vector<ChartSpec> charts_to_draw(const Model& model, const std::vector<ChartKind>& kinds) {
    std::vector<ChartSpec> charts;
    const auto add = [&](ChartKind kind, bool even_if_unnamed) {
        const auto before = charts.size();
        std::ranges::copy_if(model.charts, std::back_inserter(charts),
                             [&](const ChartSpec& spec) { return spec.kind == kind; });
        if (charts.size() == before && even_if_unnamed) {
            charts.emplace_back().kind = kind;
        }
    };
    for (const ChartKind kind : {ChartKind::timeline, ChartKind::network}) {
        if (kinds.empty() || std::ranges::find(kinds, kind) != kinds.end()) {
            add(kind, !kinds.empty() || model.charts.empty());
        }
    }
    return charts;
}

std::vector<NamedChart> name_charts(std::vector<ChartSpec> specs) {
    std::map<ChartKind, int> seen;
    std::vector<NamedChart> named;
    for (ChartSpec& spec : specs) {
        const int number = ++seen[spec.kind];
        std::string name = to_text(spec.kind);
        if (number > 1) {
            name += "-" + std::to_string(number);
        }
        named.push_back({std::move(spec), std::move(name)});
    }
    return named;
}

/// The directory of the dossier: paths in it are relative to that, and templates are looked for there first.
std::string directory_of(const Model& model) {
    const auto parent = std::filesystem::path(model.file).parent_path();
    return parent.empty() ? "." : parent.string();
}

/// Of its files, without the ending.
std::string file_name(const NamedChart& chart, const compose::Template& style, std::size_t templates) {
    return templates > 1 ? chart.name + "-" + style.name : chart.name;
}

std::vector<std::string> names_of_all(const std::vector<NamedChart>& charts,
                                      const std::vector<compose::Template>& styles) {
    std::vector<std::string> names;
    for (const compose::Template& style : styles) {
        for (const NamedChart& chart : charts) {
            names.push_back(file_name(chart, style, styles.size()));
        }
    }
    return names;
}

/// What this chart was when it was drawn last; the command line says where that is, else the dossier.
std::optional<scene::KeptChart>
previous_chart(const Studio& studio, const Model& model, const NamedChart& chart, const std::string& name) {
    PreviousPlace place{studio.request.previous, {}};
    if (place.path.empty() && !chart.spec.previous.empty()) {
        place = {(std::filesystem::path(directory_of(model)) / chart.spec.previous).string(), chart.spec.where};
        place.where.file = place.where.file.empty() ? model.file : place.where.file;
    }
    if (place.path.empty()) {
        return std::nullopt;
    }
    std::vector<std::string> events;
    for (const Event& event : model.events) {
        events.push_back(event.id);
    }
    return read_kept_chart(place, name, chart.spec.kind, events, studio.files, studio.diagnostics);
}

/// A file for each page where the format has no pages: "timeline-p2.svg".
void draw_pages(const Studio& studio,
                const scene::Scene& scene,
                const std::string& name,
                std::vector<Drawing>& drawings) {
    for (std::size_t i = 0; i < scene.pages.size(); ++i) {
        const std::string page = scene.pages.size() == 1 ? name : name + "-p" + std::to_string(i + 1);
        const scene::Scene alone = scene::page_alone(scene, i);
        if (studio.wants("svg")) {
            drawings.push_back({page + ".svg", studio.svg(alone)});
        }
        if (studio.wants("png")) {
            drawings.push_back({page + ".png", write::to_png(alone, studio.request.png_scale)});
        }
    }
    if (studio.wants("pdf")) {
        drawings.push_back({name + ".pdf", studio.pdf(scene)});
    }
}

template <class View>
void describe(const Studio& studio,
              const View& view,
              const compose::Template& style,
              const std::string& name,
              std::vector<Drawing>& drawings) {
    for (const auto& [format, form] :
         {std::pair{"txt", compose::DescriptionForm::text}, std::pair{"md", compose::DescriptionForm::markdown}}) {
        if (studio.wants(format)) {
            drawings.push_back({name + "." + format, compose::describe(view, style, form)});
        }
    }
}

void draw_timeline(const Studio& studio,
                   const Model& model,
                   const NamedChart& chart,
                   const compose::Template& style,
                   const std::string& name,
                   std::vector<Drawing>& drawings,
                   Shown& shown) {
    const auto previous = previous_chart(studio, model, chart, name);
    view::TimelineView view = view::make_timeline_view(
        model, chart.spec, previous ? compose::remembered_order(*previous) : view::TimelineMemory());
    if (studio.request.since) {
        view::mark_news(*studio.request.since, chart.spec, view);
    }
    const auto scene = [&](compose::Paging paging, Diagnostics& diagnostics) {
        scene::Scene made = compose::compose_timeline(view, style, studio.measurer, paging, diagnostics,
                                                      previous ? &*previous : nullptr);
        made.id_prefix = chart.name;
        studio.date(made);
        return made;
    };
    if (style.every_format_paged) {
        scene::Scene paged = scene(compose::Paging::pages, studio.diagnostics);
        draw_pages(studio, paged, name, drawings);
        describe(studio, view, style, name, drawings);
        if (studio.wants("html")) {
            show(studio, chart, std::move(paged), view.sources, shown);
        }
        return;
    }
    const bool wants_tall = studio.wants("svg") || studio.wants("png") || studio.wants("html");
    std::optional<scene::Scene> tall;
    if (wants_tall) {
        tall = scene(compose::Paging::one_page, studio.diagnostics);
    }
    if (studio.wants("svg")) {
        drawings.push_back({name + ".svg", studio.svg(*tall)});
    }
    if (studio.wants("png")) {
        drawings.push_back({name + ".png", write::to_png(*tall, studio.request.png_scale)});
    }
    if (studio.wants("pdf")) {
        // The paged scene repeats what the tall one has to say: one report is enough.
        Diagnostics repeated;
        const double most = style.landscape ? style.height : style.max_page_height;
        const bool fits = tall && (most <= 0 || tall->pages.front().size.height <= most);
        drawings.push_back(
            {name + ".pdf",
             studio.pdf(fits ? *tall : scene(compose::Paging::pages, wants_tall ? repeated : studio.diagnostics))});
    }
    describe(studio, view, style, name, drawings);
    if (studio.wants("html")) {
        show(studio, chart, std::move(*tall), view.sources, shown);
    }
}

void draw_network(const Studio& studio,
                  const Model& model,
                  const NamedChart& chart,
                  const compose::Template& style,
                  const std::string& name,
                  std::vector<Drawing>& drawings,
                  Shown& shown) {
    view::NetworkView view = view::make_network_view(model, chart.spec);
    if (studio.request.since) {
        view::mark_news(*studio.request.since, model, chart.spec, view);
    }
    compose::NetworkOptions options = studio.request.network;
    options.gv = studio.wants("gv");
    options.previous = previous_chart(studio, model, chart, name);
    compose::NetworkChart made = compose::compose_network(view, style, studio.measurer, options, studio.diagnostics);
    made.scene.id_prefix = chart.name;
    studio.date(made.scene);
    if (studio.wants("svg")) {
        drawings.push_back({name + ".svg", studio.svg(made.scene)});
    }
    if (studio.wants("pdf")) {
        drawings.push_back({name + ".pdf", studio.pdf(made.scene)});
    }
    if (studio.wants("gv")) {
        drawings.push_back({name + ".gv", std::move(made.gv)});
    }
    describe(studio, view, style, name, drawings);
    if (studio.wants("html")) {
        show(studio, chart, made.scene, view.sources, shown);
    }
    if (studio.wants("png")) { // last: one too large does not take the others with it
        drawings.push_back({name + ".png", write::to_png(made.scene, studio.request.png_scale, &studio.type)});
    }
}

/// The chart that is the last of the page, once more for small screens.
void show_narrow(
    const Studio& studio, const Model& model, const NamedChart& chart, const compose::Template& style, Shown& shown) {
    Diagnostics repeated; // what there is to say was said of the wide one
    scene::Scene scene;
    if (chart.spec.kind == ChartKind::timeline) {
        view::TimelineView view = view::make_timeline_view(model, chart.spec);
        if (studio.request.since) {
            view::mark_news(*studio.request.since, chart.spec, view);
        }
        scene = compose::compose_timeline(view, style, studio.measurer, compose::Paging::one_page, repeated);
    } else {
        view::NetworkView view = view::make_network_view(model, chart.spec);
        if (studio.request.since) {
            view::mark_news(*studio.request.since, model, chart.spec, view);
        }
        compose::NetworkOptions options = studio.request.network;
        options.gv = false;
        scene = compose::compose_network(view, style, studio.measurer, options, repeated).scene;
    }
    shown.charts.back().narrow = pictures(studio, shown.dossier, std::move(scene), "narrow" + chart.name);
}

/// A failure of drawing says of which chart and dossier.
Diagnostic named_after(const NamedChart& chart, const Model& model, Diagnostic failure) {
    if (failure.where.file.empty()) {
        failure.where = chart.spec.where;
        failure.where.file = model.file;
    }
    failure.message = chart.name + ": " + failure.message;
    return failure;
}

/// Colours of sides that the dossier chose for another ground than the template's.
void note_adapted_colours(const Model& model, const compose::Template& style, Diagnostics& diagnostics) {
    for (const Side& side : model.sides) {
        const Colour drawn = side.colour ? style.legible(*side.colour) : Colour{};
        if (side.colour && !(drawn == *side.colour)) {
            SourcePosition where = side.where;
            where.file = where.file.empty() ? model.file : where.file;
            diagnostics.note("colour-adapted", where,
                             "the colour of side \"" + side.code + "\" (" + to_text(*side.colour) +
                                 ") has a contrast of " + to_text(contrast(*side.colour, style.background), 2) +
                                 ":1 on the page (" + to_text(style.background) + ") of template \"" + style.name +
                                 "\"; it is drawn as " + to_text(drawn),
                             "text needs 4.5:1");
        }
    }
}

/// The templates that were asked for, in the dossier's language; those that cannot be used are reported.
std::vector<compose::Template>
read_templates(const Model& model, const DrawRequest& request, const FileReader& files, Diagnostics& diagnostics) {
    std::vector<compose::Template> styles;
    for (const std::string& wanted : request.templates) {
        auto style = compose::read_template(wanted, directory_of(model), files, diagnostics);
        if (!style) {
            continue;
        }
        if (std::ranges::find(styles, style->name, &compose::Template::name) != styles.end()) {
            diagnostics.error("same-template", {}, "two templates are called \"" + style->name + "\"",
                              "their charts would overwrite each other: name each once");
            continue;
        }
        // What a language lacks is said of the first template: the others lack the same.
        Diagnostics repeated;
        styles.push_back(
            compose::in_language(std::move(*style), model.language, styles.empty() ? diagnostics : repeated));
    }
    return styles;
}

/// By the name of the template that they stand in for.
using NarrowTemplates = std::map<std::string, compose::Template>;

/// What the page of evidence is drawn with for small screens, where that is narrower.
NarrowTemplates narrow_templates(const Model& model,
                                 const DrawRequest& request,
                                 const std::vector<compose::Template>& styles,
                                 const FileReader& files,
                                 Diagnostics& diagnostics) {
    NarrowTemplates narrow;
    if (std::ranges::find(request.formats, "html") == request.formats.end()) {
        return narrow;
    }
    for (const compose::Template& style : styles) {
        if (style.narrow.empty()) {
            continue;
        }
        auto small = compose::read_template(style.narrow + style.variants, directory_of(model), files, diagnostics);
        if (small && small->width < style.width) {
            Diagnostics repeated;
            narrow.emplace(style.name, compose::in_language(std::move(*small), model.language, repeated));
        }
    }
    return narrow;
}

/// Typefaces that are open and report to `diagnostics`.
void furnish(Workshop& workshop, Diagnostics& diagnostics) {
    workshop.type = text::take_over(std::move(workshop.type), diagnostics);
    if (workshop.type == nullptr) {
        workshop.measurer.reset();
        workshop.type = text::open_type(diagnostics);
    }
    if (workshop.measurer == nullptr) {
        workshop.measurer = text::make_pango_measurer(workshop.type);
    }
}

/// What is drawn in every template.
struct Told {
    const Studio& studio;
    const Model& standing; ///< without what rests on retracted articles alone
    const Model& whole;
    const std::vector<NamedChart>& charts;
    const FileReader& articles;
};

/// All charts in one template, and the page of evidence that has them. `narrow` may be null.
void draw_in_template(const Told& story,
                      const compose::Template& style,
                      const compose::Template* narrow,
                      std::size_t templates,
                      std::vector<Drawing>& drawings) {
    Shown shown{story.whole, {}, {}};
    if (story.studio.wants("html")) {
        shown.facts = evidence::facts_of(story.whole);
    }
    for (const NamedChart& chart : story.charts) {
        const std::string name = file_name(chart, style, templates);
        try {
            const auto draw = chart.spec.kind == ChartKind::timeline ? draw_timeline : draw_network;
            draw(story.studio, story.standing, chart, style, name, drawings, shown);
            if (narrow != nullptr) {
                show_narrow(story.studio, story.standing, chart, *narrow, shown);
            }
        } catch (const Error& failure) {
            // One chart that cannot be drawn does not take the others with it.
            story.studio.diagnostics.report(named_after(chart, story.whole, failure.diagnostic()));
        }
    }
    if (!shown.charts.empty()) {
        drawings.push_back({templates > 1 ? "evidence-" + style.name + ".html" : "evidence.html",
                            evidence::write_page(story.whole, shown.facts, shown.charts, style, story.articles,
                                                 {story.studio.request.full_text})});
    }
}

} // namespace

const char* version() {
    return DEMARCHE_VERSION;
}

const std::vector<std::string>& known_formats() {
    static const std::vector<std::string> formats = {"svg", "pdf", "gv", "png", "html", "txt", "md"};
    return formats;
}

Diagnostic nothing_to_draw() {
    return {Severity::error,
            "nothing-to-draw",
            {},
            "no chart of these has a file of this format",
            "gv is of the network only: choose svg, pdf or png, or --chart network"};
}

std::optional<Story> assemble_story(const DossierText& before,
                                    const Model& dossier,
                                    std::vector<ArticleRead> articles,
                                    const extract::Lexicon& lexicon,
                                    const FileReader& files,
                                    Diagnostics& diagnostics) {
    std::vector<assemble::Gist> gists;
    gists.reserve(articles.size());
    for (ArticleRead& article : articles) {
        gists.push_back(std::move(article.gist));
    }
    assemble::Assembled found = assemble::assemble(gists, lexicon);
    gists.clear();
    return grow_dossier(before, dossier, std::move(found), files, diagnostics);
}

std::vector<Drawing> draw_charts(const Model& model,
                                 const DrawRequest& request,
                                 const FileReader& files,
                                 const FileReader& articles,
                                 Diagnostics& diagnostics,
                                 Workshop* workshop) {
    const std::size_t errors_before = diagnostics.count(Severity::error);
    const std::vector<compose::Template> styles = read_templates(model, request, files, diagnostics);
    const NarrowTemplates narrow = narrow_templates(model, request, styles, files, diagnostics);
    if (diagnostics.count(Severity::error) > errors_before) {
        return {};
    }
    for (const compose::Template& style : styles) {
        note_adapted_colours(model, style, diagnostics);
    }
    const Model standing = without_retracted(model);
    if (standing.events.empty() && !model.events.empty()) {
        diagnostics.error("no-events", {model.file, 0, 0}, "every event rests on retracted articles alone",
                          "there is nothing to draw: 'demarche check' names them");
        return {};
    }
    auto charts = name_charts(charts_to_draw(model, request.charts));
    std::erase_if(charts, [&](const NamedChart& chart) { return request.only && chart.spec.kind != *request.only; });
    if (!request.previous.empty() && request.previous_required) {
        check_previous({request.previous, {}}, names_of_all(charts, styles), files);
    }
    Workshop own;
    Workshop& tools = workshop == nullptr ? own : *workshop;
    furnish(tools, diagnostics);
    const Studio studio{request, files, *tools.type, *tools.measurer, diagnostics};
    std::vector<Drawing> drawings;
    for (const compose::Template& style : styles) {
        const auto small = narrow.find(style.name);
        draw_in_template({studio, standing, model, charts, articles}, style,
                         small == narrow.end() ? nullptr : &small->second, styles.size(), drawings);
    }
    tools.font_files = text::font_files(*tools.type);
    if (drawings.empty() && !request.only && diagnostics.count(Severity::error) == errors_before) {
        throw Error(Exit::usage_or_system, nothing_to_draw());
    }
    return drawings;
}

} // namespace demarche
