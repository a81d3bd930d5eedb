#include "support/label_generator.hpp"

#include "base/utf8.hpp"

#include <array>
#include <string_view>

namespace demarche::support {

namespace {

constexpr std::size_t kWords = 20;
using Words = std::array<std::string_view, kWords>;

// The first word of every script has one code point, so that every length can be reached.
constexpr Words kLatin = {
    "a",   "talks", "envoy",  "on",    "border", "ceasefire",  "to", "meeting",         "of",   "minister", "refuses",
    "the", "calls", "palace", "signs", "treaty", "delegation", "in", "interconnection", "offer"};
constexpr Words kAccented = {"o",
                             "cafe\u0301",
                             "the\u0301a\u0302tre",
                             "A\u030Angstro\u0308m",
                             "Vie\u0323\u0302t",
                             "n\u0303andu",
                             "s\u030Cest",
                             "c\u030Celo",
                             "za\u0308h",
                             "Lo\u0301dz\u0301",
                             "re\u0301sume\u0301",
                             "fac\u0327ade",
                             "tre\u030Cba",
                             "u\u0302ber",
                             "i\u0308le",
                             "dra\u0306ga\u0306",
                             "ko\u0308z",
                             "e\u0301te\u0301",
                             "a\u0300",
                             "q\u0307uo\u0304\u0301ta"};
constexpr Words kCyrillic = {
    "и",    "переговоры", "посол", "встреча", "в",         "министр", "граница",         "договор", "звонок", "о",
    "мире", "Їжак",       "щодо",  "Ђура",    "делегация", "обмен",   "взаимопонимание", "на",      "юге",    "съезд"};
constexpr Words kGreek = {"ο",       "συνομιλίες", "πρέσβης", "στην",   "Αθήνα",     "υπουργός", "και",
                          "συνθήκη", "για",        "ειρήνη",  "σύνορα", "κλήση",     "τα",       "αντιπροσωπεία",
                          "νέα",     "ΐδιο",       "όχι",     "Ύδρα",   "συνάντηση", "με"};
constexpr Words kArabic = {"و",      "محادثات", "السفير", "في",  "الرياض", "وزير", "لقاء", "معاهدة", "سلام",    "حدود",
                           "مكالمة", "من",      "وَفْد",    "إلى", "قمّة",    "هدنة", "رفض",  "على",    "استقبال", "قصر"};
constexpr Words kHebrew = {"ו",    "שיחות", "השגריר", "עם", "ירושלים", "שר",    "פגישה", "חוזה", "שלום", "גבול",
                           "שיחה", "אל",    "מִשְׁלַחַת",  "של", "ועידה",   "הפסקת", "אש",    "דחה",  "הצעה", "ארמון"};
constexpr Words kChinese = {"和",   "会谈", "大使",   "在",   "北京", "部长", "会见", "条约", "和平", "边界",
                            "电话", "与",   "代表团", "峰会", "停火", "拒绝", "关于", "宫殿", "提议", "签署"};
constexpr Words kDevanagari = {"व",     "वार्ता",    "राजदूत", "में",   "दिल्ली",  "मंत्री",        "बैठक",
                               "संधि",   "शांति",     "सीमा",  "फ़ोन", "के",      "प्रतिनिधिमंडल", "पर",
                               "सम्मेलन", "युद्धविराम", "इनकार", "और",  "प्रस्ताव", "महल"};

const Words& words_of(Script script) {
    switch (script) {
    case Script::latin:
        break;
    case Script::accented:
        return kAccented;
    case Script::cyrillic:
        return kCyrillic;
    case Script::greek:
        return kGreek;
    case Script::arabic:
        return kArabic;
    case Script::hebrew:
        return kHebrew;
    case Script::chinese:
        return kChinese;
    case Script::devanagari:
        return kDevanagari;
    }
    return kLatin;
}

} // namespace

std::string label(Random& random, Script script, std::size_t length, bool unbroken) {
    const Words& words = words_of(script);
    const bool spaced = script != Script::chinese && !unbroken;
    std::string text;
    std::size_t filled = 0;
    while (filled < length) {
        const std::size_t gap = spaced && filled > 0 ? 1 : 0;
        if (filled + gap >= length) {
            break;
        }
        std::string_view word = random.pick(words);
        if (filled + gap + count_code_points(word) > length) {
            word = words[0];
        }
        text += (gap > 0 ? " " : "") + std::string(word);
        filled += gap + count_code_points(word);
    }
    return text;
}

} // namespace demarche::support
