#include "dump.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_splice.hpp"
#include "model/dossier_writer.hpp"
#include "model/identifiers.hpp"
#include "model/merge.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"
#include "support/model_split.hpp"
#include "support/random.hpp"
#include "untidy.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <variant>

namespace demarche {
namespace {

using testing::dump;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::printed;

const support::MemoryFiles& articles() {
    static const support::MemoryFiles files(std::map<std::string, std::string>{
        {"a.txt", "Mayor Ines Calder met harbour master Tomas Reed on Monday. She said the ferry sails again. "
                  "Lev Ivanov was not asked."},
        {"b.txt", "Calder and Reed held talks at the pier, with Ona Blum. Blum called it a start."},
    });
    return files;
}

Model parsed(const std::string& text) {
    Diagnostics diagnostics;
    const auto model = parse_dossier(text, "g.xml", articles(), diagnostics);
    EXPECT_FALSE(diagnostics.has_errors()) << printed(diagnostics) << text;
    return model.value_or(Model());
}

std::string spliced(const std::string& text, const Model& grown) {
    Diagnostics diagnostics;
    const auto result = splice_dossier(text, "g.xml", grown, diagnostics);
    EXPECT_TRUE(result.has_value()) << printed(diagnostics);
    return result.value_or("");
}

/// What the program found in a.txt, the head of every dossier here.
constexpr const char* kArticles = "<articles><article id='x1' file='a.txt'/><article id='x2' file='b.txt'/></articles>";
constexpr const char* kSides = "<sides><side id='p' code='P' name='Pier'/></sides>";
constexpr const char* kActors =
    "<actors><actor id='i1' name='Ines Calder' side='p'><cite article='x1'>Ines Calder</cite></actor>"
    "<actor id='i2' name='Tomas Reed'><cite article='x1'>Tomas Reed</cite></actor>"
    "<actor id='i3' name='Ona Blum'><cite article='x2'>Ona Blum</cite></actor></actors>";
constexpr const char* kEvents =
    "<events><event id='i4' title='Calder and Reed meet' when='2024-03-04' type='consult/meet'>"
    "<party actor='i1'/><party actor='i2'/><party actor='i3'><cite article='x2'>with Ona Blum</cite></party>"
    "<cite article='x1'>met harbour master Tomas Reed on Monday</cite><cite article='x2'>held talks at the "
    "pier</cite></event>"
    "<event id='i5' title='Calder on the ferry' when='2024-03-04' type='statement' after='i4'>"
    "<party actor='i1' as='speaker'/><cite article='x1'>She said the ferry sails again</cite></event></events>";
constexpr const char* kTies = "<ties><tie from='i2' to='i1' type='advises'>"
                              "<cite article='x1'>harbour master Tomas Reed</cite></tie></ties>";

std::string dossier(const std::string& parts) {
    return "<dossier title='t'>\n" + parts + "</dossier>\n";
}

const Model& found() {
    static const Model model = parsed(dossier(std::string(kArticles) + kSides + kActors + kEvents + kTies));
    return model;
}

std::string report(const Merged& merged) {
    std::string text;
    for (const MergeNote& note : merged.notes) {
        text += to_text(note) + "\n";
    }
    return text;
}

/// Merges what was found into the text, and again: the second time changes nothing.
std::string grown(const std::string& text) {
    std::string once = spliced(text, merge(parsed(text), found()).model);
    const std::string twice = spliced(once, merge(parsed(once), found()).model);
    EXPECT_EQ(twice, once);
    return once;
}

constexpr const char* kMine = "<articles><article id='a' file='a.txt' outlet='Post'/></articles>";

TEST(Merge, IntoAnEmptyDossierGivesEverythingOnceWithIdsOfItsWords) {
    const Merged merged = merge(Model(), found());
    EXPECT_EQ(dump(merged.model), dump(parsed(write_dossier(merged.model))));
    EXPECT_EQ(report(merged), "added: article \"a.txt\" [x1]\nadded: article \"b.txt\" [x2]\nadded: side \"Pier\" [p]\n"
                              "added: actor \"Ines Calder\" [ines-calder]\nadded: actor \"Tomas Reed\" [tomas-reed]\n"
                              "added: actor \"Ona Blum\" [ona-blum]\n"
                              "added: event \"Calder and Reed meet\" [calder-reed-meet]\n"
                              "added: event \"Calder on the ferry\" [calder-ferry]\n"
                              "added: tie tomas-reed advises ines-calder [tomas-reed]\n");
    EXPECT_EQ(merged.model.events.at(1).after, std::vector<std::string>{"calder-reed-meet"});
    EXPECT_EQ(merged.model.events.at(0).review, "new");
}

TEST(Merge, AddsToAKnownEventOnlyWhatANewArticleSays) {
    const std::string text = grown(
        dossier(std::string(kMine) + "<actors><actor id='c' name='I. Calder' short='Calder'><alias>Ines  Calder"
                                     "</alias></actor><actor id='r' name='Tomas Reed'/></actors>"
                                     "<events><event id='e' title='Harbour talks' when='2024-03-05' type='consult'>"
                                     "<party actor='c' as='host'/>"
                                     "<cite article='a'>Ines Calder met harbour master</cite></event></events>"));
    // The title, date, type and host of the person stay; a.txt was cited, so Reed was left out on purpose.
    EXPECT_THAT(text, HasSubstr("title='Harbour talks' when='2024-03-05' type='consult'><party actor='c' as='host'/>"
                                "<party actor=\"ona-blum\"><cite article=\"x2\">with Ona Blum</cite></party>"));
    EXPECT_THAT(text, HasSubstr("<cite article=\"x2\">held talks at the pier</cite>"));
    EXPECT_THAT(text, Not(HasSubstr("on Monday")));
    EXPECT_THAT(text, HasSubstr("id=\"calder-ferry\""));
}

TEST(Merge, TellsContradictionsAndKeepsThem) {
    const std::string text = dossier(
        std::string(kMine) + "<actors><actor id='c' name='Ines Calder'/><actor id='b' name='Ona Blum'/></actors>"
                             "<events><event id='e' title='Talks' when='2024-03-05' type='consult/meet' "
                             "status='cancelled'><party actor='c'/><party actor='b' as='absent'/>"
                             "<cite article='a'>met harbour master</cite></event></events>");
    const Merged merged = merge(parsed(text), found());
    EXPECT_THAT(report(merged),
                HasSubstr("contradicts: event \"Talks\": the dossier says 2024-03-05, the articles 2024-03-04"));
    EXPECT_THAT(report(merged),
                HasSubstr("contradicts: event \"Talks\": the dossier says cancelled, the articles occurred"));
    EXPECT_THAT(report(merged), HasSubstr("contradicts: event \"Talks\": the dossier says that b was absent"));
    EXPECT_EQ(merged.model.events.at(0).parties.at(1).as, Part::absent);
    grown(text);
}

TEST(Merge, OfEventsThatAPersonPutTogetherKeepsThemSo) {
    const std::string text =
        grown(dossier(std::string(kMine) + "<actors><actor id='c' name='Ines Calder'/></actors>"
                                           "<events><event id='e' title='Talks and a speech' type='statement'>"
                                           "<party actor='c' as='speaker'/><cite article='a'>met harbour master</cite>"
                                           "<cite article='a'>the ferry sails again</cite></event></events>"));
    EXPECT_THAT(text, Not(HasSubstr("calder-ferry")));
}

TEST(Merge, NeverBringsBackWhatIsRejected) {
    const std::string rejected_event =
        dossier(std::string(kMine) +
                "<actors><actor id='c' name='Ines Calder'/></actors><events><event id='k' title='k' type='agree'/>"
                "<event id='e' title='No talks' type='consult/meet' review='rejected'><party actor='c'/>"
                "<cite article='a'>met harbour master</cite></event></events>");
    const Merged merged = merge(parsed(rejected_event), found());
    EXPECT_THAT(report(merged), HasSubstr("left out, as rejected: event \"Calder and Reed meet\" [e]"));
    EXPECT_THAT(grown(rejected_event), Not(HasSubstr("calder-reed-meet")));

    const std::string rejected_actor =
        grown(dossier(std::string(kMine) + "<actors><actor id='c' name='Ines Calder' review='rejected'/></actors>"
                                           "<events><event id='k' title='k' type='agree'/></events>"));
    EXPECT_THAT(rejected_actor, HasSubstr("calder-reed-meet"));
    EXPECT_THAT(rejected_actor, Not(HasSubstr("actor=\"c\"")));
    EXPECT_THAT(rejected_actor, Not(HasSubstr("calder-ferry"))) << "a statement of nobody";
    EXPECT_THAT(rejected_actor, Not(HasSubstr("<tie "))) << "a tie to nobody";

    const std::string rejected_tie = grown(dossier(
        std::string(kMine) + "<actors><actor id='c' name='Ines Calder'/><actor id='r' name='Tomas Reed'/></actors>"
                             "<events><event id='k' title='k' type='agree'/></events>"
                             "<ties><tie from='r' to='c' type='heads' review='rejected'>"
                             "<cite article='a'>harbour master Tomas Reed</cite></tie></ties>"));
    EXPECT_THAT(rejected_tie, Not(HasSubstr("advises")));
}

TEST(Merge, TellsPeopleOfOneSurnameApart) {
    const auto merged_with = [](const std::string& actors) {
        return merge(parsed(dossier(actors + "<events><event id='k' title='k' type='agree'/></events>")),
                     parsed(dossier("<actors><actor id='i' name='Ivanov'/></actors>"
                                    "<events><event id='k' title='k' type='agree'/></events>")));
    };
    EXPECT_EQ(merged_with("<actors><actor id='a' name='Lev Ivanov' short='Ivanov'/></actors>").model.actors.size(), 1U);
    const Merged two = merged_with("<actors><actor id='a' name='Lev Ivanov' short='Ivanov'/>"
                                   "<actor id='b' name='Oleg Ivanov'><alias>Ivanov</alias></actor></actors>");
    EXPECT_EQ(two.model.actors.size(), 3U);
    EXPECT_THAT(report(two), HasSubstr("unsure: actor \"Ivanov\""));
    EXPECT_EQ(merged_with("<actors><actor id='a' name='Lev Ivanov'/></actors>").model.actors.size(), 2U);
}

TEST(Merge, OfWhatADossierSaysAddsNothing) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        support::GeneratorOptions options;
        options.most_events = 60;
        options.most_actors = 30;
        const auto [known, whole] = support::split_model(support::generate_model(seed, options), seed);
        Diagnostics diagnostics;
        const auto tidy = xml::parse(write_dossier(known), "g.xml", diagnostics);
        const std::string text = testing::Untidy(seed).text(*tidy);
        const Model mine = parsed(text);
        const Merged same = merge(mine, mine);
        const auto unmarked = [](std::string marked) {
            const std::string mark = " read=\"yes\"";
            for (auto at = marked.find(mark); at != std::string::npos; at = marked.find(mark)) {
                marked.erase(at, mark.size());
            }
            return marked;
        };
        ASSERT_TRUE(unmarked(spliced(text, same.model)) == text) << "itself, seed " << seed << "\n" << report(same);
        const std::string once = spliced(text, merge(mine, whole).model);
        const Merged again = merge(parsed(once), whole);
        ASSERT_TRUE(spliced(once, again.model) == once) << "seed " << seed << "\n" << report(again);
    }
}

/// A generated model whose events and ties quote words: no two the same, or (`shared`) some of them.
Model quoting(std::uint64_t seed, bool shared) {
    support::GeneratorOptions options;
    options.most_events = 60;
    options.most_actors = 30;
    Model model = support::generate_model(seed, options);
    support::Random random(seed);
    std::size_t place = 0;
    const auto quote = [&](std::vector<Citation>& citations) {
        if (citations.empty()) {
            citations.emplace_back().article = random.pick(model.articles).id;
        }
        for (Citation& citation : citations) {
            place += shared && random.chance(30) ? 0 : 10;
            citation.quote = "words " + std::to_string(place);
            citation.passage = Passage{place, place + 8, citation.quote};
        }
    };
    for (Actor& actor : model.actors) {
        // No two bear one name: then nobody could tell them apart.
        actor.name += " " + actor.id;
        actor.short_name = actor.short_name.empty() ? "" : actor.short_name + " " + actor.id;
        for (std::string& alias : actor.aliases) {
            alias += " " + actor.id;
        }
    }
    for (Event& event : model.events) {
        quote(event.citations);
    }
    for (Tie& tie : model.ties) {
        quote(tie.citations);
    }
    return model;
}

TEST(Merge, TwiceIsOnceWhereverWordsAreShared) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto [known, whole] = support::split_model(quoting(seed, true), seed);
        const Merged once = merge(known, whole);
        const Merged twice = merge(once.model, whole);
        ASSERT_TRUE(dump(twice.model) == dump(once.model)) << "seed " << seed << "\n" << report(twice);
    }
}

/// What a person does to a dossier that a program wrote.
void review(Model& model, support::Random& random) {
    std::vector<Event> kept;
    std::set<std::string> gone;
    for (Event& event : model.events) {
        event.review = "";
        if (random.chance(20)) {
            event.title = "As I would say it";
        }
        if (random.chance(20)) {
            event.when = std::get<Edtf>(parse_edtf("1815-06-18"));
        }
        if (random.chance(20) && !event.parties.empty()) {
            event.parties.erase(event.parties.begin());
        }
        if (random.chance(15)) {
            gone.insert(event.id);
            event.review = kRejected;
            model.rejected.events.push_back(event);
        } else if (random.chance(10) && !kept.empty()) {
            gone.insert(event.id);
            Event& one = kept.back(); // two put together
            one.citations.insert(one.citations.end(), event.citations.begin(), event.citations.end());
            for (const Party& party : event.parties) {
                one.citations.insert(one.citations.end(), party.citations.begin(), party.citations.end());
            }
            for (Delegation& delegation : model.delegations) {
                delegation.event = delegation.event == event.id ? one.id : delegation.event;
            }
        } else {
            kept.push_back(event);
        }
    }
    model.events = std::move(kept);
    const auto names_gone = [&](const auto& one) { return gone.contains(one.event); };
    std::erase_if(model.delegations, names_gone);
    for (Event& event : model.events) {
        std::erase_if(event.after, [&](const std::string& id) { return gone.contains(id); });
        std::erase_if(event.before, [&](const std::string& id) { return gone.contains(id); });
    }
}

TEST(Merge, LeavesWhatAPersonReviewedAsItIs) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Model whole = quoting(seed, false);
        Model mine = merge(Model(), whole).model;
        support::Random random(seed);
        review(mine, random);
        for (const Article& article : mine.articles) {
            // However little is left, every article was read.
            mine.actors.at(0).citations.emplace_back().article = article.id;
        }
        const Merged again = merge(mine, whole);
        ASSERT_TRUE(dump(again.model) == dump(mine)) << "seed " << seed << "\n" << report(again);
    }
}

TEST(Merge, GivesIdsOfPlainWords) {
    const std::vector<std::pair<std::string, std::string>> table{
        {"Trump and Putin speak by phone", "trump-putin-speak-phone"},
        {"The talks", "talks"},
        {"Of the", "of-the"},
        {"Łódź's “Größe”", "lodzs-grosse"},
        {"Сергей Лавров", "sergej-lavrov"},
        {"…", ""},
        {"one two three four five six seven", "one-two-three-four-five-six"},
    };
    for (const auto& [words, id] : table) {
        EXPECT_EQ(id_of_words(words), id);
    }
    Model model;
    model.actors.resize(1);
    model.actors[0].id = "reed";
    Identifiers ids(model);
    EXPECT_EQ(ids.fresh({"reed", "tomas-reed"}, "actor"), "tomas-reed");
    EXPECT_EQ(ids.fresh({"reed"}, "actor"), "reed-2");
    EXPECT_EQ(ids.fresh({"2025-talks"}, "event"), "event-2025-talks");
    EXPECT_EQ(ids.fresh({""}, "event"), "event");
    EXPECT_EQ(ids.fresh({""}, "event"), "event-2");
}

} // namespace
} // namespace demarche
