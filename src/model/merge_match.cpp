#include "model/merge_match.hpp"

#include "base/ascii_words.hpp"
#include "base/folding.hpp"
#include "model/check.hpp"
#include "model/event_type.hpp"
#include "model/merge_growth.hpp"

#include <algorithm>

namespace demarche {
namespace {

constexpr Day kMonth = 31;

/// How far a date reaches; nothing where an end is open.
std::optional<DayRange> reach(const Edtf& date) {
    const auto first = date.earliest();
    const auto last = date.latest();
    return first && last ? std::optional(DayRange{*first, *last}) : std::nullopt;
}

bool within_a_month(const Edtf& date) {
    const auto range = reach(date);
    return range && range->last - range->first < kMonth;
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); }));
}

bool same_place(const Citation& a, const Citation& b) {
    return a.article == b.article && (a.passage && b.passage ? a.passage == b.passage : a.quote == b.quote);
}

/// Whether all words that these quote are quoted by those, no more and no less of them.
bool is_cited_in(const std::vector<Citation>& these, const std::vector<Citation>& those) {
    bool any = false;
    const bool all = std::all_of(these.begin(), these.end(), [&](const Citation& one) {
        any = any || !one.quote.empty();
        return one.quote.empty() ||
               std::any_of(those.begin(), those.end(), [&](const Citation& other) { return same_place(one, other); });
    });
    return all && any;
}

bool modes_fit(const EventType& a, const EventType& b) {
    return a.mode == b.mode || a.mode.empty() || b.mode.empty();
}

} // namespace

std::string name_key(std::string_view name) {
    std::string key;
    for (const std::string& word : ascii_words(name)) {
        key += (key.empty() ? "" : " ") + word;
    }
    return key.empty() ? fold(name) : key;
}

bool overlap(const Citation& a, const Citation& b) {
    if (a.article != b.article || a.quote.empty() || b.quote.empty()) {
        return false;
    }
    if (a.passage && b.passage) {
        return a.passage->start < b.passage->end && b.passage->start < a.passage->end;
    }
    const std::string one = fold(a.quote);
    const std::string other = fold(b.quote);
    return one.find(other) != std::string::npos || other.find(one) != std::string::npos;
}

bool says_the_same(const Citation& a, const Citation& b) {
    return overlap(a, b) || (a.article == b.article && a.quote.empty() && b.quote.empty());
}

bool shares_words(const std::vector<Citation>& these, const std::vector<Citation>& those) {
    return std::any_of(these.begin(), these.end(), [&](const Citation& one) {
        return std::any_of(those.begin(), those.end(), [&](const Citation& other) { return overlap(one, other); });
    });
}

DateFit fit(const Edtf& a, const Edtf& b) {
    if (a.empty() || b.empty()) {
        return DateFit::unknown;
    }
    const bool before = a.latest() && b.earliest() && *a.latest() < *b.earliest();
    const bool after = b.latest() && a.earliest() && *b.latest() < *a.earliest();
    return before || after ? DateFit::apart : DateFit::together;
}

ActorTraits::ActorTraits(const Actor& actor) : kind(actor.kind), name(name_key(actor.name)) {
    names.insert(name);
    for (const std::string& alias : actor.aliases) {
        names.insert(name_key(alias));
    }
    if (!actor.short_name.empty()) {
        names.insert(name_key(actor.short_name));
    }
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        words.insert(name.substr(at, end - at));
        at = end + 1;
    }
    citations = all_citations(actor);
}

int likeness(const ActorTraits& a, const ActorTraits& b) {
    if ((a.kind == ActorKind::person) != (b.kind == ActorKind::person)) {
        return 0;
    }
    if (a.name == b.name) {
        return 2;
    }
    const auto is_long = [](const std::string& key) { return key.find(' ') != std::string::npos; };
    const bool one_long = std::any_of(a.names.begin(), a.names.end(),
                                      [&](const std::string& key) { return is_long(key) && b.names.contains(key); });
    if (one_long) {
        return 2;
    }
    const auto is_short_for = [&](const ActorTraits& one, const ActorTraits& other) {
        return !is_long(one.name) && other.names.contains(one.name);
    };
    return is_short_for(a, b) || is_short_for(b, a) ? 1 : 0;
}

bool renamed(const ActorTraits& a, const ActorTraits& b) {
    if ((a.kind == ActorKind::person) != (b.kind == ActorKind::person) || shared(a.words, b.words) == 0) {
        return false;
    }
    return std::any_of(a.citations.begin(), a.citations.end(), [&](const Citation& one) {
        return std::any_of(b.citations.begin(), b.citations.end(),
                           [&](const Citation& other) { return !one.quote.empty() && same_place(one, other); });
    });
}

EventTraits::EventTraits(const Event& described)
    : event(&described), title(name_key(described.title)), citations(citations_of(described)) {
    for (const Party& party : described.parties) {
        if (party.as != Part::absent) {
            there.insert(party.actor);
        }
    }
}

Likeness likeness(const EventTraits& found, const EventTraits& known) {
    const bool one_title = found.title == known.title;
    const bool one_category = found.event->type.category == known.event->type.category;
    const std::size_t both = shared(found.there, known.there);
    const std::size_t all = found.there.size() + known.there.size() - both;
    const bool strangers = both == 0 && !found.there.empty() && !known.there.empty();
    const DateFit dates = fit(found.event->when, known.event->when);
    Likeness result;
    result.by_words = shares_words(found.citations, known.citations);
    result.close = one_title || (one_category && !strangers) || is_cited_in(found.citations, known.citations);
    if (result.by_words && (result.close || both > 0)) {
        result.score = 100;
    } else if (one_title && one_category && !strangers && dates != DateFit::apart) {
        result.score = 60;
    } else if (one_category && modes_fit(found.event->type, known.event->type) &&
               nature(found.event->type) != EventNature::speech && 2 * both >= all && both > 0 &&
               dates == DateFit::together && within_a_month(found.event->when) && within_a_month(known.event->when)) {
        result.score = 30;
    } else {
        return {};
    }
    result.score += (one_title ? 20 : 0) + (one_category ? 8 : 0) + (found.event->type == known.event->type ? 4 : 0);
    result.score += all == 0 ? 8 : static_cast<int>(8 * both / all);
    result.score += dates == DateFit::together ? 4 : dates == DateFit::apart ? -4 : 0;
    result.score += found.event->when == known.event->when ? 4 : 0;
    return result;
}

} // namespace demarche
