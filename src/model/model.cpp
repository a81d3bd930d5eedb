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

std::string Model::as_of_text() const {
    std::string latest = as_of;
    for (const Article& article : articles) {
        // Days written YYYY-MM-DD sort as text.
        latest = as_of.empty() ? std::max(latest, article.published) : latest;
    }
    return latest;
}

std::optional<Day> Model::as_of_day() const {
    const auto parsed = parse_edtf(as_of_text());
    const Edtf* date = std::get_if<Edtf>(&parsed);
    return date != nullptr && !date->is_imprecise() ? date->earliest() : std::nullopt;
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

const char* to_text(ArticleStatus status) {
    return word_of(status);
}

const char* to_text(Part part) {
    return word_of(part);
}

const char* to_text(Status status) {
    return word_of(status);
}

} // namespace demarche
