#include "browser.hpp"

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string svg(const std::string& inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100mm\" height=\"50mm\" viewBox=\"0 0 200 100\">"
           "<g font-family=\"Arial, 'Liberation Sans', sans-serif\" font-size=\"8\">" +
           inside + "</g></svg>";
}

/// A chart and the one fault that is in it; the others must stay silent.
struct Case {
    const char* name;
    const char* inside;
    std::size_t overlaps, cut, struck, covered;
};

const Case kCases[] = {
    {"good",
     "<rect x='5' y='5' width='90' height='20' fill='#eeeeee' stroke='#000000'/>"
     "<text x='10' y='18'>Inside a card</text><text x='10' y='40'>Below it"
     "<tspan x='60' y='37' font-size='6'>1 2</tspan></text><line x1='5' y1='30' x2='95' y2='30' stroke='#000000'/>",
     0, 0, 0, 0},
    {"overlap", "<text x='10' y='20'>Abcdefgh</text><text x='30' y='24'>Abcdefgh</text>", 1, 0, 0, 0},
    {"overlap in one text", "<text x='10' y='20'>Abcdefgh<tspan x='12' y='21'>Abc</tspan></text>", 1, 0, 0, 0},
    {"cut at the right", "<text x='180' y='20'>Abcdefgh</text>", 0, 1, 0, 0},
    {"cut at the top", "<text x='10' y='4'>Abcdefgh</text>", 0, 1, 0, 0},
    {"cut at the bottom", "<text x='10' y='99.5'>gjpqy</text>", 0, 1, 0, 0},
    {"cut by a clip",
     "<clipPath id='c'><rect x='0' y='0' width='30' height='50'/></clipPath>"
     "<g clip-path='url(#c)'><text x='10' y='20'>Abcdefgh</text></g>",
     0, 1, 0, 0},
    {"struck by a line below",
     "<line x1='5' y1='18' x2='90' y2='18' stroke='#000000'/><text x='10' y='20'>Abcdefgh</text>", 0, 0, 1, 0},
    {"struck by a slanting path",
     "<path d='M0,0 L40,40' fill='none' stroke='#000000'/><text x='10' y='20'>Abcdefgh</text>", 0, 0, 1, 0},
    {"struck by a polyline",
     "<polyline points='20,0 20,50' fill='none' stroke='#000000'/><text x='10' y='20'>Abcdefgh</text>", 0, 0, 1, 0},
    {"struck by the side of a card",
     "<rect x='5' y='5' width='20' height='30' fill='none' stroke='#000000'/>"
     "<text x='10' y='20'>Abcdefgh</text>",
     0, 0, 1, 0},
    {"struck by the side of a band",
     "<rect x='5' y='5' width='20' height='30' fill='#eeeeee'/>"
     "<text x='10' y='20'>Abcdefgh</text>",
     0, 0, 1, 0},
    {"struck by a broad line that passes above",
     "<line x1='5' y1='12' x2='90' y2='12' stroke='#000000' stroke-width='8'/>"
     "<text x='10' y='20'>Abcdefgh</text>",
     0, 0, 1, 0},
    {"a dot below a text", "<circle cx='15' cy='17' r='2'/><text x='10' y='20'>Abcdefgh</text>", 0, 0, 1, 0},
    {"moved into a line",
     "<g transform='translate(0,10)'><line x1='5' y1='8' x2='90' y2='8' stroke='#000000'/></g>"
     "<text x='10' y='20'>Abcdefgh</text>",
     0, 0, 1, 0},
    {"covered", "<text x='30' y='20'>Abc</text><rect x='5' y='5' width='90' height='40' fill='#eeeeee'/>", 0, 0, 0, 1},
    {"an underline that stays clear",
     "<line x1='5' y1='23' x2='90' y2='23' stroke='#000000' stroke-width='.5'/>"
     "<text x='10' y='20'>Abc</text>",
     0, 0, 0, 0},
    {"unseen lines strike nothing",
     "<line x1='5' y1='18' x2='90' y2='18' stroke='none'/><text x='10' y='20'>Abcdefgh</text>"
     "<defs><path d='M0,0 L40,40' stroke='#000000'/></defs>",
     0, 0, 0, 0},
    {"a halo is the text itself",
     "<text x='10' y='20' stroke='#ffffff' stroke-width='2'>Abc</text><text x='10' y='20'>Abc</text>", 0, 0, 0, 0},
};

TEST(Browser, EachKindOfFaultIsFound) {
    if (!has_browser()) {
        GTEST_SKIP() << "chromium is not installed";
    }
    std::vector<std::pair<std::string, std::string>> charts;
    for (const auto& one : kCases) {
        charts.emplace_back(one.name, svg(one.inside));
    }
    const auto pictures = draw_in_browser(charts);
    ASSERT_EQ(pictures.size(), std::size(kCases));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto& expected = kCases[i];
        SCOPED_TRACE(expected.name);
        EXPECT_EQ(pictures[i].error, "");
        EXPECT_THAT(pictures[i].texts, testing::Not(IsEmpty()));
        EXPECT_THAT(pictures[i].overlaps, SizeIs(expected.overlaps));
        EXPECT_THAT(pictures[i].cut, SizeIs(expected.cut));
        EXPECT_THAT(pictures[i].struck, SizeIs(expected.struck));
        EXPECT_THAT(pictures[i].covered, SizeIs(expected.covered));
    }
}

TEST(Browser, SizesAreThoseOnThePage) {
    if (!has_browser()) {
        GTEST_SKIP() << "chromium is not installed";
    }
    const auto pictures = draw_in_browser(
        {{"scaled",
          svg("<text x='10' y='20'>Large</text><g transform='scale(.5)'><text x='80' y='160'>small</text></g>")},
         {"broken", "<svg><text></svg>"}});
    ASSERT_EQ(pictures.size(), 2U);
    // 200 units are 100 mm, so 8 units are 4 mm; the second text has half of that.
    EXPECT_NEAR(pictures[0].smallest_px, 4 / 25.4 * 96 / 2, 0.01);
    EXPECT_EQ(pictures[0].smallest_text, "small");
    EXPECT_NEAR(pictures[0].width, 100 / 25.4 * 96, 0.05);
    EXPECT_THAT(pictures[1].error, HasSubstr("not an SVG"));
}

} // namespace
} // namespace demarche::house
