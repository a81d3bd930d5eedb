#include "view/timeline_view.hpp"

#include "model/check.hpp"
#include "view/attribution.hpp"
#include "view/precedence.hpp"
#include "view/standing.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace demarche::view {

namespace {

/// The one year that a date names, whatever its precision; of one open end, the year of the other.
std::optional<std::int64_t> year_of(const Edtf& when) {
    const auto first = when.earliest() ? when.earliest() : when.latest();
    const auto last = when.latest() ? when.latest() : when.earliest();
    if (!first || civil_date(*first).year != civil_date(*last).year) {
        return std::nullopt;
    }
    return civil_date(*first).year;
}

std::string iso(Day day) {
    const CivilDate date = civil_date(day);
    char text[40];
    std::snprintf(text, sizeof text, "%04lld-%02u-%02u", static_cast<long long>(date.year), date.month, date.day);
    return text;
}

Row make_row(const Model& model, std::size_t index, const std::vector<Lane>& lanes, const Sources& sources) {
    const Event& event = model.events[index];
    const auto as_of = model.as_of_day();
    const auto latest = event.when.latest();
    const std::vector<Citation> citations = citations_of(event);
    Row row;
    row.event = index;
    row.id = event.id;
    row.title = event.title;
    row.detail = event.detail;
    row.place = event.where_held;
    row.when = event.when;
    row.words = event.words;
    row.nature = nature(event.type);
    row.status = event.status;
    row.emphasis = event.emphasis;
    row.unreviewed = event.review == "new";
    row.overdue = event.status == Status::planned && as_of && latest && *latest < *as_of;
    row.numbers = sources.numbers(citations);
    row.single_source = independent_sources(model, event.citations.empty() ? citations : event.citations) == 1;
    row.disputed = std::any_of(citations.begin(), citations.end(),
                               [](const Citation& citation) { return citation.stance == Stance::disputes; });
    place_parties(model, event, lanes, row);
    for (const std::string& id : event.said_by) {
        const Actor* actor = model.actor(id);
        if (actor != nullptr) {
            row.said_by.push_back(running_name(*actor));
        }
    }
    row.attribution_in_title = title_names_its_source(model, event);
    return row;
}

bool same_day_known_order(const Row& earlier, const Row& later) {
    const auto minute = [](const Row& row) { return row.when.points().front().minute_of_day; };
    return minute(earlier) && minute(later) && *minute(earlier) < *minute(later);
}

bool shares_day(const Row& a, const Row& b) {
    return !a.when.empty() && !a.when.is_imprecise() && !b.when.is_imprecise() && !a.when.lasted() &&
           !b.when.lasted() && a.when.earliest() == b.when.earliest() && a.when.latest() == b.when.latest();
}

/// What a row's neighbours above let it leave out, and where their order is nobody's word.
void compare_neighbours(const Model& model, TimelineView& view) {
    const Precedence precedence(model);
    for (std::size_t i = 1; i < view.rows.size(); ++i) {
        Row& above = view.rows[i - 1];
        Row& row = view.rows[i];
        row.same_date = above.when == row.when && above.words == row.words;
        row.same_year = year_of(above.when) && year_of(above.when) == year_of(row.when);
        const bool shares_span = !row.when.empty() && above.when == row.when && row.when.is_imprecise();
        if (!shares_span && !shares_day(above, row)) {
            continue;
        }
        // In a chronological list an order is known throughout if it is known of every two neighbours.
        if (precedence.known(above.event, row.event)) {
            continue;
        }
        if (shares_span) {
            above.order_unknown = row.order_unknown = true;
        } else if (!same_day_known_order(above, row)) {
            view.order_within_day_unknown = true;
        }
    }
}

bool all_share_one_text(const Sources& sources) {
    return !sources.list.empty() && (sources.list.size() == 1 ||
                                     (!sources.shared.empty() && sources.shared.front().size() == sources.list.size()));
}

} // namespace

TimelineView make_timeline_view(const Model& model, const ChartSpec& chart) {
    const Selection selection = select(model, chart);
    std::vector<const std::vector<Citation>*> cited;
    for (const std::size_t index : selection.events) {
        cited.push_back(&model.events[index].citations);
        for (const Party& party : model.events[index].parties) {
            cited.push_back(&party.citations);
        }
    }
    TimelineView view;
    view.title = chart.title.empty() ? model.title : chart.title;
    view.subtitle = chart.subtitle;
    view.language = model.language;
    const auto as_of = model.as_of_day();
    view.as_of = as_of ? iso(*as_of) : "";
    view.events_of = selection.events_of;
    view.scale = chart.scale;
    view.unreviewed = selection.unreviewed;
    view.sources = number_sources(model, cited);
    view.one_independent_source = all_share_one_text(view.sources);
    view.lanes = make_lanes(model, selection.events);
    for (const std::size_t index : selection.events) {
        view.rows.push_back(make_row(model, index, view.lanes, view.sources));
    }
    compare_neighbours(model, view);
    return view;
}

} // namespace demarche::view
