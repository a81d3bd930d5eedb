#include "base/edtf_words.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace demarche {
namespace {

/// The cells of a row of a Markdown table, without the blanks around them.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t begin = line.find('|'); begin + 1 < line.size();) {
        const std::size_t end = line.find(" |", begin + 1);
        if (end == std::string::npos) {
            break;
        }
        cells.push_back(line.substr(begin + 2, end - begin - 2));
        begin = end + 1;
    }
    return cells;
}

/// The rows of docs/dates.md whose first cell is a form in backticks, and that have `count` cells.
std::vector<std::vector<std::string>> rows(std::size_t count) {
    std::ifstream file(DEMARCHE_SOURCE_DIR "/docs/dates.md");
    EXPECT_TRUE(file) << "docs/dates.md is missing";
    std::vector<std::vector<std::string>> result;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells = line.rfind("| `", 0) == 0 ? cells_of(line) : std::vector<std::string>();
        if (cells.size() == count) {
            cells[0] = cells[0].substr(1, cells[0].size() - 2);
            result.push_back(cells);
        }
    }
    return result;
}

std::string day_text(std::optional<Day> day) {
    return day ? to_iso(*day) : "–";
}

/// The columns from the fifth, as docs/dates.md heads them.
constexpr std::array kLanguages{"en", "de", "fr", "ru", "uk", "ar"};

/// With UPDATE_GOLDEN=1 the columns of the languages are written as they are printed, for a person to read.
void update_rows() {
    std::ifstream file(DEMARCHE_SOURCE_DIR "/docs/dates.md");
    std::string text;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> cells = line.rfind("| `", 0) == 0 ? cells_of(line) : std::vector<std::string>();
        if (cells.size() >= 8) {
            const auto result = parse_edtf(cells[0].substr(1, cells[0].size() - 2));
            line = "| " + cells[0] + " | " + cells[1] + " | " + cells[2] + " | " + cells[3] + " |";
            for (const char* language : kLanguages) {
                line += " " + in_words(std::get<Edtf>(result), {.locale = language}) + " |";
            }
        }
        text += line + "\n";
    }
    std::ofstream(DEMARCHE_SOURCE_DIR "/docs/dates.md") << text;
}

TEST(DatesDocument, EveryRowIsWhatTheProgramDoes) {
    if (std::getenv("UPDATE_GOLDEN") != nullptr) { // NOLINT(concurrency-mt-unsafe)
        update_rows();
        return;
    }
    const auto table = rows(4 + kLanguages.size());
    EXPECT_GE(table.size(), 40U);
    for (const std::vector<std::string>& row : table) {
        const std::variant<Edtf, EdtfError> result = parse_edtf(row[0]);
        const Edtf* const date = std::get_if<Edtf>(&result);
        ASSERT_NE(date, nullptr) << row[0];
        EXPECT_EQ(day_text(date->earliest()), row[2]) << row[0];
        EXPECT_EQ(day_text(date->latest()), row[3]) << row[0];
        for (std::size_t i = 0; i < kLanguages.size(); ++i) {
            EXPECT_EQ(in_words(*date, {.locale = kLanguages.at(i)}), row[4 + i]) << row[0];
        }
    }
}

TEST(DatesDocument, EveryRefusalIsWhatTheProgramSays) {
    const auto table = rows(3);
    EXPECT_GE(table.size(), 25U);
    for (const std::vector<std::string>& row : table) {
        const std::variant<Edtf, EdtfError> result = parse_edtf(row[0]);
        const EdtfError* const error = std::get_if<EdtfError>(&result);
        ASSERT_NE(error, nullptr) << row[0];
        EXPECT_EQ(error->message, row[1]) << row[0];
        EXPECT_EQ(error->hint, row[2]) << row[0];
    }
}

} // namespace
} // namespace demarche
