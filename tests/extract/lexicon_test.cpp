#include "extract/lexicon.hpp"
#include "extract/name_key.hpp"

#include <gmock/gmock.h>
#include <set>
#include <string>

namespace demarche::extract {
namespace {

class OneFile final : public FileReader {
public:
    OneFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

    [[nodiscard]] std::string read(const std::string& /*path*/, std::size_t /*limit*/) const override { return text_; }

    [[nodiscard]] bool exists(const std::string& path) const override { return path == path_; }

private:
    std::string path_;
    std::string text_;
};

TEST(Lexicon, HasTheMembersOfTheUnitedNations) {
    const Lexicon& lexicon = Lexicon::built_in();
    std::set<std::string> iso;
    for (std::size_t i = 0; i < lexicon.countries(); ++i) {
        const std::string& code = lexicon.country(static_cast<CountryIndex>(i)).code;
        if (code.size() == 2) {
            iso.insert(code);
        }
    }
    for (const char* other : {"VA", "PS", "XK", "TW", "EH", "HK", "GL", "FO", "PR", "CK", "NU", "EU"}) {
        EXPECT_EQ(iso.erase(other), 1U) << other;
    }
    EXPECT_EQ(iso.size(), 193U);
}

TEST(Lexicon, CapitalsDecide) {
    const Lexicon& lexicon = Lexicon::built_in();
    const Document document = cut("US us Turkey turkey Secretary of State of the People’s Republic of China");
    EXPECT_TRUE(lexicon.match(document, 0, 15).classes.has(LexClass::country));
    EXPECT_FALSE(lexicon.match(document, 1, 15).classes.has(LexClass::country));
    EXPECT_TRUE(lexicon.match(document, 2, 15).classes.has(LexClass::country));
    EXPECT_FALSE(lexicon.match(document, 3, 15).classes.has(LexClass::country));
    EXPECT_EQ(lexicon.match(document, 4, 15).tokens, 3U);
    const LexMatch china = lexicon.match(document, 9, static_cast<std::uint32_t>(document.tokens.size()));
    EXPECT_EQ(china.tokens, 5U);
    EXPECT_EQ(lexicon.country(china.entry->country).code, "CN");
}

TEST(Lexicon, TakesRowsOfAUser) {
    const OneFile files("own/countries.tsv", "X-RUR\tRuritania\t-\t-\tRuritanian\tRuritanians\tStrelsau\n");
    Diagnostics diagnostics;
    const Lexicon lexicon({&files, "own"}, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    EXPECT_EQ(lexicon.country(lexicon.word("Strelsau").entry->country).name, "Ruritania");
}

TEST(Lexicon, SaysWhichRowIsWrong) {
    const OneFile files("own/titles.tsv", "margrave\tnobel\t4\t-\t-\nlandgrave\tnoble\tten\t-\t-\n");
    Diagnostics diagnostics;
    const Lexicon lexicon({&files, "own"}, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 2U);
    EXPECT_EQ(to_text(diagnostics.all()[0]), "own/titles.tsv:1:10: error: no kind of title \"nobel\"");
    EXPECT_EQ(diagnostics.all()[1].where.line, 2U);
}

TEST(NameKey, SpellingsOfOneName) {
    const std::vector<std::vector<std::string>> alike{
        {"Sergey", "Sergei", "Sergej"},
        {"Bilskyy", "Bilsky", "Bilskiy", "Bilskij"},
        {"Dmitry", "Dmitri", "Dmitriy"},
        {"Aleksandr", "Alexander"},
        {"Çelik", "Celik"},
        {"Yusuf", "Yousuf"},
        {"Łukasz", "Lukasz"},
        {"O’Brien", "O'Brien"},
    };
    for (const auto& names : alike) {
        for (const std::string& name : names) {
            EXPECT_EQ(name_key(name), name_key(names.front())) << name;
        }
    }
    EXPECT_EQ(loose_name_key("Mohammed"), loose_name_key("Muhammad"));
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{
             {"Ivanov", "Ivanova"}, {"Mario", "Maria"}, {"Malov", "Markov"}, {"Roth", "Rothe"}}) {
        EXPECT_NE(loose_name_key(one), loose_name_key(other)) << one;
    }
}

} // namespace
} // namespace demarche::extract
