#include "cli/watch_status.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace demarche::cli {
namespace {

/// "14:02:31", as the person's clock shows it.
std::string time_of_day() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    std::array<char, 16> text{};
    const std::size_t size =
        ::localtime_r(&now, &local) == nullptr ? 0 : std::strftime(text.data(), text.size(), "%H:%M:%S", &local);
    return {text.data(), size};
}

} // namespace

WatchStatus::WatchStatus(DiagnosticFormat format) : format_(format), terminal_(::isatty(STDERR_FILENO) == 1) {}

void WatchStatus::say(const Diagnostics& findings) {
    std::vector<std::string> lines;
    for (const Diagnostic& finding : findings.sorted()) {
        lines.push_back(to_text(finding));
    }
    const bool news = lines != said_ || findings.has_errors();
    said_ = std::move(lines);
    if (format_ == DiagnosticFormat::json) {
        print_diagnostics(findings, format_);
    } else if (news) {
        std::fputs(terminal_ ? "\r\x1b[K" : "", stderr);
        print_diagnostics(findings, format_);
    }
    std::fflush(stderr);
}

void WatchStatus::say(const std::string& line) {
    if (format_ == DiagnosticFormat::json) {
        return;
    }
    const std::string text = terminal_ ? "\r\x1b[K" + time_of_day() + "  " + line : line + "\n";
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

void WatchStatus::finish() const {
    if (terminal_ && format_ == DiagnosticFormat::text) {
        std::fputs("\n", stderr);
    }
}

} // namespace demarche::cli
