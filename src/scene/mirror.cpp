#include "scene/mirror.hpp"

#include "scene/overloaded.hpp"

namespace demarche::scene {

namespace {

Anchor other_end(Anchor anchor) {
    switch (anchor) {
    case Anchor::start:
        return Anchor::end;
    case Anchor::end:
        return Anchor::start;
    case Anchor::middle:
        break;
    }
    return anchor;
}

void mirror(Item& item, double width) {
    const auto turn = [width](Point& point) { point.x = width - point.x; };
    std::visit(Overloaded{
                   [width](Rectangle& rectangle) {
                       const Box box = rectangle.box;
                       rectangle.box = {width - box.right, box.top, width - box.left, box.bottom};
                   },
                   [&turn](Circle& circle) { turn(circle.centre); },
                   [&turn](Path& path) {
                       for (PathSegment& segment : path.segments) {
                           turn(segment.to);
                           turn(segment.control1);
                           turn(segment.control2);
                       }
                   },
                   [&turn](Text& text) {
                       turn(text.at);
                       text.anchor = other_end(text.anchor);
                   },
               },
               item);
}

} // namespace

Scene mirrored(Scene scene) {
    for (Page& page : scene.pages) {
        for (Mark& mark : page.marks) {
            for (Item& item : mark.items) {
                mirror(item, page.size.width);
            }
        }
    }
    return scene;
}

} // namespace demarche::scene
