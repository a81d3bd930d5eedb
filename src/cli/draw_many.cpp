#include "cli/draw_many.hpp"

#include "cli/deps.hpp"
#include "cli/workers.hpp"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <string>

namespace demarche::cli {
namespace {

DrawReport crashed(const DrawUnit& unit, const std::string& how) {
    DrawReport report;
    report.exit = Exit::usage_or_system;
    report.findings.push_back({Severity::error,
                               "draw-crashed",
                               {unit.options.dossiers.front(), 0, 0},
                               "the process that drew it " + how,
                               "draw it alone; this is a defect of the program"});
    return report;
}

void wait_for(const Workers& workers) {
    std::vector<pollfd> watched;
    for (const int descriptor : workers.descriptors()) {
        watched.push_back({descriptor, POLLIN, 0});
    }
    ::poll(watched.data(), watched.size(), -1); // cut short by a signal: then there is no answer yet
}

std::vector<DrawReport> draw_in_workers(const std::vector<DrawUnit>& units,
                                        std::size_t jobs,
                                        const std::function<DrawReport(std::size_t)>& draw) {
    std::vector<DrawReport> reports(units.size());
    Workers workers(std::min(jobs, units.size()), [&](std::size_t i) { return to_bytes(draw(i)); });
    std::size_t given = 0;
    std::size_t done = 0;
    while (done < units.size()) {
        while (given < units.size() && workers.has_free()) {
            workers.give(given++);
        }
        progress_bar("drawing", done, units.size());
        wait_for(workers);
        for (const Workers::Answer& answer : workers.answers()) {
            ++done;
            reports[answer.task] =
                answer.failure.empty() ? report_from(answer.bytes) : crashed(units[answer.task], answer.failure);
        }
    }
    return reports;
}

} // namespace

std::vector<DrawReport>
draw_many(const std::vector<DrawUnit>& units, std::size_t jobs, const std::function<DrawReport(std::size_t)>& draw) {
    std::vector<DrawReport> reports;
    if (units.size() > 1 && jobs > 1) {
        reports = draw_in_workers(units, jobs, draw);
    } else {
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (units.size() > 1) {
                progress_bar("drawing", i, units.size());
            }
            reports.push_back(draw(i));
        }
    }
    if (units.size() > 1) {
        progress_bar("", 0, 0);
    }
    return reports;
}

Exit sum_up(const Options& options,
            std::size_t unread,
            const std::vector<DrawReport>& reports,
            Diagnostics& diagnostics) {
    std::size_t written = 0;
    std::size_t failed = unread;
    Exit exit = Exit::done;
    for (const DrawReport& report : reports) {
        for (const Diagnostic& finding : report.findings) {
            diagnostics.report(finding);
        }
        written += report.written.size();
        failed += report.exit == Exit::done ? 0 : 1;
        exit = std::max(exit, report.exit);
    }
    exit = std::max(exit, verdict(diagnostics));
    const std::size_t dossiers = unread + reports.size();
    if (dossiers > 1) {
        progress(std::to_string(dossiers - failed) + " of " + std::to_string(dossiers) + " dossiers drawn, " +
                 std::to_string(written) + " files");
    } else {
        for (const DrawReport& report : reports) {
            for (const std::string& path : report.written) {
                progress("wrote " + path);
            }
        }
    }
    if (exit == Exit::done && !options.deps.empty()) {
        write_deps(options, reports, diagnostics);
    }
    return std::max(exit, verdict(diagnostics));
}

} // namespace demarche::cli
