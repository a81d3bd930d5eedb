#include "extract/noun_attachments.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

constexpr int kMostAttached = 8;
constexpr std::uint32_t kLongestObject = 6; ///< tokens

/// Of a name behind a preposition; false: it gives none.
bool part_of(std::string_view word, NounFrame frame, Part& part) {
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

/// Of a name behind a participle and "by": "hosted by Roe"; false: the word is none.
bool part_by(std::string_view word, NounFrame frame, Part& part) {
    if (word == "hosted" || word == "convened") {
        part = Part::host;
    } else if (word == "brokered" || word == "mediated" || word == "facilitated") {
        part = Part::mediator;
    } else if (word == "attended" || word == "launched" || word == "carried" || word == "made" || word == "signed") {
        part = owner_part(frame == NounFrame::suffer ? NounFrame::deed : frame);
    } else {
        return false;
    }
    return true;
}

class Attachments {
public:
    Attachments(const PhraseText& text, const EventNounTable& table, const NounEntry& entry, EventNoun& noun)
        : text_(text), table_(table), entry_(entry), noun_(noun) {}

    std::uint32_t read(std::uint32_t at) {
        for (int attached = 0; attached < kMostAttached; ++attached) {
            std::uint32_t next = attach(at);
            next = next == at ? behind_object(at) : next;
            if (next == at) {
                break;
            }
            at = next;
        }
        return at;
    }

private:
    std::uint32_t attach(std::uint32_t at) {
        std::uint32_t behind = attach_time(at);
        behind = behind == at ? attach_plan(at) : behind;
        behind = behind == at ? attach_places(at) : behind;
        behind = behind == at ? attach_aside(at) : behind;
        return behind == at ? attach_names(at) : behind;
    }

    /// "scheduled for", ", planned for".
    std::uint32_t attach_plan(std::uint32_t at) {
        const std::uint32_t verb = at + (text_.is_sign(at, ",") ? 1 : 0);
        const bool due = text_.is(verb, "due") && !text_.is(verb + 1, "to");
        if (!due && !text_.is(verb, "scheduled") && !text_.is(verb, "planned") && !text_.is(verb, "slated")) {
            return at;
        }
        noun_.hint = NounHint::planned;
        return verb + 1;
    }

    std::uint32_t attach_places(std::uint32_t at) {
        std::uint32_t end = at;
        const std::vector<Span> places =
            text_.places_from(end, entry_.frame == NounFrame::visit && noun_.places.empty());
        noun_.places.insert(noun_.places.end(), places.begin(), places.end());
        return end;
    }

    /// "the meeting -- attended by Roe and Lind --".
    std::uint32_t attach_aside(std::uint32_t at) {
        const bool sign =
            text_.is_sign(at, ",") || text_.is_sign(at, "--") || text_.is_sign(at, "—") || text_.is_sign(at, "–");
        if (!sign || !text_.is(at + 2, "by")) {
            return at;
        }
        const std::uint32_t behind = attach_names(at + 1);
        return behind == at + 1 ? at : behind;
    }

    /// Behind "on a market" where a place, a time or a name follows: "an attack on a market in Lima last week".
    std::uint32_t behind_object(std::uint32_t at) {
        const bool joint = entry_.frame == NounFrame::joint;
        const bool hangs = text_.is(at, "of") || (!joint && (text_.is(at, "on") || text_.is(at, "against")));
        std::uint32_t end = at + 1;
        while (hangs && end < at + kLongestObject && text_.is_word(end) && !text_.is_capital(end) &&
               text_.time_at(end) == kNone && text_.mention_from(end) == kNone && is_plain(text_.word(end))) {
            ++end;
        }
        if (!hangs || end == at + 1 || end == at + kLongestObject) {
            return at;
        }
        const std::uint32_t behind = attach(end);
        return behind == end ? at : behind;
    }

    [[nodiscard]] bool is_plain(const std::string& word) const {
        return (!table_.is(word, PhraseWord::behind) && !table_.is(word, PhraseWord::verb)) ||
               table_.is(word, PhraseWord::the) || table_.is(word, PhraseWord::a) || table_.is(word, PhraseWord::own);
    }

    /// "on Tuesday", "last week", "for Friday".
    std::uint32_t attach_time(std::uint32_t at) {
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
        if (time == kNone || (noun_.time != kNone && begin == at)) {
            return at;
        }
        const TimexKind kind = text_.times()[time].kind;
        if (kind == TimexKind::date || kind == TimexKind::time) {
            noun_.time = noun_.time == kNone ? time : noun_.time;
            return text_.end_of_time(begin);
        }
        return kind == TimexKind::duration && begin > at ? text_.end_of_time(begin) : at;
    }

    std::uint32_t attach_names(std::uint32_t at) {
        const std::string word = text_.word(at);
        std::uint32_t from = at + 1;
        Part part = Part::participant;
        if (part_by(word, entry_.frame, part)) {
            from += text_.is(from, "out") ? 1 : 0;
            if (!text_.is(from, "by")) {
                return at;
            }
            ++from;
        } else if (!part_of(word, entry_.frame, part)) {
            return at;
        }
        const NameList names = text_.names_from(from, word == "between");
        if (names.mentions.empty()) {
            return at;
        }
        for (const std::uint32_t mention : names.mentions) {
            add_named(mention, word, part);
        }
        const bool several = names.mentions.size() > 1 && (word == "with" || word == "to");
        noun_.separate = noun_.separate || (several && (names.both || (entry_.plural && entry_.counted)));
        return names.end;
    }

    void add_named(std::uint32_t mention, const std::string& word, Part part) {
        const ActorMention& named = text_.actors().mentions[mention];
        const bool speech = entry_.frame == NounFrame::speech;
        if (speech && word == "from" && named.kind == MentionKind::organisation) {
            noun_.places.push_back(named.span); // "a speech from the White House"
            return;
        }
        if (speech && word == "with") {
            part = named.kind == MentionKind::person ? Part::participant : Part::addressee;
        }
        add_party(noun_, mention, part);
    }

    const PhraseText& text_;
    const EventNounTable& table_;
    const NounEntry& entry_;
    EventNoun& noun_;
};

} // namespace

void add_party(EventNoun& noun, std::uint32_t mention, Part part) {
    const bool known = std::any_of(noun.parties.begin(), noun.parties.end(),
                                   [&](const NounParty& other) { return other.mention == mention; });
    if (!known) {
        noun.parties.push_back({mention, part});
    }
}

Part owner_part(NounFrame frame) {
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

std::uint32_t attach_behind(const PhraseText& text,
                            const EventNounTable& table,
                            std::uint32_t at,
                            const NounEntry& entry,
                            bool separate,
                            EventNoun& noun) {
    at = Attachments(text, table, entry, noun).read(at);
    noun.separate = noun.separate || (separate && noun.parties.size() > 1);
    return at;
}

} // namespace demarche::extract
