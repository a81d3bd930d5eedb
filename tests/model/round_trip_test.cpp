#include "base/xml.hpp"
#include "dump.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"
#include "untidy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::dump;
using testing::printed;

support::GeneratorOptions small() {
    support::GeneratorOptions options;
    options.most_events = 120;
    options.most_actors = 40;
    options.charts = true;
    return options;
}

std::optional<Model> parsed(const std::string& text) {
    Diagnostics diagnostics;
    auto model = parse_dossier(text, "g.xml", support::MemoryFiles(), diagnostics);
    EXPECT_FALSE(diagnostics.has_errors()) << printed(diagnostics);
    return model;
}

TEST(RoundTrip, OfGeneratedModelsLosesNothing) {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const Model model = support::generate_model(seed, small());
        const std::string written = write_dossier(model);
        const auto again = parsed(written);
        ASSERT_TRUE(again.has_value()) << "seed " << seed;
        ASSERT_EQ(dump(*again), dump(model)) << "seed " << seed;
        ASSERT_EQ(write_dossier(*again), written) << "seed " << seed;
        Diagnostics diagnostics;
        ASSERT_EQ(format_dossier(written, "g.xml", diagnostics), written) << "seed " << seed;
    }
}

TEST(RoundTrip, OfALargeModelLosesNothing) {
    support::GeneratorOptions options;
    options.least_events = options.most_events = 2000;
    options.least_actors = 80;
    const Model model = support::generate_model(7, options);
    const auto again = parsed(write_dossier(model));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(dump(*again), dump(model));
}

TEST(RoundTrip, FormattingWhatPeopleWroteLosesNothing) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Model model = support::generate_model(seed, small());
        Diagnostics diagnostics;
        const auto tidy = xml::parse(write_dossier(model), "g.xml", diagnostics);
        testing::Untidy untidy(seed);
        const std::string text = untidy.text(*tidy);
        const auto once = format_dossier(text, "g.xml", diagnostics);
        ASSERT_TRUE(once.has_value()) << "seed " << seed << printed(diagnostics);
        ASSERT_EQ(dump(parsed(*once).value()), dump(model)) << "seed " << seed;
        const auto twice = format_dossier(*once, "g.xml", diagnostics);
        ASSERT_EQ(twice, once) << "seed " << seed;
        ASSERT_EQ(testing::comments_of(*once), untidy.comments) << "seed " << seed;
    }
}

} // namespace
} // namespace demarche
