// landscape_stage RUNS DOSSIER...: a timeline laid out across the page at template `slide`, from words to placed
// strips, beside measuring each of its words once, which is the least that any layout needs. "first": nothing was
// measured before; "again": every width is known. Milliseconds, medians.

#include "compose/charts.hpp"
#include "compose/timeline_style.hpp"
#include "compose/timeline_words.hpp"
#include "model/dossier_reader.hpp"
#include "text/pango_measurer.hpp"
#include "timeline/landscape.hpp"
#include "timing.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace demarche::bench {
namespace {

void measure_words(const timeline::Input& input, const timeline::Style& sizes, const text::Measurer& measurer) {
    double sum = 0;
    for (const timeline::RowInput& row : input.rows) {
        sum += measurer.width(row.title, sizes.label) + measurer.width(row.detail, sizes.detail) +
               measurer.width(row.date, sizes.date);
    }
    if (sum < 0) {
        std::puts(""); // so that nothing is left out
    }
}

void measure(const std::string& dossier, int runs) {
    Diagnostics findings;
    const DiskReader disk;
    const auto model = read_dossier(dossier, disk, findings);
    const auto style = compose::read_template("slide", ".", disk, findings);
    if (!model || !style) {
        std::printf("%s: has errors\n", dossier.c_str());
        return;
    }
    ChartSpec spec;
    const auto view = view::make_timeline_view(*model, spec);
    const timeline::Style sizes = compose::layout_style(*style);
    for (const timeline::Mode mode : {timeline::Mode::rows, timeline::Mode::days, timeline::Mode::time}) {
        timeline::Input input = compose::TimelineWords(view, *style).input();
        input.mode = mode;
        timeline::LandscapeOptions options;
        options.room = style->height / 2;
        std::size_t strips = 0;
        const auto lay_out = [&](const text::Measurer& measurer) {
            strips = timeline::lay_out_across(input, sizes, measurer, options).strips.size();
        };
        const auto fresh = [&] { return text::make_pango_measurer(findings); };
        const auto known = fresh();
        lay_out(*known);
        const double first = median_ms(runs, [&] { lay_out(*fresh()); });
        const double again = median_ms(runs, [&] { lay_out(*known); });
        const double bare = median_ms(runs, [&] { measure_words(input, sizes, *fresh()); });
        constexpr const char* kModes[] = {"", "time", "days", "rows"};
        std::printf("%-28s %-5s %5zu events %4zu strips   %7.1f   %7.1f   %7.1f   %6.2f   %6.2f\n",
                    dossier.substr(dossier.rfind('/') + 1).c_str(), kModes[static_cast<int>(mode)], input.rows.size(),
                    strips, first, again, bare, first / bare, again / bare);
    }
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: landscape_stage RUNS DOSSIER...\n", stderr);
        return 2;
    }
    std::printf("%-62s   %7s   %7s   %7s   %6s   %6s\n", "", "first", "again", "bare", "ratio", "ratio");
    for (int i = 2; i < count; ++i) {
        demarche::bench::measure(words[i], std::atoi(words[1]));
    }
    return 0;
}
