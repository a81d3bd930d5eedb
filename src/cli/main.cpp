#include "base/suggest.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <iostream>
#include <unistd.h>

namespace demarche::cli {
namespace {

Exit run(const Options& options, Diagnostics& diagnostics) {
    const DiskReader disk;
    switch (options.command) {
    case Command::assemble:
        return run_assemble(options, disk, diagnostics);
    case Command::draw:
        return run_draw(options, disk, diagnostics);
    case Command::check:
        return run_check(options, disk, diagnostics);
    case Command::diff:
        return run_diff(options, disk, diagnostics);
    case Command::extract:
        return run_extract(options, disk, diagnostics);
    case Command::export_model:
        return run_export(options, disk, diagnostics);
    case Command::format:
        return run_format(options, disk, diagnostics);
    case Command::list_templates:
        return run_list_templates();
    case Command::show_template:
        return run_show_template(options, disk, diagnostics);
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

/// Makes the process one that a caller's odd settings cannot surprise.
void settle_process() {
    // A file that grows past a limit is then an error of write(), with a message, not a signal.
    std::signal(SIGXFSZ, SIG_IGN);
    // With stdin, stdout or stderr closed, the first files opened would take their numbers.
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) == -1 && ::open("/dev/null", O_RDWR) != descriptor) {
            std::exit(static_cast<int>(Exit::usage_or_system));
        }
    }
}

/// What is wrong with the command line, in one line. CLI11 does not name a command that it does not know.
std::string refusal(const CLI::App& parser, const CLI::ParseError& refused, int argc, char** argv) {
    std::vector<std::string> commands;
    for (const CLI::App* command : parser.get_subcommands([](const CLI::App*) { return true; })) {
        commands.push_back(command->get_name());
    }
    const std::string first = argc > 1 ? argv[1] : "";
    const bool is_command = std::ranges::find(commands, first) != commands.end();
    if (first.empty()) {
        return "no command; " + suggestion("", commands);
    }
    if (first.front() != '-' && !is_command) {
        return "no command \"" + first + "\"; " + suggestion(first, commands);
    }
    return refused.what();
}

} // namespace
} // namespace demarche::cli

int main(int argc, char** argv) {
    using namespace demarche::cli;
    settle_process();
    Options options;
    const auto parser = make_parser(options);
    try {
        parser->parse(argc, argv);
    } catch (const CLI::ParseError& refused) {
        if (refused.get_exit_code() == 0) {
            parser->exit(refused); // prints help or the version
            std::cout.flush();
            return std::cout.good() ? 0 : static_cast<int>(demarche::Exit::usage_or_system);
        }
        const auto line = "error: " + refusal(*parser, refused, argc, argv) + "\nsee demarche --help\n";
        std::fputs(line.c_str(), stderr);
        return static_cast<int>(demarche::Exit::usage_or_system);
    }
    return static_cast<int>(run_and_report(options));
}
