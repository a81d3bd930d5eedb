#include "browser.hpp"

#include "run.hpp"
#include "tree.hpp"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace demarche::house {
namespace {

using Json = nlohmann::json;

std::string page_of(const std::vector<std::pair<std::string, std::string>>& charts) {
    auto list = Json::array();
    for (const auto& [name, svg] : charts) {
        list.push_back({{"name", name}, {"svg", svg}});
    }
    auto text = list.dump();
    // A script must not hold "</script>".
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
        text.replace(at, 1, "\\u003c");
    }
    return "<!doctype html><meta charset=\"utf-8\"><title>charts</title>"
           "<style>body { margin: 0; width: max-content }</style><body><script>const charts = " +
           text + ";\n" + bytes_of(tree() / "tests/house/inspect.js") + "</script>\n";
}

std::string decode_hex(const std::string& hex) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
    }
    return bytes;
}

std::vector<std::string> faults(const Json& list) {
    std::vector<std::string> lines;
    for (const auto& fault : list) {
        lines.push_back(fault.dump());
    }
    return lines;
}

Picture picture_of(const Json& report) {
    Picture picture;
    picture.name = report.at("name");
    if (report.contains("error")) {
        picture.error = report.at("error");
        return picture;
    }
    picture.width = report.at("width");
    picture.height = report.at("height");
    picture.texts = report.at("texts").get<std::vector<std::string>>();
    picture.overlaps = faults(report.at("overlaps"));
    picture.cut = faults(report.at("cut"));
    picture.struck = faults(report.at("struck"));
    picture.brushed = faults(report.at("brushed"));
    picture.covered = faults(report.at("covered"));
    picture.smallest_px = report.at("smallest").at("px");
    picture.smallest_text = report.at("smallest").at("text");
    return picture;
}

} // namespace

bool has_browser() {
    return has_program("chromium");
}

std::vector<Picture> draw_in_browser(const std::vector<std::pair<std::string, std::string>>& charts) {
    const Scratch scratch;
    const auto page = scratch.write("page.html", page_of(charts));
    Command command;
    command.words = {"chromium",
                     "--headless",
                     "--no-sandbox",
                     "--disable-gpu",
                     "--disable-quic",
                     "--disable-dev-shm-usage",
                     "--no-first-run",
                     "--disable-background-networking",
                     "--disable-component-update",
                     "--disable-sync",
                     "--disable-crash-reporter",
                     "--hide-scrollbars",
                     "--force-device-scale-factor=1",
                     "--window-size=1200,900",
                     "--user-data-dir=" + (scratch.path() / "profile").string(),
                     "--dump-dom",
                     "file://" + page.string()};
    command.environment = {{"HOME", scratch.path()}, {"TMPDIR", scratch.path()}};
    command.timeout = std::chrono::seconds(180);
    const auto outcome = run(command);
    const std::string open = "<pre id=\"report\">";
    const auto start = outcome.out.find(open);
    const auto end = outcome.out.find("</pre>", start);
    if (start == std::string::npos || end == std::string::npos) {
        ADD_FAILURE() << "chromium gave no report (exit " << outcome.exit << "): " << outcome.err.substr(0, 2000);
        return {};
    }
    const auto hex = outcome.out.substr(start + open.size(), end - start - open.size());
    std::vector<Picture> pictures;
    for (const auto& report : Json::parse(decode_hex(hex))) {
        pictures.push_back(picture_of(report));
    }
    return pictures;
}

} // namespace demarche::house
