#include "extract/event_words.hpp"

#include "model/event_type.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {

namespace {

using Names = std::vector<std::string_view>;

Names parts_of(std::string_view text, char sign) {
    Names parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(sign), text.size());
        if (end > 0) {
            parts.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/// The rules of English spelling for "s", "ed" and "ing".
std::string third_person(const std::string& base) {
    const char last = base.back();
    if (last == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2])) {
        return base.substr(0, base.size() - 1) + "ies";
    }
    const bool hisses =
        last == 's' || last == 'x' || last == 'z' || last == 'o' || base.ends_with("ch") || base.ends_with("sh");
    return base + (hisses ? "es" : "s");
}

std::string past_tense(const std::string& base, bool doubled) {
    const char last = base.back();
    if (last == 'e') {
        return base + "d";
    }
    if (last == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2])) {
        return base.substr(0, base.size() - 1) + "ied";
    }
    return doubled ? base + last + "ed" : base + "ed";
}

std::string gerund(const std::string& base, bool doubled) {
    if (base.ends_with("ie")) {
        return base.substr(0, base.size() - 2) + "ying";
    }
    if (base.back() == 'e' && !base.ends_with("ee") && !base.ends_with("oe") && base.size() > 2) {
        return base.substr(0, base.size() - 1) + "ing";
    }
    return doubled ? base + base.back() + "ing" : base + "ing";
}

} // namespace

/// Fills the tables.
class EventWordsBuilder {
public:
    EventWordsBuilder(EventWords& words, Diagnostics& diagnostics) : into_(words), diagnostics_(diagnostics) {
        into_.words_.emplace_back(); // no word
    }

    void read(const TableSource& source) {
        for (const TableRow& row : load_table("clause_words", 2, source, diagnostics_)) {
            read_class(row);
        }
        for (const TableRow& row : load_table("speech_verbs", 3, source, diagnostics_)) {
            read_speech_verb(row);
        }
        for (const TableRow& row : load_table("plain_verbs", 2, source, diagnostics_)) {
            add_forms(verb(row.fields[0]), row.fields[0], row.fields[1]);
        }
        for (const TableRow& row : load_table("verbs", 9, source, diagnostics_)) {
            read_sense(row);
        }
    }

private:
    std::uint32_t id(std::string_view word) {
        const auto [at, fresh] =
            into_.ids_.try_emplace(std::string(word), static_cast<std::uint32_t>(into_.words_.size()));
        if (fresh) {
            into_.words_.emplace_back();
            into_.words_.back().id = at->second;
        }
        return at->second;
    }

    void wrong(const TableRow& row, std::size_t field, const std::string& what) {
        diagnostics_.error("event-words", row.at(field), what + " \"" + row.fields[field] + "\"",
                           "see the head of the table");
    }

    void read_class(const TableRow& row) {
        static constexpr std::array<std::string_view, 32> kNames{
            "det",    "quantifier", "possessive", "prep",    "be",       "have",     "do",      "will",
            "would",  "may",        "must",       "not",     "past",     "and",      "but",     "if",
            "when",   "time",       "other",      "that",    "relative", "question", "subject", "object",
            "adverb", "repeated",   "people",     "control", "crowd",    "noun",     "account", "doubted"};
        const auto* const found = std::find(kNames.begin(), kNames.end(), row.fields[0]);
        if (found == kNames.end()) {
            wrong(row, 0, "no class of words");
            return;
        }
        for (const std::string_view word : parts_of(row.fields[1], ' ')) {
            into_.words_[id(word)].classes |= 1U << static_cast<unsigned>(found - kNames.begin());
        }
    }

    std::uint16_t verb(const std::string& base) {
        const auto [at, fresh] = verbs_.try_emplace(base, static_cast<std::uint16_t>(into_.verbs_.size()));
        if (fresh) {
            into_.verbs_.emplace_back();
            into_.verbs_.back().base = base;
        }
        return at->second;
    }

    void add_form(std::uint16_t verb, std::string_view word, unsigned forms) {
        ClauseWord& entry = into_.words_[id(word)];
        if (entry.verb == kNoVerb || entry.verb == verb) {
            entry.verb = verb;
            entry.forms = static_cast<std::uint8_t>(entry.forms | forms);
        }
    }

    void add_forms(std::uint16_t verb, const std::string& base, const std::string& written) {
        constexpr auto kPast = static_cast<unsigned>(VerbForm::past);
        constexpr auto kParticiple = static_cast<unsigned>(VerbForm::participle);
        Names forms = written == "-" ? Names() : parts_of(written, ' ');
        const bool doubled = !forms.empty() && forms.back() == "*";
        if (doubled) {
            forms.pop_back();
        }
        add_form(verb, base, static_cast<unsigned>(VerbForm::base));
        add_form(verb, third_person(base), static_cast<unsigned>(VerbForm::third));
        add_form(verb, gerund(base, doubled), static_cast<unsigned>(VerbForm::gerund));
        if (forms.empty()) {
            add_form(verb, past_tense(base, doubled), kPast | kParticiple);
        } else {
            add_form(verb, forms.front(), forms.size() == 1 ? kPast | kParticiple : kPast);
            add_form(verb, forms.back(), forms.size() == 1 ? kPast | kParticiple : kParticiple);
        }
    }

    /// Its forms are written out: "says said saying", "writes wrote written writing".
    void read_speech_verb(const TableRow& row) {
        const std::uint16_t index = verb(row.fields[0]);
        into_.verbs_[index].says = true;
        add_form(index, row.fields[0], static_cast<unsigned>(VerbForm::base));
        const Names forms = parts_of(row.fields[1], ' ');
        for (std::size_t f = 0; f < forms.size(); ++f) {
            const bool gerund = forms[f].ends_with("ing");
            const bool third = f == 0 && forms[f].ends_with('s');
            unsigned form = static_cast<unsigned>(VerbForm::participle);
            if (gerund) {
                form = static_cast<unsigned>(VerbForm::gerund);
            } else if (third) {
                form = static_cast<unsigned>(VerbForm::third);
            } else if (f == 1) {
                form = static_cast<unsigned>(VerbForm::past);
                const bool only = f + 1 == forms.size() || forms[f + 1].ends_with("ing");
                form |= only ? static_cast<unsigned>(VerbForm::participle) : 0U;
            }
            add_form(index, forms[f], form);
        }
    }

    void read_sense(const TableRow& row) {
        const std::string& base = row.fields[0];
        const bool known = verbs_.contains(base);
        const std::uint16_t index = verb(base);
        if (!known || row.fields[1] != "-") {
            add_forms(index, base, row.fields[1]);
        }
        VerbSense sense;
        if (!read_needs(row, sense) || !read_type(row, sense)) {
            return;
        }
        sense.cameo = row.fields[4] == "-" ? std::string() : row.fields[4];
        const auto subject = role(row.fields[5]);
        const auto object = role(row.fields[6]);
        const auto complement = complement_of(row.fields[8]);
        if (!subject || !object || !complement) {
            wrong(row, !subject ? 5 : !object ? 6 : 8, "neither role nor complement");
            return;
        }
        sense.subject = *subject;
        sense.object = *object;
        sense.complement = *complement;
        const std::string_view others = row.fields[7] == "-" ? std::string_view() : std::string_view(row.fields[7]);
        for (const std::string_view part : parts_of(others, ',')) {
            const std::size_t sign = part.find('=');
            const auto as = sign == std::string_view::npos ? std::nullopt : role(part.substr(sign + 1));
            if (!as) {
                wrong(row, 7, "no preposition with a role");
                return;
            }
            sense.prepositions.emplace_back(id(part.substr(0, sign)), *as);
        }
        into_.verbs_[index].senses.push_back(std::move(sense));
    }

    bool read_needs(const TableRow& row, VerbSense& sense) {
        if (row.fields[2] == "-") {
            return true;
        }
        for (const std::string_view part : parts_of(row.fields[2], ' ')) {
            auto need = need_of(part);
            if (!need) {
                wrong(row, 2, "no need");
                return false;
            }
            sense.needs.push_back(std::move(*need));
        }
        return true;
    }

    std::optional<SenseNeed> need_of(std::string_view part) {
        using enum SenseNeed::Kind;
        static const std::array<std::pair<std::string_view, SenseNeed::Kind>, 9> words{
            std::pair{"obj", object}, {"who", actor_object},    {"none", no_object},
            {"noun", noun_object},    {"snoun", noun_subject},  {"to", infinitive},
            {"that", clause},         {"actor", actor_subject}, {"place", place}};
        const auto* const found =
            std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.first == part; });
        if (found != words.end()) {
            return SenseNeed{found->second, {}};
        }
        SenseNeed need;
        if (part.starts_with("s=")) {
            need.kind = subject_word;
            part.remove_prefix(2);
        } else if (part.starts_with('=')) {
            need.kind = object_word;
            part.remove_prefix(1);
        } else if (part.starts_with('@')) {
            need.kind = part.ends_with('!') ? actor_behind_preposition : preposition;
            part = part.substr(1, part.size() - (part.ends_with('!') ? 2 : 1));
        } else if (part.starts_with('~')) {
            need.kind = word;
            part.remove_prefix(1);
        } else {
            return std::nullopt;
        }
        for (const std::string_view word : parts_of(part, '|')) {
            need.words.push_back(id(word));
        }
        return need;
    }

    bool read_type(const TableRow& row, VerbSense& sense) {
        static const std::array<std::pair<std::string_view, NounEffect>, 9> effects{
            std::pair{"+", NounEffect::occurred},  {"+planned", NounEffect::planned},
            {"+cancelled", NounEffect::cancelled}, {"+postponed", NounEffect::postponed},
            {"+ongoing", NounEffect::ongoing},     {"+denied", NounEffect::denied},
            {"+attend", NounEffect::attend},       {"+absent", NounEffect::absent},
            {"+none", NounEffect::nothing}};
        const std::string& text = row.fields[3];
        if (text == "-") {
            return true;
        }
        const auto* const found =
            std::find_if(effects.begin(), effects.end(), [&](const auto& each) { return each.first == text; });
        if (found != effects.end()) {
            sense.noun = found->second;
            return true;
        }
        const auto& known = known_event_types();
        if (std::find(known.begin(), known.end(), text) == known.end()) {
            wrong(row, 3, "no type of event");
            return false;
        }
        sense.type = event_type(text);
        return true;
    }

    static std::optional<Role> role(std::string_view text) {
        constexpr std::string_view kLetters = "-psthkamxw";
        const std::size_t at = text.size() == 1 ? kLetters.find(text[0]) : std::string_view::npos;
        return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<Role>(at));
    }

    static std::optional<Complement> complement_of(std::string_view text) {
        constexpr std::array<std::string_view, 6> kNames{"-", "plan", "real", "aim", "deny", "doubt"};
        const auto* const found = std::find(kNames.begin(), kNames.end(), text);
        return found == kNames.end() ? std::nullopt : std::optional(static_cast<Complement>(found - kNames.begin()));
    }

    EventWords& into_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string, std::uint16_t> verbs_;
};

EventWords::EventWords(const TableSource& source, Diagnostics& diagnostics) {
    EventWordsBuilder(*this, diagnostics).read(source);
}

const EventWords& EventWords::built_in() {
    static const EventWords words = [] {
        Diagnostics diagnostics;
        return EventWords(TableSource{}, diagnostics);
    }();
    return words;
}

} // namespace demarche::extract
