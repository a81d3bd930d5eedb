/// Type and marks of a page of fixed size.

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/sheet.hpp"
#include "support/dossier_text.hpp"
#include "support/fixed_measurer.hpp"
#include "view/timeline_view.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <string>

namespace demarche::compose {
namespace {

Template poster() {
    Diagnostics diagnostics;
    return *read_template("poster", "", DiskReader(), diagnostics);
}

/// A network is as high as its sheet, its foot standing at the bottom: a last digit kept it small.
TEST(Sheet, a_page_as_high_as_its_sheet_but_for_rounding_can_grow) {
    const Template style = poster();
    const double filled = std::nextafter(style.height, std::numeric_limits<double>::max());
    const Template sized = fitted_to_sheet(style, [&](const Template& /*tried*/) { return filled; });
    EXPECT_GT(sized.title.size, 1.3 * style.title.size);
}

TEST(Sheet, a_page_that_is_too_high_at_every_size_keeps_its_size) {
    const Template style = poster();
    const Template sized = fitted_to_sheet(style, [&](const Template& /*tried*/) { return style.height + 1; });
    EXPECT_EQ(sized.title.size, style.title.size);
}

/// Rows spread to the very bottom of the sheet, and the last one stood alone on a second.
TEST(Sheet, timelines_made_smaller_to_stand_on_one_sheet_stand_on_one) {
    const tests::FixedMeasurer measurer;
    const Template style = poster();
    std::string events;
    int smaller = 0;
    for (int number = 1; number <= 60; ++number) {
        const std::string day = std::to_string(10 + number % 9);
        events += "<event id=\"e" + std::to_string(number) + "\" title=\"A meeting of the two\" when=\"2025-02-" + day +
                  "\" type=\"consult/meet\"><party actor=\"ann\"/><party actor=\"bob\"/><cite article=\"a1\"/></event>";
        Diagnostics diagnostics;
        const scene::Scene scene = compose_timeline(view::make_timeline_view(support::story(events), {}), style,
                                                    measurer, Paging::pages, diagnostics);
        const auto* title = std::get_if<scene::Text>(&scene.pages.front().marks.front().items.front());
        ASSERT_NE(title, nullptr);
        if (title->font.size < style.title.size) {
            ++smaller;
            EXPECT_EQ(scene.pages.size(), 1U) << number << " events";
        }
    }
    EXPECT_GT(smaller, 5);
}

} // namespace
} // namespace demarche::compose
