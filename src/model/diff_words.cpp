#include "model/diff_words.hpp"

#include "base/edtf_words.hpp"
#include "base/utf8.hpp"
#include "base/xml.hpp"
#include "model/diff_fields.hpp"
#include "model/wording.hpp"
#include "model/words.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace demarche {
namespace {

constexpr std::size_t kLongest = 160; ///< bytes of one value

std::string date_in_words(const std::string& edtf) {
    const auto parsed = parse_edtf(edtf);
    const Edtf* date = std::get_if<Edtf>(&parsed);
    return date == nullptr || date->empty() ? "no date" : in_words(*date, DateWords{});
}

std::string one_line(const std::string& text) {
    return shortened(xml::collapse_blanks(text), kLongest);
}

std::string arrow(const std::string& before, const std::string& after) {
    return before + " -> " + after;
}

std::string count_of(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

template <class Thing>
const Thing* thing_with(const std::vector<Thing>& things, const std::string& id) {
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

/// Finds things of both models, and says what they and their values are called.
class Teller {
public:
    explicit Teller(const ModelDiff& diff) : diff_(diff) {}

    [[nodiscard]] std::string actor(const std::string& id) const {
        const Actor* found = find(&Model::actors, id);
        return found == nullptr ? id : one_line(found->short_name.empty() ? found->name : found->short_name);
    }

    [[nodiscard]] std::string article(const std::string& id) const {
        const Article* found = find(&Model::articles, id);
        if (found == nullptr) {
            return id;
        }
        for (const std::string* name : {&found->outlet, &found->title, &found->file}) {
            if (!name->empty()) {
                const bool alone = name != &found->outlet || outlets(*name) == 1;
                return one_line(*name) + (alone ? "" : " (" + date_in_words(found->published) + ")");
            }
        }
        return id;
    }

    [[nodiscard]] std::string subject(const Change& change) const {
        switch (change.thing) {
        case ThingKind::dossier:
            return "the dossier";
        case ThingKind::article: {
            const Article* found = find(&Model::articles, change.id);
            const bool has_title = found != nullptr && !found->title.empty() && !found->outlet.empty();
            return article(change.id) + (has_title ? ", “" + one_line(found->title) + "”" : "");
        }
        case ThingKind::side:
            return side(change.id);
        case ThingKind::actor: {
            const Actor* found = find(&Model::actors, change.id);
            return found == nullptr ? change.id : one_line(found->name);
        }
        case ThingKind::delegation:
            return delegation(change.id);
        case ThingKind::event:
            return event(change.id);
        case ThingKind::tie:
            return tie(change.id);
        case ThingKind::chart:
            return "the chart " + change.id;
        }
        return change.id;
    }

    [[nodiscard]] std::string event(const std::string& id) const {
        const Event* found = find(&Model::events, id);
        return found == nullptr || found->title.empty() ? id : one_line(found->title);
    }

    [[nodiscard]] std::string side(const std::string& id) const {
        const Side* found = find(&Model::sides, id);
        return found == nullptr ? id : one_line(found->name.empty() ? found->code : found->name);
    }

    /// What a field says, for people.
    [[nodiscard]] std::string value(ThingKind thing, const std::string& name, const std::string& text) const {
        if (name == "when" || name == "as-of" || name == "published" ||
            (thing == ThingKind::chart && (name == "from" || name == "to"))) {
            return date_in_words(text);
        }
        if (text.empty()) {
            return "none";
        }
        if (thing == ThingKind::tie && (name == "from" || name == "to")) {
            return actor(text);
        }
        if (name == "head") {
            return actor(text);
        }
        if (name == "event") {
            return event(text);
        }
        if (name == "side") {
            return side(text);
        }
        const bool is_prose = name == "title" || name == "detail" || name == "name" || name == "words" ||
                              name == "short" || name == "subtitle" || name == "verb";
        return is_prose ? "“" + one_line(text) + "”" : one_line(text);
    }

    /// The date of an event in one of the two models.
    [[nodiscard]] static std::string when(const Model& model, const std::string& id) {
        const Event* event = thing_with(model.events, id);
        return event == nullptr || event->when.empty() ? "" : in_words(event->when, DateWords{});
    }

    [[nodiscard]] const ModelDiff& diff() const { return diff_; }

    [[nodiscard]] const Event* event_now(const std::string& id) const { return thing_with(diff_.after.events, id); }

    template <class Thing>
    [[nodiscard]] const Thing* find(std::vector<Thing> Model::*list, const std::string& id) const {
        if (const Thing* now = thing_with(diff_.after.*list, id)) {
            return now;
        }
        const Thing* before = thing_with(diff_.before.*list, id);
        return before == nullptr ? thing_with(diff_.before.*list, id + "~") : before;
    }

private:
    [[nodiscard]] std::size_t outlets(const std::string& outlet) const {
        const auto& articles = diff_.after.articles;
        return static_cast<std::size_t>(
            std::ranges::count_if(articles, [&](const Article& one) { return one.outlet == outlet; }));
    }

    [[nodiscard]] std::string delegation(const std::string& id) const {
        const Delegation* found = find(&Model::delegations, id);
        if (found == nullptr) {
            return id;
        }
        const std::string name = found->name.empty() ? "the delegation of " + side(found->side) : one_line(found->name);
        return name + " at “" + event(found->event) + "”";
    }

    /// "FROM TYPE TO".
    [[nodiscard]] std::string tie(const std::string& id) const {
        const std::size_t first = id.find(' ');
        const std::size_t second = id.find(' ', first + 1);
        const std::string to = id.substr(second + 1, id.find(' ', second + 1) - second - 1);
        return actor(id.substr(0, first)) + " " + id.substr(first + 1, second - first - 1) + " " + actor(to);
    }

    const ModelDiff& diff_;
};

std::string status_in_words(const std::string& status, const std::string& when) {
    if (status == word_of(Status::planned)) {
        return when.empty() ? "planned" : "planned for " + when;
    }
    return status;
}

/// "Envoys meet: planned for 20 Feb 2025 -> cancelled".
std::string status_change(const Teller& teller, const Change& change) {
    const FieldChange& status = change.fields.front();
    const std::string old_day = Teller::when(teller.diff().before, change.id);
    const std::string new_day = Teller::when(teller.diff().after, change.id);
    std::string now = status_in_words(status.after.value_or(""), new_day);
    const bool has_said = status.after == word_of(Status::planned);
    if (change.fields.size() > 1 && !has_said && !new_day.empty()) {
        now += ", " + new_day;
    }
    return arrow(status_in_words(status.before.value_or(""), old_day), now);
}

std::string part_in_words(const Teller& teller, const FieldChange& part) {
    const std::string who = teller.actor(part.path.at(1));
    if (!part.before) {
        return "named now: " + who + " (" + *part.after + ")";
    }
    if (!part.after) {
        return "no longer named: " + who + " (" + *part.before + ")";
    }
    return who + ": " + arrow(*part.before, *part.after);
}

std::string role_in_words(const FieldChange& role) {
    const std::string& body = role.path.at(2);
    const std::string what = "“" + one_line(role.path.at(1)) + (body.empty() ? "" : ", " + one_line(body)) + "”";
    if (role.before && role.after) {
        return "role " + what + ": " + arrow(date_in_words(*role.before), date_in_words(*role.after));
    }
    return (role.after ? "new role " : "no longer given the role ") + what;
}

/// A member of a list that came or went.
std::string member_in_words(const Teller& teller, const FieldChange& member) {
    const std::string& list = member.path.front();
    const std::string& id = member.path.at(1);
    const bool came = member.after.has_value();
    std::string who = one_line(id);
    if (list == "said-by" || list == "member" || list == "possible" || list == "actors") {
        who = teller.actor(id);
    } else if (list == "after" || list == "before" || list == "events") {
        who = "“" + teller.event(id) + "”";
    } else if (list == "shares-text-with") {
        who = teller.article(id);
    } else if (list == "sides") {
        who = teller.side(id);
    }
    const std::string no_longer = came ? "" : "no longer ";
    if (list == "said-by") {
        return no_longer + "according to " + who;
    }
    if (list == "after" || list == "before") {
        return no_longer + "known to be " + list + " " + who;
    }
    if (list == "member") {
        return no_longer + "with " + who;
    }
    if (list == "possible") {
        return no_longer + "perhaps with " + who;
    }
    if (list == "shares-text-with") {
        return (came ? "shares its text with " : "no longer shares its text with ") + who;
    }
    if (list == "alias") {
        return no_longer + "also called “" + who + "”";
    }
    return list + (came ? ": with " : ": without ") + who;
}

/// "Moscow, Riyadh" of who came and who went in a list of citations, with their count.
std::string citations_in_words(const Change& change) {
    std::size_t came = 0;
    std::size_t went = 0;
    std::size_t changed = 0;
    for (const FieldChange& field : change.fields) {
        came += field.before ? 0 : 1;
        went += field.after ? 0 : 1;
        changed += field.before && field.after ? 1 : 0;
    }
    std::vector<std::string> words;
    if (came > 0) {
        words.push_back(count_of(came, "more citation"));
    }
    if (went > 0) {
        words.push_back(count_of(went, "citation") + " less");
    }
    if (changed > 0) {
        words.push_back(count_of(changed, "citation") + " turned round");
    }
    std::string text = joined(words);
    if (change.sources_before != change.sources_after) {
        text += ", " + std::to_string(change.sources_before) + " -> " +
                count_of(change.sources_after, "independent source");
    }
    return text;
}

std::string field_in_words(const Teller& teller, const Change& change) {
    const FieldChange& field = change.fields.front();
    const std::string& name = field.path.front();
    if (name == "order") {
        return "another order of " + field.path.at(1) + (field.path.back() == "cite" ? " citations" : "");
    }
    if (is_citation(field.path)) {
        return citations_in_words(change);
    }
    if (name == "status" && change.thing == ThingKind::event) {
        return status_change(teller, change);
    }
    if (name == "party") {
        return part_in_words(teller, field);
    }
    if (name == "role") {
        return role_in_words(field);
    }
    if (field.path.size() > 1) {
        return member_in_words(teller, field);
    }
    if (name == "review") {
        return field.after ? "marked " + *field.after : "reviewed";
    }
    if (name == "read") {
        return field.after == "yes" ? "read by the program" : "to be read again by the program";
    }
    const std::string label = name == "when" ? "date" : name == "where" ? "place" : name == "lang" ? "language" : name;
    return label + " " +
           arrow(teller.value(change.thing, name, field.before.value_or("")),
                 teller.value(change.thing, name, field.after.value_or("")));
}

/// What a reader wants to know at once of an event that came or went.
std::string event_in_short(const Teller& teller, const Change& change) {
    const Event* event = teller.find(&Model::events, change.id);
    if (event == nullptr) {
        return {};
    }
    std::vector<std::string> words;
    const std::string when = event->when.empty() ? "no date set" : in_words(event->when, DateWords{});
    words.push_back(event->status == Status::occurred  ? when
                    : event->status == Status::planned ? "planned for " + when
                                                       : when + ", " + to_text(event->status));
    if (!event->said_by.empty()) {
        std::vector<std::string> names;
        std::ranges::transform(event->said_by, std::back_inserter(names),
                               [&](const std::string& id) { return teller.actor(id); });
        words.push_back("according to " + joined(names));
    }
    return " (" + joined(words) + ")";
}

} // namespace

std::string in_words(const ModelDiff& diff, const Change& change) {
    const Teller teller(diff);
    std::string subject = teller.subject(change);
    // "Envoy: talks went well – date ...": two colons in a row read badly.
    const std::string colon = subject.find(": ") == std::string::npos ? ": " : " – ";
    const std::string kind = change.thing == ThingKind::event || change.thing == ThingKind::tie
                                 ? ""
                                 : std::string(to_text(change.thing)) + " ";
    switch (change.kind) {
    case ChangeKind::added:
    case ChangeKind::removed:
    case ChangeKind::retracted:
        return kind + subject + (change.thing == ThingKind::event ? event_in_short(teller, change) : "");
    case ChangeKind::disputed:
        return subject + colon + "something speaks against it now";
    case ChangeKind::confirmed:
        return subject + colon + std::to_string(change.sources_before) + " -> " +
               count_of(change.sources_after, "independent source");
    case ChangeKind::renamed:
        return kind + subject + colon + "id " + arrow(change.was, change.id);
    case ChangeKind::denied:
    case ChangeKind::cancelled:
    case ChangeKind::came_true:
        return subject + colon + status_change(teller, change);
    case ChangeKind::changed:
        return subject + colon + field_in_words(teller, change);
    }
    return subject;
}

std::string sources_in_words(const ModelDiff& diff, const Change& change) {
    const Teller teller(diff);
    std::vector<std::string> names;
    for (const std::string& id : change.articles) {
        names.push_back(teller.article(id));
    }
    return joined(names);
}

} // namespace demarche
