#include "write/kept_svg.hpp"

#include "base/utf8.hpp"

#include <pugixml.hpp>

#include <algorithm>

namespace demarche::write {

namespace {

constexpr std::string_view kData = "data-";
constexpr const char* kDrawnWithout = "the chart is drawn as if there were none before it";

SourcePosition place(std::string_view text, const std::string& path, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_end = before.rfind('\n');
    const std::string_view line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {path, static_cast<std::size_t>(lines) + 1, count_code_points(line) + 1};
}

/// The data-* of an element, keys without that prefix.
std::map<std::string, std::string> data_of(pugi::xml_node element) {
    std::map<std::string, std::string> data;
    for (const pugi::xml_attribute attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (name.size() > kData.size() && name.starts_with(kData)) {
            data.emplace(name.substr(kData.size()), attribute.value());
        }
    }
    return data;
}

/// Goes over a document of any depth without recursion.
class Walker final : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_element) {
            return true;
        }
        if (node.attribute("data-chart")) {
            ++charts;
            chart.data = data_of(node);
        } else if (const pugi::xml_attribute id = node.attribute("data-mark"); id && charts > 0) {
            chart.marks.push_back({id.value(), data_of(node)});
            chart.marks.back().data.erase("mark");
        }
        return charts <= 1;
    }

    scene::KeptChart chart;
    std::size_t charts = 0;
};

} // namespace

std::optional<scene::KeptChart> read_kept_svg(std::string_view svg, const std::string& path, Diagnostics& diagnostics) {
    if (const auto invalid = first_invalid_utf8(svg)) {
        diagnostics.warning("previous-chart", place(svg, path, *invalid), "the previous chart is not valid UTF-8",
                            kDrawnWithout);
        return std::nullopt;
    }
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(svg.data(), svg.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        const auto offset = std::min(svg.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
        diagnostics.warning("previous-chart", place(svg, path, offset),
                            std::string("the previous chart is not well-formed XML: ") + parsed.description(),
                            kDrawnWithout);
        return std::nullopt;
    }
    Walker walker;
    document.traverse(walker);
    if (walker.charts == 0) {
        diagnostics.warning(
            "previous-chart", {path, 0, 0}, "the previous chart says nothing of its layout: no element has data-chart",
            std::string("SVG files of this program do, as long as nobody strips data-*; ") + kDrawnWithout);
        return std::nullopt;
    }
    if (walker.charts > 1) {
        diagnostics.warning("previous-chart", {path, 0, 0}, "the file holds more than one chart",
                            std::string("name a file of one chart; ") + kDrawnWithout);
        return std::nullopt;
    }
    return std::move(walker.chart);
}

} // namespace demarche::write
