#include "base/utf8.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "model/export_json.hpp"
#include "model/order.hpp"
#include "support/label_generator.hpp"
#include "support/model_generator.hpp"

#include <gtest/gtest.h>
#include <set>

namespace demarche::support {
namespace {

/// No dossier of the generator names a file.
class NoFiles final : public FileReader {
public:
    [[nodiscard]] std::string read(const std::string& path, std::size_t) const override {
        ADD_FAILURE() << "asked for " << path;
        return "";
    }

    [[nodiscard]] bool exists(const std::string&) const override { return false; }
};

constexpr std::uint64_t kSeeds = 300;

TEST(ModelGenerator, TheSameFromASeedAndAnotherFromAnother) {
    EXPECT_EQ(write_dossier(generate_model(7)), write_dossier(generate_model(7)));
    EXPECT_NE(write_dossier(generate_model(7)), write_dossier(generate_model(8)));
}

TEST(ModelGenerator, EveryModelIsADossierWithoutErrors) {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        GeneratorOptions options;
        options.most_events = seed % 20 == 0 ? 2000 : 200;
        options.charts = seed % 2 == 0;
        const Model model = generate_model(seed, options);
        const std::string xml = write_dossier(model);
        Diagnostics diagnostics;
        const std::optional<Model> read = parse_dossier(xml, "generated.xml", NoFiles(), diagnostics);
        check_order(model, diagnostics);
        ASSERT_FALSE(diagnostics.has_errors()) << "seed " << seed << ": " << to_text(diagnostics.sorted()[0]);
        ASSERT_TRUE(read);
        ASSERT_EQ(write_dossier(*read), xml) << "seed " << seed;
        ASSERT_EQ(export_json(*read), export_json(model)) << "seed " << seed;
    }
}

TEST(ModelGenerator, CountsStayWithinTheOptions) {
    std::set<std::size_t> sides;
    std::size_t most_events = 0;
    std::size_t most_actors = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Model model = generate_model(seed);
        EXPECT_LE(model.sides.size(), 9U);
        EXPECT_GE(model.actors.size(), 1U);
        EXPECT_LE(model.actors.size(), 80U);
        EXPECT_GE(model.events.size(), 1U);
        EXPECT_LE(model.events.size(), 2000U);
        sides.insert(model.sides.size());
        most_events = std::max(most_events, model.events.size());
        most_actors = std::max(most_actors, model.actors.size());
    }
    EXPECT_EQ(sides.size(), 10U);
    EXPECT_GT(most_events, 1000U);
    EXPECT_GT(most_actors, 60U);
    GeneratorOptions fixed;
    fixed.least_events = fixed.most_events = 20;
    fixed.least_actors = fixed.most_actors = 9;
    fixed.least_sides = fixed.most_sides = 3;
    EXPECT_EQ(generate_model(1, fixed).events.size(), 20U);
    EXPECT_EQ(generate_model(1, fixed).actors.size(), 9U);
    EXPECT_EQ(generate_model(1, fixed).sides.size(), 3U);
}

TEST(ModelGenerator, EveryFormAppears) {
    std::set<Status> statuses;
    std::set<Part> parts;
    std::set<TieType> ties;
    std::set<ActorKind> kinds;
    std::set<EdtfKind> dates;
    std::set<EdtfPrecision> precisions;
    std::set<std::string> types;
    std::size_t ordered = 0;
    std::size_t approximate = 0;
    std::size_t open = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Model model = generate_model(seed);
        for (const Event& event : model.events) {
            statuses.insert(event.status);
            dates.insert(event.when.kind());
            types.insert(event.type.category);
            ordered += event.after.size() + event.before.size();
            approximate += event.when.approximate() ? 1 : 0;
            open += event.when.start() == EdtfEnd::open || event.when.end() == EdtfEnd::open ? 1 : 0;
            for (const EdtfPoint& point : event.when.points()) {
                precisions.insert(point.precision);
            }
            for (const Party& party : event.parties) {
                parts.insert(party.as);
            }
        }
        for (const Tie& tie : model.ties) {
            ties.insert(tie.type);
        }
        for (const Actor& actor : model.actors) {
            kinds.insert(actor.kind);
        }
    }
    EXPECT_EQ(statuses.size(), 5U);
    EXPECT_EQ(parts.size(), 8U);
    EXPECT_EQ(ties.size(), 7U);
    EXPECT_EQ(kinds.size(), 4U);
    EXPECT_EQ(dates.size(), 5U);
    EXPECT_EQ(precisions.size(), 5U);
    EXPECT_EQ(types.size(), 18U);
    EXPECT_GT(ordered, 100U);
    EXPECT_GT(approximate, 100U);
    EXPECT_GT(open, 100U);
}

TEST(LabelGenerator, HasTheLengthAskedFor) {
    Random random(1);
    for (std::size_t script = 0; script < kScripts; ++script) {
        for (std::size_t length = 1; length <= 200; ++length) {
            for (const bool unbroken : {false, true}) {
                const std::string text = label(random, static_cast<Script>(script), length, unbroken);
                const std::size_t count = count_code_points(text);
                ASSERT_FALSE(first_invalid_utf8(text));
                ASSERT_LE(count, length);
                ASSERT_GE(count + 1, length);
                ASSERT_NE(text.front(), ' ');
                ASSERT_NE(text.back(), ' ');
                ASSERT_EQ(text.find("  "), std::string::npos);
                ASSERT_TRUE(!unbroken || text.find(' ') == std::string::npos);
            }
        }
    }
}

TEST(Random, SkewedNumbersReachBothEnds) {
    Random random(3);
    std::size_t least = 99;
    std::size_t most = 0;
    for (int i = 0; i < 3000; ++i) {
        const std::size_t number = random.between_skewed(3, 50);
        least = std::min(least, number);
        most = std::max(most, number);
    }
    EXPECT_EQ(least, 3U);
    EXPECT_EQ(most, 50U);
    EXPECT_EQ(random.between_skewed(4, 4), 4U);
}

TEST(Random, TheSameNumbersEverywhere) {
    Random random(0);
    EXPECT_EQ(random.next(), 0xE220A8397B1DCDAFU);
    EXPECT_EQ(random.next(), 0x6E789E6AA1B965F4U);
    EXPECT_EQ(random.next(), 0x06C45D188009454FU);
}

} // namespace
} // namespace demarche::support
