#include "extract/data_files.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>
#include <string>

namespace demarche::extract {

std::string_view data_file(std::string_view name) {
    const auto files = data_files();
    const auto found = std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& f) { return f.name == name; });
    if (found == files.end()) {
        throw Error(Exit::usage_or_system,
                    {Severity::error, "no-data", {}, "the program has no table \"" + std::string(name) + "\"", {}});
    }
    return found->text;
}

std::vector<std::vector<std::string_view>> table_rows(std::string_view text) {
    std::vector<std::vector<std::string_view>> rows;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::vector<std::string_view>& row = rows.emplace_back();
        for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
            row.push_back(line.substr(0, tab));
            line.remove_prefix(tab + 1);
        }
        row.push_back(line);
    }
    return rows;
}

} // namespace demarche::extract
