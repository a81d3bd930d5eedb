#include "sample_scene.hpp"

namespace demarche::tests {

namespace {

using scene::Anchor;
using scene::Fill;
using scene::Mark;
using scene::Role;
using scene::Stroke;

constexpr Colour kInk{0x1b, 0x1f, 0x24};
constexpr Colour kMuted{0x5b, 0x65, 0x70};
constexpr Colour kBlue{0x00, 0x62, 0xa3};
constexpr Colour kOrange{0xb8, 0x4a, 0x00};

Mark lanes() {
    Mark mark{"lanes", Role::decoration, "", "", {}, {}};
    mark.items.push_back(scene::Rectangle{{16, 60, 284, 90}, 2, Fill{{0xf3, 0xf5, 0xf8}, 1}, {}});
    mark.items.push_back(scene::line({60, 50}, {60, 330}, Stroke{kBlue, 0.8, 0.35, {}}));
    mark.items.push_back(scene::line({90, 50}, {90, 330}, Stroke{kOrange, 0.8, 0.35, {}}));
    return mark;
}

Mark heading(const text::Measurer& measurer) {
    Mark mark{"title-block", Role::heading, "", "", {}, {}};
    mark.items.push_back(measured_text(measurer, {24, 24}, sample_labels()[0], {"Liberation Sans", 15, true}));
    mark.items.push_back(measured_text(measurer, {24, 38}, sample_labels()[1], {"Liberation Sans", 8.5}));
    return mark;
}

Mark event(const text::Measurer& measurer, std::size_t row) {
    const double y = 75 + 30 * static_cast<double>(row);
    const std::string label = sample_labels()[row + 2];
    Mark mark{"event-" + std::to_string(row + 1),
              Role::list_item,
              "18 Feb 2025: " + label,
              "Source 1.",
              {{"event", "e" + std::to_string(row + 1)}},
              {}};
    mark.items.push_back(scene::line(
        {60, y}, {90, y}, Stroke{kInk, 1.3, 1, row == 3 ? std::vector<double>{3, 2} : std::vector<double>{}}));
    mark.items.push_back(scene::Circle{{60, y}, 4, Fill{kBlue, 1}, {}});
    if (row % 2 == 0) {
        mark.items.push_back(scene::Circle{{90, y}, 3.3, Fill{{255, 255, 255}, 1}, Stroke{kOrange, 1.4, 1, {}}});
    } else {
        mark.items.push_back(scene::polygon({{90, y - 5}, {95, y}, {90, y + 5}, {85, y}}, Fill{kOrange, 1}));
    }
    scene::Text date = measured_text(measurer, {52, y + 3}, "18 Feb", {"Liberation Sans", 8, true});
    date.anchor = Anchor::end;
    mark.items.push_back(date);
    scene::Text words = measured_text(measurer, {110, y + 3}, label, {"Liberation Sans", 8.8, true});
    words.continues = true;
    mark.items.push_back(words);
    scene::Text detail =
        measured_text(measurer, {110, y + 13}, "detail in grey", {"Liberation Sans", 7.6, false, row == 3});
    detail.colour = kMuted;
    mark.items.push_back(detail);
    scene::Text number = measured_text(measurer, {110 + words.width + 3, y}, "1", {"Liberation Sans", 5.8});
    number.link = "https://example.org/a?b=1&c=2";
    mark.items.push_back(number);
    return mark;
}

Mark card(const text::Measurer& measurer) {
    Mark mark{"card", Role::list_item, "A delegation", "", {}, {}};
    mark.items.push_back(scene::Rectangle{{190, 300, 284, 340}, 5, Fill{kBlue, 0.06}, Stroke{kBlue, 0.6, 1, {}}});
    scene::Path bubble;
    using Kind = scene::PathSegment::Kind;
    bubble.segments = {{Kind::move, {200, 310}, {}, {}},
                       {Kind::cubic, {220, 310}, {205, 300}, {215, 300}},
                       {Kind::line, {220, 325}, {}, {}},
                       {Kind::line, {200, 325}, {}, {}},
                       {Kind::close, {}, {}, {}}};
    bubble.fill = Fill{kOrange, 0.5};
    bubble.stroke = Stroke{kOrange, 1, 1, {}};
    mark.items.push_back(bubble);
    scene::Text middle = measured_text(measurer, {252, 325}, "Zelenskyy", {"Liberation Sans", 8.2});
    middle.anchor = Anchor::middle;
    mark.items.push_back(middle);
    return mark;
}

Mark note(const text::Measurer& measurer) {
    Mark mark{"sources", Role::note, "Sources", "", {}, {}};
    scene::Text source =
        measured_text(measurer, {24, 385}, "Sources: 1 Outlet, “Headline”, 18 Feb 2025.", {"Liberation Sans", 6.8});
    source.colour = kMuted;
    source.link = "https://example.org/ä b'c";
    mark.items.push_back(source);
    return mark;
}

} // namespace

std::vector<std::string> sample_labels() {
    return {"From a call to Riyadh",
            "Who took part in each step",
            "Rubio & Lavrov <meet> \"here\"",
            "Переговоры в Эр-Рияде",
            "محادثات NATO في الرياض (18)",
            "שיחות בריאד, 18 בפברואר",
            "美俄代表团举行会谈",
            "Musa\u0304\u02BFid al-\u02BFAyba\u0304n",
            "fi fl ffi AVATAR To"};
}

scene::Text measured_text(const text::Measurer& measurer, Point at, const std::string& words, const Font& font) {
    const text::FontMetrics metrics = measurer.metrics(font);
    scene::Text text;
    text.at = at;
    text.text = words;
    text.font = font;
    text.colour = kInk;
    text.width = measurer.width(words, font);
    text.ascent = metrics.ascent;
    text.descent = metrics.descent;
    return text;
}

scene::Scene sample_scene(const text::Measurer& measurer) {
    scene::Scene scene;
    scene.id_prefix = "timeline";
    scene.title = "From a call to Riyadh — Эр-Рияд";
    scene.description = "Seven made-up events.";
    scene.date = "2025-02-18";
    scene.keywords = "Riyadh, talks";
    scene::Page page{{300, 400}, {}};
    page.marks.push_back(lanes());
    page.marks.push_back(heading(measurer));
    for (std::size_t row = 0; row + 2 < sample_labels().size(); ++row) {
        page.marks.push_back(event(measurer, row));
    }
    page.marks.push_back(card(measurer));
    page.marks.push_back({"legend",
                          Role::legend,
                          "Legend",
                          "",
                          {},
                          {measured_text(measurer, {24, 365}, "took part", {"Liberation Sans", 7.2})}});
    page.marks.push_back(note(measurer));
    scene.pages.push_back(std::move(page));
    return scene;
}

scene::Scene scene_of(std::vector<scene::Item> items) {
    scene::Scene scene;
    scene.id_prefix = "test";
    scene.title = "A test";
    scene.pages.push_back({{200, 100}, {{"mark", Role::list_item, "A mark", "", {}, std::move(items)}}});
    return scene;
}

} // namespace demarche::tests
