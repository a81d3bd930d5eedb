#include "compose/network_words.hpp"

#include "base/edtf_words.hpp"
#include "compose/frame.hpp"

namespace demarche::compose {

namespace {

/// Parts that are not empty, with " · " between them.
std::string dotted(const std::vector<std::string>& parts) {
    std::string words;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            words += (words.empty() ? "" : " · ") + part;
        }
    }
    return words;
}

/// Do all days of the date lie in the year of the chart's as-of day?
bool in_charts_year(const Edtf& date, const view::NetworkView& view) {
    const auto first = date.earliest();
    const auto last = date.latest();
    const auto today = parse_day(view.as_of);
    return first && last && today && civil_date(*first).year == civil_date(*today).year &&
           civil_date(*last).year == civil_date(*today).year;
}

std::string date_words(const Edtf& date, const std::string& words, const view::NetworkView& view, bool year) {
    if (!words.empty() || date.empty()) {
        return words;
    }
    DateWords form;
    form.locale = view.language;
    form.weekday = true;
    form.year = year || !in_charts_year(date, view);
    // The weekday matters for the days around the chart's own, not for a date years back.
    form.weekday = in_charts_year(date, view);
    return in_words(date, form);
}

std::string attributed(const std::vector<std::string>& speakers, const std::string& words, const Template& style) {
    return speakers.empty() || words.empty()
               ? words
               : style.phrase("said-by", {{"speaker", joined(speakers, style)}, {"text", words}});
}

std::string status_words(const view::NetworkHub& hub, const std::string& date, const Template& style) {
    switch (hub.status) {
    case Status::planned:
        if (hub.plan_passed) {
            return dotted({date, style.phrase("plan-passed")});
        }
        return date.empty() ? style.phrase("no-date") : style.phrase("due", {{"date", date}});
    case Status::cancelled:
        return dotted({date, style.phrase("cancelled")});
    case Status::denied:
        return dotted({date, style.phrase("denied")});
    case Status::ongoing:
        return dotted({date, style.phrase("ongoing")});
    case Status::occurred:
        break;
    }
    return date.empty() ? style.phrase("no-date") : date;
}

const view::CardRow* row_at(const view::CardEnd& end, const view::NetworkView& view) {
    const view::NetworkCard& card = view.cards[end.card];
    if (end.row >= 0) {
        return &card.rows[static_cast<std::size_t>(end.row)];
    }
    return card.rows.size() == 1 ? &card.rows.front() : nullptr;
}

std::string name_at(const view::CardEnd& end, const view::NetworkView& view) {
    const view::CardRow* row = row_at(end, view);
    return row != nullptr && (end.row >= 0 || view.cards[end.card].title.empty()) ? row->name
                                                                                  : view.cards[end.card].title;
}

std::string names_of(const view::NetworkLink& link, const view::NetworkView& view, const Template& style) {
    if (link.rows.empty()) {
        return name_at(link.from, view);
    }
    std::vector<std::string> names;
    for (const int row : link.rows) {
        names.push_back(view.cards[link.from.card].rows[static_cast<std::size_t>(row)].name);
    }
    return joined(names, style);
}

std::string verb_of(TieType type, const std::string& verb, const Template& style) {
    return verb.empty() ? style.phrase(std::string("tie-") + to_text(type)) : verb;
}

std::string verbs_of(const view::NetworkTie& tie, const Template& style) {
    std::string words;
    for (const view::TieKind& kind : tie.kinds) {
        words += (words.empty() ? "" : ", ") + verb_of(kind.type, kind.verb, style);
    }
    return words;
}

} // namespace

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

std::string hub_date(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style) {
    std::string words = status_words(hub, date_words(hub.when, hub.words, view, false), style);
    if (hub.disputed) {
        words = dotted({words, style.phrase("disputed")});
    }
    // Without a title of its own a hub says at least where.
    return dotted({hub.title.empty() && !hub.hostile ? hub.place : std::string(), words});
}

std::string hub_speaker(const view::NetworkHub& hub, const Template& style) {
    return hub.said_by.empty() ? std::string() : style.phrase("according-to", {{"who", joined(hub.said_by, style)}});
}

std::string row_detail(const view::CardRow& row, const Template& style) {
    std::vector<std::string> parts{row.role};
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
        parts.push_back(verb_of(tie.type, tie.verb, style) + " " + tie.to);
    }
    return dotted(parts);
}

std::string tie_words(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style) {
    const bool one_of_many = tie.from.row >= 0 && view.cards[tie.from.card].rows.size() > 1;
    return (one_of_many ? row_at(tie.from, view)->short_name + " " : std::string()) + verbs_of(tie, style);
}

std::string link_words(const view::NetworkLink& link, const Template& style) {
    if (link.as == Part::host) {
        return style.phrase("host");
    }
    return link.as == Part::mediator ? style.phrase("mediator") : std::string();
}

std::string
hub_sentence(const view::NetworkHub& hub, std::size_t index, const view::NetworkView& view, const Template& style) {
    std::vector<std::string> parties;
    for (const view::NetworkLink& link : view.links) {
        if (link.hub == index) {
            const std::string as = link_words(link, style);
            parties.push_back((link.as == Part::target ? "→ " : "") + names_of(link, view, style) +
                              (as.empty() ? "" : " (" + as + ")"));
        }
    }
    const std::string date = status_words(hub, date_words(hub.when, hub.words, view, true), style);
    const std::string title =
        attributed(hub.said_by, hub.long_title.empty() ? hub_title(hub, style) : hub.long_title, style);
    return title + ", " + date + (parties.empty() ? "" : ": " + joined(parties, style));
}

std::string tie_sentence(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style) {
    return name_at(tie.from, view) + ": " + verbs_of(tie, style) + " → " + name_at(tie.to, view);
}

std::string card_sentence(const view::NetworkCard& card, const view::NetworkView& /*view*/, const Template& style) {
    std::vector<std::string> names;
    for (const view::CardRow& row : card.rows) {
        names.push_back(row.name);
    }
    return card.title.empty() ? joined(names, style) : card.title + ": " + joined(names, style);
}

std::string row_sentence(const view::CardRow& row, const Template& style) {
    const std::string detail = row_detail(row, style);
    return row.name + (detail.empty() ? "" : ", " + detail);
}

std::string sources_words(const std::vector<int>& numbers, const view::Sources& sources, const Template& style) {
    std::string words;
    for (const int number : numbers) {
        const view::Source* source = sources.source(number);
        const std::string name = source == nullptr ? "" : source->outlet.empty() ? source->title : source->outlet;
        words += (words.empty() ? style.phrase(numbers.size() == 1 ? "source" : "sources") + " " : ", ") +
                 std::to_string(number) + (name.empty() ? "" : " " + name);
    }
    return words;
}

} // namespace demarche::compose
