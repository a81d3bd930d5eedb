#include "model/check.hpp"

#include "model/retracted.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

namespace demarche {
namespace {

/// The smallest index of the set that holds `index`; halves the paths it walks.
std::size_t root_of(std::vector<std::size_t>& parents, std::size_t index) {
    while (parents[index] != index) {
        parents[index] = parents[parents[index]];
        index = parents[index];
    }
    return index;
}

std::map<std::string, std::size_t> indices(const std::vector<Article>& articles) {
    std::map<std::string, std::size_t> result;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        result.emplace(articles[i].id, i);
    }
    return result;
}

/// What the report needs of the articles, worked out once for all facts.
struct Sources {
    std::map<std::string, std::size_t> index;
    std::vector<std::size_t> group;
    Retractions retractions;

    explicit Sources(const Model& model)
        : index(indices(model.articles)), group(independent_groups(model)), retractions(model) {}

    [[nodiscard]] std::size_t independent(const std::vector<Citation>& citations) const {
        std::set<std::size_t> groups;
        for (const Citation& citation : citations) {
            const auto found = index.find(citation.article);
            if (citation.stance == Stance::supports && found != index.end() && !retractions.has(citation.article)) {
                groups.insert(group[found->second]);
            }
        }
        return groups.size();
    }
};

/// Adds one fact with the citations that bear on it.
void count_fact(CitationReport& report, const Sources& sources, const std::vector<Citation>& citations) {
    const std::size_t independent = sources.independent(citations);
    ++report.facts;
    const bool retracted = sources.retractions.alone_support(citations);
    report.retracted += retracted ? 1 : 0;
    report.cited += independent > 0 ? 1 : 0;
    report.uncited += independent == 0 && !retracted ? 1 : 0;
    report.single_sourced += independent == 1 ? 1 : 0;
    report.disputed += sources.retractions.any_disputes(citations) ? 1 : 0;
    report.citations += citations.size();
    report.passages += static_cast<std::size_t>(std::count_if(
        citations.begin(), citations.end(), [](const Citation& cited) { return cited.passage.has_value(); }));
}

void count_actor(CitationReport& report, const Sources& sources, const Actor& actor) {
    count_fact(report, sources, actor.citations);
    for (const Role& role : actor.roles) {
        count_fact(report, sources, role.citations);
    }
    report.unreviewed += actor.review.empty() ? 0 : 1;
}

/// A party is no fact of its own: what supports it supports its event.
void count_event(CitationReport& report, const Sources& sources, const Event& event) {
    count_fact(report, sources, citations_of(event));
    report.attributed += event.said_by.empty() ? 0 : 1;
    report.unreviewed += event.review.empty() ? 0 : 1;
}

/// "label      12", the numbers right-aligned under one another.
std::string line(std::string_view label, std::size_t number, std::string_view remark = {}) {
    constexpr std::size_t kLabelWidth = 16;
    constexpr std::size_t kNumberWidth = 6;
    const std::string digits = std::to_string(number);
    std::string text(label);
    text.resize(std::max(kLabelWidth, text.size() + 1), ' ');
    text.append(digits.size() < kNumberWidth ? kNumberWidth - digits.size() : 0, ' ');
    text += digits;
    if (!remark.empty()) {
        text += "  ";
        text += remark;
    }
    return text + "\n";
}

} // namespace

std::vector<Citation> citations_of(const Event& event) {
    std::vector<Citation> all = event.citations;
    for (const Party& party : event.parties) {
        all.insert(all.end(), party.citations.begin(), party.citations.end());
    }
    return all;
}

std::vector<std::size_t> independent_groups(const Model& model) {
    const auto index = indices(model.articles);
    std::vector<std::size_t> parents(model.articles.size());
    std::iota(parents.begin(), parents.end(), std::size_t{0});
    for (std::size_t i = 0; i < model.articles.size(); ++i) {
        for (const std::string& other : model.articles[i].shares_text_with) {
            if (const auto found = index.find(other); found != index.end()) {
                const std::size_t one = root_of(parents, i);
                const std::size_t two = root_of(parents, found->second);
                parents[std::max(one, two)] = std::min(one, two);
            }
        }
    }
    // Numbered by first appearance, so that the numbers have no holes.
    std::map<std::size_t, std::size_t> numbers;
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < model.articles.size(); ++i) {
        groups.push_back(numbers.emplace(root_of(parents, i), numbers.size()).first->second);
    }
    return groups;
}

std::size_t independent_sources(const Model& model, const std::vector<Citation>& citations) {
    return Sources(model).independent(citations);
}

bool is_disputed(const Model& model, const std::vector<Citation>& citations) {
    return Retractions(model).any_disputes(citations);
}

CitationReport report(const Model& model) {
    const Sources sources(model);
    CitationReport report;
    report.articles = model.articles.size();
    report.sides = model.sides.size();
    report.actors = model.actors.size();
    report.delegations = model.delegations.size();
    report.events = model.events.size();
    report.ties = model.ties.size();
    for (const Actor& actor : model.actors) {
        count_actor(report, sources, actor);
    }
    for (const Delegation& delegation : model.delegations) {
        count_fact(report, sources, delegation.citations);
        report.unreviewed += delegation.review.empty() ? 0 : 1;
    }
    for (const Event& event : model.events) {
        count_event(report, sources, event);
    }
    for (const Tie& tie : model.ties) {
        count_fact(report, sources, tie.citations);
        report.unreviewed += tie.review.empty() ? 0 : 1;
    }
    return report;
}

std::string to_text(const CitationReport& report) {
    std::string text;
    text += line("articles", report.articles);
    text += line("sides", report.sides);
    text += line("actors", report.actors);
    text += line("delegations", report.delegations);
    text += line("events", report.events);
    text += line("ties", report.ties);
    text += "\n";
    text += line("facts", report.facts, "actors, roles, delegations, events, ties");
    text += line("cited", report.cited, "supported by at least one article");
    text += line("single-sourced", report.single_sourced, "by one independent source");
    text += line("uncited", report.uncited);
    text += report.retracted == 0 ? "" : line("retracted", report.retracted, "by retracted articles alone: not drawn");
    text += line("disputed", report.disputed, "an article says otherwise");
    text += line("attributed", report.attributed, "events on somebody's word");
    text += line("unreviewed", report.unreviewed, "added by a program, not looked at yet");
    text += "\n";
    text += line("citations", report.citations);
    text += line("passages", report.passages, "citations of exact words, found in their articles");
    return text;
}

} // namespace demarche
