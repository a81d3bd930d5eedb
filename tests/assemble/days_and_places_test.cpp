#include "assemble/day_span.hpp"
#include "assemble/places.hpp"

#include <gtest/gtest.h>
#include <string>
#include <variant>
#include <vector>

namespace demarche::assemble {
namespace {

TEST(Days, JoinedSayWhatAllSay) {
    struct Row {
        std::vector<std::string> dates;
        std::string expected;
    };

    for (const Row& row :
         {Row{{"[2031-05-05..2031-05-11]", "2031-05-06"}, "2031-05-06"}, Row{{"2029~", "2029-02-24"}, "2029-02-24"},
          Row{{"2031-05", "[2031-05-28..2031-06-03]"}, "[2031-05-28..2031-05-31]"},
          Row{{"2031-05-05/2031-05-06", "2031-05-06"}, "2031-05-05/2031-05-06"}, Row{{"2029-23"}, "2029-23"},
          Row{{}, ""}}) {
        std::vector<Edtf> dates;
        for (const std::string& date : row.dates) {
            dates.push_back(std::get<Edtf>(parse_edtf(date)));
        }
        EXPECT_EQ(joined(dates).text(), row.expected);
    }
}

TEST(Places, RelationsAndTheFullestName) {
    Places places(extract::Lexicon::built_in());
    const auto relate = [&](const std::string& a, const std::string& b) {
        return relation(places.of(a), places.of(b));
    };
    EXPECT_EQ(relate("Riyadh", "Saudi Arabia"), PlaceRelation::nested);
    EXPECT_EQ(relate("Riyadh", "Jeddah"), PlaceRelation::apart);
    EXPECT_EQ(relate("Riyadh", "Turkey"), PlaceRelation::apart);
    EXPECT_EQ(relate("the Diriyah Palace", "Diriyah Palace"), PlaceRelation::same);
    EXPECT_EQ(relate("Diriyah Palace", "Riyadh"), PlaceRelation::unknown);
    const auto list = [&](const std::vector<std::string>& names) {
        std::vector<Place> found;
        for (const std::string& name : names) {
            found.push_back(places.of(name));
        }
        return found;
    };
    EXPECT_EQ(fullest({list({"Diriyah Palace", "Riyadh"}), list({"Saudi Arabia"})}), "Diriyah Palace, Riyadh");
    EXPECT_EQ(fullest({list({"Riyadh"}), list({"Saudi Arabia"})}), "Riyadh");
    EXPECT_EQ(fullest({}), "");
}

} // namespace
} // namespace demarche::assemble
