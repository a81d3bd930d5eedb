#include "view/timeline_view.hpp"

#include "model/check.hpp"
#include "view/attribution.hpp"
#include "view/neighbours.hpp"
#include "view/standing.hpp"
#include "view/support.hpp"

#include <algorithm>

namespace demarche::view {

namespace {

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
    row.support = support_of(model, sources, citations);
    row.numbers = row.support.numbers;
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

} // namespace

TimelineView make_timeline_view(const Model& model, const ChartSpec& chart, const TimelineMemory& before) {
    const Selection selection = select(model, chart, before.events);
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
    view.as_of = as_of ? to_iso(*as_of) : "";
    view.events_of = selection.events_of;
    view.scale = chart.scale;
    view.unreviewed = selection.unreviewed;
    view.sources = number_sources(model, cited);
    view.one_independent_source = all_share_one_text(view.sources);
    view.sides_before = before.sides;
    view.lanes = make_lanes(model, selection.events, before.sides);
    for (const std::size_t index : selection.events) {
        view.rows.push_back(make_row(model, index, view.lanes, view.sources));
    }
    compare_neighbours(model, view);
    return view;
}

} // namespace demarche::view
