#include "extract/word_classes.hpp"

#include <algorithm>
#include <stdexcept>

namespace demarche::extract {

WordClasses::WordClasses(std::string_view table,
                         std::span<const std::string_view> classes,
                         const TableSource& source,
                         Diagnostics& diagnostics) {
    std::string all;
    for (const std::string_view name : classes) {
        all += (all.empty() ? "there are " : ", ") + std::string(name);
    }
    for (const TableRow& row : load_table(table, 2, source, diagnostics)) {
        const auto found = std::find(classes.begin(), classes.end(), row.fields[0]);
        if (found == classes.end()) {
            diagnostics.error("unknown-class", row.at(0), "no class \"" + row.fields[0] + "\"", all);
            continue;
        }
        const auto bit = std::uint32_t{1} << static_cast<unsigned>(found - classes.begin());
        std::string_view words = row.fields[1];
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            bits_[std::string(words.substr(0, end))] |= bit;
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
}

WordClasses built_in_classes(WordClasses (*read)(const TableSource&, Diagnostics&)) {
    Diagnostics diagnostics;
    WordClasses classes = read({}, diagnostics);
    if (diagnostics.has_errors()) {
        throw std::logic_error(to_text(diagnostics.all().front()));
    }
    return classes;
}

} // namespace demarche::extract
