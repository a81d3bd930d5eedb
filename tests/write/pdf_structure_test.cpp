// The structure of our PDFs, read with libqpdf: what a screen reader meets, in its order.

#include "sample_scene.hpp"
#include "text/pango_measurer.hpp"
#include "write/pdf_library.hpp"
#include "write/srgb_profile.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <stack>

namespace demarche::write {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using Handle = QPDFObjectHandle;
using scene::Role;

/// A document read back.
class Reading {
public:
    explicit Reading(std::string bytes) : bytes_(std::move(bytes)) {
        pdf_.processMemoryFile("test", bytes_.data(), bytes_.size());
        root_ = pdf_.getRoot().getKey("/StructTreeRoot");
        visit(root_.getKey("/K"), 0);
    }

    [[nodiscard]] Handle catalog() { return pdf_.getRoot(); }

    [[nodiscard]] Handle info() { return pdf_.getTrailer().getKey("/Info"); }

    [[nodiscard]] std::vector<Handle> pages() {
        std::vector<Handle> pages;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            pages.push_back(page.getObjectHandle());
        }
        return pages;
    }

    /// "LI", or "Span: its alternative", indented by depth, in reading order.
    [[nodiscard]] const std::vector<std::string>& outline() const { return outline_; }

    /// Elements of a type, in reading order.
    [[nodiscard]] std::vector<Handle> elements(const std::string& type) {
        std::vector<Handle> found;
        std::copy_if(all_.begin(), all_.end(), std::back_inserter(found),
                     [&type](Handle element) { return element.getKey("/S").getName() == "/" + type; });
        return found;
    }

    /// The element that the parent tree names for a page or an annotation.
    [[nodiscard]] Handle parent(long long number) {
        Handle numbers = root_.getKey("/ParentTree").getKey("/Nums");
        for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2) {
            if (numbers.getArrayItem(i).getIntValue() == number) {
                return numbers.getArrayItem(i + 1);
            }
        }
        return Handle::newNull();
    }

    /// Which element claims each stretch: page object and number.
    std::map<std::pair<int, long long>, QPDFObjGen> claims;
    bool claimed_twice = false;

private:
    void visit(Handle kid, int depth) { // NOLINT(misc-no-recursion)
        if (kid.isArray()) {
            for (Handle each : kid.getArrayAsVector()) {
                visit(each, depth);
            }
            return;
        }
        if (!kid.isDictionary() || !kid.hasKey("/S")) {
            return;
        }
        all_.push_back(kid);
        const std::string alternative = kid.hasKey("/Alt") ? ": " + kid.getKey("/Alt").getUTF8Value() : "";
        outline_.push_back(std::string(static_cast<std::size_t>(depth), ' ') + kid.getKey("/S").getName().substr(1) +
                           alternative);
        Handle kids = kid.getKey("/K");
        for (Handle each : kids.isArray() ? kids.getArrayAsVector() : std::vector<Handle>{kids}) {
            if (each.isInteger()) {
                claim(kid.getKey("/Pg"), each.getIntValue(), kid);
            } else if (each.isDictionary() && each.hasKey("/MCID")) {
                claim(each.getKey("/Pg"), each.getKey("/MCID").getIntValue(), kid);
            }
        }
        visit(kids, depth + 1);
    }

    void claim(Handle page, long long number, Handle element) {
        claimed_twice =
            !claims.emplace(std::pair(page.getObjectID(), number), element.getObjGen()).second || claimed_twice;
    }

    std::string bytes_;
    QPDF pdf_;
    Handle root_;
    std::vector<Handle> all_;
    std::vector<std::string> outline_;
};

/// Follows the marked content of a page.
class Marks : public Handle::ParserCallbacks {
public:
    void handleObject(Handle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const std::string op = object.getOperatorValue();
        if (op == "BDC" || op == "BMC") {
            open_.push(operands_.front().getName());
            if (op == "BDC" && operands_.back().hasKey("/MCID")) {
                numbers.push_back(operands_.back().getKey("/MCID").getIntValue());
                types.push_back(operands_.front().getName().substr(1));
            } else if (open_.top() == "/Artifact") {
                ++artifacts;
            }
        } else if (op == "EMC") {
            open_.pop();
        } else if (open_.empty() && (op == "f" || op == "S" || op == "B" || op == "Tj" || op == "TJ" || op == "f*" ||
                                     op == "B*" || op == "Do")) {
            unmarked.push_back(op);
        }
        operands_.clear();
    }

    void handleEOF() override { balanced = open_.empty(); }

    std::vector<long long> numbers;
    std::vector<std::string> types;
    std::vector<std::string> unmarked; ///< operators that paint outside of any mark
    int artifacts = 0;
    bool balanced = false;

private:
    std::vector<Handle> operands_;
    std::stack<std::string> open_;
};

Marks marks_of(Handle page) {
    Marks marks;
    page.parsePageContents(&marks);
    return marks;
}

class PdfStructure : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    std::unique_ptr<text::Measurer> measurer = text::make_pango_measurer(diagnostics);

    scene::Text words(const std::string& text, double y, const std::string& link = {}) {
        scene::Text item = tests::measured_text(*measurer, {10, y}, text);
        item.link = link;
        return item;
    }

    static scene::Item dot(double y) { return scene::Circle{{100, y}, 3, scene::Fill{}, {}}; }

    /// Two pages: a lane, three events, a source line that the events' numbers lead to.
    scene::Scene story() {
        scene::Scene scene;
        scene.title = "A story";
        scene.description = "Timeline of three events.";
        scene.language = "de";
        scene.date = "2025-02-18";
        scene.keywords = "talks, calls";
        scene.author = "A desk";
        scene::Mark heading{"title", Role::heading, "", "", {}, {words("A story", 10), words("Told in three", 20)}};
        scene::Mark lane{"lane", Role::decoration, "", "", {}, {scene::line({100, 0}, {100, 90}, {})}};
        scene::Mark first{"e1", Role::list_item, "1 May: They meet. Ann and Bob took part.", "", {}, {}};
        first.items = {dot(30), words("1 May", 30), words("They meet", 40), words("1", 40, "#source-1"),
                       words("on a bridge", 50)};
        scene::Mark second{"e2", Role::list_item, "2 May: Bob writes.", "", {}, {dot(60), words("Bob writes", 60)}};
        scene::Mark third{"e3", Role::list_item, "3 May: Silence.", "Source 1.", {}, {dot(30)}};
        scene::Mark again{"title-2", Role::heading, "", "", {}, {words("A story, continued", 10)}};
        scene::Mark sources{"sources", Role::note, "", "", {}, {}};
        scene::Text source = words("1 Outlet,", 50, "https://example.org/a#:~:text=they%20met");
        source.target = "source-1";
        source.continues = true;
        sources.items = {source, words("of May", 60, source.link)};
        scene.pages = {{{200, 100}, {heading, lane, first, second}}, {{200, 100}, {again, lane, third, sources}}};
        return scene;
    }
};

TEST_F(PdfStructure, reads_as_a_title_a_figure_and_one_list_in_the_order_of_the_scene) {
    Reading reading(to_pdf(story()));
    EXPECT_THAT(reading.outline(),
                ElementsAre("Document", " H1", " P", " Figure: Timeline of three events.", " L", "  LI", "   LBody",
                            "    Span: 1 May: They meet. Ann and Bob took part.", "    Link", "    Span", "  LI",
                            "   LBody", "    Span: 2 May: Bob writes.", "  LI", "   LBody",
                            "    Figure: 3 May: Silence. Source 1.", " P", "  Link"));
}

TEST_F(PdfStructure, holds_all_that_is_no_artifact_once) {
    for (const scene::Scene& scene : {story(), tests::sample_scene(*measurer)}) {
        Reading reading(to_pdf(scene));
        EXPECT_FALSE(reading.claimed_twice);
        std::size_t stretches = 0;
        for (Handle page : reading.pages()) {
            const Marks marks = marks_of(page);
            EXPECT_TRUE(marks.balanced);
            EXPECT_THAT(marks.unmarked, IsEmpty());
            EXPECT_GT(marks.artifacts, 0);
            Handle parents = reading.parent(page.getKey("/StructParents").getIntValue());
            ASSERT_EQ(parents.getArrayNItems(), static_cast<int>(marks.numbers.size()));
            for (std::size_t i = 0; i < marks.numbers.size(); ++i) {
                EXPECT_EQ(marks.numbers[i], static_cast<long long>(i));
                Handle parent = parents.getArrayItem(static_cast<int>(i));
                EXPECT_EQ(parent.getObjGen(), reading.claims[std::pair(page.getObjectID(), marks.numbers[i])]);
                EXPECT_EQ(parent.getKey("/S").getName(), "/" + marks.types[i]);
            }
            stretches += marks.numbers.size();
        }
        EXPECT_EQ(stretches, reading.claims.size());
    }
}

TEST_F(PdfStructure, links_have_words_a_place_in_the_structure_and_a_goal) {
    Reading reading(to_pdf(story()));
    std::vector<std::string> told;
    for (Handle page : reading.pages()) {
        EXPECT_EQ(page.getKey("/Tabs").getName(), "/S");
        for (Handle link : page.getKey("/Annots").getArrayAsVector()) {
            told.push_back(link.getKey("/Contents").getUTF8Value());
            EXPECT_EQ(link.getKey("/F").getIntValue(), 4);
            Handle parent = reading.parent(link.getKey("/StructParent").getIntValue());
            ASSERT_EQ(parent.getKey("/S").getName(), "/Link");
            bool refers = false;
            for (Handle kid : parent.getKey("/K").getArrayAsVector()) {
                refers = refers || (kid.isDictionary() && kid.getKey("/Obj").getObjGen() == link.getObjGen());
            }
            EXPECT_TRUE(refers);
            if (link.hasKey("/Dest")) {
                EXPECT_EQ(link.getKey("/Dest").getUTF8Value(), "source-1");
            } else {
                EXPECT_EQ(link.getKey("/A").getKey("/URI").getUTF8Value(), "https://example.org/a#:~:text=they%20met");
            }
        }
    }
    const std::string source = "1 Outlet, of May: https://example.org/a";
    EXPECT_THAT(told, ElementsAre("1 Outlet, of May", source, source));
    Handle places = reading.catalog().getKey("/Names").getKey("/Dests").getKey("/Names");
    EXPECT_EQ(places.getArrayItem(0).getUTF8Value(), "source-1");
    EXPECT_EQ(places.getArrayItem(1).getArrayItem(0).getObjGen(), reading.pages()[1].getObjGen());
}

/// Slides repeat their sources on every page.
TEST_F(PdfStructure, links_lead_to_their_own_page_where_that_repeats_the_target) {
    scene::Scene scene = story();
    scene.pages.push_back(scene.pages[1]);
    scene.pages[2].marks.push_back({"e4", Role::list_item, "", "", {}, {words("1", 80, "#source-1")}});
    Reading reading(to_pdf(scene));
    const auto goal = [](Handle page) { return page.getKey("/Annots").getArrayItem(0).getKey("/Dest"); };
    EXPECT_EQ(goal(reading.pages()[0]).getUTF8Value(), "source-1");
    std::vector<std::string> goals;
    for (Handle link : reading.pages()[2].getKey("/Annots").getArrayAsVector()) {
        if (link.hasKey("/Dest")) {
            goals.push_back(link.getKey("/Dest").getUTF8Value());
        }
    }
    EXPECT_THAT(goals, ElementsAre("source-1-page-3"));
}

TEST_F(PdfStructure, says_its_language_and_title_twice_the_same) {
    Reading reading(to_pdf(story()));
    EXPECT_EQ(reading.catalog().getKey("/Lang").getUTF8Value(), "de");
    EXPECT_TRUE(reading.catalog().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    EXPECT_TRUE(reading.catalog().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    const auto data = reading.catalog().getKey("/Metadata").getStreamData();
    const std::string xmp(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    for (const char* key : {"/Title", "/Subject", "/Author", "/Keywords", "/Creator", "/Producer"}) {
        EXPECT_THAT(xmp, HasSubstr(">" + reading.info().getKey(key).getUTF8Value() + "<")) << key;
    }
    EXPECT_EQ(reading.info().getKey("/CreationDate").getUTF8Value(), "D:20250218000000Z");
    EXPECT_THAT(xmp, HasSubstr("<xmp:CreateDate>2025-02-18T00:00:00Z<"));
    EXPECT_THAT(xmp, Not(HasSubstr("pdfaid")));
    EXPECT_THAT(xmp, Not(HasSubstr("pdfuaid")));
}

TEST_F(PdfStructure, is_small_by_default_and_plain_as_pdf_a) {
    const std::string small = to_pdf(story());
    EXPECT_THAT(small, HasSubstr("/ObjStm"));
    EXPECT_THAT(small, Not(HasSubstr("/OutputIntent")));
    const std::string plain = to_pdf(story(), {.type = nullptr, .archival = true});
    EXPECT_THAT(plain, StartsWith("%PDF-1.4\n"));
    EXPECT_THAT(plain, Not(HasSubstr("/ObjStm")));
    EXPECT_THAT(plain, HasSubstr("\nxref\n"));
    EXPECT_THAT(plain, HasSubstr("<pdfaid:conformance>B<"));
    Reading reading(plain);
    for (Handle page : reading.pages()) {
        EXPECT_FALSE(page.hasKey("/Group"));
    }
    EXPECT_EQ(reading.outline(), Reading(small).outline());
    EXPECT_EQ(to_pdf(story(), {.type = nullptr, .archival = true}), plain);
    EXPECT_EQ(to_pdf(story()), small);
}

TEST_F(PdfStructure, an_item_whose_words_its_sentence_lacks_keeps_both) {
    scene::Scene scene = story();
    scene.pages.resize(1);
    scene.pages[0].marks = {{"e", Role::list_item, "A sentence.", "", {}, {dot(20), words("Other words", 20)}}};
    EXPECT_THAT(Reading(to_pdf(scene)).outline(),
                ElementsAre("Document", " L", "  LI", "   LBody", "    Figure: A sentence.", "    Span"));
    scene.pages[0].marks = {{"e", Role::list_item, "", "", {}, {dot(20), words("Words", 20)}}};
    EXPECT_THAT(Reading(to_pdf(scene)).outline(),
                ElementsAre("Document", " Figure: Timeline of three events.", " L", "  LI", "   LBody", "    Span"));
}

std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t width = 4) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + width; ++i) {
        value = value * 256 + static_cast<unsigned char>(bytes.at(i));
    }
    return value;
}

TEST(SrgbProfile, its_primaries_make_white_and_its_curve_is_that_of_srgb) {
    const std::string profile = srgb_profile();
    EXPECT_EQ(number_at(profile, 0), profile.size());
    EXPECT_EQ(profile.size() % 4, 0U);
    std::map<std::string, std::size_t> tags;
    for (std::size_t i = 0; i < number_at(profile, 128); ++i) {
        const std::size_t at = 132 + 12 * i;
        tags[profile.substr(at, 4)] = number_at(profile, at + 4);
        EXPECT_LE(number_at(profile, at + 4) + number_at(profile, at + 8), profile.size());
        EXPECT_EQ(number_at(profile, at + 4) % 4, 0U);
    }
    EXPECT_EQ(tags.size(), 9U);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        double sum = 0;
        for (const char* primary : {"rXYZ", "gXYZ", "bXYZ"}) {
            sum += number_at(profile, tags.at(primary) + 8 + 4 * axis) / 65536.0;
        }
        EXPECT_NEAR(sum, number_at(profile, tags.at("wtpt") + 8 + 4 * axis) / 65536.0, 0.0005) << axis;
    }
    const auto curve = [&](std::size_t i) { return number_at(profile, tags.at("rTRC") + 12 + 2 * i, 2) / 65535.0; };
    EXPECT_EQ(curve(0), 0);
    EXPECT_EQ(curve(1023), 1);
    EXPECT_NEAR(curve(512), 0.2148, 0.0005); // of 0.50049
    EXPECT_NEAR(curve(20), 20 / 1023.0 / 12.92, 0.00001);
    for (std::size_t i = 1; i < 1024; ++i) {
        EXPECT_GE(curve(i), curve(i - 1));
    }
}

} // namespace
} // namespace demarche::write
