#include "support/model_generator.hpp"

#include "model/event_type.hpp"
#include "support/date_generator.hpp"
#include "support/label_generator.hpp"
#include "support/random.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace demarche::support {

namespace {

constexpr std::size_t kLongestName = 40;
constexpr std::array kColours = {"#0062a3", "#b84a00", "#7d5a00", "#00724f", "#6a3d8f", "#a3003f"};
constexpr std::array kStatuses = {Status::occurred, Status::ongoing, Status::planned, Status::cancelled,
                                  Status::denied};
constexpr std::array kKinds = {ActorKind::person, ActorKind::organisation, ActorKind::state, ActorKind::group};
constexpr std::array kTieTypes = {TieType::leads,     TieType::member_of, TieType::advises,   TieType::speaks_for,
                                  TieType::appointed, TieType::heads,     TieType::represents};
constexpr std::array kLanguages = {"en", "de", "fr", "ru"};
/// Half of the events are of these, the other half of any type.
constexpr std::array kCommonTypes = {"consult/meet", "consult/call", "consult/visit", "statement",
                                     "agree",        "reject",       "assault",       "consult/negotiate"};

Edtf edtf(const std::string& text) {
    const std::variant<Edtf, EdtfError> result = parse_edtf(text);
    if (const EdtfError* const error = std::get_if<EdtfError>(&result)) {
        throw std::logic_error("the generator made the date " + text + ": " + error->message);
    }
    return std::get<Edtf>(result);
}

std::string numbered(const char* word, std::size_t number) {
    return std::string(word) + "-" + std::to_string(number);
}

class Generator {
public:
    Generator(std::uint64_t seed, const GeneratorOptions& options) : random_(seed), options_(options) {}

    Model generate() {
        model_.language = random_.pick(kLanguages);
        model_.week_starts = random_.chance(80) ? Weekday::monday : Weekday::sunday;
        draw_moments();
        model_.title = title();
        articles();
        sides();
        actors();
        events();
        constraints();
        delegations();
        ties();
        if (options_.charts) {
            charts();
        }
        return std::move(model_);
    }

private:
    void draw_moments();
    void articles();
    void sides();
    void actors();
    void events();
    Event event(std::size_t number);
    Status status(const Moment& moment);
    void parties(Event& event);
    void add_party(Event& event, Part part);
    void constraints();
    void delegations();
    void ties();
    void charts();

    Script script() {
        // Most stories are in one script with names of others in them.
        const bool plain = !options_.all_scripts || random_.chance(50);
        return plain ? Script::latin : static_cast<Script>(random_.below(kScripts - (options_.devanagari ? 0 : 1)));
    }

    // Arguments are drawn one by one: the order in which a call evaluates them is the compiler's.
    std::string text(std::size_t least, std::size_t most) {
        const Script chosen = script();
        const std::size_t length = random_.between(least, most);
        const bool unbroken = random_.chance(2);
        return label(random_, chosen, length, unbroken);
    }

    std::string skewed_text(std::size_t most) {
        const std::size_t length = random_.between_skewed(1, most);
        return text(length, length);
    }

    std::string title() {
        // Many as in print, some of any length.
        const std::size_t common = std::min<std::size_t>(60, options_.longest_label);
        return random_.chance(70) ? text(std::min<std::size_t>(common, 8), common)
                                  : skewed_text(options_.longest_label);
    }

    std::string name() { return skewed_text(std::min(kLongestName, options_.longest_label)); }

    /// The empty text in `percent` of all cases.
    std::string sometimes(const std::string& text, unsigned percent) { return random_.chance(percent) ? "" : text; }

    std::string review() { return random_.chance(10) ? "new" : ""; }

    std::string any_actor() { return model_.actors[random_.below(model_.actors.size())].id; }

    std::vector<Citation> citations(std::size_t most) {
        std::vector<Citation> result;
        for (std::size_t count = model_.articles.empty() ? 0 : random_.below(most + 1); count > 0; --count) {
            Citation citation;
            citation.article = random_.pick(model_.articles).id;
            citation.stance = random_.chance(92) ? Stance::supports : Stance::disputes;
            const bool known = std::any_of(result.begin(), result.end(),
                                           [&](const Citation& other) { return other.article == citation.article; });
            if (!known) {
                result.push_back(citation);
            }
        }
        return result;
    }

    Random random_;
    GeneratorOptions options_;
    Model model_;
    std::vector<Moment> moments_; ///< rising, one an event
    Day as_of_ = 0;
};

/// Bursts of events with silence between them, as in news.
void Generator::draw_moments() {
    const std::size_t count = random_.between_skewed(options_.least_events, options_.most_events);
    const Day first = day_number({1900, 1, 1});
    const Day begin = first + static_cast<Day>(random_.below(47000));
    const std::size_t stride = random_.between_skewed(1, 200);
    Day day = begin;
    for (std::size_t i = 0; i < count; ++i) {
        if (random_.chance(8)) {
            day += static_cast<Day>(random_.between_skewed(1, 40 * stride));
        } else if (random_.chance(55)) {
            day += static_cast<Day>(random_.below(stride) / 20 + 1);
        }
        Moment moment{day, static_cast<int>(random_.below(1440)), day};
        if (random_.chance(30)) {
            moment.until += static_cast<Day>(random_.between_skewed(1, 60));
        }
        moments_.push_back(moment);
    }
    std::sort(moments_.begin(), moments_.end());
    as_of_ = moments_[count - 1 - random_.below(count / 6 + 1)].day;
    model_.as_of = to_iso(as_of_);
}

void Generator::articles() {
    const std::size_t count = random_.between(1, std::max<std::size_t>(1, options_.most_articles));
    for (std::size_t i = 0; i < count; ++i) {
        Article article;
        article.id = numbered("article", i + 1);
        article.title = title();
        article.outlet = name();
        article.published = to_iso(as_of_ - static_cast<Day>(random_.below(10)));
        article.url = sometimes("https://example.org/" + article.id, 20);
        article.language = sometimes(random_.pick(kLanguages), 50);
        if (i > 0 && random_.chance(25)) {
            article.shares_text_with = {model_.articles[random_.below(i)].id};
        }
        model_.articles.push_back(article);
    }
}

void Generator::sides() {
    const std::size_t count = random_.between(options_.least_sides, options_.most_sides);
    for (std::size_t i = 0; i < count; ++i) {
        Side side;
        side.id = numbered("side", i + 1);
        side.code = std::string(1, static_cast<char>('A' + i)) + (random_.chance(70) ? "BC" : "");
        side.name = name();
        if (random_.chance(30)) {
            side.colour = parse_colour(random_.pick(kColours));
        }
        model_.sides.push_back(side);
    }
}

void Generator::actors() {
    const std::size_t count = random_.between_skewed(options_.least_actors, options_.most_actors);
    for (std::size_t i = 0; i < count; ++i) {
        Actor actor;
        actor.id = numbered("actor", i + 1);
        actor.name = name();
        actor.short_name = sometimes(text(1, 12), 50);
        actor.kind = random_.chance(60) ? ActorKind::person : random_.pick(kKinds);
        if (!model_.sides.empty() && !random_.chance(10)) {
            actor.side = random_.pick(model_.sides).id;
        }
        if (random_.chance(30)) {
            actor.aliases.push_back(name());
        }
        for (std::size_t roles = random_.chance(60) ? random_.between(1, 2) : 0; roles > 0; --roles) {
            Role role;
            role.title = name();
            role.body = sometimes(name(), 40);
            role.when = edtf(random_.chance(20) ? true_date(random_, moments_[0]) : "");
            role.citations = citations(2);
            actor.roles.push_back(role);
        }
        actor.review = review();
        actor.citations = citations(2);
        model_.actors.push_back(actor);
    }
}

void Generator::events() {
    for (std::size_t i = 0; i < moments_.size(); ++i) {
        model_.events.push_back(event(i));
    }
}

Status Generator::status(const Moment& moment) {
    if (moment.day > as_of_) {
        return random_.chance(85) ? Status::planned : Status::cancelled;
    }
    // Plans whose day is over and that nobody confirmed are among them.
    return random_.chance(85) ? Status::occurred : random_.pick(kStatuses);
}

Event Generator::event(std::size_t number) {
    const Moment& moment = moments_[number];
    Event result;
    result.id = numbered("event", number + 1);
    result.title = title();
    result.short_title = sometimes(name(), 60);
    result.detail = sometimes(title(), 50);
    result.when = edtf(true_date(random_, moment));
    if (result.when.is_imprecise() && random_.chance(5)) {
        result.words = label(random_, Script::latin, 12);
    }
    result.where_held = sometimes(name(), 60);
    result.type =
        event_type(random_.chance(50) ? std::string(random_.pick(kCommonTypes)) : random_.pick(known_event_types()));
    result.cameo = sometimes("040", 80);
    result.status = status(moment);
    result.weight = static_cast<int>(random_.between(1, 10));
    result.emphasis = random_.chance(10);
    result.review = review();
    if (random_.chance(15)) {
        result.said_by = {any_actor()};
    }
    parties(result);
    result.citations = citations(4);
    return result;
}

/// An actor has one part in an event; where nobody is left, nobody is added.
void Generator::add_party(Event& event, Part part) {
    Party party;
    party.actor = any_actor();
    party.as = part;
    const bool known = std::any_of(event.parties.begin(), event.parties.end(),
                                   [&](const Party& other) { return other.actor == party.actor; });
    if (!known) {
        party.citations = citations(1);
        event.parties.push_back(party);
    }
}

void Generator::parties(Event& event) {
    const auto several = [this](std::size_t most) { return random_.between_skewed(1, most); };
    const auto add = [this, &event](Part part, std::size_t count) {
        for (; count > 0; --count) {
            add_party(event, part);
        }
    };
    switch (nature(event.type)) {
    case EventNature::joint:
        add(Part::participant, random_.chance(5) ? several(40) : random_.between(1, 5));
        add(Part::host, random_.chance(25) ? several(2) : 0);
        add(Part::mediator, random_.chance(15) ? several(2) : 0);
        add(Part::absent, random_.chance(15) ? several(2) : 0);
        break;
    case EventNature::speech:
        add(Part::speaker, 1);
        add(Part::addressee, random_.chance(40) ? several(3) : 0);
        add(Part::target, random_.chance(30) ? several(2) : 0);
        break;
    case EventNature::hostile:
        add(Part::source, several(3));
        add(Part::target, several(3));
        break;
    }
    // Facts without anybody named exist too.
    if (random_.chance(3)) {
        event.parties.clear();
    }
}

/// Constraints that the moments bear out, so that nothing contradicts anything.
void Generator::constraints() {
    std::vector<Event>& events = model_.events;
    for (std::size_t later = 1; later < events.size(); ++later) {
        if (!random_.chance(15)) {
            continue;
        }
        // The moments rise: whatever stands earlier may have come before.
        const std::size_t earlier =
            random_.chance(80) ? later - 1 - random_.below(std::min<std::size_t>(later, 5)) : random_.below(later);
        if (moments_[earlier] == moments_[later]) {
            continue;
        }
        if (random_.chance(80)) {
            events[later].after.push_back(events[earlier].id);
        } else {
            events[earlier].before.push_back(events[later].id);
        }
    }
    // Dossiers are mostly kept in order; some are not.
    if (random_.chance(20)) {
        random_.shuffle(events);
    }
}

void Generator::delegations() {
    if (model_.sides.empty()) {
        return;
    }
    for (std::size_t count = random_.below(options_.most_delegations + 1); count > 0; --count) {
        Delegation delegation;
        delegation.id = numbered("delegation", count);
        delegation.name = sometimes(name(), 50);
        const Event& event = random_.pick(model_.events);
        delegation.event = event.id;
        delegation.side = random_.pick(model_.sides).id;
        std::vector<std::string> own;
        for (const Actor& actor : model_.actors) {
            const bool absent = std::any_of(event.parties.begin(), event.parties.end(), [&](const Party& party) {
                return party.actor == actor.id && party.as == Part::absent;
            });
            if (actor.side == delegation.side && !absent) {
                own.push_back(actor.id);
            }
        }
        random_.shuffle(own);
        const std::size_t members = own.empty() ? 0 : random_.between_skewed(1, own.size());
        delegation.members.assign(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(members));
        const std::size_t possible = std::min<std::size_t>(own.size() - members, random_.below(3));
        delegation.possible.assign(own.begin() + static_cast<std::ptrdiff_t>(members),
                                   own.begin() + static_cast<std::ptrdiff_t>(members + possible));
        if (!delegation.members.empty() && random_.chance(70)) {
            delegation.head = random_.pick(delegation.members);
        }
        delegation.review = review();
        delegation.citations = citations(2);
        const bool doubled =
            std::any_of(model_.delegations.begin(), model_.delegations.end(), [&](const Delegation& other) {
                return other.event == delegation.event && other.side == delegation.side;
            });
        if (!delegation.members.empty() && !doubled) {
            model_.delegations.push_back(delegation);
        }
    }
}

void Generator::ties() {
    for (std::size_t count = random_.below(options_.most_ties + 1); count > 0; --count) {
        Tie tie;
        tie.from = any_actor();
        tie.to = any_actor();
        tie.type = random_.pick(kTieTypes);
        tie.verb = sometimes(text(1, 20), 70);
        tie.when = edtf(random_.chance(20) ? true_date(random_, moments_[0]) : "");
        tie.review = review();
        tie.citations = citations(2);
        const bool doubled = std::any_of(model_.ties.begin(), model_.ties.end(), [&](const Tie& other) {
            return other.from == tie.from && other.to == tie.to && other.type == tie.type;
        });
        if (tie.from != tie.to && !doubled) {
            model_.ties.push_back(tie);
        }
    }
}

void Generator::charts() {
    ChartSpec timeline;
    timeline.kind = ChartKind::timeline;
    timeline.title = sometimes(title(), 50);
    timeline.subtitle = sometimes(title(), 50);
    timeline.min_weight = static_cast<int>(random_.between(1, 5));
    constexpr std::array kScales = {ScaleMode::automatic, ScaleMode::time, ScaleMode::days, ScaleMode::rows};
    timeline.scale = random_.pick(kScales);
    model_.charts.push_back(timeline);
    ChartSpec network;
    network.kind = ChartKind::network;
    network.min_weight = static_cast<int>(random_.between(1, 8));
    model_.charts.push_back(network);
}

} // namespace

Model generate_model(std::uint64_t seed, const GeneratorOptions& options) {
    return Generator(seed, options).generate();
}

} // namespace demarche::support
