#include "built_story.hpp"

#include "model/event_type.hpp"
#include "model/words.hpp"

#include <algorithm>
#include <sstream>
#include <variant>

namespace demarche::assemble {
namespace {

std::vector<std::string> split(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

Part first_part(const EventType& type) {
    switch (nature(type)) {
    case EventNature::speech:
        return Part::speaker;
    case EventNature::hostile:
        return Part::source;
    case EventNature::joint:
        return Part::participant;
    }
    return Part::participant;
}

} // namespace

BuiltMention& BuiltMention::on(const std::string& edtf) {
    said_.when = std::get<Edtf>(parse_edtf(edtf));
    return *this;
}

BuiltMention& BuiltMention::at(const std::string& place) {
    said_.places.push_back(place);
    return *this;
}

BuiltMention& BuiltMention::words(const std::string& clause, const std::string& topic) {
    said_.passage = {start_, start_ + clause.size(), clause};
    said_.topic = topic;
    return *this;
}

BuiltMention& BuiltMention::trigger(const std::string& trigger) {
    said_.trigger = trigger;
    return *this;
}

BuiltMention& BuiltMention::status(Status status) {
    said_.status = status;
    return *this;
}

BuiltMention& BuiltMention::noun(bool definite) {
    said_.noun = true;
    said_.definite = definite;
    return *this;
}

BuiltMention& BuiltMention::said_by(ActorIndex chain, const std::string& words) {
    if (chain != extract::kNone) {
        said_.said_by.push_back(chain);
    }
    said_.said_by_words = words;
    return *this;
}

BuiltMention& BuiltMention::after(std::uint32_t other, std::optional<extract::OrderGap> gap) {
    said_.order.push_back({true, other, "", gap});
    return *this;
}

BuiltMention& BuiltMention::after_noun(const std::string& noun) {
    said_.order.push_back({true, extract::kNone, noun});
    return *this;
}

BuiltMention& BuiltMention::sentence(std::uint32_t sentence) {
    said_.sentence = sentence;
    return *this;
}

BuiltStory::BuiltStory() {
    who_.sides = {{"pe", "PE", "Peru", {}, {}}, {"no", "NO", "Norway", {}, {}}, {"ke", "KE", "Kenya", {}, {}}};
    add("peru", "Peru", ActorKind::state, "pe");
    add("norway", "Norway", ActorKind::state, "no");
    add("kenya", "Kenya", ActorKind::state, "ke");
    add("roe", "Ann Roe", ActorKind::person, "pe");
    add("diaz", "Luis Diaz", ActorKind::person, "pe");
    add("rios", "Eva Rios", ActorKind::person, "pe");
    add("vega", "Rosa Vega", ActorKind::person, "pe");
    add("lind", "Per Lind", ActorKind::person, "no");
    add("berg", "Nils Berg", ActorKind::person, "no");
    add("dahl", "Eva Dahl", ActorKind::person, "no");
    add("otieno", "Joy Otieno", ActorKind::person, "ke");
}

void BuiltStory::add(const std::string& id, const std::string& name, ActorKind kind, const std::string& side) {
    Actor actor;
    actor.id = id;
    actor.name = name;
    actor.short_name = kind == ActorKind::person ? name.substr(name.find(' ') + 1) : "";
    actor.kind = kind;
    actor.side = side;
    who_.actors.push_back(std::move(actor));
}

BuiltStory& BuiltStory::article(const std::string& published) {
    Gist gist;
    gist.article.id = "a" + std::to_string(gists_.size() + 1);
    gist.article.file = gist.article.id + ".txt";
    gist.article.published = published;
    gist.published = parse_day(published).value_or(0);
    gist.events.reserve(64); // BuiltMention refers into it
    gists_.push_back(std::move(gist));
    who_.ids.emplace_back();
    return *this;
}

ActorIndex BuiltStory::chain(const std::string& id) {
    std::vector<std::string>& ids = who_.ids.back();
    const auto found = std::find(ids.begin(), ids.end(), id);
    const auto index = static_cast<ActorIndex>(found - ids.begin());
    if (found != ids.end()) {
        return index;
    }
    ids.push_back(id);
    ActorSaid said;
    said.name = id;
    said.mentions = 1;
    if (id == "vega" || id == "dahl") {
        TitleSaid title;
        title.title = "President";
        title.kind = extract::TitleKind::head;
        said.titles.push_back(std::move(title));
    }
    gists_.back().actors.push_back(std::move(said));
    return index;
}

BuiltMention BuiltStory::tells(const std::string& type, const std::string& parties) {
    EventSaid said;
    said.type = event_type(type);
    for (const std::string& word : split(parties)) {
        const std::size_t colon = word.find(':');
        const std::string id = word.substr(0, colon);
        PartySaid party;
        party.actor = chain(id.substr(0, id.find('+')));
        // "peru+officials": its people, not the state by its name.
        party.words = id.find('+') == std::string::npos ? "Peru" : "Peruvian " + id.substr(id.find('+') + 1);
        party.as = colon == std::string::npos ? first_part(said.type)
                                              : value_of<Part>(word.substr(colon + 1)).value_or(Part::participant);
        said.parties.push_back(std::move(party));
    }
    std::vector<EventSaid>& events = gists_.back().events;
    said.sentence = static_cast<std::uint32_t>(events.size()) * 4; // far enough apart to be no one breath
    const std::size_t start = 1000 * events.size();
    said.passage = {start, start + 20, "clause " + std::to_string(gists_.size()) + " " + std::to_string(events.size())};
    events.push_back(std::move(said));
    return {events.back(), start};
}

BuiltStory& BuiltStory::team(const std::string& people, const std::string& side, std::uint32_t event) {
    DelegationSaid said;
    said.event = event;
    for (const std::string& word : split(people)) {
        const std::size_t colon = word.find(':');
        const std::string as = colon == std::string::npos ? "" : word.substr(colon + 1);
        const extract::MemberAs kind = as == "head"       ? extract::MemberAs::head
                                       : as == "possible" ? extract::MemberAs::possible
                                       : as == "absent"   ? extract::MemberAs::absent
                                                          : extract::MemberAs::member;
        said.members.push_back({chain(word.substr(0, colon)), kind});
    }
    said.body = chain(side);
    said.passage = {9000, 9010, "a team " + people};
    gists_.back().delegations.push_back(std::move(said));
    return *this;
}

BuiltStory& BuiltStory::share(std::size_t a, std::size_t b) {
    gists_[a].article.shares_text_with.push_back(gists_[b].article.id);
    gists_[b].article.shares_text_with.push_back(gists_[a].article.id);
    return *this;
}

Happenings BuiltStory::made(Notes* notes) const {
    Notes ignored;
    std::vector<Article> articles;
    for (const Gist& gist : gists_) {
        articles.push_back(gist.article);
    }
    return happenings(gists_, articles, who_, extract::Lexicon::built_in(), notes == nullptr ? ignored : *notes);
}

std::vector<std::string> BuiltStory::lines() const {
    std::vector<std::string> lines;
    for (const Event& event : made().events) {
        std::string line =
            (event.when.empty() ? "-" : event.when.text()) + " " + to_text(event.type) + " " + word_of(event.status);
        for (const Party& party : event.parties) {
            line += " " + party.actor;
            line += party.as == first_part(event.type) ? "" : std::string(":") + word_of(party.as);
        }
        line += event.where_held.empty() ? "" : " @ " + event.where_held;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> BuiltStory::titles() const {
    std::vector<std::string> titles;
    for (const Event& event : made().events) {
        titles.push_back(event.title);
    }
    return titles;
}

std::vector<std::string> BuiltStory::notes() const {
    Notes notes;
    static_cast<void>(made(&notes));
    std::vector<std::string> lines;
    for (const Note& note : notes) {
        lines.push_back(note.id + ": " + note.words);
    }
    return lines;
}

BuiltStory BuiltStory::reversed() const {
    BuiltStory other = *this;
    std::reverse(other.gists_.begin(), other.gists_.end());
    std::reverse(other.who_.ids.begin(), other.who_.ids.end());
    return other;
}

} // namespace demarche::assemble
