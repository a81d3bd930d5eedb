// timeline_memory MODELS DOSSIER...: how far the marks of a timeline move when the story does, drawn with the last
// chart in mind and without. Of each dossier, and of as many generated models, one event or actor is added, removed or
// changed; what moves of all that was not touched is printed, at templates `report` (down the page) and `slide` (across
// it).

#include "compose/timeline_memory.hpp"

#include "compose/charts.hpp"
#include "compose/scene_check.hpp"
#include "model/dossier_reader.hpp"
#include "support/model_generator.hpp"
#include "support/story_change.hpp"
#include "text/pango_measurer.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace demarche::bench {
namespace {

constexpr std::array kChanges = {"event added", "event removed", "event changed", "actor added", "actor removed"};

/// A mark of a chart: where its title stands, how high it is, and what it says of itself.
struct Place {
    std::size_t page = 0;
    Point at;
    double height = 0;
    std::string side, strip, level;
};

using Places = std::map<std::string, Place>;

std::string said(const scene::Mark& mark, const std::string& key) {
    const auto found =
        std::find_if(mark.data.begin(), mark.data.end(), [&](const auto& one) { return one.first == key; });
    return found == mark.data.end() ? std::string() : found->second;
}

Places places_of(const scene::Scene& scene, const compose::Template& style) {
    Places places;
    for (std::size_t page = 0; page < scene.pages.size(); ++page) {
        for (const scene::Mark& mark : scene.pages[page].marks) {
            const std::string event = said(mark, "event");
            const auto title = std::find_if(mark.items.begin(), mark.items.end(), [&](const scene::Item& item) {
                const auto* text = std::get_if<scene::Text>(&item);
                return text != nullptr && text->font.size == style.label.size && text->font.bold == style.label.bold;
            });
            if (event.empty() || title == mark.items.end()) {
                continue;
            }
            double top = 1e9;
            double bottom = 0;
            for (const scene::Item& item : mark.items) {
                top = std::min(top, scene::bounds(item).top);
                bottom = std::max(bottom, scene::bounds(item).bottom);
            }
            const std::string label = said(mark, "label");
            places.emplace(event, Place{page, std::get<scene::Text>(*title).at, bottom - top,
                                        label.substr(0, label.find(' ')), said(mark, "strip"), label});
        }
    }
    return places;
}

/// Distances in points, of all untouched marks of all charts.
struct Tally {
    std::vector<double> moved;
    std::vector<double> by_row;    ///< in heights of the new row; events only
    std::vector<double> by_growth; ///< less what the chart grew or shrank by, which is the row with all it brings
    std::size_t charts = 0, sides = 0, rows = 0, strips = 0, pairs = 0, faults = 0;

    struct Measure {
        double row = 0;    ///< height of the touched row with the white beside it
        double growth = 0; ///< of the chart; 0: unknown
    };

    void add(const Places& before, const Places& after, const std::string& touched, const Measure& measure) {
        ++charts;
        for (const auto& [event, was] : before) {
            const auto is = after.find(event);
            if (event == touched || is == after.end()) {
                continue;
            }
            strips += is->second.page != was.page || is->second.strip != was.strip ? 1 : 0;
            if (is->second.page != was.page) {
                continue;
            }
            const double by = std::hypot(is->second.at.x - was.at.x, is->second.at.y - was.at.y);
            moved.push_back(by);
            sides += is->second.side != was.side ? 1 : 0;
            rows += is->second.level != was.level ? 1 : 0;
            if (measure.row > 0) {
                by_row.push_back(by / measure.row);
            }
            if (measure.row > 0 && measure.growth > 0) {
                by_growth.push_back(by - measure.growth);
            }
        }
    }

    /// Pairs of untouched events whose order in the file turned round.
    void add_order(const std::vector<std::string>& before,
                   const std::vector<std::string>& after,
                   const std::string& touched) {
        std::map<std::string, std::size_t> place;
        for (const std::string& event : before) {
            place.emplace(event, place.size());
        }
        std::vector<std::size_t> now;
        for (const std::string& event : after) {
            if (event != touched && place.contains(event)) {
                now.push_back(place.at(event));
            }
        }
        for (std::size_t i = 1; i < now.size(); ++i) {
            pairs += now[i] < now[i - 1] ? 1 : 0;
        }
    }
};

double part(std::vector<double> sorted, double share) {
    if (sorted.empty()) {
        return 0;
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

double mean(const std::vector<double>& all) {
    double sum = 0;
    for (const double one : all) {
        sum += one;
    }
    return all.empty() ? 0 : sum / static_cast<double>(all.size());
}

double share_within(const std::vector<double>& all, double most) {
    const auto count = std::count_if(all.begin(), all.end(), [&](double one) { return one <= most; });
    return all.empty() ? 100 : 100 * static_cast<double>(count) / static_cast<double>(all.size());
}

/// A story before and after one change.
struct Step {
    Model before, after;
    std::string touched; ///< the event; empty where it is an actor
};

Model without_actor(Model model, const std::string& id) {
    for (Event& event : model.events) {
        std::erase_if(event.parties, [&](const Party& party) { return party.actor == id; });
        std::erase(event.said_by, id);
    }
    return model;
}

/// The date of another event, and a longer title.
Model with_event_changed(Model model, std::size_t index, std::size_t other) {
    model.events[index].when = model.events[other].when;
    model.events[index].title += ", as was said later";
    model.events[index].after.clear();
    model.events[index].before.clear();
    return model;
}

Step step_of(const Model& model, std::size_t change, std::uint64_t seed) {
    const std::size_t event = (seed * 7919) % model.events.size();
    const std::string actor = model.actors.empty() ? "" : model.actors[(seed * 104729) % model.actors.size()].id;
    switch (change) {
    case 0:
        return {support::without_event(model, event), model, model.events[event].id};
    case 1:
        return {model, support::without_event(model, event), model.events[event].id};
    case 2:
        return {model, with_event_changed(model, event, (event + 3) % model.events.size()), model.events[event].id};
    case 3:
        return {without_actor(model, actor), model, ""};
    default:
        return {model, without_actor(model, actor), ""};
    }
}

class Bench {
public:
    explicit Bench(const std::string& name)
        : name_(name), style_(*compose::read_template(name, ".", DiskReader(), findings_)) {}

    void take(const Model& model, std::uint64_t seed, const text::Measurer& measurer) {
        if (model.events.size() < 2) {
            return;
        }
        for (std::size_t change = 0; change < kChanges.size(); ++change) {
            const Step step = step_of(model, change, seed);
            const scene::Scene before = draw(step.before, measurer, nullptr);
            const scene::KeptChart kept = scene::kept_of(before);
            const Places were = places_of(before, style_);
            for (const bool with : {true, false}) {
                const scene::Scene after = draw(step.after, measurer, with ? &kept : nullptr);
                const Places are = places_of(after, style_);
                Tally& tally = tallies_[with ? 1 : 0][change];
                const auto height = [&](const Places& places) {
                    const auto place = places.find(step.touched);
                    return place == places.end() ? 0 : place->second.height + style_.label.size;
                };
                const double grown = after.pages.front().size.height - before.pages.front().size.height;
                tally.add(were, are, step.touched,
                          {step.touched.empty() ? 0 : std::max(height(were), height(are)),
                           style_.landscape || after.pages.size() > 1 ? 0 : std::abs(grown)});
                tally.add_order(compose::remembered_order(kept).events,
                                compose::remembered_order(scene::kept_of(after)).events, step.touched);
                for (const scene::Page& page : after.pages) {
                    const compose::PageFaults found = compose::faults(page);
                    tally.faults += found.overlapping.size() + found.outside.size() + found.struck.size();
                }
            }
        }
    }

    void print() const {
        for (std::size_t change = 0; change < kChanges.size(); ++change) {
            for (const std::size_t with : {1, 0}) {
                const Tally& tally = tallies_.at(with).at(change);
                std::printf(
                    "%-7s %-14s %-8s %6zu %7zu  %7.1f %7.1f %7.1f %7.1f  %6.1f %6.1f  %5zu %5zu %6zu %6zu %6zu\n",
                    name_.c_str(), kChanges.at(change), with == 1 ? "memory" : "none", tally.charts, tally.moved.size(),
                    mean(tally.moved), part(tally.moved, 0.5), part(tally.moved, 0.95), part(tally.moved, 1),
                    share_within(tally.by_row, 1.0), share_within(tally.by_growth, 0.5), tally.pairs, tally.faults,
                    tally.sides, tally.rows, tally.strips);
            }
        }
    }

private:
    scene::Scene draw(const Model& model, const text::Measurer& measurer, const scene::KeptChart* previous) const {
        Diagnostics ignored;
        const view::TimelineView view = view::make_timeline_view(
            model, {}, previous == nullptr ? view::TimelineMemory() : compose::remembered_order(*previous));
        return compose::compose_timeline(view, style_, measurer,
                                         style_.landscape ? compose::Paging::pages : compose::Paging::one_page, ignored,
                                         previous);
    }

    std::string name_;
    Diagnostics findings_;
    compose::Template style_;
    std::array<std::array<Tally, kChanges.size()>, 2> tallies_; ///< without and with memory
};

void head(const char* of) {
    std::printf("%s\n%-31s %6s %7s  %7s %7s %7s %7s  %6s %6s  %5s %5s %6s %6s %6s\n", of, "", "charts", "marks",
                "mean pt", "half", "95 %", "most", "<=row", "<=grow", "order", "fault", "side", "level", "strip");
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: timeline_memory MODELS DOSSIER...\n", stderr);
        return 2;
    }
    demarche::Diagnostics findings;
    const auto measurer = demarche::text::make_pango_measurer(findings);
    demarche::bench::head("examples, an event and an actor after the other");
    for (const char* name : {"report", "slide"}) {
        demarche::bench::Bench bench(name);
        for (int i = 2; i < count; ++i) {
            const auto model = demarche::read_dossier(words[i], demarche::DiskReader(), findings);
            for (std::size_t k = 0; model && k < model->events.size(); ++k) {
                bench.take(*model, k, *measurer);
            }
        }
        bench.print();
    }
    demarche::bench::head("generated models");
    demarche::support::GeneratorOptions options;
    options.least_events = 5;
    options.most_events = 40;
    options.longest_label = 80;
    options.all_scripts = false;
    for (const char* name : {"report", "slide"}) {
        demarche::bench::Bench bench(name);
        for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(std::atoi(words[1])); ++seed) {
            bench.take(demarche::support::generate_model(seed, options), seed, *measurer);
        }
        bench.print();
    }
    return 0;
}
