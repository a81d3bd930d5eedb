#include "sample.hpp"

#include "base/xml.hpp"
#include "model/dossier_reader.hpp"

#include <gtest/gtest.h>

namespace demarche::testing {
namespace {

constexpr const char* kPath = "story/ferry.xml";

constexpr const char* kArticle = "The Ferry Post, 6 March 2024\n"
                                 "\n"
                                 "Mayor Ines Calder and harbour master Tomas Reed spoke by telephone last week.\n"
                                 "She called the ferry “a lifeline of the bay”, he said the pier is safe.\n"
                                 "They want to meet in the customs house, without the ship owners.\n"
                                 "They want to meet again in May.\n";

void collect_comments(const xml::Node& node, std::vector<std::string>& comments) {
    if (node.kind == xml::NodeKind::comment) {
        comments.push_back(node.text);
    }
    for (const xml::Node& child : node.children) {
        collect_comments(child, comments);
    }
}

} // namespace

const std::string& sample_dossier() {
    static const std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- A story of two towns. -->
<dossier title="The ferry" as-of="2024-03-13" lang="de" week="sunday">
  <articles>
    <article id="a1" file="a1.txt" outlet="Post" title="Calls" published="2024-03-06" url="https://example.org/1"
             lang="en" shares-text-with="a2" read="yes"/>
    <article id="a2" outlet="Lantern"/>
  </articles>

  <sides>
    <side id="east" code="E" name="Eastbank" colour="#0062a3"/>
    <side id="west" code="W" name="Westbank"/>
  </sides>

  <actors>
    <actor id="calder" name="Ines Calder" short="Calder" side="east" review="new">
      <alias>Mayor Calder</alias>
      <role title="Mayor" body="Eastbank" when="2023/..">
        <cite article="a1">Mayor Ines Calder</cite>
      </role>
      <cite article="a1">Ines Calder</cite>
    </actor>
    <actor id="reed" name="Tomas Reed" side="west"/>
    <actor id="owners" name="Ship owners" kind="group"/> <!-- nobody names them -->
  </actors>

  <delegations>
    <delegation id="team" name="East team" event="meeting" side="east" head="calder" review="new">
      <member actor="calder"/>
      <possible actor="owners"/>
      <cite article="a2"/>
    </delegation>
  </delegations>

  <events>
    <!-- Found first. -->
    <event id="call" title="Calder and Reed speak" short="Call" when="[2024-02-26..2024-03-03]" words="last week"
           before="meeting" where="Larkhaven" type="consult/call" cameo="041" said-by="calder" weight="7" emphasis="yes"
           review="new">
      <detail>on “a lifeline of the bay”</detail>
      <party actor="calder"/>
      <party actor="reed" as="addressee">
        <cite article="a1">Tomas Reed</cite>
      </party>
      <cite article="a1" stance="disputes" prefix="Reed" suffix="last week" start="78" end="96">spoke by telephone</cite>
      <cite article="a1">She called the ferry "a lifeline of the bay"</cite>
    </event>

    <event id="meeting" title="Meeting in May" when="2024-05" after="call" type="consult/meet" status="planned">
      <party actor="owners" as="absent"/>
      <cite article="a1" suffix="in the customs">They want to meet</cite>
      <cite article="a2"/>
    </event>
  </events>

  <ties>
    <tie from="reed" to="owners" type="speaks-for" verb="speaks for" when="2024~" review="new">
      <cite article="a1">harbour master Tomas Reed</cite>
    </tie>
  </ties>

  <charts>
    <chart kind="timeline" title="Talks" subtitle="so far" from="2024" to="2025" min-weight="2" events="call meeting"
           actors="calder" sides="east" types="consult consult/call" scale="rows" previous="charts/last"/>
    <chart kind="network"/>
  </charts>
</dossier>
<!-- The end. -->
)";
    return text;
}

support::MemoryFiles sample_files() {
    return support::MemoryFiles({{"story/a1.txt", kArticle}, {kPath, sample_dossier()}});
}

std::string sample_with(const std::string& from, const std::string& to) {
    std::string text = sample_dossier();
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        ADD_FAILURE() << "the sample has no " << from;
        return text;
    }
    return text.replace(at, from.size(), to);
}

std::optional<Model> parse_sample(const std::string& xml, Diagnostics& diagnostics) {
    return parse_dossier(xml, kPath, sample_files(), diagnostics);
}

std::vector<std::string> comments_of(const std::string& xml) {
    Diagnostics diagnostics;
    const auto document = xml::parse(xml, kPath, diagnostics);
    EXPECT_TRUE(document.has_value()) << printed(diagnostics);
    std::vector<std::string> comments;
    if (document) {
        for (const auto* nodes : {&document->before, &document->root.children, &document->after}) {
            for (const xml::Node& node : *nodes) {
                collect_comments(node, comments);
            }
        }
    }
    return comments;
}

std::string printed(const Diagnostics& diagnostics) {
    std::string lines;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        std::string line = to_text(diagnostic);
        if (line.starts_with(std::string(kPath) + ":")) {
            line.erase(0, std::string(kPath).size() + 1);
        }
        lines += line + "\n";
    }
    return lines;
}

} // namespace demarche::testing
