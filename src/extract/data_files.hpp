#pragma once
/// The tables of data/ that travel inside the program, turned into C++ by cmake/embed.cmake.
///
/// All are tab-separated: one row a line, `#` begins a comment line, empty lines mean nothing.

#include <span>
#include <string_view>
#include <vector>

namespace demarche::extract {

struct EmbeddedFile {
    std::string_view name; ///< of the file, without its ending
    std::string_view text;
};

/// In the order of their names.
std::span<const EmbeddedFile> data_files();

/// The text of one of them. REQUIRES: there is one of that name.
std::string_view data_file(std::string_view name);

/// The rows of a table, each as its columns; they refer to `text`.
std::vector<std::vector<std::string_view>> table_rows(std::string_view text);

} // namespace demarche::extract
