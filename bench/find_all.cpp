// find_all [MEGABYTES] [FILE]: tokens a second of reading everything from one article of our own words (or of FILE),
// repeated to that size (10), and bytes of memory a byte of text beside the text itself. One core.

#include "base/file.hpp"
#include "base/number.hpp"
#include "extract/findings.hpp"
#include "extract/word_tables.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <utility>

namespace {

constexpr std::array<std::string_view, 10> kSentences{
    "President Ada Roe of Peru met Chancellor Jon Lind in Oslo on Tuesday, two days after talks in Lima broke down. ",
    "Roe said her government would not accept a treaty unless Chile withdrew its ships from the strait. ",
    "\"We will wait for an answer,\" Lind told reporters after the meeting, adding that he would fly to Quito on "
    "Friday. ",
    "Chilean forces shelled the port of Tacna last week, killing at least twelve people, the army said. ",
    "The foreign ministry in Santiago denied that its troops had crossed the border and accused Lima of lying. ",
    "Bolivia, which was not invited to the talks, has repeatedly called on both sides to sign a ceasefire. ",
    "According to Defence Minister Eva Dahl, the alliance is expected to send observers early next month.\n\n",
    "In March 2019, the two countries signed an agreement on fishing that neither of them has ratified. ",
    "Thousands of dock workers went on strike on Monday to demand higher pay, and police arrested nine of them. ",
    "If the price of copper falls again, analysts warned, the mines in the north might have to close.\n\n"};

/// Of the process, in bytes.
double peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

} // namespace

int main(int count, char** words) {
    using namespace demarche;
    const auto megabytes = count > 1 ? parse_integer(words[1]).value_or(10) : 10;     // NOLINT(*-pointer-arithmetic)
    const std::string file = count > 2 ? DiskReader().read(words[2]) : std::string(); // NOLINT(*-pointer-arithmetic)
    std::string text;
    for (std::size_t i = 0; text.size() < static_cast<std::size_t>(megabytes) * 1000000; ++i) {
        text += file.empty() ? kSentences.at(i % kSentences.size()) : std::string_view(file);
    }
    const auto size = static_cast<double>(text.size());
    extract::ReadArticle article;
    article.text = "Chile signs.\n"; // the tables are read before the clock runs
    const Day published = *parse_day("2024-06-12");
    const auto tables = extract::WordTables::built_in();
    extract::find_all(std::move(article), published, tables);
    const double before = peak_memory();
    article = {};
    article.text = std::move(text);
    const std::clock_t start = std::clock();
    const auto found = extract::find_all(std::move(article), published, tables);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const auto tokens = static_cast<double>(found.document.tokens.size());
    std::printf("%.0f tokens, %zu events in %.2f s of one core: %.0f tokens a second; %.1f bytes a byte of text\n",
                tokens, found.events.size(), seconds, tokens / seconds, (peak_memory() - before) / size);
    return 0;
}
