#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <exception>

namespace demarche::cli {
namespace {

Exit run(const Options& options, Diagnostics& diagnostics) {
    const DiskReader disk;
    switch (options.command) {
    case Command::draw:
        return run_draw(options, disk, diagnostics);
    case Command::check:
        return run_check(options, disk, diagnostics);
    case Command::export_model:
        return run_export(options, disk, diagnostics);
    case Command::format:
        return run_format(options, disk, diagnostics);
    }
    return Exit::usage_or_system;
}

Exit run_and_report(const Options& options) {
    Diagnostics diagnostics;
    Exit exit = Exit::usage_or_system;
    try {
        exit = run(options, diagnostics);
    } catch (const Error& failure) {
        diagnostics.report(failure.diagnostic());
        exit = failure.exit();
    } catch (const std::exception& failure) { // out of memory, a library's own exception
        diagnostics.error("internal", {}, std::string("cannot go on: ") + failure.what());
    }
    print_diagnostics(diagnostics, options.diagnostics);
    return exit;
}

} // namespace
} // namespace demarche::cli

int main(int argc, char** argv) {
    using namespace demarche::cli;
    Options options;
    const auto parser = make_parser(options);
    try {
        parser->parse(argc, argv);
    } catch (const CLI::ParseError& refused) {
        const int code = parser->exit(refused); // prints help, version or what was wrong
        return code == 0 ? 0 : static_cast<int>(demarche::Exit::usage_or_system);
    }
    return static_cast<int>(run_and_report(options));
}
