#include "extract/noun_phrase.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

constexpr int kLongest = 12;

bool ends_as_adjective(std::string_view word, bool verb_too) {
    constexpr std::array<std::string_view, 8> kSure{"ous", "ive", "ful", "ible", "able", "less", "ical", "ish"};
    constexpr std::array<std::string_view, 8> kLikely{"al", "ic", "ary", "ed", "ing", "ent", "ant", "ese"};
    const auto ends = [&](std::string_view ending) {
        return word.size() > ending.size() + 2 && word.ends_with(ending);
    };
    return std::any_of(kSure.begin(), kSure.end(), ends) ||
           (!verb_too && std::any_of(kLikely.begin(), kLikely.end(), ends));
}

class Reader {
public:
    Reader(const PhraseText& text, const EventNounTable& table, std::uint32_t noun, const NounEntry& entry)
        : text_(text), table_(table), entry_(entry), at_(noun) {
        found_.begin = noun;
    }

    BeforeNoun run() {
        int unknown = 0;
        for (int steps = 0; steps < kLongest && at_ > text_.first(); ++steps) {
            const std::uint32_t previous = at_ - 1;
            if (text_.is_possessive(previous)) {
                read_owner(previous);
                break;
            }
            if (text_.time_at(previous) != kNone) {
                take_time(previous);
                at_ = found_.begin = text_.begin_of_time(previous);
                continue;
            }
            if (closes_date(previous)) {
                at_ = previous;
                continue;
            }
            if (text_.mention_at(previous) != kNone) {
                if (!take_mention(previous)) {
                    break;
                }
                continue;
            }
            const std::string word = text_.word(previous);
            if (is_determiner(word)) {
                take_determiner(word, previous);
                break;
            }
            if (take_place(previous) || take_measure(word, previous) || take_modifier(word, previous) ||
                skip_and(word, previous)) {
                continue;
            }
            // "the coal talks": an unknown noun, where an article stands before it.
            if (++unknown > 2 || entry_.verb || !may_modify(word, previous) || !article_before(previous)) {
                break;
            }
            at_ = found_.begin = previous;
            found_.described = true;
        }
        std::reverse(found_.before.begin(), found_.before.end());
        return found_;
    }

private:
    [[nodiscard]] bool is(const std::string& word, PhraseWord c) const { return table_.is(word, c); }

    [[nodiscard]] bool is_determiner(const std::string& word) const {
        return is(word, PhraseWord::the) || is(word, PhraseWord::a) || is(word, PhraseWord::no) ||
               is(word, PhraseWord::any) || is(word, PhraseWord::own);
    }

    void hint(NounHint hint) {
        if (found_.hint == NounHint::none || hint == NounHint::negated) {
            found_.hint = hint;
        }
    }

    void take_determiner(const std::string& word, std::uint32_t i) {
        const bool those = word == "that" && entry_.plural;
        const bool clause = (word == "that" && (entry_.verb || entry_.plural)) || (those && entry_.verb);
        if (clause) { // "issues that deal with", "said that talks"
            return;
        }
        found_.begin = i;
        found_.determined = true;
        found_.definite = is(word, PhraseWord::the) || is(word, PhraseWord::own);
        if (is(word, PhraseWord::no)) {
            hint(NounHint::negated);
        } else if (is(word, PhraseWord::any)) {
            hint(NounHint::possible);
        }
    }

    void take_time(std::uint32_t i) {
        found_.described = true;
        found_.time = text_.times()[text_.time_at(i)].when.empty() ? found_.time : text_.time_at(i);
        const std::uint32_t begin = text_.begin_of_time(i);
        for (std::uint32_t at = begin; at <= i; ++at) {
            const std::string word = text_.word(at);
            if (is(word, PhraseWord::planned)) {
                hint(NounHint::planned);
            } else if (is(word, PhraseWord::past)) {
                hint(NounHint::past);
            }
        }
    }

    /// The comma of "the May 3, 2019, attack": a date that an article or owner stands before.
    [[nodiscard]] bool closes_date(std::uint32_t comma) const {
        if (!text_.is_sign(comma, ",") || comma != found_.begin - 1 || comma < text_.first() + 2 ||
            text_.time_at(comma - 1) == kNone) {
            return false;
        }
        const std::uint32_t begin = text_.begin_of_time(comma - 1);
        return begin > text_.first() && text_.document().tokens[comma - 1].kind == TokenKind::number &&
               (is_determiner(text_.word(begin - 1)) || text_.is_possessive(begin - 1));
    }

    /// "Roe's", "Tuesday's", "the country's".
    void read_owner(std::uint32_t sign) {
        found_.determined = found_.definite = true;
        found_.begin = sign;
        if (sign == text_.first()) {
            return;
        }
        const std::uint32_t last = sign - 1;
        if (text_.time_at(last) != kNone) {
            take_time(last);
            found_.begin = text_.begin_of_time(last);
            return;
        }
        const std::uint32_t mention = text_.mention_at(last);
        if (mention != kNone) {
            found_.owner = mention;
            found_.begin = std::min(text_.begin_of(mention), sign);
        } else {
            found_.begin = last;
            for (int steps = 0; steps < 3 && found_.begin > text_.first(); ++steps) {
                const std::string word = text_.word(found_.begin - 1);
                if (is(word, PhraseWord::the)) {
                    break;
                }
                if (!text_.is_capital(found_.begin - 1)) {
                    break;
                }
                --found_.begin;
            }
        }
        if (found_.begin > text_.first() && text_.is(found_.begin - 1, "the")) {
            --found_.begin;
        }
    }

    /// "U.S.-Russia talks", "the Peruvian attack"; a name before a word that is a verb as well is its subject.
    bool take_mention(std::uint32_t last) {
        const std::uint32_t mention = text_.mention_at(last);
        const ActorMention& found = text_.actors().mentions[mention];
        if (found.form == MentionForm::pronoun || found.form == MentionForm::title) {
            return false;
        }
        std::uint32_t begin = std::min(text_.token_at(found.span.begin), last);
        // "U.S.-Russia": two mentions in one token
        const auto& all = text_.actors().mentions;
        for (const std::uint32_t other : {mention + 1, mention}) {
            if (other < all.size() && text_.token_at(all[other].span.begin) == begin &&
                (other == mention || all[other].span.begin > found.span.begin)) {
                found_.before.push_back(other);
            }
        }
        at_ = found_.begin = begin;
        found_.described = true;
        return true;
    }

    /// "the Jeddah talks", "a Camp David summit".
    bool take_place(std::uint32_t last) {
        std::uint32_t begin = last + 1;
        while (begin > text_.first() + 1 && last + 1 - begin < 3 && text_.is_capital(begin - 1) &&
               text_.mention_at(begin - 1) == kNone && text_.time_at(begin - 1) == kNone) {
            --begin;
        }
        if (begin > last || !(is(text_.word(begin - 1), PhraseWord::the) || is(text_.word(begin - 1), PhraseWord::a))) {
            return false;
        }
        found_.place = text_.span(begin, last + 1);
        at_ = found_.begin = begin;
        found_.described = true;
        return true;
    }

    /// "a series of meetings", "the latest round of talks".
    bool take_measure(const std::string& word, std::uint32_t i) {
        if (word != "of" || i == text_.first() || !is(text_.word(i - 1), PhraseWord::measure)) {
            return false;
        }
        at_ = found_.begin = i - 1;
        found_.described = true;
        return true;
    }

    bool take_modifier(const std::string& word, std::uint32_t i) {
        if (is(word, PhraseWord::reject_before)) {
            found_.rejected = true;
        }
        const bool known = is(word, PhraseWord::modifier) || is(word, PhraseWord::planned) ||
                           is(word, PhraseWord::possible) || is(word, PhraseWord::cancelled) ||
                           is(word, PhraseWord::past);
        const bool number = text_.document().tokens[i].kind == TokenKind::number;
        const bool hyphen = word.find('-') != std::string::npos && word.size() > 3;
        if (!known && !number && !hyphen &&
            (text_.is_capital(i) || is(word, PhraseWord::behind) || is(word, PhraseWord::verb) ||
             is(word, PhraseWord::light) || !ends_as_adjective(word, entry_.verb || entry_.plural))) {
            return false;
        }
        if (is(word, PhraseWord::cancelled)) {
            hint(NounHint::cancelled);
        } else if (is(word, PhraseWord::planned)) {
            hint(NounHint::planned);
        } else if (is(word, PhraseWord::possible)) {
            hint(NounHint::possible);
        } else if (is(word, PhraseWord::past)) {
            hint(NounHint::past);
        }
        found_.separate = found_.separate || word == "separate";
        at_ = found_.begin = i;
        found_.described = true;
        return true;
    }

    /// "long and difficult talks".
    bool skip_and(const std::string& word, std::uint32_t i) {
        const bool joins = word == "and" || text_.is_sign(i, ",");
        if (!joins || i == text_.first() || !found_.described || found_.begin != i + 1) {
            return false;
        }
        const std::string before = text_.word(i - 1);
        if (!is(before, PhraseWord::modifier) || !is(text_.word(i + 1), PhraseWord::modifier)) {
            return false;
        }
        at_ = i;
        return true;
    }

    [[nodiscard]] bool may_modify(const std::string& word, std::uint32_t i) const {
        return text_.is_word(i) && word.size() > 2 && !is(word, PhraseWord::behind) && !is(word, PhraseWord::verb) &&
               !is(word, PhraseWord::light);
    }

    [[nodiscard]] bool article_before(std::uint32_t i) const {
        for (int steps = 0; steps < 3 && i > text_.first(); ++steps) {
            --i;
            const std::string word = text_.word(i);
            if (is_determiner(word) || text_.is_possessive(i)) {
                // "the countries want negotiations": a plural needs no article of its own
                return !entry_.plural ||
                       (i > text_.first() &&
                        (text_.is(i - 1, "of") || text_.is(i - 1, "after") || text_.is(i - 1, "before") ||
                         text_.is(i - 1, "in") || text_.is(i - 1, "following") || text_.is(i - 1, "during")));
            }
            if (!may_modify(word, i)) {
                return false;
            }
        }
        return false;
    }

    const PhraseText& text_;
    const EventNounTable& table_;
    const NounEntry& entry_;
    BeforeNoun found_;
    std::uint32_t at_;
};

} // namespace

BeforeNoun
read_before(const PhraseText& text, const EventNounTable& table, std::uint32_t noun, const NounEntry& entry) {
    return Reader(text, table, noun, entry).run();
}

} // namespace demarche::extract
