#include "compose/scene_check.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::compose {

namespace {

constexpr double kTolerance = 0.05;

struct Placed {
    Box box;
    std::string text;
    const scene::Mark* mark = nullptr;
};

std::string named(const Placed& placed) {
    return "\"" + placed.text + "\" at " + demarche::to_text(placed.box.left) + "," +
           demarche::to_text(placed.box.top) + ".." + demarche::to_text(placed.box.right) + "," +
           demarche::to_text(placed.box.bottom);
}

/// True where the segment comes into the box (Liang and Barsky's clipping).
bool enters(const Box& box, Point a, Point b) {
    double from = 0;
    double to = 1;
    const auto clip = [&](double p, double q) {
        if (p == 0) {
            return q > 0;
        }
        const double t = q / p;
        (p < 0 ? from : to) = p < 0 ? std::max(from, t) : std::min(to, t);
        return from <= to;
    };
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    return clip(-dx, a.x - box.left) && clip(dx, box.right - a.x) && clip(-dy, a.y - box.top) &&
           clip(dy, box.bottom - a.y) && from < to;
}

/// Straight pieces of an outline, and how far its stroke reaches from them.
struct Outline {
    std::vector<std::pair<Point, Point>> segments;
    double reach = 0;
    Box box;
    const scene::Mark* box_of = nullptr; ///< a rectangle: of this mark, whose words may stand in it
};

void add(Outline& outline, Point a, Point b) {
    outline.segments.emplace_back(a, b);
}

Outline outline(const scene::Item& item) {
    Outline result;
    result.box = scene::bounds(item);
    if (const auto* path = std::get_if<scene::Path>(&item)) {
        result.reach = path->stroke ? path->stroke->width / 2 : 0;
        Point start;
        Point at;
        for (const scene::PathSegment& segment : path->segments) {
            using Kind = scene::PathSegment::Kind;
            if (segment.kind == Kind::move) {
                start = segment.to;
            } else {
                add(result, at, segment.kind == Kind::close ? start : segment.to);
            }
            at = segment.kind == Kind::close ? start : segment.to;
        }
        return result;
    }
    const Box& box = result.box;
    add(result, {box.left, box.top}, {box.right, box.bottom});
    add(result, {box.left, box.bottom}, {box.right, box.top});
    add(result, {box.left, box.centre().y}, {box.right, box.centre().y});
    return result;
}

void find_struck(const std::vector<Placed>& texts, const std::vector<Outline>& outlines, PageFaults& found) {
    double highest = 0;
    for (const Placed& text : texts) {
        highest = std::max(highest, text.box.height());
    }
    for (const Outline& shape : outlines) {
        // Texts are in order of their tops.
        const auto first = std::lower_bound(texts.begin(), texts.end(), shape.box.top - highest,
                                            [](const Placed& text, double top) { return text.box.top < top; });
        for (auto at = first; at != texts.end() && at->box.top <= shape.box.bottom; ++at) {
            const Placed& text = *at;
            const Box inner = text.box.grown(-kTolerance + shape.reach);
            const bool stands_in_it = shape.box_of == text.mark && contains(shape.box.grown(-shape.reach), text.box);
            if (!overlap(text.box, shape.box, kTolerance) || stands_in_it) {
                continue;
            }
            const bool hit = std::any_of(shape.segments.begin(), shape.segments.end(), [&](const auto& segment) {
                return enters(inner, segment.first, segment.second);
            });
            if (hit) {
                found.struck.push_back(named(text));
            }
        }
    }
}

} // namespace

PageFaults faults(const scene::Page& page) {
    PageFaults found;
    std::vector<Placed> texts;
    std::vector<Outline> outlines;
    for (const scene::Mark& mark : page.marks) {
        for (const scene::Item& item : mark.items) {
            if (const auto* text = std::get_if<scene::Text>(&item)) {
                texts.push_back({scene::bounds(*text), text->text, &mark});
            } else if (mark.id.rfind("bands", 0) != 0) {
                outlines.push_back(outline(item));
                outlines.back().box_of = std::holds_alternative<scene::Rectangle>(item) ? &mark : nullptr;
            }
        }
    }
    std::sort(texts.begin(), texts.end(), [](const Placed& a, const Placed& b) { return a.box.top < b.box.top; });
    const Box sheet{0, 0, page.size.width, page.size.height};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!contains(sheet, texts[i].box, kTolerance)) {
            found.outside.push_back(named(texts[i]));
        }
        for (std::size_t k = i + 1; k < texts.size() && texts[k].box.top < texts[i].box.bottom; ++k) {
            if (overlap(texts[i].box, texts[k].box, kTolerance)) {
                found.overlapping.push_back(named(texts[i]) + " and " + named(texts[k]));
            }
        }
    }
    find_struck(texts, outlines, found);
    return found;
}

std::string to_text(const PageFaults& faults, std::size_t most) {
    std::string words;
    const auto list = [&](const char* kind, const std::vector<std::string>& texts) {
        for (std::size_t i = 0; i < texts.size() && i < most; ++i) {
            words += std::string(kind) + ": " + texts[i] + "\n";
        }
        if (texts.size() > most) {
            words += "... " + std::to_string(texts.size()) + " " + kind + "\n";
        }
    };
    list("overlapping", faults.overlapping);
    list("outside", faults.outside);
    list("struck", faults.struck);
    return words;
}

} // namespace demarche::compose
