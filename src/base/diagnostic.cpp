#include "base/diagnostic.hpp"

#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace demarche {

namespace {

const char* word(Severity severity) {
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        break;
    }
    return "error";
}

std::string position_text(const SourcePosition& where) {
    std::string text = where.file;
    for (const std::size_t number : {where.line, where.column}) {
        if (number == 0) {
            break;
        }
        text += (text.empty() ? "" : ":") + std::to_string(number);
    }
    return text;
}

} // namespace

void Diagnostics::report(Diagnostic diagnostic) {
    all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, SourcePosition where, std::string message, std::string hint) {
    report({Severity::error, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::warning(std::string code, SourcePosition where, std::string message, std::string hint) {
    report({Severity::warning, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::note(std::string code, SourcePosition where, std::string message, std::string hint) {
    report({Severity::note, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<std::string> files;
    std::vector<std::pair<std::size_t, const Diagnostic*>> keyed;
    keyed.reserve(all_.size());
    for (const Diagnostic& diagnostic : all_) {
        const auto known = std::find(files.begin(), files.end(), diagnostic.where.file);
        keyed.emplace_back(static_cast<std::size_t>(known - files.begin()), &diagnostic);
        if (known == files.end()) {
            files.push_back(diagnostic.where.file);
        }
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first, a.second->where.line, a.second->where.column) <
               std::tuple(b.first, b.second->where.line, b.second->where.column);
    });
    std::vector<Diagnostic> result;
    result.reserve(keyed.size());
    for (const auto& [file, diagnostic] : keyed) {
        result.push_back(*diagnostic);
    }
    return result;
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(
        all_.begin(), all_.end(), [severity](const Diagnostic& one) { return one.severity == severity; }));
}

std::string to_text(const Diagnostic& diagnostic) {
    std::string text = position_text(diagnostic.where);
    text += text.empty() ? "" : ": ";
    text += word(diagnostic.severity);
    text += ": " + diagnostic.message;
    if (!diagnostic.hint.empty()) {
        text += "; " + diagnostic.hint;
    }
    return printable(text);
}

std::string to_json(const std::vector<Diagnostic>& diagnostics) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Diagnostic& one : diagnostics) {
        list.push_back({{"severity", word(one.severity)},
                        {"code", one.code},
                        {"file", one.where.file},
                        {"line", one.where.line},
                        {"column", one.where.column},
                        {"message", one.message},
                        {"hint", one.hint}});
    }
    return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Error::Error(Exit exit, Diagnostic diagnostic)
    : std::runtime_error(to_text(diagnostic)), exit_(exit), diagnostic_(std::move(diagnostic)) {}

} // namespace demarche
