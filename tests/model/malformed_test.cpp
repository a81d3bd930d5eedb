#include "dump.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"
#include "support/random.hpp"

#include <array>
#include <functional>
#include <gtest/gtest.h>
#include <map>

namespace demarche {
namespace {

using support::Random;

/// One way in which a file goes bad.
struct Damage {
    const char* name;
    std::function<void(std::string&, Random&)> apply;
    bool always_wrong; ///< no result of it is a dossier
};

std::size_t place(const std::string& text, Random& random) {
    return random.below(text.size() + 1);
}

/// A random place behind one of the given bytes.
std::size_t place_behind(const std::string& text, char byte, Random& random) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == byte) {
            places.push_back(i + 1);
        }
    }
    return random.pick(places);
}

void flip_bytes(std::string& text, Random& random) {
    for (std::size_t i = random.between(1, 8); i > 0; --i) {
        text[random.below(text.size())] ^= static_cast<char>(1U << random.below(8));
    }
}

void delete_stretch(std::string& text, Random& random) {
    text.erase(place(text, random), random.between(1, 60));
}

void duplicate_stretch(std::string& text, Random& random) {
    const std::size_t at = place(text, random);
    text.insert(place(text, random), text.substr(at, random.between(1, 200)));
}

void truncate(std::string& text, Random& random) {
    // Never only the comment and line end behind the root.
    text.resize(random.below(text.rfind("</dossier>") + 1));
}

void swap_quotes(std::string& text, Random& random) {
    static const std::vector<std::string> kOthers{"'", "“", "”", "", "&quot;"};
    const std::size_t at = place_behind(text, '"', random) - 1;
    text.replace(at, 1, random.pick(kOthers));
}

void break_encoding(std::string& text, Random& random) {
    static const std::vector<std::string> kInvalid{
        "\xFF", "\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x80", "\xF0\x9F\x98"};
    const std::string& bytes = random.pick(kInvalid);
    // Ahead of ASCII, so that no valid sequence arises by chance.
    text.insert(place_behind(text, random.chance(50) ? '"' : '>', random) - 1, bytes);
}

void insert_control(std::string& text, Random& random) {
    static const std::string kControls("\0\x01\x08\x0B\x0C\x1F", 6);
    text.insert(place(text, random), 1, random.pick(kControls));
}

void nest_deeply(std::string& text, Random& random) {
    const std::size_t depth = random.between_skewed(1, 200'000);
    std::string opening;
    std::string closing;
    for (std::size_t i = 0; i < depth; ++i) {
        opening += "<event>";
        closing += "</event>";
    }
    text.insert(text.find("<events>") + 8, opening + (random.chance(50) ? closing : ""));
}

void swell_attribute(std::string& text, Random& random) {
    const std::string noise(random.between(1'000, 200'000), random.chance(50) ? 'x' : '7');
    const std::size_t at = place_behind(text, '=', random) + 1;
    text.insert(at, noise);
}

void swap_stretches(std::string& text, Random& random) {
    const std::size_t length = random.between(1, 40);
    const std::size_t a = random.below(text.size() - 2 * length);
    const std::size_t b = random.between(a + length, text.size() - length);
    const std::string first = text.substr(a, length);
    text.replace(a, length, text.substr(b, length));
    text.replace(b, length, first);
}

void insert_markup(std::string& text, Random& random) {
    static const std::vector<std::string> kMarkup{"<!DOCTYPE dossier [<!ENTITY a \"aaaa\">]>",
                                                  "&a;",
                                                  "&#0;",
                                                  "<",
                                                  "]]>",
                                                  "--",
                                                  "<![CDATA[",
                                                  "<?xml version=\"1.0\"?>",
                                                  "</events>",
                                                  "<cite/>",
                                                  "&"};
    text.insert(place_behind(text, '>', random), random.pick(kMarkup));
}

void garble_value(std::string& text, Random& random) {
    const std::size_t begin = place_behind(text, '=', random) + 1;
    const std::size_t end = text.find('"', begin);
    std::string value = text.substr(begin, end - begin);
    random.chance(50) ? value.push_back('#') : void(value = "no such thing");
    text.replace(begin, end - begin, value);
}

const std::array kDamages{
    Damage{"flip bytes", flip_bytes, false},
    Damage{"delete", delete_stretch, false},
    Damage{"duplicate", duplicate_stretch, false},
    Damage{"truncate", truncate, true},
    Damage{"swap quotes", swap_quotes, false},
    Damage{"break encoding", break_encoding, true},
    Damage{"control characters", insert_control, true},
    Damage{"nest deeply", nest_deeply, true},
    Damage{"swell an attribute", swell_attribute, false},
    Damage{"swap stretches", swap_stretches, false},
    Damage{"insert markup", insert_markup, true},
    Damage{"garble a value", garble_value, false},
};

/// Whether the text was refused; fails the test where that was done without a place.
bool is_refused(const std::string& text, const std::string& what) {
    Diagnostics diagnostics;
    const auto model = testing::parse_sample(text, diagnostics);
    EXPECT_TRUE(model.has_value() || diagnostics.has_errors()) << what;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        EXPECT_EQ(diagnostic.where.file, "story/ferry.xml") << what;
        EXPECT_GT(diagnostic.where.line, 0U) << what << ": " << to_text(diagnostic);
        EXPECT_GT(diagnostic.where.column, 0U) << what << ": " << to_text(diagnostic);
        EXPECT_LT(to_text(diagnostic).size(), 3000U) << what << to_text(diagnostic).substr(0, 300);
        EXPECT_EQ(to_text(diagnostic).find('\n'), std::string::npos) << what;
    }
    return diagnostics.has_errors();
}

/// Whatever is well-formed can be put into canonical form, once and for all, and says the same then.
void check_format(const std::string& text, const std::string& what) {
    Diagnostics diagnostics;
    const auto once = format_dossier(text, "story/ferry.xml", diagnostics);
    EXPECT_EQ(once.has_value(), !diagnostics.has_errors()) << what;
    if (!once) {
        return;
    }
    EXPECT_EQ(format_dossier(*once, "story/ferry.xml", diagnostics), once) << what;
    const auto before = testing::parse_sample(text, diagnostics);
    const bool good = !diagnostics.has_errors();
    const auto after = testing::parse_sample(*once, diagnostics);
    ASSERT_TRUE(before && after) << what;
    if (good) {
        EXPECT_EQ(testing::dump(*after), testing::dump(*before)) << what;
    }
}

TEST(Malformed, DossiersAreRefusedWithAPlaceAndNeverCrash) {
    std::map<std::string, std::size_t> refused;
    std::size_t total = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        for (const Damage& damage : kDamages) {
            Random random(seed);
            std::string text = testing::sample_dossier();
            damage.apply(text, random);
            const std::string what = std::string(damage.name) + ", seed " + std::to_string(seed);
            const bool bad = is_refused(text, what);
            EXPECT_TRUE(bad || !damage.always_wrong) << what << "\n" << text.substr(0, 6000);
            refused[damage.name] += bad ? 1 : 0;
            total += bad ? 1 : 0;
            check_format(text, what);
        }
    }
    for (const Damage& damage : kDamages) {
        EXPECT_GE(refused[damage.name], 10U) << damage.name;
        RecordProperty(damage.name, std::to_string(refused[damage.name]));
    }
    EXPECT_GE(total, 200U) << "enough of them must be really malformed";
    RecordProperty("refused", std::to_string(total));
}

TEST(Malformed, DossiersDamagedManyTimesNeverCrash) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Random random(seed);
        std::string text = testing::sample_dossier();
        for (std::size_t i = random.between(2, 12); i > 0; --i) {
            // What leaves the text well-formed most often, so that the later checks are reached.
            random.chance(70) ? garble_value(text, random) : delete_stretch(text, random);
            if (text.find("=\"") == std::string::npos) {
                break;
            }
        }
        is_refused(text, "seed " + std::to_string(seed));
        check_format(text, "seed " + std::to_string(seed));
    }
}

} // namespace
} // namespace demarche
