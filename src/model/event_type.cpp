#include "model/event_type.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche {
namespace {

struct Category {
    std::string_view name;
    EventNature nature;
    std::string_view modes; ///< separated by single spaces
};

using enum EventNature;

/// The sixteen categories of PLOVER and their modes ("PLOVER and POLECAT: A New Political Event Ontology and
/// Dataset", 2023), with three additions: `statement` (PLOVER codes no mere statements), `demand` (PLOVER's
/// older name for a request that insists), and of consult the modes `call`, `meet` and `negotiate` (CAMEO 041,
/// 040, 046). Support is speech: who is supported need not have been there.
constexpr std::array kCategories{
    Category{"consult", joint, "call meet visit negotiate third-party multilateral"},
    Category{"agree", joint, ""},
    Category{"cooperate", joint, ""},
    Category{"aid", joint, ""},
    Category{"concede", joint, ""},
    Category{"retreat", joint, "withdraw release return disarm ceasefire access resign"},
    Category{"statement", speech, ""},
    Category{"support", speech, ""},
    Category{"demand", speech, "assist change yield meet"},
    Category{"request", speech, "assist change yield meet"},
    Category{"reject", speech, "assist change yield meet"},
    Category{"accuse", speech, "disapprove investigate allege"},
    Category{"threaten", speech, "restrict ban arrest relations expel territory violence"},
    Category{"protest", hostile, "demo riot strike hunger boycott obstruct"},
    Category{"sanction", hostile, "convict expel withdraw discontinue"},
    Category{"mobilize", hostile, "troops weapons police militia"},
    Category{"coerce", hostile, "seize restrict ban censor martial-law curfew arrest deport withhold misinform cyber"},
    Category{"assault", hostile,
             "beat torture execute sexual assassinate primitive firearms explosives suicide-attack heavy-weapons "
             "crowd-control cleanse unconventional"},
};

std::vector<std::string> every_type() {
    std::vector<std::string> types;
    for (const Category& category : kCategories) {
        types.emplace_back(category.name);
        for (std::string_view modes = category.modes; !modes.empty();) {
            const std::size_t end = std::min(modes.find(' '), modes.size());
            types.push_back(std::string(category.name) + "/" + std::string(modes.substr(0, end)));
            modes.remove_prefix(std::min(end + 1, modes.size()));
        }
    }
    return types;
}

} // namespace

const std::vector<std::string>& known_event_types() {
    static const std::vector<std::string> types = every_type();
    return types;
}

EventNature nature(const EventType& type) {
    const auto found = std::find_if(kCategories.begin(), kCategories.end(),
                                    [&](const Category& category) { return category.name == type.category; });
    return found == kCategories.end() ? joint : found->nature;
}

std::string to_text(const EventType& type) {
    return type.mode.empty() ? type.category : type.category + "/" + type.mode;
}

EventType event_type(const std::string& text) {
    const std::size_t slash = text.find('/');
    return slash == std::string::npos ? EventType{text, {}} : EventType{text.substr(0, slash), text.substr(slash + 1)};
}

} // namespace demarche
