#include "base/edtf_words.hpp"
#include "base/utf8.hpp"
#include "support/random.hpp"

#include <array>
#include <gtest/gtest.h>
#include <locale.h>
#include <stdlib.h>
#include <string>
#include <time.h>

namespace demarche {
namespace {

constexpr std::array kSeeds = {
    "2025-02-18",
    "2024-02-29",
    "2025-02",
    "2025",
    "0000",
    "-0043-03-15",
    "Y170000000002",
    "Y-12000",
    "2022-23~",
    "2022-41",
    "201X",
    "-01XX",
    "2025-02-1X",
    "2025-XX-XX?",
    "?2025-~02-%18",
    "2025-02-18T14:30:59+03:00",
    "2025-02-18T23:59Z",
    "2025-02-17/2025-02-18~",
    "2022-02-24/..",
    "/2025-02-18",
    "[..2025-02-17]",
    "[2025-02-10..2025-02-16,2025-03]",
    "{1960,1961-12..}",
    "[2025-02-12,2025-02-17~,2025-03-01..2025-04?]",
    "2025-02-18T09:00Z/2025-02-18T13:30Z",
};
constexpr std::string_view kLetters = "0123456789-?~%XYTZ:+/.,[]{}uxyWSE( \xC3\x80\xFF";

std::string mutated(support::Random& random) {
    std::string text = random.pick(kSeeds);
    for (std::size_t count = random.between(1, 4); count > 0; --count) {
        const std::size_t at = random.below(text.size() + 1);
        const char letter = kLetters[random.below(kLetters.size())];
        switch (random.below(5)) {
        case 0:
            text.insert(at, 1, letter);
            break;
        case 1:
            text.erase(at, random.between(1, 3));
            break;
        case 2:
            text.replace(at, at < text.size() ? 1 : 0, 1, letter);
            break;
        case 3:
            text.insert(at, text.substr(random.below(text.size() + 1), random.between(1, 10)));
            break;
        default: {
            const std::string other = random.pick(kSeeds);
            text = text.substr(0, at) + other.substr(random.below(other.size()));
            break;
        }
        }
    }
    return text;
}

void expect_printable_words(const Edtf& date, const DateWords& how) {
    const std::string words = in_words(date, how);
    ASSERT_FALSE(words.empty()) << date.text();
    ASSERT_FALSE(first_invalid_utf8(words)) << date.text();
    ASSERT_EQ(printable(words), words) << date.text();
    ASSERT_NE(words.front(), ' ') << date.text();
    ASSERT_NE(words.back(), ' ') << date.text();
    for (const char* wrong : {"  ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "{}", "\xE2\x80\x94"}) {
        ASSERT_EQ(words.find(wrong), std::string::npos) << date.text() << ": " << words;
    }
}

void expect_sound(const Edtf& date, const std::string& text) {
    ASSERT_EQ(date.text(), text);
    const bool bounded = date.earliest() && date.latest();
    if (bounded) {
        ASSERT_LE(*date.earliest(), *date.latest()) << text;
    }
    for (const EdtfPoint& point : date.points()) {
        ASSERT_LE(point.range.first, point.range.last) << text;
        ASSERT_NE(text.find(point.text), std::string::npos);
    }
    for (const char* locale : {"en", "en-US", "de", "fr", "ru", "uk", "ar"}) {
        for (const bool year : {false, true}) {
            expect_printable_words(date, {.locale = locale, .weekday = !year, .year = year, .long_month = year});
        }
    }
}

TEST(EdtfMutations, AreReadOrRefusedAndNeverAnythingElse) {
    support::Random random(20250218);
    std::size_t accepted = 0;
    std::size_t refused = 0;
    for (int round = 0; round < 40'000; ++round) {
        const std::string text = mutated(random);
        const std::variant<Edtf, EdtfError> result = parse_edtf(text);
        if (const EdtfError* const error = std::get_if<EdtfError>(&result)) {
            ++refused;
            ASSERT_LE(error->offset, text.size()) << text;
            ASSERT_FALSE(error->message.empty()) << text;
            ASSERT_FALSE(error->hint.empty()) << text;
            ASSERT_EQ(printable(error->message + error->hint), error->message + error->hint) << text;
        } else if (!text.empty()) {
            ++accepted;
            // Words take most of the time: every form is printed often enough with a part of them.
            if (accepted % 4 == 0) {
                expect_sound(std::get<Edtf>(result), text);
            }
        }
        if (HasFatalFailure()) {
            return;
        }
    }
    EXPECT_GT(accepted, 2000U);
    EXPECT_GT(refused, 20'000U);
}

/// The same words under another locale and time zone of the process.
TEST(EdtfMutations, TheProcessLocaleChangesNothing) {
    support::Random random(7);
    const auto print_all = [](support::Random drawn) {
        std::string all;
        for (int round = 0; round < 500; ++round) {
            const std::variant<Edtf, EdtfError> result = parse_edtf(mutated(drawn));
            if (const Edtf* const date = std::get_if<Edtf>(&result)) {
                all += in_words(*date, {.locale = round % 2 == 0 ? "en" : "xx", .weekday = true}) + "\n";
            }
        }
        return all + length_in_words(0, 700, "ru") + length_in_words(0, 12345, "C");
    };
    const std::string before = print_all(random);
    const char* const zone = getenv("TZ");
    const std::string old_zone = zone == nullptr ? "" : zone;
    setenv("TZ", "Asia/Tokyo", 1);
    tzset();
    for (const char* name : {"de_DE.UTF-8", "ru_RU.UTF-8", "tr_TR.UTF-8", "C.UTF-8"}) {
        setlocale(LC_ALL, name); // where the system has it
        setenv("LC_ALL", name, 1);
        EXPECT_EQ(print_all(random), before) << name;
    }
    setlocale(LC_ALL, "C");
    unsetenv("LC_ALL");
    zone == nullptr ? unsetenv("TZ") : setenv("TZ", old_zone.c_str(), 1);
    tzset();
}

} // namespace
} // namespace demarche
