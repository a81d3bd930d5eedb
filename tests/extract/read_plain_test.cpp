#include "extract/dateline.hpp"
#include "extract/document.hpp"
#include "extract/junk.hpp"
#include "extract/written_date.hpp"

#include <gmock/gmock.h>

namespace demarche::extract {
namespace {

using testing::HasSubstr;

const std::string kProse = "The two mayors met in the old harbour and spoke about the ferry that has not sailed since "
                           "the storm. They agreed to meet again before the end of the month, and to ask the islanders "
                           "what they need.";

ReadArticle read(const std::string& bytes, Diagnostics& diagnostics) {
    return read_article(bytes, "a.txt", diagnostics);
}

std::string body_of(const ReadArticle& article) {
    return article.text.substr(article.facts.body.begin, article.facts.body.end - article.facts.body.begin);
}

TEST(WrittenDate, UsualForms) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"2025-02-18", "2025-02-18"},
        {"2025-02-18T06:30:00Z", "2025-02-18T06:30"},
        {"2025-02-18T06:30:00+03:00", "2025-02-18T06:30"},
        {"2025-02-18 06:30", "2025-02-18T06:30"},
        {"20250218T063000Z", "2025-02-18T06:30"},
        {"20250218", "2025-02-18"},
        {"Tue, 18 Feb 2025 18:05:00 GMT", "2025-02-18T18:05"},
        {"Feb. 18, 2025", "2025-02-18"},
        {"February 18, 2025", "2025-02-18"},
        {"FEBRUARY 18 2025", "2025-02-18"},
        {"18 February 2025", "2025-02-18"},
        {"the 18th of February, 2025", ""},
        {"18th February 2025", "2025-02-18"},
        {"Updated Tuesday, Sept. 2, 2025 at 6:30 p.m. ET", "2025-09-02T18:30"},
        {"February 18, 2025, 12:15 AM", "2025-02-18T00:15"},
        {"February 18, 2025 9 pm", "2025-02-18T21:00"},
        {"2025/02/18", "2025-02-18"},
        {"18/02/2025", "2025-02-18"},
        {"02/18/2025", "2025-02-18"},
        {"02/02/2025", "2025-02-02"},
        {"02/03/2025", ""},
        {"2025-02-30", ""},
        {"February 2025", ""},
        {"Tuesday", ""},
        {"25:61", ""},
        {"", ""},
    };
    for (const auto& [text, date] : cases) {
        EXPECT_EQ(written_date(text), date) << text;
    }
}

struct DatelineCase {
    const char* paragraph;
    const char* place; ///< empty: no dateline
    const char* published;
    const char* rest;
};

TEST(Dateline, Recognised) {
    const DatelineCase cases[] = {
        {"OSLO, Norway (AP) — The mayors met.", "OSLO, Norway", "", "The mayors met."},
        {"OSLO (Reuters) - The mayors met.", "OSLO", "", "The mayors met."},
        {"OSLO, Feb 18 (Reuters) - The mayors met.", "OSLO", "", "The mayors met."},
        {"OSLO, Feb. 18 — The mayors met.", "OSLO", "", "The mayors met."},
        {"OSLO, Feb. 18, 2025 /Newswire/ -- The mayors met.", "OSLO", "2025-02-18", "The mayors met."},
        {"OSLO/BERGEN, February 18 – The mayors met.", "OSLO/BERGEN", "", "The mayors met."},
        {"OSLO: The mayors met.", "OSLO", "", "The mayors met."},
        {"Oslo. The mayors met.", "Oslo", "", "The mayors met."},
        {"Oslo (dpa) - “We met,” they said.", "Oslo", "", "“We met,” they said."},
        {"RIO DE JANEIRO — The mayors met.", "RIO DE JANEIRO", "", "The mayors met."},
        {"The mayors met — and parted.", "", "", ""},
        {"Oslo — the capital — slept.", "", "", ""},
        {"UPDATE: The mayors met.", "", "", ""},
        {"NATO and the EU met — The end.", "", "", ""},
        {"Yes. The mayors met.", "Yes", "", "The mayors met."},
        {"The end. They met.", "", "", ""},
        {"Oslo", "", "", ""},
        {"", "", "", ""},
    };
    for (const auto& [paragraph, place, published, rest] : cases) {
        const auto found = dateline(paragraph);
        ASSERT_EQ(found.has_value(), *place != '\0') << paragraph;
        if (found) {
            EXPECT_EQ(found->place, place) << paragraph;
            EXPECT_EQ(found->published, published) << paragraph;
            EXPECT_EQ(std::string(paragraph).substr(found->end), rest) << paragraph;
        }
    }
}

TEST(Junk, LinesThatAreNoProse) {
    const std::vector<std::pair<std::string, LineKind>> cases{
        {"RELATED STORY | A ferry sails", LineKind::line},
        {"Read more: A ferry sails.", LineKind::line},
        {"We use cookies to make this better.", LineKind::line},
        {"Most Popular", LineKind::end},
        {"Tags: ferries, storms", LineKind::end},
        {"Photo by Ann Roe", LineKind::caption},
        {"FILE - The ferry in the harbour, Feb. 1, 2025.", LineKind::caption},
        {"Advertisement", LineKind::line},
        {"Advertisement was his trade.", LineKind::prose},
        {"Comments by the mayor came late.", LineKind::prose},
        {"The ferry sailed.", LineKind::prose},
        {"", LineKind::prose},
    };
    for (const auto& [line, kind] : cases) {
        EXPECT_EQ(line_kind(line), kind) << line;
    }
}

TEST(ReadPlain, HeaderLines) {
    Diagnostics diagnostics;
    const auto article = read("Title: Mayors meet\nPublished: 6 March 2024\nOutlet: The Lantern\nURL: "
                              "https://example.org/a\n\n" +
                                  kProse + "\n",
                              diagnostics);
    EXPECT_EQ(article.facts.title, "Mayors meet");
    EXPECT_EQ(article.facts.published, "2024-03-06");
    EXPECT_EQ(article.facts.outlet, "The Lantern");
    EXPECT_EQ(article.facts.url, "https://example.org/a");
    EXPECT_EQ(article.facts.language, "en");
    EXPECT_EQ(body_of(article), kProse);
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(ReadPlain, TitleBylineDatelineAndTrailingLines) {
    Diagnostics diagnostics;
    const auto article =
        read("Mayors meet after the storm\n\nBy Ann Roe\nMarch 6, 2024\n\nOSLO (AP) — " + kProse + "\n\n" + kProse +
                 "\nRELATED STORY | Ferries\nMost Popular\n" + "Another story altogether.\n",
             diagnostics);
    EXPECT_EQ(article.facts.title, "Mayors meet after the storm");
    EXPECT_EQ(article.facts.published, "2024-03-06");
    EXPECT_EQ(article.facts.place, "OSLO");
    EXPECT_EQ(body_of(article), kProse + "\n\n" + kProse);
}

TEST(ReadPlain, ATextWithoutADateHasNone) {
    Diagnostics diagnostics;
    EXPECT_EQ(read(kProse, diagnostics).facts.published, "");
    EXPECT_EQ(read(kProse + " It began on March 6, 2024.", diagnostics).facts.published, "") << "a date of an event";
}

std::string in_utf16(const std::string& ascii, bool little) {
    std::string bytes;
    for (const char c : ascii) {
        bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return bytes;
}

TEST(ReadPlain, OtherEncodingsAreReadAndSaid) {
    struct Case {
        std::string bytes;
        const char* said;
    };

    const std::vector<Case> cases{
        {"\xFF\xFE" + in_utf16(kProse, true), "UTF-16LE"},
        {"\xFE\xFF" + in_utf16(kProse, false), "UTF-16BE"},
        {in_utf16(kProse, true), "UTF-16LE"},
        {in_utf16(kProse, false), "UTF-16BE"},
        {kProse + " \x93Na\xEFve\x94, he said in the caf\xE9.", "windows-1252"},
    };
    for (const auto& [bytes, said] : cases) {
        Diagnostics diagnostics;
        const auto article = read(bytes, diagnostics);
        ASSERT_EQ(diagnostics.all().size(), 1U) << said;
        EXPECT_EQ(diagnostics.all().front().code, "encoding");
        EXPECT_THAT(diagnostics.all().front().message, HasSubstr(said));
        EXPECT_TRUE(article.text.starts_with(kProse)) << said;
    }
    Diagnostics diagnostics;
    EXPECT_EQ(read("\xEF\xBB\xBF" + kProse, diagnostics).text, kProse) << "a mark is no text";
    EXPECT_THAT(read(cases.back().bytes, diagnostics).text, HasSubstr("“Naïve”, he said in the café."));
}

TEST(ReadPlain, WhatIsNoTextIsRefused) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"%PDF-1.7 and so on", "a PDF file"},
        {"PK\x03\x04 and so on", "a ZIP archive"},
        {std::string("a\0b\0\0\0c\1\2\3\4\5\6\0\0x", 17), "no text"},
        {std::string(5000, '\x01'), "no text"},
        {"", "no text in this file"},
        {" \n\n\t", "no text in this file"},
        {"Title: Only a title\n", "no text in this file"},
    };
    for (const auto& [bytes, said] : cases) {
        Diagnostics diagnostics;
        EXPECT_EQ(read(bytes, diagnostics).text, "");
        ASSERT_EQ(diagnostics.count(Severity::error), 1U) << said;
        EXPECT_THAT(to_text(diagnostics.all().front()), HasSubstr(said));
    }
}

TEST(ReadPlain, AnotherLanguageIsSaid) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Die beiden Bürgermeister trafen sich am Montag in dem alten Hafen und sprachen über die Fähre, die seit dem "
         "Sturm "
         "nicht mehr fährt. Sie haben sich auf ein neues Treffen vor dem Ende des Monats geeinigt.",
         "German"},
        {"Les deux maires se sont rencontrés dans le vieux port et ont parlé du bac qui ne circule plus depuis la "
         "tempête. "
         "Ils se sont mis d'accord pour une nouvelle rencontre avant la fin du mois.",
         "French"},
        {"Два мэра встретились в старом порту и говорили о пароме, который не ходит после шторма. Они договорились, "
         "что "
         "встретятся до конца месяца, и спросят у жителей острова, что им нужно для жизни на острове.",
         "Russian"},
    };
    for (const auto& [text, language] : cases) {
        Diagnostics diagnostics;
        const auto article = read(text, diagnostics);
        EXPECT_FALSE(article.text.empty());
        ASSERT_EQ(diagnostics.all().size(), 1U) << language;
        EXPECT_EQ(diagnostics.all().front().code, "not-english");
        EXPECT_EQ(diagnostics.all().front().severity, Severity::warning);
        EXPECT_THAT(diagnostics.all().front().message, HasSubstr(language));
    }
    Diagnostics diagnostics;
    EXPECT_EQ(read("Mayors meet.", diagnostics).facts.language, "en") << "too short to tell";
}

} // namespace
} // namespace demarche::extract
