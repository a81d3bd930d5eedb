#include "compose/template_values.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "compose/template_keys.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace demarche::compose {

namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;
constexpr double kPointsPerPixel = 0.75;

struct Unit {
    std::string_view name;
    double points;
};

constexpr std::array kUnits{Unit{"pt", 1}, Unit{"mm", kPointsPerMillimetre}, Unit{"px", kPointsPerPixel}};

/// The places {name} of a phrase; nullopt where a brace is left open or nothing stands between them.
std::optional<std::set<std::string>> places(const std::string& phrase) {
    std::set<std::string> names;
    for (std::size_t at = phrase.find_first_of("{}"); at != std::string::npos;) {
        const std::size_t close = phrase.find_first_of("{}", at + 1);
        if (phrase[at] != '{' || close == std::string::npos || phrase[close] != '}' || close == at + 1) {
            return std::nullopt;
        }
        names.insert(phrase.substr(at + 1, close - at - 1));
        at = phrase.find_first_of("{}", close + 1);
    }
    return names;
}

class FileReaderOfValues {
public:
    FileReaderOfValues(const xml::Document& document, Template& style, Origins& origins, Diagnostics& diagnostics)
        : document_(document), style_(style), origins_(origins), diagnostics_(diagnostics) {}

    void read(bool may_add_words);

private:
    using Names = std::vector<std::string>;

    void error(std::string code, const xml::Position& at, std::string message, std::string hint = {}) {
        diagnostics_.error(std::move(code), document_.where(at), std::move(message), std::move(hint));
    }

    void bad_value(const xml::Attribute& attribute, const std::string& wanted) {
        diagnostics_.error("bad-value", document_.where(attribute, 0),
                           attribute.name + "=\"" + attribute.value + "\" is not " + wanted);
    }

    void remember(const std::string& path, const xml::Position& at) { origins_[path] = document_.where(at); }

    /// The element's children that are elements; anything else but blanks and comments is an error.
    std::vector<const xml::Node*> elements(const xml::Node& parent, const Names& known);
    void only_attributes(const xml::Node& element, const Names& known);

    void no_content(const xml::Node& element) { elements(element, {}); }

    /// Points; `bare` is what a number without a unit counts.
    std::optional<double> length(const xml::Attribute& attribute, double bare);
    void read_length(const xml::Node& element, const LengthKey& key, double bare, const std::string& path);
    void read_ratio(const xml::Node& element, std::string_view name, double& value, double least, double most);
    void read_unit(const xml::Node& page);
    void read_page(const xml::Node& page);
    void read_type(const xml::Node& type);
    void read_font(const xml::Node& element, Font& font);
    void read_family(const xml::Node& type);
    void read_colours(const xml::Node& colours);
    void read_palette(const xml::Node& palette);
    void read_sides(const xml::Node& sides);
    void read_marks(const xml::Node& marks);
    void read_words(const xml::Node& words, bool may_add);
    void read_word(const xml::Node& word, bool may_add);

    [[nodiscard]] double small_unit() const { return style_.unit == scene::Scene::Unit::pixel ? kPointsPerPixel : 1; }

    [[nodiscard]] double page_unit() const {
        return style_.unit == scene::Scene::Unit::pixel ? kPointsPerPixel : kPointsPerMillimetre;
    }

    const xml::Document& document_;
    Template& style_;
    Origins& origins_;
    Diagnostics& diagnostics_;
};

std::vector<const xml::Node*> FileReaderOfValues::elements(const xml::Node& parent, const Names& known) {
    std::vector<const xml::Node*> found;
    for (const xml::Node& child : parent.children) {
        if (child.kind == xml::NodeKind::text && !xml::is_blank(child.text)) {
            error("unexpected-text", child.begin, "text inside <" + parent.name + "> means nothing here");
        }
        if (child.kind != xml::NodeKind::element) {
            continue;
        }
        if (std::find(known.begin(), known.end(), child.name) == known.end()) {
            error("unknown-element", child.begin, "<" + child.name + "> cannot stand inside <" + parent.name + ">",
                  suggestion(child.name, known));
            continue;
        }
        found.push_back(&child);
    }
    return found;
}

void FileReaderOfValues::only_attributes(const xml::Node& element, const Names& known) {
    for (const xml::Attribute& attribute : element.attributes) {
        if (std::find(known.begin(), known.end(), attribute.name) == known.end()) {
            error("unknown-attribute", attribute.name_at,
                  "<" + element.name + "> has no attribute \"" + attribute.name + "\"",
                  suggestion(attribute.name, known));
        }
    }
}

std::optional<double> FileReaderOfValues::length(const xml::Attribute& attribute, double bare) {
    std::string_view digits = attribute.value;
    double points = bare;
    for (const Unit& unit : kUnits) {
        if (digits.ends_with(unit.name)) {
            digits.remove_suffix(unit.name.size());
            points = unit.points;
            break;
        }
    }
    const std::optional<double> number = parse_double(digits);
    if (!number) {
        bad_value(attribute, "a length (a number, with mm, pt or px behind it if need be)");
        return std::nullopt;
    }
    return *number * points;
}

void FileReaderOfValues::read_length(const xml::Node& element,
                                     const LengthKey& key,
                                     double bare,
                                     const std::string& path) {
    const xml::Attribute* attribute = element.attribute(key.name);
    if (attribute == nullptr) {
        return;
    }
    remember(path + "/" + std::string(key.name), attribute->value_at);
    const std::optional<double> points = length(*attribute, bare);
    if (points && (*points < key.least || *points > key.most)) {
        bad_value(*attribute, "between " + to_text(key.least) + "pt and " + to_text(key.most) + "pt");
    } else if (points) {
        style_.*key.value = *points;
    }
}

void FileReaderOfValues::read_ratio(
    const xml::Node& element, std::string_view name, double& value, double least, double most) {
    if (const xml::Attribute* attribute = element.attribute(name)) {
        const std::optional<double> number = parse_double(attribute->value);
        if (!number || *number < least || *number > most) {
            bad_value(*attribute, "a number from " + to_text(least) + " to " + to_text(most));
        } else {
            value = *number;
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
        bad_value(*unit, "\"mm\" or \"px\"");
    }
}

void FileReaderOfValues::read_page(const xml::Node& page) {
    Names known{"unit"};
    for (const LengthKey& key : page_lengths()) {
        known.emplace_back(key.name);
        read_length(page, key, page_unit(), "page");
    }
    only_attributes(page, known);
    no_content(page);
}

void FileReaderOfValues::read_family(const xml::Node& type) {
    if (const xml::Attribute* family = type.attribute("family")) {
        if (family->value.empty()) {
            bad_value(*family, "the name of a typeface");
        }
        style_.font_family = family->value;
        for (const FontKey& key : font_keys()) {
            (style_.*key.value).family = family->value;
        }
    }
    if (const xml::Attribute* stack = type.attribute("stack")) {
        if (stack->value.find_first_of("<>;{}()\\") != std::string::npos || stack->value.empty()) {
            bad_value(*stack, "a list of typefaces as CSS writes it");
        }
        style_.font_stack = stack->value;
    }
}

void FileReaderOfValues::read_type(const xml::Node& type) {
    only_attributes(type, {"family", "stack", "smallest", "line-spacing"});
    read_family(type);
    read_length(type, {"smallest", &Template::smallest_type, 1, 36}, small_unit(), "type");
    read_ratio(type, "line-spacing", style_.line_spacing, 1, 3);
    Names known;
    for (const FontKey& key : font_keys()) {
        known.emplace_back(key.name);
    }
    for (const xml::Node* element : elements(type, known)) {
        for (const FontKey& key : font_keys()) {
            if (element->name == key.name) {
                read_font(*element, style_.*key.value);
            }
        }
    }
}

void FileReaderOfValues::read_font(const xml::Node& element, Font& font) {
    only_attributes(element, {"size", "weight", "style", "family"});
    no_content(element);
    if (const xml::Attribute* size = element.attribute("size")) {
        remember("type/" + element.name, size->value_at);
        const std::optional<double> points = length(*size, small_unit());
        if (points && (*points < 1 || *points > 144)) {
            bad_value(*size, "between 1pt and 144pt");
        } else if (points) {
            font.size = *points;
        }
    }
    const auto one_of_two = [this, &element](std::string_view name, std::string_view off, std::string_view on,
                                             bool& value) {
        if (const xml::Attribute* attribute = element.attribute(name)) {
            value = attribute->value == on;
            if (!value && attribute->value != off) {
                bad_value(*attribute, "\"" + std::string(off) + "\" or \"" + std::string(on) + "\"");
            }
        }
    };
    one_of_two("weight", "normal", "bold", font.bold);
    one_of_two("style", "normal", "italic", font.italic);
    if (const xml::Attribute* family = element.attribute("family")) {
        if (family->value.empty()) {
            bad_value(*family, "the name of a typeface");
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
            bad_value(*attribute, "a colour (#rrggbb)");
        }
    }
    only_attributes(colours, known);
    no_content(colours);
}

void FileReaderOfValues::read_palette(const xml::Node& palette) {
    only_attributes(palette, {});
    remember("palette", palette.begin);
    std::vector<Colour> colours;
    const std::string list = xml::collapse_blanks(palette.content());
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        const std::string word = list.substr(at, end - at);
        if (const std::optional<Colour> colour = parse_colour(word)) {
            colours.push_back(*colour);
        } else {
            error("bad-value", palette.begin, "\"" + word + "\" in <palette> is not a colour (#rrggbb)");
        }
        at = end + 1;
    }
    if (colours.empty()) {
        error("bad-value", palette.begin, "<palette> names no colour",
              "list colours as #rrggbb with blanks between them");
        return;
    }
    style_.palette = std::move(colours);
}

void FileReaderOfValues::read_sides(const xml::Node& sides) {
    only_attributes(sides, {});
    for (const xml::Node* side : elements(sides, {"side"})) {
        only_attributes(*side, {"code", "colour"});
        no_content(*side);
        const xml::Attribute* code = side->attribute("code");
        const xml::Attribute* colour = side->attribute("colour");
        if (code == nullptr || colour == nullptr) {
            error("missing-attribute", side->begin, "<side> needs code=\"...\" and colour=\"#rrggbb\"");
            continue;
        }
        if (const std::optional<Colour> parsed = parse_colour(colour->value)) {
            style_.side_colours[code->value] = *parsed;
            remember("sides/" + code->value, colour->value_at);
        } else {
            bad_value(*colour, "a colour (#rrggbb)");
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
    only_attributes(marks, known);
    no_content(marks);
}

void FileReaderOfValues::read_words(const xml::Node& words, bool may_add) {
    only_attributes(words, {});
    for (const xml::Node* word : elements(words, {"word"})) {
        read_word(*word, may_add);
    }
}

void FileReaderOfValues::read_word(const xml::Node& word, bool may_add) {
    only_attributes(word, {"key"});
    const xml::Attribute* key = word.attribute("key");
    if (key == nullptr) {
        error("missing-attribute", word.begin, "<word> needs key=\"...\"");
        return;
    }
    const auto known = style_.words.find(key->value);
    if (known == style_.words.end() && !may_add) {
        Names keys;
        for (const auto& [name, words] : style_.words) {
            keys.push_back(name);
        }
        diagnostics_.error("unknown-key", document_.where(*key, 0), "no words have the key \"" + key->value + "\"",
                           suggestion(key->value, keys));
        return;
    }
    const std::string phrase = xml::collapse_blanks(word.content());
    const std::optional<std::set<std::string>> names = places(phrase);
    if (!names) {
        error("bad-value", word.begin, "a place in the words is written {name}, with nothing but a name inside");
        return;
    }
    if (!may_add) {
        const std::set<std::string> allowed = *places(known->second);
        for (const std::string& name : *names) {
            if (!allowed.contains(name)) {
                error("unknown-place", word.begin, "\"" + key->value + "\" has no place {" + name + "}",
                      allowed.empty() ? "it has no places" : suggestion(name, Names(allowed.begin(), allowed.end())));
                return;
            }
        }
    }
    style_.words[key->value] = phrase;
}

void FileReaderOfValues::read(bool may_add_words) {
    const xml::Node& root = document_.root;
    if (root.name != "template") {
        error("unknown-element", root.begin, "the root element is <" + root.name + ">, not <template>");
        return;
    }
    only_attributes(root, {"extends"});
    const std::vector<const xml::Node*> sections =
        elements(root, {"page", "type", "colours", "palette", "sides", "marks", "words"});
    std::set<std::string> seen;
    for (const xml::Node* section : sections) {
        if (!seen.insert(section->name).second) {
            error("repeated-element", section->begin, "a second <" + section->name + ">", "one of each is enough");
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
        } else {
            read_words(*section, may_add_words);
        }
    }
}

} // namespace

void apply_template(
    const xml::Document& document, bool may_add_words, Template& style, Origins& origins, Diagnostics& diagnostics) {
    FileReaderOfValues(document, style, origins, diagnostics).read(may_add_words);
}

} // namespace demarche::compose
