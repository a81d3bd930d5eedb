#include "cli/console.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace demarche::cli {
namespace {

bool colours(int descriptor) {
    const char* refused = std::getenv("NO_COLOR"); // https://no-color.org: set and not empty
    return isatty(descriptor) == 1 && (refused == nullptr || *refused == '\0');
}

const char* colour_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "\x1b[1;31m";
    case Severity::warning:
        return "\x1b[1;35m";
    case Severity::note:
        return "\x1b[1;36m";
    }
    return "";
}

/// The severity word of a printed diagnostic, coloured.
std::string coloured(std::string line, Severity severity) {
    const char* word = severity == Severity::error ? "error: " : severity == Severity::warning ? "warning: " : "note: ";
    const auto at = line.find(word);
    if (at != std::string::npos) {
        line.insert(at + std::strlen(word) - 1, "\x1b[0m");
        line.insert(at, colour_of(severity));
    }
    return line;
}

} // namespace

void print_diagnostics(const Diagnostics& diagnostics, DiagnosticFormat format) {
    if (format == DiagnosticFormat::json) {
        std::fputs((to_json(diagnostics.sorted()) + "\n").c_str(), stderr);
        return;
    }
    const bool in_colour = colours(STDERR_FILENO);
    for (const Diagnostic& finding : diagnostics.sorted()) {
        const std::string line = to_text(finding);
        std::fputs((in_colour ? coloured(line, finding.severity) : line).c_str(), stderr);
        std::fputc('\n', stderr);
    }
}

void progress(const std::string& line) {
    if (isatty(STDERR_FILENO) == 1) {
        std::fputs((line + "\n").c_str(), stderr);
    }
}

void progress_of(const std::string& what, std::size_t done, std::size_t of) {
    if (isatty(STDERR_FILENO) != 1) {
        return;
    }
    const std::string line = of == 0 ? std::string() : what + " " + std::to_string(done) + " of " + std::to_string(of);
    std::fputs(("\r\x1b[K" + line).c_str(), stderr);
}

bool coloured_results() {
    return colours(STDOUT_FILENO);
}

void progress_bar(const std::string& what, std::size_t done, std::size_t of) {
    constexpr std::size_t kWidth = 30;
    const std::size_t full = of == 0 ? 0 : done * kWidth / of;
    progress_of(what + " [" + std::string(full, '#') + std::string(kWidth - full, '.') + "]", done, of);
}

void print_result(const std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!written || std::fflush(stdout) != 0) {
        throw Error(Exit::usage_or_system,
                    {Severity::error, "cannot-write", {"<stdout>", 0, 0}, std::strerror(errno), {}});
    }
}

} // namespace demarche::cli
