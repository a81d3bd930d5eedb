/// `demarche templates`: what there is to draw with.

#include "cli/commands.hpp"
#include "compose/template.hpp"

#include <algorithm>

namespace demarche::cli {

Exit run_list_templates() {
    std::size_t widest = 0;
    for (const compose::TemplateNote& note : compose::list_templates()) {
        widest = std::max(widest, note.name.size() + (note.variant ? 1 : 0));
    }
    std::string lines;
    for (const compose::TemplateNote& note : compose::list_templates()) {
        std::string name = (note.variant ? "+" : "") + note.name;
        name.resize(widest + 2, ' ');
        lines += name + note.about + "\n";
    }
    print_result(lines);
    return Exit::done;
}

Exit run_show_template(const Options& options, const FileReader& files, Diagnostics& diagnostics) {
    std::optional<std::string> text;
    if (options.resolved) {
        if (const auto style = compose::read_template(options.template_name, ".", files, diagnostics)) {
            text = compose::to_xml(*style);
        }
    } else if (options.template_name.find('+') != std::string::npos) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "several-files",
                                            {},
                                            "\"" + options.template_name + "\" is not one file",
                                            "show them one by one, or what they come to with --resolved"});
    } else {
        text = compose::template_text(options.template_name, ".", files, diagnostics);
    }
    if (text) {
        print_result(*text);
    }
    return verdict(diagnostics);
}

} // namespace demarche::cli
