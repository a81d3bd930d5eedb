#include "extract/speech_acts.hpp"

#include "extract/speakers.hpp"

#include <algorithm>
#include <string>

namespace demarche::extract {
namespace {

constexpr std::uint32_t kThatReach = 14; ///< tokens from the verb to its "that"

/// Behind the last token before `i` that is no adverb, weekday or "on Tuesday".
std::uint32_t before_fillers(const SpeechText& text, std::uint32_t i) {
    std::uint32_t behind = i;
    while (behind > text.sentence().first && text.token(behind - 1).kind == TokenKind::word &&
           is_filler(text.word(behind - 1))) {
        --behind;
    }
    const bool dated =
        behind < i && behind > text.sentence().first && text.word(behind - 1) == "on" && text.token(behind).capital;
    return dated ? behind - 1 : behind;
}

/// Whether a form that may be a noun is a verb by what stands before it.
bool acts(const std::string& form, const std::string& before, bool capital) {
    const bool third_person = form.ends_with('s') && form != "stress";
    return is_pronoun(before) || (third_person && capital);
}

bool is_introduced(const SpeechText& text, std::uint32_t i) {
    return i + 1 < text.sentence().last && (text.word(i + 1) == "that" || text.is_sign(i + 1, ":"));
}

/// Whether the verb at `i` tells of something said: it is no noun, not passive, not denied, not to come.
bool tells(const SpeechText& text, std::uint32_t i, std::uint32_t behind) {
    const std::string form = text.word(i);
    const bool participle = form.ends_with("ing");
    const bool at_start = behind == text.sentence().first;
    const std::string before = at_start ? std::string() : text.word(behind - 1);
    if (is_unsaid(before) || (is_be(before) && !participle) || before == "'s" || before == "’s") {
        return false;
    }
    if (!participle && (is_determiner(before) || (is_preposition(before) && behind == i))) {
        return false;
    }
    return !is_noun_too(form) || acts(form, before, !at_start && text.token(behind - 1).capital) ||
           is_introduced(text, i);
}

/// Behind the verb's own "that"; 0 where it has none.
std::uint32_t that_behind(const SpeechText& text, const Act& act) {
    std::uint32_t i = act.behind;
    if (i >= text.sentence().last) {
        return 0;
    }
    const std::string first = text.word(i);
    const bool may_wait = is_filler(first) || is_preposition(first) || act.kind == SayingKind::hearer || act.inverted;
    for (const std::uint32_t end = std::min(i + (may_wait ? kThatReach : 1), text.sentence().last); i < end; ++i) {
        if (!text.quoted(i) && text.word(i) == "that") {
            return i + 1 < text.sentence().last ? i + 1 : 0;
        }
        if (!text.quoted(i) && (text.is_punctuation(i) || is_finite(text.word(i)))) {
            return 0;
        }
    }
    return 0;
}

/// A verb behind a comma or a quotation: "Ann Roe, the mayor, said", "“...,” said Ann Roe".
std::optional<Act> beside_sign(const SpeechText& text, Act act, std::uint32_t behind) {
    const bool at_start = behind == text.sentence().first;
    const std::uint32_t sign = at_start ? behind : behind - 1;
    if (!at_start && text.is_sign(sign, ",")) {
        if (const Run name = name_with_apposition(text, sign); !name.empty()) {
            act.speaker = name;
            act.start = name.begin;
            return act;
        }
    }
    const bool fits = at_start || text.is_sign(sign, ",") || text.token(sign).kind == TokenKind::close_quote ||
                      text.is_sign(sign, "—") || text.is_sign(sign, "–");
    act.speaker = fits ? name_behind(text, act.verb + 1) : Run{};
    act.inverted = true;
    act.behind = act.speaker.end;
    const bool clause = that_behind(text, act) != 0; // "..., told the Courier that": no speaker stands there
    return act.speaker.empty() || clause ? std::nullopt : std::optional(act);
}

/// The token behind "," or ":"; with `quote` only a quotation is content there.
std::uint32_t begin_behind_sign(const SpeechText& text, std::uint32_t i, bool quote) {
    const bool sign = i < text.sentence().last && (text.is_sign(i, ",") || text.is_sign(i, ":"));
    i += sign ? 1 : 0;
    if (i >= text.sentence().last ||
        (!text.quoted(i) && (quote || (sign && !text.is_sign(i - 1, ":")) || text.is_punctuation(i)))) {
        return text.sentence().last;
    }
    return text.word(i) == "and" || text.word(i) == "but" ? text.sentence().last : i;
}

/// "told reporters", "told the Courier": behind who was told.
std::uint32_t behind_hearer(const SpeechText& text, std::uint32_t i) {
    const std::uint32_t begin = i;
    while (i < text.sentence().last && !text.quoted(i) && !text.is_punctuation(i)) {
        const std::string each = text.word(i);
        const bool new_clause = i > begin && (is_pronoun(each) || (is_determiner(each) && !text.token(i).capital) ||
                                              is_preposition(each) || is_filler(each));
        const bool name_ends = i > begin && text.token(i).capital && !text.token(i - 1).capital &&
                               !is_determiner(text.word(i - 1)) && text.word(i - 1) != "and" &&
                               text.word(i - 1) != "of";
        if (new_clause || name_ends) {
            break;
        }
        ++i;
    }
    return i;
}

} // namespace

std::optional<Act> act_at(const SpeechText& text, std::uint32_t i, SayingKind kind, const Run& last_speaker) {
    const bool participle = text.word(i).ends_with("ing");
    const std::uint32_t behind = before_fillers(text, i); // behind the last token that is no filler
    if (!tells(text, i, behind)) {
        return std::nullopt;
    }
    Act act{i, kind, {}, i, false, i + 1};
    if (behind == text.sentence().first || text.is_punctuation(behind - 1)) {
        if (participle) {
            act.speaker = last_speaker.empty() ? leading_name(text) : last_speaker;
            return act;
        }
        return beside_sign(text, act, behind);
    }
    const std::string before = text.word(behind - 1);
    const bool named = text.token(behind - 1).capital || is_pronoun(before);
    if (participle && named) { // "despite Ann Roe saying"
        act.speaker = capitals_before(text, behind);
        act.start = act.speaker.begin;
        return act;
    }
    if (participle || before == "and" || before == "but") {
        act.speaker = last_speaker.empty() ? leading_name(text) : last_speaker;
        return act;
    }
    act.speaker = name_before(text, behind);
    act.start = act.speaker.begin;
    return act.speaker.empty() ? std::nullopt : std::optional(act);
}

std::uint32_t content_behind(const SpeechText& text, const Act& act) {
    std::uint32_t i = act.behind;
    const std::uint32_t that = that_behind(text, act);
    if (that != 0) {
        return that;
    }
    if (act.kind == SayingKind::hearer) {
        i = behind_hearer(text, i);
    }
    while (i < text.sentence().last && text.token(i).kind == TokenKind::word && is_filler(text.word(i)) &&
           !text.quoted(i)) {
        ++i;
    }
    // "in a statement": to the comma, the quotation or the end
    if (i < text.sentence().last && !text.quoted(i) && is_preposition(text.word(i))) {
        while (i < text.sentence().last && !text.quoted(i) && !text.is_punctuation(i)) {
            ++i;
        }
        return i < text.sentence().last && (text.is_sign(i, ",") || text.is_sign(i, ":"))
                   ? begin_behind_sign(text, i, true)
                   : text.sentence().last;
    }
    return begin_behind_sign(text, i, act.inverted);
}

} // namespace demarche::extract
