#include "extract/told_ties.hpp"

#include "extract/delegation_text.hpp"
#include "extract/word_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace demarche::extract {
namespace {

enum class TieWord : std::uint8_t { appointed, heads, advises, represents, speaks_for, works_for, member_of };

constexpr std::array<std::string_view, 7> kClasses{"appointed",  "heads",     "advises",  "represents",
                                                   "speaks-for", "works-for", "member-of"};

class Finder {
public:
    Finder(const DelegationText& words, const WordTables& tables, std::vector<NamedTie>& into)
        : words_(words), text_(words.text()), tables_(tables), into_(into) {}

    void read() {
        for (std::uint32_t i = text_.first(); i < text_.last(); ++i) {
            const std::uint32_t bits = text_.is_word(i) ? tables_.ties->of(text_.word(i)) : 0;
            for (unsigned c = 0; c < kClasses.size() && bits != 0; ++c) {
                if ((bits & (std::uint32_t{1} << c)) != 0) {
                    read_verb(i, static_cast<TieWord>(c));
                }
            }
        }
    }

private:
    [[nodiscard]] MentionKind kind(std::uint32_t m) const {
        const std::uint32_t chain = text_.actors().mentions[m].chain;
        return chain == kNone ? MentionKind::unknown : text_.actors().chains[chain].kind;
    }

    void add(std::uint32_t from, std::uint32_t to, TieType type) {
        const auto& mentions = text_.actors().mentions;
        const NamedTie tie{mentions[from].chain,
                           mentions[to].chain,
                           type,
                           {std::min(mentions[from].span.begin, mentions[to].span.begin),
                            std::max(mentions[from].span.end, mentions[to].span.end)}};
        if (tie.from != kNone && tie.to != kNone && tie.from != tie.to) {
            into_.push_back(tie);
        }
    }

    void read_verb(std::uint32_t i, TieWord word) {
        switch (word) {
        case TieWord::appointed:
            read_appointment(i);
            break;
        case TieWord::heads:
            read_standing(i, i + 1, TieType::heads);
            break;
        case TieWord::advises:
            read_standing(i, i + 1, TieType::advises);
            break;
        case TieWord::represents:
            read_standing(i, i + 1, TieType::represents);
            break;
        case TieWord::speaks_for:
            if (text_.is(i + 1, "for")) {
                read_standing(i, i + 2, TieType::speaks_for);
            }
            break;
        case TieWord::works_for:
            if (text_.is(i + 1, "for")) {
                read_standing(i, i + 2, TieType::member_of);
            }
            break;
        case TieWord::member_of:
            read_member(i);
            break;
        }
    }

    /// "Roe, who heads the Grain Fund": one person and one other, nothing that hangs on its name.
    void read_standing(std::uint32_t verb, std::uint32_t object, TieType type) {
        const Subject subject = words_.subject_of(verb);
        const NameList whom = text_.names_from(object);
        if (subject.modal || subject.negated || subject.names.mentions.size() != 1 || whom.mentions.size() != 1) {
            return;
        }
        const std::uint32_t from = subject.names.mentions.front();
        const std::uint32_t to = whom.mentions.front();
        const bool person = kind(to) == MentionKind::person;
        const bool state = kind(to) == MentionKind::state;
        const bool body = kind(to) == MentionKind::organisation;
        const bool fits = type == TieType::heads || type == TieType::member_of
                              ? body || (state && type == TieType::heads)
                              : person || body || state;
        // "leads Peru in exports", "runs Peru's mines", "heads Grain Fund talks"
        const bool ends = !text_.is_word(whom.end) || text_.is(whom.end, "and") || text_.is(whom.end, "on") ||
                          text_.is(whom.end, "told") || text_.is(whom.end, "said");
        if (kind(from) == MentionKind::person && fits && ends) {
            add(from, to, state && type == TieType::heads ? TieType::leads : type);
        }
    }

    /// "Roe, a senior member of the Grain Council".
    void read_member(std::uint32_t i) {
        if (!text_.is(i + 1, "of")) {
            return;
        }
        std::uint32_t begin = i;
        while (begin > text_.first() && i - begin < 4 && text_.is_word(begin - 1) && !text_.is(begin, "a") &&
               !text_.is(begin, "an") && !text_.is(begin, "the")) {
            --begin;
        }
        const bool article = text_.is(begin, "a") || text_.is(begin, "an") || text_.is(begin, "the");
        const bool apposition = begin > text_.first() && text_.is_sign(begin - 1, ",");
        if (!article || (!apposition && !text_.is(begin - 1, "is"))) {
            return; // "was once a member"
        }
        const Subject subject = words_.subject_of(begin);
        const NameList whom = text_.names_from(i + 2);
        if (!subject.negated && !subject.modal && subject.names.mentions.size() == 1 && whom.mentions.size() == 1 &&
            kind(subject.names.mentions.front()) == MentionKind::person &&
            kind(whom.mentions.front()) == MentionKind::organisation) {
            add(subject.names.mentions.front(), whom.mentions.front(), TieType::member_of);
        }
    }

    void read_appointment(std::uint32_t i) {
        if (const std::uint32_t by = by_behind(i); by != 0) {
            read_chosen_by(i, by);
            return;
        }
        const Subject subject = words_.subject_of(i);
        const NameList whom = text_.names_from(i + 1);
        if (subject.modal || subject.negated || passive(i) || subject.names.mentions.size() != 1 ||
            whom.mentions.empty() || !names_office(i, whom)) {
            return;
        }
        const std::uint32_t from = subject.names.mentions.front();
        if (kind(from) == MentionKind::unknown) {
            return;
        }
        for (const std::uint32_t to : whom.mentions) {
            if (kind(to) == MentionKind::person) {
                add(from, to, TieType::appointed);
            }
        }
    }

    /// "was", "is", "been" before the verb.
    [[nodiscard]] bool passive(std::uint32_t i) const {
        return i > text_.first() && (text_.is(i - 1, "was") || text_.is(i - 1, "were") || text_.is(i - 1, "been") ||
                                     text_.is(i - 1, "is") || text_.is(i - 1, "are") || text_.is(i - 1, "being"));
    }

    /// "named Roe as minister", "tapped Roe to lead", "chose Roe finance minister".
    [[nodiscard]] bool names_office(std::uint32_t verb, const NameList& whom) const {
        if (text_.is(verb, "appointed") || text_.is(verb, "nominated")) {
            return true;
        }
        if (text_.is(whom.end, "as") || (text_.is(whom.end, "to") && text_.is_word(whom.end + 1))) {
            return !text_.is(whom.end, "to") || text_.is(whom.end + 1, "lead") || text_.is(whom.end + 1, "head") ||
                   text_.is(whom.end + 1, "run") || text_.is(whom.end + 1, "serve") || text_.is(whom.end + 1, "be");
        }
        return tables_.lexicon->match(text_.document(), std::min(whom.end, text_.last() - 1), text_.last())
            .classes.has(LexClass::title);
    }

    /// The "by" of "was named finance minister by", "chosen by"; 0: none.
    [[nodiscard]] std::uint32_t by_behind(std::uint32_t i) const {
        for (std::uint32_t at = i + 1; at < i + 8 && text_.is_word(at); ++at) {
            if (text_.is(at, "by")) {
                return at;
            }
            if (text_.is(at, "in") || text_.is(at, "at") || text_.is(at, "for")) {
                return 0; // "named in a report by"
            }
        }
        return 0;
    }

    /// "Lind was named minister by Roe"; "Lind and Quint — the team chosen by Roe".
    void read_chosen_by(std::uint32_t i, std::uint32_t by) {
        const NameList chooser = text_.names_from(by + 1);
        if (chooser.mentions.size() != 1 || kind(chooser.mentions.front()) == MentionKind::unknown) {
            return;
        }
        Subject chosen;
        if (passive(i)) {
            chosen = words_.subject_of(i);
        } else if (i > text_.first() + 2 && words_.is(i - 1, DelegationWord::team) && text_.is(i - 2, "the")) {
            chosen = words_.subject_of(i - 2);
        }
        if (chosen.negated || chosen.modal) {
            return;
        }
        for (const std::uint32_t to : chosen.names.mentions) {
            if (kind(to) == MentionKind::person) {
                add(chooser.mentions.front(), to, TieType::appointed);
            }
        }
    }

    const DelegationText& words_;
    const PhraseText& text_;
    const WordTables& tables_;
    std::vector<NamedTie>& into_;
};

bool has_tie_word(const WordClasses& ties, const Document& document, const Sentence& sentence) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Token& token = document.tokens[i];
        if (token.kind == TokenKind::word && !token.capital && ties.of(std::string(document.words(token))) != 0) {
            return true;
        }
    }
    return false;
}

} // namespace

WordClasses read_tie_words(const TableSource& source, Diagnostics& diagnostics) {
    return {"tie_words", kClasses, source, diagnostics};
}

const WordClasses& tie_words() {
    static const WordClasses words = built_in_classes(read_tie_words);
    return words;
}

void add_told_ties(const Document& document, const WordTables& tables, Span body, Actors& actors) {
    std::vector<NamedTie> told;
    const std::vector<Timex> no_times;
    const std::vector<EventNoun> no_nouns;
    PhraseText text(document, actors, *tables.lexicon, no_times);
    DelegationText words(text, tables, no_nouns);
    Finder finder(words, tables, told);
    const bool whole = body.begin == body.end;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        const std::uint32_t begin = document.tokens[sentence.first].span.begin;
        const bool inside = whole || (begin >= body.begin && begin < body.end);
        if (!sentence.heading && inside && has_tie_word(*tables.ties, document, sentence)) {
            text.enter(s);
            words.enter(s);
            finder.read();
        }
    }
    const auto same = [](const NamedTie& a, const NamedTie& b) {
        return a.from == b.from && a.to == b.to && a.type == b.type;
    };
    for (const NamedTie& tie : told) {
        if (std::none_of(actors.ties.begin(), actors.ties.end(), [&](const NamedTie& t) { return same(t, tie); })) {
            actors.ties.push_back(tie);
        }
    }
}

} // namespace demarche::extract
