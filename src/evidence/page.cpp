#include "evidence/page.hpp"

#include "base/sha256.hpp"
#include "evidence/assets.hpp"
#include "evidence/page_material.hpp"

#include <algorithm>
#include <array>

namespace demarche::evidence {

namespace {

/// Languages of the scripts that run from right to left.
bool runs_right_to_left(const std::string& language) {
    constexpr std::array<std::string_view, 8> kTags{"ar", "dv", "fa", "he", "ps", "ur", "yi", "ckb"};
    return std::find(kTags.begin(), kTags.end(), language.substr(0, language.find('-'))) != kTags.end();
}

/// The template's colours and type for the style sheet, and the colours of the sides.
std::string own_style(const Model& model, const compose::Template& style) {
    const bool dark = contrast(style.background, {0, 0, 0}) < contrast(style.background, {255, 255, 255});
    std::string css = ":root{";
    const auto set = [&](const char* name, const std::string& value) {
        css += std::string("--") + name + ":" + value + ";";
    };
    set("paper", to_text(style.background));
    set("ink", to_text(style.ink));
    set("muted", to_text(style.muted));
    set("rule", to_text(style.rule));
    set("band", to_text(style.band));
    // As CSS writes it: but nothing that could end the declaration, or the element.
    if (style.font_stack.find_first_of("<>{};\\") == std::string::npos) {
        set("type", style.font_stack);
    }
    set("cited", to_text(dark ? blend(style.ink, style.background, 0.18) : style.hub_fill));
    css += "color-scheme:" + std::string(dark ? "dark" : "light") + "}";
    if (dark) {
        css += "@media print{:root{--paper:#fff;--ink:#1b1f24;--muted:#5b6570;--rule:#c9ced4;--band:#fff;--cited:#fff;"
               "color-scheme:light}}";
    } else {
        // The charts keep their paper; what is around them goes with the reader's screen.
        css += "@media screen and (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e6e9ec;--muted:#a3adb7;"
               "--rule:#3a424a;--band:#1e2328;--cited:#4a4326;color-scheme:dark}}";
    }
    for (std::size_t i = 0; i < model.sides.size(); ++i) {
        const Side& side = model.sides[i];
        css += ".side-" + std::to_string(i + 1) +
               "{--side:" + to_text(style.side_colour(side.id, side.code, i, side.colour)) + "}";
    }
    return css + ".paper{background:" + to_text(style.background) + ";color:" + to_text(style.ink) + "}";
}

/// The chart without its XML declaration, which HTML knows nothing of.
std::string inlined(const std::string& svg) {
    return svg.substr(std::min(svg.find("<svg"), svg.size()));
}

/// What stands in the chart's own style elements (embedded typefaces).
std::vector<std::string> styles_of(const std::string& svg) {
    std::vector<std::string> styles;
    for (std::size_t at = svg.find("<style>"); at != std::string::npos; at = svg.find("<style>", at)) {
        at += std::string_view("<style>").size();
        styles.push_back(svg.substr(at, svg.find("</style>", at) - at));
    }
    return styles;
}

/// Nothing is loaded and nothing runs but what the program wrote: not even where a text found a way to be markup.
std::string policy(const std::vector<std::string>& styles, std::string_view script) {
    std::string rule = "default-src 'none'; font-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-" +
                       sha256_base64(script) + "'; style-src";
    for (const std::string& style : styles) {
        rule += " 'sha256-" + sha256_base64(style) + "'";
    }
    return rule;
}

class Page {
public:
    explicit Page(const Material& material) : material_(material), model_(material.model) {}

    std::string write() {
        html_.raw("<!doctype html>\n");
        html_.open("html", {{"lang", model_.language.empty() ? "en" : model_.language},
                            {"dir", runs_right_to_left(model_.language) ? "rtl" : "ltr"}});
        html_.line();
        head();
        html_.open("body");
        html_.line();
        top();
        html_.open("main");
        html_.line();
        charts();
        write_facts(html_, material_);
        write_articles(html_, material_);
        html_.close();
        html_.open("script");
        html_.raw(asset("use"));
        html_.close();
        html_.line();
        html_.close();
        html_.close();
        html_.line();
        return html_.take();
    }

private:
    [[nodiscard]] std::string title() const {
        return model_.title.empty() ? material_.phrase("evidence") : model_.title;
    }

    void head() {
        const std::string look = std::string(asset("look")) + own_style(model_, material_.style);
        std::vector<std::string> styles{look};
        for (const PageChart& chart : material_.charts) {
            for (const auto* svgs : {&chart.svgs, &chart.narrow}) {
                for (const std::string& svg : *svgs) {
                    const auto more = styles_of(svg);
                    styles.insert(styles.end(), more.begin(), more.end());
                }
            }
        }
        html_.open("head");
        html_.lone("meta", {{"charset", "utf-8"}});
        html_.lone("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy(styles, asset("use"))}});
        html_.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        html_.lone("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
        html_.element("title", material_.phrase("evidence-of", {{"title", title()}}));
        html_.open("style");
        html_.raw(look);
        html_.close();
        html_.close();
        html_.line();
    }

    void top() {
        html_.open("header", {{"class", "top"}});
        html_.element("p", material_.phrase("evidence"), {{"class", "kicker"}});
        html_.foreign("h1", title());
        html_.element("p", material_.phrase("evidence-intro"), {{"class", "intro"}});
        html_.open("nav");
        for (const PageChart& chart : material_.charts) {
            html_.element("a", chart_words(chart), {{"href", "#chart-" + chart.name}});
            html_.raw(" ");
        }
        html_.element("a", material_.phrase("the-facts"), {{"href", "#facts"}});
        html_.raw(" ");
        html_.element("a", material_.phrase("the-articles"), {{"href", "#articles"}});
        html_.close();
        write_filters(html_, material_);
        html_.close();
        html_.line();
    }

    [[nodiscard]] std::string chart_words(const PageChart& chart) const {
        return material_.phrase(chart.kind == ChartKind::timeline ? "the-timeline" : "the-network");
    }

    void charts() {
        html_.open("div", {{"class", "charts"}});
        for (const PageChart& chart : material_.charts) {
            html_.open("section",
                       {{"class", "chart"}, {"id", "chart-" + chart.name}, {"aria-label", chart_words(chart)}});
            html_.element("a", material_.phrase("skip-chart", {{"chart", chart_words(chart)}}),
                          {{"class", "skip"}, {"href", "#behind-" + chart.name}});
            papers(chart.svgs, chart.narrow.empty() ? "paper" : "paper wide");
            papers(chart.narrow, "paper narrow");
            html_.element("span", "", {{"id", "behind-" + chart.name}, {"tabindex", "-1"}});
            html_.close();
            html_.line();
        }
        html_.close();
        html_.line();
    }

    void papers(const std::vector<std::string>& svgs, const std::string& kind) {
        for (const std::string& svg : svgs) {
            // A chart's texts stand where they stand, whichever way the page runs.
            html_.open("div", {{"class", kind}, {"dir", "ltr"}});
            html_.raw(inlined(svg));
            html_.close();
        }
    }

    const Material& material_;
    const Model& model_;
    Html html_;
};

} // namespace

std::string_view asset(std::string_view name) {
    const auto assets = page_assets();
    const auto found =
        std::find_if(assets.begin(), assets.end(), [&](const EmbeddedFile& file) { return file.name == name; });
    return found == assets.end() ? std::string_view() : found->text;
}

std::string write_page(const Model& model,
                       const std::vector<Fact>& facts,
                       const std::vector<PageChart>& charts,
                       const compose::Template& style,
                       const FileReader& articles,
                       const PageOptions& options) {
    const Material material(model, facts, charts, style, articles, options);
    return Page(material).write();
}

} // namespace demarche::evidence
