#include "compose/timeline_memory.hpp"

#include "base/number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace demarche::compose {

namespace {

/// Far beyond any chart: what is larger was never written by one.
constexpr double kLargest = 1e7;
constexpr long long kMostLevels = 64;
constexpr long long kMostStrips = 10000;

constexpr std::array<std::pair<const char*, timeline::Mode>, 3> kModes = {
    {{"time", timeline::Mode::time}, {"days", timeline::Mode::days}, {"rows", timeline::Mode::rows}}};

/// Enough digits to be read back as the same number.
std::string exact(double number) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), end};
}

std::optional<double> length_of(std::string_view text) {
    const auto number = parse_double(text);
    return number && std::isfinite(*number) && *number >= 0 && *number <= kLargest ? number : std::nullopt;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) {
            words.push_back(text.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::string value(const std::map<std::string, std::string>& data, const std::string& key) {
    const auto found = data.find(key);
    return found == data.end() ? std::string() : found->second;
}

std::optional<double> length(const scene::KeptChart& chart, const std::string& key) {
    return length_of(value(chart.data, key));
}

/// All of them lengths, or none.
std::vector<double> lengths(const scene::KeptChart& chart, const std::string& key) {
    std::vector<double> all;
    for (const std::string& word : words_of(value(chart.data, key))) {
        const auto number = length_of(word);
        if (!number) {
            return {};
        }
        all.push_back(*number);
    }
    return all;
}

std::optional<timeline::ColumnsMemory> columns_of(const scene::KeptChart& chart) {
    const std::vector<double> all = lengths(chart, "columns");
    if (all.size() != 6 || all[2] != std::floor(all[2])) {
        return std::nullopt;
    }
    return timeline::ColumnsMemory{all[0], all[1], static_cast<std::size_t>(all[2]), all[3], all[4], all[5]};
}

/// "above 2" and the strip's number.
std::optional<timeline::FlagMemory> flag_of(const scene::KeptMark& mark) {
    const std::vector<std::string> label = words_of(value(mark.data, "label"));
    if (label.size() != 2 || (label[0] != "above" && label[0] != "below")) {
        return std::nullopt;
    }
    const auto level = parse_integer(label[1]);
    const auto strip = parse_integer(value(mark.data, "strip"));
    if (!level || *level < 0 || *level > kMostLevels || !strip || *strip < 0 || *strip > kMostStrips) {
        return std::nullopt;
    }
    return timeline::FlagMemory{label[0] == "above", static_cast<std::size_t>(*level),
                                static_cast<std::size_t>(*strip)};
}

LayoutData
data_of_both(const char* direction, timeline::Mode mode, const view::TimelineView& view, const Template& style) {
    std::vector<std::string> sides;
    for (const view::Lane& lane : view.lanes) {
        if (lane.kind == view::Lane::Kind::side) {
            sides.push_back(lane.side);
        }
    }
    LayoutData data = {{"chart", "timeline"},
                       {"direction", direction},
                       {"page-width", exact(style.width)},
                       {"type-size", exact(style.label.size)}};
    for (const auto& [word, known] : kModes) {
        if (known == mode) {
            data.emplace_back("scale", word);
        }
    }
    if (!sides.empty()) {
        data.emplace_back("lanes", joined(sides));
    }
    return data;
}

} // namespace

view::TimelineMemory remembered_order(const scene::KeptChart& chart) {
    view::TimelineMemory order;
    for (const scene::KeptMark& mark : chart.marks) {
        if (std::string event = value(mark.data, "event"); !event.empty()) {
            order.events.push_back(std::move(event));
        }
    }
    order.sides = words_of(value(chart.data, "lanes"));
    return order;
}

std::optional<double> remembered_type(const scene::KeptChart& chart, const Template& style) {
    return length(chart, "page-width") == style.width ? length(chart, "type-size") : std::nullopt;
}

void remember(const scene::KeptChart& chart,
              const view::TimelineView& view,
              const Template& style,
              timeline::Input& input) {
    if (value(chart.data, "direction") != (style.landscape ? "across" : "down")) {
        return;
    }
    const std::string scale = value(chart.data, "scale");
    for (const auto& [word, mode] : kModes) {
        input.previous = scale == word ? std::optional(mode) : input.previous;
    }
    input.memory.points_per_day = length(chart, "points-per-day");
    input.memory.fold_days = length(chart, "fold-days");
    if (remembered_type(chart, style) != style.label.size) {
        return;
    }
    input.memory.columns = columns_of(chart);
    input.memory.row_spread = length(chart, "row-spread");
    input.memory.label_ems = length(chart, "label-width");
    input.memory.details = value(chart.data, "details") == "yes";
    input.memory.last_labels = lengths(chart, "last-labels");
    std::map<std::string, const scene::KeptMark*> marks;
    for (const scene::KeptMark& mark : chart.marks) {
        marks.try_emplace(value(mark.data, "event"), &mark);
    }
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        const auto mark = marks.find(view.rows[i].id);
        input.rows[i].kept = mark == marks.end() ? std::nullopt : flag_of(*mark->second);
    }
}

LayoutData layout_data(const timeline::Layout& layout,
                       const view::TimelineView& view,
                       const Template& style,
                       const timeline::Style& sizes) {
    LayoutData data = data_of_both("down", layout.mode, view, style);
    const timeline::Columns& columns = layout.columns;
    std::vector<std::string> all;
    for (const double number : {columns.date_width, columns.tick_width, static_cast<double>(columns.tracks.size()),
                                columns.lanes.front(), columns.lane_distance, columns.label_left}) {
        all.push_back(exact(number));
    }
    data.emplace_back("columns", joined(all));
    if (layout.mode == timeline::Mode::time) {
        data.emplace_back("points-per-day", exact(layout.points_per_day));
    } else {
        data.emplace_back("fold-days", exact(layout.fold_days));
    }
    if (sizes.row_spread > 0) {
        data.emplace_back("row-spread", exact(sizes.row_spread));
    }
    return data;
}

LayoutData layout_data(const timeline::Landscape& across, const view::TimelineView& view, const Template& style) {
    LayoutData data = data_of_both("across", across.mode, view, style);
    std::vector<std::string> last_labels;
    for (const timeline::Strip& strip : across.strips) {
        last_labels.push_back(exact(strip.last_label));
    }
    data.emplace_back("label-width", exact(across.strips.front().label_ems));
    data.emplace_back("details", across.details ? "yes" : "no");
    data.emplace_back("last-labels", joined(last_labels));
    if (across.mode == timeline::Mode::time && across.strips.front().scale) {
        data.emplace_back("points-per-day", exact(across.strips.front().scale->points_per_day()));
    }
    return data;
}

LayoutData label_data(const timeline::Strip& strip, const timeline::PlacedFlag& flag) {
    return {{"label", (flag.above ? "above " : "below ") + std::to_string(flag.level)},
            {"strip", std::to_string(strip.number)}};
}

} // namespace demarche::compose
