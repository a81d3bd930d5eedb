// From articles to charts by the command line: a new dossier, one that a person owns, and what comes once.

#include "charts.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>
#include <regex>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kFirst = R"(Title: Ministers of Peru and Chile meet
Published: 2031-05-06
Outlet: The Courier

LIMA, Peru (Courier) — Peruvian Foreign Minister Ada Quispe met Chilean Foreign Minister Sol Rojas in Lima on Monday.

Quispe said that the two countries would open the border in June. The ministers spoke by phone last week.
)";

constexpr const char* kSecond = R"(Title: Border talks go on
Published: 2031-05-09
Outlet: The Herald

SANTIAGO, Chile (Herald) — Chilean President Luis Vega visited Lima on Wednesday and met Peruvian Foreign Minister Ada Quispe there.

Vega spoke by phone with Brazilian President Rita Souza on Thursday, his spokesman said.
)";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++n;
    }
    return n;
}

/// Whether all bytes of `old` are in `grown`, in their order.
bool holds_all_of(const std::string& old, const std::string& grown) {
    std::size_t at = 0;
    for (const char c : old) {
        at = grown.find(c, at) + 1;
        if (at == 0) {
            return false;
        }
    }
    return true;
}

class Assemble : public testing::Test {
protected:
    Assemble()
        : first_(scratch_.write("first.txt", kFirst)),
          second_(scratch_.write("second.txt", kSecond)),
          dossier_(scratch_.path() / "story.dossier.xml") {}

    Outcome assemble(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "assemble");
        return run(demarche(arguments));
    }

    /// `assemble ARTICLES -o story.dossier.xml`; its text.
    std::string grown(std::vector<std::string> articles, int code = 0) const {
        articles.insert(articles.end(), {"-o", dossier_});
        const auto outcome = assemble(articles);
        EXPECT_EQ(outcome.exit, code) << outcome.err;
        said_ = outcome.err;
        return bytes_of(dossier_);
    }

    void expect_checks(const fs::path& dossier) const {
        const auto outcome = run(demarche({"check", dossier}));
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
    }

    Scratch scratch_;
    fs::path first_, second_, dossier_;
    mutable std::string said_;
};

TEST_F(Assemble, FromTextToBothCharts) {
    const std::string text = grown({first_, second_});
    expect_checks(dossier_);
    EXPECT_THAT(text, HasSubstr("name=\"Ada Quispe\""));
    EXPECT_THAT(text, HasSubstr("file=\"first.txt\""));
    EXPECT_THAT(text, HasSubstr("read=\"yes\""));
    EXPECT_THAT(text, HasSubstr("type=\"consult/meet\""));
    EXPECT_THAT(said_, HasSubstr("added: actor \"Ada Quispe\""));
    EXPECT_THAT(said_, HasSubstr("story.dossier.xml: added 2 articles"));
    const fs::path two = scratch_.path() / "two";
    const fs::path one = scratch_.path() / "one";
    EXPECT_EQ(run(demarche({"draw", dossier_, "-o", two, "-T", "svg"})).exit, 0);
    EXPECT_EQ(run(demarche({"draw", first_, second_, "-o", one, "-T", "svg"})).exit, 0);
    for (const char* chart : {"timeline.svg", "network.svg"}) {
        EXPECT_EQ(bytes_of(one / chart), bytes_of(two / chart)) << chart << ": in one step and in two";
        EXPECT_THAT(bytes_of(one / chart), HasSubstr("reviewed.")) << chart;
    }
}

TEST_F(Assemble, ReadsWithTheTablesOfAPerson) {
    const auto article =
        scratch_.write("third.txt", "Title: They palaver\nPublished: 2031-05-06\nOutlet: The Courier\n\n"
                                    "Peruvian Foreign Minister Ada Quispe palavered with Chilean "
                                    "Foreign Minister Sol Rojas in Lima on Monday.\n");
    const auto events = [&](const std::vector<std::string>& tables) {
        std::vector<std::string> command{"extract", article, "--as", "json"};
        command.insert(command.end(), tables.begin(), tables.end());
        const auto outcome = run(demarche(command));
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        said_ = outcome.err;
        return outcome.out;
    };
    EXPECT_THAT(events({}), Not(HasSubstr("consult/meet")));
    const auto verbs = scratch_.write("own/verbs.tsv", "palaver\t-\t@with!\tconsult/meet\t040\tp\t-\twith=p\t-\n");
    const auto slip = scratch_.write("own/verb.tsv", "");
    EXPECT_THAT(events({"--data", scratch_.path() / "own"}), HasSubstr("consult/meet"));
    EXPECT_THAT(said_, HasSubstr(slip.string() + ": warning: no table of this name"));
    EXPECT_THAT(said_, HasSubstr("did you mean \"verbs\"?"));

    fs::create_directory(scratch_.path() / "data");
    fs::copy_file(verbs, scratch_.path() / "data/verbs.tsv");
    EXPECT_THAT(grown({article}), HasSubstr("consult/meet")) << "beside the dossier";
}

TEST_F(Assemble, TwiceChangesNothing) {
    const std::string once = grown({first_, second_});
    EXPECT_EQ(grown({first_, second_}), once);
    EXPECT_THAT(said_, HasSubstr("nothing added"));
    EXPECT_EQ(grown({}), once);
    EXPECT_EQ(assemble({dossier_, second_}).out, once);
}

TEST_F(Assemble, AnArticleMoreOnlyAdds) {
    const std::string before = grown({first_});
    const std::string after = grown({second_});
    EXPECT_TRUE(holds_all_of(before, after));
    EXPECT_THAT(after, HasSubstr("name=\"Rita Souza\""));
    EXPECT_EQ(count(after, "name=\"Ada Quispe\""), 1U);
    EXPECT_THAT(said_, HasSubstr("merged: actor \"Ada Quispe\""));
    expect_checks(dossier_);
}

TEST_F(Assemble, WhatAPersonDidStays) {
    std::string mine = grown({first_});
    // A correction, a comment, a review, a rejection, and something deleted.
    mine = replaced(mine, "name=\"Ada Quispe\"", "name=\"Ada Maria Quispe\"");
    mine = replaced(mine, "<events>", "<events> <!-- mine -->");
    const auto statement = mine.find("type=\"statement\"");
    ASSERT_NE(statement, std::string::npos) << mine;
    const auto review = mine.find("review=\"new\"", statement);
    mine.replace(review, std::string("review=\"new\"").size(), "review=\"rejected\"");
    const std::regex talk(R"(\n *<event [^>]*type="consult/meet"[^]*?</event>)");
    mine = std::regex_replace(mine, talk, "", std::regex_constants::format_first_only);
    ASSERT_THAT(mine, Not(HasSubstr("consult/meet")));
    std::ignore = scratch_.write("story.dossier.xml", mine);
    EXPECT_EQ(grown({first_}), mine) << "what was deleted came back";
    const std::string after = grown({second_});
    EXPECT_TRUE(holds_all_of(mine, after));
    EXPECT_EQ(count(after, "Quispe\" short="), 1U) << after;
    EXPECT_THAT(after, HasSubstr("review=\"rejected\""));
}

TEST_F(Assemble, TheSmallestDossierReadsItsOwnArticles) {
    const std::string small = "<dossier title=\"Border\">\n<articles><article id=\"q\" file=\"first.txt\" "
                              "published=\"2031-05-06\"/></articles>\n</dossier>\n";
    std::ignore = scratch_.write("story.dossier.xml", small);
    const auto printed = assemble({dossier_});
    EXPECT_EQ(printed.exit, 0) << printed.err;
    EXPECT_EQ(bytes_of(dossier_), small) << "without -o nothing is written";
    EXPECT_EQ(grown({}), printed.out);
    EXPECT_THAT(printed.out, HasSubstr("<cite article=\"q\""));
    expect_checks(dossier_);
}

TEST_F(Assemble, AnArticleFromElsewhereIsCopiedBesideTheDossier) {
    const fs::path far = scratch_.write("far/first.txt", kFirst);
    const fs::path other = scratch_.write("far/off/first.txt", kSecond);
    const fs::path home = scratch_.path() / "home";
    fs::create_directories(home);
    const fs::path story = home / "story.xml";
    EXPECT_EQ(assemble({far, other, "-o", story}).exit, 0);
    EXPECT_EQ(bytes_of(home / "articles/first.txt"), kFirst);
    EXPECT_EQ(bytes_of(home / "articles/first-2.txt"), kSecond);
    expect_checks(story);
    const std::string once = bytes_of(story);
    EXPECT_EQ(assemble({far, other, "-o", story}).exit, 0);
    EXPECT_EQ(bytes_of(story), once);
    EXPECT_EQ(files_in(home / "articles").size(), 2U);
}

TEST_F(Assemble, PagesAndOtherEncodingsAreCitedAsTheyRead) {
    const fs::path page = scratch_.write(
        "page.html",
        "<html><head><title>Talks</title><meta property=\"article:published_time\" content=\"2031-05-06\"></head>"
        "<body><nav>Menu</nav><article><p>Peruvian Foreign Minister Jos\xE9 Quispe met Chilean Foreign Minister "
        "Sol Rojas in Lima on Monday, and they talked for the whole of the day about the border.</p>"
        "<p>They will meet again.</p></article></body></html>");
    const std::string text = grown({page});
    EXPECT_THAT(said_, HasSubstr("read as windows-1252"));
    EXPECT_THAT(text, HasSubstr("José Quispe"));
    expect_checks(dossier_);
    EXPECT_EQ(run(demarche({"export", dossier_, "--to", "json"})).exit, 0);
}

TEST_F(Assemble, TheSameTextTwiceIsOneSource) {
    const fs::path copy = scratch_.write("copy.txt", kFirst);
    const std::string text = grown({first_, copy});
    EXPECT_EQ(count(text, "<article "), 1U);
    EXPECT_THAT(said_, HasSubstr("copy.txt: note: the same text as"));
}

TEST_F(Assemble, ReviewedFactsAloneOnRequest) {
    std::string text = grown({first_});
    const fs::path charts = scratch_.path() / "charts";
    const Command draw = demarche({"draw", dossier_, "-o", charts, "-T", "svg", "--chart", "timeline", "--reviewed"});
    const auto nothing = run(draw);
    EXPECT_EQ(nothing.exit, 1);
    EXPECT_THAT(nothing.err, HasSubstr("no event of this dossier is reviewed"));
    const std::string mark = " review=\"new\"";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
        text.erase(at, mark.size());
    }
    std::ignore = scratch_.write("story.dossier.xml", text);
    EXPECT_EQ(run(draw).exit, 0);
    const std::string all = bytes_of(charts / "timeline.svg");
    EXPECT_THAT(all, HasSubstr("Quispe"));
    EXPECT_THAT(all, Not(HasSubstr("reviewed.")));
    EXPECT_EQ(grown({first_}), text) << "what was reviewed is not new again";
}

TEST_F(Assemble, WhereverAndWhenever) {
    const std::string here = grown({first_, second_});
    Command elsewhere = demarche({"assemble", "first.txt", "second.txt"});
    elsewhere.directory = scratch_.path();
    elsewhere.environment = {{"LC_ALL", "tr_TR.UTF-8"}, {"TZ", "Pacific/Auckland"}};
    EXPECT_EQ(run(elsewhere).out, here);
}

struct Refused {
    std::string name;
    std::vector<std::string> arguments; ///< "@" stands for the folder
    int exit = 1;
    std::string said;
};

class AssembleRefuses : public testing::TestWithParam<Refused> {};

TEST_P(AssembleRefuses, AndLeavesNothingBehind) {
    const Scratch scratch;
    std::ignore = scratch.write("a.txt", kFirst);
    std::ignore = scratch.write("undated.txt", "The ministers met on Monday in the old library.\n");
    std::ignore = scratch.write("empty.txt", "");
    std::ignore = scratch.write("binary.txt", std::string("\x7F"
                                                          "ELF\0\1\2\3",
                                                          8));
    std::ignore = scratch.write("notes.txt", "no dossier");
    std::ignore = scratch.write("large.txt", std::string(std::size_t{9} << 20U, 'a'));
    std::ignore = scratch.write("one.xml", "<dossier title='1'/>");
    std::ignore = scratch.write("two.xml", "<dossier title='2'/>");
    std::ignore = scratch.write("slip.xml", "<dosier/>");
    const auto before = files_in(scratch.path());
    std::vector<std::string> words;
    for (std::string argument : GetParam().arguments) {
        if (const auto at = argument.find('@'); at != std::string::npos) {
            argument.replace(at, 1, scratch.path());
        }
        words.push_back(argument);
    }
    const auto outcome = run(demarche(words));
    EXPECT_EQ(outcome.exit, GetParam().exit) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(GetParam().said));
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(files_in(scratch.path()), before);
    EXPECT_EQ(bytes_of(scratch.path() / "notes.txt"), "no dossier");
}

INSTANTIATE_TEST_SUITE_P(
    Command,
    AssembleRefuses,
    testing::Values(
        Refused{"nothing", {"assemble"}, 2, "no article and no dossier"},
        Refused{"no_date", {"assemble", "@/undated.txt", "-o", "@/o.xml"}, 1, "--published 2025-02-18"},
        Refused{"bad_date", {"assemble", "@/a.txt", "--published", "soon"}, 2, "\"soon\" is no full date"},
        Refused{"empty", {"assemble", "@/empty.txt", "-o", "@/o.xml"}, 1, "no text in this file"},
        Refused{"binary", {"assemble", "@/binary.txt", "-o", "@/o.xml"}, 1, "not the text of an article"},
        Refused{"too_large", {"assemble", "@/large.txt", "-o", "@/o.xml"}, 1, "larger than 8 MiB"},
        Refused{"missing", {"assemble", "@/b.txt", "-o", "@/o.xml"}, 1, "no such file"},
        Refused{"folder", {"assemble", "@", "-o", "@/o.xml"}, 1, "this is a folder"},
        Refused{"no_folder", {"assemble", "@/a.txt", "-o", "@/none/o.xml"}, 2, "there is no folder"},
        Refused{"into_a_folder", {"assemble", "@/a.txt", "-o", "@"}, 2, "this is a folder"},
        Refused{"no_dossier", {"assemble", "@/a.txt", "-o", "@/notes.txt"}, 2, "is no dossier: it is left"},
        Refused{"two_dossiers", {"assemble", "@/one.xml", "@/two.xml"}, 2, "two dossiers are named"},
        Refused{"no_articles", {"assemble", "@/one.xml"}, 1, "there are no articles"},
        Refused{"slip_of_the_pen", {"assemble", "@/slip.xml"}, 1, "the root element is <dosier>"},
        Refused{"draw_bad_with_good", {"draw", "@/a.txt", "@/empty.txt", "-o", "@/c"}, 1, "no text in this file"},
        Refused{"draw_two_and_article", {"draw", "@/a.txt", "@/one.xml", "@/two.xml"}, 2, "two are named"}),
    [](const auto& tested) { return tested.param.name; });

TEST_F(Assemble, AnArticleThatCannotBeReadDoesNotStopTheOthers) {
    const fs::path empty = scratch_.write("empty.txt", "");
    const std::string text = grown({first_, empty}, 1);
    EXPECT_THAT(text, HasSubstr("Quispe"));
    EXPECT_EQ(count(text, "<article "), 1U);
}

TEST_F(Assemble, OfAnotherLanguageNothingIsTaken) {
    const fs::path french = scratch_.write(
        "french.txt",
        "La ministre Ada Quispe a rencontré lundi à Lima le ministre Sol Rojas pour parler de la frontière "
        "et de la paix entre les deux pays, qui ne se parlaient plus depuis des années, selon un "
        "porte-parole du gouvernement.\n");
    const auto outcome = assemble({french, "--published", "2031-05-06"});
    EXPECT_EQ(outcome.exit, 0);
    EXPECT_THAT(outcome.err, HasSubstr("only English is read"));
    EXPECT_THAT(outcome.out, HasSubstr("lang=\"fr\""));
    EXPECT_THAT(outcome.out, Not(HasSubstr("<actor ")));
}

} // namespace
} // namespace demarche::house
