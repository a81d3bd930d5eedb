#include "base/kept_order.hpp"

#include <algorithm>
#include <map>

namespace demarche {

std::vector<std::size_t> kept_order(const std::vector<std::string>& now, const std::vector<std::string>& before) {
    std::map<std::string, std::size_t> places;
    for (const std::string& id : before) {
        places.try_emplace(id, places.size());
    }
    std::vector<std::pair<std::size_t, std::size_t>> known; // place before, index now
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (const auto place = places.find(now[i]); place != places.end()) {
            known.emplace_back(place->second, i);
        }
    }
    // New things follow the known one that they follow now;.
    std::vector<std::size_t> order;
    std::vector<std::vector<std::size_t>> behind(now.size());
    std::vector<std::size_t>* follow = &order;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (places.contains(now[i])) {
            follow = &behind[i];
        } else {
            follow->push_back(i);
        }
    }
    std::sort(known.begin(), known.end());
    for (const auto& [place, index] : known) {
        order.push_back(index);
        order.insert(order.end(), behind[index].begin(), behind[index].end());
    }
    return order;
}

} // namespace demarche
