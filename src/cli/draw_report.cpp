#include "cli/draw_report.hpp"

#include "cli/commands.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <exception>

namespace demarche::cli {
namespace {

using Json = nlohmann::json;

/// Bytes that need not be UTF-8, as paths are.
Json bytes_of(const std::string& text) {
    return Json::binary({text.begin(), text.end()});
}

std::string text_of(const Json& bytes) {
    const auto& binary = bytes.get_binary();
    return {binary.begin(), binary.end()};
}

Json list_of(const std::vector<std::string>& texts) {
    Json list = Json::array();
    for (const std::string& text : texts) {
        list.push_back(bytes_of(text));
    }
    return list;
}

std::vector<std::string> texts_of(const Json& list) {
    std::vector<std::string> texts;
    std::ranges::transform(list, std::back_inserter(texts), text_of);
    return texts;
}

Json to_json(const Diagnostic& finding) {
    return {static_cast<int>(finding.severity),
            finding.code,
            bytes_of(finding.where.file),
            finding.where.line,
            finding.where.column,
            bytes_of(finding.message),
            bytes_of(finding.hint)};
}

Diagnostic finding_of(const Json& list) {
    return {static_cast<Severity>(list.at(0).get<int>()),
            list.at(1).get<std::string>(),
            {text_of(list.at(2)), list.at(3).get<std::size_t>(), list.at(4).get<std::size_t>()},
            text_of(list.at(5)),
            text_of(list.at(6))};
}

Json to_json(const UsedFile& file) {
    return {bytes_of(file.path), file.read, file.stamp.modified, file.stamp.size, file.stamp.inode};
}

UsedFile file_of(const Json& list) {
    return {text_of(list.at(0)),
            list.at(1).get<bool>(),
            {list.at(2).get<std::int64_t>(), list.at(3).get<std::int64_t>(), list.at(4).get<std::uint64_t>()}};
}

} // namespace

DrawReport
report_on(const FileReader& files, Workshop* workshop, const std::function<void(const FileReader&, DrawNotes&)>& draw) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    DrawReport report;
    const RecordingReader recording(files, report.used);
    DrawNotes notes{{}, {}, workshop};
    try {
        draw(recording, notes);
    } catch (const Error& failure) {
        notes.diagnostics.report(failure.diagnostic());
        report.exit = failure.exit();
    } catch (const std::exception& failure) { // out of memory, a library's own exception
        notes.diagnostics.error("internal", {}, std::string("cannot go on: ") + failure.what());
        report.exit = Exit::usage_or_system;
    }
    report.exit = std::max(report.exit, verdict(notes.diagnostics));
    report.findings = notes.diagnostics.all();
    report.written = std::move(notes.written);
    if (workshop != nullptr) {
        report.fonts = workshop->font_files;
    }
    report.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return report;
}

std::string to_bytes(const DrawReport& report) {
    Json json = {{"exit", static_cast<int>(report.exit)}, {"findings", Json::array()},
                 {"written", list_of(report.written)},    {"used", Json::array()},
                 {"fonts", list_of(report.fonts)},        {"milliseconds", report.milliseconds}};
    for (const Diagnostic& finding : report.findings) {
        json["findings"].push_back(to_json(finding));
    }
    for (const UsedFile& file : report.used) {
        json["used"].push_back(to_json(file));
    }
    const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
    return {bytes.begin(), bytes.end()};
}

DrawReport report_from(std::string_view bytes) {
    const Json json = Json::from_cbor(bytes.begin(), bytes.end());
    DrawReport report;
    report.exit = static_cast<Exit>(json.at("exit").get<int>());
    std::ranges::transform(json.at("findings"), std::back_inserter(report.findings), finding_of);
    report.written = texts_of(json.at("written"));
    std::ranges::transform(json.at("used"), std::back_inserter(report.used), file_of);
    report.fonts = texts_of(json.at("fonts"));
    report.milliseconds = json.at("milliseconds").get<double>();
    return report;
}

} // namespace demarche::cli
