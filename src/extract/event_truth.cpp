#include "extract/event_text.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

constexpr int kDeepest = 12; ///< clauses within each other that are looked through

class Judge {
public:
    Judge(const EventText& text, const std::vector<const VerbSense*>& senses) : text_(text), senses_(senses) {}

    [[nodiscard]] Truth of(std::uint32_t v, int depth) const {
        const VerbGroup& group = text_.verb(v);
        if (depth > kDeepest) {
            return Truth::nothing;
        }
        switch (group.link) {
        case ClauseLink::condition:
        case ClauseLink::question:
            return Truth::nothing;
        case ClauseLink::when:
            return group.tense == VerbTense::past && !group.would ? own(group) : Truth::nothing;
        case ClauseLink::content:
            return content(group, depth);
        case ClauseLink::infinitive:
            return infinitive(group, depth);
        case ClauseLink::gerund:
            return gerund(group, depth);
        case ClauseLink::participle:
            return participle(v, depth);
        default:
            return own(group);
        }
    }

private:
    [[nodiscard]] Complement complement(std::uint32_t v) const {
        return senses_[v] == nullptr ? Complement::nothing : senses_[v]->complement;
    }

    [[nodiscard]] bool nobody(const VerbGroup& group) const {
        return std::any_of(group.subject.begin(), group.subject.end(),
                           [&](std::uint32_t p) { return text_.phrase(p).negative; });
    }

    /// Reported in the past: "said he would go".
    [[nodiscard]] bool reported(const VerbGroup& group) const {
        const bool below = group.governor != kNone && group.link == ClauseLink::content &&
                           text_.verb(group.governor).tense == VerbTense::past;
        return below || text_.speech_around(group.main) != nullptr;
    }

    /// By the verb's own tense and words.
    [[nodiscard]] Truth own(const VerbGroup& group) const {
        if (group.negated || group.possible || group.should || nobody(group)) {
            return Truth::nothing;
        }
        if (group.would) {
            const bool unreal = group.perfect || text_.sentence.conditional || !reported(group);
            return unreal ? Truth::nothing : Truth::planned;
        }
        switch (group.tense) {
        case VerbTense::future: // "was to have met" did not
            return group.perfect || text_.sentence.conditional ? Truth::nothing : Truth::planned;
        case VerbTense::past:
            return Truth::happened;
        case VerbTense::present:
            if (group.perfect) {
                return Truth::happened;
            }
            if (to_come(group) || (group.progressive && dated(group))) { // "is flying on Tuesday"
                return Truth::planned;
            }
            return group.progressive ? Truth::ongoing : Truth::happened;
        case VerbTense::none:
            return Truth::nothing;
        }
        return Truth::nothing;
    }

    [[nodiscard]] bool dated(const VerbGroup& group) const {
        return std::any_of(group.times.begin(), group.times.end(), [&](std::uint32_t t) {
            const Timex& each = text_.input().times[t];
            return each.kind == TimexKind::date && !each.when.empty();
        });
    }

    /// "meets on Tuesday", "is meeting next week": a day that the sentence marks as to come.
    [[nodiscard]] bool to_come(const VerbGroup& group) const {
        return std::any_of(group.times.begin(), group.times.end(), [&](std::uint32_t t) {
            const Timex& each = text_.input().times[t];
            return each.future_cue && each.kind != TimexKind::set;
        });
    }

    [[nodiscard]] Truth content(const VerbGroup& group, int depth) const {
        if (group.governor == kNone) {
            return own(group);
        }
        const VerbGroup& above = text_.verb(group.governor);
        const Complement kind = complement(group.governor);
        if (kind == Complement::doubt) {
            return Truth::nothing;
        }
        const bool says = above.verb != kNoVerb && text_.input().words.verb(above.verb).says;
        if (says && (above.negated || above.possible)) {
            return Truth::nothing;
        }
        const Truth own_truth = own(group);
        if (kind == Complement::deny && own_truth != Truth::nothing) {
            return of(group.governor, depth + 1) == Truth::happened ? Truth::denied : Truth::nothing;
        }
        if (kind == Complement::plan && !says && own_truth == Truth::happened) {
            return own_truth;
        }
        return own_truth;
    }

    [[nodiscard]] Truth infinitive(const VerbGroup& group, int depth) const {
        if (group.negated || group.governor == kNone) {
            return Truth::nothing;
        }
        const VerbGroup& above = text_.verb(group.governor);
        const Truth base = of(group.governor, depth + 1);
        if (group.control != kNone) {
            return control(group, base);
        }
        if (is_due(above) && base != Truth::nothing) {
            return Truth::planned;
        }
        switch (complement(group.governor)) {
        case Complement::plan:
            return base == Truth::nothing || base == Truth::denied || text_.sentence.conditional ? Truth::nothing
                                                                                                 : Truth::planned;
        case Complement::real:
            return base;
        case Complement::aim:
            return base == Truth::nothing || base == Truth::denied ? Truth::nothing : Truth::planned;
        case Complement::deny:
            return base == Truth::happened ? Truth::denied : Truth::nothing;
        default:
            return Truth::nothing;
        }
    }

    /// "is due to", "is set to", "is poised to".
    [[nodiscard]] bool is_due(const VerbGroup& above) const {
        if (above.negated || !text_.word(above.main).is(ClauseClass::be)) {
            return false;
        }
        for (std::uint32_t i = above.main + 1; i < std::min(above.main + 4, text_.sentence.cut.last); ++i) {
            const std::string_view word = text_.text(i);
            if (word == "due" || word == "set" || word == "slated" || word == "ready" || word == "poised") {
                return word != "ready";
            }
        }
        return false;
    }

    /// "announced plans to", "cancelled a plan to", "made a decision to".
    [[nodiscard]] Truth control(const VerbGroup& group, Truth base) const {
        const Phrase& noun = text_.phrase(group.control);
        bool plans = false;
        for (std::uint32_t i = noun.first; i < noun.last; ++i) {
            const std::string_view word = text_.text(i);
            plans = plans || word == "plan" || word == "plans" || word == "decision" || word == "agreement" ||
                    word == "deal" || word == "pledge" || word == "promise" || word == "vow" || word == "commitment";
        }
        const VerbSense* sense = senses_[group.governor];
        const std::string_view verb = text_.verb(group.governor).verb == kNoVerb
                                          ? std::string_view()
                                          : text_.input().words.verb(text_.verb(group.governor).verb).base;
        const bool drops =
            verb == "cancel" || verb == "scrap" || verb == "abandon" || verb == "shelve" || verb == "drop";
        if (drops && plans) {
            return base == Truth::happened ? Truth::cancelled : Truth::nothing;
        }
        if ((verb == "keep" || verb == "fulfil" || verb == "fulfill") && plans) { // "kept their promise to leave"
            return base;
        }
        const bool against = sense != nullptr && sense->type.category == "reject";
        const bool holds =
            base != Truth::nothing && base != Truth::denied && !against &&
            !(sense != nullptr && (sense->type.category == "demand" || sense->type.category == "request" ||
                                   sense->type.category == "accuse"));
        return plans && holds && !noun.negative && !text_.sentence.conditional ? Truth::planned : Truth::nothing;
    }

    [[nodiscard]] Truth gerund(const VerbGroup& group, int depth) const {
        if (group.negated || group.governor == kNone) {
            return Truth::nothing;
        }
        const std::string_view word = text_.text(group.link_word);
        const bool real = word == "after" || word == "After" || word == "by" || word == "By" || word == "while" ||
                          word == "While" || word == "since" || word == "upon" || word == "despite";
        if (real) {
            return of(group.governor, depth + 1);
        }
        const bool before = word == "before" || word == "Before";
        return before ? of(group.governor, depth + 1) : Truth::nothing;
    }

    [[nodiscard]] Truth participle(std::uint32_t v, int depth) const {
        const VerbGroup& group = text_.verb(v);
        if (group.negated) {
            return Truth::nothing;
        }
        if (const std::uint32_t carrier = text_.carrier_of(v); carrier != kNone) {
            return carried(group, text_.phrase(carrier));
        }
        if (spoken_of(group)) {
            return Truth::nothing;
        }
        if (group.passive) { // "the deal signed in Oslo"
            return nobody(group) ? Truth::nothing : Truth::happened;
        }
        if (group.antecedent != kNone || group.governor == kNone) {
            return Truth::happened;
        }
        return of(group.governor, depth + 1);
    }

    /// "reports of", "fears of troops attacking Chad": told by somebody, or only thought of.
    [[nodiscard]] Truth carried(const VerbGroup& group, const Phrase& carrier) const {
        if (text_.word(carrier.last - 1).is(ClauseClass::doubted) || carrier.negative) {
            return Truth::nothing;
        }
        const bool above = group.governor != kNone && group.governor < text_.sentence.verbs.size();
        const VerbGroup* const governor = above ? &text_.verb(group.governor) : nullptr;
        if (governor != nullptr && (governor->negated || governor->possible)) {
            return Truth::nothing;
        }
        return governor != nullptr && complement(group.governor) == Complement::deny ? Truth::denied : Truth::happened;
    }

    /// "warned of troops attacking Chad", "talks about troops leaving Chad": a verb's, or a noun's, matter.
    [[nodiscard]] bool spoken_of(const VerbGroup& group) const {
        if (group.passive || group.antecedent == kNone || group.antecedent == 0) {
            return false;
        }
        const Phrase& before = text_.phrase(group.antecedent - 1);
        const std::string_view word = text_.text(before.first);
        return before.kind == PhraseKind::preposition &&
               (word == "of" || word == "about" || word == "against" || word == "without");
    }

    const EventText& text_;
    const std::vector<const VerbSense*>& senses_;
};

} // namespace

Truth truth_of(const EventText& text, const std::vector<const VerbSense*>& senses, std::uint32_t v) {
    return Judge(text, senses).of(v, 0);
}

} // namespace demarche::extract
