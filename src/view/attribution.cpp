#include "view/attribution.hpp"

#include "model/event_type.hpp"

#include <algorithm>
#include <string_view>

namespace demarche::view {

namespace {

std::string without_stops(std::string_view text) {
    std::string plain(text);
    plain.erase(std::remove(plain.begin(), plain.end(), '.'), plain.end());
    return plain;
}

std::vector<std::string> names_of(const Model& model, const Actor& actor) {
    std::vector<std::string> names = actor.aliases;
    names.push_back(actor.name);
    names.push_back(actor.short_name);
    if (const Side* side = model.side(actor.side)) {
        names.push_back(side->code);
        names.push_back(side->name);
    }
    return names;
}

bool begins_with_speaker(const std::string& title, const std::string& name, bool statement) {
    if (name.empty()) {
        return false;
    }
    // "Calder and Reed: ..." names each of them.
    const std::size_t colon = title.find(": ");
    if (colon != std::string::npos && title.find(name) + name.size() <= colon) {
        return true;
    }
    return statement && title.size() > name.size() && title.compare(0, name.size(), name) == 0 &&
           title[name.size()] == ' ';
}

} // namespace

bool title_names_its_source(const Model& model, const Event& event) {
    const std::string title = without_stops(event.title);
    const bool statement = nature(event.type) == EventNature::speech;
    for (const std::string& id : event.said_by) {
        const Actor* actor = model.actor(id);
        if (actor == nullptr) {
            continue;
        }
        for (const std::string& name : names_of(model, *actor)) {
            if (begins_with_speaker(title, without_stops(name), statement)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace demarche::view
