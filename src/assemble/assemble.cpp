#include "assemble/assemble.hpp"

#include "assemble/charts.hpp"
#include "assemble/happenings.hpp"
#include "assemble/who.hpp"
#include "assemble/wording.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace demarche::assemble {
namespace {

/// Symmetric, ids in the order of the articles.
void mark_shared_text(const std::vector<Gist>& gists, std::vector<Article>& articles) {
    std::vector<const std::vector<std::uint64_t>*> prints;
    prints.reserve(gists.size());
    for (const Gist& gist : gists) {
        prints.push_back(&gist.wording);
    }
    std::vector<std::set<std::size_t>> shared(articles.size());
    for (const auto& [a, b] : shared_wording(prints)) {
        shared[a].insert(b);
        shared[b].insert(a);
    }
    for (std::size_t a = 0; a < articles.size(); ++a) {
        for (const std::size_t b : shared[a]) {
            std::vector<std::string>& with = articles[a].shares_text_with;
            if (std::find(with.begin(), with.end(), articles[b].id) == with.end()) {
                with.push_back(articles[b].id);
            }
        }
    }
}

/// Everybody whom the model refers to.
std::set<std::string> named_in(const Model& model) {
    std::set<std::string> named;
    for (const Event& event : model.events) {
        named.insert(event.said_by.begin(), event.said_by.end());
        for (const Party& party : event.parties) {
            named.insert(party.actor);
        }
    }
    for (const Delegation& delegation : model.delegations) {
        named.insert(delegation.head);
        named.insert(delegation.members.begin(), delegation.members.end());
        named.insert(delegation.possible.begin(), delegation.possible.end());
    }
    for (const Tie& tie : model.ties) {
        named.insert(tie.from);
        named.insert(tie.to);
    }
    return named;
}

/// Actors who take part in nothing go, but for persons of whom an office or a full name is known; then sides of nobody.
void leave_out_bystanders(Model& model) {
    const std::set<std::string> named = named_in(model);
    std::erase_if(model.actors, [&](const Actor& actor) {
        const bool known = !actor.roles.empty() || actor.name.find(' ') != std::string::npos;
        return !named.contains(actor.id) && !(actor.kind == ActorKind::person && known);
    });
    std::set<std::string> sides;
    for (const Actor& actor : model.actors) {
        sides.insert(actor.side);
    }
    for (const Delegation& delegation : model.delegations) {
        sides.insert(delegation.side);
    }
    std::erase_if(model.sides, [&](const Side& side) { return !sides.contains(side.id); });
}

std::string latest_day(const std::vector<Gist>& gists) {
    const auto latest = std::max_element(gists.begin(), gists.end(),
                                         [](const Gist& a, const Gist& b) { return a.published < b.published; });
    return latest == gists.end() ? std::string() : to_iso(latest->published);
}

} // namespace

Assembled assemble(const std::vector<Gist>& gists, const extract::Lexicon& lexicon) {
    Assembled result;
    Model& model = result.model;
    for (const Gist& gist : gists) {
        model.articles.push_back(gist.article);
        model.articles.back().shares_text_with.clear();
    }
    mark_shared_text(gists, model.articles);
    WhoIsWho who = who_is_who(gists, lexicon, result.notes);
    Happenings happened = happenings(gists, model.articles, who, lexicon, result.notes);
    model.events = std::move(happened.events);
    model.delegations = std::move(happened.delegations);
    model.sides = std::move(who.sides);
    model.actors = std::move(who.actors);
    model.ties = std::move(who.ties);
    model.as_of = latest_day(gists);
    leave_out_bystanders(model);
    model.title = story_title(model);
    model.charts = charts_of(model);
    return result;
}

} // namespace demarche::assemble
