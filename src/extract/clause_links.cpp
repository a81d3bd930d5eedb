#include "extract/clause.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace demarche::extract {
namespace {

constexpr std::uint32_t kFar = 30;       ///< verb groups that are looked over
constexpr std::size_t kLongestList = 40; ///< noun phrases of one list

/// What stands between two commas or conjunctions before a verb.
struct Segment {
    std::uint32_t first = 0; ///< phrases
    std::uint32_t last = 0;
    std::uint32_t head = kNone; ///< its last noun phrase that stands behind no preposition
    bool led = false;           ///< by a preposition or an expression of time
    bool joined = false;        ///< a conjunction stands before it
};

class Linker {
public:
    Linker(const ClauseInput& input, ParsedSentence& sentence) : input_(input), sentence_(sentence) {}

    void run() {
        const auto count = static_cast<std::uint32_t>(sentence_.verbs.size());
        for (std::uint32_t v = 0; v < count; ++v) {
            link(v);
        }
        for (std::uint32_t v = 0; v < count; ++v) {
            late_subject(v);
        }
        for (std::uint32_t v = 0; v < count; ++v) {
            read_region(v);
        }
    }

private:
    [[nodiscard]] const Phrase& phrase(std::uint32_t p) const { return sentence_.phrases[p]; }

    [[nodiscard]] PhraseKind kind(std::uint32_t p) const { return sentence_.phrases[p].kind; }

    [[nodiscard]] VerbGroup& verb(std::uint32_t v) { return sentence_.verbs[v]; }

    [[nodiscard]] const ClauseWord& word(std::uint32_t token) const {
        return *sentence_.words[token - sentence_.cut.first];
    }

    [[nodiscard]] std::string_view text(std::uint32_t token) const {
        return input_.document.words(input_.document.tokens[token]);
    }

    [[nodiscard]] bool says(const VerbGroup& group) const {
        return group.verb != kNoVerb && input_.words.verb(group.verb).says;
    }

    [[nodiscard]] static bool is_inner(PhraseKind kind) {
        return kind == PhraseKind::noun || kind == PhraseKind::preposition || kind == PhraseKind::comma ||
               kind == PhraseKind::conjunction || kind == PhraseKind::time;
    }

    /// The first phrase of what stands between the verb and the boundary before it.
    [[nodiscard]] std::uint32_t region_before(std::uint32_t v) {
        std::uint32_t p = verb(v).phrase;
        while (p > 0 && is_inner(kind(p - 1))) {
            --p;
        }
        return p;
    }

    /// "after", "before", "as": prepositions that may lead a clause.
    [[nodiscard]] bool leads_clause(std::uint32_t p) const {
        return kind(p) == PhraseKind::preposition && word(phrase(p).first).is(ClauseClass::time);
    }

    /// "in Chad and Mali": the conjunction `p` joins two states behind one preposition, what it began with stands
    /// before.
    [[nodiscard]] bool joins_places(std::uint32_t from, std::uint32_t p, std::uint32_t to) const {
        return p >= from + 3 && p + 1 < to && text(phrase(p).first) == "and" && kind(p - 1) == PhraseKind::noun &&
               kind(p - 2) == PhraseKind::preposition && text(phrase(p - 2).first) == "in" &&
               kind(p - 3) == PhraseKind::noun && kind(p + 1) == PhraseKind::noun && is_state(p - 1) && is_state(p + 1);
    }

    /// Whether the phrase is the name of a state and nothing else.
    [[nodiscard]] bool is_state(std::uint32_t p) const {
        const auto& mentions = input_.actors.mentions;
        const std::uint32_t end = input_.document.tokens[phrase(p).last - 1].span.end;
        const auto behind =
            std::lower_bound(mentions.begin(), mentions.end(), end,
                             [](const ActorMention& each, std::uint32_t at) { return each.span.begin < at; });
        return behind != mentions.begin() && std::prev(behind)->kind == MentionKind::state &&
               std::prev(behind)->span.end == end && phrase(p).last - phrase(p).first <= 3;
    }

    void segments(std::uint32_t from, std::uint32_t to) {
        segments_.clear();
        Segment open{from, from, kNone, false, false};
        bool behind_preposition = false;
        for (std::uint32_t p = from; p < to; ++p) {
            const PhraseKind k = kind(p);
            if (k == PhraseKind::conjunction && joins_places(from, p, to)) {
                behind_preposition = true; // "the bombings in Kenya and Tanzania"
                continue;
            }
            if (k == PhraseKind::comma || k == PhraseKind::conjunction) {
                open.last = p;
                if (open.first < open.last || segments_.empty()) {
                    segments_.push_back(open);
                }
                open = {p + 1, p + 1, kNone, false, k == PhraseKind::conjunction};
                behind_preposition = false;
                continue;
            }
            open.led = open.led || (p == open.first && (k == PhraseKind::preposition || k == PhraseKind::time));
            if (k == PhraseKind::noun && !behind_preposition) {
                open.head = p;
            }
            behind_preposition = k == PhraseKind::preposition;
        }
        open.last = to;
        segments_.push_back(open);
    }

    void link(std::uint32_t v) {
        VerbGroup& group = verb(v);
        const std::uint32_t from = region_before(v);
        group.region_begin = from;
        if (v > 0 && joins_infinitive(v)) {
            return;
        }
        if (group.infinitive) {
            link_infinitive(v, from);
        } else if (group.gerund) {
            link_gerund(v, from);
        } else if (is_reduced(v, from)) {
            link_participle(v, from);
        } else {
            link_finite(v, from);
        }
    }

    /// "to meet Roe and sign", "will meet and sign".
    bool joins_infinitive(std::uint32_t v) {
        VerbGroup& group = verb(v);
        const VerbGroup& before = verb(v - 1);
        const bool base = word(group.main).is(VerbForm::base) && !word(group.main).is(VerbForm::past);
        const bool join = group.phrase > 0 && kind(group.phrase - 1) == PhraseKind::conjunction;
        if (!group.bare || !base || !join ||
            !(before.infinitive || before.tense == VerbTense::future || before.would)) {
            return false;
        }
        group.infinitive = before.infinitive;
        group.tense = before.tense;
        group.would = before.would;
        group.negated = group.negated || before.negated;
        group.possible = before.possible;
        group.should = before.should;
        copy_place(v, v - 1);
        group.region_begin = group.phrase;
        return true;
    }

    void copy_place(std::uint32_t v, std::uint32_t from) {
        VerbGroup& group = verb(v);
        const VerbGroup& other = verb(from);
        group.link = other.link;
        group.link_word = other.link_word;
        group.governor = other.governor;
        group.control = other.control;
        group.subject = other.subject;
        group.antecedent = other.antecedent;
    }

    void link_infinitive(std::uint32_t v, std::uint32_t from) {
        VerbGroup& group = verb(v);
        group.link = ClauseLink::infinitive;
        const std::uint32_t p = group.phrase;
        group.region_begin = p;
        if (p == 0) {
            return;
        }
        if (kind(p - 1) == PhraseKind::conjunction && v > 0 && verb(v - 1).infinitive) {
            copy_place(v, v - 1);
            return;
        }
        if (kind(p - 1) == PhraseKind::noun) {
            for (std::uint32_t i = phrase(p - 1).last; i > phrase(p - 1).first; --i) {
                if (word(i - 1).is(ClauseClass::control)) {
                    group.control = p - 1;
                    break;
                }
            }
        }
        if (from > 0 && kind(from - 1) == PhraseKind::verb) {
            group.governor = phrase(from - 1).index;
            group.subject = verb(group.governor).subject;
        } else if (kind(p - 1) == PhraseKind::noun) {
            group.subject = {p - 1};
        }
    }

    void link_gerund(std::uint32_t v, std::uint32_t from) {
        VerbGroup& group = verb(v);
        const std::uint32_t p = group.phrase;
        group.region_begin = p;
        const std::uint32_t main = last_finite(v);
        group.governor = main;
        if (main != kNone) {
            group.subject = verb(main).subject;
        }
        group.link = ClauseLink::participle;
        if (p == 0) {
            return;
        }
        switch (kind(p - 1)) {
        case PhraseKind::verb: // "denied taking", "began shelling"
            group.link = ClauseLink::infinitive;
            group.governor = phrase(p - 1).index;
            group.subject = verb(group.governor).subject;
            break;
        case PhraseKind::preposition:
        case PhraseKind::when:
            group.link = ClauseLink::gerund;
            group.link_word = phrase(p - 1).first;
            break;
        case PhraseKind::noun:
            if (main != kNone && is_message(phrase(p - 1).last - 1)) { // "issued a statement demanding"
                break;
            }
            group.subject = {p - 1};
            group.antecedent = p - 1;
            break;
        case PhraseKind::conjunction:
            if (v > 0 && (verb(v - 1).gerund || verb(v - 1).progressive)) {
                const bool progressive = verb(v - 1).progressive;
                copy_place(v, v - 1);
                group.gerund = !progressive;
                group.progressive = progressive;
                group.tense = verb(v - 1).tense;
            }
            break;
        case PhraseKind::comma: {
            // ", accusing": of whoever the clause before is about
            const bool inserted = from > 0 && kind(from - 1) != PhraseKind::verb && main == kNone;
            if (inserted || (main == kNone && p > 1 && kind(p - 2) == PhraseKind::noun)) {
                group.subject = {p - 2};
                group.antecedent = p - 2;
            }
            break;
        }
        default:
            break;
        }
    }

    [[nodiscard]] bool is_message(std::uint32_t token) const {
        const std::string_view word = text(token);
        return word == "statement" || word == "declaration" || word == "letter" || word == "communique" ||
               word == "resolution" || word == "message" || word == "note";
    }

    [[nodiscard]] std::uint32_t last_finite(std::uint32_t v) {
        for (std::uint32_t i = v; i > 0 && i + kFar > v; --i) {
            const VerbGroup& group = verb(i - 1);
            // "left when the bomb went off, killing ...": the nearest
            const bool beside =
                i == v && (group.link == ClauseLink::when || group.link == ClauseLink::other) && !group.subject.empty();
            if (beside || group.link == ClauseLink::main || group.link == ClauseLink::content ||
                group.link == ClauseLink::relative) {
                return i - 1;
            }
        }
        return kNone;
    }

    /// "by phone", "by train": how, not by whom.
    [[nodiscard]] bool is_means(std::uint32_t p) const {
        static constexpr std::array<std::string_view, 14> kMeans{"phone",  "telephone", "video", "videolink", "email",
                                                                 "e-mail", "letter",    "post",  "radio",     "train",
                                                                 "plane",  "air",       "sea",   "road"};
        const Phrase& noun = phrase(p);
        return noun.kind == PhraseKind::noun && noun.last - noun.first == 1 &&
               std::find(kMeans.begin(), kMeans.end(), text(noun.first)) != kMeans.end();
    }

    /// A bare past form that is a participle: "the deal signed in Oslo collapsed", "killed by rebels".
    bool is_reduced(std::uint32_t v, std::uint32_t from) {
        const VerbGroup& group = verb(v);
        if (!group.bare || group.tense != VerbTense::past || group.own_past_only) {
            return false;
        }
        const std::uint32_t p = group.phrase;
        if (group.participle_only || p == 0) {
            return true;
        }
        if (word(phrase(p - 1).first).is(ClauseClass::subject) && phrase(p - 1).last - phrase(p - 1).first == 1) {
            return false; // "she talked by telephone": no pronoun is described so
        }
        if (p + 2 < sentence_.phrases.size() && kind(p + 1) == PhraseKind::preposition &&
            text(phrase(p + 1).first) == "by" && !is_means(p + 2)) {
            return true;
        }
        if (describes_object(v, from) || (!says(group) && describes_opening(from, p))) {
            return true;
        }
        const bool behind_noun = kind(p - 1) == PhraseKind::noun || kind(p - 1) == PhraseKind::time;
        if (behind_noun && !says(group)) {
            return finite_follows(v);
        }
        const bool closes = kind(p - 1) == PhraseKind::comma;
        const bool opened = from == 0 || kind(from - 1) == PhraseKind::that;
        return closes && opened && !says(group) && from + 1 < p && kind(p - 2) == PhraseKind::noun &&
               comma_then_verb(v);
    }

    /// "In a statement issued after the talks, Roe called": only prepositions and what hangs on them stand before.
    [[nodiscard]] bool describes_opening(std::uint32_t from, std::uint32_t p) const {
        for (std::uint32_t each = from; each < p; ++each) {
            if (kind(each) != (each % 2 == 0 ? PhraseKind::preposition : PhraseKind::noun)) {
                return false;
            }
        }
        return from == 0 && p > 1 && !leads_clause(from);
    }

    /// "hosted Roe for a lunch aimed at peace": a finite verb that takes no clause stands before, and nothing parts
    /// them.
    [[nodiscard]] bool describes_object(std::uint32_t v, std::uint32_t from) {
        if (from == 0 || kind(from - 1) != PhraseKind::verb || says(verb(v))) {
            return false;
        }
        const VerbGroup& before = verb(phrase(from - 1).index);
        const bool finite = !before.infinitive && !before.gerund && before.antecedent == kNone &&
                            (before.link == ClauseLink::main || before.link == ClauseLink::content);
        const bool takes_clause =
            says(before) || before.verb == kNoVerb ||
            std::any_of(input_.words.verb(before.verb).senses.begin(), input_.words.verb(before.verb).senses.end(),
                        [](const VerbSense& sense) { return sense.complement == Complement::doubt; });
        const std::uint32_t p = verb(v).phrase;
        // "expelled two envoys based in Lima": a deed takes no clause
        const std::uint32_t least = says(before) || !has_sense(before, is_deed) ? 2 : 1;
        if (!finite || takes_clause || p < from + least || kind(p - 1) != PhraseKind::noun) {
            return false;
        }
        for (std::uint32_t each = from; each < p; ++each) {
            if (kind(each) == PhraseKind::comma || kind(each) == PhraseKind::conjunction || leads_clause(each)) {
                return false;
            }
        }
        return true;
    }

    /// Another finite verb comes before any new subject: this one only describes.
    [[nodiscard]] bool finite_follows(std::uint32_t v) {
        if (v + 1 >= sentence_.verbs.size()) {
            return false;
        }
        const VerbGroup& next = verb(v + 1);
        if (next.infinitive || next.gerund) {
            return false;
        }
        bool behind_preposition = false;
        for (std::uint32_t p = verb(v).phrase + 1; p < next.phrase; ++p) {
            const PhraseKind k = kind(p);
            if (leads_clause(p)) { // "resigned as the crowd threatened"
                return false;
            }
            if (!(k == PhraseKind::preposition || k == PhraseKind::time ||
                  (k == PhraseKind::noun && behind_preposition))) {
                return false;
            }
            behind_preposition = k == PhraseKind::preposition;
        }
        return true;
    }

    /// ", scheduled for Tuesday, mark": a comma stands right before the next verb.
    [[nodiscard]] bool comma_then_verb(std::uint32_t v) {
        return v + 1 < sentence_.verbs.size() && kind(verb(v + 1).phrase - 1) == PhraseKind::comma;
    }

    void link_participle(std::uint32_t v, std::uint32_t from) {
        VerbGroup& group = verb(v);
        group.link = ClauseLink::participle;
        group.passive = true;
        const std::uint32_t p = group.phrase;
        group.region_begin = p;
        group.governor = last_finite(v);
        std::uint32_t before = p;
        while (before > from && kind(before - 1) == PhraseKind::time) {
            --before;
        }
        if (before > from && kind(before - 1) == PhraseKind::noun) {
            // "a deal between Peru and Chile signed in Lima": the first noun of the run
            std::uint32_t head = before - 1;
            while (head > from + 1 && kind(head - 1) == PhraseKind::preposition && kind(head - 2) == PhraseKind::noun) {
                head -= 2;
            }
            group.antecedent = head;
            group.subject = {head};
        } else if (before > from + 1 && kind(before - 1) == PhraseKind::comma && kind(before - 2) == PhraseKind::noun &&
                   group.governor == kNone) {
            // "a meeting between Roe and Lind, set for Monday,": what the run of phrases begins with
            segments(from, before - 1);
            const bool led = segments_.front().led || segments_.front().head == kNone;
            group.antecedent = led ? before - 2 : segments_.front().head;
            group.subject = {group.antecedent};
        } else if (group.governor != kNone) {
            group.subject = verb(group.governor).subject;
        }
    }

    void link_finite(std::uint32_t v, std::uint32_t from) {
        VerbGroup& group = verb(v);
        segments(from, group.phrase);
        const Segment last = segments_.back();
        const bool empty = last.first == last.last;
        const std::uint32_t boundary = from == 0 ? kNone : from - 1;
        if (last.head != kNone &&
            closes_with_clause(group.phrase, last, boundary)) { // "... between Roe and Lind as Dahl said"
            group.subject = {group.phrase - 1};
            group.link = ClauseLink::when;
            group.link_word = phrase(group.phrase - 2).first;
            group.governor = verb_before(group.phrase);
            group.region_begin = group.phrase - 2;
            return;
        }
        if (!empty && last.head != kNone) {
            own_subject(v, boundary, last);
            return;
        }
        if (!empty && leads_clause(last.first) && last.first + 1 < last.last) { // "After Roe met Lind"
            group.subject = {last.first + 1};
            group.link = ClauseLink::when;
            group.link_word = phrase(last.first).first;
            group.region_begin = last.first;
            return;
        }
        if (empty && segments_.size() > 1) {
            shared_subject(v, boundary, last.joined);
            return;
        }
        no_subject(v, boundary);
    }

    /// "as", "since", or "after" with somebody behind it, right before the verb's noun phrase.
    [[nodiscard]] bool closes_with_clause(std::uint32_t p, const Segment& last, std::uint32_t boundary) {
        if (p < last.first + 3 || kind(p - 1) != PhraseKind::noun || !leads_clause(p - 2)) {
            return false;
        }
        const std::string_view lead = text(phrase(p - 2).first);
        const std::uint32_t head = phrase(p - 1).last - 1;
        const bool object = boundary != kNone && kind(boundary) == PhraseKind::verb && segments_.size() == 1 &&
                            !says(verb(phrase(boundary).index)) && last.head == boundary + 1;
        return object || lead == "as" || lead == "since" || input_.document.tokens[head].capital ||
               word(head).is(ClauseClass::subject);
    }

    /// A noun phrase stands before the verb.
    void own_subject(std::uint32_t v, std::uint32_t boundary, const Segment& last) {
        VerbGroup& group = verb(v);
        const bool behind_verb = boundary != kNone && kind(boundary) == PhraseKind::verb;
        const bool told = behind_verb && says(verb(phrase(boundary).index));
        group.subject = {last.head};
        group.region_begin = last.led && !(behind_verb && segments_.size() == 1) ? last.first : last.head;
        const bool fronted = behind_verb && !told && opens_sentence(phrase(boundary).index);
        // "In a paper signed after the talks, Roe and Lind called"
        const bool inserted = behind_verb && segments_.size() > 2 && segments_.front().led &&
                              verb(phrase(boundary).index).link == ClauseLink::participle;
        if (last.joined && (!behind_verb || told || fronted || inserted)) {
            join_subjects(v, fronted ? 1 : 0); // the first is what the verb before has for its object
        }
        const bool alone = segments_.size() == 1 || group.region_begin <= segments_.front().last;
        if (behind_verb) {
            behind_other_verb(v, phrase(boundary).index, alone && !separated(boundary + 1, group.region_begin),
                              last.joined);
            return;
        }
        link_by_boundary(v, boundary);
        if (segments_.size() > 1 && !alone && group.link != ClauseLink::main && !last.joined &&
            group.link != ClauseLink::content && group.link != ClauseLink::relative) {
            group.link = ClauseLink::main; // "When in Oslo, Roe meets Lind"
        }
    }

    [[nodiscard]] bool separated(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t p = from; p < to; ++p) {
            if (kind(p) == PhraseKind::comma || kind(p) == PhraseKind::conjunction) {
                return true;
            }
        }
        return false;
    }

    /// "Roe, Lind and Dahl met".
    void join_subjects(std::uint32_t v, std::size_t first) {
        VerbGroup& group = verb(v);
        for (std::size_t s = segments_.size() - 1; s > first && group.subject.size() < kLongestList; --s) {
            const Segment& before = segments_[s - 1];
            if (before.led || before.head == kNone) {
                break;
            }
            group.subject.insert(group.subject.begin(), before.head);
            group.region_begin = before.first;
        }
    }

    void behind_other_verb(std::uint32_t v, std::uint32_t other, bool directly, bool joined) {
        VerbGroup& group = verb(v);
        const std::uint32_t lead = group.region_begin;
        const bool clause_word = lead > 0 && leads_clause(lead - 1);
        if (clause_word) { // "left after Roe met Lind"
            group.link = ClauseLink::when;
            group.link_word = phrase(lead - 1).first;
            group.governor = other;
            group.region_begin = lead - 1;
        } else if (leads_clause(lead)) {
            group.link = ClauseLink::when;
            group.link_word = phrase(lead).first;
            group.governor = other;
        } else if (directly) {
            group.link = ClauseLink::content;
            group.governor = other;
        } else if (joined && kind(group.region_begin - 1) == PhraseKind::conjunction &&
                   !(group.region_begin > 1 && kind(group.region_begin - 2) == PhraseKind::comma)) {
            group.link = verb(other).link;
            group.governor = verb(other).governor;
            group.link_word = verb(other).link_word;
            if (group.link == ClauseLink::infinitive || group.link == ClauseLink::gerund ||
                group.link == ClauseLink::participle || group.link == ClauseLink::relative) {
                group.link = ClauseLink::main;
            }
        } else {
            group.link = ClauseLink::main;
        }
    }

    void link_by_boundary(std::uint32_t v, std::uint32_t boundary) {
        VerbGroup& group = verb(v);
        if (boundary == kNone) {
            group.link = ClauseLink::main;
            return;
        }
        group.link_word = phrase(boundary).first;
        switch (kind(boundary)) {
        case PhraseKind::that:
            group.link = ClauseLink::content;
            group.governor = verb_before(boundary);
            if (boundary > 1 && kind(boundary - 1) == PhraseKind::noun && kind(boundary - 2) == PhraseKind::comma) {
                group.link = ClauseLink::relative; // ", a charge that Lima denied"
                group.antecedent = boundary - 1;
            }
            break;
        case PhraseKind::relative:
            group.link = ClauseLink::relative;
            group.antecedent = noun_before(boundary);
            break;
        case PhraseKind::condition:
            group.link = ClauseLink::condition;
            break;
        case PhraseKind::when:
            group.link = ClauseLink::when;
            break;
        case PhraseKind::other:
            group.link = ClauseLink::other;
            break;
        case PhraseKind::question:
            group.link = ClauseLink::question;
            break;
        default:
            group.link = ClauseLink::main;
        }
        if (group.governor == kNone && group.link != ClauseLink::main) {
            group.governor = verb_before(boundary);
        }
    }

    [[nodiscard]] std::uint32_t verb_before(std::uint32_t p) const {
        for (const std::uint32_t from = p; p > 0 && kind(p - 1) != PhraseKind::verb;) {
            if (kind(p - 1) == PhraseKind::stop || p + 4 * kFar < from) {
                return kNone;
            }
            --p;
        }
        return p == 0 ? kNone : phrase(p - 1).index;
    }

    [[nodiscard]] std::uint32_t noun_before(std::uint32_t p) const {
        while (p > 0 && (kind(p - 1) == PhraseKind::comma || kind(p - 1) == PhraseKind::preposition ||
                         kind(p - 1) == PhraseKind::time)) {
            --p;
        }
        return p > 0 && kind(p - 1) == PhraseKind::noun ? p - 1 : kNone;
    }

    /// "met Roe and left", "Roe, who met Lind, left", "Roe, the mayor, left".
    void shared_subject(std::uint32_t v, std::uint32_t boundary, bool joined) {
        VerbGroup& group = verb(v);
        group.region_begin = group.phrase;
        const bool behind_verb = boundary != kNone && kind(boundary) == PhraseKind::verb;
        if (!behind_verb) {
            for (const Segment& each : segments_) { // the name that an apposition follows
                const bool first = group.subject.empty();
                if (!each.led && each.head != kNone && (first || (each.joined && names_partner(each)))) {
                    group.subject.push_back(each.head);
                }
            }
            link_by_boundary(v, boundary);
            group.region_begin = segments_.front().first;
            return;
        }
        std::uint32_t other = phrase(boundary).index;
        const Segment& first = segments_.front();
        const bool told = !joined && says(verb(other)) && verb(other).tense != VerbTense::none && !first.led &&
                          first.head == boundary + 1;
        if (told) { // "said the clerk, Ann Roe, would speak"
            group.subject = {first.head};
            group.link = ClauseLink::content;
            group.governor = other;
            group.region_begin = first.first;
            return;
        }
        if (!joined && opens_sentence(other) && named_behind_clause(v)) {
            return;
        }
        const bool inserted = verb(other).link == ClauseLink::relative || verb(other).link == ClauseLink::participle;
        if (!joined && inserted && verb(other).antecedent != kNone) {
            group.subject = {verb(other).antecedent};
            return;
        }
        while (other != kNone && other > 0 && other + kFar > v && !fits(v, other)) {
            const std::uint32_t next = verb(other).governor;
            other = next != kNone && next < other ? next : other - 1;
        }
        copy_place(v, other);
        if (group.link == ClauseLink::infinitive || group.link == ClauseLink::gerund ||
            group.link == ClauseLink::participle) {
            group.link = ClauseLink::main;
            group.governor = kNone;
        }
    }

    /// "and her Chilean counterpart, Jon Lind,", "and President Jon Lind, the host,".
    [[nodiscard]] bool names_partner(const Segment& each) const {
        const auto& mentions = input_.actors.mentions;
        const Span head{input_.document.tokens[phrase(each.head).first].span.begin,
                        input_.document.tokens[phrase(each.head).last - 1].span.end};
        if (word(phrase(each.head).first).is(ClauseClass::possessive)) {
            return true;
        }
        const auto before = [](const ActorMention& mention, std::uint32_t at) { return mention.span.begin < at; };
        const auto begin = std::lower_bound(mentions.begin(), mentions.end(), head.begin, before);
        const auto end = std::lower_bound(begin, mentions.end(), head.end, before);
        return std::any_of(begin, end, [&](const ActorMention& mention) {
            return mention.kind == MentionKind::person && mention.span.end == head.end && mention.chain != kNone;
        });
    }

    /// "After the talks ended", "Asked about Chad": a clause that waits for the one it belongs to.
    [[nodiscard]] bool opens_sentence(std::uint32_t other) {
        const VerbGroup& group = verb(other);
        const bool waits = group.link == ClauseLink::when || group.link == ClauseLink::condition ||
                           group.link == ClauseLink::other || group.link == ClauseLink::gerund;
        return waits && group.governor == kNone;
    }

    /// "After the talks ended, Dahl, the mayor, left": who is named between the commas leads the clause of verb `v`.
    bool named_behind_clause(std::uint32_t v) {
        for (std::size_t s = 1; s + 1 < segments_.size(); ++s) {
            if (!segments_[s].led && segments_[s].head != kNone) {
                verb(v).subject = {segments_[s].head};
                verb(v).region_begin = segments_[s].first;
                return true;
            }
        }
        return false;
    }

    /// Whether verb `v` goes on in the clause of verb `other`.
    [[nodiscard]] bool fits(std::uint32_t v, std::uint32_t other) {
        const VerbGroup& a = verb(v);
        const VerbGroup& b = verb(other);
        if (b.link == ClauseLink::infinitive || b.link == ClauseLink::gerund || b.link == ClauseLink::participle) {
            return false;
        }
        // "said the deal was fair and urged Roe": of two verbs of saying the first, not what it says
        const bool told = b.link == ClauseLink::content && b.governor != kNone && says(verb(b.governor)) &&
                          a.tense == verb(b.governor).tense && !a.would;
        return !told || !((says(a) && !says(b)) || (speaks(a) && (b.perfect || denies(verb(b.governor)))));
    }

    [[nodiscard]] bool has_sense(const VerbGroup& group, bool (*is)(const VerbSense&)) const {
        if (group.verb == kNoVerb) {
            return false;
        }
        const auto& senses = input_.words.verb(group.verb).senses;
        return std::any_of(senses.begin(), senses.end(), is);
    }

    static bool is_deed(const VerbSense& sense) {
        return !sense.type.category.empty() && nature(sense.type) == EventNature::hostile;
    }

    /// A verb of saying, or an act done by words: "accused", "urged".
    [[nodiscard]] bool speaks(const VerbGroup& group) const {
        return says(group) || has_sense(group, [](const VerbSense& sense) {
                   return !sense.type.category.empty() && nature(sense.type) == EventNature::speech;
               });
    }

    [[nodiscard]] bool denies(const VerbGroup& group) const {
        return has_sense(group, [](const VerbSense& sense) { return sense.complement == Complement::deny; });
    }

    void no_subject(std::uint32_t v, std::uint32_t boundary) {
        VerbGroup& group = verb(v);
        group.region_begin = group.phrase;
        if (boundary == kNone) {
            return;
        }
        const PhraseKind k = kind(boundary);
        if (k == PhraseKind::verb) {
            const VerbGroup& other = verb(phrase(boundary).index);
            if (other.antecedent != kNone) {
                group.subject = {other.antecedent};
            }
            return;
        }
        link_by_boundary(v, boundary);
        if (k == PhraseKind::relative || k == PhraseKind::that) {
            group.link = ClauseLink::relative;
            group.antecedent = noun_before(boundary);
            if (group.antecedent != kNone) {
                group.subject = {group.antecedent};
            }
        } else if (k == PhraseKind::but) {
            const std::uint32_t other = verb_before(boundary);
            if (other != kNone) {
                copy_place(v, other);
                group.link = group.link == ClauseLink::infinitive || group.link == ClauseLink::gerund ||
                                     group.link == ClauseLink::participle
                                 ? ClauseLink::main
                                 : group.link;
            }
        }
    }

    /// "After meeting Roe, Lind left", "Accompanied by Roe, Lind left", "After Roe spoke, Lind left": whose clause
    /// follows.
    void late_subject(std::uint32_t v) {
        VerbGroup& group = verb(v);
        const bool clause = group.link == ClauseLink::when;
        const bool hangs = group.link == ClauseLink::gerund || group.link == ClauseLink::participle ||
                           group.link == ClauseLink::infinitive;
        if (group.governor != kNone || (!clause && (!hangs || !group.subject.empty()))) {
            return;
        }
        const auto count = static_cast<std::uint32_t>(sentence_.verbs.size());
        for (std::uint32_t other = v + 1; other < std::min(count, v + kFar); ++other) {
            if (verb(other).link == ClauseLink::main && !verb(other).subject.empty()) {
                group.subject = clause ? group.subject : verb(other).subject;
                group.governor = other;
                return;
            }
        }
    }

    /// What stands behind the verb.
    void read_region(std::uint32_t v) {
        VerbGroup& group = verb(v);
        const auto count = static_cast<std::uint32_t>(sentence_.phrases.size());
        std::uint32_t end = group.phrase + 1;
        while (end < count && is_inner(kind(end))) {
            ++end;
        }
        if (end < count && kind(end) == PhraseKind::verb) {
            const VerbGroup& next = verb(phrase(end).index);
            end = std::min(end, std::max(next.region_begin, group.phrase + 1));
        }
        group.region_end = end;
        // What stands before the subject: "On Tuesday in Oslo, Roe met".
        std::uint32_t begin = group.region_begin;
        const std::uint32_t floor = v == 0 ? 0 : verb(v - 1).phrase + 1;
        if (v == 0 || begin > floor) {
            while (begin > floor && is_inner(kind(begin - 1)) && !belongs_before(v, begin - 1)) {
                --begin;
            }
        }
        attach(group, begin, group.phrase, false);
        attach(group, group.phrase + 1, end, true);
    }

    /// Whether phrase `p`, before the subject of verb `v`, is part of the clause before it.
    [[nodiscard]] bool belongs_before(std::uint32_t v, std::uint32_t p) {
        if (v == 0) {
            return false;
        }
        const VerbGroup& before = verb(v - 1);
        if (kind(p) == PhraseKind::comma || kind(p) == PhraseKind::conjunction) {
            return true;
        }
        return p > before.phrase && before.phrase + 1 <= p && !opened_by_separator(p, before.phrase);
    }

    /// "..., on Tuesday Roe met": a separator stands between the verb before and the phrase.
    [[nodiscard]] bool opened_by_separator(std::uint32_t p, std::uint32_t from) const {
        while (p > from + 1) {
            const PhraseKind k = kind(p - 1);
            if (k == PhraseKind::conjunction || k == PhraseKind::comma) {
                return true;
            }
            if (k != PhraseKind::preposition && k != PhraseKind::noun && k != PhraseKind::time) {
                return !is_inner(k) && k != PhraseKind::verb;
            }
            --p;
        }
        return false;
    }

    void attach(VerbGroup& group, std::uint32_t begin, std::uint32_t end, bool behind) {
        bool object = behind && !group.passive;
        for (std::uint32_t p = begin; p < end;) {
            switch (kind(p)) {
            case PhraseKind::time:
                group.times.push_back(phrase(p).index);
                ++p;
                break;
            case PhraseKind::preposition: {
                ++p;
                if (object && is_particle(group, p - 1)) {
                    break;
                }
                if (p < end && kind(p) == PhraseKind::noun) {
                    VerbGroup::Attachment attachment{p - 1, {}};
                    p = list(p, end, attachment.nouns);
                    group.attachments.push_back(std::move(attachment));
                }
                object = false;
                break;
            }
            case PhraseKind::noun:
                if (object) {
                    p = list(p, end, group.object);
                    object = false;
                    if (p < end && kind(p) == PhraseKind::noun) { // "gave Chad a loan"
                        group.object.push_back(p);
                    }
                } else {
                    ++p;
                }
                break;
            default:
                object = object && kind(p) != PhraseKind::conjunction;
                ++p;
            }
        }
    }

    /// "blew up the bridge", "forced out the settlers": a word that the verb goes with, and no preposition.
    [[nodiscard]] bool is_particle(const VerbGroup& group, std::uint32_t p) const {
        const std::string_view word = text(phrase(p).first);
        if (p != group.phrase + 1 || group.verb == kNoVerb ||
            !(word == "up" || word == "out" || word == "off" || word == "down" || word == "over")) {
            return false;
        }
        const auto& senses = input_.words.verb(group.verb).senses;
        return std::any_of(senses.begin(), senses.end(), [&](const VerbSense& sense) {
            return std::any_of(sense.needs.begin(), sense.needs.end(), [&](const SenseNeed& need) {
                return need.kind == SenseNeed::Kind::word &&
                       std::find(need.words.begin(), need.words.end(), phrase(p).word) != need.words.end();
            });
        });
    }

    /// Not "Roe and Lind after talks between Dahl and Berg".
    [[nodiscard]] static bool belongs_to_noun(std::string_view preposition) {
        return preposition == "of" || preposition == "from" || preposition == "for" || preposition == "in";
    }

    /// "met Roe and later Lind": not together.
    [[nodiscard]] bool is_later(std::uint32_t p) const {
        const std::uint32_t before = phrase(p).first - 1;
        return phrase(p - 1).last <= before && is_sequence(text(before));
    }

    /// "Roe, Lind and Dahl": the noun phrases of a list that begins at `p`; gives what stands behind it.
    std::uint32_t list(std::uint32_t p, std::uint32_t end, std::vector<std::uint32_t>& into) const {
        into.push_back(p);
        std::uint32_t behind = p + 1;
        std::vector<std::uint32_t> waiting;
        for (std::uint32_t at = behind; at + 1 < end;) {
            const bool comma = kind(at) == PhraseKind::comma;
            const bool joined = kind(at) == PhraseKind::conjunction ||
                                (comma && at + 2 < end && kind(at + 1) == PhraseKind::conjunction);
            const std::uint32_t next = at + (comma && joined ? 2 : 1);
            if ((!comma && !joined) || next >= end || kind(next) != PhraseKind::noun || is_later(next)) {
                break;
            }
            waiting.push_back(next);
            at = next + 1;
            if (waiting.size() + into.size() > kLongestList) {
                break;
            }
            if (joined) {
                into.insert(into.end(), waiting.begin(), waiting.end());
                waiting.clear();
                behind = at;
            }
            // "leaders of Chad, officials from Mali and ...": what hangs on each is skipped
            while (at + 1 < end && kind(at) == PhraseKind::preposition && kind(at + 1) == PhraseKind::noun &&
                   belongs_to_noun(text(phrase(at).first))) {
                at += 2;
            }
        }
        return behind;
    }

    const ClauseInput& input_;
    ParsedSentence& sentence_;
    std::vector<Segment> segments_;
};

} // namespace

void link_clauses(const ClauseInput& input, ParsedSentence& sentence) {
    Linker(input, sentence).run();
}

} // namespace demarche::extract
