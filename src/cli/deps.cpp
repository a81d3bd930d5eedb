#include "cli/deps.hpp"

#include "write/make_rule.hpp"
#include "write/writers.hpp"

namespace demarche::cli {

void write_deps(const Options& options, const std::vector<DrawReport>& reports, Diagnostics& diagnostics) {
    write::MakeRule rule;
    if (!options.deps_target.empty()) {
        rule.targets.push_back(options.deps_target);
    }
    for (const DrawReport& report : reports) {
        if (options.deps_target.empty()) {
            rule.targets.insert(rule.targets.end(), report.written.begin(), report.written.end());
        }
        for (const UsedFile& file : report.used) {
            if (file.read) {
                rule.prerequisites.push_back(file.path);
            }
        }
    }
    for (const auto& paths : {rule.targets, rule.prerequisites}) {
        for (const std::string& path : paths) {
            if (!write::make_can_name(path)) {
                diagnostics.warning("deps-name", {options.deps, 0, 0}, "make cannot name \"" + path + "\": left out",
                                    "rename the file without ; | = % and brackets at its end");
            }
        }
    }
    const std::string text = write::to_text(rule);
    if (options.deps == "-") {
        print_result(text);
    } else {
        write::write_file(options.deps, text);
    }
}

void refuse_idle_deps(const Options& options) {
    const auto refuse = [](const std::string& message, const std::string& hint) {
        throw Error(Exit::usage_or_system, {Severity::error, "idle-option", {}, message, hint});
    };
    if (options.deps.empty() && !options.deps_target.empty()) {
        refuse("--deps-target says what the rule of --deps makes, and none is written", "add --deps FILE");
    }
    if (!options.deps.empty() && options.deps_target.empty() && options.output == "-") {
        refuse("--deps has no file to make a rule for: the chart goes to standard output",
               "name it with --deps-target");
    }
}

} // namespace demarche::cli
