// Stale citations mended in the text of a dossier: what changes, and that nothing else does.

#include "base/utf8.hpp"
#include "model/citation_splice.hpp"
#include "model/dossier_reader.hpp"
#include "support/memory_files.hpp"
#include "support/random.hpp"

#include <gmock/gmock.h>
#include <regex>
#include <sstream>

namespace demarche {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A dossier of one event whose content is `inside`, cited of the article a.txt.
std::string dossier(const std::string& inside, const std::string& more = "") {
    return "<?xml version='1.0'?>\r\n<!-- mine -->\n<dossier title='T' as-of='2031-05-06'>\n<articles><article id='a' "
           "file='a.txt'/></articles>\n<actors>\n\t<actor id='ada'   name='Ada' />\n</actors>\n<events><event id='e' "
           "title='T' type=\"agree\"" +
           more + ">" + inside + "</event></events>\n</dossier>  \n";
}

struct Fixed {
    std::string text;
    std::vector<MendedCitation> citations;
    Diagnostics left; ///< what is wrong still
};

Fixed fixed(const std::string& xml, const std::string& article) {
    support::MemoryFiles files;
    files["a.txt"] = article;
    Diagnostics unheard;
    const auto model = parse_dossier(xml, "d.xml", files, unheard);
    EXPECT_TRUE(model);
    auto spliced = splice_citations(xml, "d.xml", settle_citations(model.value_or(Model()), files), unheard);
    EXPECT_TRUE(spliced);
    Fixed result{spliced->text, std::move(spliced->citations), {}};
    EXPECT_TRUE(parse_dossier(result.text, "d.xml", files, result.left));
    return result;
}

TEST(CitationSplice, WritesOnlyWhatDiffers) {
    struct Case {
        const char* name;
        std::string before;
        std::string after;
        const char* more = ""; ///< of the event
        bool marked = true;
    };

    const std::string article = "x The board & the \"mill\" will not reopen the lock in May. Ada spoke. Ada left.";
    const Case cases[] = {
        {"moved", "<cite end=\"1\" article='a'\n start='0'>reopen the lock in May</cite>",
         "<cite end=\"56\" article='a'\n start=\"34\">reopen the lock in May</cite>", "", false},
        {"one word, line ends kept", "<cite article='a'>will not reopen\n   the gate  in May</cite>",
         "<cite article='a'>will not reopen\n   the lock  in May</cite>"},
        {"a word more, entities kept",
         "<cite article='a'>The board &#38; the &quot;mill&quot; will reopen the lock</cite>",
         "<cite article='a'>The board &#38; the &quot;mill&quot; will not reopen the lock</cite>"},
        {"a word less", "<cite article='a'> will not\n soon reopen the lock in May </cite>",
         "<cite article='a'> will not reopen the lock in May </cite>"},
        {"the first word", "<cite article='a'>shall not reopen the lock in May</cite>",
         "<cite article='a'>will not reopen the lock in May</cite>"},
        {"escaped", "<cite article='a'>The board or the \"mill\" will not reopen the lock</cite>",
         "<cite article='a'>The board &amp; the \"mill\" will not reopen the lock</cite>"},
        {"with a position", "<cite article='a' start='5' end='9'>will not reopen the gate in May</cite>",
         "<cite article='a' start=\"25\" end=\"56\">will not reopen the lock in May</cite>"},
        {"a prefix", "<cite article='a' prefix='might not'>reopen the lock</cite>",
         "<cite article='a' prefix=\"will not\">reopen the lock</cite>"},
        {"in a part", "<party actor='ada'><cite article='a'>will not reopen the gate in May</cite></party>",
         "<party actor='ada'><cite article='a'>will not reopen the lock in May</cite></party>"},
        {"reviewed as new", "<cite article='a'>will not reopen the gate in May</cite>",
         "<cite article='a'>will not reopen the lock in May</cite>", " review='new'", false},
    };
    for (const Case& tested : cases) {
        SCOPED_TRACE(tested.name);
        const Fixed result = fixed(dossier(tested.before, tested.more), article);
        EXPECT_EQ(result.text, dossier(tested.after, tested.marked ? " review=\"new\"" : tested.more));
        ASSERT_EQ(result.citations.size(), 1U);
        EXPECT_TRUE(result.citations[0].mended);
        EXPECT_EQ(result.citations[0].marked, tested.marked);
        EXPECT_FALSE(result.left.has_errors());
        EXPECT_EQ(fixed(result.text, article).text, result.text) << "twice changes nothing";
    }
}

TEST(CitationSplice, LeavesWhatIsLostOrAmbiguousOrRejected) {
    const std::string article = "The ferry sails. The ferry sails. All else is as it was.";
    for (const std::string& inside :
         {std::string("<cite article='a'>Nobody will ever know what it cost</cite>"),
          std::string("<cite article='a'>The ferry sails</cite>"),
          std::string("<cite article='a' start='3' end='5'>Nobody will ever know what it cost</cite>")}) {
        const Fixed result = fixed(dossier(inside), article);
        EXPECT_EQ(result.text, dossier(inside));
        EXPECT_THAT(result.citations, IsEmpty());
        EXPECT_TRUE(result.left.has_errors());
    }
    const std::string rejected = dossier("<cite article='a' start='0' end='2'>All else is as it were</cite></event>"
                                         "<event id='f' title='F' type='agree'>",
                                         " review='rejected'");
    EXPECT_EQ(fixed(rejected, article).text, rejected);
}

TEST(CitationSplice, DoesNotLoseAComment) {
    const std::string xml = dossier("<cite article='a'>will not <!-- sic --> reopen the gate in May</cite>");
    const Fixed result = fixed(xml, "It will not reopen the lock in May.");
    EXPECT_EQ(result.text, xml);
    ASSERT_EQ(result.citations.size(), 1U);
    EXPECT_FALSE(result.citations[0].mended);
}

TEST(CitationSplice, LetsNoLabelQuoteWordsThatAreGone) {
    const Fixed result =
        fixed(dossier("<detail>the lock “reopens”</detail><cite article='a'>The old lock reopens in the spring</cite>"),
              "The old lock opens in the spring.");
    ASSERT_EQ(result.citations.size(), 1U);
    std::vector<std::string> codes;
    for (const Diagnostic& finding : result.left.all()) {
        codes.push_back(finding.code);
    }
    EXPECT_THAT(codes, ::testing::ElementsAre("misquotation"));
}

TEST(CitationSplice, MarksAFactOnceAndTellsWhereItsCitationsStandNow) {
    const Fixed result = fixed(dossier("<cite article='a'>will not reopen\nthe\ngate in May</cite><cite "
                                       "article='a'>will never reopen the lock</cite>"),
                               "It will not reopen the lock in May.");
    EXPECT_THAT(result.text, HasSubstr("type=\"agree\" review=\"new\"><cite"));
    ASSERT_EQ(result.citations.size(), 2U);
    EXPECT_EQ(result.citations[0].where.line, 8U);
    EXPECT_EQ(result.citations[1].where.line, 10U);
    EXPECT_TRUE(result.citations[1].marked);
}

// --- random edits

/// An article of sentences that are all different.
std::vector<std::string> sentences(support::Random& random, std::size_t count) {
    const char* words[] = {"harbour", "council", "bridge", "northern", "meeting", "ferry",  "repair", "of",
                           "the",     "with",    "in",     "their",    "spoke",   "opened", "would",  "budget"};
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i) {
        std::string sentence = "N" + std::to_string(i * 37 + 11);
        const std::size_t length = 8 + random.below(12);
        for (std::size_t k = 0; k < length; ++k) {
            sentence += " " + std::string(words[random.below(std::size(words))]);
        }
        all.push_back(sentence);
    }
    return all;
}

std::string text_of(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& sentence : all) {
        text += sentence + ".\n";
    }
    return text;
}

/// The dossier with all that mending may change taken away.
std::string kept_part(const std::string& xml) {
    std::string kept = std::regex_replace(xml, std::regex(" (start|end)=\"[0-9]+\""), "");
    kept = std::regex_replace(kept, std::regex(" review=\"new\""), "");
    return std::regex_replace(kept, std::regex(">[^<]*</cite>"), "></cite>");
}

std::string citing(const std::vector<std::string>& all, const std::vector<std::size_t>& cited) {
    std::string cites;
    for (const std::size_t i : cited) {
        const std::size_t start = text_of({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i)}).size();
        cites += "\n   <cite article='a' start=\"" + std::to_string(start) + "\" end=\"" +
                 std::to_string(start + all[i].size()) + "\">" + all[i] + "</cite>";
    }
    return dossier(cites);
}

TEST(CitationSplice, FindsEveryQuoteAgainWhateverIsEditedAroundIt) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        support::Random random(seed);
        const std::vector<std::string> before = sentences(random, 12);
        const std::vector<std::size_t> cited = {1, 4, 5, 9};
        std::vector<std::string> after;
        std::vector<std::string> fresh = sentences(random, 200);
        for (std::size_t i = 0; i < before.size(); ++i) {
            const bool quote = std::find(cited.begin(), cited.end(), i) != cited.end();
            for (std::size_t k = random.below(3); k > 0; --k) {
                after.push_back("New " + fresh[100 + random.below(100)]);
            }
            if (quote || random.below(3) > 0) {
                after.push_back(quote ? before[i] : before[i].substr(0, random.below(before[i].size())));
            }
        }
        const Fixed result = fixed(citing(before, cited), text_of(after));
        ASSERT_THAT(result.left.all(), IsEmpty()) << seed;
        ASSERT_EQ(kept_part(result.text), kept_part(citing(before, cited))) << seed;
        ASSERT_THAT(result.text, ::testing::Not(HasSubstr("review"))) << seed << ": no words changed";
        ASSERT_EQ(fixed(result.text, text_of(after)).text, result.text) << seed;
    }
}

TEST(CitationSplice, FindsQuotesThatAreEditedALittle) {
    std::size_t edited = 0;
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        support::Random random(seed);
        const std::vector<std::string> before = sentences(random, 12);
        std::vector<std::string> after = before;
        const std::size_t at = random.below(12);
        std::vector<std::string> words;
        std::istringstream in(before[at]);
        for (std::string word; in >> word;) {
            words.push_back(word);
        }
        const std::size_t place = 1 + random.below(words.size() - 1);
        switch (random.below(3)) {
        case 0:
            words[place] = "entirely";
            break;
        case 1:
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(place));
            break;
        default:
            words.insert(words.begin() + static_cast<std::ptrdiff_t>(place), "allegedly");
        }
        std::string sentence;
        for (const std::string& word : words) {
            sentence += (sentence.empty() ? "" : " ") + word;
        }
        after[at] = sentence;
        const Fixed result = fixed(citing(before, {at}), text_of(after));
        ++edited;
        if (result.left.all().empty() && result.text.find(">" + sentence + "</cite>") != std::string::npos) {
            ++found;
        }
        ASSERT_EQ(kept_part(result.text), kept_part(citing(before, {at}))) << seed;
        ASSERT_EQ(fixed(result.text, text_of(after)).text, result.text) << seed;
    }
    EXPECT_GE(found * 100, edited * 95) << found << " of " << edited;
}

TEST(CitationSplice, NeverCrashesOnDamagedArticles) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        support::Random random(seed);
        const std::vector<std::string> before = sentences(random, 6);
        std::string article = text_of(before) + "Über “Café” – 北方的水闸将关闭三个星期。\u202E";
        for (std::size_t k = random.below(20); k > 0 && !article.empty(); --k) {
            const std::size_t at = random.below(article.size());
            if (random.below(2) == 0) {
                article.erase(at, random.below(60));
            } else {
                article.insert(at, article.substr(random.below(article.size()), random.below(60)));
            }
        }
        if (first_invalid_utf8(article)) {
            continue;
        }
        const Fixed result = fixed(citing(before, {0, 3, 5}), article);
        ASSERT_EQ(kept_part(result.text), kept_part(citing(before, {0, 3, 5}))) << seed;
        ASSERT_EQ(fixed(result.text, article).text, result.text) << seed;
    }
}

} // namespace
} // namespace demarche
