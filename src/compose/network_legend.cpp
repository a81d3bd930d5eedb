#include "compose/network_legend.hpp"

#include "base/utf8.hpp"
#include "compose/badges.hpp"
#include "compose/cited_words.hpp"
#include "compose/network_picture.hpp"
#include "compose/network_words.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace demarche::compose {

namespace {

/// More kinds of arrows than these, and longer words, are not listed: they stand beside the arrows.
constexpr std::size_t kMostVerbs = 5;
constexpr std::size_t kLongestVerb = 30; ///< code points

class Entries {
public:
    explicit Entries(const NetworkStyle& style) : style_(style) {}

    std::vector<LegendEntry> take() {
        hubs();
        rows();
        arrows();
        signs();
        for (LegendEntry& entry :
             badge_legend(style_.view.since, style_.view.language, style_.style, style_.measurer)) {
            entries_.push_back(std::move(entry));
        }
        return std::move(entries_);
    }

private:
    using HubTest = std::function<bool(const view::NetworkHub&)>;

    [[nodiscard]] bool any_hub(const HubTest& holds) const {
        return std::any_of(style_.view.hubs.begin(), style_.view.hubs.end(), holds);
    }

    [[nodiscard]] bool any_row(bool view::CardRow::*flag) const {
        return std::any_of(style_.view.cards.begin(), style_.view.cards.end(), [&](const view::NetworkCard& card) {
            return std::any_of(card.rows.begin(), card.rows.end(), [&](const view::CardRow& row) { return row.*flag; });
        });
    }

    void hubs() {
        if (any_hub([](const view::NetworkHub& hub) { return !hub.hostile && is_done(hub.status); })) {
            hub_entry(Status::occurred, false, "met-or-spoke");
        }
        unreal([](Status status) { return status == Status::planned; }, Status::planned, "planned");
        const bool cancelled = any_hub([](const view::NetworkHub& hub) { return hub.status == Status::cancelled; });
        const bool denied = any_hub([](const view::NetworkHub& hub) { return hub.status == Status::denied; });
        unreal(is_called_off, Status::cancelled,
               cancelled && denied ? "cancelled-or-denied"
               : cancelled         ? "cancelled"
                                   : "denied");
    }

    /// What did not happen looks alike as a meeting and as an act: one sample, of a meeting where there is one.
    void unreal(const std::function<bool(Status)>& is, Status status, const std::string& words) {
        const bool meeting = any_hub([&](const view::NetworkHub& hub) { return !hub.hostile && is(hub.status); });
        if (meeting || any_hub([&](const view::NetworkHub& hub) { return is(hub.status); })) {
            hub_entry(status, !meeting, words);
        }
    }

    /// Verbs of the ties that are drawn, then the parts that arrows into hubs stand for.
    void arrows() {
        std::vector<std::string> verbs;
        const auto add = [&](const std::string& verb) {
            if (std::find(verbs.begin(), verbs.end(), verb) == verbs.end()) {
                verbs.push_back(verb);
            }
        };
        for (const view::NetworkTie& tie : style_.view.ties) {
            for (const view::TieKind& kind : tie.kinds) {
                if (!style_.ladder) { // else words in the rows
                    add(verb_of(kind, style_.style));
                }
            }
        }
        for (const auto& [part, key] : {std::pair{Part::host, "hosts"}, {Part::mediator, "mediates"}}) {
            if (std::any_of(style_.view.links.begin(), style_.view.links.end(),
                            [part = part](const view::NetworkLink& link) { return link.as == part; })) {
                add(style_.style.phrase(key));
            }
        }
        if (!verbs.empty()) {
            const std::string listed = some_of(verbs);
            const bool all = verbs.size() <= kMostVerbs && std::none_of(verbs.begin(), verbs.end(), is_long);
            arrow_entry(false, listed.empty() ? style_.style.phrase("named-ties")
                                              : style_.style.phrase(all ? "ties" : "more-ties", {{"verbs", listed}}));
        }
        if (any_hub([](const view::NetworkHub& hub) { return hub.hostile; })) {
            arrow_entry(true, style_.style.phrase("acted-against"));
        }
    }

    static bool is_long(const std::string& verb) { return count_code_points(verb) > kLongestVerb; }

    [[nodiscard]] std::string some_of(const std::vector<std::string>& verbs) const {
        std::vector<std::string> some;
        for (const std::string& verb : verbs) {
            if (some.size() < kMostVerbs && !is_long(verb)) {
                some.push_back(verb);
            }
        }
        return compose::listed(some, style_.style);
    }

    void rows() {
        if (any_row(&view::CardRow::head)) {
            row_entry(style_.style.head_stroke, false, "head-of-delegation");
        }
        if (any_row(&view::CardRow::possible)) {
            row_entry(style_.style.card_stroke, true, "possible-member");
        }
    }

    /// The sign that stands among the source numbers.
    void signs() {
        const auto shares = [](const auto& thing) { return thing.support.one_text; };
        const view::NetworkView& view = style_.view;
        if (view.one_independent_source || (std::none_of(view.hubs.begin(), view.hubs.end(), shares) &&
                                            std::none_of(view.ties.begin(), view.ties.end(), shares))) {
            return;
        }
        const Font& font = style_.style.legend;
        entries_.push_back({style_.measurer.width(kOneText, font),
                            [&style = style_, &font](double left, double y) {
                                const double baseline = y + style.measurer.metrics(font).cap_height / 2;
                                return std::vector<scene::Item>{text_item(kOneText, font, style.style.muted,
                                                                          {left, baseline}, scene::Anchor::start,
                                                                          style.measurer)};
                            },
                            style_.style.phrase("one-text-sign")});
    }

    void hub_entry(Status status, bool hostile, const std::string& words) {
        const double size = style_.style.legend.size;
        const double width = is_called_off(status) ? 4 * size : 2.4 * size;
        entries_.push_back(
            {width,
             [&style = style_, size, width, status, hostile](double left, double y) {
                 return hub_outline(style, {left, y - 0.6 * size, left + width, y + 0.6 * size}, status, hostile);
             },
             style_.style.phrase(words)});
    }

    void row_entry(double line, bool dashed, const std::string& words) {
        const double size = style_.style.legend.size;
        entries_.push_back({2.2 * size,
                            [&style = style_.style, size, line, dashed](double left, double y) {
                                scene::Stroke stroke{style.muted, line, 1, {}};
                                if (dashed) {
                                    stroke.dash = {3, 2};
                                }
                                return std::vector<scene::Item>{
                                    scene::Rectangle{{left, y - 0.6 * size, left + 2.2 * size, y + 0.6 * size},
                                                     0.2 * size,
                                                     scene::Fill{style.background, 1},
                                                     stroke}};
                            },
                            style_.style.phrase(words)});
    }

    void arrow_entry(bool hostile, const std::string& words) {
        const double size = style_.style.legend.size;
        const LineLook look{style_.style.muted, style_.style.line_width * 1.1, false, !hostile, hostile};
        entries_.push_back({2.8 * size,
                            [&style = style_, size, look](double left, double y) {
                                return paint_line(style, {{left, y}, {left + 2.8 * size, y}}, look);
                            },
                            words});
    }

    const NetworkStyle& style_;
    std::vector<LegendEntry> entries_;
};

} // namespace

std::vector<LegendEntry> network_legend(const NetworkStyle& style) {
    return Entries(style).take();
}

std::vector<std::string>
network_notes(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning) {
    const view::NetworkView& view = style.view;
    const Template& words = style.style;
    std::vector<std::string> notes;
    if (view.hubs.empty() && !view.cards.empty()) {
        notes.push_back(words.phrase("ties-only"));
    }
    if (view.events < view.hubs_of) {
        notes.push_back(words.phrase("weightiest",
                                     {{"shown", std::to_string(view.events)}, {"all", std::to_string(view.hubs_of)}}));
    }
    const std::vector<std::string> letters = letters_of(style, drawing, meaning);
    std::set<std::string> explained;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!letters[i].empty() && explained.insert(letters[i]).second) {
            notes.push_back(words.phrase(
                "letter", {{"letter", letters[i]}, {"words", words_of(style, drawing.graph.edges[i], meaning)}}));
        }
    }
    for (const view::AbsenceNote& absence : view.absences) {
        notes.push_back(
            words.phrase("absent-from", {{"names", joined(absence.names, words)}, {"event", absence.event}}));
    }
    for (std::string& note : since_notes(view.since, view.language, words)) {
        notes.push_back(std::move(note));
    }
    if (view.one_independent_source && view.sources.list.size() > 1) {
        notes.push_back(words.phrase("one-text"));
    }
    if (view.retracted > 0) {
        notes.push_back(words.phrase(view.retracted == 1 ? "retracted-one" : "retracted",
                                     {{"count", std::to_string(view.retracted)}}));
    }
    if (view.unreviewed > 0) {
        notes.push_back(words.phrase(view.unreviewed == 1 ? "unreviewed-one" : "unreviewed",
                                     {{"count", std::to_string(view.unreviewed)}}));
    }
    return notes;
}

} // namespace demarche::compose
