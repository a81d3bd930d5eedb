#include "extract/clause.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

using enum ClauseClass;

class PhraseCutter {
public:
    PhraseCutter(const ClauseInput& input, const TokenCover& cover, ParsedSentence& sentence)
        : input_(input), cover_(cover), sentence_(sentence), first_(sentence.cut.first), last_(sentence.cut.last) {}

    void run() {
        for (std::uint32_t i = first_; i < last_;) {
            i = step(i);
        }
    }

private:
    [[nodiscard]] const ClauseWord& word(std::uint32_t i) const { return *sentence_.words[i - first_]; }

    [[nodiscard]] const Token& token(std::uint32_t i) const { return input_.document.tokens[i]; }

    [[nodiscard]] std::string_view text(std::uint32_t i) const { return input_.document.words(token(i)); }

    [[nodiscard]] bool is(std::uint32_t i, ClauseClass c) const { return i >= first_ && i < last_ && word(i).is(c); }

    [[nodiscard]] bool is_text(std::uint32_t i, std::string_view words) const {
        return i >= first_ && i < last_ && text(i) == words;
    }

    [[nodiscard]] bool in_mention(std::uint32_t i) const { return cover_.mention[i - first_] != kNone; }

    [[nodiscard]] bool in_noun(std::uint32_t i) const { return cover_.noun[i - first_] != kNone; }

    [[nodiscard]] std::uint32_t time_at(std::uint32_t i) const { return cover_.time[i - first_]; }

    [[nodiscard]] bool is_word(std::uint32_t i) const {
        return i >= first_ && i < last_ && token(i).kind == TokenKind::word;
    }

    [[nodiscard]] bool is_genitive(std::uint32_t i) const {
        return is_text(i, "'s") || is_text(i, "’s") || is_text(i, "'") || is_text(i, "’");
    }

    /// "'s" for "is" or "has": behind a pronoun only.
    [[nodiscard]] bool is_short_be(std::uint32_t i) const {
        return i > first_ && (is_text(i, "'s") || is_text(i, "’s")) && (is(i - 1, subject) || is(i - 1, relative));
    }

    [[nodiscard]] bool is_auxiliary(std::uint32_t i) const {
        if (!is_word(i) || in_mention(i) || in_noun(i) || time_at(i) != kNone) {
            return false;
        }
        const ClauseWord& w = word(i);
        if (is_genitive(i)) {
            return is_short_be(i);
        }
        const bool modal = w.is(will) || w.is(may) || w.is(must) || w.is(would);
        const bool named = token(i).capital && i > first_; // "May", "Will"
        const bool owned = i > first_ && (is(i - 1, det) || is_genitive(i - 1)) && (w.is(will) || w.is(may));
        return (w.is(be) || w.is(have) || w.is(doing) || modal) && !named && !owned;
    }

    /// Whether a word of a table could be a verb there at all.
    [[nodiscard]] bool has_form(std::uint32_t i, VerbForm form) const {
        return is_word(i) && word(i).is(form) && !in_mention(i) && !in_noun(i) && time_at(i) == kNone &&
               (!token(i).capital || i == first_);
    }

    /// An unknown word that looks like a past tense.
    [[nodiscard]] bool looks_past(std::uint32_t i) const {
        return is_word(i) && word(i).id == 0 && !token(i).capital && !in_mention(i) && time_at(i) == kNone &&
               !in_noun(i) && text(i).size() > 4 && text(i).ends_with("ed") &&
               text(i).find('-') == std::string_view::npos;
    }

    [[nodiscard]] bool has_past(std::uint32_t i) const {
        return has_form(i, VerbForm::past) || has_form(i, VerbForm::participle) || looks_past(i);
    }

    /// Adverbs and negations behind `i`.
    [[nodiscard]] std::uint32_t skip_adverbs(std::uint32_t i) const {
        for (; i < last_ && !in_mention(i) && !in_noun(i) && time_at(i) == kNone; ++i) {
            const bool quote = token(i).kind == TokenKind::open_quote; // would “only negotiate”
            if (!quote && !(is_word(i) && is_adverb(i))) {
                return i;
            }
        }
        return i;
    }

    [[nodiscard]] bool is_adverb(std::uint32_t i) const {
        const ClauseWord& w = word(i);
        if (w.is(be) || w.is(have) || w.is(doing) || w.is(will) || w.is(would) || w.is(may) || w.is(must)) {
            return false; // "wasn't"
        }
        return w.is(adverb) || w.is(negation) || w.is(repeated) ||
               (w.id == 0 && !token(i).capital && text(i).size() > 4 && text(i).ends_with("ly"));
    }

    /// Back over adverbs.
    [[nodiscard]] std::uint32_t before_adverbs(std::uint32_t i) const {
        while (i > first_ && is_word(i - 1) && !in_mention(i - 1) && time_at(i - 1) == kNone && is_adverb(i - 1)) {
            --i;
        }
        return i;
    }

    [[nodiscard]] const Phrase* last_phrase() const {
        return sentence_.phrases.empty() ? nullptr : &sentence_.phrases.back();
    }

    [[nodiscard]] const VerbGroup* last_verb() const {
        return sentence_.verbs.empty() ? nullptr : &sentence_.verbs.back();
    }

    [[nodiscard]] bool is_to(std::uint32_t i) const { return is_text(i, "to") || is_text(i, "To"); }

    [[nodiscard]] bool is_infinitive(std::uint32_t i) const {
        return is_to(i) && (has_form(skip_adverbs(i + 1), VerbForm::base) || is(skip_adverbs(i + 1), be) ||
                            is(skip_adverbs(i + 1), have) || is(skip_adverbs(i + 1), doing));
    }

    /// Begins something that may be the object or complement of a verb.
    [[nodiscard]] bool begins_object(std::uint32_t i) const {
        i = i < last_ ? skip_adverbs(i) : i;
        return i < last_ && (is(i, det) || is(i, possessive) || is(i, prep) || is(i, object) || is(i, that) ||
                             is(i, subject) || is_text(i, "to") || in_mention(i) || time_at(i) != kNone ||
                             token(i).kind == TokenKind::number || token(i).kind == TokenKind::open_quote);
    }

    /// An auxiliary or a clear past tense before the clause ends: a word before it that may be noun or verb is a noun.
    [[nodiscard]] bool verb_follows(std::uint32_t i) const {
        for (const std::uint32_t end = std::min(i + 14, last_); i < end; ++i) {
            if (!is_word(i)) {
                if (token(i).kind == TokenKind::punctuation && text(i) != "-") {
                    return false;
                }
                continue;
            }
            if (is(i, that) || is(i, conjunction) || is(i, relative) || is(i, condition) || is(i, when) ||
                is(i, subject)) {
                return false;
            }
            if (is_auxiliary(i) || (has_past(i) && !is(i - 1, det) && !is(i - 1, prep))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a verb group begins at `i`; `open`: a noun phrase is being read, whose last token is i - 1.
    [[nodiscard]] bool begins_verb(std::uint32_t i, bool open) const {
        if (is_infinitive(i) || is_auxiliary(i)) {
            return true;
        }
        if (!is_word(i) || (word(i).verb == kNoVerb && !looks_past(i)) || word(i).is(prep)) {
            return false;
        }
        const std::uint32_t behind = before_adverbs(i);
        const bool starts = behind == first_;
        const std::uint32_t p = starts ? i : behind - 1; // the token before
        if (!starts && is_word(p) && !in_mention(p) &&
            (is(p, det) || is(p, possessive) || (is_genitive(p) && !is_short_be(p)) || is(p, quantifier))) {
            return false;
        }
        if (!starts && token(p).kind == TokenKind::number && time_at(p) == kNone) {
            return false;
        }
        const bool behind_preposition = !starts && !open && last_phrase() != nullptr &&
                                        last_phrase()->kind == PhraseKind::preposition && last_phrase()->last == behind;
        if (has_form(i, VerbForm::gerund)) {
            return begins_gerund(i, starts, open, behind_preposition);
        }
        if (has_past(i)) {
            return begins_past(i, starts, behind_preposition);
        }
        return begins_present(i, p, starts, open);
    }

    [[nodiscard]] bool begins_gerund(std::uint32_t i, bool starts, bool open, bool behind_preposition) const {
        if (word(i).is(noun) && !(begins_object(i + 1) && !is(i + 1, prep))) {
            return false;
        }
        if (open) { // "a statement saying that", "troops fighting rebels", "drones striking civilian targets"
            return (begins_object(i + 1) && !is_text(i + 1, "of")) || (is_several(i - 1) && begins_plain_object(i + 1));
        }
        if (starts || behind_preposition) {
            return i + 1 < last_ && !is_text(i + 1, "of");
        }
        if (last_phrase() != nullptr && last_phrase()->kind == PhraseKind::verb) { // "visited striking nurses"
            return begins_object(i + 1) && last_verb() != nullptr && !last_verb()->passive;
        }
        return true;
    }

    [[nodiscard]] bool is_several(std::uint32_t i) const {
        return is_word(i) && !in_noun(i) && !token(i).capital && text(i).size() > 3 && text(i).ends_with('s') &&
               !text(i).ends_with("ss") && !is(i, prep);
    }

    /// Adjectives and a noun: words of no other use.
    [[nodiscard]] bool begins_plain_object(std::uint32_t i) const {
        return is_word(i) && word(i).verb == kNoVerb && time_at(i) == kNone &&
               (word(i).classes == 0 || word(i).is(people) || word(i).is(crowd));
    }

    [[nodiscard]] bool begins_past(std::uint32_t i, bool starts, bool behind_preposition) const {
        if (behind_preposition) {
            return false; // "of wounded soldiers"
        }
        if (starts) { // "Accompanied by Roe, ..."
            return is(i + 1, prep) || is_text(i + 1, "to");
        }
        return true;
    }

    [[nodiscard]] bool begins_present(std::uint32_t i, std::uint32_t p, bool starts, bool open) const {
        const bool base = has_form(i, VerbForm::base);
        const bool third = has_form(i, VerbForm::third);
        if (starts || (!base && !third)) {
            return false;
        }
        const Phrase* phrase = last_phrase();
        if (phrase != nullptr && phrase->kind == PhraseKind::noun && phrase->last == before_adverbs(i)) {
            phrase = sentence_.phrases.size() > 1 ? phrase - 1 : nullptr; // that noun phrase is the one before the verb
        }
        const bool joined = !open && phrase != nullptr && phrase->kind == PhraseKind::conjunction;
        if (joined && last_verb() != nullptr && goes_on(*last_verb(), base)) {
            return i + 1 < last_ && begins_object(i + 1); // "to meet Roe and sign"
        }
        if (is(p, subject) || is(p, relative)) {
            return true;
        }
        if (base && open && asked(phrase)) { // "demanded that Chad withdraw"
            return true;
        }
        if (!is_word(p) || verb_follows(i + 1)) {
            return false;
        }
        return base ? base_fits(i, p, open) : third_fits(i, p, open);
    }

    /// Whether a verb behind "and" in its base form, or third person, can go on from the verb before.
    [[nodiscard]] static bool goes_on(const VerbGroup& before, bool base) {
        return base ? before.infinitive || before.tense == VerbTense::future || before.would
                    : before.tense == VerbTense::present;
    }

    /// A base form behind several: "The Danes reject", "officials meet".
    [[nodiscard]] bool base_fits(std::uint32_t i, std::uint32_t p, bool open) const {
        const std::string_view before = text(p);
        const bool several = before.ends_with('s') && open;
        const bool group =
            in_mention(p) && input_.actors.mentions[cover_.mention[p - first_]].kind == MentionKind::group;
        if (several && group && is_word(i + 1)) {
            return !is(i + 1, prep) || begins_object(i + 1);
        }
        return begins_object(i + 1) && ((several && !before.ends_with("ss") && !in_noun(p)) ||
                                        ((is(p, people) || is(p, crowd)) && are_several(before)));
    }

    /// "police", "gunmen", "officials": not "official contact".
    [[nodiscard]] static bool are_several(std::string_view word) {
        return word.ends_with('s') || word.ends_with("men") || word == "police" || word == "people" ||
               word == "military";
    }

    /// "Chilean" of "Chilean targets".
    [[nodiscard]] bool describes(std::uint32_t i) const {
        return in_mention(i) && input_.actors.mentions[cover_.mention[i - first_]].adjective;
    }

    /// A third person: behind a name, or a noun where an object or "to" is clear.
    [[nodiscard]] bool third_fits(std::uint32_t i, std::uint32_t p, bool open) const {
        if (!begins_object(i + 1)) {
            return false;
        }
        const bool named = in_mention(p) && !describes(p);
        const bool clear = is(i + 1, det) || is_infinitive(i + 1) || is(i + 1, that) || is(i + 1, possessive);
        return named || (open && clear && !text(p).ends_with('s'));
    }

    /// A clause of what somebody asks for: its verb may stand in its base form.
    [[nodiscard]] bool asked(const Phrase* phrase) const {
        if (phrase == nullptr || phrase->kind != PhraseKind::that || last_verb() == nullptr ||
            last_verb()->verb == kNoVerb) {
            return false;
        }
        const auto& senses = input_.words.verb(last_verb()->verb).senses;
        return std::any_of(senses.begin(), senses.end(), [](const VerbSense& sense) {
            return sense.complement == Complement::doubt || sense.type.category == "demand" ||
                   sense.type.category == "request";
        });
    }

    std::uint32_t step(std::uint32_t i) {
        const Token& each = token(i);
        if (each.kind == TokenKind::open_quote || each.kind == TokenKind::close_quote) {
            return i + 1;
        }
        if (each.kind == TokenKind::punctuation && !in_mention(i)) {
            return sign(i);
        }
        if (time_at(i) != kNone && !time_in_noun(i)) {
            return time_phrase(i);
        }
        if (in_mention(i) || in_noun(i) || time_at(i) != kNone) {
            return noun_phrase(i);
        }
        const bool open = last_phrase() != nullptr && last_phrase()->kind == PhraseKind::noun &&
                          last_phrase()->last == before_adverbs(i);
        if ((is_text(i, "up") || is_text(i, "Up")) && is_text(i + 1, "to") && i + 2 < last_ &&
            token(i + 2).kind == TokenKind::number) {
            return noun_phrase(i + 2); // "up to 16 officers"
        }
        const bool least =
            (is_text(i, "at") || is_text(i, "At")) && (is_text(i + 1, "least") || is_text(i + 1, "most"));
        if (least && i + 2 < last_ && (token(i + 2).kind == TokenKind::number || is(i + 2, quantifier))) {
            return noun_phrase(i + 2); // "at least three farmers"
        }
        if (inverts(i)) {
            sentence_.conditional = true;
            return add(PhraseKind::condition, i, i + 1);
        }
        if (begins_verb(i, open)) {
            return verb_group(i);
        }
        return closed_word(i);
    }

    /// "Had Peru signed, ...", "were Peru to sign", "should Peru sign": a condition without "if".
    [[nodiscard]] bool inverts(std::uint32_t i) const {
        const bool had = is_text(i, "Had") || is_text(i, "had");
        const bool were = is_text(i, "Were") || is_text(i, "were");
        const bool should = is_text(i, "Should");
        if ((!had && !were && !should) || sentence_.question || in_mention(i) || !opens_clause(i)) {
            return false;
        }
        const bool whoever = i + 1 < last_ && (in_mention(i + 1) || is(i + 1, det) || is(i + 1, subject) ||
                                               is(i + 1, possessive) || is(i + 1, crowd) || is(i + 1, people));
        constexpr std::uint32_t kFew = 10;
        for (std::uint32_t at = i + 2; whoever && at < std::min(i + kFew, last_) && !is_text(at, ","); ++at) {
            if (were     ? is_infinitive(at)
                : should ? has_form(at, VerbForm::base) || is(at, be)
                         : has_form(at, VerbForm::participle) || looks_past(at) || is_text(at, "been")) {
                return should || told_as_unreal();
            }
        }
        return false;
    }

    /// At the beginning, behind "that" or "but", or behind a verb with "would".
    [[nodiscard]] bool opens_clause(std::uint32_t i) const {
        const Phrase* before = last_phrase();
        if (before == nullptr || before->kind == PhraseKind::that || before->kind == PhraseKind::but) {
            return true;
        }
        return last_verb() != nullptr && last_verb()->would && last_verb()->perfect && !token(i).capital;
    }

    /// "would", "could" or "might" stand in the sentence.
    [[nodiscard]] bool told_as_unreal() const {
        return std::any_of(sentence_.words.begin(), sentence_.words.end(),
                           [](const ClauseWord* each) { return each->is(would) || each->is(may); });
    }

    std::uint32_t closed_word(std::uint32_t i) {
        const ClauseWord& w = word(i);
        if (w.is(ClauseClass::conjunction)) {
            return add(PhraseKind::conjunction, i, i + 1);
        }
        if (w.is(ClauseClass::but)) {
            return add(PhraseKind::but, i, i + 1);
        }
        if (w.is(ClauseClass::condition)) {
            sentence_.conditional = sentence_.conditional || !is_text(i, "whether");
            return add(PhraseKind::condition, i, i + 1);
        }
        const bool again = w.is(ClauseClass::when) && (is_text(i + 1, "again") || is_text(i + 1, "more"));
        if (again) {
            return i + 2;
        }
        sentence_.conditional = sentence_.conditional || is_text(i, "once") || is_text(i, "Once");
        if (w.is(ClauseClass::when) || is_text(i, "while") || is_text(i, "While")) {
            return add(PhraseKind::when, i, i + 1);
        }
        if (w.is(ClauseClass::other)) {
            return add(PhraseKind::other, i, i + 1);
        }
        if (w.is(relative)) {
            return add(PhraseKind::relative, i, i + 1);
        }
        if (w.is(ClauseClass::question)) {
            return add(PhraseKind::question, i, i + 1);
        }
        if (w.is(ClauseClass::that) && is_link(i)) {
            const bool verb = begins_verb(skip_adverbs(i + 1), false);
            const Phrase* before = last_phrase();
            const bool behind_noun = before != nullptr && before->kind == PhraseKind::noun;
            return add(verb && behind_noun ? PhraseKind::relative : PhraseKind::that, i, i + 1);
        }
        if (w.is(subject) || w.is(object)) {
            return add(PhraseKind::noun, i, i + 1);
        }
        if (w.is(prep) || w.is(ClauseClass::time) || is_text(i, "to")) {
            return preposition(i);
        }
        if (is_adverb(i)) {
            return i + 1;
        }
        return noun_phrase(i);
    }

    /// "that" which leads a clause, not "that country".
    [[nodiscard]] bool is_link(std::uint32_t i) const {
        const std::uint32_t next = skip_adverbs(i + 1);
        if (next >= last_) {
            return false;
        }
        const Phrase* before = last_phrase();
        const bool clause =
            before != nullptr && (before->kind == PhraseKind::verb || before->kind == PhraseKind::noun ||
                                  before->kind == PhraseKind::time || before->kind == PhraseKind::conjunction);
        const bool told = is(next, account) || is(next, doubted);
        const bool plain_noun = is_word(next) && (word(next).classes == 0 || told) && !token(next).capital &&
                                !text(next).ends_with('s') && !in_mention(next);
        const bool says = before != nullptr && before->kind == PhraseKind::verb && last_verb() != nullptr &&
                          last_verb()->verb != kNoVerb && input_.words.verb(last_verb()->verb).says;
        return clause && (!plain_noun || says);
    }

    std::uint32_t preposition(std::uint32_t i) {
        add(PhraseKind::preposition, i, i + 1);
        Phrase& phrase = sentence_.phrases.back();
        phrase.word = word(i).id;
        phrase.negative = is_text(i, "without") || is_text(i, "Without");
        const bool ahead = is_text(i + 1, "of") && (is_text(i, "out") || is_text(i, "outside") || is_text(i, "inside"));
        phrase.last += ahead ? 1 : 0;
        return phrase.last;
    }

    std::uint32_t sign(std::uint32_t i) {
        const std::string_view words = text(i);
        if (words == ",") {
            return add(PhraseKind::comma, i, i + 1);
        }
        if (words == "(" || words == "[") {
            std::uint32_t end = i + 1;
            while (end < last_ && end < i + 40 && text(end) != ")" && text(end) != "]") {
                ++end;
            }
            return end < last_ && end < i + 40 ? end + 1 : i + 1;
        }
        if (words == ";" || words == ":" || words == "—" || words == "–" || words == "--" || words == "...") {
            return add(PhraseKind::stop, i, i + 1);
        }
        return i + 1;
    }

    /// "the Tuesday meeting", "Tuesday's talks".
    [[nodiscard]] bool time_in_noun(std::uint32_t i) const {
        std::uint32_t end = i;
        while (end < last_ && time_at(end) == time_at(i)) {
            ++end;
        }
        if (input_.times[time_at(i)].kind == TimexKind::duration && is_text(end, "of")) { // "two days of talks"
            for (std::uint32_t at = end + 1; at < std::min(end + 4, last_) && is_word(at) && !is(at, prep); ++at) {
                if (in_noun(at)) {
                    return true;
                }
            }
        }
        const bool owns = end < last_ && is_genitive(end);
        const bool owned = i > first_ && (is(i - 1, det) || is(i - 1, possessive)) && time_at(i - 1) == kNone &&
                           end < last_ && is_word(end) && !is(end, prep) && !begins_verb(end, false);
        return owns || owned;
    }

    std::uint32_t time_phrase(std::uint32_t i) {
        std::uint32_t end = i;
        while (end < last_ && time_at(end) == time_at(i)) {
            ++end;
        }
        std::uint32_t begin = i;
        auto& phrases = sentence_.phrases;
        if (!phrases.empty() && phrases.back().kind == PhraseKind::preposition && phrases.back().last == i) {
            begin = phrases.back().first;
            phrases.pop_back();
        }
        add(PhraseKind::time, begin, end);
        phrases.back().index = time_at(i);
        return end;
    }

    std::uint32_t add(PhraseKind kind, std::uint32_t first, std::uint32_t last) {
        Phrase phrase;
        phrase.kind = kind;
        phrase.first = first;
        phrase.last = last;
        sentence_.phrases.push_back(phrase);
        return last;
    }

    std::uint32_t noun_phrase(std::uint32_t i) {
        std::uint32_t end = i;
        while (end < last_ && continues_noun(i, end)) {
            ++end;
        }
        end = std::max(end, i + 1);
        add(PhraseKind::noun, i, end);
        sentence_.phrases.back().negative = is_text(i, "no") || is_text(i, "No") || is_text(i, "neither") ||
                                            is_text(i, "Neither") || is_text(i, "none") || is_text(i, "None") ||
                                            is_text(i, "nobody") || is_text(i, "Nobody");
        return end;
    }

    [[nodiscard]] bool continues_noun(std::uint32_t begin, std::uint32_t i) const {
        if (i == begin) {
            return true;
        }
        const std::uint32_t mention = cover_.mention[i - first_];
        if (mention != kNone && mention == cover_.mention[i - 1 - first_]) {
            return true;
        }
        const std::uint32_t last = cover_.mention[i - 1 - first_];
        const bool sum = token(i).kind == TokenKind::number || text(i) == "$"; // "gave Chad 5 million dollars"
        if (sum && mention == kNone && last != kNone && input_.actors.mentions[last].kind == MentionKind::state) {
            return false;
        }
        if (is_genitive(i) && !is_short_be(i)) {
            return true;
        }
        if (mention != kNone) { // "after the talks Roe left", "In Oslo Roe met"
            const bool person = input_.actors.mentions[mention].kind == MentionKind::person;
            const std::uint32_t before = cover_.mention[i - 1 - first_];
            const bool behind_person = before != kNone && input_.actors.mentions[before].kind == MentionKind::person;
            return !in_noun(i - 1) && !behind_person && !(person && before != kNone) && !is(i - 1, object);
        }
        if (in_noun(i)) {
            return !is(i, det) || in_noun(i - 1);
        }
        if (time_at(i) != kNone) {
            return time_at(i - 1) == time_at(i) || time_in_noun(i);
        }
        return continues_plain_noun(i);
    }

    /// Of a token that is part of no mention, event noun or time.
    [[nodiscard]] bool continues_plain_noun(std::uint32_t i) const {
        const Token& each = token(i);
        if (each.kind == TokenKind::number) {
            return true;
        }
        if (each.kind != TokenKind::word) {
            return each.kind == TokenKind::punctuation &&
                   (text(i) == "-" || text(i) == "/" || text(i) == "&" || text(i) == "%" || text(i) == "$");
        }
        if (is_text(i, "than") && (is_text(i - 1, "more") || is_text(i - 1, "less") || is_text(i - 1, "fewer") ||
                                   is_text(i - 1, "More") || is_text(i - 1, "Fewer"))) {
            return true; // "more than 100 officers"
        }
        if (is_text(i, "of")) {
            return i + 1 < last_ && !begins_verb(i + 1, false) && time_at(i + 1) == kNone && !tells_clause(i);
        }
        const ClauseWord& w = word(i);
        const bool behind_of = is_text(i - 1, "of");
        if (w.is(det) && !behind_of && !is(i - 1, det)) {
            return false;
        }
        if (ends_noun(w) || (w.is(ClauseClass::that) && !behind_of) || is_text(i, "to")) {
            return false;
        }
        return !begins_verb(i, true) && !(is_adverb(i) && !is(i - 1, det));
    }

    /// "reports of troops fighting rebels", "fears of an army attacking Chad": a clause stands behind "of".
    [[nodiscard]] bool tells_clause(std::uint32_t of) const {
        if (!is(of - 1, account) && !is(of - 1, doubted)) {
            return false;
        }
        constexpr std::uint32_t kFew = 8;
        for (std::uint32_t i = of + 2; i < std::min(of + kFew, last_); ++i) {
            if (!is_word(i) || (!in_mention(i) && (ends_noun(word(i)) || is_auxiliary(i)))) {
                return false;
            }
            if (has_form(i, VerbForm::gerund)) {
                return begins_gerund(i, false, true, false);
            }
        }
        return false;
    }

    [[nodiscard]] static bool ends_noun(const ClauseWord& w) {
        return w.is(prep) || w.is(ClauseClass::conjunction) || w.is(ClauseClass::but) || w.is(subject) ||
               w.is(object) || w.is(relative) || w.is(ClauseClass::question) || w.is(condition) ||
               w.is(ClauseClass::when) || w.is(ClauseClass::time) || w.is(ClauseClass::other);
    }

    /// The auxiliary before, as part of a pronoun: "he'll", "they've".
    void read_short(std::uint32_t i, VerbGroup& group) const {
        if (i == first_ || !is_word(i - 1)) {
            return;
        }
        const std::string_view before = text(i - 1);
        if (before.ends_with("'ll") || before.ends_with("’ll")) {
            group.tense = VerbTense::future;
        } else if (before.ends_with("'d") || before.ends_with("’d")) {
            group.would = true;
        } else if (before.ends_with("'ve") || before.ends_with("’ve")) {
            group.perfect = true;
        }
    }

    std::uint32_t verb_group(std::uint32_t i) {
        VerbGroup group;
        group.first = i;
        group.main = i; // where nothing but "to" or an adverb stands there
        group.phrase = static_cast<std::uint32_t>(sentence_.phrases.size());
        read_short(i, group);
        for (std::uint32_t a = before_adverbs(i); a < i; ++a) {
            group.negated = group.negated || is(a, negation);
            group.repeated = group.repeated || is(a, repeated);
        }
        const std::uint32_t end = VerbReader{*this, group}.read(i);
        group.last = end;
        sentence_.verbs.push_back(group);
        add(PhraseKind::verb, i, end);
        sentence_.phrases.back().index = static_cast<std::uint32_t>(sentence_.verbs.size() - 1);
        return end;
    }

    /// Reads auxiliaries and what they lead to.
    struct VerbReader {
        const PhraseCutter& cutter;
        VerbGroup& group;
        enum class Last : std::uint8_t { nothing, modal, be, have, doing } last = Last::nothing;

        std::uint32_t read(std::uint32_t i) {
            std::uint32_t behind = i;
            while (i < cutter.last_) {
                const std::uint32_t next = cutter.skip_adverbs(i);
                note_adverbs(i, next);
                i = next;
                if (i >= cutter.last_) {
                    break;
                }
                if (last != Last::nothing || i == group.first) {
                    if (const auto end = main_verb(i); end != 0) {
                        return end;
                    }
                }
                if (!auxiliary(i)) {
                    break;
                }
                behind = ++i;
            }
            return std::max(behind, group.first + 1);
        }

        void note_adverbs(std::uint32_t from, std::uint32_t to) const {
            for (; from < to; ++from) {
                group.negated = group.negated || cutter.is(from, negation);
                group.repeated = group.repeated || cutter.is(from, repeated);
            }
        }

        /// Takes an auxiliary; it is the main verb until another one follows.
        bool auxiliary(std::uint32_t i) {
            if (cutter.is_to(i)) {
                if (!cutter.is_infinitive(i) || (last == Last::nothing && i != group.first)) {
                    return false;
                }
                const bool to_come = last == Last::be; // "is to meet"
                group.tense = to_come ? VerbTense::future : group.tense;
                group.infinitive = !to_come;
                last = Last::modal;
                return true;
            }
            if (!cutter.is_auxiliary(i)) {
                return false;
            }
            const ClauseWord& w = cutter.word(i);
            group.negated = group.negated || w.is(negation);
            group.main = i;
            group.verb = w.verb;
            if (w.is(will)) {
                group.tense = VerbTense::future;
                last = Last::modal;
            } else if (w.is(would)) {
                group.would = true;
                group.tense = VerbTense::past;
                last = Last::modal;
            } else if (w.is(may) || w.is(must)) {
                group.possible = w.is(may);
                group.should = w.is(must);
                group.tense = VerbTense::present;
                last = Last::modal;
            } else {
                set_tense(w);
                group.gerund = group.gerund || (group.first == i && cutter.text(i).ends_with("ing"));
                last = w.is(be) ? Last::be : w.is(have) ? Last::have : Last::doing;
                if (cutter.is_short_be(i)) { // "he's met", "he's meeting"
                    last = Last::be;
                }
            }
            return true;
        }

        void set_tense(const ClauseWord& w) const {
            if (group.tense == VerbTense::none && !group.infinitive && !group.would) {
                group.tense = w.is(past) ? VerbTense::past : VerbTense::present;
            }
            group.perfect = group.perfect || w.is(have) || cutter.is_text(group.main, "been");
        }

        /// The token behind the main verb where it stands at `i`, else 0.
        std::uint32_t main_verb(std::uint32_t i) {
            const auto form = [&](VerbForm f) { return cutter.has_form(i, f); };
            const bool past_form = form(VerbForm::past);
            const bool participle = form(VerbForm::participle) || cutter.looks_past(i);
            switch (last) {
            case Last::nothing:
                return take_bare(i, past_form, participle);
            case Last::modal:
            case Last::doing: // "could have met": "have" is no verb of its own where another follows
                return form(VerbForm::base) && !helps(i) ? take(i) : 0;
            case Last::be:
                if (form(VerbForm::gerund)) {
                    group.progressive = true;
                    if (cutter.is_text(i, "going") && cutter.is_infinitive(i + 1)) { // "is going to meet"
                        group.tense = VerbTense::future;
                        last = Last::modal;
                        const std::uint32_t next = cutter.skip_adverbs(i + 2);
                        return cutter.has_form(next, VerbForm::base) ? take(next) : take(i);
                    }
                    return take(i);
                }
                group.passive = participle;
                return participle ? take(i) : 0;
            case Last::have:
                group.perfect = true;
                return participle ? take(i) : 0;
            }
            return 0;
        }

        /// Whether "have", "be" or "do" only leads to another verb.
        [[nodiscard]] bool helps(std::uint32_t i) const {
            const std::uint32_t next = cutter.skip_adverbs(i + 1);
            if (next >= cutter.last_ || !cutter.is_auxiliary(i)) {
                return false;
            }
            return cutter.has_past(next) || cutter.has_form(next, VerbForm::gerund) || cutter.is(next, be);
        }

        std::uint32_t take_bare(std::uint32_t i, bool past_form, bool participle) {
            if (cutter.is_auxiliary(i) || cutter.is_to(i)) {
                return 0;
            }
            if (cutter.has_form(i, VerbForm::gerund)) {
                group.gerund = true;
                return take(i);
            }
            group.bare = true;
            if (past_form || participle) {
                group.tense = VerbTense::past;
                group.own_past_only = past_form && !participle;
                group.participle_only = participle && !past_form && !cutter.looks_past(i);
            } else {
                group.tense = VerbTense::present;
            }
            return take(i);
        }

        std::uint32_t take(std::uint32_t i) const {
            group.main = i;
            group.verb = cutter.word(i).verb;
            return i + 1;
        }
    };

    const ClauseInput& input_;
    const TokenCover& cover_;
    ParsedSentence& sentence_;
    std::uint32_t first_;
    std::uint32_t last_;
};

} // namespace

void cut_phrases(const ClauseInput& input, const TokenCover& cover, ParsedSentence& sentence) {
    PhraseCutter(input, cover, sentence).run();
}

} // namespace demarche::extract
