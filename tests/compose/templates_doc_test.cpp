/// docs/templates.md says everything that a template can hold, and nothing else.

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/xml.hpp"
#include "compose/template_keys.hpp"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::compose {
namespace {

using ::testing::HasSubstr;

const std::string kDoc = DEMARCHE_SOURCE_DIR "/docs/templates.md";
const std::string kBase = DEMARCHE_SOURCE_DIR "/templates/base.xml";
constexpr std::string_view kBegin = "with UPDATE_GOLDEN=1 from templates/base.xml -->\n";
constexpr std::string_view kEnd = "<!-- end of words -->";

/// The words of base.xml as tables, one for each of its comments.
std::string words_as_tables() {
    Diagnostics diagnostics;
    const auto document = xml::parse(DiskReader().read(kBase), kBase, diagnostics);
    std::string tables;
    for (const xml::Node& section : document.value().root.children) {
        if (section.name != "words") {
            continue;
        }
        for (const xml::Node& node : section.children) {
            if (node.kind == xml::NodeKind::comment) {
                tables += (tables.empty() ? "| " : "\n| ") + xml::collapse_blanks(node.text) +
                          " | built-in words |\n| --- | --- |\n";
            } else if (node.kind == xml::NodeKind::element) {
                tables += "| `" + node.attribute("key")->value + "` | " + xml::collapse_blanks(node.content()) + " |\n";
            }
        }
    }
    return tables;
}

TEST(TemplatesDoc, has_every_element_and_attribute) {
    const std::string doc = DiskReader().read(kDoc);
    std::vector<std::string_view> names = {"unit",   "orientation", "paged",    "lanes",
                                           "family", "stack",       "smallest", "line-spacing"};
    for (const LengthKey& key : page_lengths()) {
        names.push_back(key.name);
    }
    for (const LengthKey& key : mark_lengths()) {
        names.push_back(key.name);
    }
    for (const RatioKey& key : mark_ratios()) {
        names.push_back(key.name);
    }
    for (const ColourKey& key : colour_keys()) {
        names.push_back(key.name);
    }
    for (const FontKey& key : font_keys()) {
        names.push_back(key.name);
    }
    for (const std::string_view name : names) {
        EXPECT_THAT(doc, HasSubstr("\n| `" + std::string(name) + "` |"));
    }
}

TEST(TemplatesDoc, has_the_words_as_they_are) {
    std::string doc = DiskReader().read(kDoc);
    const std::size_t begin = doc.find(kBegin) + kBegin.size();
    const std::size_t end = doc.find(kEnd);
    ASSERT_LT(begin, end);
    const std::string tables = words_as_tables();
    if (std::getenv("UPDATE_GOLDEN") != nullptr) { // NOLINT(concurrency-mt-unsafe)
        doc.replace(begin, end - begin, tables);
        std::ofstream(kDoc) << doc;
        return;
    }
    EXPECT_EQ(doc.substr(begin, end - begin), tables)
        << "docs/templates.md lags behind templates/base.xml: run this test once with UPDATE_GOLDEN=1";
}

/// Every template has its row and its picture.
TEST(TemplatesDoc, shows_every_built_in_template) {
    const std::string doc = DiskReader().read(kDoc);
    for (const TemplateNote& note : list_templates()) {
        EXPECT_THAT(doc, HasSubstr(note.variant ? "`+" + note.name + "`" : "\n| `" + note.name + "` |"));
        const std::string picture = "pictures/timeline-" + std::string(note.variant ? "web-" : "") + note.name;
        EXPECT_TRUE(note.name == "report" || doc.find(picture) != std::string::npos) << note.name;
    }
}

class OneFile final : public FileReader {
public:
    OneFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

    [[nodiscard]] std::string read(const std::string& /*path*/, std::size_t /*limit*/) const override { return text_; }

    [[nodiscard]] bool exists(const std::string& path) const override { return path == path_; }

private:
    std::string path_;
    std::string text_;
};

/// The template that the page offers for copying behind `before`.
std::string example_behind(const std::string& before) {
    const std::string doc = DiskReader().read(kDoc);
    const std::size_t begin = doc.find("```xml\n", doc.find(before)) + 7;
    return doc.substr(begin, doc.find("```", begin) - begin);
}

/// The styles that the page offers for copying work.
TEST(TemplatesDoc, its_example_is_a_template) {
    const OneFile files("house.template.xml", example_behind("house.template.xml"));
    Diagnostics diagnostics;
    const std::optional<Template> style = read_template("house", "", files, diagnostics);
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    EXPECT_EQ(style->title.size, 13);
    EXPECT_EQ(style->side_colour("", "RUS", 0, {}), (Colour{0x9c, 0x2f, 0x1f}));
}

TEST(TemplatesDoc, its_example_of_a_brand_lies_over_every_template) {
    const OneFile files("brand.template.xml", example_behind("brand.template.xml"));
    for (const std::string& name : built_in_templates()) {
        Diagnostics diagnostics;
        const std::optional<Template> style = read_template(name + "+brand", "", files, diagnostics);
        ASSERT_TRUE(style) << name << ": " << to_text(diagnostics.all().front());
        EXPECT_EQ(style->palette.size(), 3U);
        EXPECT_TRUE(read_template(name + "+brand+dark", "", files, diagnostics)) << name;
    }
}

} // namespace
} // namespace demarche::compose
