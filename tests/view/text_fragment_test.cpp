#include "view/text_fragment.hpp"

#include <gtest/gtest.h>

namespace demarche::view {
namespace {

Citation quoting(const std::string& words, const std::string& prefix = {}, const std::string& suffix = {}) {
    Citation citation;
    citation.quote = words;
    citation.prefix = prefix;
    citation.suffix = suffix;
    return citation;
}

struct Row {
    Citation citation;
    const char* directive;
};

TEST(TextDirective, is_written_as_the_draft_wants_it) {
    const Row rows[] = {
        {quoting(""), ""},
        {quoting("  \n"), ""},
        {quoting("the port"), "text=the%20port"},
        {quoting(" closed  the\tport "), "text=closed%20the%20port"},
        // What the grammar itself needs: dash, comma, ampersand.
        {quoting("a cease-fire, then talks & aid"), "text=a%20cease%2Dfire%2C%20then%20talks%20%26%20aid"},
        {quoting("100% of “it”?"), "text=100%25%20of%20%E2%80%9Cit%E2%80%9D%3F"},
        {quoting("порт закрыт"), "text=%D0%BF%D0%BE%D1%80%D1%82%20%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82"},
        {quoting("one two three four five six seven eight nine ten"),
         "text=one%20two%20three%20four%20five%20six%20seven%20eight%20nine%20ten"},
        {quoting("one two three four five six seven eight nine ten eleven"),
         "text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"},
        // A browser finds no words across the border of two paragraphs, but a range may cross it.
        {quoting("end of one.\n\nAnd the next"), "text=end%20of%20one.,And%20the%20next"},
        {quoting("the port", "he said of", "was shut\nLater"), "text=he%20said%20of-,the%20port,-was%20shut"},
        {quoting("the port", "one\ntwo three four five six", ""), "text=three%20four%20five%20six-,the%20port"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(text_directive(row.citation), row.directive);
    }
}

TEST(TextDirective, takes_the_words_as_the_article_has_them) {
    Citation citation = quoting("the port’s gate");
    citation.passage = Passage{4, 19, "the port's gate"};
    EXPECT_EQ(text_directive(citation), "text=the%20port%27s%20gate");
}

TEST(UrlOfWords, ends_with_the_words_in_the_order_of_the_article) {
    Citation late = quoting("later");
    late.passage = Passage{90, 95, "later"};
    Citation early = quoting("early");
    early.passage = Passage{3, 8, "early"};
    const std::vector<Citation> citations = {late, early, quoting(""), late};
    EXPECT_EQ(url_of_words("https://example.org/a?b=c", citations),
              "https://example.org/a?b=c#:~:text=early&text=later");
    EXPECT_EQ(url_of_words("HTTP://example.org/#part", citations), "HTTP://example.org/#part:~:text=early&text=later");
}

TEST(UrlOfWords, leaves_alone_what_it_cannot_lead_into) {
    const std::vector<Citation> words = {quoting("words")};
    EXPECT_EQ(url_of_words("https://example.org/", {}), "https://example.org/");
    EXPECT_EQ(url_of_words("https://example.org/", {quoting("")}), "https://example.org/");
    EXPECT_EQ(url_of_words("https://example.org/#:~:text=mine", words), "https://example.org/#:~:text=mine");
    for (const char* url : {"", "mailto:desk@example.org", "javascript:alert(1)", "a1.txt"}) {
        EXPECT_EQ(url_of_words(url, words), url);
    }
}

TEST(UrlOfWords, stays_short_enough_and_whole) {
    std::vector<Citation> citations;
    for (int i = 0; i < 200; ++i) {
        citations.push_back(quoting("words number " + std::to_string(i) + " of many that a chart may cite"));
    }
    const std::string url = url_of_words("https://example.org/", citations);
    EXPECT_LE(url.size(), 2000U);
    EXPECT_GT(url.size(), 1800U);
    EXPECT_TRUE(url.ends_with("may%20cite"));
    const std::string longest = "https://example.org/" + std::string(3000, 'x');
    EXPECT_EQ(url_of_words(longest, citations), longest);
}

} // namespace
} // namespace demarche::view
