#include "compose/network_memory.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace demarche::compose {

namespace {

constexpr int kAllDecimals = 400; ///< exact: the next drawing is to be the same to the last byte
constexpr std::size_t kMostNumbers = 10000;
constexpr const char* kLetter = "letter";

std::string joined_numbers(const std::vector<double>& numbers) {
    std::string text;
    for (const double number : numbers) {
        text += (text.empty() ? "" : " ") + to_text(number, kAllDecimals);
    }
    return text;
}

std::string joined_numbers(const Box& box) {
    return joined_numbers(std::vector<double>{box.left, box.top, box.right, box.bottom});
}

std::string joined_numbers(const std::vector<Point>& points) {
    std::vector<double> numbers;
    for (const Point& point : points) {
        numbers.insert(numbers.end(), {point.x, point.y});
    }
    return joined_numbers(numbers);
}

/// Nothing where one of them is no number.
std::optional<std::vector<double>> numbers(std::string_view text) {
    std::vector<double> found;
    while (!text.empty() && found.size() < kMostNumbers) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        if (blank > 0) {
            const std::optional<double> number = parse_double(text.substr(0, blank));
            if (!number) {
                return std::nullopt;
            }
            found.push_back(*number);
        }
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return found;
}

using Data = std::map<std::string, std::string>;

std::string value(const Data& data, const std::string& key) {
    const auto found = data.find(key);
    return found == data.end() ? std::string() : found->second;
}

/// The numbers of that key, `least` or more; else none.
std::vector<double> values(const Data& data, const std::string& key, std::size_t least) {
    const std::optional<std::vector<double>> found = numbers(value(data, key));
    return found && found->size() >= least ? *found : std::vector<double>{};
}

std::optional<Box> box_of(const std::vector<double>& corners) {
    return corners.size() == 4 ? std::optional(Box{corners[0], corners[1], corners[2], corners[3]}) : std::nullopt;
}

void read_node(const Data& data, network::Memory& memory) {
    const std::string id = value(data, "node");
    const std::optional<Box> box = box_of(values(data, "box", 4));
    if (id.empty() || !box ||
        !memory.nodes.emplace(id, network::Memory::Place{*box, values(data, "grown", 1)}).second) {
        return;
    }
    if (data.count("event") > 0) {
        memory.hubs.push_back(id); // hubs are written in order of time
    }
}

void read_edge(const Data& data, network::Memory& memory) {
    const std::string id = value(data, "edge");
    const std::vector<double> corners = values(data, "route", 4);
    if (id.empty() || corners.size() % 2 != 0 || corners.empty()) {
        return;
    }
    network::Memory::Line line;
    for (std::size_t i = 0; i < corners.size(); i += 2) {
        line.route.push_back({corners[i], corners[i + 1]});
    }
    std::string words = value(data, "words");
    line.keyed = words.rfind(kLetter, 0) == 0;
    if (line.keyed) {
        words.erase(0, std::string_view(kLetter).size());
    }
    line.label = box_of(numbers(words).value_or(std::vector<double>{})).value_or(Box{});
    memory.lines.emplace(id, line);
}

/// Rows are written behind the card that they stand on.
std::map<std::string, std::string> cards_of_actors(const scene::KeptChart& chart) {
    std::map<std::string, std::string> cards;
    std::string card;
    for (const scene::KeptMark& mark : chart.marks) {
        if (mark.data.count("event") > 0 || mark.data.count("edge") > 0) {
            continue; // hubs and lines
        }
        card = mark.data.count("node") > 0 ? value(mark.data, "node") : card;
        const std::string actor = value(mark.data, "actor");
        if (!actor.empty() && !card.empty()) {
            cards.emplace(actor, card);
        }
    }
    return cards;
}

void write_page(const network::Memory& memory, scene::Scene& scene) {
    const bool ladder = memory.kind == network::Memory::Kind::ladder;
    scene.data.emplace_back("layout", ladder ? "ladder" : "columns");
    scene.data.emplace_back("page", joined_numbers(std::vector<double>{memory.width, memory.reach, memory.scale,
                                                                       memory.size.width, memory.size.height}));
    if (!ladder) {
        std::vector<double> columns{memory.card_width};
        columns.insert(columns.end(), memory.columns.begin(), memory.columns.end());
        scene.data.emplace_back("columns", joined_numbers(columns));
        scene.data.emplace_back("engine", memory.engine);
    }
}

void write_node(const network::Memory::Place& place, scene::Mark& mark) {
    mark.data.emplace_back("box", joined_numbers(place.box));
    if (std::any_of(place.grown.begin(), place.grown.end(), [](double by) { return by > 0; })) {
        mark.data.emplace_back("grown", joined_numbers(place.grown));
    }
}

void write_line(const network::Memory::Line& line, scene::Mark& mark) {
    mark.data.emplace_back("route", joined_numbers(line.route));
    if (line.label.width() > 0) {
        const std::string letter = line.keyed ? std::string(kLetter) + " " : std::string();
        mark.data.emplace_back("words", letter + joined_numbers(line.label));
    }
}

} // namespace

void write_memory(const network::Memory& memory, scene::Scene& scene) {
    write_page(memory, scene);
    for (scene::Page& page : scene.pages) {
        for (scene::Mark& mark : page.marks) {
            const auto named = std::find_if(mark.data.begin(), mark.data.end(), [](const auto& item) {
                return item.first == "node" || item.first == "edge";
            });
            if (named == mark.data.end()) {
                continue;
            }
            const auto [key, id] = *named; // a copy: the list grows
            const auto node = memory.nodes.find(id);
            const auto line = memory.lines.find(id);
            if (key == "node" && node != memory.nodes.end()) {
                write_node(node->second, mark);
            } else if (key == "edge" && line != memory.lines.end()) {
                write_line(line->second, mark);
            }
        }
    }
}

network::Memory read_memory(const scene::KeptChart& chart) {
    network::Memory memory;
    memory.kind =
        value(chart.data, "layout") == "ladder" ? network::Memory::Kind::ladder : network::Memory::Kind::columns;
    memory.engine = value(chart.data, "engine");
    const std::vector<double> page = values(chart.data, "page", 5);
    if (page.size() == 5) {
        memory.width = page[0];
        memory.reach = page[1];
        memory.scale = page[2];
        memory.size = {page[3], page[4]};
    }
    const std::vector<double> columns = values(chart.data, "columns", 2);
    if (!columns.empty()) {
        memory.card_width = columns.front();
        memory.columns.assign(columns.begin() + 1, columns.end());
    }
    for (const scene::KeptMark& mark : chart.marks) {
        read_node(mark.data, memory);
        read_edge(mark.data, memory);
    }
    return network::sound(std::move(memory));
}

void rename_cards(network::Memory& memory, const scene::KeptChart& chart, const view::NetworkView& view) {
    std::map<std::string, std::string> gone = cards_of_actors(chart); // by actor
    for (const view::NetworkCard& card : view.cards) {
        for (auto item = gone.begin(); item != gone.end();) {
            item = item->second == "card-" + card.id ? gone.erase(item) : std::next(item);
        }
    }
    for (const view::NetworkCard& card : view.cards) {
        const std::string id = "card-" + card.id;
        std::map<std::string, int> shown; // actors of this card, by the card where they were
        for (const view::CardRow& row : card.rows) {
            const auto before = gone.find(row.actor);
            if (memory.nodes.count(id) == 0 && before != gone.end()) {
                ++shown[before->second];
            }
        }
        const auto most = std::max_element(shown.begin(), shown.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        const auto place = most == shown.end() ? memory.nodes.end() : memory.nodes.find(most->first);
        if (place != memory.nodes.end()) {
            memory.nodes[id].box = place->second.box;
            memory.nodes.erase(most->first);
        }
    }
}

} // namespace demarche::compose
