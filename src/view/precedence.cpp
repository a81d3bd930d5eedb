#include "view/precedence.hpp"

#include <map>

namespace demarche::view {

Precedence::Precedence(const Model& model) : later_than_(model.events.size()) {
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < model.events.size(); ++i) {
        index.emplace(model.events[i].id, i);
    }
    for (std::size_t i = 0; i < model.events.size(); ++i) {
        for (const std::string& id : model.events[i].after) {
            const auto found = index.find(id);
            if (found != index.end()) {
                later_than_[found->second].push_back(i);
            }
        }
        for (const std::string& id : model.events[i].before) {
            const auto found = index.find(id);
            if (found != index.end()) {
                later_than_[i].push_back(found->second);
            }
        }
    }
}

bool Precedence::known(std::size_t earlier, std::size_t later) const {
    std::vector<bool> seen(later_than_.size(), false);
    std::vector<std::size_t> open{earlier};
    while (!open.empty()) {
        const std::size_t event = open.back();
        open.pop_back();
        for (const std::size_t next : later_than_[event]) {
            if (next == later) {
                return true;
            }
            if (!seen[next]) {
                seen[next] = true;
                open.push_back(next);
            }
        }
    }
    return false;
}

} // namespace demarche::view
