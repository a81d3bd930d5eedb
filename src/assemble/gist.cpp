#include "assemble/gist.hpp"

#include "assemble/passages.hpp"
#include "assemble/wording.hpp"
#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace demarche::assemble {
namespace {

using extract::ActorChain;
using extract::ActorMention;
using extract::ActorTitle;
using extract::EventMention;
using extract::Findings;
using extract::kNone;
using extract::MentionForm;
using extract::Span;

constexpr std::size_t kMostPassages = 4;
/// Bytes between a name and its title where they may be cited in one piece.
constexpr std::uint32_t kTogether = 120;

bool holds(Span outer, Span inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

class Digest {
public:
    explicit Digest(const Findings& findings) : found_(findings), passages_(findings.document) {
        note_titles();
        for (std::uint32_t e = 0; e < found_.events.size(); ++e) {
            events_at_.emplace(found_.events[e].trigger.begin, e);
        }
    }

    void actors(Gist& into) {
        for (const ActorChain& chain : found_.actors.chains) {
            into.actors.push_back(actor(chain));
        }
        for (const extract::NamedTie& tie : found_.actors.ties) {
            into.ties.push_back({tie.from, tie.to, tie.type, passages_.at(with_names(tie))});
        }
    }

    void events(Gist& into) {
        for (const EventMention& mention : found_.events) {
            into.events.push_back(event(mention));
        }
        for (const extract::DelegationMention& mention : found_.delegations) {
            into.delegations.push_back(delegation(mention));
        }
    }

private:
    [[nodiscard]] std::string words(Span span) const { return std::string(found_.document.words(span)); }

    [[nodiscard]] const ActorMention& mention(std::uint32_t m) const { return found_.actors.mentions[m]; }

    ActorSaid actor(const ActorChain& chain) {
        ActorSaid said;
        said.kind = chain.kind;
        said.name = chain.name;
        said.short_name = chain.short_name;
        said.aliases = chain.aliases;
        if (chain.kind == extract::MentionKind::organisation) {
            add_abbreviation(chain, said.aliases);
        }
        said.side = chain.side;
        said.gender = chain.gender;
        said.mentions = static_cast<std::uint32_t>(chain.mentions.size());
        said.only_place = std::all_of(chain.mentions.begin(), chain.mentions.end(),
                                      [&](std::uint32_t m) { return mention(m).is_place; });
        for (const std::uint32_t t : chain.titles) {
            said.titles.push_back(title(t));
        }
        for (const std::uint32_t m : named_mentions(chain)) {
            said.passages.push_back(passages_.at(mention(m).whole));
        }
        return said;
    }

    /// "Grain Trade Fund (GTF)": capitals in brackets right behind the name, which begin its words.
    void add_abbreviation(const ActorChain& chain, std::vector<std::string>& aliases) const {
        const std::string& text = found_.document.text;
        for (const std::uint32_t m : chain.mentions) {
            const std::uint32_t at = mention(m).span.end;
            if (mention(m).form != MentionForm::full || text.compare(at, 2, " (") != 0) {
                continue;
            }
            const std::size_t close = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ&", at + 2);
            const std::string letters = text.substr(at + 2, close == std::string::npos ? 0 : close - at - 2);
            const bool known = std::find(aliases.begin(), aliases.end(), letters) != aliases.end();
            if (letters.size() > 1 && text[close] == ')' && !known && begin_words(letters, chain.name)) {
                aliases.push_back(letters);
            }
        }
    }

    /// Each letter, in order, begins a word of the name.
    static bool begin_words(const std::string& letters, const std::string& name) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < name.size() && at < letters.size(); ++i) {
            const bool begins = i == 0 || name[i - 1] == ' ' || name[i - 1] == '-';
            at += begins && (name[i] == letters[at] || name[i] == letters[at] - 'A' + 'a') ? 1 : 0;
        }
        return at == letters.size();
    }

    /// Where the chain is named: the fullest first, then those with a title, then in the order of the text.
    [[nodiscard]] std::vector<std::uint32_t> named_mentions(const ActorChain& chain) const {
        std::vector<std::uint32_t> named;
        std::copy_if(chain.mentions.begin(), chain.mentions.end(), std::back_inserter(named), [&](std::uint32_t m) {
            return mention(m).form == MentionForm::full || mention(m).form == MentionForm::part;
        });
        const auto rank = [&](std::uint32_t m) {
            const ActorMention& own = mention(m);
            const bool heading = found_.document.sentences[own.sentence].heading;
            return std::tuple(own.form != MentionForm::full, heading, own.title == kNone, own.span.begin);
        };
        std::sort(named.begin(), named.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
        named.resize(std::min(named.size(), kMostPassages));
        return named;
    }

    TitleSaid title(std::uint32_t t) {
        const ActorTitle& title = found_.actors.titles[t];
        TitleSaid said;
        said.title = words(title.span);
        said.body = words(title.body);
        said.body_actor = title.body_chain;
        said.possessor = title.possessor_chain;
        said.country = title.country;
        said.home = title.home;
        said.kind = title.kind;
        said.time = title.time;
        said.rank = title.rank;
        said.deputy = title.deputy;
        said.passage = passages_.at(together_[t] == kNone ? title.span : mention(together_[t]).whole);
        return said;
    }

    /// With which mention each title stands.
    void note_titles() {
        const auto& actors = found_.actors;
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> at; // chain and place: the title
        for (std::uint32_t c = 0; c < actors.chains.size(); ++c) {
            for (const std::uint32_t t : actors.chains[c].titles) {
                at.emplace(std::pair(c, actors.titles[t].span.begin), t);
            }
        }
        together_.assign(actors.titles.size(), kNone);
        for (std::uint32_t m = 0; m < actors.mentions.size(); ++m) {
            const ActorMention& own = mention(m);
            for (auto t = at.lower_bound({own.chain, own.whole.begin});
                 t != at.end() && t->first.first == own.chain && t->first.second < own.whole.end; ++t) {
                std::uint32_t& with = together_[t->second];
                const bool better = with == kNone || mention(with).form == MentionForm::title;
                if (better && holds(own.whole, actors.titles[t->second].span)) {
                    with = m;
                }
            }
        }
    }

    /// The words of the tie and the names of both, where they stand close together.
    [[nodiscard]] Span with_names(const extract::NamedTie& tie) const {
        Span span = tie.span;
        for (const std::uint32_t chain : {tie.from, tie.to}) {
            span = with_nearest(span, found_.actors.chains[chain]);
        }
        return span;
    }

    [[nodiscard]] Span with_nearest(Span span, const ActorChain& chain) const {
        Span best = span;
        std::uint32_t least = kTogether;
        for (const std::uint32_t m : chain.mentions) {
            const ActorMention& own = mention(m);
            if (holds(span, own.span)) {
                return span;
            }
            const std::uint32_t gap = own.span.begin >= span.end   ? own.span.begin - span.end
                                      : own.span.end <= span.begin ? span.begin - own.span.end
                                                                   : 0;
            if (own.form != MentionForm::pronoun && gap < least && same_sentence(own.span, span)) {
                least = gap;
                best = {std::min(span.begin, own.whole.begin), std::max(span.end, own.whole.end)};
            }
        }
        return best;
    }

    [[nodiscard]] bool same_sentence(Span a, Span b) const { return sentence_of(a) == sentence_of(b); }

    [[nodiscard]] std::size_t sentence_of(Span span) const {
        const auto& sentences = found_.document.sentences;
        const auto behind = std::partition_point(sentences.begin(), sentences.end(), [&](const extract::Sentence& s) {
            return found_.document.tokens[s.last - 1].span.end <= span.begin;
        });
        return static_cast<std::size_t>(behind - sentences.begin());
    }

    EventSaid event(const EventMention& mention) {
        EventSaid said;
        said.trigger = words(mention.trigger);
        // What somebody says that he will do is his word: a chart shows it as one.
        said.type = mention.intent ? EventType{"statement", ""} : mention.type;
        said.cameo = mention.intent ? "010" : mention.cameo;
        said.status = mention.status;
        for (const extract::EventParty& party : mention.parties) {
            const ActorMention& own = this->mention(party.mention);
            said.parties.push_back({own.chain, words(own.whole), party.as, party.subject});
        }
        said.when = mention.when;
        said.when_words = words(mention.when_words);
        for (const Span place : mention.places) {
            said.places.push_back(words(place));
        }
        for (const extract::EventOrder& order : mention.order) {
            said.order.push_back({order.after, event_at(order.other, mention.trigger), words(order.other), order.gap});
        }
        for (const std::uint32_t m : mention.said_by) {
            if (this->mention(m).chain != kNone) {
                said.said_by.push_back(this->mention(m).chain);
            }
            const bool first = said.said_by_words.empty() && !is_pronoun(this->mention(m).whole);
            said.said_by_words = first ? words(this->mention(m).whole) : said.said_by_words;
        }
        const std::string teller = words(mention.said_words); // "two diplomats", whom nobody names
        const bool unnamed =
            said.said_by.empty() && said.said_by_words.empty() && teller.find(' ') != std::string::npos;
        said.said_by_words = unnamed ? teller : said.said_by_words;
        if (mention.said_by.empty() && mention.said_words.end > mention.said_words.begin &&
            !is_pronoun(mention.said_words)) {
            said.said_by_words = words(mention.said_words); // "reports"
        }
        said.topic = words(mention.topic);
        said.topic_verb = words(mention.topic_verb);
        said.passage = passages_.clause(mention.clause, mention.trigger);
        said.sentence = mention.sentence;
        said.noun = mention.noun;
        said.definite = mention.definite;
        said.open_subject = mention.open_subject;
        said.others = mention.others;
        said.repeated = mention.repeated;
        return said;
    }

    /// "he", "they": words that name nobody outside of their text.
    [[nodiscard]] bool is_pronoun(Span span) const {
        static constexpr std::array<std::string_view, 9> kPronouns{"he", "she", "it",  "they", "i",
                                                                   "we", "who", "you", "one"};
        return std::find(kPronouns.begin(), kPronouns.end(), ascii_lower(words(span))) != kPronouns.end();
    }

    /// The mention whose trigger meets `span`; kNone: none but `but` itself.
    [[nodiscard]] std::uint32_t event_at(Span span, Span but) const {
        if (span.begin == span.end) {
            return kNone;
        }
        auto e = events_at_.lower_bound(span.begin);
        if (e != events_at_.begin() && found_.events[std::prev(e)->second].trigger.end > span.begin) {
            --e; // "call" of "phone call"
        }
        for (; e != events_at_.end() && e->first < span.end; ++e) {
            if (!(found_.events[e->second].trigger == but)) {
                return e->second;
            }
        }
        return kNone;
    }

    /// "the meeting", which tells nothing of itself: the first one that the article tells of; kNone: none
    /// stands before it.
    [[nodiscard]] std::uint32_t meeting_before(Span span) const {
        const auto noun =
            std::lower_bound(found_.nouns.begin(), found_.nouns.end(), span.begin,
                             [](const extract::EventNoun& n, std::uint32_t at) { return n.noun.begin < at; });
        if (span.begin == span.end || noun == found_.nouns.end() || !(noun->noun == span) || !noun->definite) {
            return kNone;
        }
        for (auto e = events_at_.begin(); e != events_at_.end() && e->first < span.begin; ++e) {
            const extract::EventMention& told = found_.events[e->second];
            if (told.type.category == "consult" && !told.noun) {
                return e->second;
            }
        }
        return kNone;
    }

    DelegationSaid delegation(const extract::DelegationMention& mention) {
        DelegationSaid said;
        Span named = mention.members.empty() ? mention.clause : this->mention(mention.members.front().mention).span;
        for (const extract::DelegationMember& member : mention.members) {
            const ActorMention& own = this->mention(member.mention);
            named = {std::min(named.begin, own.span.begin), std::max(named.end, own.span.end)};
            if (own.chain != kNone) {
                said.members.push_back({own.chain, member.as});
            }
        }
        said.country = mention.country;
        said.body = mention.body == kNone ? kNone : this->mention(mention.body).chain;
        said.event = event_at(mention.event, {});
        if (said.event == kNone) {
            said.event = meeting_before(mention.event);
        }
        said.passage = passages_.clause(mention.clause, holds(mention.clause, named) ? named : mention.clause);
        return said;
    }

    const Findings& found_;
    Passages passages_;
    std::vector<std::uint32_t> together_;                   ///< for each title the mention that it stands with, kNone
    std::multimap<std::uint32_t, std::uint32_t> events_at_; ///< where their triggers begin
};

} // namespace

Gist gist(Article article, Day published, const Findings& findings, const extract::Lexicon& /*lexicon*/) {
    Gist result;
    result.article = std::move(article);
    result.published = published;
    Digest digest(findings);
    digest.actors(result);
    digest.events(result);
    result.wording = wording_prints(findings.document, findings.facts.body);
    return result;
}

} // namespace demarche::assemble
