#include "model/model.hpp"

#include "model/words.hpp"

#include <algorithm>
#include <variant>

namespace demarche {
namespace {

template <class Thing>
const Thing* with_id(const std::vector<Thing>& things, const std::string& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

/// YYYY-MM-DD as a day; nothing for what is empty or no single day.
std::optional<Day> day_of(const std::string& text) {
    const auto parsed = parse_edtf(text);
    const Edtf* date = std::get_if<Edtf>(&parsed);
    return date != nullptr && !date->empty() && !date->is_imprecise() ? date->earliest() : std::nullopt;
}

} // namespace

const Article* Model::article(const std::string& id) const {
    return with_id(articles, id);
}

const Side* Model::side(const std::string& id) const {
    return with_id(sides, id);
}

const Actor* Model::actor(const std::string& id) const {
    return with_id(actors, id);
}

const Event* Model::event(const std::string& id) const {
    return with_id(events, id);
}

std::optional<Day> Model::as_of_day() const {
    if (!as_of.empty()) {
        return day_of(as_of);
    }
    std::optional<Day> latest;
    for (const Article& article : articles) {
        const auto published = day_of(article.published);
        latest = std::max(latest, published); // nothing is less than any day
    }
    return latest;
}

const char* to_text(ActorKind kind) {
    return word_of(kind);
}

const char* to_text(TieType type) {
    return word_of(type);
}

const char* to_text(ChartKind kind) {
    return word_of(kind);
}

const char* to_text(ScaleMode mode) {
    return word_of(mode);
}

const char* to_text(Part part) {
    return word_of(part);
}

const char* to_text(Status status) {
    return word_of(status);
}

} // namespace demarche
