#include "model/dossier_tree.hpp"

#include "model/dossier_fields.hpp"

namespace demarche {
namespace {

xml::Node element(const char* name) {
    xml::Node node;
    node.name = name;
    return node;
}

xml::Node words(const char* name, const std::string& text) {
    xml::Node node = element(name);
    if (!text.empty()) {
        xml::Node content;
        content.kind = xml::NodeKind::text;
        content.text = text;
        node.children.push_back(std::move(content));
    }
    return node;
}

template <class Owner>
xml::Node with_fields(const char* name, const Owner& owner) {
    xml::Node node = element(name);
    write_fields(owner, node);
    return node;
}

void add_citations(xml::Node& node, const std::vector<Citation>& citations) {
    for (const Citation& citation : citations) {
        node.children.push_back(words("cite", citation.quote));
        write_fields(citation, node.children.back());
    }
}

template <class Owner>
xml::Node with_citations(const char* name, const Owner& owner) {
    xml::Node node = with_fields(name, owner);
    add_citations(node, owner.citations);
    return node;
}

xml::Node tree_of(const Article& article) {
    return with_fields("article", article);
}

xml::Node tree_of(const Side& side) {
    return with_fields("side", side);
}

xml::Node tree_of(const Actor& actor) {
    xml::Node node = with_fields("actor", actor);
    for (const std::string& alias : actor.aliases) {
        node.children.push_back(words("alias", alias));
    }
    for (const Role& role : actor.roles) {
        node.children.push_back(with_citations("role", role));
    }
    add_citations(node, actor.citations);
    return node;
}

xml::Node tree_of(const Delegation& delegation) {
    xml::Node node = with_fields("delegation", delegation);
    const auto add = [&](const char* name, const std::vector<std::string>& actors) {
        for (const std::string& actor : actors) {
            node.children.push_back(element(name));
            node.children.back().attributes.push_back({"actor", actor, {}, {}});
        }
    };
    add("member", delegation.members);
    add("possible", delegation.possible);
    add_citations(node, delegation.citations);
    return node;
}

xml::Node tree_of(const Event& event) {
    xml::Node node = with_fields("event", event);
    if (!event.detail.empty()) {
        node.children.push_back(words("detail", event.detail));
    }
    for (const Party& party : event.parties) {
        node.children.push_back(with_citations("party", party));
    }
    add_citations(node, event.citations);
    return node;
}

xml::Node tree_of(const Tie& tie) {
    return with_citations("tie", tie);
}

xml::Node tree_of(const ChartSpec& chart) {
    return with_fields("chart", chart);
}

template <class Things>
void add_section(xml::Node& root, const char* name, const Things& things, const Things& rejected = {}) {
    if (things.empty() && rejected.empty()) {
        return;
    }
    xml::Node section = element(name);
    for (const Things* list : {&things, &rejected}) {
        for (const auto& thing : *list) {
            section.children.push_back(tree_of(thing));
        }
    }
    root.children.push_back(std::move(section));
}

} // namespace

xml::Node dossier_tree(const Model& model) {
    xml::Node root = with_fields("dossier", model);
    add_section(root, "articles", model.articles);
    add_section(root, "sides", model.sides);
    add_section(root, "actors", model.actors, model.rejected.actors);
    add_section(root, "delegations", model.delegations, model.rejected.delegations);
    add_section(root, "events", model.events, model.rejected.events);
    add_section(root, "ties", model.ties, model.rejected.ties);
    add_section(root, "charts", model.charts);
    return root;
}

} // namespace demarche
