#include "model/quotations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The longest reading of each quotation.
std::vector<std::string> found(std::string_view label) {
    std::vector<std::string> words;
    for (const Quotation& quotation : quotations(label)) {
        words.push_back(quotation.readings.back());
    }
    return words;
}

TEST(Quotations, AreFoundInEveryTypography) {
    EXPECT_THAT(found("He says “no” and “never”"), ElementsAre("no", "never"));
    EXPECT_THAT(found("He says \"no\" and \"never\""), ElementsAre("no", "never"));
    EXPECT_THAT(found("Er sagt „nein“"), ElementsAre("nein"));
    EXPECT_THAT(found("Er sagt »nein« und ›nie‹"), ElementsAre("nein", "nie"));
    EXPECT_THAT(found("Il dit « non »"), ElementsAre(" non "));
    EXPECT_THAT(found("Он говорит «нет»"), ElementsAre("нет"));
    EXPECT_THAT(found("Han säger ”nej”"), ElementsAre("nej"));
    EXPECT_THAT(found("他说「不」"), ElementsAre("不"));
    EXPECT_THAT(found("A ‘red line’ drawn"), ElementsAre("red line"));
    EXPECT_THAT(found("A 'red line' drawn"), ElementsAre("red line"));
}

TEST(Quotations, AreNotSeenInApostrophes) {
    EXPECT_THAT(found("Russia's and the sides' wishes, don't"), IsEmpty());
    EXPECT_THAT(found("Russia’s and the sides’ wishes, don’t"), IsEmpty());
    EXPECT_THAT(found("the '90s and the leaders' view"), IsEmpty());
    EXPECT_THAT(found("a 5\" gun"), IsEmpty());
    EXPECT_THAT(found("no marks at all"), IsEmpty());
    EXPECT_THAT(found(""), IsEmpty());
}

TEST(Quotations, HaveEveryReadingWhereAnApostropheMayEndThem) {
    const auto all = quotations("the ‘sides’ wish’ list, the ‘new’ one");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_THAT(all[0].readings, ElementsAre("sides", "sides’ wish"));
    EXPECT_THAT(all[1].readings, ElementsAre("new"));
}

TEST(Quotations, RunToTheEndWhereNobodyClosesThem) {
    EXPECT_THAT(found("He says “never again"), ElementsAre("never again"));
}

TEST(Quotations, StandVerbatimInAPassage) {
    const std::vector<std::string> passages{"the talks were purely bilateral, he said", "a “difficult”  road\nahead"};
    EXPECT_TRUE(stands_in("purely bilateral", passages));
    EXPECT_TRUE(stands_in(" purely bilateral ", passages)) << "French spacing";
    EXPECT_TRUE(stands_in("purely bilateral,", passages)) << "American punctuation";
    EXPECT_TRUE(stands_in("purely bilateral.", passages)) << "the full stop is the label's own";
    EXPECT_TRUE(stands_in("a \"difficult\" road ahead", passages));
    EXPECT_TRUE(stands_in("the talks … bilateral", passages));
    EXPECT_TRUE(stands_in("the talks [...] bilateral", passages));
    EXPECT_FALSE(stands_in("bilateral … the talks", passages));
    EXPECT_FALSE(stands_in("the talks … road", passages)) << "not out of two passages";
    EXPECT_FALSE(stands_in("Purely bilateral", passages));
    EXPECT_FALSE(stands_in("pure", passages)) << "no part of a word";
    EXPECT_FALSE(stands_in("bilateral talks", passages));
    EXPECT_FALSE(stands_in("purely bilateral", {}));
    EXPECT_TRUE(stands_in("谈判", {"双方谈判结束"})) << "no spaces to go by";
}

Citation citing(std::string words) {
    Citation citation;
    citation.article = "a";
    citation.quote = std::move(words);
    return citation;
}

/// A model in which every kind of fact cites words of its own.
Model model_with_labels(const std::string& quote_event,
                        const std::string& quote_actor,
                        const std::string& quote_tie,
                        const std::string& quote_chart) {
    Model model;
    model.title = "The title";
    model.actors.resize(1);
    model.actors[0].name = "A";
    model.actors[0].citations = {citing("known as the Boss")};
    model.actors[0].roles.resize(1);
    model.actors[0].roles[0].title = quote_actor;
    model.actors[0].roles[0].citations = {citing("her tsar for trade")};
    model.events.resize(2);
    model.events[0].title = quote_event;
    model.events[0].citations = {citing("a frank exchange")};
    model.events[0].parties.resize(1);
    model.events[0].parties[0].citations = {citing("with the Boss")};
    model.events[1].citations = {citing("no deal")};
    model.ties.resize(1);
    model.ties[0].verb = quote_tie;
    model.ties[0].citations = {citing("he has the last word")};
    model.charts.resize(1);
    model.charts[0].title = quote_chart;
    return model;
}

std::size_t misquotations(const Model& model) {
    Diagnostics diagnostics;
    check_quotations(model, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        EXPECT_EQ(diagnostic.code, "misquotation");
    }
    return diagnostics.count(Severity::error);
}

TEST(Quotations, AreCheckedAgainstWhatTheirFactCites) {
    EXPECT_EQ(misquotations(model_with_labels("“frank” and “the Boss”", "“tsar for trade”, “the Boss”",
                                              "has “the last word” with", "“no deal”, “frank”")),
              0U);
    EXPECT_EQ(misquotations(model_with_labels("“no deal”", "A", "B", "C")), 1U) << "another event's words";
    EXPECT_EQ(misquotations(model_with_labels("A", "“frank”", "B", "C")), 1U);
    EXPECT_EQ(misquotations(model_with_labels("A", "B", "“frank”", "C")), 1U);
    EXPECT_EQ(misquotations(model_with_labels("A", "B", "C", "“good deal”")), 1U);
    EXPECT_EQ(misquotations(model_with_labels("“deal” or “no”", "“x”", "“y”", "“z”")), 5U);
}

TEST(Quotations, AreNotSupportedByAWholeArticle) {
    Model model = model_with_labels("“frank”", "A", "B", "C");
    model.events[0].citations = {citing("")};
    EXPECT_EQ(misquotations(model), 1U);
}

TEST(Quotations, AreCheckedAgainstTheArticlesOwnWords) {
    Model model = model_with_labels("“frank talk”", "A", "B", "C");
    model.events[0].citations[0].quote = "frank talk";
    model.events[0].citations[0].passage = Passage{0, 10, "frank  talk"};
    EXPECT_EQ(misquotations(model), 0U);
    model.events[0].citations[0].passage = Passage{0, 10, "blunt talk"};
    EXPECT_EQ(misquotations(model), 1U);
}

} // namespace
} // namespace demarche
