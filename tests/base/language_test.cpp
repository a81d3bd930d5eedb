#include "base/language.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using ::testing::ElementsAre;

TEST(Language, tags_keep_language_script_and_region) {
    EXPECT_EQ(icu_locale(language_tag("ar")), "ar");
    EXPECT_EQ(icu_locale(language_tag("AR-lb")), "ar_LB");
    EXPECT_EQ(icu_locale(language_tag("az_ARAB_ir")), "az_Arab_IR");
    EXPECT_EQ(icu_locale(language_tag("ar-u-nu-arab-ca-islamic")), "ar");
    EXPECT_EQ(icu_locale(language_tag("")), "");
    EXPECT_EQ(icu_locale(language_tag("-\xFF")), "");
}

TEST(Language, some_are_written_from_right_to_left) {
    for (const char* tag : {"ar", "ar-EG", "he", "fa", "ur", "az-Arab"}) {
        EXPECT_TRUE(is_right_to_left(tag)) << tag;
    }
    for (const char* tag : {"", "en", "de-AT", "ru", "uk", "az", "tr", "zh", "xx", "\xFF"}) {
        EXPECT_FALSE(is_right_to_left(tag)) << tag;
    }
}

TEST(Language, counts_take_the_plural_of_their_language) {
    EXPECT_EQ(plural_category("en", 1), "one");
    EXPECT_EQ(plural_category("en", 0), "other");
    EXPECT_EQ(plural_category("fr", 0), "one");
    EXPECT_EQ(plural_category("ru", 21), "one");
    EXPECT_EQ(plural_category("uk", 22), "few");
    EXPECT_EQ(plural_category("uk", 12), "many");
    EXPECT_EQ(plural_category("ar", 0), "zero");
    EXPECT_EQ(plural_category("ar", 2), "two");
    EXPECT_EQ(plural_category("ar", 103), "few");
    EXPECT_EQ(plural_category("ar", 42), "many");
    EXPECT_EQ(plural_category("ar", 100), "other");
    EXPECT_EQ(plural_category("tlh", 1), "other");
    EXPECT_THAT(plural_categories("de"), ElementsAre("one", "other"));
    EXPECT_THAT(plural_categories("uk"), ElementsAre("few", "many", "one", "other"));
    EXPECT_THAT(plural_categories("ar"), ElementsAre("few", "many", "one", "other", "two", "zero"));
}

} // namespace
} // namespace demarche
