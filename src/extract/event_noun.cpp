#include "extract/event_noun.hpp"

#include "extract/event_noun_table.hpp"
#include "extract/noun_attachments.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/phrase_text.hpp"
#include "extract/word_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::extract {
namespace {

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
        const std::uint32_t behind = attach_behind(text_, table_, end, entry, before.separate, noun);
        if (entry.labour && !settle_sense(noun)) {
            return 0;
        }
        read_relation(before.begin, noun);
        noun.whole = text_.span(before.begin, behind);
        into_.push_back(std::move(noun));
        return behind;
    }

    void take_before(const BeforeNoun& before, const NounEntry& entry, EventNoun& noun) const {
        if (before.place.end != 0 && entry.type.category == "consult") {
            noun.places.push_back(before.place);
        }
        if (before.owner != kNone) {
            add_party(noun, before.owner, owner_part(entry.frame));
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
                    add_party(noun, mention, Part::target); // "the Ukraine invasion"
                }
            } else if (entry.frame == NounFrame::suffer) {
                add_party(noun, mention, found.kind == MentionKind::person ? Part::target : Part::source);
            } else {
                add_party(noun, mention, owner_part(entry.frame));
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

    enum class Strike : std::uint8_t { unknown, work, arms };

    const PhraseText& text_;
    const EventNounTable& table_;
    std::vector<EventNoun>& into_;
    Strike strike_ = Strike::unknown; ///< what the article's last strike was
};

} // namespace

std::vector<EventNoun> find_event_nouns(const Document& document,
                                        const Actors& actors,
                                        const WordTables& tables,
                                        const std::vector<Timex>& times,
                                        Span body) {
    std::vector<EventNoun> found;
    PhraseText text(document, actors, *tables.lexicon, times);
    Finder finder(text, *tables.nouns, found);
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

} // namespace demarche::extract
