#include "extract/speakers.hpp"

#include "extract/speech_words.hpp"

#include <string>

namespace demarche::extract {
namespace {

constexpr std::uint32_t kLongestName = 25;       ///< tokens of a speaker
constexpr std::uint32_t kLongestApposition = 20; ///< tokens between two commas behind a name

/// Without "But" or "On Monday" ahead of the name; a pronoun is the whole of it.
Run trimmed_name(const SpeechText& text, Run run) {
    if (run.empty()) {
        return run;
    }
    if (is_pronoun(text.word(run.end - 1))) {
        return {run.end - 1, run.end};
    }
    while (!run.empty() && (text.word(run.begin) == "and" || text.word(run.begin) == "but" ||
                            text.word(run.begin) == "so" || is_filler(text.word(run.begin)))) {
        ++run.begin;
    }
    if (run.empty() || !is_preposition(text.word(run.begin))) {
        return run;
    }
    // "In a statement Ann Roe": back from the verb to where the name begins.
    std::uint32_t begin = run.end;
    while (begin > run.begin + 1) {
        const std::uint32_t i = begin - 1;
        const bool part = text.token(i).capital && !is_filler(text.word(i));
        const bool noun = begin == run.end || !text.token(begin).capital;
        if (!part && (!noun || is_preposition(text.word(i)) || text.token(i).kind == TokenKind::number)) {
            break;
        }
        begin = i;
        if (is_determiner(text.word(i))) {
            break;
        }
    }
    return {begin, run.end};
}

/// A determiner or genitive, as a role has one.
bool has_owner(const SpeechText& text, const Run& run) {
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
        const std::string each = text.word(i);
        if (each == "'s" || each == "’s" || is_determiner(each) || text.token(i).capital) {
            return true;
        }
    }
    return false;
}

} // namespace

Run name_before(const SpeechText& text, std::uint32_t end) {
    std::uint32_t begin = end;
    std::uint32_t conjunction = 0; // behind the last "and"
    bool clause = false;           // another verb stands before: what "and" parts is not one name
    while (begin > text.sentence().first && end - begin < kLongestName) {
        const std::uint32_t i = begin - 1;
        const std::string each = text.word(i);
        if (text.quoted(i) || text.is_punctuation(i) || is_clause_word(each)) {
            break;
        }
        if (is_finite(each) ||
            (saying_kind(each) != SayingKind::none && !text.token(i).capital && !is_noun_too(each))) {
            clause = true;
            break;
        }
        conjunction = each == "and" ? begin : conjunction;
        --begin;
    }
    begin = (clause || end - begin >= kLongestName) && conjunction != 0 ? conjunction : begin;
    return trimmed_name(text, {begin, end});
}

Run name_with_apposition(const SpeechText& text, std::uint32_t comma) {
    std::uint32_t other = comma;
    while (other > text.sentence().first && comma - other < kLongestApposition &&
           !(other < comma && text.is_sign(other, ","))) {
        --other;
    }
    if (!text.is_sign(other, ",") || other == comma || other + 1 == comma || other == text.sentence().first ||
        text.quoted(other)) {
        return {};
    }
    const std::string first = text.word(other + 1);
    const bool apposition = is_determiner(first) || first == "who" || first == "which" || first == "whose" ||
                            !text.token(other + 1).capital;
    const Run name = name_before(text, other);
    // "the mayor's adviser, Ann Roe,": a role, then the name
    const bool role = !name.empty() && !text.token(name.end - 1).capital && comma - other <= 6 &&
                      text.token(other + 1).capital && text.token(comma - 1).capital && has_owner(text, name);
    if (role) {
        return {name.begin, comma};
    }
    const bool named = !name.empty() && (text.token(name.end - 1).capital || text.word(name.end - 1).ends_with("."));
    return apposition && named ? name : Run{};
}

Run name_behind(const SpeechText& text, std::uint32_t begin) {
    std::uint32_t end = begin;
    bool capital = false;
    for (; end < text.sentence().last && end - begin < kLongestName; ++end) {
        const std::string each = text.word(end);
        if (text.is_punctuation(end) || is_preposition(each) || is_filler(each) || is_clause_word(each)) {
            break;
        }
        if (is_finite(each) || (is_pronoun(each) && end > begin)) {
            return {};
        }
        capital = capital || text.token(end).capital;
    }
    if (begin == end) {
        return {};
    }
    const std::string first = text.word(begin);
    return capital || is_determiner(first) || is_pronoun(first) || end - begin == 1 ? Run{begin, end} : Run{};
}

Run leading_name(const SpeechText& text) {
    std::uint32_t begin = text.sentence().first;
    if (is_preposition(text.word(begin)) || is_clause_word(text.word(begin))) {
        while (begin < text.sentence().last && !text.is_sign(begin, ",")) {
            ++begin;
        }
        ++begin;
    }
    std::uint32_t end = begin;
    while (end < text.sentence().last && text.token(end).kind == TokenKind::word &&
           (text.token(end).capital || (is_determiner(text.word(end)) && end == begin))) {
        ++end;
    }
    return begin < text.sentence().last ? Run{begin, end} : Run{};
}

Run capitals_before(const SpeechText& text, std::uint32_t end) {
    Run run{end - 1, end};
    while (run.begin > text.sentence().first && text.token(run.begin - 1).capital && !text.quoted(run.begin - 1)) {
        --run.begin;
    }
    return run;
}

} // namespace demarche::extract
