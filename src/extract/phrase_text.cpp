#include "extract/phrase_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::extract {
namespace {

/// Longer titles and appositions are cut: lists of thousands of names share them.
constexpr std::uint32_t kLongestWhole = 40;
constexpr std::size_t kLongestList = 60;

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 8> kRelated{"neighbor",    "neighbour", "ally",      "rival",
                                                   "counterpart", "partner",   "successor", "predecessor"};
constexpr std::array<std::string_view, 14> kPeople{"countries", "leaders",     "officials", "members",    "states",
                                                   "nations",   "ministers",   "diplomats", "lawmakers",  "forces",
                                                   "troops",    "authorities", "envoys",    "negotiators"};
/// Words that may stand before a name in a list.
constexpr std::array<std::string_view, 30> kBeforeName{
    "the",     "a",      "an",      "his",      "her",     "their",      "its",      "then",     "both",     "senior",
    "several", "other",  "top",     "high",     "many",    "some",       "two",      "three",    "four",     "five",
    "new",     "fellow", "leading", "longtime", "veteran", "high-level", "visiting", "incoming", "outgoing", "former"};

} // namespace

PhraseText::PhraseText(const Document& document,
                       const Actors& actors,
                       const Lexicon& lexicon,
                       const std::vector<Timex>& times)
    : document_(document),
      actors_(actors),
      lexicon_(lexicon),
      all_times_(times),
      covers_(document.tokens.size(), kNone),
      begins_(document.tokens.size(), kNone),
      times_(document.tokens.size(), kNone) {
    last_ = static_cast<std::uint32_t>(document.tokens.size());
    const auto begin_at = [&](std::uint32_t byte, std::uint32_t mention) {
        const std::uint32_t i = token_at(byte);
        if (i < begins_.size() && (begins_[i] == kNone || prefers(mention, begins_[i]))) {
            begins_[i] = mention;
        }
    };
    for (std::uint32_t m = 0; m < actors.mentions.size(); ++m) {
        const ActorMention& mention = actors.mentions[m];
        for (std::uint32_t i = token_at(mention.span.begin);
             i < covers_.size() && document.tokens[i].span.begin < mention.span.end; ++i) {
            covers_[i] = covers_[i] == kNone ? m : covers_[i];
        }
        if (mention.form != MentionForm::pronoun || mention.chain != kNone) {
            begin_at(mention.whole.begin, m);
            begin_at(mention.span.begin, m);
        }
    }
    for (std::uint32_t t = 0; t < times.size(); ++t) {
        for (std::uint32_t i = token_at(times[t].span.begin);
             i < times_.size() && document.tokens[i].span.begin < times[t].span.end; ++i) {
            times_[i] = t;
        }
    }
}

/// Of two mentions that begin at one token, the person before a state in its title, then the one named first.
bool PhraseText::prefers(std::uint32_t a, std::uint32_t b) const {
    const ActorMention& one = actors_.mentions[a];
    const ActorMention& other = actors_.mentions[b];
    const bool person = one.kind == MentionKind::person;
    if (person != (other.kind == MentionKind::person)) {
        return person;
    }
    return one.span.begin < other.span.begin;
}

void PhraseText::enter(std::uint32_t sentence) {
    first_ = document_.sentences[sentence].first;
    last_ = document_.sentences[sentence].last;
}

std::string PhraseText::word(std::uint32_t i) const {
    std::string small;
    if (!in(i)) {
        return small;
    }
    constexpr std::string_view kApostrophe = "\xe2\x80\x99";
    const std::string_view words = document_.words(document_.tokens[i]);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.substr(at).starts_with(kApostrophe)) {
            small += '\'';
            at += kApostrophe.size() - 1;
        } else {
            small += words[at] >= 'A' && words[at] <= 'Z' ? static_cast<char>(words[at] - 'A' + 'a') : words[at];
        }
    }
    return small;
}

bool PhraseText::is(std::uint32_t i, std::string_view word) const {
    return in(i) && this->word(i) == word;
}

bool PhraseText::is_word(std::uint32_t i) const {
    return in(i) && document_.tokens[i].kind == TokenKind::word;
}

bool PhraseText::is_sign(std::uint32_t i, std::string_view sign) const {
    return in(i) && document_.words(document_.tokens[i]) == sign;
}

bool PhraseText::is_capital(std::uint32_t i) const {
    return is_word(i) && document_.tokens[i].capital;
}

bool PhraseText::is_possessive(std::uint32_t i) const {
    const std::string text = word(i);
    return text == "'s" || text == "'";
}

bool PhraseText::is_capital_city(std::uint32_t mention) const {
    const LexMatch match = lexicon_.word(document_.words(actors_.mentions[mention].span));
    return match.classes.has(LexClass::capital) && !match.classes.has(LexClass::country);
}

std::uint32_t PhraseText::token_at(std::uint32_t byte) const {
    const auto found = std::partition_point(document_.tokens.begin(), document_.tokens.end(),
                                            [&](const Token& token) { return token.span.end <= byte; });
    return static_cast<std::uint32_t>(found - document_.tokens.begin());
}

std::uint32_t PhraseText::end_of(std::uint32_t mention) const {
    const ActorMention& found = actors_.mentions[mention];
    const std::uint32_t named = token_at(found.span.end - 1) + 1;
    const std::uint32_t whole = token_at(found.whole.end - 1) + 1;
    return whole - named <= kLongestWhole ? whole : named;
}

std::uint32_t PhraseText::begin_of(std::uint32_t mention) const {
    const ActorMention& found = actors_.mentions[mention];
    const std::uint32_t named = token_at(found.span.begin);
    const std::uint32_t whole = token_at(found.whole.begin);
    return named - whole <= kLongestWhole ? whole : named;
}

std::uint32_t PhraseText::end_of_time(std::uint32_t i) const {
    const std::uint32_t time = times_[i];
    while (in(i) && times_[i] == time) {
        ++i;
    }
    return i;
}

std::uint32_t PhraseText::begin_of_time(std::uint32_t i) const {
    const std::uint32_t time = times_[i];
    while (i > first_ && times_[i - 1] == time) {
        --i;
    }
    return i;
}

Span PhraseText::span(std::uint32_t begin, std::uint32_t end) const {
    return {document_.tokens[begin].span.begin, document_.tokens[end - 1].span.end};
}

/// The mention that begins at i; that of the adviser in "President Roe's adviser Karl Lind".
std::uint32_t PhraseText::named_from(std::uint32_t i) const {
    const std::uint32_t mention = mention_from(i);
    if (mention == kNone || !is_possessive(end_of(mention))) {
        return mention;
    }
    const std::uint32_t last =
        std::min<std::uint32_t>(mention + 4, static_cast<std::uint32_t>(actors_.mentions.size()));
    for (std::uint32_t other = mention + 1; other < last; ++other) {
        const std::uint32_t begin = begin_of(other);
        if (begin >= i && begin <= end_of(mention) + 1 && end_of(other) > end_of(mention) + 1 &&
            actors_.mentions[other].kind == MentionKind::person) {
            return other;
        }
    }
    return mention;
}

/// A small word that is no preposition, conjunction or auxiliary.
bool PhraseText::may_describe(std::uint32_t i) const {
    constexpr std::array<std::string_view, 34> kNever{
        "in",     "on",   "at",  "of",   "to",    "for",   "by",  "with", "from", "over", "about", "after",
        "before", "and",  "or",  "but",  "that",  "which", "who", "is",   "are",  "was",  "were",  "be",
        "has",    "have", "had", "will", "would", "said",  "as",  "if",   "when", "while"};
    const std::string text = word(i);
    return is_word(i) && !document_.tokens[i].capital && !one_of(kNever, text) && !text.ends_with("ed");
}

/// Behind a name that ends before `end` and what belongs to it: "EU trade ministers", "President Roe of Peru".
std::uint32_t PhraseText::behind_name(std::uint32_t end, bool loose) const {
    for (std::uint32_t people = end; people < end + 3 && people < last_; ++people) {
        if (one_of(kPeople, word(people))) {
            return people + 1;
        }
        if (!may_describe(people)) {
            break;
        }
    }
    if (loose && may_describe(end) && is(end + 1, "and")) {
        return end + 1;
    }
    const std::uint32_t land = is(end, "of") ? mention_at(end + 1) : kNone;
    if (land != kNone && actors_.mentions[land].kind == MentionKind::state && !is_possessive(end_of(land))) {
        return end_of(land);
    }
    return end;
}

/// The name at i, with what may stand before it; moves i behind it.
std::uint32_t PhraseText::one_name(std::uint32_t& i, bool loose) const {
    std::uint32_t at = i;
    for (int words = 0; words < 4; ++words) {
        const std::uint32_t mention = named_from(at);
        if (mention != kNone) {
            const std::uint32_t end = std::max(end_of(mention), at + 1);
            if (is_possessive(end)) {
                return kNone; // "Peru's exporters"
            }
            i = behind_name(end, loose);
            return mention;
        }
        if (is_possessive(at + 1) && mention_at(at) == kNone && at > i) { // "the ministry's adviser"
            at += 2;
            continue;
        }
        if (is_sign(at, ",") && at > i && one_of(kRelated, word(at - 1))) { // "its neighbour, Peru"
            ++at;
            continue;
        }
        if (!one_of(kBeforeName, word(at)) && !one_of(kRelated, word(at)) && !(loose && may_describe(at)) &&
            !document_.tokens[std::min<std::size_t>(at, last_ - 1)].capital) {
            return kNone;
        }
        ++at;
    }
    return kNone;
}

NameList PhraseText::names_from(std::uint32_t i, bool loose) const {
    NameList list;
    list.end = i;
    if (is(i, "both") || is(i, "each") || is(i, "either")) {
        list.both = true;
        i += is(i + 1, "of") ? 2 : 1;
    }
    std::uint32_t at = i;
    std::size_t sure = 0; // names before the first comma that nothing closes
    std::uint32_t sure_end = list.end;
    while (list.mentions.size() < kLongestList) {
        const std::uint32_t mention = one_name(at, loose);
        if (mention == kNone) {
            break;
        }
        list.mentions.push_back(mention);
        if (list.mentions.size() == 1 || sure == list.mentions.size()) {
            sure = std::max<std::size_t>(sure, 1);
            sure_end = at;
        }
        const bool comma = is_sign(at, ",");
        const std::uint32_t next = comma ? at + 1 : at;
        if (is(next, "and") || is(next, "&") || (is(next, "as") && is(next + 1, "well") && is(next + 2, "as"))) {
            std::uint32_t last = next + (is(next, "as") ? 3 : 1);
            const std::uint32_t closing = one_name(last, loose);
            if (closing != kNone) {
                list.mentions.push_back(closing);
                at = last;
            }
            sure = list.mentions.size();
            sure_end = at;
            break;
        }
        if (!comma) {
            break;
        }
        at = next;
    }
    list.mentions.resize(std::min(sure, list.mentions.size()));
    list.end = list.mentions.empty() ? list.end : sure_end;
    return list;
}

} // namespace demarche::extract
