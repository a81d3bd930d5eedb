#include "model/merge_growth.hpp"

#include "model/check.hpp"
#include "model/merge_match.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <utility>

namespace demarche {
namespace {

bool one_role(const Role& a, const Role& b) {
    const bool one_body = a.body.empty() || b.body.empty() || name_key(a.body) == name_key(b.body);
    if (one_body && name_key(a.title) == name_key(b.title)) {
        return true;
    }
    return shares_words(a.citations, b.citations);
}

bool holds(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void grow_roles(Actor& known, const Actor& found, News& news, bool all_new, Growth& growth) {
    const std::size_t before = known.roles.size();
    for (const Role& role : found.roles) {
        const auto end = known.roles.begin() + static_cast<std::ptrdiff_t>(before);
        const auto same = std::find_if(known.roles.begin(), end, [&](const Role& one) { return one_role(one, role); });
        if (same != end) {
            news.add(same->citations, role.citations, growth);
        } else if (role.citations.empty() ? all_new : news.all_new(role.citations)) {
            known.roles.push_back(role);
            known.roles.back().citations = news.take(role.citations);
            growth.parts.push_back("role " + quoted(role.title));
        }
    }
}

void grow_party(Event& known, const Party& party, News& news, bool all_new, Growth& growth) {
    // A participant is whoever was there in any part: a person may have said it better.
    const auto is_same = [&](const Party& one) {
        return one.actor == party.actor &&
               (one.as == party.as || (party.as == Part::participant && one.as != Part::absent));
    };
    const auto is_opposite = [&](const Party& one) {
        return one.actor == party.actor && (one.as == Part::absent) != (party.as == Part::absent);
    };
    const auto same = std::find_if(known.parties.begin(), known.parties.end(), is_same);
    const std::string what = "party " + party.actor + " (" + to_text(party.as) + ")";
    if (same != known.parties.end()) {
        news.add(same->citations, party.citations, growth);
    } else if (std::any_of(known.parties.begin(), known.parties.end(), is_opposite)) {
        growth.clashes.push_back(party.as == Part::absent
                                     ? "says that " + party.actor + " was there, the articles that it was absent"
                                     : "says that " + party.actor + " was absent, the articles that it was there");
    } else if (party.citations.empty() ? all_new : news.all_new(party.citations)) {
        known.parties.push_back(party);
        known.parties.back().citations = news.take(party.citations);
        growth.parts.push_back(what);
    } else {
        growth.doubts.push_back(what);
    }
}

} // namespace

std::vector<Citation> all_citations(const Actor& actor) {
    std::vector<Citation> all = actor.citations;
    for (const Role& role : actor.roles) {
        all.insert(all.end(), role.citations.begin(), role.citations.end());
    }
    return all;
}

std::vector<Citation> all_citations(const Event& event) {
    return citations_of(event);
}

std::vector<Citation> all_citations(const Delegation& delegation) {
    return delegation.citations;
}

std::vector<Citation> all_citations(const Tie& tie) {
    return tie.citations;
}

News::News(const std::vector<Citation>& before,
           std::vector<Citation> now,
           const std::set<std::string>& read,
           std::function<bool(const Citation&)> elsewhere)
    : now_(std::move(now)), read_(read), elsewhere_(std::move(elsewhere)) {
    for (const Citation& citation : before) {
        articles_.insert(citation.article);
    }
}

bool News::is_new(const Citation& citation) const {
    const auto is_said = [&](const Citation& one) { return says_the_same(one, citation); };
    return !articles_.contains(citation.article) && !std::any_of(now_.begin(), now_.end(), is_said) &&
           !(elsewhere_ && elsewhere_(citation));
}

bool News::any_new(const std::vector<Citation>& citations) const {
    return std::any_of(citations.begin(), citations.end(), [&](const Citation& one) { return is_new(one); });
}

bool News::all_new(const std::vector<Citation>& citations) const {
    return any_new(citations) && std::none_of(citations.begin(), citations.end(),
                                              [&](const Citation& one) { return read_.contains(one.article); });
}

bool News::first_says(const std::string& name, const std::vector<Citation>& citations) const {
    const std::string key = " " + name_key(name) + " ";
    bool says = false;
    for (const Citation& citation : citations) {
        if ((" " + name_key(citation.quote) + " ").find(key) != std::string::npos) {
            says = is_new(citation) && !read_.contains(citation.article);
            if (!says) {
                return false; // it was offered before
            }
        }
    }
    return says;
}

std::vector<Citation> News::take(const std::vector<Citation>& found) {
    std::vector<Citation> taken;
    std::copy_if(found.begin(), found.end(), std::back_inserter(taken),
                 [&](const Citation& one) { return is_new(one); });
    now_.insert(now_.end(), taken.begin(), taken.end());
    return taken;
}

void News::add(std::vector<Citation>& known, const std::vector<Citation>& found, Growth& growth) {
    const std::vector<Citation> taken = take(found);
    known.insert(known.end(), taken.begin(), taken.end());
    growth.citations += taken.size();
}

Growth grow(Actor& known, const Actor& found, News& news) {
    Growth growth;
    const std::vector<Citation> citations = all_citations(found);
    std::set<std::string> names = ActorTraits(known).names;
    for (const std::string& alias : found.aliases) {
        if (news.first_says(alias, citations) && names.insert(name_key(alias)).second) {
            known.aliases.push_back(alias);
            growth.parts.push_back("alias " + quoted(alias));
        }
    }
    grow_roles(known, found, news, news.all_new(citations), growth);
    news.add(known.citations, found.citations, growth);
    return growth;
}

Growth grow(Event& known, const Event& found, News& news) {
    Growth growth;
    const bool all_new = news.all_new(all_citations(found));
    for (const Party& party : found.parties) {
        grow_party(known, party, news, all_new, growth);
    }
    news.add(known.citations, found.citations, growth);
    return growth;
}

Growth grow(Delegation& known, const Delegation& found, News& news) {
    Growth growth;
    const bool all_new = news.all_new(found.citations);
    const auto add = [&](const std::vector<std::string>& actors, std::vector<std::string>& to, const char* word) {
        for (const std::string& actor : actors) {
            if (holds(known.members, actor) || holds(known.possible, actor)) {
                continue;
            }
            (all_new ? growth.parts : growth.doubts).push_back(word + actor);
            if (all_new) {
                to.push_back(actor);
            }
        }
    };
    add(found.members, known.members, "member ");
    add(found.possible, known.possible, "possible member ");
    news.add(known.citations, found.citations, growth);
    if (!found.head.empty() && !known.head.empty() && found.head != known.head) {
        growth.clashes.push_back("says that " + known.head + " leads, the articles that " + found.head + " does");
    }
    return growth;
}

Growth grow(Tie& known, const Tie& found, News& news) {
    Growth growth;
    news.add(known.citations, found.citations, growth);
    return growth;
}

} // namespace demarche
