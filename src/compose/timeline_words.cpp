#include "compose/timeline_words.hpp"

#include "base/edtf_words.hpp"
#include "compose/frame.hpp"

#include <algorithm>
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

std::string date_words(const view::TimelineView& view, const view::Row& row, bool full, const Template& style) {
    if (!row.words.empty()) {
        return row.words;
    }
    if (row.when.empty()) {
        return style.phrase("no-date");
    }
    DateWords words;
    words.locale = view.language;
    // A month or season without its year reads like a slip.
    words.year = full || !row.same_year || (coarse(row.when) && row.when.kind() == EdtfKind::point);
    words.weekday = !words.year && single_day(row.when);
    return in_words(row.when, words);
}

/// Where the last paragraph ends without a sign, one more can follow behind a dot.
void add_note(std::string& detail, const std::string& note) {
    detail += (detail.empty() ? "" : " · ") + note;
}

std::string printed_detail(const view::TimelineView& view, std::size_t index, const Template& style) {
    const view::Row& row = view.rows[index];
    // Whose word it is stands next to the title: it is the event that is attributed, not the detail.
    std::string detail;
    if (!row.said_by.empty() && !row.attribution_in_title) {
        add_note(detail, style.phrase("according-to", {{"who", joined(row.said_by, style)}}));
    }
    if (!row.detail.empty()) {
        add_note(detail, row.detail);
    }
    if (row.overdue) {
        add_note(detail, style.phrase("plan-passed"));
    }
    if (row.status == Status::ongoing) {
        add_note(detail, style.phrase("ongoing"));
    }
    // Said once, below the last of the rows that share the span.
    const bool last = index + 1 == view.rows.size() || !view.rows[index + 1].order_unknown ||
                      !(view.rows[index + 1].when == row.when);
    if (row.order_unknown && last) {
        add_note(detail, style.phrase("order-unknown"));
    }
    return detail;
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

const char* standing_key(view::Standing standing) {
    switch (standing) {
    case view::Standing::took_part:
        return "took-part";
    case view::Standing::acted_on:
        return "acted-on";
    case view::Standing::spoke:
        return "spoke";
    case view::Standing::mediated:
        return "mediated";
    case view::Standing::hosted:
        return "hosted";
    case view::Standing::absent:
        return "not-present";
    }
    return "took-part";
}

/// "United States (Rubio and Waltz) and Russia (Lavrov)": those of one standing, by lane.
std::string people_in_words(const view::TimelineView& view,
                            const view::Row& row,
                            std::optional<view::Standing> standing,
                            const Template& style) {
    std::map<std::size_t, std::vector<std::string>> by_lane;
    for (const view::PartyWords& party : row.parties) {
        if (party.standing == standing) {
            by_lane[party.lane.value_or(view.lanes.size())].push_back(party.name);
        }
    }
    std::vector<std::string> groups;
    for (const auto& [lane, people] : by_lane) {
        const std::string name = lane < view.lanes.size() ? view.lanes[lane].name : "";
        if (name.empty()) {
            groups.insert(groups.end(), people.begin(), people.end());
        } else if (people.size() == 1 && people.front() == name) {
            groups.push_back(name);
        } else {
            groups.push_back(name + " (" + joined(people, style) + ")");
        }
    }
    return joined(groups, style);
}

/// "Russia (Lavrov) took part; Saudi Arabia hosted; Ukraine not present".
std::string parties_in_words(const view::TimelineView& view, const view::Row& row, const Template& style) {
    using view::Standing;
    // Who is to take part in what has not happened did not take part.
    const bool done = row.status == Status::occurred || row.status == Status::ongoing;
    std::string words;
    for (const std::optional<Standing> standing :
         {std::optional(Standing::took_part), std::optional(Standing::acted_on), std::optional(Standing::spoke),
          std::optional(Standing::mediated), std::optional(Standing::hosted), std::optional<Standing>(),
          std::optional(Standing::absent)}) {
        const std::string people = people_in_words(view, row, standing, style);
        if (people.empty()) {
            continue;
        }
        words += (words.empty() ? "" : "; ") + people;
        const bool said = !done && standing && *standing != Standing::absent;
        words += said ? "" : " " + style.phrase(standing ? standing_key(*standing) : "addressed-or-named");
    }
    return words;
}

std::string status_in_words(const view::Row& row, const Template& style) {
    switch (row.status) {
    case Status::planned:
        return style.phrase(row.overdue ? "plan-passed" : "planned");
    case Status::cancelled:
        return style.phrase("cancelled");
    case Status::denied:
        return style.phrase("denied");
    case Status::ongoing:
        return style.phrase("ongoing");
    case Status::occurred:
        break;
    }
    return {};
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

void add_sentence(std::string& text, const std::string& sentence) {
    if (!sentence.empty()) {
        text += (text.empty() ? "" : " ") + capitalised(sentence) + (sentence.back() == '.' ? "" : ".");
    }
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

timeline::Input timeline_input(const view::TimelineView& view, const Template& style) {
    timeline::Input input;
    switch (view.scale) {
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
    input.locale = view.language;
    const auto as_of = parse_edtf(view.as_of);
    if (const Edtf* date = std::get_if<Edtf>(&as_of)) {
        input.today = date->earliest();
    }
    for (const view::Lane& lane : view.lanes) {
        input.heads.push_back(lane.kind == view::Lane::Kind::others ? style.phrase("others") : lane.code);
    }
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const view::Row& row = view.rows[i];
        timeline::RowInput words;
        set_dates(row, words);
        words.same_date = row.same_date;
        words.same_span = i > 0 && row.same_date && words.extent == timeline::Extent::uncertain;
        words.planned = row.status == Status::planned;
        words.date = date_words(view, row, false, style);
        words.full_date = date_words(view, row, true, style);
        words.date_italic = row.when.empty() || row.when.is_imprecise();
        words.title = printed_title(row, style);
        words.numbers = printed_row_numbers(view, row);
        words.detail = printed_detail(view, i, style);
        words.emphasis = row.emphasis;
        words.italic = words.planned || called_off(row);
        input.rows.push_back(std::move(words));
    }
    return input;
}

std::string row_sentence(const view::TimelineView& view, const view::Row& row, const Template& style) {
    std::string text = date_words(view, row, true, style) + ": " + row.title + ".";
    add_sentence(text, parties_in_words(view, row, style));
    add_sentence(text, row.detail);
    add_sentence(text, status_in_words(row, style));
    if (!row.said_by.empty()) {
        add_sentence(text, style.phrase("according-to", {{"who", joined(row.said_by, style)}}));
    }
    if (row.order_unknown) {
        add_sentence(text, style.phrase("order-unknown"));
    }
    if (row.single_source) {
        add_sentence(text, style.phrase("single-source"));
    }
    if (row.disputed) {
        add_sentence(text, style.phrase("disputed"));
    }
    return text;
}

std::string row_sources(const view::TimelineView& view, const view::Row& row, const Template& style) {
    std::string text;
    for (const int number : row.numbers) {
        const view::Source* source = view.sources.source(number);
        if (source != nullptr) {
            text += (text.empty() ? style.phrase(row.numbers.size() == 1 ? "source" : "sources") + " " : "; ") +
                    source_words(*source, view.language, style);
        }
    }
    return text;
}

} // namespace demarche::compose
