#include "base/diagnostic.hpp"
#include "compose/long_description.hpp"
#include "model/dossier_reader.hpp"
#include "support/memory_files.hpp"
#include "view/network_view.hpp"
#include "view/timeline_view.hpp"

#include <gmock/gmock.h>

namespace demarche::compose {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class LongDescription : public ::testing::Test {
protected:
    LongDescription() {
        files["d.xml"] = R"(<dossier title="A | B *story*" as-of="2031-05-10">
<articles>
 <article id="a1" file="a1.txt" outlet="Paper [1]" title="Talks" published="2031-05-06" url="https://example.org/a_b" shares-text-with="a2"/>
 <article id="a2" file="a1.txt" outlet="Other" published="2031-05-06"/>
 <article id="a3" file="a1.txt" outlet="Third" published="2031-05-07"/>
</articles>
<sides><side id="n" code="N" name="North"/><side id="s" code="S" name="South"/></sides>
<actors><actor id="smith" name="Ann Smith" short="Smith" side="n"/><actor id="okafor" name="Ben Okafor" short="Okafor" side="s"/></actors>
<events>
 <event id="met" title="They meet" when="2031-03-01" type="consult/meet"><party actor="smith"/><party actor="okafor"/><cite article="a1">They met.</cite><cite article="a2">They met.</cite></event>
 <event id="due" title="Visit due" when="2031-05-12" type="consult/visit" status="planned" said-by="okafor"><party actor="smith"/><party actor="okafor"/><cite article="a3">will come</cite></event>
 <event id="no" title="No call" when="2031-05-09" type="consult/call" status="denied"><party actor="smith"/><party actor="okafor"/><cite article="a1">no call</cite><cite article="a2" stance="disputes">They met.</cite></event>
</events>
<ties><tie from="smith" to="okafor" type="advises"><cite article="a1">advises him</cite></tie></ties>
</dossier>)";
        files["a1.txt"] = "They met. She will come, he said, and advises him. There was no call.";
        Diagnostics diagnostics;
        auto read = read_dossier("d.xml", files, diagnostics);
        EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.all().front().message;
        model = std::move(*read);
        style = *read_template("report", ".", files, diagnostics);
    }

    support::MemoryFiles files;
    Model model;
    Template style;
};

TEST_F(LongDescription, IsALineAnEventInTheOrderOfTheChart) {
    const std::string text = describe(view::make_timeline_view(model, {}), style, DescriptionForm::text);
    EXPECT_THAT(text,
                HasSubstr("Timeline of 3 events, 1 Mar 2031 to 12 May 2031, by side. The longest gap: 2 mo 7 days, "
                          "from 2 Mar 2031 to 8 May 2031.\n"));
    const std::size_t met = text.find("- 1 Mar 2031: They meet.");
    const std::size_t denied = text.find("- 9 May 2031: No call.");
    const std::size_t due = text.find("- 12 May 2031: Visit due.");
    EXPECT_TRUE(met < denied && denied < due && due != std::string::npos) << text;
    EXPECT_THAT(text, HasSubstr("One source only. [1 and 2 †]\n")) << "two articles of one text";
    EXPECT_THAT(text, HasSubstr("Planned. According to Okafor. One source only. [3]\n"));
    EXPECT_THAT(text, HasSubstr("Denied. One source only. Disputed. [1 and 2 † ‡]\n"));
    EXPECT_THAT(text, HasSubstr(" 1 Paper [1], “Talks”, 6 May 2031 https://example.org/a_b#:~:text="));
    EXPECT_THAT(text, HasSubstr("† one text\n‡ disputed\n"));
    EXPECT_THAT(text, HasSubstr("As of 10 May 2031.\n"));
}

TEST_F(LongDescription, IsATableInMarkdown) {
    const std::string text = describe(view::make_timeline_view(model, {}), style, DescriptionForm::markdown);
    EXPECT_THAT(text, testing::StartsWith("# A \\| B \\*story\\*\n"));
    EXPECT_THAT(text, HasSubstr("| Date | Event | Parties | Status | Attribution | Sources |\n"
                                "| --- | --- | --- | --- | --- | --- |\n| 1 Mar 2031 | They meet | North (Smith) and "
                                "South (Okafor) took part | one source only | | 1 and 2 † |\n"));
    EXPECT_THAT(text, HasSubstr("| planned; one source only | according to Okafor | 3 |\n"));
    EXPECT_THAT(text, HasSubstr("- [1 Paper \\[1\\], “Talks”, 6 May 2031](<https://example.org/a_b#:~:text="));
}

TEST_F(LongDescription, OfANetworkHasEventsActorsAndTies) {
    const view::NetworkView view = view::make_network_view(model, [] {
        ChartSpec chart;
        chart.kind = ChartKind::network;
        return chart;
    }());
    const std::string text = describe(view, style, DescriptionForm::text);
    EXPECT_THAT(text, HasSubstr("Events\n- 1 Mar 2031: They meet."));
    EXPECT_THAT(text, HasSubstr("\nTies\n- Ann Smith advises Ben Okafor. [1]\n"));
    const std::string table = describe(view, style, DescriptionForm::markdown);
    EXPECT_THAT(table, HasSubstr("| Denied: No call |")) << "a table must not assert what was denied";
    EXPECT_THAT(table, HasSubstr("| Actor | Role | Sources |\n"));
    EXPECT_THAT(table, HasSubstr("| Ann Smith advises Ben Okafor. | 1 |\n"));
}

TEST_F(LongDescription, SaysWhichEventsNobodyHasReviewed) {
    model.events.front().review = "new";
    ChartSpec network;
    network.kind = ChartKind::network;
    for (const auto& [text, table] :
         {std::pair{describe(view::make_timeline_view(model, {}), style, DescriptionForm::text),
                    describe(view::make_timeline_view(model, {}), style, DescriptionForm::markdown)},
          std::pair{describe(view::make_network_view(model, network), style, DescriptionForm::text),
                    describe(view::make_network_view(model, network), style, DescriptionForm::markdown)}}) {
        EXPECT_THAT(text, HasSubstr("Not reviewed yet. [1"));
        EXPECT_EQ(text.find("Not reviewed yet."), text.rfind("Not reviewed yet.")) << "of one event only";
        EXPECT_THAT(table, HasSubstr("not reviewed yet |"));
    }
}

} // namespace
} // namespace demarche::compose
