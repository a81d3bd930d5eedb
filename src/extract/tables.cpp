#include "extract/tables.hpp"

#include "base/utf8.hpp"
#include "extract/data_files.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace demarche::extract {
namespace {

std::string_view trimmed(std::string_view field) {
    constexpr std::string_view kBlanks = " \r";
    const auto first = field.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return field.substr(first, field.find_last_not_of(kBlanks) - first + 1);
}

TableRow split(std::string_view line, SourcePosition where) {
    TableRow row;
    row.where = std::move(where);
    std::size_t begin = 0;
    while (true) {
        const auto end = std::min(line.find('\t', begin), line.size());
        row.columns.push_back(count_code_points(line.substr(0, begin)) + 1);
        row.fields.emplace_back(trimmed(line.substr(begin, end - begin)));
        if (end == line.size()) {
            return row;
        }
        begin = end + 1;
    }
}

bool is_sound(const TableRow& row, std::size_t fields, Diagnostics& diagnostics) {
    if (row.fields.size() != fields) {
        const auto last = std::min(row.fields.size(), fields) - 1;
        diagnostics.error("table-fields", row.at(last),
                          "this row has " + std::to_string(row.fields.size()) + " fields, the table has " +
                              std::to_string(fields),
                          "fields are parted by one tab each; write - for an empty one");
        return false;
    }
    const auto empty = std::find(row.fields.begin(), row.fields.end(), "");
    if (empty != row.fields.end()) {
        diagnostics.error("table-empty-field", row.at(static_cast<std::size_t>(empty - row.fields.begin())),
                          "a field is empty", "write - for nothing");
        return false;
    }
    return true;
}

} // namespace

Table parse_table(std::string_view text, const std::string& file, std::size_t fields, Diagnostics& diagnostics) {
    Table table;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (const auto bad = first_invalid_utf8(line)) {
            diagnostics.error("table-not-utf8", {file, number, count_code_points(line.substr(0, *bad)) + 1},
                              "bytes that are no UTF-8", "save the table as UTF-8");
            continue;
        }
        if (trimmed(line).empty() || line.starts_with('#')) {
            continue;
        }
        auto row = split(line, {file, number, 1});
        if (is_sound(row, fields, diagnostics)) {
            table.push_back(std::move(row));
        }
    }
    return table;
}

Table load_table(std::string_view name, std::size_t fields, const TableSource& source, Diagnostics& diagnostics) {
    const auto file_name = std::string(name) + ".tsv";
    auto table = parse_table(data_file(name), file_name, fields, diagnostics);
    if (source.files == nullptr) {
        return table;
    }
    const auto path = source.folder.empty() ? file_name : source.folder + "/" + file_name;
    if (source.files->exists(path)) {
        auto own = parse_table(source.files->read(path), path, fields, diagnostics);
        std::move(own.begin(), own.end(), std::back_inserter(table));
    }
    return table;
}

} // namespace demarche::extract
