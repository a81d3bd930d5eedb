#include "compose/timeline_words.hpp"

#include "compose/badges.hpp"
#include "compose/frame.hpp"
#include "compose/sentence.hpp"
#include "timeline/fold.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <optional>

namespace demarche::compose {

namespace {

bool single_day(const Edtf& when) {
    return when.kind() == EdtfKind::point && when.points().front().precision >= EdtfPrecision::day;
}

/// Known to a season, a month, a year, but not to days.
bool coarse(const Edtf& when) {
    return std::all_of(when.points().begin(), when.points().end(),
                       [](const EdtfPoint& point) { return point.precision < EdtfPrecision::day; });
}

std::vector<std::string> printed_row_numbers(const view::TimelineView& view, const view::Row& row) {
    std::vector<std::string> numbers = view::printed_numbers(row.numbers);
    if (numbers_share_text(view, row)) {
        numbers.emplace_back(kOneText);
    }
    if (row.disputed) {
        numbers.emplace_back(kDisputed);
    }
    return numbers;
}

/// Spans of coarse dates ("autumn 2022") say what they are in words; sets of days are bracketed.
bool bracketed(const Edtf& when) {
    return when.kind() == EdtfKind::one_of;
}

void set_dates(const view::Row& row, timeline::RowInput& input) {
    const Edtf& when = row.when;
    input.first = when.earliest();
    input.last = when.latest();
    input.open_start = when.start() != EdtfEnd::known;
    input.open_end = when.end() == EdtfEnd::open || (when.end() == EdtfEnd::unknown && row.status == Status::ongoing);
    input.bracket = bracketed(when) && when.is_imprecise();
    if (!input.first && !input.last) {
        input.extent = timeline::Extent::undated;
    } else if (when.kind() == EdtfKind::interval && (when.lasted() || input.open_end)) {
        input.extent = timeline::Extent::lasted;
    } else if (when.is_imprecise()) {
        input.extent = timeline::Extent::uncertain;
    } else {
        input.extent = when.lasted() ? timeline::Extent::lasted : timeline::Extent::exact;
    }
    input.day_known = input.extent == timeline::Extent::exact && input.first == input.last;
}

/// The first and the last lane where a mark, a bar or an arrow stands.
void set_lanes(const view::Row& row, timeline::RowInput& input) {
    std::vector<std::size_t> lanes = row.joined;
    for (const view::LaneMark& mark : row.marks) {
        lanes.push_back(mark.lane);
    }
    for (const view::Arrow& arrow : row.arrows) {
        lanes.push_back(arrow.from);
        lanes.push_back(arrow.to);
    }
    if (!lanes.empty()) {
        const auto [least, most] = std::minmax_element(lanes.begin(), lanes.end());
        input.upper = *least;
        input.lower = *most;
    }
}

const char* order_key(view::OrderKnown order) {
    return order == view::OrderKnown::partly ? "order-partly-known" : "order-unknown";
}

/// "United States (Rubio and Waltz) and Russia (Lavrov)": those of whom `holds`, by side.
std::string people_in_words(const view::Row& row,
                            const std::function<bool(const view::PartyWords&)>& holds,
                            const Template& style) {
    /// Those of no side come last.
    std::map<std::size_t, std::pair<std::string, std::vector<std::string>>> by_side;
    for (const view::PartyWords& party : row.parties) {
        if (holds(party)) {
            auto& [side, people] = by_side[party.side.value_or(std::numeric_limits<std::size_t>::max())];
            side = party.side_name;
            people.push_back(party.name);
        }
    }
    std::vector<std::string> groups;
    for (const auto& [index, group] : by_side) {
        const auto& [side, people] = group;
        if (side.empty()) {
            groups.insert(groups.end(), people.begin(), people.end());
        } else if (people.size() == 1 && people.front() == side) {
            groups.push_back(side);
        } else {
            groups.push_back(style.phrase("in-brackets", {{"words", side}, {"more", joined(people, style)}}));
        }
    }
    return joined(groups, style);
}

/// Clauses of a sentence, in order, with semicolons between them.
class Clauses {
public:
    explicit Clauses(const Template& style) : style_(style) {}

    /// `key` is a phrase with a place {who}; nothing where nobody is named.
    void add(const char* key, const std::string& who) {
        if (!who.empty()) {
            add_text(style_.phrase(key, {{"who", who}}));
        }
    }

    void add_text(const std::string& text) { add_clause(text_, text, style_); }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    const Template& style_;
    std::string text_;
};

/// "Russia (Lavrov) took part; Saudi Arabia hosted; not present: Ukraine"; of an act that is directed at somebody
/// "Russia acted against Ukraine". Of what has not happened nobody is said to have taken part.
std::string parties_in_words(const view::Row& row, const Template& style) {
    using view::Standing;
    const bool done = row.status == Status::occurred || row.status == Status::ongoing;
    const bool hostile = row.nature == EventNature::hostile;
    const auto people = [&](std::optional<Standing> standing) {
        return people_in_words(
            row, [&](const view::PartyWords& party) { return party.standing == standing; }, style);
    };
    const auto took_part = [&](bool acted) {
        return people_in_words(
            row,
            [&](const view::PartyWords& party) {
                return party.standing == Standing::took_part && party.acted == acted;
            },
            style);
    };
    Clauses clauses(style);
    const std::string who = took_part(true);
    const std::string whom = people(Standing::acted_on);
    if (done && !who.empty() && !whom.empty()) {
        clauses.add("took-part-who", took_part(false));
        clauses.add_text(
            style.phrase(hostile ? "acted-against-whom" : "acted-towards-whom", {{"who", who}, {"whom", whom}}));
    } else {
        clauses.add(done ? "took-part-who" : "parties-who", people(Standing::took_part));
        clauses.add(hostile ? "against-whom" : "towards-whom", whom);
    }
    clauses.add(done ? "spoke-who" : "speaker-who", people(Standing::spoke));
    clauses.add("addressed-who", people(std::nullopt));
    clauses.add(done ? "mediated-who" : "mediator-who", people(Standing::mediated));
    clauses.add(done ? "hosted-who" : "host-who", people(Standing::hosted));
    clauses.add("not-present-who", people(Standing::absent));
    return clauses.text();
}

} // namespace

bool numbers_share_text(const view::TimelineView& view, const view::Row& row) {
    return row.single_source && row.numbers.size() > 1 && !view.one_independent_source;
}

bool called_off(const view::Row& row) {
    return row.status == Status::cancelled || row.status == Status::denied;
}

std::string printed_title(const view::Row& row, const Template& style) {
    if (row.status == Status::cancelled) {
        return style.phrase("cancelled-title", {{"title", row.title}});
    }
    if (row.status == Status::denied) {
        return style.phrase("denied-title", {{"title", row.title}});
    }
    return row.title;
}

TimelineWords::TimelineWords(const view::TimelineView& view, const Template& style)
    : view_(view), style_(style), dates_(view.language), sources_(view.sources, view.language, style) {}

std::string TimelineWords::date(const view::Row& row, bool full) const {
    if (!row.words.empty()) {
        return row.words;
    }
    if (row.when.empty()) {
        return style_.phrase("no-date");
    }
    // A month or season without its year reads like a slip.
    const bool year = full || !row.same_year || (coarse(row.when) && row.when.kind() == EdtfKind::point);
    return dates_.words(row.when, !year && single_day(row.when), year);
}

std::string TimelineWords::folded(Day first, Day last) const {
    return style_.phrase("folded", {{"length", dates_.length(first, last)}});
}

std::string TimelineWords::detail(std::size_t index, bool brief) const {
    const view::Row& row = view_.rows[index];
    // Whose word it is stands next to the title: it is the event that is attributed, not the detail.
    std::vector<std::string> notes;
    if (!row.said_by.empty() && !row.attribution_in_title) {
        notes.push_back(style_.phrase("according-to", {{"who", joined(row.said_by, style_)}}));
    }
    if (!brief && !row.detail.empty()) {
        notes.push_back(row.detail);
    }
    if (row.overdue) {
        notes.push_back(style_.phrase("plan-passed"));
    }
    if (row.status == Status::ongoing) {
        notes.push_back(style_.phrase("ongoing"));
    }
    if (row.order_of_group != view::OrderKnown::known) {
        notes.push_back(style_.phrase(order_key(row.order_of_group)));
    }
    return dotted(notes, style_);
}

timeline::Input TimelineWords::input() const {
    timeline::Input input;
    switch (view_.scale) {
    case ScaleMode::automatic:
        input.mode = timeline::Mode::automatic;
        break;
    case ScaleMode::time:
        input.mode = timeline::Mode::time;
        break;
    case ScaleMode::days:
        input.mode = timeline::Mode::days;
        break;
    case ScaleMode::rows:
        input.mode = timeline::Mode::rows;
        break;
    }
    input.locale = view_.language;
    const auto as_of = parse_edtf(view_.as_of);
    if (const Edtf* date = std::get_if<Edtf>(&as_of)) {
        input.today = date->earliest();
    }
    for (const view::Lane& lane : view_.lanes) {
        input.heads.push_back(lane.kind == view::Lane::Kind::others ? style_.phrase("others") : lane.code);
    }
    for (std::size_t i = 0; i < view_.rows.size(); ++i) {
        const view::Row& row = view_.rows[i];
        timeline::RowInput words;
        set_dates(row, words);
        words.same_date = row.same_date;
        words.same_span = i > 0 && row.same_date && words.extent == timeline::Extent::uncertain;
        words.planned = row.status == Status::planned;
        words.date = date(row, false);
        words.full_date = date(row, true);
        words.date_italic = row.when.empty() || row.when.is_imprecise();
        words.title = printed_title(row, style_);
        words.numbers = printed_row_numbers(view_, row);
        words.detail = detail(i, false);
        words.brief = detail(i, true);
        set_lanes(row, words);
        words.badge = badge_words(row.news, style_);
        words.emphasis = row.emphasis;
        words.italic = words.planned || called_off(row);
        input.rows.push_back(std::move(words));
    }
    return input;
}

std::string TimelineWords::sentence(const view::Row& row) const {
    std::string text = style_.phrase("told", {{"name", date(row, true)}, {"text", row.title}}) + ".";
    add_sentence(text, parties(row), style_);
    add_sentence(text, row.detail, style_);
    add_sentence(text, status_in_words(row.status, row.overdue, style_), style_);
    if (!row.said_by.empty()) {
        add_sentence(text, style_.phrase("according-to", {{"who", joined(row.said_by, style_)}}), style_);
    }
    if (row.order != view::OrderKnown::known) {
        add_sentence(text, style_.phrase(order_key(row.order)), style_);
    }
    if (row.single_source) {
        add_sentence(text, style_.phrase("single-source"), style_);
    }
    if (row.disputed) {
        add_sentence(text, style_.phrase("disputed"), style_);
    }
    add_sentence(text, since_words(row.news, view_.since, view_.language, style_), style_);
    return text;
}

std::string TimelineWords::parties(const view::Row& row) const {
    return parties_in_words(row, style_);
}

std::string TimelineWords::description() const {
    std::string from;
    std::string to;
    for (const view::Row& row : view_.rows) {
        if (!row.when.empty()) {
            to = date(row, true);
            from = from.empty() ? to : from;
        }
    }
    std::string text = style_.phrase("timeline-description",
                                     {{"count", std::to_string(view_.rows.size())}, {"from", from}, {"to", to}});
    if (view_.rows.size() != view_.events_of) {
        add_sentence(text,
                     style_.phrase("events-of", {{"shown", std::to_string(view_.rows.size())},
                                                 {"all", std::to_string(view_.events_of)}}),
                     style_);
    }
    const std::vector<timeline::Gap> gaps = timeline::find_gaps(input().rows);
    const auto longest = std::max_element(
        gaps.begin(), gaps.end(), [](const timeline::Gap& a, const timeline::Gap& b) { return a.days() < b.days(); });
    if (longest != gaps.end() && longest->days() >= timeline::kFoldEmptyDays) {
        const auto day = [&](Day number) { return dates_.words(civil_date(number), EdtfPrecision::day); };
        add_sentence(text,
                     style_.phrase("longest-gap", {{"length", dates_.length(longest->first, longest->last)},
                                                   {"from", day(longest->first)},
                                                   {"to", day(longest->last)}}),
                     style_);
    }
    return text;
}

std::string TimelineWords::sources(const view::Row& row) const {
    return sources_.of(row.support);
}

} // namespace demarche::compose
