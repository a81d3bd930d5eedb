#include "extract/event_noun.hpp"

#include "extract/event_noun_table.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/phrase_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::extract {
namespace {

constexpr int kMostAttached = 8;
constexpr std::uint32_t kLongestObject = 6; ///< tokens
constexpr std::uint32_t kLongestLook = 100; ///< tokens of a sentence

struct Relation {
    std::array<std::string_view, 4> words; ///< the last one last; empty ones first
    bool after;
};

/// Words before the phrase; what the clause tells came after it, or before it.
constexpr std::array<Relation, 28> kRelations{{
    {{"", "in", "the", "wake"}, true}, // with "of" behind
    {{"in", "the", "aftermath", "of"}, true},
    {{"in", "the", "wake", "of"}, true},
    {{"", "on", "the", "heels"}, true},
    {{"on", "the", "heels", "of"}, true},
    {{"as", "a", "result", "of"}, true},
    {{"on", "the", "eve", "of"}, false},
    {{"", "in", "advance", "of"}, false},
    {{"", "", "ahead", "of"}, false},
    {{"", "", "prior", "to"}, false},
    {{"", "leading", "up", "to"}, false},
    {{"the", "run-up", "to", ""}, false},
    {{"", "the", "run-up", "to"}, false},
    {{"", "was", "followed", "by"}, false},
    {{"", "were", "followed", "by"}, false},
    {{"", "", "followed", "by"}, false},
    {{"", "", "preceded", "by"}, true},
    {{"", "", "", "after"}, true},
    {{"", "", "", "following"}, true},
    {{"", "", "", "since"}, true},
    {{"", "", "", "follow"}, true},
    {{"", "", "", "follows"}, true},
    {{"", "", "", "followed"}, true},
    {{"", "", "", "before"}, false},
    {{"", "", "", "preceding"}, false},
    {{"", "", "", "precedes"}, false},
    {{"", "", "", "preceded"}, false},
    {{"", "", "", "post"}, true},
}};

constexpr std::array<Relation, 6> kWithin{{
    {{"on", "the", "sidelines", "of"}, true},
    {{"", "on", "the", "margins"}, true},
    {{"on", "the", "margins", "of"}, true},
    {{"", "", "", "during"}, true},
    {{"", "", "", "at"}, true},
    {{"", "", "", "amid"}, true},
}};

class Finder {
public:
    Finder(const PhraseText& text, const EventNounTable& table, std::vector<EventNoun>& into)
        : text_(text), table_(table), into_(into) {}

    void read(std::uint32_t sentence) {
        for (std::uint32_t i = text_.first(); i < text_.last();) {
            const NounEntry* entry = entry_at(i);
            if (entry == nullptr) {
                ++i;
                continue;
            }
            const auto end = i + static_cast<std::uint32_t>(entry->words.size());
            if (const auto behind = add(sentence, i, end, *entry); behind != 0) {
                i = std::max(end, behind);
            } else {
                ++i;
            }
        }
    }

private:
    [[nodiscard]] const NounEntry* entry_at(std::uint32_t i) const {
        if (!text_.is_word(i)) {
            return nullptr;
        }
        const std::vector<NounEntry>* entries = table_.beginning_with(text_.word(i));
        if (entries == nullptr) {
            return nullptr;
        }
        for (const NounEntry& entry : *entries) {
            bool same = true;
            for (std::uint32_t w = 1; w < entry.words.size() && same; ++w) {
                same = text_.is(i + w, entry.words[w]);
            }
            if (same) {
                return &entry;
            }
        }
        return nullptr;
    }

    /// A capital that does not begin the sentence: a name ("the Oslo Accords").
    [[nodiscard]] bool is_name(std::uint32_t i, std::uint32_t end) const {
        for (std::uint32_t at = i; at < end; ++at) {
            if (text_.mention_at(at) != kNone || (text_.is_capital(at) && at != text_.first())) {
                return true;
            }
        }
        return text_.is_capital(i) && text_.is_capital(i + 1);
    }

    /// What stands behind shows that the noun is no head: "meeting room", "the deal's terms".
    [[nodiscard]] bool is_compound(std::uint32_t end, const NounEntry& entry) const {
        if (text_.is_possessive(end) || text_.is_sign(end, "-")) {
            return true;
        }
        const std::string next = text_.word(end);
        if (std::find(entry.not_before.begin(), entry.not_before.end(), next) != entry.not_before.end()) {
            return true;
        }
        if (!text_.is_word(end) || text_.time_at(end) != kNone || table_.is(next, PhraseWord::behind) ||
            table_.is(next, PhraseWord::verb) || table_.is(next, PhraseWord::planned)) {
            return false;
        }
        if (text_.is_capital(end)) {
            return entry.verb && !entry.plural;
        }
        return !next.ends_with("ed") && !next.ends_with("ly");
    }

    /// Whether it is a noun where it stands, so far as the words before tell.
    [[nodiscard]] bool is_noun(const BeforeNoun& before, const NounEntry& entry, std::uint32_t end) const {
        if (before.rejected) {
            return false;
        }
        if (before.determined) {
            return true;
        }
        const std::string previous = before.begin > text_.first() ? text_.word(before.begin - 1) : std::string();
        const bool at_start = before.begin == text_.first();
        if (!entry.plural) {
            const bool land = before.described && !before.before.empty() && !entry.verb;
            return entry.bare || (land && !text_.is(end, "is"));
        }
        if (!entry.verb) {
            return true;
        }
        const bool name = !before.before.empty() && !is_land(before.before.back());
        if (name) {
            return false; // "Roe talks with", "Roe visits"
        }
        if (before.described) {
            return true;
        }
        const bool verb =
            previous.ends_with("ed") || previous.ends_with("ing") || table_.is(previous, PhraseWord::light);
        return verb || is_preposition(previous) || (at_start && is_preposition(text_.word(end)));
    }

    /// "Peruvian", "U.S.-Russia": a land as an adjective.
    [[nodiscard]] bool is_land(std::uint32_t mention) const {
        const ActorMention& found = text_.actors().mentions[mention];
        if (found.kind != MentionKind::state) {
            return false;
        }
        const std::string_view words = text_.document().words(found.span);
        const Token& token = text_.document().tokens[text_.token_at(found.span.begin)];
        return found.adjective || token.all_caps || words.size() != token.span.end - token.span.begin;
    }

    static bool is_preposition(std::string_view word) {
        constexpr std::array<std::string_view, 22> kWords{
            "in",    "at",   "after", "before",  "during",  "of",        "for",     "from", "on",    "by",   "with",
            "about", "amid", "since", "between", "against", "following", "through", "into", "until", "over", "without"};
        return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    }

    /// The sentence speaks of unions, workers, pay; of shares and prices.
    [[nodiscard]] bool tells_of(PhraseWord c) const {
        for (std::uint32_t i = text_.first(); i < std::min(text_.last(), text_.first() + kLongestLook); ++i) {
            if (text_.mention_at(i) == kNone && table_.is(text_.word(i), c)) {
                return true;
            }
        }
        return false;
    }

    /// A strike of workers or of weapons: as its sentence tells, else as the article told before; false: nobody tells.
    bool settle_sense(EventNoun& noun) {
        const bool aimed = std::any_of(noun.parties.begin(), noun.parties.end(),
                                       [](const NounParty& party) { return party.as == Part::target; });
        const bool work = !aimed && tells_of(PhraseWord::labour);
        const bool arms = aimed || tells_of(PhraseWord::arms);
        if (work != arms) {
            strike_ = work ? Strike::work : Strike::arms;
        }
        if (strike_ == Strike::work) {
            noun.type = {"protest", "strike"};
            noun.cameo = "143";
        }
        return strike_ != Strike::unknown;
    }

    /// Behind the phrase; 0: no event.
    std::uint32_t add(std::uint32_t sentence, std::uint32_t i, std::uint32_t end, const NounEntry& entry) {
        if (is_name(i, end) || is_compound(end, entry)) {
            return 0;
        }
        const BeforeNoun before = read_before(text_, table_, i, entry);
        if (!is_noun(before, entry, end) || (entry.market && tells_of(PhraseWord::market))) {
            return 0;
        }
        EventNoun noun;
        noun.noun = text_.span(i, end);
        noun.sentence = sentence;
        noun.type = entry.type;
        noun.cameo = entry.cameo;
        noun.plural = entry.plural;
        noun.definite = before.definite;
        noun.hint = before.hint;
        noun.time = before.time;
        take_before(before, entry, noun);
        const std::uint32_t behind = attach(end, entry, before.separate, noun);
        if (entry.labour && !settle_sense(noun)) {
            return 0;
        }
        read_relation(before.begin, noun);
        noun.whole = text_.span(before.begin, behind);
        into_.push_back(std::move(noun));
        return behind;
    }

    static void party(EventNoun& noun, std::uint32_t mention, Part part) {
        const bool known = std::any_of(noun.parties.begin(), noun.parties.end(),
                                       [&](const NounParty& other) { return other.mention == mention; });
        if (!known) {
            noun.parties.push_back({mention, part});
        }
    }

    static Part owner_part(NounFrame frame) {
        switch (frame) {
        case NounFrame::joint:
        case NounFrame::visit:
            return Part::participant;
        case NounFrame::deed:
        case NounFrame::act:
            return Part::source;
        case NounFrame::suffer:
            return Part::target;
        case NounFrame::speech:
            return Part::speaker;
        }
        return Part::participant;
    }

    void take_before(const BeforeNoun& before, const NounEntry& entry, EventNoun& noun) const {
        if (before.place.end != 0 && entry.type.category == "consult") {
            noun.places.push_back(before.place);
        }
        if (before.owner != kNone) {
            party(noun, before.owner, owner_part(entry.frame));
        }
        for (const std::uint32_t mention : before.before) {
            const ActorMention& found = text_.actors().mentions[mention];
            if (found.kind == MentionKind::unknown) {
                if (entry.type.category == "consult" && before.determined) { // "the Jeddah talks"
                    noun.places.push_back(found.span);
                }
                continue;
            }
            const bool land = found.kind == MentionKind::state && !is_land(mention);
            if (land && text_.is_capital_city(mention)) {
                noun.places.push_back(found.span);
            } else if (land && entry.frame != NounFrame::joint && entry.frame != NounFrame::speech) {
                if (entry.frame == NounFrame::deed) {
                    party(noun, mention, Part::target); // "the Ukraine invasion"
                }
            } else if (entry.frame == NounFrame::suffer) {
                party(noun, mention, found.kind == MentionKind::person ? Part::target : Part::source);
            } else {
                party(noun, mention, owner_part(entry.frame));
            }
        }
    }

    void read_relation(std::uint32_t begin, EventNoun& noun) const {
        for (const Relation& relation : kRelations) {
            if (const std::uint32_t from = words_before(relation, begin); from != begin) {
                noun.relation = text_.span(from, begin);
                noun.after = relation.after;
                break;
            }
        }
        for (const Relation& relation : kWithin) {
            if (const std::uint32_t from = words_before(relation, begin); from != begin) {
                noun.within = text_.span(from, begin);
                break;
            }
        }
        if (begin > text_.first() && text_.is(begin - 1, "without")) {
            noun.hint = NounHint::negated;
        }
    }

    [[nodiscard]] std::uint32_t words_before(const Relation& relation, std::uint32_t begin) const {
        std::uint32_t at = begin;
        for (std::size_t w = relation.words.size(); w-- > 0;) {
            if (relation.words[w].empty()) {
                continue;
            }
            if (at == text_.first() || !text_.is(at - 1, relation.words[w])) {
                return begin;
            }
            --at;
        }
        return at;
    }

    /// What hangs on the noun behind it; gives the token behind.
    std::uint32_t attach(std::uint32_t at, const NounEntry& entry, bool separate, EventNoun& noun) const {
        for (int attached = 0; attached < kMostAttached; ++attached) {
            const std::uint32_t next = attach_one(at, entry, noun);
            if (next == at) {
                break;
            }
            at = next;
        }
        noun.separate = noun.separate || (separate && noun.parties.size() > 1);
        return at;
    }

    std::uint32_t attach_one(std::uint32_t at, const NounEntry& entry, EventNoun& noun) const {
        if (const std::uint32_t behind = attach_time(at, noun); behind != at) {
            return behind;
        }
        const std::string word = text_.word(at);
        if (text_.is_sign(at, ",") &&
            (text_.is(at + 1, "scheduled") || text_.is(at + 1, "planned") || text_.is(at + 1, "due"))) {
            noun.hint = NounHint::planned;
            return at + 2;
        }
        if (word == "scheduled" || word == "planned" || word == "slated" || word == "due") {
            const bool lasting = text_.is(at + 1, "to") && word == "due";
            if (!lasting) {
                noun.hint = NounHint::planned;
            }
            return lasting ? at : at + 1;
        }
        std::uint32_t place_end = at;
        const std::vector<Span> places =
            text_.places_from(place_end, entry.frame == NounFrame::visit && noun.places.empty());
        if (place_end != at) {
            noun.places.insert(noun.places.end(), places.begin(), places.end());
            return place_end;
        }
        const bool aside =
            text_.is_sign(at, ",") || text_.is_sign(at, "--") || text_.is_sign(at, "—") || text_.is_sign(at, "–");
        if (aside) { // "the meeting -- attended by Roe and Lind --"
            const bool by = text_.is(at + 2, "by");
            const std::uint32_t behind = by ? attach_names(at + 1, text_.word(at + 1), entry, noun) : at + 1;
            return behind == at + 1 ? at : behind;
        }
        const std::uint32_t behind = attach_names(at, word, entry, noun);
        return behind != at ? behind : behind_object(at, word, entry, noun);
    }

    /// Behind "on a market" where a place, a time or a name follows: "an attack on a market in Lima last week".
    std::uint32_t
    behind_object(std::uint32_t at, const std::string& word, const NounEntry& entry, EventNoun& noun) const {
        const bool joint = entry.frame == NounFrame::joint;
        const bool hangs = word == "of" || (!joint && (word == "on" || word == "against"));
        std::uint32_t end = at + 1;
        while (hangs && end < at + kLongestObject && text_.is_word(end) && !text_.is_capital(end) &&
               text_.time_at(end) == kNone && text_.mention_from(end) == kNone && is_plain(text_.word(end))) {
            ++end;
        }
        if (!hangs || end == at + 1 || end == at + kLongestObject) {
            return at;
        }
        const std::uint32_t behind = attach_one(end, entry, noun);
        return behind == end ? at : behind;
    }

    [[nodiscard]] bool is_plain(const std::string& word) const {
        return (!table_.is(word, PhraseWord::behind) && !table_.is(word, PhraseWord::verb)) ||
               table_.is(word, PhraseWord::the) || table_.is(word, PhraseWord::a) || table_.is(word, PhraseWord::own);
    }

    /// "on Tuesday", "last week", "for Friday".
    std::uint32_t attach_time(std::uint32_t at, EventNoun& noun) const {
        constexpr std::array<std::string_view, 7> kBefore{"on", "in", "at", "for", "of", "during", "from"};
        std::uint32_t begin = at;
        if (text_.time_at(begin) == kNone) {
            if (std::find(kBefore.begin(), kBefore.end(), text_.word(at)) == kBefore.end()) {
                return at;
            }
            ++begin;
            if (text_.time_at(begin) == kNone && text_.is(begin, "the")) {
                ++begin;
            }
        }
        const std::uint32_t time = text_.time_at(begin);
        if (time == kNone || (noun.time != kNone && begin == at)) {
            return at;
        }
        const TimexKind kind = text_.times()[time].kind;
        if (kind == TimexKind::date || kind == TimexKind::time) {
            noun.time = noun.time == kNone ? time : noun.time;
            return text_.end_of_time(begin);
        }
        return kind == TimexKind::duration && begin > at ? text_.end_of_time(begin) : at;
    }

    std::uint32_t
    attach_names(std::uint32_t at, const std::string& word, const NounEntry& entry, EventNoun& noun) const {
        const bool hosted = word == "hosted" || word == "convened";
        const bool brokered = word == "brokered" || word == "mediated" || word == "facilitated";
        const bool led =
            word == "attended" || word == "launched" || word == "carried" || word == "made" || word == "signed";
        std::uint32_t from = at + 1;
        if (hosted || brokered || led) {
            from += text_.is(from, "out") ? 1 : 0;
            if (!text_.is(from, "by")) {
                return at;
            }
            ++from;
        }
        Part part = Part::participant;
        if (hosted) {
            part = Part::host;
        } else if (brokered) {
            part = Part::mediator;
        } else if (led) {
            part = owner_part(entry.frame == NounFrame::suffer ? NounFrame::deed : entry.frame);
        } else if (!part_of(word, entry.frame, part)) {
            return at;
        }
        const NameList names = text_.names_from(from, word == "between");
        if (names.mentions.empty()) {
            return at;
        }
        for (const std::uint32_t mention : names.mentions) {
            Part as = part;
            const MentionKind kind = text_.actors().mentions[mention].kind;
            if (word == "from" && kind == MentionKind::organisation && entry.frame == NounFrame::speech) {
                noun.places.push_back(text_.actors().mentions[mention].span); // "a speech from the White House"
                continue;
            }
            if (entry.frame == NounFrame::speech && word == "with") {
                as = kind == MentionKind::person ? Part::participant : Part::addressee;
            }
            party(noun, mention, as);
        }
        const bool several = names.mentions.size() > 1 && (word == "with" || word == "to");
        noun.separate = noun.separate || (several && (names.both || (entry.plural && entry.counted)));
        return names.end;
    }

    /// Of a name behind a preposition; false: it gives none.
    static bool part_of(std::string_view word, NounFrame frame, Part& part) {
        const bool by = word == "by" || word == "from";
        switch (frame) {
        case NounFrame::joint:
            part = Part::participant;
            return word == "between" || word == "among" || word == "with" || word == "of" || word == "by" ||
                   word == "involving";
        case NounFrame::visit:
            part = Part::participant;
            return word == "by" || word == "of" || word == "from" || word == "with";
        case NounFrame::deed:
            part = by ? Part::source : word == "between" ? Part::participant : Part::target;
            return by || word == "on" || word == "against" || word == "of" || word == "between";
        case NounFrame::suffer:
            part = by ? Part::source : Part::target;
            return by || word == "of";
        case NounFrame::act:
            part = Part::source;
            return word == "by" || word == "of";
        case NounFrame::speech:
            part = by || word == "of" ? Part::speaker : Part::addressee;
            return by || word == "of" || word == "to" || word == "with" || word == "against";
        }
        return false;
    }

    enum class Strike : std::uint8_t { unknown, work, arms };

    const PhraseText& text_;
    const EventNounTable& table_;
    std::vector<EventNoun>& into_;
    Strike strike_ = Strike::unknown; ///< what the article's last strike was
};

} // namespace

std::vector<EventNoun> find_event_nouns(const Document& document,
                                        const Actors& actors,
                                        const Lexicon& lexicon,
                                        const std::vector<Timex>& times,
                                        Span body) {
    std::vector<EventNoun> found;
    PhraseText text(document, actors, lexicon, times);
    Finder finder(text, EventNounTable::built_in(), found);
    const bool whole = body.begin == body.end;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        const std::uint32_t begin = document.tokens[sentence.first].span.begin;
        if (sentence.heading || (!whole && (begin < body.begin || begin >= body.end))) {
            continue;
        }
        text.enter(s);
        finder.read(s);
    }
    return found;
}

std::vector<EventNoun>
find_event_nouns(const Document& document, const Actors& actors, const std::vector<Timex>& times, Span body) {
    return find_event_nouns(document, actors, Lexicon::built_in(), times, body);
}

} // namespace demarche::extract
