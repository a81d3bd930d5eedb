#include "extract/delegation_text.hpp"

#include "extract/word_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::extract {
namespace {

constexpr std::array<std::string_view, 15> kClasses{"group",    "team",    "lead",   "with",         "goes-with",
                                                    "bring",    "include", "chosen", "meet",         "modal",
                                                    "negation", "between", "attend", "meeting-verb", "trigger"};
constexpr std::uint32_t kLongestGap = 8;

} // namespace

WordClasses read_delegation_words(const TableSource& source, Diagnostics& diagnostics) {
    return {"delegation_words", kClasses, source, diagnostics};
}

const WordClasses& delegation_words() {
    static const WordClasses words = built_in_classes(read_delegation_words);
    return words;
}

DelegationText::DelegationText(const PhraseText& text, const WordTables& tables, const std::vector<EventNoun>& nouns)
    : text_(text), lexicon_(*tables.lexicon), nouns_(nouns), words_(*tables.delegation) {}

void DelegationText::enter(std::uint32_t sentence) {
    told_before_ = sentence == sentence_ + 1 && sentence_ != kNone ? std::move(told_) : std::vector<Told>{};
    told_.clear();
    sentence_ = sentence;
    bits_.clear();
    for (std::uint32_t i = text_.first(); i < text_.last(); ++i) {
        bits_.push_back(text_.is_word(i) ? words_.of(text_.word(i)) : 0);
    }
    read_rows();
    read_events(sentence);
}

void DelegationText::read_rows() {
    rows_.clear();
    for (std::uint32_t i = text_.first(); i < text_.last();) {
        NameList names;
        if (text_.mention_from(i) != kNone) {
            names = text_.names_from(i);
        }
        if (names.mentions.empty()) {
            ++i;
            continue;
        }
        const std::uint32_t end = std::max(names.end, i + 1);
        rows_.push_back({i, std::move(names)});
        i = end;
    }
}

void DelegationText::read_events(std::uint32_t sentence) {
    while (noun_ < nouns_.size() && nouns_[noun_].sentence < sentence) {
        ++noun_;
    }
    for (std::size_t n = noun_; n < nouns_.size() && nouns_[n].sentence == sentence; ++n) {
        const EventNoun& noun = nouns_[n];
        if (noun.type.category == "consult" && noun.relation.end == 0 && noun.hint != NounHint::negated) {
            told_.push_back({text_.token_at(noun.noun.begin), noun.noun});
        }
    }
    for (std::uint32_t i = text_.first(); i < text_.last(); ++i) {
        if (is(i, DelegationWord::meeting_verb)) {
            told_.push_back({i, text_.span(i, i + 1)});
        }
    }
}

Span DelegationText::event_near(std::uint32_t i) const {
    const auto distance = [&](const Told& told) { return told.token > i ? told.token - i : i - told.token; };
    const auto nearest = std::min_element(told_.begin(), told_.end(),
                                          [&](const Told& a, const Told& b) { return distance(a) < distance(b); });
    if (nearest != told_.end()) {
        return nearest->span;
    }
    return told_before_.empty() ? Span{} : told_before_.front().span;
}

Subject DelegationText::subject_of(std::uint32_t verb) const {
    Subject subject;
    std::uint32_t at = verb;
    const auto row_ending = [&](std::uint32_t end) {
        const auto found =
            std::partition_point(rows_.begin(), rows_.end(), [&](const Row& row) { return row.names.end < end; });
        return found != rows_.end() && found->names.end == end ? &*found : nullptr;
    };
    for (std::uint32_t steps = 0; steps < kLongestGap && at > text_.first(); ++steps) {
        if (const Row* row = row_ending(at); row != nullptr) {
            subject.names = row->names;
            return subject;
        }
        const std::uint32_t before = at - 1;
        subject.modal = subject.modal || is(before, DelegationWord::modal);
        subject.negated = subject.negated || is(before, DelegationWord::negation) || text_.is(before, "did");
        const bool skips = is(before, DelegationWord::between) || is(before, DelegationWord::modal) ||
                           is(before, DelegationWord::negation) || text_.is(before, "did") ||
                           text_.is_sign(before, ",") || text_.is_sign(before, "—") || text_.is_sign(before, "–") ||
                           text_.is_sign(before, "--") || text_.time_at(before) != kNone ||
                           text_.word(before).ends_with("ly");
        if (!skips) {
            break;
        }
        at = before;
    }
    return {};
}

/// The land that an adjective or name at token i names.
CountryIndex DelegationText::country_at(std::uint32_t i) const {
    const LexMatch match = lexicon_.match(text_.document(), i, text_.last());
    return match.entry != nullptr && match.classes.any(LexClass::adjective, LexClass::country) ? match.entry->country
                                                                                               : kNoCountry;
}

bool DelegationText::ends_group(std::uint32_t i) const {
    constexpr std::array<std::string_view, 9> kEnds{"of", "with", "in", "and", "for", "by", "on", "that", "who"};
    return !text_.is_word(i) || is(i, DelegationWord::between) ||
           std::find(kEnds.begin(), kEnds.end(), text_.word(i)) != kEnds.end();
}

GroupPhrase DelegationText::group_from(std::uint32_t i) const {
    GroupPhrase group;
    bool marked = false; // "his team", "the Russian team", "the negotiating team"
    for (std::uint32_t at = i; at < std::min(i + kLongestGap, text_.last()); ++at) {
        if (is(at, DelegationWord::group) || (marked && is(at, DelegationWord::team))) {
            group.begin = i;
            group.end = at + 1;
            group.plural = text_.word(at).ends_with("s");
            return group;
        }
        if (ends_group(at)) {
            return {};
        }
        const CountryIndex country = country_at(at);
        group.country = country != kNoCountry ? country : group.country;
        const std::uint32_t owner = text_.is_possessive(at) && at > i ? text_.mention_at(at - 1) : kNone;
        group.owner = owner != kNone ? owner : group.owner;
        const std::string word = text_.word(at);
        marked = marked || country != kNoCountry || owner != kNone || word == "his" || word == "her" || word == "its" ||
                 word == "their" || word == "negotiating";
    }
    return {};
}

GroupPhrase DelegationText::group_before(std::uint32_t i) const {
    std::uint32_t end = i;
    for (int steps = 0; steps < 4 && end > text_.first(); ++steps) {
        const std::uint32_t before = end - 1;
        if (is(before, DelegationWord::group) || is(before, DelegationWord::team)) {
            break;
        }
        if (!is(before, DelegationWord::between) && !text_.is_sign(before, ",") && !text_.is(before, "which") &&
            !text_.is(before, "that")) {
            return {};
        }
        end = before;
    }
    if (end == text_.first()) {
        return {};
    }
    std::uint32_t begin = end - 1;
    while (begin > text_.first() && end - begin < kLongestGap && !ends_group(begin - 1)) {
        --begin;
    }
    const GroupPhrase group = group_from(begin);
    return group.end == end ? group : GroupPhrase{};
}

} // namespace demarche::extract
