#include "compose/template.hpp"

#include "compose/embedded_templates.hpp"
#include "compose/message.hpp"
#include "text/right_to_left.hpp"

namespace demarche::compose {

std::string Template::phrase(const std::string& key, const std::map<std::string, std::string>& values) const {
    if (!right_to_left) {
        return filled(words.at(key), values, language);
    }
    MessageValues within_phrase;
    for (const auto& [place, value] : values) {
        within_phrase[place] = within(value);
    }
    return filled(words.at(key), within_phrase, language);
}

std::string Template::joint(const std::string& key, const std::string& first, const std::string& second) const {
    // The first is within already: isolated each time, a long list would be deeper than readers follow.
    return filled(words.at(key), {{"first", first}, {"second", within(second)}, {"and", words.at("and")}}, language);
}

std::string Template::within(const std::string& said) const {
    return right_to_left ? text::isolated(said) : said;
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
