// find_times FOLDER [REPEAT]: every expression of time in FOLDER/txt/NAME.txt as a line of JSON (doc, start, end in
// code points, type, value, mod), for a scorer; the day of publication of each stands in FOLDER/dct.tsv (name, tab,
// date). On stderr: tokens a second for cutting and for finding, each text read REPEAT times.

#include "base/file.hpp"
#include "base/number.hpp"
#include "base/utf8.hpp"
#include "extract/timex.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace demarche::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Totals {
    std::size_t tokens = 0;
    double cutting = 0; ///< seconds
    double finding = 0;
};

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void print(const std::string& name, const extract::Document& document, const std::vector<extract::Timex>& found) {
    constexpr std::array<const char*, 4> kKinds{"DATE", "TIME", "DURATION", "SET"};
    const std::string_view text = document.text;
    for (const auto& timex : found) {
        const auto start = count_code_points(text.substr(0, timex.span.begin));
        const auto end = start + count_code_points(document.words(timex.span));
        std::printf(R"({"doc":"%s","start":%zu,"end":%zu,"type":"%s","value":"%s","mod":"%s","when":"%s"})"
                    "\n",
                    name.c_str(), start, end, kKinds.at(static_cast<std::size_t>(timex.kind)), timex.value.c_str(),
                    timex.mod.c_str(), timex.when.text().c_str());
    }
}

void measure(const std::string& name, const std::string& text, Day published, long long repeat, Totals& totals) {
    for (long long i = 0; i < repeat; ++i) {
        const auto start = Clock::now();
        const auto document = extract::cut(text);
        totals.cutting += seconds_since(start);
        const auto middle = Clock::now();
        const auto found = extract::find_times(document, published);
        totals.finding += seconds_since(middle);
        totals.tokens += document.tokens.size();
        if (i == 0) {
            print(name, document, found);
        }
    }
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: find_times FOLDER [REPEAT]\n", stderr);
        return 2;
    }
    const demarche::DiskReader files;
    const std::string folder = words[1];
    const auto repeat = count > 2 ? demarche::parse_integer(words[2]).value_or(1) : 1;
    demarche::bench::Totals totals;
    const auto index = files.read(folder + "/dct.tsv");
    for (std::size_t at = 0; at < index.size();) {
        const auto end = std::min(index.find('\n', at), index.size());
        const auto tab = index.find('\t', at);
        const auto published =
            tab < end ? demarche::parse_day(index.substr(tab + 1, std::min<std::size_t>(10, end - tab - 1)))
                      : std::nullopt;
        if (published) {
            const auto name = index.substr(at, tab - at);
            demarche::bench::measure(name, files.read(std::string(folder).append("/txt/").append(name).append(".txt")),
                                     *published, repeat, totals);
        }
        at = end + 1;
    }
    std::fprintf(stderr, "%zu tokens; cut %.0f a second, find times %.0f a second, both %.0f a second\n", totals.tokens,
                 static_cast<double>(totals.tokens) / totals.cutting,
                 static_cast<double>(totals.tokens) / totals.finding,
                 static_cast<double>(totals.tokens) / (totals.cutting + totals.finding));
    return 0;
}
