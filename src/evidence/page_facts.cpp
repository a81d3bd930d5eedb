/// The facts of the page, each with the words it rests on: the list without script, the panel with it.

#include "compose/frame.hpp"
#include "compose/sentence.hpp"
#include "evidence/page_material.hpp"
#include "view/standing.hpp"
#include "view/text_fragment.hpp"

#include <algorithm>

namespace demarche::evidence {

namespace {

std::string spaced(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

class FactList {
public:
    FactList(Html& html, const Material& material) : html_(html), material_(material), model_(material.model) {}

    void write() {
        group("events", "the-events", FactKind::event);
        actors();
        group("delegations", "the-delegations", FactKind::delegation);
        group("ties", "the-ties", FactKind::tie);
    }

private:
    void group(const char* id, const char* key, FactKind kind) {
        const auto is_one = [&](const Fact& fact) { return fact.kind == kind; };
        if (std::none_of(material_.facts.begin(), material_.facts.end(), is_one)) {
            return;
        }
        html_.open("section", {{"class", "group"}, {"id", id}});
        html_.element("h3", material_.phrase(key));
        for (const Fact& fact : material_.facts) {
            if (fact.kind == kind) {
                write_fact(fact);
            }
        }
        html_.close();
        html_.line();
    }

    /// By side, so that a side's card has somewhere to lead.
    void actors() {
        if (model_.actors.empty()) {
            return;
        }
        html_.open("section", {{"class", "group"}, {"id", "actors"}});
        html_.element("h3", material_.phrase("the-actors"));
        for (const Side& side : model_.sides) {
            actors_of(side.id, side.name.empty() ? side.code : side.name);
        }
        actors_of("", material_.phrase("no-side"));
        html_.close();
        html_.line();
    }

    void actors_of(const std::string& side, const std::string& name) {
        bool any = false;
        for (const Fact& fact : material_.facts) {
            if (fact.kind != FactKind::actor || model_.actors[fact.index].side != side) {
                continue;
            }
            if (!any && !model_.sides.empty()) {
                Html::Attributes attributes{{"class", "side-head " + material_.side_class(side)}};
                if (!side.empty()) {
                    attributes.emplace_back("id", side_anchor(side));
                }
                html_.foreign("h4", name, attributes);
            }
            any = true;
            write_fact(fact);
        }
    }

    void write_fact(const Fact& fact) {
        Html::Attributes attributes{{"class", "fact"},
                                    {"id", fact.anchor},
                                    {"data-actors", spaced(fact.actors)},
                                    {"data-sides", spaced(fact.sides)},
                                    {"data-flags", spaced(flags(fact))}};
        what_it_is(fact, attributes);
        html_.open("article", attributes);
        head(fact);
        if (fact.proofs.empty()) {
            html_.element("p", material_.phrase("no-source"), {{"class", "cue"}});
        }
        for (const CitedArticle& cited : material_.articles) {
            proofs_of(fact, *cited.article);
        }
        if (fact.kind != FactKind::actor) {
            people(fact);
        }
        html_.close();
        html_.line();
    }

    /// For the script: what marks and filters ask for.
    void what_it_is(const Fact& fact, Html::Attributes& attributes) const {
        switch (fact.kind) {
        case FactKind::event: {
            const Event& event = model_.events[fact.index];
            attributes.emplace_back("data-event", event.id);
            attributes.emplace_back("data-type", type_key(event.type));
            if (const auto first = event.when.earliest()) {
                attributes.emplace_back("data-first", std::to_string(*first));
            }
            if (const auto last = event.when.latest()) {
                attributes.emplace_back("data-last", std::to_string(*last));
            }
            break;
        }
        case FactKind::actor:
            attributes.emplace_back("data-actor", model_.actors[fact.index].id);
            break;
        case FactKind::delegation:
            attributes.emplace_back("data-delegation", model_.delegations[fact.index].id);
            attributes.emplace_back("data-at", model_.delegations[fact.index].event);
            break;
        case FactKind::tie:
            attributes.emplace_back("data-from", model_.ties[fact.index].from);
            attributes.emplace_back("data-to", model_.ties[fact.index].to);
            break;
        }
    }

    [[nodiscard]] std::vector<std::string> flags(const Fact& fact) const {
        std::vector<std::string> list;
        const auto add = [&](bool holds, const char* flag) {
            if (holds) {
                list.emplace_back(flag);
            }
        };
        add(fact.kind == FactKind::event && !model_.events[fact.index].said_by.empty(), "attributed");
        add(fact.disputed, "disputed");
        add(fact.single_source, "single");
        add(fact.unreviewed, "unreviewed");
        add(!fact.drawn, "undrawn");
        return list;
    }

    void head(const Fact& fact) {
        html_.open("header");
        if (fact.kind == FactKind::event) {
            const view::Row& row = material_.row(fact.index);
            html_.open("p", {{"class", "when"}});
            html_.foreign("span", material_.words().date(row, true));
            if (!row.place.empty()) {
                html_.raw(" · ");
                html_.foreign("span", row.place);
            }
            html_.close();
        }
        const std::string side = fact.kind == FactKind::event || fact.sides.empty() ? "" : fact.sides.front();
        const bool below_side = fact.kind == FactKind::actor && !model_.sides.empty();
        html_.open(below_side ? "h5" : "h4", {{"class", "title " + material_.side_class(side)}});
        html_.foreign("a", title(fact), {{"href", "#" + fact.anchor}});
        html_.close();
        for (const std::string& line : details(fact)) {
            html_.foreign("p", line, {{"class", "detail"}});
        }
        const auto signs = signs_of(fact);
        if (!signs.empty()) {
            html_.open("ul", {{"class", "signs"}});
            for (const auto& [kind, words] : signs) {
                html_.foreign("li", words, {{"class", kind}});
            }
            html_.close();
        }
        html_.close();
    }

    [[nodiscard]] std::string title(const Fact& fact) const {
        switch (fact.kind) {
        case FactKind::event:
            return compose::printed_title(material_.row(fact.index), material_.style);
        case FactKind::actor:
        case FactKind::delegation:
            return fact.name;
        case FactKind::tie:
            break;
        }
        const Tie& tie = model_.ties[fact.index];
        const std::string verb =
            tie.verb.empty() ? material_.phrase(std::string("tie-") + to_text(tie.type)) : tie.verb;
        return name(tie.from) + " " + verb + " " + name(tie.to);
    }

    [[nodiscard]] std::string name(const std::string& actor) const {
        const Actor* known = model_.actor(actor);
        return known == nullptr ? actor : view::running_name(*known);
    }

    [[nodiscard]] std::vector<std::string> details(const Fact& fact) const {
        std::vector<std::string> lines;
        const auto add = [&](const std::string& line) {
            if (!line.empty()) {
                lines.push_back(line);
            }
        };
        switch (fact.kind) {
        case FactKind::event: {
            const view::Row& row = material_.row(fact.index);
            add(row.detail);
            std::string parties;
            compose::add_sentence(parties, material_.words().parties(row), material_.style);
            add(parties);
            break;
        }
        case FactKind::actor:
            for (const Role& role : model_.actors[fact.index].roles) {
                const std::string when = role.when.empty() ? "" : " (" + material_.dates.words(role.when) + ")";
                add(role.title + (role.body.empty() ? "" : ", " + role.body) + when);
            }
            break;
        case FactKind::delegation: {
            const Event* event = model_.event(model_.delegations[fact.index].event);
            add(event == nullptr ? "" : event->title);
            break;
        }
        case FactKind::tie:
            add(material_.dates.words(model_.ties[fact.index].when));
            break;
        }
        return lines;
    }

    /// What a reader must know before believing it: class and words.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> signs_of(const Fact& fact) const {
        std::vector<std::pair<std::string, std::string>> signs;
        const auto add = [&](const char* kind, const std::string& words) {
            if (!words.empty()) {
                signs.emplace_back(kind, words);
            }
        };
        if (fact.kind == FactKind::event) {
            const view::Row& row = material_.row(fact.index);
            add("status", compose::status_in_words(row.status, row.overdue, material_.style));
            if (!row.said_by.empty()) {
                add("attributed",
                    material_.phrase("according-to", {{"who", compose::joined(row.said_by, material_.style)}}));
            }
        }
        add("disputed", fact.disputed ? material_.phrase("disputed") : "");
        add("single", fact.one_text        ? material_.phrase("one-text-sign")
                      : fact.single_source ? material_.phrase("single-source")
                                           : "");
        add("unreviewed", fact.unreviewed ? material_.phrase("not-reviewed") : "");
        add("retracted", fact.retracted ? material_.phrase("rests-on-retracted") : "");
        add("undrawn", fact.drawn ? "" : material_.phrase("not-drawn"));
        return signs;
    }

    /// What one article gives for or against the fact.
    void proofs_of(const Fact& fact, const Article& article) {
        const auto is_of = [&](const Proof& proof) { return proof.citation->article == article.id; };
        if (std::none_of(fact.proofs.begin(), fact.proofs.end(), is_of)) {
            return;
        }
        html_.open("div", {{"class", "proof"}});
        html_.open("p", {{"class", "from"}});
        material_.source_line(html_, article);
        html_.close();
        if (const std::string same = material_.one_text_with(article); !same.empty()) {
            html_.element("p", same, {{"class", "cue"}});
        }
        html_.open("ul");
        for (const Proof& proof : fact.proofs) {
            if (is_of(proof)) {
                write_proof(proof, article);
            }
        }
        html_.close();
        html_.close();
    }

    void write_proof(const Proof& proof, const Article& article) {
        const Citation& citation = *proof.citation;
        const auto number = material_.passage_number(citation);
        const bool against = citation.stance == Stance::disputes;
        Html::Attributes attributes{{"class", against ? "passage against" : "passage"}};
        if (number) {
            attributes.emplace_back("data-passage", passage_anchor(article.id, *number));
            if (const auto& excerpt = material_.cited(article.id)->excerpt) {
                const Context& context = excerpt->contexts[*number];
                attributes.emplace_back("data-context", article.id + " " + std::to_string(context.first + 1) + " " +
                                                            std::to_string(context.last + 1));
            }
        }
        if (!proof.actor.empty()) {
            attributes.emplace_back("data-party", proof.actor);
        }
        html_.open("li", attributes);
        if (against) {
            html_.element("span", material_.phrase("speaks-against"), {{"class", "sign against"}});
            html_.raw(" ");
        }
        if (!proof.of.empty()) {
            html_.foreign("span", proof.of, {{"class", "of"}});
            html_.raw(" ");
        }
        quote(citation, article, number);
        html_.close();
    }

    void quote(const Citation& citation, const Article& article, std::optional<std::size_t> number) {
        const std::string target = number ? passage_anchor(article.id, *number) : article_anchor(article.id);
        if (number) {
            html_.foreign("q", citation.passage->exact, {{"lang", article.language}});
        } else {
            html_.element("span", material_.phrase("whole-article"), {{"class", "whole"}});
        }
        html_.raw(" ");
        html_.element("a", material_.phrase("in-the-article"), {{"class", "in"}, {"href", "#" + target}});
        const std::string address = web_address(number ? view::url_of_words(article.url, {citation}) : article.url);
        if (!address.empty()) {
            html_.raw(" ");
            html_.element("a", material_.phrase("open-article"),
                          {{"class", "out"}, {"href", address}, {"rel", "noopener noreferrer"}});
        }
    }

    /// From an event, a delegation or a tie to those it is about.
    void people(const Fact& fact) {
        if (fact.actors.empty()) {
            return;
        }
        html_.open("p", {{"class", "people"}});
        bool first = true;
        for (const std::string& id : fact.actors) {
            const Actor* actor = model_.actor(id);
            html_.raw(first ? "" : " ");
            first = false;
            html_.foreign("a", name(id),
                          {{"class", material_.side_class(actor == nullptr ? "" : actor->side)},
                           {"href", "#" + anchor_of(FactKind::actor, id)}});
        }
        html_.close();
    }

    Html& html_;
    const Material& material_;
    const Model& model_;
};

} // namespace

void write_facts(Html& html, const Material& material) {
    html.open("aside", {{"class", "facts"},
                        {"id", "facts"},
                        {"aria-labelledby", "facts-head"},
                        {"data-found", material.phrase("facts-shown", {{"shown", "#"}, {"all", "%"}})}});
    html.open("div", {{"class", "bar"}});
    html.element("h2", material.phrase("the-facts"), {{"id", "facts-head"}, {"tabindex", "-1"}});
    html.element("button", material.phrase("close"),
                 {{"type", "button"}, {"class", "close"}, {"hidden", Html::kNoValue}});
    html.close();
    html.element("p", "", {{"class", "found"}, {"role", "status"}});
    html.open("section", {{"class", "chosen"}, {"id", "chosen"}});
    html.close();
    html.open("div", {{"class", "all"}});
    FactList(html, material).write();
    html.close();
    html.close();
    html.line();
}

} // namespace demarche::evidence
