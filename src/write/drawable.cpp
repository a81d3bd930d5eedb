#include "write/drawable.hpp"

#include "base/diagnostic.hpp"
#include "scene/overloaded.hpp"
#include "text/text_line.hpp"

#include <array>
#include <cmath>
#include <initializer_list>

namespace demarche::write {

namespace {

using scene::Overloaded;

bool finite(std::initializer_list<double> numbers) {
    for (const double number : numbers) {
        if (!std::isfinite(number)) {
            return false;
        }
    }
    return true;
}

bool finite(const std::optional<scene::Fill>& fill, const std::optional<scene::Stroke>& stroke) {
    if (fill && !finite({fill->opacity})) {
        return false;
    }
    if (!stroke) {
        return true;
    }
    for (const double dash : stroke->dash) {
        if (!finite({dash})) {
            return false;
        }
    }
    return finite({stroke->width, stroke->opacity});
}

bool finite(const scene::Path& path) {
    for (const scene::PathSegment& segment : path.segments) {
        if (!finite({segment.to.x, segment.to.y, segment.control1.x, segment.control1.y, segment.control2.x,
                     segment.control2.y})) {
            return false;
        }
    }
    return finite(path.fill, path.stroke);
}

bool finite(const scene::Item& item) {
    return std::visit(
        Overloaded{
            [](const scene::Rectangle& r) {
                return finite({r.box.left, r.box.top, r.box.right, r.box.bottom, r.radius}) && finite(r.fill, r.stroke);
            },
            [](const scene::Circle& c) {
                return finite({c.centre.x, c.centre.y, c.radius}) && finite(c.fill, c.stroke);
            },
            [](const scene::Path& path) { return finite(path); },
            [](const scene::Text& t) {
                return finite({t.at.x, t.at.y, t.font.size, t.width, t.ascent, t.descent});
            },
        },
        item);
}

[[noreturn]] void refuse(const std::string& what) {
    throw Error(Exit::usage_or_system, {.severity = Severity::error,
                                        .code = "cannot-draw",
                                        .where = {},
                                        .message = "the chart cannot be drawn: " + what,
                                        .hint = "this is a fault of the program; please report it with the dossier"});
}

template <class Shape>
bool painted(const Shape& shape) {
    return (shape.fill && shape.fill->opacity > 0) ||
           (shape.stroke && shape.stroke->width > 0 && shape.stroke->opacity > 0);
}

bool is_uri_character(unsigned char c) {
    constexpr std::string_view kOthers = "-._~:/?#[]@!$&*+,;=%()";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kOthers.find(static_cast<char>(c)) != std::string_view::npos;
}

} // namespace

void check_drawable(const scene::Scene& scene) {
    if (scene.pages.empty()) {
        refuse("it has no page");
    }
    if (!finite({scene.points_per_pixel}) || scene.points_per_pixel <= 0) {
        refuse("its pixels have no size");
    }
    for (const scene::Page& page : scene.pages) {
        if (!finite({page.size.width, page.size.height}) || page.size.width <= 0 || page.size.height <= 0) {
            refuse("a page has no size");
        }
        for (const scene::Mark& mark : page.marks) {
            for (const scene::Item& item : mark.items) {
                if (!finite(item)) {
                    refuse("\"" + mark.id + "\" has a position that is not a number");
                }
            }
        }
    }
}

bool is_visible(const scene::Item& item) {
    return std::visit(
        Overloaded{
            [](const scene::Rectangle& r) { return painted(r) && r.box.width() > 0 && r.box.height() > 0; },
            [](const scene::Circle& c) { return painted(c) && c.radius > 0; },
            [](const scene::Path& p) { return painted(p) && p.segments.size() > 1; },
            [](const scene::Text& t) { return t.font.size > 0 && !visible_text(t).empty(); },
        },
        item);
}

std::string visible_text(const scene::Text& text) {
    return std::string(text::trim_blanks(text::clean_line(text.text)));
}

double anchor_share(scene::Anchor anchor) {
    return anchor == scene::Anchor::start ? 0 : anchor == scene::Anchor::middle ? 0.5 : 1;
}

std::set<std::string> targets_of(const scene::Scene& scene) {
    std::set<std::string> targets;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Mark& mark : page.marks) {
            for (const scene::Item& item : mark.items) {
                const auto* text = std::get_if<scene::Text>(&item);
                if (text != nullptr && !text->target.empty() && is_visible(item)) {
                    targets.insert(text->target);
                }
            }
        }
    }
    return targets;
}

std::string inner_link(const scene::Text& text, const std::set<std::string>& targets) {
    const std::string target = text.link.starts_with('#') ? text.link.substr(1) : std::string();
    return targets.contains(target) ? target : std::string();
}

std::string safe_link(const std::string& url) {
    constexpr std::array<std::string_view, 3> kSchemes{"https://", "http://", "mailto:"};
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    bool allowed = false;
    for (const std::string_view scheme : kSchemes) {
        bool same = url.size() > scheme.size();
        for (std::size_t i = 0; same && i < scheme.size(); ++i) {
            const char lower = url[i] >= 'A' && url[i] <= 'Z' ? static_cast<char>(url[i] + ('a' - 'A')) : url[i];
            same = lower == scheme[i];
        }
        allowed = allowed || same;
    }
    std::string encoded;
    for (const char c : allowed ? std::string_view(url) : std::string_view()) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_uri_character(byte)) {
            encoded += c;
        } else {
            encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        }
    }
    return encoded;
}

} // namespace demarche::write
