#include "model/leaving_out.hpp"

namespace demarche {
void leave_out(std::vector<std::string>& ids, const Ids& dropped) {
    std::erase_if(ids, [&](const std::string& id) { return dropped.contains(id); });
}

void forget_events(Model& model, const Ids& dropped) {
    for (Event& event : model.events) {
        leave_out(event.after, dropped);
        leave_out(event.before, dropped);
    }
    std::erase_if(model.delegations, [&](const Delegation& one) { return dropped.contains(one.event); });
}

} // namespace demarche
