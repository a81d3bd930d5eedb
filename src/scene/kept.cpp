#include "scene/kept.hpp"

#include "scene/scene.hpp"

namespace demarche::scene {

KeptChart kept_of(const Scene& scene) {
    KeptChart chart;
    chart.data.insert(scene.data.begin(), scene.data.end());
    for (const Page& page : scene.pages) {
        for (const Mark& mark : page.marks) {
            if (mark.role == Role::list_item && !mark.data.empty() && !mark.id.empty()) {
                chart.marks.push_back({mark.id, {mark.data.begin(), mark.data.end()}});
            }
        }
    }
    return chart;
}

} // namespace demarche::scene
