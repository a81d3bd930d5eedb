#include "assemble/roles.hpp"

#include "assemble/passages.hpp"
#include "assemble/title_forms.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace demarche::assemble {
namespace {

using extract::kNoCountry;
using extract::kNone;
using extract::TitleKind;
using extract::TitleTime;

constexpr std::size_t kMostRoles = 5;
constexpr std::size_t kMostTitleWords = 8;

bool is_past(TitleTime time) {
    return time == TitleTime::former || time == TitleTime::then || time == TitleTime::late;
}

/// One title of one article, made comparable.
struct Office {
    std::set<std::string> key; ///< words that count
    std::string title;         ///< as printed, without its time
    std::string body;
    std::string written; ///< the body as the title itself names it; empty: it does not
    std::string country;
    TitleKind kind = TitleKind::person;
    TitleTime time = TitleTime::current;
    int rank = 0;
    bool deputy = false;
    bool retired = false; ///< the words say so
};

/// Titles that are one office.
struct Held {
    Office office;
    std::set<std::uint32_t> articles;
    std::map<std::string, std::size_t> titles; ///< how often in each wording
    std::map<std::string, std::size_t> bodies;
    std::set<std::string> written; ///< those that titles name themselves
    std::vector<std::pair<ChainRef, const Passage*>> passages;
};

bool includes(const std::set<std::string>& many, const std::set<std::string>& few) {
    return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

bool agree(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
}

/// "State Department" and "US State Department".
bool same_body(const std::string& a, const std::string& b) {
    return agree(a, b) || a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// The head of a state and its deputies share words without sharing the office.
bool same_office(const Office& a, const Office& b) {
    const bool time = (a.time == TitleTime::elect) == (b.time == TitleTime::elect);
    const bool plain = a.deputy == b.deputy && (a.key == b.key || (a.kind == b.kind && a.rank == b.rank));
    if (!time || !plain || !agree(a.country, b.country)) {
        return false;
    }
    return (includes(a.key, b.key) || includes(b.key, a.key)) && same_body(a.body, b.body);
}

class Roles {
public:
    Roles(const Identity& person,
          const std::vector<Gist>& gists,
          const extract::Lexicon& lexicon,
          const std::string& home,
          const NameOf& name_of)
        : person_(person), gists_(gists), lexicon_(lexicon), home_(home), name_of_(name_of) {}

    std::vector<Role> make() {
        std::vector<std::tuple<Office, ChainRef, const Passage*>> all;
        for (const ChainRef ref : person_.chains) {
            for (const TitleSaid& title : said(gists_, ref).titles) {
                Office office = office_of(title, ref);
                if (!office.title.empty()) {
                    all.emplace_back(std::move(office), ref, &title.passage);
                }
            }
        }
        // The fullest wordings first, so that a bare "minister" finds its office whichever article comes first.
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return fullness(std::get<0>(a)) > fullness(std::get<0>(b));
        });
        for (const auto& [office, ref, passage] : all) {
            add(office, ref, passage);
        }
        return in_order();
    }

private:
    static std::tuple<std::size_t, bool, bool, std::string> fullness(const Office& office) {
        return {office.key.size(), !office.country.empty(), !office.body.empty(), office.title};
    }

    Office office_of(const TitleSaid& title, ChainRef ref) {
        Office office;
        std::vector<std::string> words = words_of(title);
        const std::string whom = title.possessor == kNone ? std::string() : name_of_({ref.article, title.possessor});
        const bool needs_whom = title.kind == TitleKind::relation || title.kind == TitleKind::predecessor;
        const std::string behind = needs_whom                                ? " of " + whom
                                   : words.size() == 1 && title.body.empty() ? served(title, ref)
                                                                             : take_body(words, title.body);
        if (words.empty() || words.size() > kMostTitleWords || (needs_whom && whom.empty())) {
            return office;
        }
        if (needs_whom) {
            words.erase(std::find_if(words.begin(), words.end(), is_small), words.end());
        }
        office.title = title_case(words) + behind;
        office.written = needs_whom || behind.empty() || is_portfolio(title, behind)
                             ? std::string()
                             : title.body; // "" where somebody is served
        for (const std::string& word : words) {
            if (std::string key = same_spelling(word); !is_small(key) && !key.empty()) {
                office.key.insert(std::move(key));
            }
        }
        office.kind = title.kind;
        office.time = title.time;
        office.retired = title.passage.exact.find("etired") != std::string::npos;
        office.rank = title.rank;
        office.deputy = title.deputy;
        office.country = title.country == kNoCountry ? std::string() : lexicon_.country(title.country).name;
        office.body = is_portfolio(title, behind) ? std::string() : body_of(title, ref);
        return office;
    }

    [[nodiscard]] std::vector<std::string> words_of(const TitleSaid& title) const {
        std::vector<std::string> words = without_time(split(title.title), title.time);
        drop_land(words, title.country);
        drop_unnamed(words);
        if (title.kind == TitleKind::minister && stands_before(title)) {
            std::vector<std::string> portfolio = split(title.body);
            const extract::LexClasses first = lexicon_.word(portfolio.front()).classes;
            if (first.any(extract::LexClass::adjective, extract::LexClass::country)) {
                portfolio.erase(portfolio.begin());
            }
            words.insert(words.begin(), portfolio.begin(), portfolio.end());
        }
        std::transform(words.begin(), words.end(), words.begin(), written_out);
        return words;
    }

    /// As the story calls it, where it is an actor, else as it stands.
    [[nodiscard]] std::string body_of(const TitleSaid& title, ChainRef ref) const {
        if (title.body.empty()) {
            return {};
        }
        const ChainRef of{ref.article, title.body_actor};
        const bool is_body = title.body_actor != kNone && said(gists_, of).kind != extract::MentionKind::person;
        const std::string named = is_body ? name_of_(of) : std::string();
        return named.empty() ? before_possessive(title.body) : named;
    }

    /// "Treasury Secretary".
    static bool stands_before(const TitleSaid& title) {
        return !title.body.empty() && title.passage.exact.find(title.body + " " + title.title) != std::string::npos;
    }

    /// "Treasury Secretary", "Minister of Industry": what the office is for is no body.
    static bool is_portfolio(const TitleSaid& title, const std::string& behind) {
        return title.kind == TitleKind::minister &&
               (stands_before(title) || (!behind.empty() && title.body_actor == kNone));
    }

    /// " to Moreno": a title of one word says little without whom it serves.
    std::string served(const TitleSaid& title, ChainRef ref) const {
        if (title.possessor == kNone) {
            return {};
        }
        const ActorSaid& whom = said(gists_, {ref.article, title.possessor});
        const char* const by = title.kind == TitleKind::adviser        ? " to "
                               : title.kind == TitleKind::spokesperson ? " for "
                                                                       : " of ";
        return by + (whom.short_name.empty() ? whom.name : whom.short_name);
    }

    /// "head of the Grain Fund" without " of the Grain Fund", which is returned as it stands.
    static std::string take_body(std::vector<std::string>& words, const std::string& body) {
        const std::vector<std::string> tail = split(body);
        if (tail.empty() || words.size() <= tail.size() + 1 ||
            !std::equal(tail.rbegin(), tail.rend(), words.rbegin())) {
            return {};
        }
        std::size_t head = words.size() - tail.size();
        while (head > 1 && is_small(words[head - 1])) {
            --head;
        }
        std::string taken;
        for (std::size_t i = head; i < words.size(); ++i) {
            taken += " " + words[i];
        }
        words.resize(head);
        return taken;
    }

    /// "President of the United States": the land is kept apart.
    void drop_land(std::vector<std::string>& words, extract::CountryIndex country) const {
        if (country == kNoCountry) {
            return;
        }
        const std::vector<std::string> land = split(lexicon_.country(country).name);
        const auto of = std::find(words.begin(), words.end(), "of");
        if (of == words.end() || of == words.begin()) {
            return;
        }
        for (auto last = of; last != words.end(); last = std::find(std::next(last), words.end(), "of")) {
            const auto from = std::next(last) != words.end() && *std::next(last) == "the" ? last + 2 : last + 1;
            if (std::equal(from, words.end(), land.begin(), land.end())) {
                words.erase(last, words.end());
                return;
            }
        }
    }

    void add(const Office& office, ChainRef ref, const Passage* passage) {
        auto found = std::find_if(held_.begin(), held_.end(), [&](const Held& h) {
            return is_past(h.office.time) == is_past(office.time) && same_office(h.office, office);
        });
        if (found == held_.end()) {
            held_.push_back({office, {}, {}, {}, {}, {}});
            found = std::prev(held_.end());
        }
        found->articles.insert(ref.article);
        ++found->titles[office.title];
        if (!office.body.empty()) {
            ++found->bodies[office.body];
        }
        if (!office.written.empty()) {
            found->written.insert(office.written);
        }
        found->office.country = found->office.country.empty() ? office.country : found->office.country;
        found->passages.emplace_back(ref, passage);
    }

    /// The wording with the most words, if it is not too seldom; of those the most frequent.
    static std::string fullest(const std::map<std::string, std::size_t>& counted) {
        constexpr std::size_t kSeldom = 6;
        std::size_t all = 0;
        for (const auto& [title, count] : counted) {
            all += count;
        }
        const auto rank = [&](const auto& entry) {
            const bool seldom = entry.second * kSeldom < all;
            return std::tuple(!seldom, std::count(entry.first.begin(), entry.first.end(), ' '), entry.second);
        };
        return std::max_element(counted.begin(), counted.end(),
                                [&](const auto& a, const auto& b) { return rank(a) < rank(b); })
            ->first;
    }

    static std::string most(const std::map<std::string, std::size_t>& counted) {
        const auto best = std::max_element(counted.begin(), counted.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return best == counted.end() ? std::string() : best->first;
    }

    /// Where the latest articles say that an office was held, those that do not say so speak of that time too.
    void settle_times() {
        for (Held& past : held_) {
            for (Held& current : held_) {
                if (is_past(past.office.time) && !is_past(current.office.time) &&
                    same_office(past.office, current.office) && standing(past) >= standing(current)) {
                    take(past, current);
                }
            }
        }
        std::erase_if(held_, [](const Held& held) { return held.passages.empty(); });
    }

    /// The latest day on which it is said, and by how many articles.
    [[nodiscard]] std::pair<Day, std::size_t> standing(const Held& held) const {
        Day latest = std::numeric_limits<Day>::min();
        for (const std::uint32_t article : held.articles) {
            latest = std::max(latest, gists_[article].published);
        }
        return {latest, held.articles.size()};
    }

    static void take(Held& into, Held& from) {
        into.articles.insert(from.articles.begin(), from.articles.end());
        into.passages.insert(into.passages.end(), from.passages.begin(), from.passages.end());
        for (const auto& [title, count] : from.titles) {
            into.titles[title] += count;
        }
        for (const auto& [body, count] : from.bodies) {
            into.bodies[body] += count;
        }
        into.written.insert(from.written.begin(), from.written.end());
        from.passages.clear();
    }

    std::vector<Role> in_order() {
        settle_times();
        const auto rank = [](const Held& h) {
            const bool bound = h.office.kind == TitleKind::relation || h.office.kind == TitleKind::predecessor;
            return std::tuple(bound, -static_cast<int>(h.articles.size()), -h.office.rank, is_past(h.office.time),
                              -static_cast<int>(h.passages.size()), h.office.title);
        };
        std::stable_sort(held_.begin(), held_.end(), [&](const Held& a, const Held& b) { return rank(a) < rank(b); });
        std::vector<Role> roles;
        for (const Held& held : held_) {
            if (roles.size() == kMostRoles) {
                break;
            }
            roles.push_back(role_of(held));
        }
        return roles;
    }

    static std::string with_time(const std::string& title, const Office& office) {
        switch (office.time) {
        case TitleTime::former:
            return (office.kind == TitleKind::military && office.retired ? "retired " : "former ") + title;
        case TitleTime::then:
            return "then " + title;
        case TitleTime::acting:
            return "acting " + title;
        case TitleTime::late:
            return "late " + title;
        case TitleTime::elect:
            return title + "-elect";
        case TitleTime::current:
            break;
        }
        return title;
    }

    [[nodiscard]] Role role_of(const Held& held) const {
        Role role;
        role.title = with_time(fullest(held.titles), held.office);
        role.body = !held.bodies.empty() ? most(held.bodies) : held.office.country == home_ ? "" : held.office.country;
        for (const std::string& written : held.written) { // not once more in other words
            role.body = role.title.ends_with(written) ? written : role.body;
        }
        std::map<std::uint32_t, const Passage*> cited; // one an article, the fullest
        for (const auto& [ref, passage] : held.passages) {
            const Passage*& of = cited[ref.article];
            const bool fuller = of == nullptr || passage->exact.size() > of->exact.size() ||
                                (passage->exact.size() == of->exact.size() && passage->start < of->start);
            of = fuller ? passage : of;
        }
        for (const auto& [article, passage] : cited) {
            role.citations.push_back(cite(gists_[article].article.id, *passage));
        }
        return role;
    }

    const Identity& person_;
    const std::vector<Gist>& gists_;
    const extract::Lexicon& lexicon_;
    const std::string& home_;
    const NameOf& name_of_;
    std::vector<Held> held_;
};

} // namespace

std::vector<Role> roles_of(const Identity& person,
                           const std::vector<Gist>& gists,
                           const extract::Lexicon& lexicon,
                           const std::string& home,
                           const NameOf& name_of) {
    return Roles(person, gists, lexicon, home, name_of).make();
}

} // namespace demarche::assemble
