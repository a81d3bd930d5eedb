#include "scene/shown_chart.hpp"

#include "base/xml.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace demarche::scene {

namespace {

// Ordered: the order of keys is part of the format.
using Json = nlohmann::ordered_json;
using Names = std::map<std::string, std::string>;

constexpr std::string_view kData = "data-";
/// What names things; other data-* say where they stand.
constexpr std::array<std::string_view, 8> kNames = {"event", "actor", "as", "delegation", "side", "tie", "from", "to"};

bool is_root(std::string_view name) {
    return name == "svg" || name.ends_with(":svg");
}

const xml::Node* title_of(const xml::Node& element) {
    const auto found = std::ranges::find(element.children, "title", &xml::Node::name);
    return found == element.children.end() ? nullptr : &*found;
}

void collect(const xml::Node& element, ShownChart& chart) {
    ShownMark mark;
    for (const xml::Attribute& attribute : element.attributes) {
        const std::string_view name = attribute.name;
        if (name.starts_with(kData) && std::ranges::find(kNames, name.substr(kData.size())) != kNames.end()) {
            mark.names.emplace(name.substr(kData.size()), attribute.value);
        }
    }
    const xml::Node* title = title_of(element);
    chart.network = chart.network || mark.names.contains("actor") || mark.names.contains("tie");
    // A line from somebody to an event says what the event says.
    if (title != nullptr && !mark.names.empty() && !mark.names.contains("as")) {
        mark.title = xml::collapse_blanks(title->content());
        chart.marks.push_back(std::move(mark));
    }
    for (const xml::Node& child : element.children) {
        collect(child, chart);
    }
}

/// Marks by what they stand for; the second of one name after the first.
std::map<std::pair<Names, int>, const ShownMark*> by_name(const ShownChart& chart) {
    std::map<Names, int> seen;
    std::map<std::pair<Names, int>, const ShownMark*> marks;
    for (const ShownMark& mark : chart.marks) {
        const int count = ++seen[mark.names];
        marks.emplace(std::pair(mark.names, count), &mark);
    }
    return marks;
}

/// The length of what both begin with, up to the end of a word.
std::size_t common_start(std::string_view a, std::string_view b) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i) {
        end = a[i] == ' ' ? i + 1 : end;
    }
    return end;
}

std::size_t common_end(std::string_view a, std::string_view b) {
    std::size_t length = 0;
    for (std::size_t i = 1; i <= std::min(a.size(), b.size()) && a[a.size() - i] == b[b.size() - i]; ++i) {
        length = a[a.size() - i] == ' ' ? i : length;
    }
    return length;
}

std::string first_sentence(const std::string& text) {
    const std::size_t end = text.find(". ");
    std::string first = end == std::string::npos ? text : text.substr(0, end);
    if (first.ends_with('.')) {
        first.pop_back();
    }
    return first;
}

std::string quoted_or_nothing(std::string_view text) {
    return text.empty() ? "nothing" : "“" + std::string(text) + "”";
}

/// "20 Feb 2025: A visit: “Planned.” -> “Cancelled.”".
std::string in_words(const ShownChange& change) {
    if (change.kind != ShownChangeKind::changed) {
        return change.kind == ShownChangeKind::added ? change.after.title : change.before.title;
    }
    std::string_view before = change.before.title;
    std::string_view after = change.after.title;
    const std::size_t start = common_start(before, after);
    before.remove_prefix(start);
    after.remove_prefix(start);
    const std::size_t end = common_end(before, after);
    before.remove_suffix(end);
    after.remove_suffix(end);
    return first_sentence(change.after.title) + ": " + quoted_or_nothing(before) + " -> " + quoted_or_nothing(after);
}

const char* word_of(ShownChangeKind kind) {
    constexpr std::array kWords{"removed", "changed", "added"};
    return kWords.at(static_cast<std::size_t>(kind));
}

std::string title_in_words(const ShownDiff& diff) {
    return "title of the chart: “" + diff.title_before + "” -> “" + diff.title_after + "”";
}

/// What Markdown would read as a sign of its own stands for itself.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        result += std::string_view("\\`*_[]<|#").find(c) == std::string_view::npos ? "" : "\\";
        result += c;
    }
    return result;
}

Json mark_json(const ShownMark& mark, bool is_there) {
    return is_there ? Json(mark.title) : Json(nullptr);
}

} // namespace

bool is_svg(const std::string& text) {
    // What stands ahead of the root: a byte order mark, declarations, comments.
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (true) {
        at = text.find_first_not_of(xml::kBlanks, at);
        if (at == std::string::npos || text[at] != '<') {
            return false;
        }
        const std::string_view rest = std::string_view(text).substr(at);
        const std::string_view end = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : ">";
        if (!rest.starts_with("<!") && !rest.starts_with("<?")) {
            return is_root(rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1));
        }
        at = text.find(end, at);
        if (at == std::string::npos) {
            return false;
        }
        at += end.size();
    }
}

std::optional<ShownChart> read_shown_chart(const std::string& svg, const std::string& path, Diagnostics& diagnostics) {
    const auto document = xml::parse(svg, path, diagnostics);
    if (!document) {
        return std::nullopt;
    }
    ShownChart chart;
    collect(document->root, chart);
    if (chart.marks.empty()) {
        diagnostics.error("no-chart", {path, 0, 0}, "nothing in this SVG says what it stands for",
                          "charts of this program do, in data-* and <title>, as long as nobody strips them");
        return std::nullopt;
    }
    if (const xml::Node* title = title_of(document->root)) {
        chart.title = xml::collapse_blanks(title->content());
    }
    return chart;
}

ShownDiff compare(const ShownChart& before, const ShownChart& after) {
    ShownDiff diff;
    diff.title_before = before.title;
    diff.title_after = after.title;
    const auto old_marks = by_name(before);
    const auto new_marks = by_name(after);
    std::map<Names, int> seen;
    std::vector<ShownChange> changed;
    for (const ShownMark& mark : before.marks) {
        const auto now = new_marks.find({mark.names, ++seen[mark.names]});
        if (now == new_marks.end()) {
            diff.changes.push_back({ShownChangeKind::removed, mark, {}});
        } else if (now->second->title != mark.title) {
            changed.push_back({ShownChangeKind::changed, mark, *now->second});
        }
    }
    std::move(changed.begin(), changed.end(), std::back_inserter(diff.changes));
    seen.clear();
    for (const ShownMark& mark : after.marks) {
        if (!old_marks.contains({mark.names, ++seen[mark.names]})) {
            diff.changes.push_back({ShownChangeKind::added, {}, mark});
        }
    }
    return diff;
}

std::string to_text(const ShownDiff& diff) {
    constexpr std::size_t kKindWidth = 11;
    std::string text;
    const auto line = [&](const std::string& kind, const std::string& words) {
        text += kind + std::string(kKindWidth - kind.size(), ' ') + words + "\n";
    };
    for (const ShownChange& change : diff.changes) {
        line(word_of(change.kind), in_words(change));
    }
    if (diff.title_before != diff.title_after) {
        line("changed", title_in_words(diff));
    }
    return text;
}

std::string to_markdown(const ShownDiff& diff) {
    if (diff.empty()) {
        return {};
    }
    std::string text = "## " + escaped(diff.title_after) + "\n\n";
    for (const ShownChange& change : diff.changes) {
        text += "- **" + std::string(word_of(change.kind)) + ":** " + escaped(in_words(change)) + "\n";
    }
    if (diff.title_before != diff.title_after) {
        text += "- **changed:** " + escaped(title_in_words(diff)) + "\n";
    }
    return text;
}

std::string to_json(const ShownDiff& diff) {
    Json changes = Json::array();
    for (const ShownChange& change : diff.changes) {
        const bool was = change.kind != ShownChangeKind::added;
        const bool is = change.kind != ShownChangeKind::removed;
        changes.push_back({{"kind", word_of(change.kind)},
                           {"names", is ? change.after.names : change.before.names},
                           {"text", in_words(change)},
                           {"before", mark_json(change.before, was)},
                           {"after", mark_json(change.after, is)}});
    }
    const Json json{{"demarche_chart_diff", 1},
                    {"same", diff.empty()},
                    {"old", {{"title", diff.title_before}}},
                    {"new", {{"title", diff.title_after}}},
                    {"changes", std::move(changes)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace demarche::scene
