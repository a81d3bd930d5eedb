#include "extract/delegation.hpp"

#include "extract/delegation_text.hpp"
#include "extract/word_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::extract {
namespace {

constexpr std::uint32_t kLongestTitle = 12; ///< tokens

class Finder {
public:
    Finder(DelegationText& text, std::vector<DelegationMention>& into)
        : words_(text), text_(text.text()), actors_(text_.actors()), into_(into) {}

    void read(std::uint32_t sentence) {
        sentence_ = sentence;
        for (std::uint32_t i = text_.first(); i < text_.last(); ++i) {
            if (!words_.may_tell(i)) {
                continue;
            }
            read_lead(i);
            read_leadership(i);
            read_company(i);
            read_included(i);
            read_group(i);
            read_meeting(i);
            read_attendance(i);
            read_absence(i);
        }
    }

private:
    using Members = std::vector<DelegationMember>;

    [[nodiscard]] const ActorMention& mention(std::uint32_t m) const { return actors_.mentions[m]; }

    [[nodiscard]] bool is_person(std::uint32_t m) const {
        const ActorMention& named = mention(m);
        const bool kin = named.title != kNone && actors_.titles[named.title].kind == TitleKind::relation;
        return named.chain != kNone && actors_.chains[named.chain].kind == MentionKind::person && !kin;
    }

    [[nodiscard]] CountryIndex side(std::uint32_t m) const {
        const std::uint32_t chain = mention(m).chain;
        return chain == kNone ? kNoCountry : actors_.chains[chain].side;
    }

    [[nodiscard]] std::vector<std::uint32_t> persons(const NameList& names) const {
        std::vector<std::uint32_t> found;
        std::copy_if(names.mentions.begin(), names.mentions.end(), std::back_inserter(found),
                     [&](std::uint32_t m) { return is_person(m); });
        return found;
    }

    /// The one side of all whose side is known; kNoCountry: none is known, or they differ.
    [[nodiscard]] CountryIndex common_side(const std::vector<std::uint32_t>& named) const {
        CountryIndex common = kNoCountry;
        for (const std::uint32_t m : named) {
            if (side(m) != kNoCountry && common != kNoCountry && side(m) != common) {
                return kNoCountry;
            }
            common = side(m) != kNoCountry ? side(m) : common;
        }
        return common;
    }

    /// People of another side than `country` are no members.
    void emit(std::uint32_t token, const Members& members, CountryIndex country, std::size_t least) {
        DelegationMention found;
        found.sentence = sentence_;
        found.country = country;
        for (const DelegationMember& member : members) {
            const CountryIndex own = side(member.mention);
            const bool known = std::any_of(found.members.begin(), found.members.end(), [&](const DelegationMember& m) {
                return mention(m.mention).chain == mention(member.mention).chain;
            });
            if (!known && (country == kNoCountry || own == kNoCountry || own == country)) {
                found.members.push_back(member);
            }
        }
        if (found.members.size() < least) {
            return;
        }
        std::sort(found.members.begin(), found.members.end(),
                  [](const DelegationMember& a, const DelegationMember& b) { return a.mention < b.mention; });
        found.clause = text_.span(text_.first(), text_.last());
        found.event = words_.event_near(token);
        into_.push_back(std::move(found));
    }

    [[nodiscard]] CountryIndex country_of(const GroupPhrase& group) const {
        return group.country != kNoCountry || group.owner == kNone ? group.country : side(group.owner);
    }

    /// "Roe and Lind led the delegations", "the delegation led by Roe".
    void read_lead(std::uint32_t i) {
        if (!words_.is(i, DelegationWord::lead)) {
            return;
        }
        if (text_.is(i + 1, "by")) {
            const GroupPhrase group = words_.group_before(i);
            lead(i, persons(text_.names_from(i + 2)), group, MemberAs::head);
            return;
        }
        const GroupPhrase group = words_.group_from(i + 1);
        if (group.empty()) {
            return;
        }
        const Subject subject = words_.subject_of(i);
        if (!subject.negated) {
            lead(i, persons(subject.names), group, subject.modal ? MemberAs::possible : MemberAs::head);
        }
    }

    /// "under the leadership of Roe and Lind".
    void read_leadership(std::uint32_t i) {
        if (text_.is(i, "leadership") && text_.is(i + 1, "of") && i >= text_.first() + 2 && text_.is(i - 2, "under")) {
            lead(i, persons(text_.names_from(i + 2)), words_.group_before(i - 2), MemberAs::head);
        }
    }

    /// Each heads their own side's, where the sides differ; of one delegation one person is the head.
    void lead(std::uint32_t token, const std::vector<std::uint32_t>& heads, const GroupPhrase& group, MemberAs as) {
        if (heads.size() == 1 && !group.empty()) {
            const CountryIndex country = country_of(group) != kNoCountry ? country_of(group) : side(heads.front());
            emit(token, {{heads.front(), as}}, country, 1);
            return;
        }
        for (std::size_t a = 0; a < heads.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                if (side(heads[a]) == kNoCountry || side(heads[a]) == side(heads[b])) {
                    return;
                }
            }
        }
        for (const std::uint32_t head : heads) {
            if (heads.size() > 1 && side(head) != kNoCountry) {
                emit(token, {{head, as}}, side(head), 1);
            }
        }
    }

    /// "Roe was accompanied by Lind", "Lind accompanied Roe", "Roe brought along Lind".
    void read_company(std::uint32_t i) {
        if (words_.is(i, DelegationWord::bring)) {
            read_bringing(i);
            return;
        }
        if (words_.is(i, DelegationWord::with)) {
            std::uint32_t by = i + 1; // "joined in Lima on Monday by"
            while (by < i + 8 && text_.is_word(by) && !text_.is(by, "by")) {
                ++by;
            }
            if (text_.is(by, "by")) {
                together(i, words_.subject_of(i), text_.names_from(by + 1));
                return;
            }
        }
        if (words_.is(i, DelegationWord::goes_with)) {
            const NameList whom = text_.names_from(i + 1);
            if (!whom.mentions.empty()) {
                together(i, words_.subject_of(i), whom);
            }
        }
    }

    void read_bringing(std::uint32_t i) {
        const bool along = text_.is(i + 1, "along");
        const bool with = text_.is(i + 1, "with") && (text_.is(i + 2, "him") || text_.is(i + 2, "her"));
        const NameList brought = text_.names_from(i + (along ? 2 : with ? 3 : 1));
        if (along || with || text_.is(brought.end, "along")) {
            together(i, words_.subject_of(i), brought);
        }
    }

    void together(std::uint32_t token, const Subject& subject, const NameList& others) {
        if (subject.negated || subject.names.mentions.empty()) {
            return;
        }
        const std::vector<std::uint32_t> first = persons(subject.names);
        const std::vector<std::uint32_t> second = persons(others);
        if (first.empty() || second.empty() || common_side(first) == kNoCountry) {
            return;
        }
        Members members;
        for (const std::uint32_t m : first) {
            members.push_back({m, MemberAs::member});
        }
        for (const std::uint32_t m : second) {
            if (serves_another(m)) {
                continue;
            }
            members.push_back({m, subject.modal ? MemberAs::possible : MemberAs::member});
        }
        emit(token, members, common_side(first), 2);
    }

    /// "African Union envoy Roe": of a body that is of no side.
    [[nodiscard]] bool serves_another(std::uint32_t m) const {
        const auto& titles = actors_.chains[mention(m).chain].titles;
        return side(m) == kNoCountry && std::any_of(titles.begin(), titles.end(), [&](std::uint32_t t) {
                   const std::uint32_t body = actors_.titles[t].body_chain;
                   return body != kNone && actors_.chains[body].side == kNoCountry;
               });
    }

    /// "The Peruvian delegation includes Roe and Lind", "consists of", "is made up of".
    void read_included(std::uint32_t i) {
        std::uint32_t from = words_.is(i, DelegationWord::include) ? i + 1 : 0;
        if (text_.is(i, "consists") || text_.is(i, "consisted") || text_.is(i, "consisting") ||
            text_.is(i, "composed") || text_.is(i, "made")) {
            from = text_.is(i + 1, "of") ? i + 2 : text_.is(i + 2, "of") ? i + 3 : from;
        }
        if (from == 0) {
            return;
        }
        GroupPhrase group = words_.group_before(i);
        if (group.empty() && i > text_.first() && (text_.is_sign(i - 1, ",") || text_.is(i - 1, "and"))) {
            group = words_.group_from(text_.first()); // "the delegation is led by Roe and includes"
        }
        if (!group.empty()) {
            list(i, persons(text_.names_from(from)), group, 1);
        }
    }

    /// "the team chosen by Moreno: Roe and Lind", "a delegation of Roe and Lind", "the head of the delegation".
    void read_group(std::uint32_t i) {
        if (!words_.is(i, DelegationWord::group) && !words_.is(i, DelegationWord::team)) {
            return;
        }
        GroupPhrase group = words_.group_before(i + 1);
        std::uint32_t at = i + 1;
        if (words_.is(at, DelegationWord::chosen) && text_.is(at + 1, "by")) {
            const NameList by = text_.names_from(at + 2);
            at = by.end;
            group.owner = group.owner == kNone && by.mentions.size() == 1 ? by.mentions.front() : group.owner;
        } else if (group.empty()) {
            return;
        }
        read_head(i, group);
        const bool listed = text_.is_sign(at, ":") || text_.is_sign(at, "—") || text_.is_sign(at, "–") ||
                            text_.is_sign(at, "--") || text_.is_sign(at, "(") || text_.is(at, "of");
        if (listed) {
            list(i, persons(text_.names_from(at + 1)), group, 2);
        }
    }

    /// "Roe, the head of the Peruvian delegation", at its last word.
    void read_head(std::uint32_t i, const GroupPhrase& group) {
        std::uint32_t head = i;
        while (head > text_.first() && i - head < kLongestTitle && !is_head_word(head)) {
            --head;
        }
        if (group.empty() || !is_head_word(head) || !text_.is(head + 1, "of")) {
            return;
        }
        const std::uint32_t byte = text_.span(head, head + 1).begin;
        const std::uint32_t from = head > text_.first() + kLongestTitle ? head - kLongestTitle : text_.first();
        for (std::uint32_t at = from; at < std::min(text_.last(), i + kLongestTitle); ++at) {
            const std::uint32_t m = text_.mention_at(at);
            if (m != kNone && is_person(m) && mention(m).whole.begin <= byte && byte < mention(m).whole.end) {
                lead(i, {m}, group, MemberAs::head);
                return;
            }
        }
    }

    [[nodiscard]] bool is_head_word(std::uint32_t i) const {
        return text_.is(i, "head") || text_.is(i, "leader") || text_.is(i, "chief");
    }

    void
    list(std::uint32_t token, const std::vector<std::uint32_t>& named, const GroupPhrase& group, std::size_t least) {
        CountryIndex country = country_of(group) != kNoCountry ? country_of(group) : common_side(named);
        if (country == kNoCountry && !into_.empty() && into_.back().sentence == sentence_) {
            country = into_.back().country; // "the delegation, led by Roe, includes"
        }
        Members members;
        for (const std::uint32_t m : named) {
            members.push_back({m, MemberAs::member});
        }
        emit(token, members, country, least);
    }

    /// "Roe, Lind and Quint will meet the Chilean delegation": two or more of one side, on either side of the verb.
    void read_meeting(std::uint32_t i) {
        const bool meets = words_.is(i, DelegationWord::meet);
        const bool talks = text_.is(i, "talks") && text_.is(i + 1, "with");
        if (!meets && !talks) {
            return;
        }
        const std::uint32_t verb = talks && i > text_.first() ? i - 1 : i;
        const Subject subject = words_.subject_of(verb);
        if (subject.negated || subject.modal) {
            return;
        }
        several(i, subject.names);
        several(i, text_.names_from(text_.is(i + 1, "with") ? i + 2 : i + 1));
    }

    /// Two or more of one side.
    void several(std::uint32_t token, const NameList& names) {
        const std::vector<std::uint32_t> named = persons(names);
        const CountryIndex country = common_side(named);
        if (named.size() < 2 || country == kNoCountry) {
            return;
        }
        Members members;
        for (const std::uint32_t m : named) {
            members.push_back({m, MemberAs::member});
        }
        emit(token, members, country, 2);
    }

    /// "were present", "attended", "took part in"; with "might" they are possible members.
    void read_attendance(std::uint32_t i) {
        const std::uint32_t verb = attendance_verb(i);
        if (verb == kNone) {
            return;
        }
        Subject subject = words_.subject_of(verb);
        if (subject.names.mentions.empty()) {
            subject = said_subject(verb);
        }
        if (subject.negated) {
            return;
        }
        if (!subject.modal) {
            several(i, subject.names);
            return;
        }
        Members members;
        for (const std::uint32_t m : persons(subject.names)) {
            if (!is_principal(m) && side(m) != kNoCountry) {
                members.push_back({m, MemberAs::possible});
            }
        }
        if (!members.empty()) {
            emit(i, members, common_side(persons(subject.names)), 1);
        }
    }

    /// Whoever sends delegations is no member of one by coming.
    [[nodiscard]] bool is_principal(std::uint32_t m) const {
        const auto& titles = actors_.chains[mention(m).chain].titles;
        return std::any_of(titles.begin(), titles.end(), [&](std::uint32_t t) {
            const TitleKind kind = actors_.titles[t].kind;
            return kind == TitleKind::head || kind == TitleKind::royal;
        });
    }

    /// The first word of "be in attendance", "were present", "attended the talks", "take part" at i, behind "be";
    /// kNone: none is.
    [[nodiscard]] std::uint32_t attendance_verb(std::uint32_t i) const {
        const bool present = (text_.is(i, "present") && !text_.is_word(i + 1)) ||
                             (text_.is(i, "present") && (text_.is(i + 1, "for") || text_.is(i + 1, "at") ||
                                                         text_.is(i + 1, "in") || text_.is(i + 1, "during"))) ||
                             (text_.is(i, "attendance") && i > text_.first() && text_.is(i - 1, "in"));
        const bool takes = (text_.is(i, "take") || text_.is(i, "took")) && text_.is(i + 1, "part");
        const bool attends = words_.is(i, DelegationWord::attend) && !text_.is(i + 1, "by");
        if (!present && !takes && !attends) {
            return kNone;
        }
        return text_.is(i, "attendance") ? i - 1 : i;
    }

    /// "Roe, the head of the fund, who the government said might be in attendance".
    [[nodiscard]] Subject said_subject(std::uint32_t verb) const {
        Subject subject;
        std::uint32_t at = verb;
        for (int steps = 0; steps < 4 && at > text_.first() && !text_.is(at, "said"); ++steps) {
            --at;
            subject.modal = subject.modal || words_.is(at, DelegationWord::modal);
            subject.negated = subject.negated || words_.is(at, DelegationWord::negation);
        }
        for (int steps = 0; steps < 8 && at > text_.first() && text_.is_word(at) && !text_.is(at, "who"); ++steps) {
            --at;
        }
        if (text_.is(at, "who") && subject.modal) {
            subject.names = words_.subject_of(at).names;
        }
        return subject;
    }

    /// "without Roe", "Roe did not travel with the delegation".
    void read_absence(std::uint32_t i) {
        const bool travels = text_.is(i, "travel") || text_.is(i, "attend") || text_.is(i, "join") ||
                             text_.is(i, "come") || text_.is(i, "go") || text_.is(i, "participate") ||
                             (text_.is(i, "take") && text_.is(i + 1, "part"));
        if (!travels) {
            return;
        }
        const Subject subject = words_.subject_of(i);
        if (!subject.negated || subject.modal) {
            return;
        }
        Members members;
        for (const std::uint32_t m : persons(subject.names)) {
            if (side(m) != kNoCountry && !is_principal(m)) {
                members.push_back({m, MemberAs::absent});
            }
        }
        if (!members.empty()) {
            emit(i, members, common_side(persons(subject.names)), 1);
        }
    }

    DelegationText& words_;
    const PhraseText& text_;
    const Actors& actors_;
    std::vector<DelegationMention>& into_;
    std::uint32_t sentence_ = 0;
};

} // namespace

std::vector<DelegationMention> find_delegations(const Document& document,
                                                const Actors& actors,
                                                const WordTables& tables,
                                                const std::vector<EventNoun>& nouns,
                                                Span body) {
    std::vector<DelegationMention> found;
    const std::vector<Timex> no_times;
    PhraseText text(document, actors, *tables.lexicon, no_times);
    DelegationText words(text, tables, nouns);
    Finder finder(words, found);
    const bool whole = body.begin == body.end;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        const std::uint32_t begin = document.tokens[sentence.first].span.begin;
        if (sentence.heading || (!whole && (begin < body.begin || begin >= body.end))) {
            continue;
        }
        text.enter(s);
        words.enter(s);
        finder.read(s);
    }
    return found;
}

} // namespace demarche::extract
