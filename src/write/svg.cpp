#include "base/number.hpp"
#include "scene/overloaded.hpp"
#include "text/text_line.hpp"
#include "write/drawable.hpp"
#include "write/embedded_fonts.hpp"
#include "write/outline.hpp"
#include "write/path_data.hpp"
#include "write/writers.hpp"

#include <pugixml.hpp>

#include <map>
#include <set>
#include <sstream>

namespace demarche::write {

namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72;

/// The scene's list of typefaces. Where a text is in a script that the first of them may lack, the faces that it
/// was measured with follow, so that a reader on the same system takes those and keeps the width.
std::string font_stack(const scene::Scene& scene) {
    bool beyond = false;
    for (const scene::Mark& mark : scene.pages.front().marks) {
        for (const scene::Item& item : mark.items) {
            const auto* text = std::get_if<scene::Text>(&item);
            beyond = beyond || (text != nullptr && text::needs_other_faces(text->text));
        }
    }
    constexpr std::string_view kGeneric = ", sans-serif";
    if (!beyond || !scene.font_stack.ends_with(kGeneric)) {
        return scene.font_stack;
    }
    std::string stack = scene.font_stack.substr(0, scene.font_stack.size() - kGeneric.size());
    return stack + ", \"DejaVu Sans\", \"Droid Sans Fallback\"" + std::string(kGeneric);
}

class SvgWriter {
public:
    SvgWriter(const scene::Scene& scene, const SvgOptions& options)
        : scene_(scene),
          kind_(options.text),
          outliner_(options.type),
          pixels_(scene.unit == scene::Scene::Unit::pixel),
          scale_(pixels_ ? 1 / scene.points_per_pixel : 1),
          stack_(font_stack(scene)),
          targets_(targets_of(scene)) {
        for (const std::string& target : targets_) {
            ++ids_[full_id(target)]; // no mark takes it away
        }
        if (kind_ == TextKind::embedded) {
            fonts_.emplace(scene, options.type);
        }
    }

    std::string write();

private:
    using Node = pugi::xml_node;

    [[nodiscard]] std::string number(double points) const { return to_text(points * scale_, 2); }

    /// Width or height of the document: "183mm" or "760".
    [[nodiscard]] std::string extent(double points) const {
        return pixels_ ? number(points) : to_text(points * kMillimetresPerPoint, 3) + "mm";
    }

    static void set(Node node, const char* name, const std::string& value) {
        node.append_attribute(name).set_value(value.c_str());
    }

    void set(Node node, const char* name, double points) const { set(node, name, number(points)); }

    static void set_data(Node node, const std::vector<std::pair<std::string, std::string>>& data) {
        for (const auto& [key, value] : data) {
            set(node, ("data-" + key).c_str(), text::clean_line(value));
        }
    }

    static void describe(Node node, const std::string& title, const std::string& description);
    [[nodiscard]] std::string full_id(const std::string& id) const;
    std::string unique_id(const std::string& id);
    void write_marks(Node root, const std::vector<scene::Mark>& marks);
    Node open_mark(Node parent, const scene::Mark& mark);
    static Node open_group(Node parent, const scene::Mark& mark);
    void write_items(Node parent, const scene::Mark& mark);
    std::size_t write_outlines(Node parent, const scene::Mark& mark, std::size_t first);
    void write_shape(Node parent, const scene::Rectangle& rectangle);
    void write_shape(Node parent, const scene::Circle& circle);
    void write_shape(Node parent, const scene::Path& path);
    void write_text(Node parent, const scene::Text& text);
    Node open_link(Node parent, const scene::Text& text) const;
    void set_target(Node node, const scene::Text& text);
    void paint(Node node, const std::optional<scene::Fill>& fill, const std::optional<scene::Stroke>& stroke) const;

    const scene::Scene& scene_;
    TextKind kind_;
    Outliner outliner_;
    bool pixels_;
    double scale_; ///< from points to the units of the viewBox
    std::string stack_;
    std::optional<EmbeddedFonts> fonts_; ///< with TextKind::embedded
    std::set<std::string> targets_;      ///< of links within the chart
    std::set<std::string> reached_;      ///< those that have been written
    bool in_link_ = false;               ///< the mark that is written is a link: none may stand in it
    std::map<std::string, int> ids_;
};

/// A title and a description come first in whatever they describe.
void SvgWriter::describe(Node node, const std::string& title, const std::string& description) {
    if (!title.empty()) {
        node.append_child("title").text().set(text::clean_line(title).c_str());
    }
    if (!description.empty()) {
        node.append_child("desc").text().set(text::clean_line(description).c_str());
    }
}

std::string SvgWriter::full_id(const std::string& id) const {
    return scene_.id_prefix.empty() ? id : scene_.id_prefix + "-" + id;
}

std::string SvgWriter::unique_id(const std::string& id) {
    std::string full = full_id(id);
    const int times = ++ids_[full];
    return times == 1 ? full : full + "-" + std::to_string(times);
}

void SvgWriter::paint(Node node,
                      const std::optional<scene::Fill>& fill,
                      const std::optional<scene::Stroke>& stroke) const {
    set(node, "fill", fill ? to_text(fill->colour) : "none");
    if (fill && fill->opacity < 1) {
        set(node, "fill-opacity", to_text(fill->opacity, 3));
    }
    if (!stroke || stroke->width <= 0) {
        return;
    }
    set(node, "stroke", to_text(stroke->colour));
    set(node, "stroke-width", stroke->width);
    if (stroke->opacity < 1) {
        set(node, "stroke-opacity", to_text(stroke->opacity, 3));
    }
    std::string dashes;
    for (const double dash : stroke->dash) {
        dashes += (dashes.empty() ? "" : " ") + number(dash);
    }
    if (!dashes.empty()) {
        set(node, "stroke-dasharray", dashes);
    }
}

void SvgWriter::write_shape(Node parent, const scene::Rectangle& rectangle) {
    if (rectangle.stroke && !rectangle.stroke->dash.empty()) {
        write_shape(parent, outline(rectangle)); // readers begin the dashes of a <rect> where they like
        return;
    }
    Node node = parent.append_child("rect");
    set(node, "x", rectangle.box.left);
    set(node, "y", rectangle.box.top);
    set(node, "width", rectangle.box.width());
    set(node, "height", rectangle.box.height());
    if (rectangle.radius > 0) {
        set(node, "rx", rectangle.radius);
    }
    paint(node, rectangle.fill, rectangle.stroke);
}

void SvgWriter::write_shape(Node parent, const scene::Circle& circle) {
    Node node = parent.append_child("circle");
    set(node, "cx", circle.centre.x);
    set(node, "cy", circle.centre.y);
    set(node, "r", circle.radius);
    paint(node, circle.fill, circle.stroke);
}

void SvgWriter::write_shape(Node parent, const scene::Path& path) {
    Node node = parent.append_child("path");
    set(node, "d", path_data(path, scale_));
    paint(node, path.fill, path.stroke);
}

/// The parent of what shall lead where the text does.
SvgWriter::Node SvgWriter::open_link(Node parent, const scene::Text& text) const {
    const std::string target = inner_link(text, targets_);
    const std::string link = target.empty() ? safe_link(text.link) : "#" + full_id(target);
    if (link.empty() || in_link_) {
        return parent;
    }
    Node node = parent.append_child("a");
    set(node, "xlink:href", link); // Inkscape and older readers know only this one
    set(node, "href", link);
    return node;
}

/// What links lead to: the first text that is called so.
void SvgWriter::set_target(Node node, const scene::Text& text) {
    if (targets_.contains(text.target) && reached_.insert(text.target).second) {
        set(node, "id", full_id(text.target));
    }
}

void SvgWriter::write_text(Node parent, const scene::Text& text) {
    Node node = open_link(parent, text).append_child("text");
    set_target(node, text);
    set(node, "x", text.at.x);
    set(node, "y", text.at.y);
    const std::string own = text.font.family == scene_.font_family ? std::string() : "'" + text.font.family + "', ";
    const std::string embedded = fonts_ ? fonts_->families_of(text) : std::string();
    if (!embedded.empty()) {
        set(node, "class", fonts_->class_of(embedded + own + stack_));
    }
    if (!own.empty()) {
        set(node, "font-family", own + stack_);
    }
    set(node, "font-size", text.font.size);
    if (text.font.bold) {
        set(node, "font-weight", "bold");
    }
    if (text.font.italic) {
        set(node, "font-style", "italic");
    }
    if (text.anchor != scene::Anchor::start) {
        set(node, "text-anchor", text.anchor == scene::Anchor::middle ? "middle" : "end");
    }
    set(node, "fill", to_text(text.colour));
    if (scene_.right_to_left && text.anchor == scene::Anchor::middle && text::reads_right_to_left(text.text)) {
        set(node, "direction",
            "rtl"); // Inkscape orders runs by it alone; where a centred text stands it does not change
    }
    std::string words = text::embed_right_to_left(visible_text(text));
    if (text.continues && text.anchor == (scene_.right_to_left ? scene::Anchor::end : scene::Anchor::start)) {
        words += ' '; // copied text keeps its words apart
    }
    node.text().set(words.c_str());
}

void SvgWriter::write_items(Node parent, const scene::Mark& mark) {
    for (std::size_t i = 0; i < mark.items.size(); ++i) {
        if (!is_visible(mark.items[i])) {
            continue;
        }
        if (kind_ == TextKind::outlines && std::holds_alternative<scene::Text>(mark.items[i])) {
            i = write_outlines(parent, mark, i);
            continue;
        }
        std::visit(scene::Overloaded{
                       [&](const scene::Text& text) { write_text(parent, text); },
                       [&](const auto& shape) { write_shape(parent, shape); },
                   },
                   mark.items[i]);
    }
}

/// One path for the text at `first` and the lines in which it goes on. Its words become a title; where the mark has
/// one, which a pointer shall show there too, they become a label. Returns the number of the last line.
std::size_t SvgWriter::write_outlines(Node parent, const scene::Mark& mark, std::size_t first) {
    const auto& head = std::get<scene::Text>(mark.items[first]);
    std::string words;
    std::string data;
    std::size_t last = first;
    for (std::size_t i = first; i < mark.items.size(); ++i) {
        const auto* text = std::get_if<scene::Text>(&mark.items[i]);
        if (text == nullptr || text->link != head.link || text->colour != head.colour) {
            break;
        }
        last = i;
        if (is_visible(mark.items[i])) {
            words += (words.empty() ? "" : " ") + visible_text(*text);
            data += outline_data(outliner_.outline(*text), scale_);
        }
        if (!text->continues) {
            break;
        }
    }
    if (data.empty()) {
        return last;
    }
    Node node = open_link(parent, head).append_child("path");
    set_target(node, head);
    set(node, "role", "img");
    if (mark.title.empty()) {
        node.append_child("title").text().set(words.c_str());
    } else {
        set(node, "aria-label", words);
    }
    set(node, "d", data);
    set(node, "fill", to_text(head.colour));
    return last;
}

/// A mark that leads somewhere is a link as a whole. It is named by its title, and is no symbol: what a symbol holds
/// is hidden from screen readers, and this must be followed.
SvgWriter::Node SvgWriter::open_group(Node parent, const scene::Mark& mark) {
    Node group = parent;
    if (mark.role == scene::Role::list_item) {
        group = group.append_child("g");
        set(group, "role", "listitem");
    }
    if (mark.link.empty()) {
        return group.append_child("g");
    }
    group = group.append_child("a");
    set(group, "href", mark.link);
    return group;
}

SvgWriter::Node SvgWriter::open_mark(Node parent, const scene::Mark& mark) {
    Node group = open_group(parent, mark);
    if (!mark.id.empty()) {
        set(group, "id", unique_id(mark.id));
    }
    switch (mark.role) {
    case scene::Role::decoration:
        set(group, "aria-hidden", "true");
        return group;
    case scene::Role::heading:
        set(group, "role", "heading");
        set(group, "aria-level", "1");
        return group; // its words are its name
    case scene::Role::list_item:
        if (mark.link.empty()) {
            set(group, "role", "graphics-symbol");
        }
        break;
    case scene::Role::legend:
        set(group, "role", "group");
        break;
    case scene::Role::note:
        set(group, "role", "note");
        break;
    }
    if (!mark.data.empty() && !mark.id.empty()) {
        set(group, "data-mark", mark.id); // optimisers shorten ids and drop them
    }
    set_data(group, mark.data);
    describe(group, mark.title, mark.description);
    return group;
}

void SvgWriter::write_marks(Node root, const std::vector<scene::Mark>& marks) {
    Node list;
    for (const scene::Mark& mark : marks) {
        const bool in_list = mark.role == scene::Role::list_item;
        if (!in_list) {
            list = Node();
        } else if (!list) {
            list = root.append_child("g");
            set(list, "role", "list");
        }
        in_link_ = !mark.link.empty();
        Node group = open_mark(in_list ? list : root, mark);
        write_items(group, mark);
    }
}

std::string SvgWriter::write() {
    const scene::Page& page = scene_.pages.front();
    pugi::xml_document document;
    Node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    Node root = document.append_child("svg");
    set(root, "xmlns", "http://www.w3.org/2000/svg");
    set(root, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    set(root, "width", extent(page.size.width));
    set(root, "height", extent(page.size.height));
    set(root, "viewBox", "0 0 " + number(page.size.width) + " " + number(page.size.height));
    set(root, "xml:lang", scene_.language.empty() ? "en" : scene_.language);
    set(root, "role", "graphics-document document");
    if (kind_ != TextKind::outlines) {
        set(root, "font-family", stack_);
        // What a page says of its own text is inherited by a chart that is inlined there; its direction would turn
        // every anchor round.
        set(root, "direction", "ltr");
        set(root, "font-weight", "normal");
        set(root, "font-style", "normal");
    }
    set_data(root, scene_.data);
    describe(root, scene_.title.empty() ? "Chart" : scene_.title,
             scene_.description.empty() ? scene_.title : scene_.description);

    const bool has_faces = fonts_ && !fonts_->families().empty();
    Node style;
    if (has_faces) {
        set(root, "class", fonts_->class_of(fonts_->families() + stack_));
        style = root.append_child("style");
    }
    Node paper = root.append_child("rect");
    set(paper, "width", page.size.width);
    set(paper, "height", page.size.height);
    set(paper, "fill", to_text(scene_.background));
    set(paper, "aria-hidden", "true");
    write_marks(root, page.marks);
    if (has_faces) {
        style.text().set(fonts_->css().c_str());
    }

    std::ostringstream out;
    document.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(out).str();
}

} // namespace

std::string to_svg(const scene::Scene& scene, const SvgOptions& options) {
    check_drawable(scene);
    return SvgWriter(scene, options).write();
}

} // namespace demarche::write
