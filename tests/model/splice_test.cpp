#include "base/xml.hpp"
#include "dump.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_splice.hpp"
#include "model/dossier_writer.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"
#include "support/model_split.hpp"
#include "untidy.hpp"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::dump;
using testing::printed;

Model parsed(const std::string& text) {
    Diagnostics diagnostics;
    const auto model = parse_dossier(text, "g.xml", support::MemoryFiles(), diagnostics);
    EXPECT_TRUE(model.has_value()) << printed(diagnostics) << text;
    return model.value_or(Model());
}

std::string spliced(const std::string& text, const Model& grown) {
    Diagnostics diagnostics;
    const auto result = splice_dossier(text, "g.xml", grown, diagnostics);
    EXPECT_TRUE(result.has_value()) << printed(diagnostics);
    return result.value_or("");
}

/// Whether all of `part` stands in `whole` in its order, other bytes between.
bool is_kept_in(const std::string& part, const std::string& whole) {
    std::size_t at = 0;
    for (const char c : part) {
        at = whole.find(c, at);
        if (at == std::string::npos) {
            return false;
        }
        ++at;
    }
    return true;
}

support::GeneratorOptions small() {
    support::GeneratorOptions options;
    options.most_events = 60;
    options.most_actors = 30;
    return options;
}

Actor actor(const std::string& id) {
    Actor result;
    result.id = id;
    result.name = id;
    return result;
}

Citation whole(const std::string& article) {
    Citation result;
    result.article = article;
    return result;
}

struct Case {
    const char* name;
    const char* text;
    std::function<void(Model&)> grow;
    const char* expected;
};

void add_actor(Model& model) {
    model.actors.push_back(actor("n"));
}

void add_cite(Model& model) {
    model.events.at(0).citations.push_back(whole("a"));
}

void add_party(Model& model) {
    model.events.at(0).parties.emplace_back().actor = "n";
}

void add_side(Model& model) {
    Side& side = model.sides.emplace_back();
    side.id = "s";
    side.code = "S";
    side.name = "South";
}

const std::vector<Case>& cases() {
    static const std::vector<Case> list{
        {"behind the last of its kind", "<dossier>\n <actors>\n   <actor id='a' name='a'/>\n </actors>\n</dossier>",
         add_actor,
         "<dossier>\n <actors>\n   <actor id='a' name='a'/>\n   <actor id=\"n\" name=\"n\"/>\n </actors>\n</dossier>"},
        {"behind the comment on its line",
         "<dossier>\n\t<actors>\n\t\t<actor id='a' name='a'/> <!-- he -->\n\t</actors>\n</dossier>\n", add_actor,
         "<dossier>\n\t<actors>\n\t\t<actor id='a' name='a'/> <!-- he -->\n\t\t<actor id=\"n\" "
         "name=\"n\"/>\n\t</actors>\n</dossier>\n"},
        {"on one line with the others",
         "<dossier><actors><actor id='a' name='a'/> <actor id='b' name='b'/></actors></dossier>", add_actor,
         "<dossier><actors><actor id='a' name='a'/> <actor id='b' name='b'/> <actor id=\"n\" "
         "name=\"n\"/></actors></dossier>"},
        {"the line ends of the file", "<dossier>\r\n  <actors>\r\n  </actors>\r\n</dossier>", add_actor,
         "<dossier>\r\n  <actors>\r\n    <actor id=\"n\" name=\"n\"/>\r\n  </actors>\r\n</dossier>"},
        {"a section closed by itself", "<dossier>\n  <actors />\n</dossier>", add_actor,
         "<dossier>\n  <actors>\n    <actor id=\"n\" name=\"n\"/>\n  </actors>\n</dossier>"},
        {"an empty section on one line", "<dossier>\n  <actors></actors>\n</dossier>", add_actor,
         "<dossier>\n  <actors>\n    <actor id=\"n\" name=\"n\"/>\n  </actors>\n</dossier>"},
        {"blank lines as between the others",
         "<dossier>\n  <actors>\n\n    <actor id='a' name='a'/>\n\n    <actor id='b' name='b'/>\n\n  "
         "</actors>\n</dossier>",
         add_actor,
         "<dossier>\n  <actors>\n\n    <actor id='a' name='a'/>\n\n    <actor id='b' name='b'/>\n\n    "
         "<actor id=\"n\" name=\"n\"/>\n\n  </actors>\n</dossier>"},
        {"a section in its place", "<dossier>\n  <articles/>\n\n  <!-- what -->\n  <events/>\n</dossier>", add_side,
         "<dossier>\n  <articles/>\n\n  <sides>\n    <side id=\"s\" code=\"S\" name=\"South\"/>\n  </sides>\n\n  "
         "<!-- what -->\n  <events/>\n</dossier>"},
        {"a section ahead of all", "<dossier> <!-- mine -->\n  <events/>\n</dossier>", add_side,
         "<dossier> <!-- mine -->\n  <sides>\n    <side id=\"s\" code=\"S\" name=\"South\"/>\n  </sides>\n\n  "
         "<events/>\n</dossier>"},
        {"a dossier on one line gets lines", "<dossier title='t'><articles><article id='a'/></articles></dossier>",
         add_side,
         "<dossier title='t'><articles><article id='a'/></articles>\n\n  <sides>\n    <side id=\"s\" code=\"S\" "
         "name=\"South\"/>\n"
         "  </sides>\n</dossier>"},
        {"an event that has nothing yet",
         "<dossier>\n<events>\n<event id='e'\n   title='>' type='agree' />\n</events></dossier>", add_cite,
         "<dossier>\n<events>\n<event id='e'\n   title='>' type='agree'>\n  <cite "
         "article=\"a\"/>\n</event>\n</events></dossier>"},
        {"ahead of its later kind",
         "<dossier>\n <events>\n  <event id='e'>\n   <!-- so -->\n   <cite article='a'/>\n  </event>\n "
         "</events>\n</dossier>",
         add_party,
         "<dossier>\n <events>\n  <event id='e'>\n   <party actor=\"n\"/>\n   <!-- so -->\n   <cite article='a'/>\n  "
         "</event>\n "
         "</events>\n</dossier>"},
        {"an event on one line",
         "<dossier>\n <events>\n  <event id='e'><cite article='b'/></event>\n </events>\n</dossier>", add_cite,
         "<dossier>\n <events>\n  <event id='e'><cite article='b'/><cite article=\"a\"/></event>\n "
         "</events>\n</dossier>"},
        {"ids behind those of a list", "<dossier><events><event after='x\n y' id='e'/></events></dossier>",
         [](Model& model) { model.events.at(0).after.emplace_back("z"); },
         "<dossier><events><event after='x\n y z' id='e'/></events></dossier>"},
        {"a value where there was none", "<dossier><actors><actor side='' id='e' name='n'/></actors></dossier>",
         [](Model& model) {
             model.actors.at(0).side = "s";
             model.actors.at(0).short_name = "a \"b\"";
         },
         "<dossier><actors><actor side=\"s\" id='e' name='n' short=\"a &quot;b&quot;\"/></actors></dossier>"},
        {"what a person wrote stays", "<dossier><actors><actor id='e' name='n'/></actors></dossier>",
         [](Model& model) { model.actors.at(0).name = "another"; },
         "<dossier><actors><actor id='e' name='n'/></actors></dossier>"},
        {"what is rejected is passed over",
         "<dossier>\n <actors>\n  <actor id='r' name='r' review='rejected'/>\n  <actor id='a' name='a'/>\n "
         "</actors>\n</dossier>",
         [](Model& model) { model.actors.at(0).aliases.emplace_back("A"); },
         "<dossier>\n <actors>\n  <actor id='r' name='r' review='rejected'/>\n  <actor id='a' name='a'>\n   "
         "<alias>A</alias>\n  </actor>\n </actors>\n</dossier>"},
    };
    return list;
}

TEST(Splice, PutsThingsWhereTheyBelong) {
    for (const Case& one : cases()) {
        Model grown = parsed(one.text);
        EXPECT_EQ(spliced(one.text, grown), one.text) << one.name;
        one.grow(grown);
        EXPECT_EQ(spliced(one.text, grown), one.expected) << one.name;
    }
}

TEST(Splice, OfNothingLeavesEveryByte) {
    for (const std::string& text : {testing::sample_dossier(), "\xEF\xBB\xBF" + testing::sample_dossier()}) {
        EXPECT_EQ(spliced(text, parsed(text)), text);
    }
}

TEST(Splice, IntoCanonicalFormGivesCanonicalForm) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto [known, grown] = support::split_model(support::generate_model(seed, small()), seed);
        const std::string text = spliced(write_dossier(known), grown);
        ASSERT_EQ(dump(parsed(text)), dump(grown)) << "seed " << seed;
        // Attributes are added behind the others, tags are wrapped as they were: else nothing is left to put in order.
        Diagnostics diagnostics;
        ASSERT_EQ(format_dossier(text, "g.xml", diagnostics), write_dossier(grown)) << "seed " << seed;
    }
}

TEST(Splice, IntoWhatPeopleWroteAddsAndKeepsEverything) {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const auto [known, grown] = support::split_model(support::generate_model(seed, small()), seed);
        Diagnostics diagnostics;
        const auto tidy = xml::parse(write_dossier(known), "g.xml", diagnostics);
        testing::Untidy untidy(seed);
        const std::string text = untidy.text(*tidy);
        ASSERT_EQ(spliced(text, known), text) << "seed " << seed;
        const std::string result = spliced(text, grown);
        ASSERT_EQ(dump(parsed(result)), dump(grown)) << "seed " << seed;
        ASSERT_EQ(spliced(result, grown), result) << "seed " << seed;
        ASSERT_EQ(testing::comments_of(result), untidy.comments) << "seed " << seed;
        // The "/" of what was closed by itself comes back with its end tag.
        ASSERT_TRUE(is_kept_in(text, result)) << "seed " << seed;
    }
}

} // namespace
} // namespace demarche
