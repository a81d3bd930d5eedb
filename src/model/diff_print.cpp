#include "model/diff_print.hpp"

#include "model/diff_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace demarche {
namespace {

// Ordered: the order of keys is part of the format.
using Json = nlohmann::ordered_json;

/// Heading of a group in a changelog.
const char* heading(ChangeGroup group) {
    constexpr std::array kHeadings{
        "No longer stands",   "New",   "Disputed", "Changed", "Confirmed", "Actors, delegations and ties", "Sources",
        "Wording and charts", "Upkeep"};
    return kHeadings.at(static_cast<std::size_t>(group));
}

std::string kind_in_words(ChangeKind kind) {
    return kind == ChangeKind::came_true ? "took place" : to_text(kind);
}

/// "3 ids renamed, 2 marks of review, 1 order".
std::string upkeep_in_words(const ModelDiff& diff) {
    std::map<std::string, std::size_t> counts;
    for (const Change& change : diff.changes) {
        if (group_of(change) == ChangeGroup::upkeep) {
            const bool renamed = change.kind == ChangeKind::renamed;
            ++counts[renamed ? "id" : change.fields.front().path.front()];
        }
    }
    std::string text;
    const auto add = [&](const std::string& key, const std::string& one, const std::string& many) {
        if (const std::size_t count = counts[key]; count > 0) {
            text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + (count == 1 ? one : many);
        }
    };
    add("id", "id", "ids");
    add("review", "mark of review", "marks of review");
    add("read", "mark of an article that was read", "marks of articles that were read");
    add("order", "order in the file", "orders in the file");
    return text;
}

std::string_view colour_of(const Change& change) {
    constexpr std::string_view kRed = "\x1b[31m";
    constexpr std::string_view kGreen = "\x1b[32m";
    constexpr std::string_view kYellow = "\x1b[33m";
    constexpr std::string_view kCyan = "\x1b[36m";
    switch (change.kind) {
    case ChangeKind::retracted:
    case ChangeKind::removed:
    case ChangeKind::denied:
    case ChangeKind::cancelled:
        return kRed;
    case ChangeKind::added:
    case ChangeKind::came_true:
    case ChangeKind::confirmed:
        return kGreen;
    case ChangeKind::disputed:
    case ChangeKind::changed:
        return kYellow;
    case ChangeKind::renamed:
        return kCyan;
    }
    return {};
}

/// Control characters of a dossier do nothing on a terminal.
std::string harmless(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return text;
}

/// What Markdown would read as a sign of its own stands for itself.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : harmless(text)) {
        result += std::string_view("\\`*_[]<|#").find(c) == std::string_view::npos ? "" : "\\";
        result += c;
    }
    return result;
}

Json value_or_null(const std::optional<std::string>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json place_or_null(const std::optional<std::size_t>& place) {
    return place ? Json(*place) : Json(nullptr);
}

Json field_json(const FieldChange& field) {
    return {{"path", field.path},
            {"before", value_or_null(field.before)},
            {"after", value_or_null(field.after)},
            {"at", place_or_null(field.at)}};
}

Json change_json(const ModelDiff& diff, const Change& change) {
    Json fields = Json::array();
    for (const FieldChange& field : change.fields) {
        fields.push_back(field_json(field));
    }
    return {{"kind", to_text(change.kind)},
            {"group", to_text(group_of(change))},
            {"thing", to_text(change.thing)},
            {"id", change.id},
            {"was", change.was.empty() ? Json(nullptr) : Json(change.was)},
            {"at", place_or_null(change.at)},
            {"text", in_words(diff, change)},
            {"articles", change.articles},
            {"sources_before", change.sources_before},
            {"sources_after", change.sources_after},
            {"fields", std::move(fields)}};
}

Json side_json(const Model& model) {
    return {{"title", model.title}, {"as_of", model.as_of_text()}};
}

} // namespace

std::string to_text(const ModelDiff& diff, bool coloured) {
    constexpr std::size_t kKindWidth = 11;
    std::string text;
    const auto line = [&](const std::string& kind, const std::string& words, std::string_view colour) {
        const std::string gap(kKindWidth - std::min(kKindWidth - 1, kind.size()), ' ');
        text += coloured ? std::string(colour) + kind + "\x1b[0m" : kind;
        text += gap + harmless(words) + "\n";
    };
    for (const Change& change : diff.changes) {
        if (group_of(change) != ChangeGroup::upkeep) {
            const std::string sources = sources_in_words(diff, change);
            line(kind_in_words(change.kind), in_words(diff, change) + (sources.empty() ? "" : " [" + sources + "]"),
                 colour_of(change));
        }
    }
    if (const std::string upkeep = upkeep_in_words(diff); !upkeep.empty()) {
        line("upkeep", upkeep, "\x1b[36m");
    }
    return text;
}

std::string to_markdown(const ModelDiff& diff) {
    if (diff.empty()) {
        return {};
    }
    const std::string before = diff.before.as_of_text();
    const std::string after = diff.after.as_of_text();
    std::string text = "## " + escaped(diff.after.title) + (after.empty() ? "" : ", " + after) + "\n";
    if (!before.empty() && before != after) {
        text += "\nChanged since " + before + ".\n";
    }
    std::optional<ChangeGroup> last;
    for (const Change& change : diff.changes) {
        const ChangeGroup group = group_of(change);
        if (group == ChangeGroup::upkeep) {
            continue;
        }
        if (group != last) {
            text += "\n### " + std::string(heading(group)) + "\n\n";
            last = group;
        }
        const std::string sources = sources_in_words(diff, change);
        text += "- **" + kind_in_words(change.kind) + ":** " + escaped(in_words(diff, change)) +
                (sources.empty() ? "" : " (" + escaped(sources) + ")") + "\n";
    }
    if (const std::string upkeep = upkeep_in_words(diff); !upkeep.empty()) {
        text += "\n### " + std::string(heading(ChangeGroup::upkeep)) + "\n\n- " + upkeep + "\n";
    }
    return text;
}

std::string to_json(const ModelDiff& diff) {
    Json changes = Json::array();
    for (const Change& change : diff.changes) {
        changes.push_back(change_json(diff, change));
    }
    const Json json{{"demarche_diff", 1},
                    {"same", diff.empty()},
                    {"old", side_json(diff.before)},
                    {"new", side_json(diff.after)},
                    {"changes", std::move(changes)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace demarche
