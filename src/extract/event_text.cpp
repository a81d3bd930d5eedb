#include "extract/event_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::extract {
namespace {

constexpr std::uint32_t kLongSentence = 420; ///< bytes that a citation of a whole sentence may have

constexpr std::uint32_t kNear = 12;    ///< mentions before one whose whole may hold it
constexpr std::size_t kSpeeches = 200; ///< speech that is looked at for one sentence

bool inside(Span inner, Span outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

/// "the start of the meeting", "a round of talks" are of that event.
bool is_part_word(std::string_view word) {
    return word == "start" || word == "beginning" || word == "end" || word == "series" || word == "round" ||
           word == "rounds" || word == "day" || word == "number" || word == "couple" || word == "wave" ||
           word == "string" || word == "session" || word == "hours" || word == "days" || word == "weeks" ||
           word == "months" || word == "spate";
}

/// Those in a land who act for themselves.
bool is_own_party(std::string_view word) {
    static constexpr std::array<std::string_view, 24> kOwn{
        "party",     "parties", "union",   "unions",   "group",     "groups",     "company",   "companies",
        "rebel",     "rebels",  "fighter", "fighters", "militant",  "militants",  "guerrilla", "guerrillas",
        "guerillas", "gunmen",  "militia", "militias", "executive", "executives", "lawmakers", "fundamentalists"};
    return std::find(kOwn.begin(), kOwn.end(), word) != kOwn.end();
}

} // namespace

void EventText::enter() {
    const Span here = span(sentence.cut.first, sentence.cut.last);
    const auto& mentions = input_.actors.mentions;
    first_mention_ = last_mention_;
    while (first_mention_ < mentions.size() && mentions[first_mention_].span.begin < here.begin) {
        ++first_mention_;
    }
    last_mention_ = first_mention_;
    while (last_mention_ < mentions.size() && mentions[last_mention_].span.begin < here.end) {
        ++last_mention_;
    }
    first_noun_ = last_noun_;
    while (first_noun_ < input_.nouns.size() && input_.nouns[first_noun_].noun.begin < here.begin) {
        ++first_noun_;
    }
    last_noun_ = first_noun_;
    while (last_noun_ < input_.nouns.size() && input_.nouns[last_noun_].noun.begin < here.end) {
        ++last_noun_;
    }
    for (; next_speech_ < speech_.size() && speech_[next_speech_].content.begin < here.end; ++next_speech_) {
        open_.push_back(static_cast<std::uint32_t>(next_speech_));
    }
    std::erase_if(open_, [&](std::uint32_t s) {
        return speech_[s].content.end <= here.begin && speech_[s].verb.end <= here.begin;
    });
    here_.assign(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(std::min(open_.size(), kSpeeches)));
    end_speech();
}

/// "denied that Lind had promised a deal and accused Dahl": what is said ends where the speaker's next verb begins.
void EventText::end_speech() {
    for (std::uint32_t v = 0; v + 1 < sentence.verbs.size(); ++v) {
        const VerbGroup& teller = verb(v);
        const auto behind =
            std::find_if(sentence.verbs.begin() + v + 1, sentence.verbs.end(), [&](const VerbGroup& each) {
                return each.link == teller.link && each.governor == teller.governor && !each.subject.empty() &&
                       each.subject == teller.subject && each.phrase > 0 &&
                       phrase(each.phrase - 1).kind == PhraseKind::conjunction;
            });
        if (behind == sentence.verbs.end()) {
            continue;
        }
        const Span said = token(teller.main).span;
        const std::uint32_t end = token(phrase(behind->phrase - 1).first - 1).span.end;
        for (const std::uint32_t s : here_) {
            Speech& each = speech_[s];
            const bool ends = each.kind == SpeechKind::reported && each.denied && each.verb.begin == said.begin &&
                              each.content.begin < end && end < each.content.end;
            each.content.end = ends ? end : each.content.end;
        }
    }
}

std::uint32_t EventText::head_token(std::uint32_t phrase_index) const {
    const Phrase& p = phrase(phrase_index);
    for (std::uint32_t i = p.first + 1; i < p.last; ++i) {
        if (text(i) == "of" && !in_title(i)) {
            return i - 1;
        }
    }
    return p.last - 1;
}

/// "Secretary of State Ann Roe": within the words for one person, before the name.
bool EventText::in_title(std::uint32_t token_index) const {
    const Span at = token(token_index).span;
    const auto* const mentions = input_.actors.mentions.data();
    const auto* const next =
        std::lower_bound(mentions + first_mention_, mentions + last_mention_, at.end,
                         [](const ActorMention& each, std::uint32_t end) { return each.span.begin < end; });
    for (const auto* m = next; m < mentions + last_mention_ && m < next + 4; ++m) {
        if (m->kind == MentionKind::person && m->form == MentionForm::full && inside(at, m->whole)) {
            return true;
        }
    }
    return false;
}

std::uint32_t EventText::event_noun_of(std::uint32_t phrase_index) const {
    const Span whole = span_of(phrase_index);
    const std::uint32_t head = head_token(phrase_index);
    const auto* const nouns = input_.nouns.data();
    const auto* const begin =
        std::lower_bound(nouns + first_noun_, nouns + last_noun_, whole.begin,
                         [](const EventNoun& each, std::uint32_t at) { return each.noun.begin < at; });
    for (auto n = static_cast<std::uint32_t>(begin - nouns); n < last_noun_; ++n) {
        const Span noun = input_.nouns[n].noun;
        if (!inside(noun, whole)) {
            break;
        }
        const bool is_head = noun.end == token(head).span.end;
        const bool part = noun.begin > token(head).span.end && is_part_word(text(head));
        if (is_head || part) {
            return n;
        }
    }
    return kNone;
}

bool EventText::counts(std::uint32_t m, const Phrase& p, std::uint32_t head, bool owner) const {
    const ActorMention& each = mention(m);
    const Span whole = span(p.first, p.last);
    if (!inside(each.span, whole)) {
        return false;
    }
    const bool acts = word(head).is(ClauseClass::people) || word(head).is(ClauseClass::quantifier);
    for (std::uint32_t other = m > first_mention_ + kNear ? m - kNear : first_mention_; other < last_mention_;
         ++other) {
        const ActorMention& outer = mention(other);
        const bool within = other != m && outer.kind == MentionKind::person && inside(each.span, outer.whole);
        if (within && outer.form == MentionForm::title) { // "a lawyer for Ann Roe"
            return false;
        }
        if (within && !(each.kind == MentionKind::person && each.form == MentionForm::full)) {
            return false; // "State Department spokesperson"
        }
        if (outer.span.begin > each.span.end) {
            break;
        }
    }
    const std::string_view behind = std::string_view(input_.document.text)
                                        .substr(each.span.end, std::min<std::size_t>(4, whole.end - each.span.end));
    const bool owns = each.possessive || behind.starts_with("'s") || behind.starts_with("’s");
    if (owns || owner) { // "Sudan's government" acts for Sudan, "Sudan's rebels" do not
        return owns && owner && word(head).is(ClauseClass::people) && !is_own_party(text(head)) &&
               each.kind == MentionKind::state;
    }
    const Span head_span = token(head).span;
    if (each.span.begin > head_span.end) { // behind "of": "supporters of Roe" are not he
        const std::string_view owner_word = text(head);
        return acts &&
               (each.kind != MentionKind::person || owner_word == "government" || owner_word == "administration");
    }
    const bool is_head = each.span.end >= head_span.end || each.whole.end >= head_span.end;
    return is_head || acts;
}

std::uint32_t EventText::carrier_of(std::uint32_t v) const {
    const VerbGroup& group = verb(v);
    const std::uint32_t about = group.antecedent;
    const bool behind = group.link == ClauseLink::participle && !group.passive && about != kNone && about >= 2 &&
                        phrase(about - 1).kind == PhraseKind::preposition && text(phrase(about - 1).first) == "of" &&
                        phrase(about - 2).kind == PhraseKind::noun;
    return behind ? about - 2 : kNone;
}

void EventText::mentions_of(std::uint32_t phrase_index, bool places, std::vector<std::uint32_t>& into) const {
    const Phrase& p = phrase(phrase_index);
    const std::uint32_t head = head_token(phrase_index);
    const std::size_t before = into.size();
    const Span whole = span(p.first, p.last);
    const auto* const mentions = input_.actors.mentions.data();
    const auto* const begin =
        std::lower_bound(mentions + first_mention_, mentions + last_mention_, whole.begin,
                         [](const ActorMention& each, std::uint32_t at) { return each.span.begin < at; });
    for (const bool owner : {false, true}) {
        if (into.size() > before) {
            break;
        }
        for (auto m = static_cast<std::uint32_t>(begin - mentions);
             m < last_mention_ && mention(m).span.begin < whole.end; ++m) {
            if ((places || !mention(m).is_place || word(head).is(ClauseClass::people)) && counts(m, p, head, owner)) {
                into.push_back(m);
            }
        }
    }
    const bool people = word(head).is(ClauseClass::people);
    const std::uint32_t next = phrase_index + 1; // "representatives from Kyiv"
    if (into.size() == before && people && next + 1 < sentence.phrases.size() &&
        phrase(next).kind == PhraseKind::preposition && text(phrase(next).first) == "from" &&
        phrase(next + 1).kind == PhraseKind::noun) {
        mentions_of(next + 1, true, into);
    }
}

void EventText::mentions_in(Span span, std::vector<std::uint32_t>& into) const {
    const auto& mentions = input_.actors.mentions;
    const auto begin =
        std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                         [](const ActorMention& each, std::uint32_t at) { return each.span.begin < at; });
    std::vector<std::uint32_t> found;
    for (auto at = begin; at != mentions.end() && at->span.begin < span.end; ++at) {
        found.push_back(static_cast<std::uint32_t>(at - mentions.begin()));
    }
    // Persons before the bodies that their titles name.
    const bool person = std::any_of(found.begin(), found.end(),
                                    [&](std::uint32_t m) { return mentions[m].kind == MentionKind::person; });
    for (const std::uint32_t m : found) {
        const ActorMention& each = mentions[m];
        const bool of_other = is_behind_of(each, span, into);
        if (of_other) {
            continue;
        }
        const bool modifier = (person && each.kind != MentionKind::person) || leads_name(m, span);
        // "US witnesses", "sources in Peru", "Czech radio": whoever that is, it is not the state
        const bool where = each.kind == MentionKind::state && (each.is_place || describes(each.span.end, span.end));
        if (!modifier && !where && !each.possessive && !names_office(each)) {
            into.push_back(m);
        }
    }
}

/// "African Union observer Ann Roe": a body whose name and a noun stand right before a name.
bool EventText::leads_name(std::uint32_t m, Span span) const {
    const auto& mentions = input_.actors.mentions;
    const bool next = m + 1 < mentions.size() && mentions[m].kind != MentionKind::unknown &&
                      mentions[m].kind != MentionKind::person && mentions[m + 1].kind == MentionKind::unknown &&
                      mentions[m + 1].span.begin > mentions[m].span.end && mentions[m + 1].span.end <= span.end;
    if (!next) {
        return false;
    }
    const std::string_view between =
        std::string_view(input_.document.text)
            .substr(mentions[m].span.end, mentions[m + 1].span.begin - mentions[m].span.end);
    return between.size() > 3 && between.front() == ' ' && between.back() == ' ' &&
           std::all_of(between.begin() + 1, between.end() - 1,
                       [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; }) &&
           between != " and " && between != " or ";
}

bool EventText::names_office(const ActorMention& each) const {
    static constexpr std::array<std::string_view, 7> kOffices{" administration", " government", " campaign", " team",
                                                              " camp",           " cabinet",    " office"};
    const std::string_view behind = std::string_view(input_.document.text).substr(each.span.end);
    return (each.kind == MentionKind::person || each.kind == MentionKind::unknown) &&
           std::any_of(kOffices.begin(), kOffices.end(),
                       [&](std::string_view word) { return behind.starts_with(word); });
}

/// "A lawyer for Roe", "supporters of Roe and Lind": somebody else speaks, whom nobody names.
bool EventText::is_behind_of(const ActorMention& each, Span span, const std::vector<std::uint32_t>& kept) const {
    if (each.kind != MentionKind::person && each.kind != MentionKind::unknown) {
        return false;
    }
    const std::uint32_t from = kept.empty() ? span.begin : std::max(span.begin, mention(kept.back()).span.end);
    const std::uint32_t begin = std::min(each.whole.begin, each.span.begin);
    if (begin <= from) { // within the words for another: "lawyer for Roe"
        return !kept.empty() && begin < from;
    }
    const std::string_view before = std::string_view(input_.document.text).substr(from, begin - from);
    if (before.find(',') != std::string_view::npos) { // "the head of the fund, Ann Roe"
        return false;
    }
    static constexpr std::array<std::string_view, 7> kOthers{" of ",   " for ",  " to ",     " by ",
                                                             " from ", " with ", " against "};
    return std::any_of(kOthers.begin(), kOthers.end(),
                       [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

/// Whether a noun follows before `end`.
bool EventText::describes(std::uint32_t at, std::uint32_t end) const {
    const std::string_view behind = std::string_view(input_.document.text).substr(at, end - std::min(at, end));
    return behind.size() > 1 && behind[0] == ' ' && !behind.starts_with(" and ") && !behind.starts_with(" or ");
}

bool EventText::is_outlet(std::uint32_t m) const {
    const ActorMention& each = mention(m);
    if (each.chain != kNone && input_.actors.chains[each.chain].outlet) {
        return true;
    }
    if (each.kind != MentionKind::unknown && each.kind != MentionKind::organisation) {
        return false;
    }
    static constexpr std::array<std::string_view, 9> kMedia{"news agency", "newspaper", "radio", "television", "daily",
                                                            "weekly",      "magazine",  "TV",    "broadcaster"};
    const std::string_view all = input_.document.text;
    const std::string_view behind = all.substr(std::min<std::size_t>(all.size(), each.span.end + 1), 12);
    const std::size_t from = each.span.begin > 12 ? each.span.begin - 12 : 0;
    const std::string_view before = all.substr(from, each.span.begin - from);
    return std::any_of(kMedia.begin(), kMedia.end(), [&](std::string_view word) {
        return behind.starts_with(word) || (before.size() > word.size() && before.ends_with(' ') &&
                                            before.substr(0, before.size() - 1).ends_with(word));
    });
}

const Speech* EventText::speech_around(std::uint32_t token_index) const {
    const Span at = token(token_index).span;
    const Speech* best = nullptr;
    for (const std::uint32_t s : here_) {
        const Speech& each = speech_[s];
        const bool holds = inside(at, each.content) && !inside(at, each.verb);
        if (holds && (best == nullptr || inside(each.content, best->content))) {
            best = &each;
        }
    }
    return best;
}

const Speech* EventText::speech_of(std::uint32_t token_index) const {
    const std::uint32_t begin = token(token_index).span.begin;
    for (const std::uint32_t s : here_) {
        if (speech_[s].verb.begin == begin && speech_[s].verb.end > begin) {
            return &speech_[s];
        }
    }
    return nullptr;
}

std::vector<std::uint32_t> EventText::speakers(const Speech& speech) const {
    std::vector<std::uint32_t> found;
    if (speech.speaker.begin < speech.speaker.end) {
        mentions_in(speech.speaker, found);
    }
    return found;
}

Span EventText::clause_around(std::uint32_t token_index, std::uint32_t v) const {
    std::uint32_t first = sentence.cut.first;
    std::uint32_t last = sentence.cut.last;
    if (token(last - 1).span.end - token(first).span.begin > kLongSentence && v != kNone) {
        const VerbGroup& group = verb(v);
        first = phrase(std::min(group.region_begin, group.phrase)).first;
        last = phrase(std::max(group.region_end, group.phrase + 1) - 1).last;
        if (token(last - 1).span.end - token(first).span.begin > kLongSentence) {
            first = std::max(group.first > sentence.cut.first + 12 ? group.first - 12 : sentence.cut.first, first);
            last = std::min(last, group.last + 30);
        }
    }
    const std::string_view all = input_.document.text;
    while (first < token_index &&
           all.substr(token(first).span.begin, token(token_index).span.begin - token(first).span.begin).find('\n') !=
               std::string_view::npos) {
        ++first;
    }
    while (last > token_index + 1 &&
           all.substr(token(token_index).span.end, token(last - 1).span.end - token(token_index).span.end).find('\n') !=
               std::string_view::npos) {
        --last;
    }
    return span(first, last);
}

} // namespace demarche::extract
