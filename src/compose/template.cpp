#include "compose/template.hpp"

#include "compose/embedded_templates.hpp"

namespace demarche::compose {

std::string Template::phrase(const std::string& key, const std::map<std::string, std::string>& values) const {
    const std::string& pattern = words.at(key);
    std::string text;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
        if (close == std::string::npos) {
            break;
        }
        text.append(pattern, at, open - at);
        if (const auto value = values.find(pattern.substr(open + 1, close - open - 1)); value != values.end()) {
            text += value->second;
        }
        at = close + 1;
    }
    return text.append(pattern, at, std::string::npos);
}

Colour Template::side_colour(const std::string& id,
                             const std::string& code,
                             std::size_t index,
                             const std::optional<Colour>& own) const {
    if (own) {
        return legible(*own);
    }
    for (const std::string& key : {code, id}) {
        if (const auto found = side_colours.find(key); found != side_colours.end()) {
            return legible(found->second);
        }
    }
    return palette.empty() ? ink : palette[index % palette.size()];
}

Colour Template::legible(Colour colour) const {
    constexpr int kSteps = 40;
    Colour mixed = colour;
    for (int step = 1; step <= kSteps; ++step) {
        const Colour card = blend(mixed, background, card_opacity);
        if (contrast(mixed, background) >= kTextContrast && contrast(mixed, card) >= kTextContrast &&
            contrast(mixed, band) >= kMarkContrast) {
            break;
        }
        mixed = blend(ink, colour, static_cast<double>(step) / kSteps);
    }
    return mixed;
}

scene::Scene Template::blank_scene() const {
    scene::Scene scene;
    scene.background = background;
    scene.unit = unit;
    scene.font_family = font_family;
    scene.font_stack = font_stack;
    return scene;
}

std::vector<std::string> built_in_templates() {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : embedded_templates()) {
        if (file.name != kBaseTemplate) {
            names.emplace_back(file.name);
        }
    }
    return names;
}

} // namespace demarche::compose
