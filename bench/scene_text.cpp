#include "scene_text.hpp"

#include "base/number.hpp"

#include <algorithm>

namespace demarche::bench {
namespace {

std::string number(double value) {
    return " " + to_text(value, 4);
}

std::string hex(const Colour& colour) {
    return " " + to_text(colour).substr(1);
}

std::string fill_text(const std::optional<scene::Fill>& fill) {
    return fill ? hex(fill->colour) + number(fill->opacity) : " -";
}

std::string stroke_text(const std::optional<scene::Stroke>& stroke) {
    if (!stroke) {
        return " -";
    }
    auto text = hex(stroke->colour) + number(stroke->opacity) + number(stroke->width) + " " +
                std::to_string(stroke->dash.size());
    for (const double dash : stroke->dash) {
        text += number(dash);
    }
    return text;
}

struct ItemText {
    std::string operator()(const scene::Rectangle& item) const {
        return "rect" + number(item.box.left) + number(item.box.top) + number(item.box.right) +
               number(item.box.bottom) + number(item.radius) + fill_text(item.fill) + stroke_text(item.stroke);
    }

    std::string operator()(const scene::Circle& item) const {
        return "circle" + number(item.centre.x) + number(item.centre.y) + number(item.radius) + fill_text(item.fill) +
               stroke_text(item.stroke);
    }

    std::string operator()(const scene::Path& item) const {
        auto text =
            "path" + fill_text(item.fill) + stroke_text(item.stroke) + " " + std::to_string(item.segments.size());
        for (const auto& segment : item.segments) {
            text += segment_text(segment);
        }
        return text;
    }

    std::string operator()(const scene::Text& item) const {
        auto family = item.font.family;
        std::replace(family.begin(), family.end(), ' ', '_');
        return "text" + number(item.at.x) + number(item.at.y) + " " + std::to_string(static_cast<int>(item.anchor)) +
               number(item.font.size) + (item.font.bold ? " 1" : " 0") + (item.font.italic ? " 1" : " 0") +
               hex(item.colour) + " " + family + " " + item.text;
    }

    static std::string segment_text(const scene::PathSegment& segment) {
        using Kind = scene::PathSegment::Kind;
        switch (segment.kind) {
        case Kind::move:
            return " M" + number(segment.to.x) + number(segment.to.y);
        case Kind::line:
            return " L" + number(segment.to.x) + number(segment.to.y);
        case Kind::cubic:
            return " C" + number(segment.control1.x) + number(segment.control1.y) + number(segment.control2.x) +
                   number(segment.control2.y) + number(segment.to.x) + number(segment.to.y);
        case Kind::close:
            return " Z";
        }
        return "";
    }
};

} // namespace

std::string scene_text(const scene::Scene& scene) {
    std::string text;
    for (const auto& page : scene.pages) {
        text += "page" + number(page.size.width) + number(page.size.height) + hex(scene.background) + "\n";
        for (const auto& mark : page.marks) {
            for (const auto& item : mark.items) {
                text += std::visit(ItemText{}, item) + "\n";
            }
        }
    }
    return text;
}

} // namespace demarche::bench
