#include "model/check.hpp"
#include "sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Model with_articles(const std::vector<std::pair<std::string, std::vector<std::string>>>& articles) {
    Model model;
    for (const auto& [id, shared] : articles) {
        model.articles.push_back({});
        model.articles.back().id = id;
        model.articles.back().shares_text_with = shared;
    }
    return model;
}

Citation citing(const std::string& article, Stance stance = Stance::supports) {
    Citation citation;
    citation.article = article;
    citation.stance = stance;
    return citation;
}

TEST(Check, GroupsArticlesThatShareTheirText) {
    EXPECT_THAT(independent_groups(Model()), IsEmpty());
    EXPECT_THAT(independent_groups(with_articles({{"a", {}}, {"b", {}}})), ElementsAre(0, 1));
    EXPECT_THAT(independent_groups(with_articles({{"a", {}}, {"b", {"d"}}, {"c", {}}, {"d", {}}})),
                ElementsAre(0, 1, 2, 1));
    EXPECT_THAT(
        independent_groups(with_articles({{"a", {"c"}}, {"b", {}}, {"c", {}}, {"d", {"c"}}, {"e", {"b", "d"}}})),
        ElementsAre(0, 0, 0, 0, 0))
        << "the relation is closed transitively";
    EXPECT_THAT(independent_groups(with_articles({{"a", {"a", "nobody"}}, {"b", {"a"}}})), ElementsAre(0, 0));
}

TEST(Check, CountsOneAgencyTextOnce) {
    const Model model = with_articles({{"a", {"b"}}, {"b", {}}, {"c", {}}});
    EXPECT_EQ(independent_sources(model, {}), 0U);
    EXPECT_EQ(independent_sources(model, {citing("a"), citing("b"), citing("a")}), 1U);
    EXPECT_EQ(independent_sources(model, {citing("a"), citing("c")}), 2U);
    EXPECT_EQ(independent_sources(model, {citing("a"), citing("c", Stance::disputes)}), 1U);
    EXPECT_EQ(independent_sources(model, {citing("nobody")}), 0U);
}

TEST(Check, ReportsOnTheSample) {
    Diagnostics diagnostics;
    const auto model = testing::parse_sample(testing::sample_dossier(), diagnostics);
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(to_text(report(*model)), "articles             2\n"
                                       "sides                2\n"
                                       "actors               3\n"
                                       "delegations          1\n"
                                       "events               2\n"
                                       "ties                 1\n"
                                       "\n"
                                       "facts                8  actors, roles, delegations, events, ties\n"
                                       "cited                6  supported by at least one article\n"
                                       "single-sourced       6  by one independent source\n"
                                       "uncited              2\n"
                                       "disputed             1  an article says otherwise\n"
                                       "attributed           1  events on somebody's word\n"
                                       "unreviewed           4  added by a program, not looked at yet\n"
                                       "\n"
                                       "citations            9\n"
                                       "passages             7  citations of exact words, found in their articles\n");
}

} // namespace
} // namespace demarche
