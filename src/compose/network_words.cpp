#include "compose/network_words.hpp"

#include "base/edtf_words.hpp"
#include "compose/frame.hpp"

namespace demarche::compose {

namespace {

const view::CardRow* row_at(const view::CardEnd& end, const view::NetworkView& view) {
    const view::NetworkCard& card = view.cards[end.card];
    if (end.row >= 0) {
        return &card.rows[static_cast<std::size_t>(end.row)];
    }
    return card.rows.size() == 1 ? &card.rows.front() : nullptr;
}

/// Known to a season, a month or a year: without its year it reads like a slip.
bool is_coarse(const Edtf& date) {
    return date.kind() == EdtfKind::point && date.points().front().precision < EdtfPrecision::day;
}

/// A verb between those it joins; either may be unsaid.
std::string with_names(const std::string& from, const std::string& verb, const std::string& to, const Template& style) {
    std::string words;
    for (const std::string& part : {from, verb, to}) {
        if (!part.empty()) {
            words += (words.empty() ? "" : " ") + style.within(part);
        }
    }
    return words;
}

std::string status_words(const view::NetworkHub& hub, const std::string& date, const Template& style) {
    if (hub.status == Status::planned && hub.plan_passed) {
        return dotted({date, style.phrase("plan-passed")}, style);
    }
    if (hub.status == Status::planned && !date.empty()) {
        return style.phrase("due", {{"date", date}});
    }
    // That it was cancelled or denied stands before the title.
    const std::string shown = date.empty() ? style.phrase("no-date") : date;
    return hub.status == Status::ongoing ? dotted({date, style.phrase("ongoing")}, style) : shown;
}

} // namespace

std::string role_words(const std::string& title, const std::string& body, const Template& style) {
    return body.empty() ? title : listed({title, body}, style);
}

std::string in_time(const std::string& words, const Edtf& when, const view::NetworkView& view, const Template& style) {
    if (when.empty()) {
        return words;
    }
    DateWords form;
    form.locale = view.language;
    return style.phrase("in-brackets", {{"words", words}, {"more", in_words(when, form)}});
}

std::string date_words(const view::NetworkHub& hub, const view::NetworkView& view, bool full) {
    if (!hub.words.empty() || hub.when.empty()) {
        return hub.words;
    }
    DateWords form;
    form.locale = view.language;
    form.year = full || view.years_shown || is_coarse(hub.when);
    // The weekday matters for the days around the chart's own, not for a date years back.
    form.weekday = !form.year;
    return in_words(hub.when, form);
}

std::string hub_title(const view::NetworkHub& hub, const Template& style) {
    if (!hub.title.empty() || hub.hostile) {
        return hub.title.empty() ? hub.long_title : hub.title;
    }
    const std::string& mode = hub.type.mode;
    const bool consult = hub.type.category == "consult";
    if (consult && (mode == "call" || mode == "visit")) {
        return style.phrase(mode);
    }
    if (consult && (mode.empty() || mode == "meet")) {
        return style.phrase("meeting");
    }
    if (consult && mode == "negotiate") {
        return style.phrase("talks");
    }
    return hub.long_title;
}

namespace {

std::string with_status(const view::NetworkHub& hub, const std::string& title, const Template& style) {
    if (hub.status == Status::cancelled) {
        return style.phrase("cancelled-title", {{"title", title}});
    }
    return hub.status == Status::denied ? style.phrase("denied-title", {{"title", title}}) : title;
}

} // namespace

std::string printed_hub_title(const view::NetworkHub& hub, const Template& style) {
    return with_status(hub, hub_title(hub, style), style);
}

std::string full_hub_title(const view::NetworkHub& hub, const Template& style) {
    return with_status(hub, hub.long_title.empty() ? hub_title(hub, style) : hub.long_title, style);
}

std::string hub_date(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style) {
    std::string words = status_words(hub, date_words(hub, view, false), style);
    if (hub.disputed) {
        words = dotted({words, style.phrase("disputed")}, style);
    }
    // Without a title of its own a hub says at least where.
    return dotted({hub.title.empty() && !hub.hostile ? hub.place : std::string(), words}, style);
}

std::string hub_speaker(const view::NetworkHub& hub, const Template& style) {
    return hub.said_by.empty() ? std::string() : style.phrase("according-to", {{"who", joined(hub.said_by, style)}});
}

std::vector<std::string> row_parts(const view::CardRow& row, const view::NetworkView& view, const Template& style) {
    std::vector<std::string> parts;
    if (!row.role.empty()) {
        parts.push_back(role_words(row.role, row.role_body, style));
    }
    if (row.head && row.leads_at.empty()) {
        parts.push_back(style.phrase("leads"));
    }
    for (const std::string& event : row.leads_at) {
        parts.push_back(style.phrase("leads-at", {{"event", event}}));
    }
    if (row.possible) {
        parts.push_back(style.phrase("possible"));
    }
    for (const view::RowTie& tie : row.own_ties) {
        const std::string words = with_names(tie.from, verb_of({tie.type, tie.verb, {}}, style), tie.to, style);
        parts.push_back(in_time(words, tie.when, view, style));
    }
    return parts;
}

std::string row_detail(const view::CardRow& row, const view::NetworkView& view, const Template& style) {
    return dotted(row_parts(row, view, style), style);
}

std::string verb_of(const view::TieKind& kind, const Template& style) {
    return kind.verb.empty() ? style.phrase(std::string("tie-") + to_text(kind.type)) : kind.verb;
}

std::string verbs_of(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style) {
    std::vector<std::string> verbs;
    for (const view::TieKind& kind : tie.kinds) {
        verbs.push_back(in_time(verb_of(kind, style), kind.when, view, style));
    }
    return listed(verbs, style);
}

std::string tie_words(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style) {
    const bool one_of_many = tie.from.row >= 0 && view.cards[tie.from.card].rows.size() > 1;
    const std::string verbs = verbs_of(tie, view, style);
    return one_of_many ? with_names(row_at(tie.from, view)->short_name, verbs, {}, style) : verbs;
}

std::string tie_in_row(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style) {
    const view::CardRow* row = row_at(tie.to, view);
    const char* arrow = style.right_to_left ? " ← " : " → ";
    return style.within(verbs_of(tie, view, style)) + arrow +
           style.within(row != nullptr ? row->name : view.cards[tie.to.card].title);
}

std::string link_words(const view::NetworkLink& link, const Template& style) {
    if (link.as == Part::host) {
        return style.phrase("host");
    }
    return link.as == Part::mediator ? style.phrase("mediator") : std::string();
}

} // namespace demarche::compose
