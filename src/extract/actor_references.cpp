#include "extract/actor_persons.hpp"
#include "extract/name_key.hpp"
#include "extract/speech_words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace demarche::extract {
namespace {

/// What a title's words are compared by: small letters, one spelling of adviser and defence.
std::string title_key(std::string_view words) {
    std::string key;
    for (const char c : words) {
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto replace = [&](std::string_view from, std::string_view to) {
        for (std::size_t at = key.find(from); at != std::string::npos; at = key.find(from, at + to.size())) {
            key.replace(at, from.size(), to);
        }
    };
    replace("advisor", "adviser");
    replace("defence", "defense");
    replace("spokeswoman", "spokesman");
    replace("spokesperson", "spokesman");
    return key;
}

class References {
public:
    References(const Document& document, Collected& collected, std::vector<ActorChain>& chains)
        : document_(document), collected_(collected), chains_(chains) {}

    void run() {
        note_held();
        for (const std::uint32_t m : collected_.title_mentions) {
            resolve_title(collected_.mentions[m], m);
        }
        order_persons();
        for (const std::uint32_t m : collected_.pronouns) {
            resolve_pronoun(collected_.mentions[m], m);
        }
    }

private:
    void link(std::uint32_t m, std::uint32_t chain) {
        collected_.mentions[m].chain = chain;
        auto& mentions = chains_[chain].mentions;
        mentions.push_back(m);
    }

    /// A title that somebody holds, once, where first said.
    struct Held {
        std::uint32_t chain;
        std::uint32_t title;
        std::string key;
    };

    /// By kind, each title of each person once: what a title alone is compared with.
    void note_held() {
        held_.resize(static_cast<std::size_t>(TitleKind::predecessor) + 1);
        for (std::uint32_t c = 0; c < chains_.size(); ++c) {
            if (chains_[c].kind != MentionKind::person) {
                continue;
            }
            std::set<std::tuple<std::string, CountryIndex, TitleTime, bool>> seen;
            for (const std::uint32_t t : chains_[c].titles) {
                const ActorTitle& title = collected_.titles[t];
                std::string key = title_key(document_.words(title.span));
                if (seen.emplace(key, title.country, title.time, title.deputy).second) {
                    held_[static_cast<std::size_t>(title.kind)].push_back({c, t, std::move(key)});
                }
            }
        }
        for (const std::uint32_t m : collected_.unnamed) {
            const ActorMention& mention = collected_.mentions[m];
            if (collected_.titles[mention.title].kind == TitleKind::spokesperson) {
                first_unnamed_ = std::min(first_unnamed_, mention.span.begin);
            }
        }
    }

    /// One holder of that title, named before; nobody for a spokesman where an unnamed one spoke as well.
    void resolve_title(const ActorMention& own, std::uint32_t m) {
        const ActorTitle& asked = collected_.titles[own.title];
        if (asked.kind == TitleKind::spokesperson && first_unnamed_ < own.span.begin) {
            return;
        }
        const std::string key = title_key(document_.words(asked.span));
        std::uint32_t only = kNone;
        for (const Held& held : held_[static_cast<std::size_t>(asked.kind)]) {
            const ActorTitle& title = collected_.titles[held.title];
            if (held.chain == only || title.span.begin >= own.span.begin || !same_title(title, held.key, asked, key) ||
                !countries_fit(title, asked, chains_[held.chain])) {
                continue;
            }
            if (only != kNone) {
                return;
            }
            only = held.chain;
        }
        if (only != kNone) {
            link(m, only);
        }
    }

    [[nodiscard]] bool
    same_title(const ActorTitle& held, const std::string& a, const ActorTitle& asked, const std::string& b) const {
        if (held.kind != asked.kind || held.deputy != asked.deputy) {
            return false;
        }
        const bool past =
            held.time == TitleTime::former || held.time == TitleTime::then || held.time == TitleTime::late;
        const bool asks_past = asked.time == TitleTime::former || asked.time == TitleTime::then;
        if (past && !asks_past) {
            return false;
        }
        if (asked.kind == TitleKind::spokesperson && asked.body.begin != asked.body.end &&
            title_key(document_.words(asked.body)) != title_key(document_.words(held.body))) {
            return false;
        }
        return a == b ||
               (a.ends_with(" " + b) && asked.kind != TitleKind::minister && asked.kind != TitleKind::chief) ||
               (a.starts_with(b + " "));
    }

    static bool countries_fit(const ActorTitle& held, const ActorTitle& asked, const ActorChain& chain) {
        if (asked.country == kNoCountry) {
            return true;
        }
        const CountryIndex of_chain = held.country != kNoCountry ? held.country : chain.side;
        return of_chain == asked.country;
    }

    void order_persons() {
        for (std::uint32_t m = 0; m < collected_.mentions.size(); ++m) {
            const ActorMention& mention = collected_.mentions[m];
            const bool person = mention.kind == MentionKind::person ||
                                (mention.kind == MentionKind::unknown && acts_as_person(mention));
            const bool bare = mention.form == MentionForm::pronoun || document_.words(mention.span) == "He";
            if (person && !bare) { // "He" alone may be a family name, but mostly is none
                in_order_.push_back(m);
            }
        }
        std::sort(in_order_.begin(), in_order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return collected_.mentions[a].span.begin < collected_.mentions[b].span.begin;
        });
    }

    /// A name of nobody known that speaks, or of whom something is said: "Moreno said", "Moreno, who".
    [[nodiscard]] bool acts_as_person(const ActorMention& mention) const {
        const auto behind =
            std::lower_bound(document_.tokens.begin(), document_.tokens.end(), mention.span.end,
                             [](const Token& token, std::uint32_t end) { return token.span.begin < end; });
        if (behind == document_.tokens.end()) {
            return false;
        }
        const std::string_view next = document_.words(*behind);
        const bool who = next == "," && behind + 1 != document_.tokens.end() && document_.words(*(behind + 1)) == "who";
        return who || saying_kind(next) != SayingKind::none;
    }

    /// The one person of the sentence before and of the words before the pronoun; nobody where there are two, or one
    /// without a name.
    void resolve_pronoun(const ActorMention& own, std::uint32_t m) {
        const char gender = document_.text[own.span.begin] == 's' || document_.text[own.span.begin] == 'S' ? 'f' : 'm';
        std::uint32_t only = kNone;
        const auto behind =
            std::lower_bound(in_order_.begin(), in_order_.end(), own.span.begin,
                             [&](std::uint32_t a, std::uint32_t at) { return collected_.mentions[a].span.begin < at; });
        if (behind != in_order_.end() && collected_.mentions[*behind].span.begin == own.span.begin) {
            return; // the family name in "He Lifeng"
        }
        for (auto at = behind; at != in_order_.begin();) {
            --at;
            const ActorMention& other = collected_.mentions[*at];
            if (other.sentence + 1 < own.sentence) {
                break;
            }
            if (other.chain == kNone || (only != kNone && other.chain != only)) {
                return;
            }
            only = other.chain;
        }
        if (only == kNone || chains_[only].kind != MentionKind::person ||
            (chains_[only].gender != '-' && chains_[only].gender != gender)) {
            return;
        }
        chains_[only].gender = gender;
        link(m, only);
    }

    const Document& document_;
    Collected& collected_;
    std::vector<ActorChain>& chains_;
    std::vector<std::uint32_t> in_order_;
    std::vector<std::vector<Held>> held_; ///< by TitleKind
    std::uint32_t first_unnamed_ = kNone; ///< where the first spokesman without a name stands
};

} // namespace

void chain_references(const Document& document, Collected& collected, std::vector<ActorChain>& chains) {
    References(document, collected, chains).run();
}

} // namespace demarche::extract
