#pragma once
/// Tables of words: data/*.tsv, built into the program, which a person can add to.
///
/// UTF-8, one row a line, fields parted by one tab. Lines that are empty or begin with `#` are comments. A field is
/// kept as written, without blanks at its ends. Every row of a table has the same number of fields; none is empty (`-`
/// says "nothing").

#include "base/diagnostic.hpp"
#include "base/file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

struct TableRow {
    std::vector<std::string> fields;
    std::vector<std::size_t> columns; ///< where each field begins: code points, from 1
    SourcePosition where;             ///< of the row

    /// The place of one field, for findings.
    [[nodiscard]] SourcePosition at(std::size_t field) const { return {where.file, where.line, columns[field]}; }
};

using Table = std::vector<TableRow>;

/// Reads `text`; a row of another number of fields, an empty field and bytes that are no UTF-8 are reported as
/// `file:line:column` and the row is left out.
Table parse_table(std::string_view text, const std::string& file, std::size_t fields, Diagnostics& diagnostics);

/// Where tables are looked for. The built-in table comes first, then `folder`/NAME.tsv if there is such a file: its
/// rows add to the built-in ones, and whoever reads the table lets later rows win.
struct TableSource {
    const FileReader* files = nullptr; ///< null: built-in tables only
    std::string folder;                ///< the `data` folder beside a dossier, or one named by the user
};

/// The rows of one table. REQUIRES: `name` is that of a built-in table.
Table load_table(std::string_view name, std::size_t fields, const TableSource& source, Diagnostics& diagnostics);

} // namespace demarche::extract
