#include "model/dossier_schema.hpp"

#include "model/event_type.hpp"
#include "model/words.hpp"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

using enum ValueKind;

std::vector<std::string> review_words() {
    return {"new", "rejected"};
}

std::vector<std::string> flag_words() {
    return {"yes", "no"};
}

std::vector<std::string> event_type_words() {
    return known_event_types();
}

/// Far beyond any article: FileReader reads none that long.
constexpr long long kLargestOffset = 1'000'000'000;

constexpr AttributeRule kReview{.name = "review", .kind = choice, .choices = review_words};

constexpr std::array kDossier{
    AttributeRule{.name = "title", .required = true},
    AttributeRule{.name = "as-of", .kind = day},
    AttributeRule{.name = "lang", .kind = language, .fallback = "en"},
    AttributeRule{.name = "week", .kind = choice, .choices = words_of<Weekday>, .fallback = "monday"},
};

constexpr std::array kArticle{
    AttributeRule{.name = "id", .kind = id, .required = true},
    AttributeRule{.name = "file", .kind = file},
    AttributeRule{.name = "outlet"},
    AttributeRule{.name = "title"},
    AttributeRule{.name = "published", .kind = day},
    AttributeRule{.name = "url", .kind = url},
    AttributeRule{.name = "lang", .kind = language},
    AttributeRule{.name = "shares-text-with", .kind = references, .target = "article"},
    AttributeRule{.name = "read", .kind = choice, .choices = flag_words, .fallback = "no"},
};

constexpr std::array kSide{
    AttributeRule{.name = "id", .kind = id, .required = true},
    AttributeRule{.name = "code", .required = true},
    AttributeRule{.name = "name", .required = true},
    AttributeRule{.name = "colour", .kind = colour},
};

constexpr std::array kActor{
    AttributeRule{.name = "id", .kind = id, .required = true},
    AttributeRule{.name = "name", .required = true},
    AttributeRule{.name = "short"},
    AttributeRule{.name = "kind", .kind = choice, .choices = words_of<ActorKind>, .fallback = "person"},
    AttributeRule{.name = "side", .kind = reference, .target = "side"},
    kReview,
};

constexpr std::array kRole{
    AttributeRule{.name = "title", .required = true},
    AttributeRule{.name = "body"},
    AttributeRule{.name = "when", .kind = edtf},
};

constexpr std::array kDelegation{
    AttributeRule{.name = "id", .kind = id, .required = true},
    AttributeRule{.name = "name"},
    AttributeRule{.name = "event", .kind = reference, .required = true, .target = "event"},
    AttributeRule{.name = "side", .kind = reference, .required = true, .target = "side"},
    AttributeRule{.name = "head", .kind = reference, .target = "actor"},
    kReview,
};

constexpr std::array kMember{
    AttributeRule{.name = "actor", .kind = reference, .required = true, .target = "actor"},
};

constexpr std::array kEvent{
    AttributeRule{.name = "id", .kind = id, .required = true},
    AttributeRule{.name = "title", .required = true},
    AttributeRule{.name = "short"},
    AttributeRule{.name = "when", .kind = edtf},
    AttributeRule{.name = "words"},
    AttributeRule{.name = "after", .kind = references, .target = "event"},
    AttributeRule{.name = "before", .kind = references, .target = "event"},
    AttributeRule{.name = "where"},
    AttributeRule{.name = "type", .kind = choice, .required = true, .choices = event_type_words},
    AttributeRule{.name = "cameo", .kind = cameo},
    AttributeRule{.name = "status", .kind = choice, .choices = words_of<Status>, .fallback = "occurred"},
    AttributeRule{.name = "said-by", .kind = references, .target = "actor"},
    AttributeRule{.name = "weight", .kind = number, .fallback = "5", .least = 1, .most = 10},
    AttributeRule{.name = "emphasis", .kind = choice, .choices = flag_words, .fallback = "no"},
    kReview,
};

constexpr std::array kParty{
    AttributeRule{.name = "actor", .kind = reference, .required = true, .target = "actor"},
    AttributeRule{.name = "as", .kind = choice, .choices = words_of<Part>, .fallback = "participant"},
};

constexpr std::array kTie{
    AttributeRule{.name = "from", .kind = reference, .required = true, .target = "actor"},
    AttributeRule{.name = "to", .kind = reference, .required = true, .target = "actor"},
    AttributeRule{.name = "type", .kind = choice, .required = true, .choices = words_of<TieType>},
    AttributeRule{.name = "verb"},
    AttributeRule{.name = "when", .kind = edtf},
    kReview,
};

constexpr std::array kChart{
    AttributeRule{.name = "kind", .kind = choice, .required = true, .choices = words_of<ChartKind>},
    AttributeRule{.name = "title"},
    AttributeRule{.name = "subtitle"},
    AttributeRule{.name = "from", .kind = edtf},
    AttributeRule{.name = "to", .kind = edtf},
    AttributeRule{.name = "min-weight", .kind = number, .fallback = "1", .least = 1, .most = 10},
    AttributeRule{.name = "events", .kind = references, .target = "event"},
    AttributeRule{.name = "actors", .kind = references, .target = "actor"},
    AttributeRule{.name = "sides", .kind = references, .target = "side"},
    AttributeRule{.name = "types", .kind = event_types, .choices = event_type_words},
    AttributeRule{.name = "scale", .kind = choice, .choices = words_of<ScaleMode>, .fallback = "auto"},
    AttributeRule{.name = "previous", .kind = file},
};

constexpr std::array kCite{
    AttributeRule{.name = "article", .kind = reference, .required = true, .target = "article"},
    AttributeRule{.name = "stance", .kind = choice, .choices = words_of<Stance>, .fallback = "supports"},
    AttributeRule{.name = "prefix"},
    AttributeRule{.name = "suffix"},
    AttributeRule{.name = "start", .kind = number, .least = 0, .most = kLargestOffset},
    AttributeRule{.name = "end", .kind = number, .least = 0, .most = kLargestOffset},
};

constexpr std::array kInDossier{ChildRule{"articles", true},    ChildRule{"sides", true},  ChildRule{"actors", true},
                                ChildRule{"delegations", true}, ChildRule{"events", true}, ChildRule{"ties", true},
                                ChildRule{"charts", true}};
constexpr std::array kInArticles{ChildRule{"article"}};
constexpr std::array kInSides{ChildRule{"side"}};
constexpr std::array kInActors{ChildRule{"actor"}};
constexpr std::array kInActor{ChildRule{"alias"}, ChildRule{"role"}, ChildRule{"cite"}};
constexpr std::array kInDelegations{ChildRule{"delegation"}};
constexpr std::array kInDelegation{ChildRule{"member"}, ChildRule{"possible"}, ChildRule{"cite"}};
constexpr std::array kInEvents{ChildRule{"event"}};
constexpr std::array kInEvent{ChildRule{"detail", true}, ChildRule{"party"}, ChildRule{"cite"}};
constexpr std::array kInTies{ChildRule{"tie"}};
constexpr std::array kInCharts{ChildRule{"chart"}};
constexpr std::array kCitations{ChildRule{"cite"}};

using enum Content;

constexpr std::array kElements{
    ElementRule{"dossier", elements, kDossier, kInDossier},
    ElementRule{"articles", elements, {}, kInArticles},
    ElementRule{"article", nothing, kArticle, {}},
    ElementRule{"sides", elements, {}, kInSides},
    ElementRule{"side", nothing, kSide, {}},
    ElementRule{"actors", elements, {}, kInActors},
    ElementRule{"actor", elements, kActor, kInActor},
    ElementRule{"alias", words, {}, {}},
    ElementRule{"role", elements, kRole, kCitations},
    ElementRule{"delegations", elements, {}, kInDelegations},
    ElementRule{"delegation", elements, kDelegation, kInDelegation},
    ElementRule{"member", nothing, kMember, {}},
    ElementRule{"possible", nothing, kMember, {}},
    ElementRule{"events", elements, {}, kInEvents},
    ElementRule{"event", elements, kEvent, kInEvent},
    ElementRule{"detail", words, {}, {}},
    ElementRule{"party", elements, kParty, kCitations},
    ElementRule{"ties", elements, {}, kInTies},
    ElementRule{"tie", elements, kTie, kCitations},
    ElementRule{"charts", elements, {}, kInCharts},
    ElementRule{"chart", nothing, kChart, {}},
    ElementRule{"cite", optional_words, kCite, {}},
};

} // namespace

const AttributeRule* ElementRule::attribute(std::string_view attribute_name) const {
    for (const AttributeRule& rule : attributes) {
        if (rule.name == attribute_name) {
            return &rule;
        }
    }
    return nullptr;
}

std::size_t ElementRule::child(std::string_view child_name) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const ChildRule& rule) { return rule.name == child_name; });
    return static_cast<std::size_t>(found - children.begin());
}

std::span<const ElementRule> element_rules() {
    return kElements;
}

const ElementRule* element_rule(std::string_view name) {
    for (const ElementRule& rule : kElements) {
        if (rule.name == name) {
            return &rule;
        }
    }
    return nullptr;
}

bool is_id(std::string_view text) {
    const auto starts = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
    const auto goes_on = [&](char c) { return starts(c) || (c >= '0' && c <= '9') || c == '.' || c == '-'; };
    return !text.empty() && starts(text[0]) && std::all_of(text.begin(), text.end(), goes_on);
}

} // namespace demarche
