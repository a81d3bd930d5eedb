#include "compose/long_description.hpp"

#include "compose/badges.hpp"
#include "compose/frame.hpp"
#include "compose/network_paint.hpp"
#include "compose/network_sentences.hpp"
#include "compose/network_words.hpp"
#include "compose/sentence.hpp"
#include "compose/timeline_words.hpp"
#include "text/text_line.hpp"
#include "view/network_view.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>

namespace demarche::compose {

namespace {

/// One row of a table; `sentence` is all of it in words but for its sources.
struct Entry {
    std::vector<std::string> cells; ///< beside the table's columns, the last of them the sources' numbers
    std::string sentence;
};

struct Table {
    std::string heading; ///< empty: the only one
    std::vector<std::string> columns;
    std::vector<Entry> entries;
};

struct Description {
    std::string title, subtitle, summary;
    std::vector<Table> tables;
    std::vector<std::string> notes;
};

/// "1, 3 and 5 †".
std::string numbers_in_words(const view::Support& support, bool one_text, bool disputed, const Template& style) {
    std::string words = joined(view::printed_numbers(support.numbers), style);
    words += one_text ? std::string(" ") + kOneText : "";
    words += disputed ? std::string(" ") + kDisputed : "";
    return words;
}

std::string status_cell(const std::string& status,
                        bool single,
                        bool disputed,
                        bool unreviewed,
                        const std::string& news,
                        const Template& style) {
    std::vector<std::string> parts;
    const auto add = [&](const std::string& words) {
        if (!words.empty()) {
            parts.push_back(words);
        }
    };
    add(status);
    add(single ? style.phrase("single-source") : "");
    add(disputed ? style.phrase("disputed") : "");
    add(unreviewed ? style.phrase("not-reviewed") : "");
    add(news);
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

/// A chart says how many facts nobody has reviewed; a list says which events they are.
std::string with_review(std::string sentence, bool unreviewed, const Template& style) {
    add_sentence(sentence, unreviewed ? style.phrase("not-reviewed") : "", style);
    return sentence;
}

std::vector<std::string> event_columns(const Template& style) {
    return {style.phrase("column-date"),   style.phrase("column-event"),       style.phrase("column-parties"),
            style.phrase("column-status"), style.phrase("column-attribution"), style.phrase("column-sources")};
}

void add_since_notes(const std::optional<view::NewsCount>& since,
                     const std::string& language,
                     const Template& style,
                     std::vector<std::string>& notes) {
    for (std::string& note : since_notes(since, language, style)) {
        notes.push_back(std::move(note));
    }
}

void add_common_notes(bool one_text,
                      std::size_t retracted,
                      std::size_t unreviewed,
                      const std::string& as_of,
                      const std::string& language,
                      const Template& style,
                      std::vector<std::string>& notes) {
    if (one_text) {
        notes.push_back(style.phrase("one-text"));
    }
    if (retracted > 0) {
        notes.push_back(
            style.phrase(retracted == 1 ? "retracted-one" : "retracted", {{"count", std::to_string(retracted)}}));
    }
    if (unreviewed > 0) {
        notes.push_back(
            style.phrase(unreviewed == 1 ? "unreviewed-one" : "unreviewed", {{"count", std::to_string(unreviewed)}}));
    }
    if (!as_of.empty()) {
        notes.push_back(style.phrase("as-of", {{"date", printed_day(as_of, DatePrinter(language))}}));
    }
}

Description description_of(const view::TimelineView& view, const Template& style) {
    const TimelineWords words(view, style);
    Description whole{view.title, view.subtitle, words.description(), {}, {}};
    Table events{{}, event_columns(style), {}};
    for (const view::Row& row : view.rows) {
        const std::string detail = row.detail.empty() ? "" : " · " + row.detail;
        const std::string said_by =
            row.said_by.empty() ? "" : style.phrase("according-to", {{"who", joined(row.said_by, style)}});
        events.entries.push_back(
            {{words.date(row, true), printed_title(row, style) + detail, capitalised(words.parties(row)),
              status_cell(status_in_words(row.status, row.overdue, style), row.single_source, row.disputed,
                          row.unreviewed, since_words(row.news, view.since, view.language, style), style),
              said_by, numbers_in_words(row.support, numbers_share_text(view, row), row.disputed, style)},
             with_review(words.sentence(row), row.unreviewed, style)});
    }
    whole.tables.push_back(std::move(events));
    if (view.rows.empty()) {
        whole.notes.push_back(style.phrase("no-events"));
    }
    if (view.order_within_day_unknown) {
        whole.notes.push_back(style.phrase("order-of-day"));
    }
    add_since_notes(view.since, view.language, style, whole.notes);
    add_common_notes(view.one_independent_source && view.sources.list.size() > 1, view.retracted, view.unreviewed,
                     view.as_of, view.language, style, whole.notes);
    return whole;
}

Table hubs_of(const view::NetworkView& view, const Template& style) {
    Table table{style.phrase("the-events"), event_columns(style), {}};
    for (const view::NetworkHub& hub : view.hubs) {
        const std::string date = date_words(hub, view, true);
        std::string parties = capitalised(hub_parties(hub, view, style));
        if (!hub.absent.empty()) {
            parties +=
                (parties.empty() ? "" : "; ") + style.phrase("not-present-who", {{"who", joined(hub.absent, style)}});
        }
        table.entries.push_back(
            {{date.empty() ? style.phrase("no-date") : date, full_hub_title(hub, style), parties,
              status_cell(status_in_words(hub.status, hub.plan_passed, style), hub.single_source, hub.disputed,
                          hub.unreviewed, since_words(hub.news, view.since, view.language, style), style),
              hub_speaker(hub, style), numbers_in_words(hub.support, hub.support.one_text, hub.disputed, style)},
             with_review(hub_sentence(hub, view, style), hub.unreviewed, style)});
    }
    return table;
}

Table actors_of(const view::NetworkView& view, const Template& style) {
    Table table{style.phrase("the-actors"),
                {style.phrase("column-actor"), style.phrase("column-role"), style.phrase("column-sources")},
                {}};
    const auto numbers = [&](const view::Support& support) {
        return numbers_in_words(support, support.one_text, false, style);
    };
    for (const view::NetworkCard& card : view.cards) {
        if (!card.title.empty()) {
            table.entries.push_back({{card.title, "", numbers(card.support)}, card_sentence(card, style)});
        }
        for (const view::CardRow& row : card.rows) {
            table.entries.push_back(
                {{row.name, row_detail(row, view, style), numbers(row.support)}, row_sentence(row, view, style)});
        }
    }
    return table;
}

Table ties_of(const view::NetworkView& view, const Template& style) {
    Table table{style.phrase("the-ties"), {style.phrase("column-tie"), style.phrase("column-sources")}, {}};
    for (const view::NetworkTie& tie : view.ties) {
        const std::string sentence = tie_sentence(tie, view, style);
        table.entries.push_back(
            {{sentence, numbers_in_words(tie.support, tie.support.one_text, false, style)}, sentence});
    }
    return table;
}

/// The source line, a source a line.
struct SourceList {
    std::vector<std::string> words; ///< "1 Outlet, “Headline”, 18 Feb 2025"
    std::vector<std::string> links; ///< beside them; may be empty
    std::vector<std::string> shared;
};

SourceList source_list(const view::Sources& sources, const std::string& language, const Template& style) {
    const DatePrinter dates(language);
    SourceList list;
    for (const view::Source& source : sources.list) {
        list.words.push_back(source_words(source, dates, style));
        list.links.push_back(source.link);
    }
    for (const std::vector<int>& group : sources.shared) {
        std::vector<std::string> numbers;
        numbers.reserve(group.size());
        for (const int number : group) {
            numbers.push_back(std::to_string(number));
        }
        list.shared.push_back(style.phrase("shared-text", {{"numbers", joined(numbers, style)}}));
    }
    return list;
}

std::string plain(const Description& whole, const SourceList& sources, const Template& style) {
    std::string text;
    const auto line = [&](const std::string& words) {
        if (!words.empty()) {
            text += text::clean_line(words) + "\n";
        }
    };
    line(whole.title);
    line(whole.subtitle);
    text += text.empty() ? "" : "\n";
    line(whole.summary);
    for (const Table& table : whole.tables) {
        if (table.entries.empty()) {
            continue;
        }
        text += "\n";
        line(table.heading);
        for (const Entry& entry : table.entries) {
            const std::string& numbers = entry.cells.back();
            line("- " + entry.sentence + (numbers.empty() ? "" : " [" + numbers + "]"));
        }
    }
    if (!sources.words.empty()) {
        text += "\n";
        line(style.phrase(sources.words.size() == 1 ? "source" : "sources"));
        for (std::size_t i = 0; i < sources.words.size(); ++i) {
            line("  " + sources.words[i] + (sources.links[i].empty() ? "" : " " + sources.links[i]));
        }
        for (const std::string& shared : sources.shared) {
            line("  " + shared);
        }
    }
    text += whole.notes.empty() ? "" : "\n";
    for (const std::string& note : whole.notes) {
        line(note);
    }
    return text;
}

/// One line, with nothing in it that Markdown or HTML would take for its own.
std::string in_markdown(const std::string& words) {
    std::string text;
    for (const char c : text::clean_line(words)) {
        if (std::string_view("\\`*_[]<>|&#~!").find(c) != std::string_view::npos) {
            text += '\\';
        }
        text += c;
    }
    return text;
}

std::string markdown_row(const std::vector<std::string>& cells) {
    std::string row = "|";
    for (const std::string& cell : cells) {
        row += " " + in_markdown(cell) + (cell.empty() ? "|" : " |");
    }
    return row + "\n";
}

/// What no address in angle brackets may hold, as percent signs.
std::string link_target(const std::string& link) {
    std::string target;
    for (const char c : link) {
        target += c == '<' ? "%3C" : c == '>' ? "%3E" : c == ' ' ? "%20" : c == '\n' ? "" : std::string(1, c);
    }
    return target;
}

std::string marked_down(const Description& whole, const SourceList& sources, const Template& style) {
    std::string text;
    const auto paragraph = [&](const std::string& before, const std::string& words) {
        if (!words.empty()) {
            text += (text.empty() ? "" : "\n") + before + in_markdown(words) + "\n";
        }
    };
    paragraph("# ", whole.title);
    paragraph("", whole.subtitle);
    paragraph("", whole.summary);
    for (const Table& table : whole.tables) {
        if (table.entries.empty()) {
            continue;
        }
        paragraph("## ", table.heading);
        text += (text.empty() ? "" : "\n") + markdown_row(table.columns) + "|";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            text += " --- |";
        }
        text += "\n";
        for (const Entry& entry : table.entries) {
            text += markdown_row(entry.cells);
        }
    }
    if (!sources.words.empty()) {
        paragraph("", style.phrase(sources.words.size() == 1 ? "source" : "sources"));
        text += "\n";
        for (std::size_t i = 0; i < sources.words.size(); ++i) {
            // The number stands in the words: as a list's own it would be renumbered.
            const std::string words = in_markdown(sources.words[i]);
            text += "- " +
                    (sources.links[i].empty() ? words : "[" + words + "](<" + link_target(sources.links[i]) + ">)") +
                    "\n";
        }
        for (const std::string& shared : sources.shared) {
            paragraph("", shared);
        }
    }
    for (const std::string& note : whole.notes) {
        paragraph("", note);
    }
    return text;
}

bool is_used(const std::string& sign, const Description& whole) {
    return std::any_of(whole.tables.begin(), whole.tables.end(), [&](const Table& table) {
        return std::any_of(table.entries.begin(), table.entries.end(),
                           [&](const Entry& entry) { return entry.cells.back().find(sign) != std::string::npos; });
    });
}

/// What the signs behind the numbers mean, where there are any: the first of the notes.
void explain_signs(Description& whole, const Template& style) {
    for (const auto& [sign, key] : {std::pair{kDisputed, "disputed"}, std::pair{kOneText, "one-text-sign"}}) {
        if (is_used(sign, whole)) {
            whole.notes.insert(whole.notes.begin(), std::string(sign) + " " + style.phrase(key));
        }
    }
}

std::string written(Description whole, const SourceList& sources, const Template& style, DescriptionForm form) {
    explain_signs(whole, style);
    return form == DescriptionForm::text ? plain(whole, sources, style) : marked_down(whole, sources, style);
}

} // namespace

std::string describe(const view::TimelineView& view, const Template& style, DescriptionForm form) {
    return written(description_of(view, style), source_list(view.sources, view.language, style), style, form);
}

std::string describe(const view::NetworkView& view, const Template& style, DescriptionForm form) {
    Description whole{view.title, view.subtitle, network_description(view, style), {}, {}};
    whole.tables = {hubs_of(view, style), actors_of(view, style), ties_of(view, style)};
    if (view.events < view.hubs_of) {
        whole.notes.push_back(style.phrase(
            "weightiest", {{"shown", std::to_string(view.events)}, {"all", std::to_string(view.hubs_of)}}));
    }
    for (const view::AbsenceNote& absence : view.absences) {
        whole.notes.push_back(
            style.phrase("absent-from", {{"names", joined(absence.names, style)}, {"event", absence.event}}));
    }
    add_since_notes(view.since, view.language, style, whole.notes);
    add_common_notes(view.one_independent_source && view.sources.list.size() > 1, view.retracted, view.unreviewed,
                     view.as_of, view.language, style, whole.notes);
    return written(whole, source_list(view.sources, view.language, style), style, form);
}

} // namespace demarche::compose
