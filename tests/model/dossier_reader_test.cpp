#include "dump.hpp"
#include "model/dossier_reader.hpp"
#include "sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::dump;
using testing::parse_sample;
using testing::printed;
using testing::sample_dossier;
using testing::sample_with;

TEST(DossierReader, ReadsEveryElementAndAttribute) {
    Diagnostics diagnostics;
    const auto model = parse_sample(sample_dossier(), diagnostics);
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(printed(diagnostics), "");
    EXPECT_EQ(model->file, "story/ferry.xml");
    EXPECT_EQ(dump(*model),
              "[dossier][The ferry][2024-03-13][de][6]\n"
              "[article][a1][a1.txt][Calls][Post][2024-03-06][https://example.org/1][en]([a2])[1]\n"
              "[article][a2][][][Lantern][][][]()[0]\n"
              "[side][east][E][Eastbank][#0062a3]\n"
              "[side][west][W][Westbank][none]\n"
              "[actor][calder][Ines Calder][Calder][person][east]([Mayor Calder])[new]\n"
              "[ role][Mayor][Eastbank][2023/..]\n"
              "[  cite][a1][Mayor Ines Calder][][][none][none][supports]\n"
              "[  cite][a1][Ines Calder][][][none][none][supports]\n"
              "[actor][reed][Tomas Reed][][person][west]()[]\n"
              "[actor][owners][Ship owners][][group][]()[]\n"
              "[delegation][team][East team][meeting][east][calder]([calder])([owners])[new]\n"
              "[  cite][a2][][][][none][none][supports]\n"
              "[event][call][Calder and Reed speak][Call][on “a lifeline of the bay”][[2024-02-26..2024-03-03]][last "
              "week]()([meeting])[Larkhaven][consult/call][041][occurred]([calder])[7][1][new]\n"
              "[ party][calder][participant]\n"
              "[ party][reed][addressee]\n"
              "[  cite][a1][Tomas Reed][][][none][none][supports]\n"
              "[  cite][a1][spoke by telephone][Reed][last week][78][96][disputes]\n"
              "[  cite][a1][She called the ferry \"a lifeline of the bay\"][][][none][none][supports]\n"
              "[event][meeting][Meeting in May][][][2024-05][]([call])()[][consult/"
              "meet][][planned]()[5][0][]\n"
              "[ party][owners][absent]\n"
              "[  cite][a1][They want to meet][][in the customs][none][none][supports]\n"
              "[  cite][a2][][][][none][none][supports]\n"
              "[tie][reed][owners][speaks-for][speaks for][2024~][new]\n"
              "[  cite][a1][harbour master Tomas Reed][][][none][none][supports]\n"
              "[chart][timeline][Talks][so far][2024][2025][2]([call][meeting])([calder])([east])([consult][consult/"
              "call])[rows][charts/last]\n"
              "[chart][network][][][][][1]()()()()[auto][]\n");
}

TEST(DossierReader, SetsPlacesAndPassages) {
    Diagnostics diagnostics;
    const auto model = parse_sample(sample_dossier(), diagnostics);
    ASSERT_TRUE(model.has_value());
    const Event& call = *model->event("call");
    EXPECT_EQ(call.where, (SourcePosition{"story/ferry.xml", 37, 5}));
    ASSERT_EQ(call.citations.size(), 2U);
    EXPECT_EQ(call.citations[0].where, (SourcePosition{"story/ferry.xml", 45, 7}));
    EXPECT_EQ(call.citations[0].passage, (Passage{78, 96, "spoke by telephone"}));
    EXPECT_EQ(model->event("meeting")->citations[1].passage, std::nullopt) << "a whole article has no passage";
}

/// The sample with one change, and all that is said of it.
struct BadDossier {
    std::string name;
    std::string from;
    std::string to;
    std::string expected;
};

void PrintTo(const BadDossier& bad, std::ostream* out) { // NOLINT(readability-identifier-naming): GoogleTest's name
    *out << bad.name;
}

class ReportsFaults : public ::testing::TestWithParam<BadDossier> {};

TEST_P(ReportsFaults, EachWhereItStands) {
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_sample(sample_with(GetParam().from, GetParam().to), diagnostics).has_value());
    EXPECT_EQ(printed(diagnostics), GetParam().expected);
}

const auto kNamed = [](const auto& tested) { return tested.param.name; };

INSTANTIATE_TEST_SUITE_P(
    Structure,
    ReportsFaults,
    ::testing::Values(
        BadDossier{"unknown_element", "<ties>", "<tiess></tiess><ties>",
                   "56:3: error: no element <tiess>; did you mean \"ties\"? (choices: articles, sides, actors, "
                   "delegations, events, ties, charts)\n"},
        BadDossier{"misplaced_element", "<ties>", "<event/><ties>",
                   "56:3: error: <event> cannot stand in <dossier>; it stands in <events>\n"},
        BadDossier{"misplaced_cite", "<cite article=\"a2\"/>\n    </event>", "</event><cite article=\"a2\"/>",
                   "52:15: error: <cite> cannot stand in <events>; it stands in <actor>, <role>, <delegation>, "
                   "<event>, <party>, <tie>\n"},
        BadDossier{"element_in_words", "<alias>Mayor Calder", "<alias>Mayor <b>C</b>",
                   "17:20: error: no element <b>; <alias> holds no elements\n"},
        BadDossier{"repeated_section", "<ties>", "<sides/><ties>",
                   "56:3: error: a second <sides> in <dossier>; the first stands in line 10\n"},
        BadDossier{"repeated_detail", "</detail>", "</detail><detail>more</detail>",
                   "40:50: error: a second <detail> in <event>; the first stands in line 40\n"},
        BadDossier{"empty_alias", "<alias>Mayor Calder", "<alias> ",
                   "17:7: error: <alias> holds no words; write them, or delete the element\n"},
        BadDossier{"stray_text", "<sides>", "<sides>\n  well,\n",
                   "11:3: error: text in <sides>: \"well,\"; delete it, or make it a comment <!-- -->\n"},
        BadDossier{
            "unknown_attribute", "short=\"Call\"", "shrt=\"Call\"",
            "37:52: error: <event> has no attribute \"shrt\"; did you mean \"short\"? (choices: id, title, short, "
            "when, words, after, before, where, type, cameo, status, said-by, weight, emphasis, review)\n"},
        BadDossier{"attribute_of_section", "<sides>", "<sides id=\"s\">",
                   "10:10: error: <sides> has no attribute \"id\"; it has none\n"},
        BadDossier{"missing_title", "title=\"Meeting in May\" ", "",
                   "49:5: error: <event> has no title; add title=\"...\"\n"},
        BadDossier{"empty_title", "title=\"Meeting in May\"", "title=\" \"",
                   "49:25: error: <event> has an empty title; add title=\"...\"\n"},
        BadDossier{"missing_type", " type=\"consult/meet\"", "",
                   "49:5: error: <event> has no type; add type=\"...\"\n"}),
    kNamed);

INSTANTIATE_TEST_SUITE_P(
    Values,
    ReportsFaults,
    ::testing::Values(
        BadDossier{"kind", "kind=\"group\"", "kind=\"grup\"",
                   "24:49: error: \"grup\" is no value of kind; did you mean \"group\"? (choices: person, "
                   "organisation, state, group)\n"},
        BadDossier{
            "status", "status=\"planned\"", "status=\"done\"",
            "49:104: error: \"done\" is no value of status; did you mean \"occurred\"? (choices: occurred, ongoing, "
            "planned, cancelled, denied)\n"},
        BadDossier{"type_mode", "type=\"consult/meet\"", "type=\"consult/meeting\"",
                   "49:82: error: \"consult/meeting\" is no value of type; did you mean \"consult/meet\"? (choices: "
                   "consult, consult/call, consult/meet, consult/visit, consult/negotiate, consult/third-party, "
                   "consult/multilateral)\n"},
        BadDossier{"type_category", "type=\"consult/meet\"", "type=\"consultation\"",
                   "49:82: error: \"consultation\" is no value of type; choices: consult, agree, cooperate, aid, "
                   "concede, retreat, statement, support, demand, request, reject, accuse, threaten, protest, "
                   "sanction, mobilize, coerce, assault\n"},
        BadDossier{"emphasis", "emphasis=\"yes\"", "emphasis=\"1\"",
                   "38:117: error: \"1\" is no value of emphasis; choices: yes, no\n"},
        BadDossier{"id", "id=\"call\"", "id=\"1call\"",
                   "37:16: error: \"1call\" is no id; an id begins with a letter of A to Z or \"_\" and goes on with "
                   "those, digits, \".\" and \"-\"\n49:70: error: no event \"call\"; did you mean \"1call\"?\n63:105: "
                   "error: no event \"call\"; did you mean \"1call\"?\n"},
        BadDossier{"date", "when=\"2024-05\"", "when=\"2024-13-05\"",
                   "49:59: error: when=\"2024-13-05\": there is no month 13; months are 01 to 12, spring to winter 21 "
                   "to 24\n"},
        BadDossier{"weight", "weight=\"7\"", "weight=\"11\"",
                   "38:104: error: weight=\"11\" is not a whole number from 1 to 10\n"},
        BadDossier{"weight_words", "weight=\"7\"", "weight=\"7.5\"",
                   "38:104: error: weight=\"7.5\" is no number; write a whole number from 1 to 10\n"},
        BadDossier{"colour", "#0062a3", "blue",
                   "11:54: error: \"blue\" is no colour; write it as #rrggbb, such as #0062a3\n"},
        BadDossier{
            "url_scheme", "https://example.org/1", "javascript:alert(1)",
            "5:92: error: \"javascript:alert(1)\" is no address of the web; it begins with http:// or https://\n"},
        BadDossier{"url_host", "https://example.org/1", "https:///1",
                   "5:92: error: \"https:///1\" is no address of the web; it names no host\n"},
        BadDossier{"published", "2024-03-06", "6 March",
                   "5:75: error: published=\"6 March\" is no day of the calendar; write it as YYYY-MM-DD\n"},
        BadDossier{"published_month", "2024-03-06", "2024-03",
                   "5:75: error: published=\"2024-03\" is no day of the calendar; write it as YYYY-MM-DD\n"},
        BadDossier{"as_of_no_day", "as-of=\"2024-03-13\"", "as-of=\"2024-02-30\"",
                   "3:35: error: as-of=\"2024-02-30\" is no day of the calendar; write it as YYYY-MM-DD\n"},
        BadDossier{"language", "lang=\"de\"", "lang=\"deutsch!\"",
                   "3:53: error: \"deutsch!\" is no language tag; write a BCP 47 tag, such as en or pt-BR\n"},
        BadDossier{"week", "week=\"sunday\"", "week=\"friday\"",
                   "3:63: error: \"friday\" is no value of week; choices: monday, sunday\n"},
        BadDossier{"cameo", "cameo=\"041\"", "cameo=\"call\"",
                   "38:74: error: \"call\" is no CAMEO code; write two to four digits, such as 040\n"},
        BadDossier{"chart_types", "consult consult/call", "consult consult/cal",
                   "64:56: error: \"consult/cal\" is no value of types; did you mean \"consult/call\"? (choices: "
                   "consult, consult/call, consult/meet, consult/visit, consult/negotiate, consult/third-party, "
                   "consult/multilateral)\n"},
        BadDossier{"control_character", "title=\"Calls\"", "title=\"Ca&#x9b;lls\"",
                   "5:59: error: title holds a control character; delete it\n"},
        BadDossier{"control_character_in_words", "<alias>Mayor", "<alias>M&#127;ayor",
                   "17:7: error: <alias> holds a control character; delete it\n"},
        BadDossier{"long_label", "title=\"Calls\"", "title=\"" + std::string(10'001, 'x') + "\"",
                   "5:57: error: title has more than 10000 bytes; shorten it\n"},
        BadDossier{"absolute_path", "file=\"a1.txt\"", "file=\"/etc/hostname\"",
                   "5:28: error: \"/etc/hostname\" is an absolute path; put the article into the dossier's folder and "
                   "name it relative to that\n"},
        BadDossier{"escaping_path", "file=\"a1.txt\"", "file=\"x/../../a1.txt\"",
                   "5:28: error: \"x/../../a1.txt\" leads out of the dossier's folder; put the article into the "
                   "dossier's folder and name it relative to that\n"},
        BadDossier{"path_of_another_system", "file=\"a1.txt\"", "file=\"C:\\a1.txt\"",
                   "5:28: error: \"C:\\a1.txt\" holds a backslash or a colon: folders are separated by \"/\"; put the "
                   "article into the dossier's folder and name it relative to that\n"}),
    kNamed);

INSTANTIATE_TEST_SUITE_P(
    References,
    ReportsFaults,
    ::testing::Values(
        BadDossier{"unknown_article", "<cite article=\"a2\"/>", "<cite article=\"a3\"/>",
                   "31:22: error: no article \"a3\"; did you mean \"a1\"?\n"},
        BadDossier{"unknown_actor", "<possible actor=\"owners\"", "<possible actor=\"ownes\"",
                   "30:24: error: no actor \"ownes\"; did you mean \"owners\"?\n"},
        BadDossier{"unknown_side", "side=\"west\"", "side=\"xyz\"",
                   "23:46: error: no side \"xyz\"; choices: east, west\n"},
        BadDossier{"another_kind", "side=\"west\"", "side=\"calder\"",
                   "23:46: error: no side \"calder\"; line 16 gives that id to a <actor>\n"},
        BadDossier{"second_in_list", "events=\"call meeting\"", "events=\"call  meating\"",
                   "63:111: error: no event \"meating\"; did you mean \"meeting\"?\n"},
        BadDossier{"repeated_in_list", "events=\"call meeting\"", "events=\"call call\"",
                   "63:110: error: \"call\" stands twice in events\n"},
        BadDossier{
            "duplicate_id", "<side id=\"west\"", "<side id=\"reed\"",
            "23:16: error: the id \"reed\" stands twice; the <side> in line 12 has it too\n23:46: "
            "error: no side \"west\"; choices: east, reed\n42:21: error: no actor \"reed\"; line 12 gives that id "
            "to a <side>\n57:16: error: no actor \"reed\"; line 12 gives that id to a <side>\n"},
        BadDossier{"after_itself", "after=\"call\"", "after=\"meeting\"",
                   "49:70: error: after of \"meeting\" names \"meeting\" itself\n"},
        BadDossier{"shares_with_itself", "shares-text-with=\"a2\"", "shares-text-with=\"a1\"",
                   "6:42: error: shares-text-with of \"a1\" names \"a1\" itself\n"}),
    kNamed);

INSTANTIATE_TEST_SUITE_P(
    Rules,
    ReportsFaults,
    ::testing::Values(
        BadDossier{"head_not_member", "head=\"calder\"", "head=\"reed\"",
                   "28:78: error: the head \"reed\" is no member of the delegation; add <member actor=\"reed\"/>, or "
                   "name one of its members\n"},
        BadDossier{"member_twice", "<possible actor=\"owners\"", "<possible actor=\"calder\"",
                   "30:24: error: \"calder\" stands twice in this delegation; an actor is either a member or a "
                   "possible member, once\n"},
        BadDossier{"party_twice", "<party actor=\"reed\" as=\"addressee\">", "<party actor=\"calder\">",
                   "42:21: error: \"calder\" is a participant of this event twice\n"},
        BadDossier{"party_absent", "<party actor=\"reed\" as=\"addressee\">", "<party actor=\"calder\" as=\"absent\">",
                   "42:21: error: \"calder\" is absent from this event and takes part in it; keep one of the two\n"},
        BadDossier{"tie_to_itself", "to=\"owners\"", "to=\"reed\"", "57:26: error: a tie of \"reed\" to itself\n"},
        BadDossier{"half_position", " end=\"96\"", "", "45:84: error: start and end go together; give both or none\n"},
        BadDossier{"position_backwards", "end=\"96\"", "end=\"78\"", "45:93: error: end is not behind start\n"},
        BadDossier{"prefix_of_nothing", ">They want to meet<", "><",
                   "51:34: error: a citation of a whole article has no suffix; write the exact words into <cite>\n"},
        BadDossier{"contradictory_order", "before=\"meeting\"", "after=\"meeting\"",
                   "37:5: error: the order of events goes round: \"call\" before \"meeting\" before \"call\"; remove "
                   "one of these after= or before=\n"},
        BadDossier{"dates_against_order", "when=\"2024-05\"", "when=\"2024-01\"",
                   "49:5: error: \"meeting\" (2024-01) cannot come after \"call\" ([2024-02-26..2024-03-03]); correct "
                   "a date, or remove the order between them\n"},
        BadDossier{"quote_without_file", "<cite article=\"a2\"/>\n    </delegation>",
                   "<cite article=\"a2\">words</cite></delegation>",
                   "31:7: error: words are cited from the article \"a2\", which has no file; give the article a file, "
                   "or cite it as a whole: <cite article=\"a2\"/>\n"}),
    kNamed);

INSTANTIATE_TEST_SUITE_P(
    Citations,
    ReportsFaults,
    ::testing::Values(
        BadDossier{
            "missing", ">Tomas Reed<", ">Thomas Reed<",
            "43:9: error: the words \"Thomas Reed\" are not in the article \"a1\"; nearest there: \"Tomas Reed\"; "
            "cite it word for word (has it changed since it was cited?)\n"},
        BadDossier{"ambiguous", " suffix=\"in the customs\"", "",
                   "51:7: error: the words \"They want to meet\" stand 2 times in the article \"a1\"; say which: "
                   "prefix=\"the words before\" or suffix=\"the words after\"\n"},
        BadDossier{
            "wrong_suffix", "suffix=\"in the customs\"", "suffix=\"in the town hall\"",
            "51:7: error: the words \"They want to meet\" stand in the article \"a1\", but not between that prefix "
            "and suffix; correct prefix and suffix, or has the article changed since it was cited?\n"},
        BadDossier{"moved", "start=\"78\" end=\"96\"", "start=\"12\" end=\"30\"",
                   "45:7: note: the words \"spoke by telephone\" stand at 78 to 96 of the article \"a1\", not where "
                   "start and end say; correct start and end, or leave them out\n"},
        BadDossier{"no_such_file", "file=\"a1.txt\"", "file=\"b1.txt\"",
                   "5:5: error: the file \"b1.txt\" of the article \"a1\": no file \"story/b1.txt\"\n"},
        BadDossier{"misquoted_detail", "on “a lifeline of the bay”", "on “the lifeline of the bay”",
                   "37:5: error: the detail quotes words that stand in no passage cited here: \"the lifeline of the "
                   "bay\"; quote the source word for word and cite the sentence, or drop the quotation marks\n"},
        BadDossier{"misquoted_chart", "title=\"Talks\"", "title='\"Peace talks\"'",
                   "63:5: error: the title quotes words that stand in no passage cited here: \"Peace talks\"; quote "
                   "the source word for word and cite the sentence, or drop the quotation marks\n"}),
    kNamed);

TEST(DossierReader, ReportsAllErrorsOfAFileInOneRun) {
    std::string text = sample_with("side=\"west\"", "side=\"wst\"");
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"kind=\"group\"", "kind=\"crowd\""},
                                                                                   {"weight=\"7\"", "weight=\"0\""},
                                                                                   {"<ties>", "<tyes/><ties>"},
                                                                                   {">Tomas Reed<", ">Tom Reed<"}}) {
        text.replace(text.find(from), from.size(), to);
    }
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_sample(text, diagnostics).has_value());
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        codes.push_back(diagnostic.code);
    }
    EXPECT_THAT(codes, ::testing::ElementsAre("unknown-side", "bad-choice", "out-of-range", "missing-quote",
                                              "unknown-element"));
}

TEST(DossierReader, GetsThroughAFileFullOfErrors) {
    std::string text = "<dossier title='t'><articles><article id='a' file='a1.txt'/></articles><events>";
    std::string all;
    for (int i = 0; i < 4000; ++i) {
        const std::string number = std::to_string(i);
        text += "<event id='e" + number + "' title='t' type='agree' after='x" + number +
                "'><cite article='a'>no words of it " + number + "</cite></event>";
        all += " y" + number;
    }
    text += "</events><charts><chart kind='network' events='" + all + "'/></charts></dossier>";
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_sample(text, diagnostics).has_value());
    EXPECT_EQ(diagnostics.count(Severity::error), 3U * 4000U) << "every one of them";
    EXPECT_EQ(diagnostics.sorted().back().where.column, text.find("y3999") + 1);
}

TEST(DossierReader, WantsEvents) {
    Diagnostics diagnostics;
    const auto model = parse_sample("<dossier title='Empty'/>", diagnostics);
    EXPECT_TRUE(model.has_value());
    EXPECT_EQ(printed(diagnostics), "1:1: error: no events; a dossier needs at least one <event> in <events>\n");
}

TEST(DossierReader, WantsADossier) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_sample("<chart kind='timeline'/>", diagnostics).has_value());
    EXPECT_EQ(
        printed(diagnostics),
        "1:1: error: the root element is <chart>, not <dossier>; a dossier begins with <dossier title=\"...\">\n");
}

TEST(DossierReader, TakesEmptyValuesAsLeftOut) {
    Diagnostics diagnostics;
    const auto model =
        parse_sample("<dossier title='t' as-of='' lang='' week=''><actors><actor id='a' name='n' kind='' side='' "
                     "review=''/></actors>"
                     "<events><event id='e' title=' a\n b ' when='' type='consult' weight='' emphasis='' status='' "
                     "said-by=''/></events>"
                     "<charts><chart kind='timeline' from='' min-weight='' events='' scale='' previous=''/></charts></dossier>",
                     diagnostics);
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(printed(diagnostics), "");
    EXPECT_EQ(dump(*model), "[dossier][t][][en][0]\n"
                            "[actor][a][n][][person][]()[]\n"
                            "[event][e][a b][][][][]()()[][consult][][occurred]()[5][0][]\n"
                            "[chart][timeline][][][][][1]()()()()[auto][]\n");
}

TEST(DossierReader, WarnsOfPartnersInWhatNobodyDoesTogether) {
    const std::string party = "<party actor=\"reed\" as=\"addressee\">";
    for (const auto& [type, code] : std::vector<std::pair<std::string, std::string>>{
             {"assault", "unsaid-source"}, {"statement", "speech-participants"}, {"consult/call", ""}}) {
        std::string text = sample_with("type=\"consult/call\"", "type=\"" + type + "\"");
        text.replace(text.find(party), party.size(), "<party actor=\"reed\">");
        Diagnostics diagnostics;
        EXPECT_TRUE(parse_sample(text, diagnostics).has_value());
        EXPECT_FALSE(diagnostics.has_errors()) << printed(diagnostics);
        ASSERT_EQ(diagnostics.all().size(), code.empty() ? 0U : 1U) << type;
        EXPECT_EQ(code.empty() ? "" : diagnostics.all()[0].code, code);
    }
}

INSTANTIATE_TEST_SUITE_P(
    WentUnseen,
    ReportsFaults,
    ::testing::Values(
        BadDossier{"member_absent", "<member actor=\"calder\"/>",
                   "<member actor=\"calder\"/><member actor=\"owners\"/>",
                   "29:46: error: \"owners\" is absent from the event \"meeting\" and a member of a delegation there; "
                   "keep one of the two\n30:24: error: \"owners\" stands twice in this delegation; an actor is either "
                   "a member or a possible member, once\n"},
        BadDossier{"member_of_another_side", "<possible actor=\"owners\"", "<possible actor=\"reed\"",
                   "30:24: warning: \"reed\" is counted with \"west\", the delegation with \"east\"; is one of the two "
                   "sides wrong?\n"},
        BadDossier{"member_of_two_delegations", "</delegations>",
                   "<delegation id=\"second\" event=\"meeting\" side=\"east\"><member actor=\"calder\"/></delegation>"
                   "</delegations>",
                   "33:70: warning: \"calder\" is in two delegations at the event \"meeting\", here and in \"team\"; "
                   "keep one of the two\n"},
        BadDossier{"delegation_of_nobody", "</delegations>",
                   "<delegation id=\"second\" event=\"meeting\" side=\"east\"/></delegations>",
                   "33:3: error: a delegation of nobody; add <member actor=\"...\"/> or <possible actor=\"...\"/>, or "
                   "make it a <party> of the event\n"},
        BadDossier{"chart_of_no_day", "from=\"2024\" to=\"2025\"", "from=\"2025\" to=\"2024\"",
                   "63:76: error: a chart from \"2025\" to \"2024\" has no day; exchange from and to\n"},
        BadDossier{"tie_twice", "</ties>",
                   "<tie from=\"reed\" to=\"owners\" type=\"speaks-for\" verb=\"speaks for\" when=\"2024~\"/></ties>",
                   "60:3: error: the same tie twice; the first stands in line 57: add the citations to it\n"},
        BadDossier{"invisible_title", "title=\"Meeting in May\"", "title=\"&#xa0; &#x200b;\"",
                   "49:32: error: title holds blanks and invisible characters only; write words\n"},
        BadDossier{"invisible_alias", "<alias>Mayor Calder", "<alias>\u200B",
                   "17:7: error: <alias> holds blanks and invisible characters only; write words\n"},
        BadDossier{"turned_title", "title=\"Meeting in May\"", "title=\"Meeting \u202Eyam\"",
                   "49:40: error: title holds an invisible character that changes the direction of the text: what is "
                   "read is not what is written; delete it: the direction of words follows from their letters\n"},
        BadDossier{"turned_alias", "<alias>Mayor Calder", "<alias>Mayor \u2066Calder",
                   "17:7: error: <alias> holds an invisible character that changes the direction of the text: what is "
                   "read is not what is written; delete it: the direction of words follows from their letters\n"}),
    kNamed);

INSTANTIATE_TEST_SUITE_P(
    HadNoUsefulHint,
    ReportsFaults,
    ::testing::Values(
        BadDossier{"role_as_attribute", "name=\"Tomas Reed\"", "name=\"Tomas Reed\" role=\"Harbour master\"",
                   "23:40: error: <actor> has no attribute \"role\"; it is an element of its own in <actor>: <role "
                   "title=\"Harbour master\"/>\n"},
        BadDossier{
            "mode_alone", "type=\"consult/meet\"", "type=\"meet\"",
            "49:82: error: \"meet\" is no value of type; did you mean \"consult/meet\"? (choices: consult, agree, "
            "cooperate, aid, concede, retreat, statement, support, demand, request, reject, accuse, threaten, "
            "protest, sanction, mobilize, coerce, assault)\n"},
        BadDossier{"actor_in_event", "<party actor=\"calder\"/>", "<actor id=\"calder\"/>",
                   "41:7: error: <actor> cannot stand in <event>; write <party actor=\"calder\"/>\n"},
        BadDossier{"expected", "status=\"planned\"", "status=\"expected\"",
                   "49:104: error: \"expected\" is no value of status; did you mean \"planned\"? (choices: occurred, "
                   "ongoing, planned, cancelled, denied)\n"}),
    kNamed);

TEST(DossierReader, OrderThatGoesRoundWasNotSeenBesideOtherErrors) {
    std::string text = sample_with("before=\"meeting\"", "after=\"meeting\"");
    const std::string weight = "weight=\"7\"";
    text.replace(text.find(weight), weight.size(), "weight=\"0\"");
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_sample(text, diagnostics).has_value());
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        codes.push_back(diagnostic.code);
    }
    EXPECT_THAT(codes, ::testing::ElementsAre("contradictory-order", "out-of-range"));
}

TEST(DossierReader, WarnsOfHostileActsThatWantOneEndOfTheirArrow) {
    const std::string party = "<party actor=\"reed\" as=\"addressee\">";
    for (const auto& [part, code] :
         std::vector<std::pair<std::string, std::string>>{{"source", "unsaid-target"}, {"target", "unsaid-source"}}) {
        std::string text = sample_with("type=\"consult/call\"", "type=\"assault\"");
        text.replace(text.find(party), party.size(), "<party actor=\"reed\" as=\"" + part + "\">");
        Diagnostics diagnostics;
        EXPECT_TRUE(parse_sample(text, diagnostics).has_value());
        ASSERT_EQ(diagnostics.all().size(), 1U) << printed(diagnostics);
        EXPECT_EQ(diagnostics.all()[0].code, code);
        EXPECT_FALSE(diagnostics.has_errors());
    }
}

TEST(DossierReader, ArticleWithTheCharacterNulIsNoText) {
    auto files = testing::sample_files();
    files["story/a1.txt"] = std::string("Mayor\0Ines", 10);
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_dossier(sample_dossier(), "story/ferry.xml", files, diagnostics).has_value());
    EXPECT_EQ(printed(diagnostics), "5:5: error: the file \"a1.txt\" holds the character NUL (byte 5): it is no text; "
                                    "save the article as plain text in UTF-8\n");
}

TEST(DossierReader, ReportsAnArticleThatCannotBeReadOnce) {
    auto files = testing::sample_files();
    files["story/a1.txt"] = "caf\xE9";
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_dossier(sample_dossier(), "story/ferry.xml", files, diagnostics).has_value());
    EXPECT_EQ(printed(diagnostics), "5:5: error: the file \"a1.txt\" is not valid UTF-8 (byte 3); save it as UTF-8\n");
}

TEST(DossierReader, ReadsFromTheDisk) {
    Diagnostics diagnostics;
    EXPECT_THROW((void)read_dossier("no/such.xml", DiskReader(), diagnostics), Error);
    const std::string examples = std::string(DEMARCHE_SOURCE_DIR) + "/examples/";
    for (const char* name : {"first-story/first.dossier.xml", "riyadh-talks/riyadh.dossier.xml",
                             "camp-david-1978/camp-david.dossier.xml"}) {
        const auto model = read_dossier(examples + name, DiskReader(), diagnostics);
        ASSERT_TRUE(model.has_value());
        EXPECT_EQ(printed(diagnostics), "") << name;
        EXPECT_GE(model->events.size(), 3U);
    }
}

} // namespace
} // namespace demarche
