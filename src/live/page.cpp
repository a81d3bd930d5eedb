#include "live/page.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace demarche::live {

namespace {

using Json = nlohmann::json;

Json bytes_of(const std::string& text) {
    return Json::binary({text.begin(), text.end()});
}

std::string text_of(const Json& bytes) {
    const auto& binary = bytes.get_binary();
    return {binary.begin(), binary.end()};
}

} // namespace

std::string to_bytes(const PageState& state) {
    Json json = {{"title", bytes_of(state.title)},
                 {"files", Json::array()},
                 {"findings", Json::array()},
                 {"milliseconds", state.milliseconds}};
    for (const ShownFile& file : state.files) {
        json["files"].push_back(
            {{"name", bytes_of(file.name)}, {"path", bytes_of(file.path)}, {"version", bytes_of(file.version)}});
    }
    for (const Diagnostic& finding : state.findings) {
        json["findings"].push_back({{"severity", static_cast<int>(finding.severity)},
                                    {"code", finding.code},
                                    {"file", bytes_of(finding.where.file)},
                                    {"line", finding.where.line},
                                    {"column", finding.where.column},
                                    {"message", bytes_of(finding.message)},
                                    {"hint", bytes_of(finding.hint)}});
    }
    const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
    return {bytes.begin(), bytes.end()};
}

PageState state_from(std::string_view bytes) {
    const Json json = Json::from_cbor(bytes.begin(), bytes.end());
    PageState state;
    state.title = text_of(json.at("title"));
    state.milliseconds = json.at("milliseconds").get<double>();
    for (const Json& file : json.at("files")) {
        state.files.push_back({text_of(file.at("name")), text_of(file.at("path")), text_of(file.at("version"))});
    }
    for (const Json& finding : json.at("findings")) {
        state.findings.push_back({static_cast<Severity>(finding.at("severity").get<int>()),
                                  finding.at("code").get<std::string>(),
                                  {text_of(finding.at("file")), finding.at("line").get<std::size_t>(),
                                   finding.at("column").get<std::size_t>()},
                                  text_of(finding.at("message")),
                                  text_of(finding.at("hint"))});
    }
    return state;
}

std::string to_json(const PageState& state) {
    Json files = Json::array();
    for (const ShownFile& file : state.files) {
        files.push_back({{"name", file.name}, {"version", file.version}});
    }
    Diagnostics all;
    for (const Diagnostic& finding : state.findings) {
        all.report(finding);
    }
    const Json json = {{"title", state.title},
                       {"files", files},
                       {"findings", Json::parse(demarche::to_json(all.sorted()))},
                       {"milliseconds", state.milliseconds}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<std::string> media_type(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kTypes{{
        {".svg", "image/svg+xml"},
        {".pdf", "application/pdf"},
        {".png", "image/png"},
        {".html", "text/html; charset=utf-8"},
        {".txt", "text/plain; charset=utf-8"},
        {".md", "text/plain; charset=utf-8"},
        {".gv", "text/plain; charset=utf-8"},
    }};
    const auto* const type =
        std::ranges::find_if(kTypes, [&](const auto& known) { return name.ends_with(known.first); });
    return type == kTypes.end() ? std::nullopt : std::optional(std::string(type->second));
}

bool is_own_host(std::string_view host, int port) {
    const std::string tail = ":" + std::to_string(port);
    if (host.ends_with(tail)) {
        host.remove_suffix(tail.size());
    } else if (port != 80) { // without a port it is that of http
        return false;
    }
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

} // namespace demarche::live
