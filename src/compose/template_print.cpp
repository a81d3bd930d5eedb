/// A template with all its values, as XML.

#include "base/number.hpp"
#include "compose/template_file.hpp"
#include "compose/template_keys.hpp"

#include <string_view>

namespace demarche::compose {

namespace {

/// Attributes of an element go to a further line beyond this.
constexpr std::size_t kLine = 110;
/// Millimetres of what was written in points are long numbers: read again they give the same points but for a
/// millionth.
constexpr int kDecimals = 6;

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// `<name a="1" b="2"`, broken where lines grow long; whoever calls ends it.
class Tag {
public:
    Tag(std::string indent, std::string_view name) : indent_(std::move(indent)), line_(indent_ + "<") {
        line_ += name;
        indent_.append(name.size() + 2, ' ');
    }

    void add(std::string_view name, std::string_view value) {
        std::string words(name);
        words += "=\"" + escaped(value) + "\"";
        if (line_.size() + 1 + words.size() > kLine) {
            text_ += line_ + "\n";
            line_ = indent_ + words;
        } else {
            line_ += " " + words;
        }
    }

    [[nodiscard]] std::string ended(std::string_view end) const { return text_ + line_ + std::string(end) + "\n"; }

private:
    std::string indent_;
    std::string line_;
    std::string text_;
};

std::string page(const Template& style, double unit) {
    Tag tag("  ", "page");
    tag.add("unit", style.unit == scene::Scene::Unit::pixel ? "px" : "mm");
    tag.add("orientation", style.landscape ? "landscape" : "portrait");
    tag.add("lanes", style.lane_of_each_side ? "sides" : "one");
    tag.add("paged", style.every_format_paged ? "all" : "pdf");
    tag.add("narrow", style.narrow);
    for (const LengthKey& key : page_lengths()) {
        tag.add(key.name, to_text(style.*key.value / unit, kDecimals));
    }
    return tag.ended("/>");
}

std::string type(const Template& style, double unit) {
    Tag tag("  ", "type");
    tag.add("family", style.font_family);
    tag.add("stack", style.font_stack);
    tag.add("smallest", to_text(style.smallest_type / unit, kDecimals));
    tag.add("line-spacing", to_text(style.line_spacing, kDecimals));
    std::string text = tag.ended(">");
    for (const FontKey& key : font_keys()) {
        const Font& font = style.*key.value;
        Tag element("    ", key.name);
        element.add("size", to_text(font.size / unit, kDecimals));
        element.add("weight", font.bold ? "bold" : "normal");
        if (font.italic) {
            element.add("style", "italic");
        }
        if (font.family != style.font_family) {
            element.add("family", font.family);
        }
        text += element.ended("/>");
    }
    return text + "  </type>\n";
}

std::string colours(const Template& style) {
    Tag tag("  ", "colours");
    for (const ColourKey& key : colour_keys()) {
        tag.add(key.name, to_text(style.*key.value));
    }
    std::string text = tag.ended("/>") + "\n  <palette>";
    for (std::size_t i = 0; i < style.palette.size(); ++i) {
        text += (i > 0 ? " " : "") + to_text(style.palette[i]);
    }
    text += "</palette>\n\n";
    if (style.side_colours.empty()) {
        return text;
    }
    text += "  <sides>\n";
    for (const auto& [code, colour] : style.side_colours) {
        Tag side("    ", "side");
        side.add("code", code);
        side.add("colour", to_text(colour));
        text += side.ended("/>");
    }
    return text + "  </sides>\n\n";
}

std::string marks(const Template& style, double unit) {
    Tag tag("  ", "marks");
    for (const LengthKey& key : mark_lengths()) {
        tag.add(key.name, to_text(style.*key.value / unit, kDecimals));
    }
    for (const RatioKey& key : mark_ratios()) {
        tag.add(key.name, to_text(style.*key.value, kDecimals));
    }
    return tag.ended("/>");
}

} // namespace

std::string to_xml(const Template& style) {
    const bool pixel = style.unit == scene::Scene::Unit::pixel;
    const double small = pixel ? kPointsPerPixel : 1;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!-- Every value of a template, but for words. -->\n<template>\n" +
           page(style, pixel ? kPointsPerPixel : kPointsPerMillimetre) + "\n" + type(style, small) + "\n" +
           colours(style) + marks(style, small) + "</template>\n";
}

} // namespace demarche::compose
