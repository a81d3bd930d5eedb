#include "extract/timex_json.hpp"

#include "extract/code_points.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>

namespace demarche::extract {

std::string timex_json(const std::string& file, const Document& document, const std::vector<Timex>& found) {
    using Json = nlohmann::ordered_json;
    constexpr std::array<std::string_view, 4> kKinds{"DATE", "TIME", "DURATION", "SET"};
    const auto name = std::filesystem::path(file).stem().string();
    CodePoints code_points(document.text);
    std::string lines;
    for (const auto& timex : found) {
        const Json json{{"doc", name},
                        {"start", code_points.before(timex.span.begin)},
                        {"end", code_points.before(timex.span.end)},
                        {"text", document.words(timex.span)},
                        {"type", kKinds.at(static_cast<std::size_t>(timex.kind))},
                        {"value", timex.value},
                        {"mod", timex.mod},
                        {"when", timex.when.text()},
                        {"range", timex.range.text()}};
        lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; // a file's name may be of any bytes
    }
    return lines;
}

} // namespace demarche::extract
