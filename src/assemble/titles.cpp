#include "assemble/titles.hpp"

#include "assemble/headline.hpp"
#include "assemble/shortened.hpp"
#include "assemble/title_words.hpp"
#include "base/ascii.hpp"
#include "model/event_type.hpp"
#include "model/quotations.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace demarche::assemble {
namespace {

constexpr std::size_t kMostNames = 3;
constexpr std::size_t kDetailLength = 110; ///< code points
constexpr std::size_t kDetailMost = 240;

/// What a meeting is called in a title; of words that as many mentions have, the first.
constexpr std::array<std::string_view, 8> kMeetings = {"summit",      "conference",    "negotiations", "talks",
                                                       "discussions", "consultations", "interview",    "dinner"};

class TitleMaker {
public:
    TitleMaker(const Merged& merged, const Cluster& cluster, const Telling& telling)
        : merged_(merged), event_(merged.event), cluster_(cluster), telling_(telling) {
        to_come_ = event_.status == Status::planned;
        off_ = event_.status == Status::cancelled || event_.status == Status::denied;
        hosts_ = names_of(event_, Part::host, telling);
        for (const Part part : {Part::source, Part::participant, Part::target, Part::speaker, Part::addressee}) {
            const std::vector<std::string> names = names_of(event_, part, telling);
            guests_.insert(guests_.end(), names.begin(), names.end());
        }
        place_ = event_.where_held;
        part_guests();
    }

    Titles make() {
        Titles titles;
        switch (cluster_.family) {
        case Family::call:
            titles.title = call();
            titles.short_title = guests_.size() > 2 ? "Phone calls" : "Phone call";
            break;
        case Family::meet:
            titles.title = meeting();
            titles.short_title = short_meeting();
            break;
        case Family::visit:
            titles.title = visit();
            titles.short_title = place_.empty() ? "Visit" : "Visit to " + town();
            break;
        case Family::agree:
            titles.title = agreement();
            break;
        case Family::speech:
            titles.title = title_of_speech(merged_, cluster_, telling_, thin_);
            break;
        case Family::hostile:
        case Family::other:
            titles.title = title_of_deed(merged_, telling_);
            break;
        }
        titles.title = checked(titles.title);
        titles.thin = thin_;
        titles.detail = checked(detail(titles.title));
        if (titles.title.empty()) {
            titles.title = plain();
            titles.plain = true;
            titles.thin = true;
        }
        titles.plain = titles.plain || (cluster_.family == Family::speech && titles.detail.empty() &&
                                        find_words(titles.title, "makes a") != std::string::npos);
        return titles;
    }

private:
    /// Who does what the verb says, and with whom: "Roe and Lind phoned Dahl".
    void part_guests() {
        const EventSaid& said = *merged_.best->said;
        std::vector<std::string> some;
        for (const PartySaid& party : said.parties) {
            const CastIndex actor =
                party.actor == extract::kNone ? party.actor : telling_.cast.of(merged_.best->article, party.actor);
            if (party.subject && party.as != Part::host && actor != extract::kNone) {
                some.push_back(telling_.cast.name(actor));
            }
        }
        const auto acts = [&](const std::string& name) {
            return std::find(some.begin(), some.end(), name) != some.end();
        };
        const auto behind = std::stable_partition(guests_.begin(), guests_.end(), acts);
        const auto acting = static_cast<std::size_t>(behind - guests_.begin());
        if (!said.noun && acting == some.size() && acting > 0) {
            doing_.assign(guests_.begin(), behind);
            others_.assign(behind, guests_.end());
        }
    }

    /// "Roe meets Lind and Dahl": more than two who did not all meet each other, as far as is known.
    [[nodiscard]] bool in_parts() const {
        return guests_.size() > 2 && guests_.size() <= kMostNames + 1 && !doing_.empty() && !others_.empty();
    }

    [[nodiscard]] bool several(const std::vector<std::string>& names) const {
        return names.size() > 1 || (names.size() == 1 && is_plural_name(names.front()));
    }

    /// "" where words stand in quotation marks that no citation has.
    [[nodiscard]] std::string checked(const std::string& label) const {
        std::vector<std::string> passages;
        for (const Citation& citation : event_.citations) {
            passages.push_back(citation.quote);
        }
        for (const Quotation& quotation : quotations(label)) {
            const bool stands = std::any_of(quotation.readings.begin(), quotation.readings.end(),
                                            [&](const std::string& words) { return stands_in(words, passages); });
            if (!stands) {
                return {};
            }
        }
        return label;
    }

    [[nodiscard]] std::string town() const {
        return place_.substr(place_.rfind(", ") == std::string::npos ? 0 : place_.rfind(", ") + 2);
    }

    /// " in Riyadh"; " at Belem Palace", as a passage says.
    [[nodiscard]] std::string in_place() const {
        if (place_.empty()) {
            return {};
        }
        const bool at = std::any_of(event_.citations.begin(), event_.citations.end(), [&](const Citation& citation) {
            return find_words(citation.quote, "at " + town()) != std::string::npos;
        });
        return (at ? " at " : " in ") + town();
    }

    /// As most mentions call it.
    [[nodiscard]] std::string noun() const {
        std::string_view best = "meeting";
        std::ptrdiff_t most = 0;
        for (const std::string_view word : kMeetings) {
            const auto count =
                std::count_if(cluster_.mentions.begin(), cluster_.mentions.end(), [&](std::uint32_t one) {
                    return find_words(ascii_lower(telling_.mentions[one].said->trigger), word) !=
                           std::string_view::npos;
                });
            if (count > most) {
                most = count;
                best = word;
            }
        }
        return std::string(best);
    }

    /// Whether the actor is of the land that it takes place in.
    [[nodiscard]] bool is_home(CastIndex actor) const {
        const extract::CountryIndex country = telling_.cast[actor].country;
        return country != extract::kNoCountry &&
               std::any_of(cluster_.places.begin(), cluster_.places.end(),
                           [&](const Place& place) { return place.country == country; });
    }

    [[nodiscard]] bool is_mass(const std::string& noun) const { return noun.ends_with('s'); }

    /// The two sides of a meeting of many; empty where they are not two.
    [[nodiscard]] std::vector<std::string> two_sides() const {
        std::vector<std::string> ids;
        std::set<std::string> home;
        for (const Party& party : event_.parties) {
            if (party.as == Part::absent || party.as == Part::host || party.as == Part::mediator) {
                continue;
            }
            const CastIndex actor = telling_.cast.of(party.actor);
            const std::string side = actor == extract::kNone ? std::string() : telling_.cast[actor].actor->side;
            if (side.empty()) {
                return {};
            }
            if (std::find(ids.begin(), ids.end(), side) == ids.end()) {
                ids.push_back(side);
            }
            if (is_home(actor)) {
                home.insert(side);
            }
        }
        if (ids.size() > 2) { // whose guests they are is in the detail
            std::erase_if(ids, [&](const std::string& id) { return home.contains(id); });
        }
        if (ids.size() != 2) {
            return {};
        }
        return {side_name(ids[0]), side_name(ids[1])};
    }

    [[nodiscard]] std::string side_name(const std::string& id) const {
        const WhoIsWho& who = telling_.cast.who();
        for (CastIndex i = 0; i < telling_.cast.size(); ++i) {
            if (who.actors[i].side == id && who.actors[i].kind == ActorKind::state) {
                return telling_.cast.name(i);
            }
        }
        const auto side =
            std::find_if(who.sides.begin(), who.sides.end(), [&](const Side& one) { return one.id == id; });
        return side == who.sides.end() ? std::string() : side->name;
    }

    [[nodiscard]] std::string call() {
        if (guests_.empty()) {
            return {};
        }
        thin_ = !off_ && guests_.size() == 1;
        if (off_ || guests_.size() == 1) {
            return (off_ ? "Phone call of " : "Phone call: ") + in_a_row(guests_);
        }
        const std::vector<std::string> others(guests_.begin() + 1, guests_.end());
        if (in_parts()) {
            return in_a_row(doing_) +
                   (to_come_          ? " to speak"
                    : several(doing_) ? " speak"
                                      : " speaks") +
                   " by phone with " + in_a_row(others_);
        }
        if (guests_.size() > 2) { // not one call of all: who spoke to whom is known of the first only
            return guests_.front() + (to_come_ ? " to speak" : " speaks") + " by phone with " + in_a_row(others);
        }
        // Who called whom is said by a verb, never by the order of names alone.
        const std::string trigger = ascii_lower(merged_.best->said->trigger);
        const bool verb = trigger.starts_with("call") || trigger.starts_with("phoned") || trigger.starts_with("rang");
        const bool caller = verb && !merged_.best->said->noun && names_of(event_, Part::source, telling_).size() == 1;
        if (caller && !to_come_) {
            return guests_.front() + " calls " + in_a_row(others);
        }
        return in_a_row(guests_) + (to_come_ ? " to speak" : " speak") + " by phone";
    }

    [[nodiscard]] std::string meeting() {
        const std::string what = noun();
        const std::vector<std::string> sides = guests_.size() > kMostNames ? two_sides() : std::vector<std::string>();
        if (sides.size() == 2) {
            return sides[0] + "–" + sides[1] + " " + what + in_place();
        }
        const std::vector<std::string> names = who_met();
        if (off_) {
            return capitalised(what) + (names.empty() ? "" : " of " + in_a_row(names)) + in_place();
        }
        if (!hosts_.empty() && names.size() != 2) {
            const std::string host = in_a_row(hosts_);
            const std::string verb = to_come_ ? " to host " : hosts_.size() > 1 ? " host " : " hosts ";
            return host + verb + (names.empty() || own_guests() ? held(what) : in_a_row(names)) + in_place();
        }
        if (names.size() >= 2) {
            return all_met(names, what) + in_place();
        }
        if (names.size() == 1) {
            const std::string told = with_unnamed(names.front());
            thin_ = told.empty();
            return thin_ ? names.front() + ": " + what + in_place() : told;
        }
        return place_.empty() ? std::string() : capitalised(what) + in_place();
    }

    /// The guests, three at most, and "others".
    [[nodiscard]] std::vector<std::string> who_met() const {
        std::vector<std::string> names = guests_;
        if (names.size() > 1 && names.size() <= kMostNames && with_others()) {
            names.emplace_back("others");
        } else if (names.size() > kMostNames) {
            names.resize(kMostNames - 1);
            names.emplace_back("others");
        }
        return names;
    }

    /// "Roe and Lind meet", "Roe meets Lind and Dahl", "Roe and Lind speak", "Roe and Lind hold talks".
    [[nodiscard]] std::string all_met(const std::vector<std::string>& names, const std::string& what) const {
        const std::string to = to_come_ ? " to " : " ";
        if (only_spoke()) {
            return together(names) + to + "speak";
        }
        if (in_parts() && hosts_.empty() && names.back() != "others" && what == "meeting") {
            const bool one = !to_come_ && !several(doing_);
            return in_a_row(doing_) + to + (one ? "meets " : "meet ") + in_a_row(others_);
        }
        return together(names) + to + (what == "meeting" ? "meet" : "hold " + held(what));
    }

    [[nodiscard]] bool with_others() const {
        return std::any_of(cluster_.mentions.begin(), cluster_.mentions.end(),
                           [&](std::uint32_t index) { return telling_.mentions[index].said->others; });
    }

    /// Nobody says that they met: "spoke with", "consulted".
    [[nodiscard]] bool only_spoke() const {
        return std::all_of(cluster_.mentions.begin(), cluster_.mentions.end(), [&](std::uint32_t index) {
            const Mention& mention = telling_.mentions[index];
            return mention.flexible && !mention.said->noun && ascii_lower(mention.said->trigger).starts_with("sp");
        });
    }

    /// Of a meeting of one and somebody unnamed, in the sentence's words: "Roe meets both candidates", "Separate talks
    /// with Roe"; "" where it says nothing more.
    [[nodiscard]] std::string with_unnamed(const std::string& name) const {
        const EventSaid& said = *merged_.best->said;
        if (!doing_.empty()) {
            const std::string title = title_of_deed(merged_, telling_);
            const std::string_view next = behind(said.passage.exact, said.trigger);
            constexpr std::array<std::string_view, 8> kNobody = {"her ", "him ",  "them ", "it ",
                                                                 "his ", "there", "again", "here"};
            const bool nobody = std::any_of(kNobody.begin(), kNobody.end(),
                                            [&](std::string_view word) { return next.starts_with(word); });
            return nobody || is_set_alone(next) ? std::string() : title;
        }
        const std::string with = said.trigger + " with " + name;
        const std::size_t at = find_words(said.passage.exact, with);
        if (at == std::string::npos) {
            return {};
        }
        std::string_view before = std::string_view(said.passage.exact).substr(0, at);
        for (const std::string_view kind : {"separate ", "direct ", "secret ", "bilateral ", "new ", "more "}) {
            if (before.ends_with(kind)) {
                return capitalised(std::string(kind) + with) + in_place();
            }
        }
        return capitalised(with) + in_place();
    }

    /// "met in Lima", "met on Friday": where and when, not whom.
    [[nodiscard]] static bool is_set_alone(std::string_view next) {
        constexpr std::array<std::string_view, 5> kSet = {"in ", "on ", "at ", "for ", "late "};
        return next.empty() ||
               std::any_of(kSet.begin(), kSet.end(), [&](std::string_view word) { return next.starts_with(word); });
    }

    /// "U.S. and Russian spymasters" for two groups that are called alike.
    [[nodiscard]] static std::string together(const std::vector<std::string>& names) {
        if (names.size() == 2 && names[0].ends_with('s')) {
            std::size_t common = 0; // from the end, whole words
            for (std::size_t i = 1; i < std::min(names[0].size(), names[1].size()); ++i) {
                const char c = names[0][names[0].size() - i];
                if (c != names[1][names[1].size() - i]) {
                    break;
                }
                common = c == ' ' ? i : common;
            }
            if (common > 0) {
                return names[0].substr(0, names[0].size() - common) + " and " + names[1];
            }
        }
        return in_a_row(names);
    }

    /// Whether somebody of a host's side is among the guests.
    [[nodiscard]] bool own_guests() const {
        const auto side = [&](const Party& party) {
            const CastIndex actor = telling_.cast.of(party.actor);
            return actor == extract::kNone ? extract::kNone : telling_.cast[actor].side;
        };
        return std::any_of(event_.parties.begin(), event_.parties.end(), [&](const Party& host) {
            return host.as == Part::host && side(host) != extract::kNone &&
                   std::any_of(event_.parties.begin(), event_.parties.end(), [&](const Party& guest) {
                       return guest.as == Part::participant && side(guest) == side(host);
                   });
        });
    }

    [[nodiscard]] std::string held(const std::string& what) const {
        return is_mass(what) ? what : (what == "interview" ? "an " : "a ") + what;
    }

    [[nodiscard]] std::string short_meeting() const {
        const std::string what = noun();
        return place_.empty() ? capitalised(what) : town() + " " + what;
    }

    [[nodiscard]] std::string visit() {
        if (guests_.empty()) {
            return {};
        }
        const std::string who = in_a_row(guests_);
        const bool many = several(guests_);
        const std::string where = !place_.empty() ? town() : hosts_.empty() ? std::string() : in_a_row(hosts_);
        if (off_) {
            return "Visit of " + who + (where.empty() ? "" : " to " + where);
        }
        if (where.empty()) {
            const std::string told = title_of_deed(merged_, telling_); // "Roe arrives from Lima"
            thin_ = told.empty();
            return !thin_ ? told : who + (to_come_ ? " to travel" : many ? " travel" : " travels");
        }
        if (to_come_) {
            return who + " due in " + where;
        }
        return who + verb_of_visit(many) + where;
    }

    /// " leaves for ", " visits ".
    [[nodiscard]] std::string verb_of_visit(bool many) const {
        struct Row {
            std::string_view begins;
            std::string_view one;
            std::string_view several;
        };

        constexpr std::array<Row, 14> kRows = {
            Row{"left", " leaves for ", " leave for "},   Row{"leav", " leaves for ", " leave for "},
            Row{"depart", " leaves for ", " leave for "}, Row{"set", " leaves for ", " leave for "},
            Row{"arriv", " arrives in ", " arrive in "},  Row{"land", " arrives in ", " arrive in "},
            Row{"travel", " travels to ", " travel to "}, Row{"fly", " travels to ", " travel to "},
            Row{"flew", " travels to ", " travel to "},   Row{"go", " travels to ", " travel to "},
            Row{"went", " travels to ", " travel to "},   Row{"head", " travels to ", " travel to "},
            Row{"return", " returns to ", " return to "}, Row{"came", " comes to ", " come to "},
        };
        const std::string trigger = ascii_lower(merged_.best->said->trigger);
        const auto row =
            std::find_if(kRows.begin(), kRows.end(), [&](const Row& one) { return trigger.starts_with(one.begins); });
        if (row == kRows.end()) {
            return many ? " visit " : " visits ";
        }
        return std::string(many ? row->several : row->one);
    }

    [[nodiscard]] std::string agreement() const {
        const EventSaid& said = *merged_.best->said;
        if (guests_.empty()) {
            return {};
        }
        const std::vector<std::string> sides = guests_.size() > kMostNames ? two_sides() : std::vector<std::string>();
        const std::string who = in_a_row(sides.empty() ? guests_ : sides);
        const bool agrees = ascii_lower(said.trigger).starts_with("agree") && !said.noun;
        const std::string topic =
            uncapitalised(shortened(topic_alone(*merged_.best),
                                    kTitleLength - std::min(length_of(who) + 8, kTitleLength - 16), kTitleMost - 20));
        if (agrees && !off_ && !topic.empty()) {
            constexpr std::array<std::string_view, 6> kJoining = {"to ", "on ", "that ", "in ", "at ", "during "};
            const bool joins = std::any_of(kJoining.begin(), kJoining.end(),
                                           [&](std::string_view lead) { return topic.starts_with(lead); });
            const std::string verb = to_come_ ? " to agree" : sides.size() + guests_.size() > 1 ? " agree" : " agrees";
            return who + verb + (joins ? " " : ": ") + topic;
        }
        if (said.noun && guests_.size() == 2) {
            return guests_[0] + "–" + guests_[1] + " " + ascii_lower(said.trigger);
        }
        return title_of_deed(merged_, telling_);
    }

    /// What every type is called, where no facts make a better title.
    [[nodiscard]] std::string plain() const {
        const std::string who = in_a_row(guests_);
        const std::string what =
            cluster_.family == Family::speech ? "statement" : ascii_lower(merged_.best->said->trigger);
        return who.empty() ? capitalised(what) + in_place() : who + ": " + what + in_place();
    }

    [[nodiscard]] std::string detail(const std::string& title) const {
        std::vector<std::string> parts;
        if (guests_.size() > kMostNames && cluster_.family != Family::speech) {
            parts.push_back(in_a_row(guests_));
        }
        if (const std::string about = topic(title); !about.empty()) {
            parts.push_back(about);
        }
        if (place_.find(", ") != std::string::npos && title.find(place_) == std::string::npos) {
            parts.push_back("at " + place_.substr(0, place_.find(", ")));
        }
        const std::vector<std::string> absent = names_of(event_, Part::absent, telling_);
        if (!absent.empty()) {
            parts.push_back(in_a_row(absent) + " not present");
        }
        if (event_.said_by.empty() && !merged_.attributed.empty()) {
            parts.insert(parts.begin(), "according to " + uncapitalised(merged_.attributed.front()));
        }
        std::string line;
        for (const std::string& part : parts) {
            line += (line.empty() ? "" : "; ") + part;
        }
        return line;
    }

    /// Whether its topic can stand alone, in its passage's own words.
    [[nodiscard]] bool may_tell(const Mention& mention) const {
        const std::string& category = mention.said->type.category;
        const bool here = find_words(mention.said->passage.exact, mention.said->topic) != std::string_view::npos;
        return here && (cluster_.family != Family::speech || is_asserted(mention) || category == "demand" ||
                        category == "request");
    }

    /// "the port was ready, and that ships would come" as print lists it: "the port was ready; ships would come".
    [[nodiscard]] std::string listed(std::string words) const {
        for (const std::string_view joint : {", and that ", ", but that ", " and that ", " but that "}) {
            const std::size_t at = words.find(joint);
            if (cluster_.family == Family::speech && at != std::string::npos && first_of_several(words).size() == at) {
                words.replace(at, joint.size(), "; ");
            }
        }
        return words;
    }

    /// Of "the port was ready, but that it would take weeks" what the title has not said; "" for nothing.
    [[nodiscard]] std::string said_besides(const Mention& mention) const {
        const std::string words = topic_alone(mention);
        const std::string first = first_of_several(words);
        const std::size_t that = words.find(" that ", first.size());
        if (cluster_.family != Family::speech || first.size() == words.size() || that == std::string::npos) {
            return {};
        }
        const std::string_view rest = std::string_view(words).substr(that + std::string_view(" that ").size());
        return uncapitalised(shortened(rest, kDetailLength, kDetailMost));
    }

    /// "to discuss an end to the war"; of speech what the title leaves out.
    [[nodiscard]] std::string topic(const std::string& title) const {
        for (const std::uint32_t index : cluster_.mentions) {
            const Mention& mention = telling_.mentions[index];
            const std::string& words = mention.said->topic;
            if (words.empty() || !is_cited(mention, event_) || !may_tell(mention)) {
                continue;
            }
            const bool quoted = is_quoted(mention.said->passage.exact, words);
            constexpr std::array<std::string_view, 6> kHeadless = {"at ", "by ", "for ", "from ", "of ", "with "};
            const bool called_on = cluster_.family == Family::speech && words.starts_with("on "); // "on Peru to act"
            if (called_on || std::any_of(kHeadless.begin(), kHeadless.end(),
                                         [&](std::string_view w) { return words.starts_with(w); })) {
                continue;
            }
            std::string part = quoted
                                   ? shortened(first_sentence(words), kDetailLength, kDetailMost)
                                   : uncapitalised(shortened(listed(topic_alone(mention)), kDetailLength, kDetailMost));
            if (!part.empty() && title.find(part.substr(0, 16)) == std::string::npos) {
                return quoted ? "“" + part + "”" : part;
            }
            std::string besides = quoted ? std::string() : said_besides(mention);
            if (!besides.empty() && title.find(besides.substr(0, 16)) == std::string::npos) {
                return besides;
            }
        }
        return {};
    }

    const Merged& merged_;
    const Event& event_;
    const Cluster& cluster_;
    const Telling& telling_;
    bool to_come_ = false;
    bool thin_ = false; ///< of the title: set as it is made
    bool off_ = false;
    std::vector<std::string> guests_;
    std::vector<std::string> hosts_;
    std::string place_;
    std::vector<std::string> doing_;  ///< of the guests those who do what the verb says; empty: not known
    std::vector<std::string> others_; ///< the other ones
};

} // namespace

Titles titles_of(const Merged& merged, const Cluster& cluster, const Telling& telling) {
    return TitleMaker(merged, cluster, telling).make();
}

} // namespace demarche::assemble
