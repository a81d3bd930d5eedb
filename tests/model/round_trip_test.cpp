#include "base/xml.hpp"
#include "dump.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"
#include "support/random.hpp"

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

/// Spaces, comments, other quotation marks and another order of attributes: all that people do to a file.
class Untidy {
public:
    explicit Untidy(std::uint64_t seed) : random_(seed) {}

    std::string text(const xml::Document& document) {
        out_ = "<?xml version='1.0'?>";
        aside();
        element(document.root);
        aside();
        return out_;
    }

    std::vector<std::string> comments;

private:
    void blanks() {
        static const std::vector<std::string> kinds{"", " ", "\n", "\n\n\n", "\r\n\t", "  \n  "};
        out_ += random_.pick(kinds);
    }

    void aside() {
        blanks();
        if (random_.chance(25)) {
            comments.push_back(" note " + std::to_string(comments.size()) +
                               (random_.chance(30) ? "\n two lines " : " "));
            out_ += "<!--" + comments.back() + "-->";
            blanks();
        }
    }

    void element(const xml::Node& node) {
        out_ += "<" + node.name;
        std::vector<xml::Attribute> attributes = node.attributes;
        random_.shuffle(attributes);
        for (const xml::Attribute& attribute : attributes) {
            out_ += random_.chance(30) ? "\n   " : " ";
            out_ += attribute.name + (random_.chance(20) ? " = " : "=") + quoted(attribute.value);
        }
        const bool words = !xml::is_blank(node.content());
        if (node.children.empty()) {
            out_ += random_.chance(50) ? "/>" : "></" + node.name + " >";
            return;
        }
        out_ += ">";
        if (words) {
            blanks();
            out_ += escaped(node.content());
            blanks();
        } else {
            for (const xml::Node& child : node.children) {
                if (child.kind == xml::NodeKind::element) {
                    aside();
                    element(child);
                }
            }
            aside();
        }
        out_ += "</" + node.name + ">";
    }

    static std::string escaped(const std::string& text) {
        std::string result;
        for (const char c : text) {
            result += c == '&' ? "&amp;" : c == '<' ? "&#60;" : c == '\'' ? "&apos;" : std::string(1, c);
        }
        return result;
    }

    std::string quoted(const std::string& value) { return "'" + escaped(value) + "'"; }

    support::Random random_;
    std::string out_;
};

TEST(RoundTrip, FormattingWhatPeopleWroteLosesNothing) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Model model = support::generate_model(seed, small());
        Diagnostics diagnostics;
        const auto tidy = xml::parse(write_dossier(model), "g.xml", diagnostics);
        Untidy untidy(seed);
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
