#include "model/dossier_rules.hpp"

#include "base/edtf.hpp"
#include "base/number.hpp"
#include "model/dossier_delegations.hpp"
#include "model/event_type.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

namespace demarche {
namespace {

std::string value(const xml::Node& node, std::string_view attribute_name) {
    const xml::Attribute* attribute = node.attribute(attribute_name);
    return attribute == nullptr ? std::string() : attribute->value;
}

/// Where an attribute's value stands, or its element where there is none.
xml::Position place(const xml::Node& node, std::string_view attribute_name) {
    const xml::Attribute* attribute = node.attribute(attribute_name);
    return attribute == nullptr ? node.begin : attribute->value_at;
}

class RuleCheck {
public:
    RuleCheck(const xml::Document& document, Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    void run() {
        collect_articles(document_.root);
        visit(document_.root);
        if (events_ == 0) {
            error("no-events", document_.root.begin, "no events", "a dossier needs at least one <event> in <events>");
        }
    }

private:
    void collect_articles(const xml::Node& node) {
        if (node.name == "article") {
            has_file_.emplace(value(node, "id"), !xml::is_blank(value(node, "file")));
        }
        for (const xml::Node& child : node.children) {
            collect_articles(child);
        }
    }

    void visit(const xml::Node& node) {
        if (node.name == "event") {
            event(node);
        } else if (node.name == "tie") {
            tie(node);
        } else if (node.name == "chart") {
            chart(node);
        } else if (node.name == "cite") {
            cite(node);
        }
        for (const xml::Node& child : node.children) {
            visit(child);
        }
    }

    void event(const xml::Node& node) {
        ++events_;
        std::map<std::string, std::set<std::string>> parts; // of each actor
        std::size_t participants = 0;
        std::size_t sources = 0;
        std::size_t targets = 0;
        for (const xml::Node& child : node.children) {
            if (child.name == "party") {
                const std::string part = party(child, parts);
                participants += part == "participant" ? 1 : 0;
                sources += part == "source" ? 1 : 0;
                targets += part == "target" ? 1 : 0;
            }
        }
        const EventNature kind = nature(event_type(value(node, "type")));
        if (kind == EventNature::hostile) {
            hostile_act(node, participants, sources, targets);
        }
        if (kind == EventNature::speech && participants > 1) {
            warning("speech-participants", node.begin,
                    "a " + quoted(value(node, "type")) +
                        " with several participants: a chart shows them all as speakers",
                    "use as=\"speaker\", as=\"addressee\" or as=\"target\" (who or what it is about)");
        }
    }

    void hostile_act(const xml::Node& node, std::size_t participants, std::size_t sources, std::size_t targets) {
        if (participants > 1 && sources + targets == 0) {
            warning("unsaid-source", node.begin, "a hostile act whose parties are all participants",
                    "say who acted against whom: as=\"source\", as=\"target\"");
        } else if (sources > 0 && targets == 0) {
            warning("unsaid-target", node.begin, "a hostile act against nobody: no arrow can be drawn",
                    "say against whom: as=\"target\"");
        } else if (targets > 0 && sources == 0) {
            warning("unsaid-source", node.begin, "a hostile act of nobody: no arrow can be drawn",
                    "say who acted: as=\"source\"");
        }
    }

    /// The party's part.
    std::string party(const xml::Node& node, std::map<std::string, std::set<std::string>>& parts) {
        const std::string actor = value(node, "actor");
        std::string part = value(node, "as");
        if (part.empty()) {
            part = "participant";
        }
        if (actor.empty()) {
            return part;
        }
        std::set<std::string>& others = parts[actor];
        if (!others.insert(part).second) {
            error("repeated-party", place(node, "actor"), quoted(actor) + " is a " + part + " of this event twice");
        } else if (others.size() > 1 && others.contains("absent")) {
            error("absent-party", place(node, "actor"),
                  quoted(actor) + " is absent from this event and takes part in it", "keep one of the two");
        }
        return part;
    }

    void tie(const xml::Node& node) {
        const std::string from = value(node, "from");
        if (!from.empty() && from == value(node, "to")) {
            error("self-reference", place(node, "to"), "a tie of " + quoted(from) + " to itself");
        }
        std::vector<std::string> key;
        for (const char* part : {"from", "to", "type", "verb", "when"}) {
            key.push_back(xml::collapse_blanks(value(node, part)));
        }
        const auto [first, is_first] = ties_.emplace(std::move(key), node.begin.line);
        if (!is_first) {
            error("repeated-tie", node.begin, "the same tie twice",
                  "the first stands in line " + std::to_string(first->second) + ": add the citations to it");
        }
    }

    void chart(const xml::Node& node) {
        const auto from = parse_edtf(value(node, "from"));
        const auto to = parse_edtf(value(node, "to"));
        const Edtf* first = std::get_if<Edtf>(&from);
        const Edtf* last = std::get_if<Edtf>(&to);
        if (first == nullptr || last == nullptr || value(node, "from").empty() || value(node, "to").empty()) {
            return; // no such limit, or no date: reported already
        }
        const auto earliest = first->earliest();
        const auto latest = last->latest();
        if (earliest && latest && *earliest > *latest) {
            error("empty-chart", place(node, "to"),
                  "a chart from " + quoted(first->text()) + " to " + quoted(last->text()) + " has no day",
                  "exchange from and to");
        }
    }

    void cite(const xml::Node& node) {
        const bool quotes = !xml::is_blank(node.content());
        if (!quotes) {
            for (const char* selector : {"prefix", "suffix", "start", "end"}) {
                if (!xml::is_blank(value(node, selector))) {
                    error("empty-quote", place(node, selector),
                          "a citation of a whole article has no " + std::string(selector),
                          "write the exact words into <cite>");
                }
            }
            return;
        }
        const auto article = has_file_.find(value(node, "article"));
        if (article != has_file_.end() && !article->second) {
            error("no-text", node.begin,
                  "words are cited from the article " + quoted(article->first) + ", which has no file",
                  "give the article a file, or cite it as a whole: <cite article=" + quoted(article->first) + "/>");
        }
        const auto start = parse_integer(value(node, "start"));
        const auto end = parse_integer(value(node, "end"));
        if (start.has_value() != end.has_value()) {
            error("half-position", place(node, start ? "start" : "end"), "start and end go together",
                  "give both or none");
        } else if (start && *start >= *end) {
            error("half-position", place(node, "end"), "end is not behind start");
        }
    }

    void error(const char* code, const xml::Position& at, std::string message, std::string hint = {}) {
        diagnostics_.error(code, document_.where(at), std::move(message), std::move(hint));
    }

    void warning(const char* code, const xml::Position& at, std::string message, std::string hint) {
        diagnostics_.warning(code, document_.where(at), std::move(message), std::move(hint));
    }

    const xml::Document& document_;
    Diagnostics& diagnostics_;
    std::map<std::string, bool> has_file_;                 ///< by article
    std::map<std::vector<std::string>, std::size_t> ties_; ///< the line of the first of its like
    std::size_t events_ = 0;
};

} // namespace

void check_rules(const xml::Document& document, Diagnostics& diagnostics) {
    RuleCheck(document, diagnostics).run();
    check_delegations(document, diagnostics);
}

} // namespace demarche
