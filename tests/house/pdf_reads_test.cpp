// What a screen reader meets in the PDFs of the examples, held against the SVGs.

#include "charts.hpp"
#include "tree.hpp"
#include "write/pdf_library.hpp"

#include <pugixml.hpp>

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;

/// The sentences of the list items of an SVG, in its order.
std::vector<std::string> told_by_svg(const fs::path& file) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_file(file.c_str())) << file;
    std::vector<std::string> sentences;
    for (const pugi::xpath_node& item :
         document.select_nodes("//*[@role='listitem']/*[@role='graphics-symbol']/*[local-name()='title']")) {
        sentences.emplace_back(item.node().text().get());
    }
    return sentences;
}

/// The alternatives within an element, in reading order.
void add_alternatives(QPDFObjectHandle element, std::vector<std::string>& to) { // NOLINT(misc-no-recursion)
    if (element.isArray()) {
        for (const QPDFObjectHandle& kid : element.getArrayAsVector()) {
            add_alternatives(kid, to);
        }
    } else if (element.isDictionary() && element.hasKey("/S")) {
        if (element.hasKey("/Alt")) {
            to.push_back(element.getKey("/Alt").getUTF8Value());
        }
        add_alternatives(element.getKey("/K"), to);
    }
}

/// First the description of the whole, then each item's sentence.
std::vector<std::string> told_by_pdf(const fs::path& file) {
    QPDF pdf;
    pdf.processFile(file.c_str());
    std::vector<std::string> sentences;
    add_alternatives(pdf.getRoot().getKey("/StructTreeRoot").getKey("/K"), sentences);
    return sentences;
}

TEST(PdfReads, TheSameSentencesInTheSameOrderAsTheSvg) {
    const Scratch scratch;
    for (const fs::path& dossier : examples()) {
        for (const char* house : {"report", "web"}) {
            const fs::path folder = scratch.path() / (dossier.stem().stem().string() + "-" + house);
            draw(tree() / dossier, folder, "svg,pdf", house);
            for (const fs::path& svg : files_in(folder, ".svg")) {
                SCOPED_TRACE(svg);
                const auto expected = told_by_svg(svg);
                const auto told = told_by_pdf(fs::path(svg).replace_extension(".pdf"));
                ASSERT_GE(expected.size(), 3U);
                ASSERT_EQ(told.size(), expected.size() + 1) << "one figure, and a sentence an item";
                for (std::size_t i = 0; i < expected.size(); ++i) {
                    EXPECT_THAT(told[i + 1], testing::StartsWith(expected[i]));
                }
            }
        }
    }
}

} // namespace
} // namespace demarche::house
