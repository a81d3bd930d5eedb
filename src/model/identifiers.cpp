#include "model/identifiers.hpp"

#include "base/ascii_words.hpp"
#include "model/dossier_schema.hpp"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kLongest = 40;
constexpr std::array<std::string_view, 14> kLesser = {"a",    "an", "and", "as", "at", "by",  "for",
                                                      "from", "in", "of",  "on", "to", "the", "with"};

bool is_lesser(const std::string& word) {
    return std::find(kLesser.begin(), kLesser.end(), word) != kLesser.end();
}

} // namespace

std::string id_of_words(std::string_view words) {
    std::vector<std::string> parts = ascii_words(words);
    if (!std::all_of(parts.begin(), parts.end(), is_lesser)) {
        parts.erase(std::remove_if(parts.begin(), parts.end(), is_lesser), parts.end());
    }
    std::string id;
    for (std::size_t i = 0; i < std::min(parts.size(), kMostWords); ++i) {
        if (!id.empty() && id.size() + 1 + parts[i].size() > kLongest) {
            break;
        }
        id += (id.empty() ? "" : "-") + parts[i].substr(0, kLongest);
    }
    return id;
}

Identifiers::Identifiers(const Model& model) {
    const auto take = [&](const auto& things) {
        for (const auto& thing : things) {
            taken_.insert(thing.id);
        }
    };
    take(model.articles);
    take(model.sides);
    take(model.actors);
    take(model.delegations);
    take(model.events);
    take(model.rejected.actors);
    take(model.rejected.delegations);
    take(model.rejected.events);
}

std::string Identifiers::fresh(const std::vector<std::string>& candidates, const std::string& kind) {
    std::string base = kind;
    for (const std::string& candidate : candidates) {
        if (candidate.empty()) {
            continue;
        }
        base = candidate;
        if (!is_id(candidate)) { // begins with a digit
            base.insert(0, "-").insert(0, kind);
        }
        if (taken_.insert(base).second) {
            return base;
        }
    }
    if (base == kind && taken_.insert(base).second) {
        return base;
    }
    std::size_t number = 2;
    base += '-';
    std::string numbered = base + std::to_string(number);
    while (!taken_.insert(numbered).second) {
        numbered = base;
        numbered += std::to_string(++number);
    }
    return numbered;
}

} // namespace demarche
