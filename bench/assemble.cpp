// bench_assemble ARTICLES BYTES: so many generated articles of so many bytes each, from text to a dossier. Prints what
// each stage takes, tokens a second and the peak of memory. The texts are made one by one: none stays.

#include "base/number.hpp"
#include "extract/article_texts.hpp"
#include "extract/document.hpp"
#include "reading.hpp"
#include "story.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <vector>

namespace demarche::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double peak_mib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Articles in words of no newspaper; the same for the same number.
class Writer {
public:
    explicit Writer(std::uint64_t number) : state_(number * 0x9E3779B97F4A7C15U + 1), number_(number) {}

    std::string article(std::size_t bytes) {
        std::string text = "Title: Report " + std::to_string(number_) + "\nPublished: 2031-05-" +
                           std::to_string(10 + number_ % 19) + "\nOutlet: The Courier\n\n";
        std::size_t sentences = 0;
        while (text.size() < bytes) {
            text += sentence();
            text += ++sentences % 3 == 0 ? "\n\n" : " ";
        }
        return text + "\n";
    }

private:
    std::size_t below(std::size_t limit) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>(state_ % limit);
    }

    template <std::size_t Count>
    std::string_view pick(const std::array<std::string_view, Count>& words) {
        return words.at(below(Count));
    }

    /// One of many persons, a few of whom are named everywhere.
    std::string person(bool with_title) {
        static constexpr std::array<std::string_view, 12> kGiven{"Ada",  "Luis", "Rita",  "Tomas", "Ines", "Omar",
                                                                 "Mina", "Karl", "Sofia", "Ivan",  "Hana", "Noel"};
        static constexpr std::array<std::string_view, 12> kBegin{"Cal", "Ver", "Mor", "Tas", "Bel", "Dor",
                                                                 "Fen", "Gar", "Hol", "Jan", "Kor", "Lam"};
        static constexpr std::array<std::string_view, 10> kEnd{"der",  "ana",  "ini",  "olt",   "eska",
                                                               "ario", "unov", "ello", "ansen", "itz"};
        static constexpr std::array<std::string_view, 5> kTitles{"Peruvian Foreign Minister", "Kenyan President",
                                                                 "Finnish Prime Minister", "mayor", "Defense Minister"};
        const std::size_t who = below(4) == 0 ? below(kGiven.size() * kBegin.size() * kEnd.size()) : below(20);
        std::string name(kGiven.at(who % kGiven.size()));
        name += " ";
        name += kBegin.at(who / kGiven.size() % kBegin.size());
        name += kEnd.at(who / kGiven.size() / kBegin.size() % kEnd.size());
        return with_title ? std::string(kTitles.at(who % kTitles.size())) + " " + name : name;
    }

    std::string sentence() {
        static constexpr std::array<std::string_view, 6> kDays{"Monday",    "Tuesday",  "last week",
                                                               "yesterday", "in March", "on February 3, 2030"};
        static constexpr std::array<std::string_view, 5> kPlaces{"Lima", "Nairobi", "Geneva", "Cairo", "Helsinki"};
        std::string text;
        switch (below(6)) {
        case 0:
            text = person(true) + " met " + person(true) + " in ";
            text += pick(kPlaces);
            return text + " " + std::string(pick(kDays)) + ".";
        case 1:
            return person(true) + " spoke by phone with " + person(false) + " " + std::string(pick(kDays)) + ".";
        case 2:
            return "\"We shall go on until the work is done,\" said " + person(true) + ", who leads the party.";
        case 3:
            text = "The price of bread and the state of the roads were on the minds of those who had come to ";
            text += pick(kPlaces);
            return text + " for the market and who did not expect much of the talks.";
        case 4:
            text = person(true) + " will travel to ";
            text += pick(kPlaces);
            return text + " next week, a spokesman said.";
        default:
            return "The army attacked a depot near the border, according to " + person(true) + ".";
        }
    }

    std::uint64_t state_;
    std::uint64_t number_;
};

/// Writes an article whenever somebody reads it.
class Written final : public FileReader {
public:
    explicit Written(std::size_t bytes) : bytes_(bytes) {}

    [[nodiscard]] std::string read(const std::string& path, std::size_t /*limit*/) const override {
        return Writer(static_cast<std::uint64_t>(parse_integer(path).value_or(0))).article(bytes_);
    }

    [[nodiscard]] bool exists(const std::string& /*path*/) const override { return true; }

private:
    std::size_t bytes_;
};

int measure(std::size_t articles, std::size_t bytes) {
    const Written files(bytes);
    Diagnostics diagnostics;
    const ArticleReader reader({}, diagnostics);
    const std::size_t tokens = extract::cut(files.read("1", 0)).tokens.size() * articles;
    auto start = Clock::now();
    double writing = 0;
    std::vector<assemble::Gist> gists;
    for (std::size_t i = 1; i <= articles; ++i) {
        const auto begun = Clock::now();
        const std::string text = files.read(std::to_string(i), 0);
        writing += seconds_since(begun);
        Article known;
        known.id = "a" + std::to_string(i);
        known.file = std::to_string(i);
        if (auto read = reader.read(text, known.file, known, "", diagnostics)) {
            gists.push_back(std::move(read->gist));
        }
    }
    const double read = seconds_since(start) - writing;
    const double read_peak = peak_mib();
    start = Clock::now();
    assemble::Assembled found = assemble::assemble(gists, reader.lexicon());
    gists.clear();
    const double assembled = seconds_since(start);
    const std::size_t events = found.model.events.size();
    const std::size_t actors = found.model.actors.size();
    std::printf("%zu articles of %zu bytes, about %zu tokens: read %.2f s (%.0f tokens a second, %.0f MiB)\n", articles,
                bytes, tokens, read, static_cast<double>(tokens) / read, read_peak);
    std::printf("  assemble %.2f s (%zu actors, %zu events, %.0f MiB)\n", assembled, actors, events, peak_mib());
    start = Clock::now();
    const bool grown =
        grow_dossier({"", ""}, {}, std::move(found), extract::ArticleTexts(files), diagnostics).has_value();
    const double merged = seconds_since(start);
    std::printf("  merge, write and check %.2f s%s (%.0f MiB)\n", merged, grown ? "" : ": no dossier came of it",
                peak_mib());
    std::printf("  in all %.0f tokens a second, %.1f bytes of memory a byte of text\n",
                static_cast<double>(tokens) / (read + assembled + merged),
                peak_mib() * 1024 * 1024 / static_cast<double>(articles * bytes));
    return 0;
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    const auto articles = count == 3 ? demarche::parse_integer(words[1]) : std::nullopt;
    const auto bytes = count == 3 ? demarche::parse_integer(words[2]) : std::nullopt;
    if (!articles || !bytes || *articles < 1 || *bytes < 1) {
        std::fputs("usage: bench_assemble ARTICLES BYTES\n", stderr);
        return 2;
    }
    return demarche::bench::measure(static_cast<std::size_t>(*articles), static_cast<std::size_t>(*bytes));
}
