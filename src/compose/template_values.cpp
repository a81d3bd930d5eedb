#include "compose/template_values.hpp"

#include "base/number.hpp"
#include "compose/template_file.hpp"
#include "compose/template_keys.hpp"
#include "compose/template_words.hpp"

#include <algorithm>
#include <set>

namespace demarche::compose {

namespace {

class FileReaderOfValues {
public:
    FileReaderOfValues(TemplateFile& file, std::size_t rank, Template& style, Origins& origins)
        : file_(file), rank_(rank), style_(style), origins_(origins) {}

    void read();

private:
    using Names = TemplateFile::Names;

    void remember(const std::string& path, const xml::Position& at) { origins_[path] = {file_.where(at), rank_}; }

    void read_length(const xml::Node& element, const LengthKey& key, double bare, const std::string& path);
    void read_ratio(const xml::Node& element, std::string_view name, double& value, double least, double most);
    void read_choice(
        const xml::Node& element, std::string_view name, std::string_view off, std::string_view on, bool& value);
    void read_unit(const xml::Node& page);
    void read_page(const xml::Node& page);
    void read_type(const xml::Node& type);
    void read_font(const xml::Node& element, Font& font);
    void read_family(const xml::Node& type);
    void read_colours(const xml::Node& colours);
    void read_palette(const xml::Node& palette);
    void read_sides(const xml::Node& sides);
    void read_marks(const xml::Node& marks);

    [[nodiscard]] double small_unit() const { return style_.unit == scene::Scene::Unit::pixel ? kPointsPerPixel : 1; }

    [[nodiscard]] double page_unit() const {
        return style_.unit == scene::Scene::Unit::pixel ? kPointsPerPixel : kPointsPerMillimetre;
    }

    TemplateFile& file_;
    std::size_t rank_;
    Template& style_;
    Origins& origins_;
};

void FileReaderOfValues::read_length(const xml::Node& element,
                                     const LengthKey& key,
                                     double bare,
                                     const std::string& path) {
    const xml::Attribute* attribute = element.attribute(key.name);
    if (attribute == nullptr) {
        return;
    }
    remember(path + "/" + std::string(key.name), attribute->value_at);
    const std::optional<double> points = file_.length(*attribute, bare);
    if (points && (*points < key.least || *points > key.most)) {
        file_.bad_value(*attribute, "between " + to_text(key.least) + "pt and " + to_text(key.most) + "pt");
    } else if (points) {
        style_.*key.value = *points;
    }
}

void FileReaderOfValues::read_ratio(
    const xml::Node& element, std::string_view name, double& value, double least, double most) {
    if (const xml::Attribute* attribute = element.attribute(name)) {
        remember(element.name + "/" + attribute->name, attribute->value_at);
        const std::optional<double> number = parse_double(attribute->value);
        if (!number || *number < least || *number > most) {
            file_.bad_value(*attribute, "a number from " + to_text(least) + " to " + to_text(most));
        } else {
            value = *number;
        }
    }
}

void FileReaderOfValues::read_choice(
    const xml::Node& element, std::string_view name, std::string_view off, std::string_view on, bool& value) {
    if (const xml::Attribute* attribute = element.attribute(name)) {
        value = attribute->value == on;
        if (!value && attribute->value != off) {
            file_.bad_value(*attribute, "\"" + std::string(off) + "\" or \"" + std::string(on) + "\"");
        }
    }
}

void FileReaderOfValues::read_unit(const xml::Node& page) {
    const xml::Attribute* unit = page.attribute("unit");
    if (unit == nullptr) {
        return;
    }
    if (unit->value == "mm") {
        style_.unit = scene::Scene::Unit::millimetre;
    } else if (unit->value == "px") {
        style_.unit = scene::Scene::Unit::pixel;
    } else {
        file_.bad_value(*unit, "\"mm\" or \"px\"");
    }
}

void FileReaderOfValues::read_page(const xml::Node& page) {
    Names known{"unit", "orientation", "lanes", "paged", "narrow"};
    read_choice(page, "orientation", "portrait", "landscape", style_.landscape);
    read_choice(page, "lanes", "one", "sides", style_.lane_of_each_side);
    read_choice(page, "paged", "pdf", "all", style_.every_format_paged);
    if (const xml::Attribute* narrow = page.attribute("narrow")) {
        style_.narrow = narrow->value;
    }
    for (const LengthKey& key : page_lengths()) {
        known.emplace_back(key.name);
        read_length(page, key, page_unit(), "page");
    }
    file_.only_attributes(page, known);
    file_.no_content(page);
}

void FileReaderOfValues::read_family(const xml::Node& type) {
    if (const xml::Attribute* family = type.attribute("family")) {
        if (family->value.empty() || family->value.find_first_of("\"\\<>;{}") != std::string::npos) {
            file_.bad_value(*family, "the name of a typeface");
        }
        if (family->value != style_.font_family && type.attribute("stack") == nullptr) {
            style_.font_stack = "\"" + family->value + "\", " + style_.font_stack;
        }
        style_.font_family = family->value;
        for (const FontKey& key : font_keys()) {
            (style_.*key.value).family = family->value;
        }
    }
    if (const xml::Attribute* stack = type.attribute("stack")) {
        if (stack->value.find_first_of("<>;{}()\\") != std::string::npos || stack->value.empty()) {
            file_.bad_value(*stack, "a list of typefaces as CSS writes it");
        }
        style_.font_stack = stack->value;
    }
}

void FileReaderOfValues::read_type(const xml::Node& type) {
    file_.only_attributes(type, {"family", "stack", "smallest", "line-spacing"});
    read_family(type);
    read_length(type, {"smallest", &Template::smallest_type, 1, 36}, small_unit(), "type");
    read_ratio(type, "line-spacing", style_.line_spacing, 1, 3);
    Names known;
    for (const FontKey& key : font_keys()) {
        known.emplace_back(key.name);
    }
    for (const xml::Node* element : file_.elements(type, known)) {
        for (const FontKey& key : font_keys()) {
            if (element->name == key.name) {
                read_font(*element, style_.*key.value);
            }
        }
    }
}

void FileReaderOfValues::read_font(const xml::Node& element, Font& font) {
    file_.only_attributes(element, {"size", "weight", "style", "family"});
    file_.no_content(element);
    if (const xml::Attribute* size = element.attribute("size")) {
        remember("type/" + element.name, size->value_at);
        const std::optional<double> points = file_.length(*size, small_unit());
        if (points && (*points < 1 || *points > 144)) {
            file_.bad_value(*size, "between 1pt and 144pt");
        } else if (points) {
            font.size = *points;
        }
    }
    read_choice(element, "weight", "normal", "bold", font.bold);
    read_choice(element, "style", "normal", "italic", font.italic);
    if (const xml::Attribute* family = element.attribute("family")) {
        if (family->value.empty()) {
            file_.bad_value(*family, "the name of a typeface");
        } else {
            font.family = family->value;
        }
    }
}

void FileReaderOfValues::read_colours(const xml::Node& colours) {
    Names known;
    for (const ColourKey& key : colour_keys()) {
        known.emplace_back(key.name);
        const xml::Attribute* attribute = colours.attribute(key.name);
        if (attribute == nullptr) {
            continue;
        }
        remember("colours/" + attribute->name, attribute->value_at);
        if (const std::optional<Colour> colour = parse_colour(attribute->value)) {
            style_.*key.value = *colour;
        } else {
            file_.bad_value(*attribute, "a colour (#rrggbb)");
        }
    }
    file_.only_attributes(colours, known);
    file_.no_content(colours);
}

void FileReaderOfValues::read_palette(const xml::Node& palette) {
    file_.only_attributes(palette, {});
    remember("palette", palette.begin);
    std::vector<Colour> colours;
    const std::string list = xml::collapse_blanks(palette.content());
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        const std::string word = list.substr(at, end - at);
        if (const std::optional<Colour> colour = parse_colour(word)) {
            colours.push_back(*colour);
        } else {
            file_.error("bad-value", palette.begin, "\"" + word + "\" in <palette> is not a colour (#rrggbb)");
        }
        at = end + 1;
    }
    if (colours.empty()) {
        file_.error("bad-value", palette.begin, "<palette> names no colour",
                    "list colours as #rrggbb with blanks between them");
        return;
    }
    style_.palette = std::move(colours);
}

void FileReaderOfValues::read_sides(const xml::Node& sides) {
    file_.only_attributes(sides, {});
    for (const xml::Node* side : file_.elements(sides, {"side"})) {
        file_.only_attributes(*side, {"code", "colour"});
        file_.no_content(*side);
        const xml::Attribute* code = side->attribute("code");
        const xml::Attribute* colour = side->attribute("colour");
        if (code == nullptr || colour == nullptr) {
            file_.error("missing-attribute", side->begin, "<side> needs code=\"...\" and colour=\"#rrggbb\"");
            continue;
        }
        if (const std::optional<Colour> parsed = parse_colour(colour->value)) {
            style_.side_colours[code->value] = *parsed;
            remember("sides/" + code->value, colour->value_at);
        } else {
            file_.bad_value(*colour, "a colour (#rrggbb)");
        }
    }
}

void FileReaderOfValues::read_marks(const xml::Node& marks) {
    Names known;
    for (const LengthKey& key : mark_lengths()) {
        known.emplace_back(key.name);
        read_length(marks, key, small_unit(), "marks");
    }
    for (const RatioKey& key : mark_ratios()) {
        known.emplace_back(key.name);
        read_ratio(marks, key.name, style_.*key.value, key.least, key.most);
    }
    file_.only_attributes(marks, known);
    file_.no_content(marks);
}

void FileReaderOfValues::read() {
    const xml::Node& root = file_.root();
    if (root.name != "template") {
        file_.error("unknown-element", root.begin, "the root element is <" + root.name + ">, not <template>");
        return;
    }
    file_.only_attributes(root, {"extends", "about"});
    const std::vector<const xml::Node*> sections =
        file_.elements(root, {"page", "type", "colours", "palette", "sides", "marks", "words"});
    std::set<std::string> seen;
    for (const xml::Node* section : sections) {
        // There is one <words> for each language.
        if (section->name != "words" && !seen.insert(section->name).second) {
            file_.error("repeated-element", section->begin, "a second <" + section->name + ">",
                        "one of each is enough");
        }
        if (section->name == "page") {
            read_unit(*section); // ahead of the rest: it says what bare numbers mean
        }
    }
    for (const xml::Node* section : sections) {
        const std::string& name = section->name;
        if (name == "page") {
            read_page(*section);
        } else if (name == "type") {
            read_type(*section);
        } else if (name == "colours") {
            read_colours(*section);
        } else if (name == "palette") {
            read_palette(*section);
        } else if (name == "sides") {
            read_sides(*section);
        } else if (name == "marks") {
            read_marks(*section);
        }
    }
    compose::read_words(file_, sections, rank_ == 0, style_);
}

} // namespace

void apply_template(
    const xml::Document& document, std::size_t rank, Template& style, Origins& origins, Diagnostics& diagnostics) {
    TemplateFile file(document, diagnostics);
    FileReaderOfValues(file, rank, style, origins).read();
}

} // namespace demarche::compose
