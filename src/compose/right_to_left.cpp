#include "compose/right_to_left.hpp"

#include "scene/mirror.hpp"
#include "text/right_to_left.hpp"

namespace demarche::compose {

scene::Scene right_to_left(scene::Scene scene) {
    scene = scene::mirrored(std::move(scene));
    scene.right_to_left = true;
    for (scene::Page& page : scene.pages) {
        for (scene::Mark& mark : page.marks) {
            for (scene::Item& item : mark.items) {
                if (auto* text = std::get_if<scene::Text>(&item)) {
                    text->text = text::as_right_to_left(text->text);
                    text->font = text::upright(text->font);
                }
            }
        }
    }
    return scene;
}

network::Drawing right_to_left(network::Drawing drawing) {
    const double width = drawing.size.width;
    const auto turn = [width](Box& box) { box = {width - box.right, box.top, width - box.left, box.bottom}; };
    for (Box& box : drawing.boxes) {
        turn(box);
    }
    for (auto& rows : drawing.rows) {
        for (Box& row : rows) {
            turn(row);
        }
    }
    for (auto& route : drawing.routes) {
        for (Point& point : route) {
            point.x = width - point.x;
        }
    }
    for (Box& label : drawing.labels) {
        if (label.width() > 0) { // else there is none
            turn(label);
        }
    }
    return drawing;
}

} // namespace demarche::compose
