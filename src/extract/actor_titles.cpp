#include "extract/actor_titles.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

/// How many words a complement in small letters may have ("head of the country's wheat import board").
constexpr std::size_t kLongestComplement = 9;

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_article(std::string_view word) {
    constexpr std::array<std::string_view, 8> kArticles{"the", "The", "a", "A", "an", "An", "its", "Its"};
    return is_one_of(kArticles, word);
}

/// Ends a complement of small letters.
bool is_stop(std::string_view word) {
    constexpr std::array<std::string_view, 58> kStops{
        "who",   "that",  "which",  "has",     "have",  "had",   "is",      "are",      "was",   "were",
        "will",  "would", "in",     "on",      "at",    "from",  "by",      "with",     "as",    "but",
        "or",    "after", "before", "during",  "since", "when",  "while",   "whose",    "where", "to",
        "been",  "be",    "can",    "could",   "may",   "might", "must",    "should",   "not",   "also",
        "under", "until", "he",     "she",     "they",  "it",    "this",    "his",      "her",   "their",
        "then",  "now",   "if",     "because", "about", "over",  "between", "following"};
    return is_one_of(kStops, word);
}

class TitleFinder {
public:
    explicit TitleFinder(const ActorSentence& sentence) : s_(sentence) {}

    std::vector<FoundTitle> run() {
        for (std::size_t i = 0; i < s_.size();) {
            const std::size_t end = core_end(i);
            if (end == i) {
                ++i;
                continue;
            }
            FoundTitle title = core_at(i, end);
            extend_left(title);
            extend_right(title);
            i = std::max(title.all.end, end);
            title.owner = s_.is_possessive(i);
            found_.push_back(title);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] static bool may_be_surname(const Item& item) {
        constexpr std::array<TitleKind, 9> kKinds{TitleKind::royal, TitleKind::noble,    TitleKind::cleric,
                                                  TitleKind::law,   TitleKind::military, TitleKind::police,
                                                  TitleKind::press, TitleKind::person,   TitleKind::relation};
        const LexEntry& entry = *item.entry;
        return item.last - item.first == 1 && (std::find(kKinds.begin(), kKinds.end(), entry.title) != kKinds.end() ||
                                               item.classes.any(LexClass::given_name, LexClass::surname_first));
    }

    /// "Martin King said", "Ann Judge": behind a given name, with nothing of a name behind.
    [[nodiscard]] bool is_surname(std::size_t i) const {
        if (!s_.is_capital(i) || s_.is_capital(i + 1) || i == 0 || !may_be_surname(s_.items[i])) {
            return false;
        }
        const bool behind_name = s_.has(i - 1, LexClass::given_name) ||
                                 (s_.is_unknown_capital(i - 1) && i > 1 && s_.has(i - 2, LexClass::given_name));
        const bool relation = s_.items[i].entry->title == TitleKind::relation && s_.is_unknown_capital(i - 1);
        const bool behind_honorific = s_.has(i - 1, LexClass::honorific, LexClass::honorific_m, LexClass::honorific_f);
        return (behind_name && !s_.has(i - 1, LexClass::title)) || relation || behind_honorific;
    }

    /// "chief Peruvian negotiator".
    [[nodiscard]] bool is_inner_land(std::size_t begin, std::size_t at) const {
        return at == begin + 1 && s_.has(at, LexClass::adjective) && s_.has(begin, LexClass::modifier) &&
               s_.has(at + 1, LexClass::title);
    }

    /// Behind the last title of the modifiers and titles that begin at item i; i where there is none.
    [[nodiscard]] std::size_t core_end(std::size_t i) const {
        std::size_t end = i;
        for (std::size_t at = i;
             is_modifier(at) || s_.has(at, LexClass::title, LexClass::titles) || is_inner_land(i, at); ++at) {
            if (!s_.has(at, LexClass::title, LexClass::titles)) {
                continue;
            }
            const bool rank_behind_office = end > i && s_.items[at].entry->title == TitleKind::military &&
                                            s_.items[end - 1].entry->title != TitleKind::military && s_.is_capital(at);
            if (begins_institution(at) || rank_behind_office) {
                break;
            }
            if (at > i && end > i ? is_surname_behind_title(at) : is_surname(at)) {
                break;
            }
            end = at + 1;
        }
        return end;
    }

    /// "General Motors", "Bankers Association": no title but the name of an institution.
    [[nodiscard]] bool begins_institution(std::size_t i) const {
        return s_.is_capital(i) && s_.has(i + 1, LexClass::institution) && s_.is_capital(i + 1) &&
               !s_.is_unknown_capital(i + 1) && !s_.is_unknown_capital(i + 2);
    }

    FoundTitle core_at(std::size_t i, std::size_t end) {
        FoundTitle title;
        title.core = {i, end};
        const LexEntry& head = *s_.items[title.core.end - 1].entry;
        title.title.kind = head.title;
        title.title.rank = head.rank;
        title.title.gender = head.gender;
        title.title.home = i + 1 == end ? head.home : kNoCountry;
        title.plural = !s_.items[title.core.end - 1].classes.has(LexClass::title);
        for (std::size_t at = title.core.begin; at < title.core.end; ++at) {
            title.title.deputy = title.title.deputy || is_deputy(s_.words(at));
            note_time(title, s_.items[at].classes);
            if (s_.has(at, LexClass::organisation)) {
                title.title.home = s_.items[at].entry->country; // "Homeland Security Secretary"
            }
            if (is_inner_land(i, at)) {
                title.title.country = s_.items[at].entry->country;
            }
        }

        title.all = title.core;
        return title;
    }

    [[nodiscard]] bool is_surname_behind_title(std::size_t i) const {
        return s_.is_capital(i) && may_be_surname(s_.items[i]) && !s_.is_capital(i + 1) &&
               s_.items[i].entry->title != TitleKind::military && s_.items[i].entry->title != TitleKind::person;
    }

    [[nodiscard]] bool is_modifier(std::size_t i) const {
        return s_.has(i, LexClass::modifier) && !s_.has(i, LexClass::former) && (s_.items[i].word);
    }

    static bool is_deputy(std::string_view word) {
        constexpr std::array<std::string_view, 6> kDeputies{"deputy", "Deputy",    "vice",
                                                            "Vice",   "assistant", "Assistant"};
        return std::any_of(kDeputies.begin(), kDeputies.end(), [&](std::string_view d) { return word == d; });
    }

    static void note_time(FoundTitle& title, const LexClasses& classes) {
        constexpr std::array<std::pair<LexClass, TitleTime>, 5> kTimes{{{LexClass::former, TitleTime::former},
                                                                        {LexClass::then, TitleTime::then},
                                                                        {LexClass::acting, TitleTime::acting},
                                                                        {LexClass::elect, TitleTime::elect},
                                                                        {LexClass::late, TitleTime::late}}};
        for (const auto& [of_word, time] : kTimes) {
            if (classes.has(of_word)) {
                title.title.time = time;
            }
        }
    }

    void extend_left(FoundTitle& title) {
        const std::size_t behind_last = found_.empty() ? 0 : found_.back().all.end;
        std::size_t& begin = title.all.begin;
        while (begin > behind_last && extend_over(title, begin - 1, behind_last)) {
        }
        if (!title.definite && !title.indefinite) {
            look_for_article(title, behind_last);
        }
    }

    /// "a ministry spokesman", "Peru's new president": the article or possessive behind one or two words that are no
    /// part of the title.
    void look_for_article(FoundTitle& title, std::size_t behind_last) const {
        std::size_t at = title.all.begin;
        for (int words = 0; words < 3 && at > behind_last; ++words) {
            --at;
            if (s_.is_possessive(at)) {
                title.definite = true;
                take_possessor(title, at, behind_last);
                return;
            }
            if (is_article(s_.words(at))) {
                title.indefinite = s_.words(at).front() == 'a' || s_.words(at).front() == 'A';
                title.definite = !title.indefinite;
                return;
            }
            if (!s_.items[at].word || s_.is_capital(at) || is_stop(s_.words(at)) || s_.is(at, "and") ||
                s_.has(at, LexClass::person_verb)) {
                return;
            }
        }
    }

    /// Takes item i, just before the title, into it, if it belongs there.
    bool extend_over(FoundTitle& title, std::size_t i, std::size_t behind_last) {
        const Item& item = s_.items[i];
        std::size_t& begin = title.all.begin;
        if (item.classes.any(LexClass::former, LexClass::then, LexClass::acting, LexClass::elect, LexClass::late)) {
            note_time(title, item.classes);
            begin = i;
            if (item.classes.has(LexClass::adjective)) {
                title.title.country = item.entry->country; // "then-Peruvian"
            }
            return true;
        }
        if (s_.is_possessive(i)) {
            title.definite = true;
            take_possessor(title, i, behind_last);
            return false;
        }
        if (item.classes.any(LexClass::organisation, LexClass::seat, LexClass::state_body)) {
            return take_body(title, i, i + 1);
        }
        if (item.classes.any(LexClass::adjective, LexClass::country)) {
            title.title.country = item.entry->country;
            begin = i;
            return true;
        }
        if (item.classes.any(LexClass::place, LexClass::capital) && item.capital) {
            title.body = {i, i + 1};
            title.title.country = item.entry->country;
            begin = i;
            return true;
        }
        if (s_.is(i, "his") || s_.is(i, "her") || s_.is(i, "their") || s_.is(i, "His") || s_.is(i, "Her") ||
            s_.is(i, "Their")) {
            title.definite = true;
            return false;
        }
        if (is_article(s_.words(i))) {
            title.definite = s_.is(i, "the") || s_.is(i, "The") || s_.is(i, "its") || s_.is(i, "Its");
            title.indefinite = !title.definite;
            if (i > behind_last && s_.has(i - 1, LexClass::then)) { // "then the foreign minister"
                note_time(title, s_.items[i - 1].classes);
                begin = i - 1;
            }
            return false;
        }
        return take_unknown_body(title, i, behind_last);
    }

    bool take_body(FoundTitle& title, std::size_t from, std::size_t to) const {
        title.body = {from, std::max(to, title.body.end)};
        title.all.begin = from;
        const LexEntry& entry = *s_.items[from].entry;
        if (title.title.country == kNoCountry && s_.has(from, LexClass::organisation, LexClass::seat)) {
            title.title.country = entry.country;
        }
        return true;
    }

    /// "Acme chief executive", "Grain Fund director": capitals right before.
    bool take_unknown_body(FoundTitle& title, std::size_t i, std::size_t behind_last) {
        const bool bodily = title.title.kind == TitleKind::business || title.title.kind == TitleKind::chief ||
                            title.title.kind == TitleKind::spokesperson || title.title.kind == TitleKind::expert;
        if (!title.body.empty()) {
            return false;
        }
        std::size_t from = i + 1;
        bool institution = false;
        while (from > behind_last && s_.items[from - 1].capital && !s_.items[from - 1].quoted &&
               !is_article(s_.words(from - 1)) &&
               (s_.is_unknown_capital(from - 1) || s_.has(from - 1, LexClass::institution))) {
            institution = institution || s_.has(from - 1, LexClass::institution);
            --from;
        }
        if (from == i + 1 || (!bodily && !institution)) {
            return false;
        }
        if (from == 0 && i == 0 && !institution && !s_.document->tokens[s_.items[0].first].all_caps &&
            s_.is_capital(1)) {
            return false; // "Yesterday Director ..."
        }
        title.body = {from, i + 1};
        title.all.begin = from;
        if (from > behind_last && s_.has(from - 1, LexClass::adjective)) {
            title.body.begin = title.all.begin = from - 1;
            title.title.country = s_.items[from - 1].entry->country;
        }
        return true;
    }

    /// What stands before "'s": a country, a body or a person's name.
    void take_possessor(FoundTitle& title, std::size_t mark, std::size_t behind_last) const {
        if (mark == behind_last) {
            take_office(title, mark);
            return;
        }
        std::size_t from = mark - 1;
        const Item& item = s_.items[from];
        if (item.classes.any(LexClass::country, LexClass::capital)) {
            title.title.country = item.entry->country;
        } else if (item.classes.any(LexClass::organisation, LexClass::seat, LexClass::state_body)) {
            take_body(title, from, mark);
            if (from > behind_last && s_.has(from - 1, LexClass::adjective, LexClass::country)) {
                title.title.country = s_.items[--from].entry->country;
            }
        } else if (item.capital) {
            while (from > behind_last && (s_.is_unknown_capital(from - 1) || s_.has(from - 1, LexClass::institution) ||
                                          s_.has(from - 1, LexClass::particle))) {
                --from;
            }
            const bool institution = s_.has(mark - 1, LexClass::institution);
            (institution ? title.body : title.possessor) = {from, mark};
        } else if (!item.word) {
            return;
        }
        title.all.begin = from;
    }

    /// "the U.N. secretary-general's envoy": of the land and body of whoever it is that is served.
    void take_office(FoundTitle& title, std::size_t mark) const {
        if (found_.empty() || found_.back().all.end != mark) {
            return;
        }
        const FoundTitle& served = found_.back();
        title.all.begin = served.all.begin;
        title.body = title.body.empty() ? served.body : title.body;
        title.title.country = title.title.country == kNoCountry ? served.title.country : title.title.country;
    }

    void extend_right(FoundTitle& title) {
        const std::size_t preposition = title.core.end;
        const std::string_view word = s_.words(preposition);
        if (word == "at" && s_.is(preposition + 1, "the") && s_.is(preposition + 2, "time")) {
            title.title.time = TitleTime::then;
            title.all.end = preposition + 3;
            return;
        }
        const bool of = word == "of";
        if (!of && word != "for" && word != "to" && word != "at" && word != "with") {
            return;
        }
        if (title.title.kind == TitleKind::relation && !of && word != "to") {
            return;
        }
        std::size_t at = preposition + 1;
        if (is_article(s_.words(at))) {
            ++at;
        }
        const std::size_t begin = at;
        read_complement(title, at,
                        of || title.title.kind == TitleKind::spokesperson ||
                            (title.title.kind == TitleKind::adviser && word == "to"));
        if (at == begin || (word == "to" && title.possessor.empty() && title.body.empty() && !s_.is_capital(begin))) {
            title.body = {};
            return;
        }
        title.has_complement = true;
        title.all.end = at;
    }

    /// Moves `at` behind the noun phrase that begins there.
    void read_complement(FoundTitle& title, std::size_t& at, bool tells_country) {
        const std::size_t begin = at;
        CountryIndex country = kNoCountry;
        bool name_only = true; // countries and capitals alone
        while (at < s_.size() && at - begin < kLongestComplement) {
            const Item& item = s_.items[at];
            if (item.classes.any(LexClass::former, LexClass::then, LexClass::acting, LexClass::late)) {
                take_named_possessor(title, at + 1, begin + 1);
                break;
            }
            if (s_.has(at, LexClass::title) && (item.capital || s_.is_capital(at + 1)) && !s_.is(at + 1, "of")) {
                take_named_possessor(title, at, begin);
                break;
            }
            if (item.capital && ends_at_name(begin, at)) {
                break;
            }
            if (item.classes.any(LexClass::country, LexClass::adjective, LexClass::organisation, LexClass::seat) &&
                country == kNoCountry) {
                country = item.entry->country;
            } else if (at > begin && s_.has(at, LexClass::title) && s_.has(at - 1, LexClass::adjective)) {
                ++at; // "adviser to the Peruvian president"
                name_only = false;
                break;
            } else if (!goes_on(at, begin)) {
                break;
            }
            name_only = name_only && (item.classes.any(LexClass::country) || s_.is(at, "and"));
            ++at;
        }
        while (at > begin &&
               (s_.is(at - 1, "and") || s_.is(at - 1, "of") || s_.is(at - 1, "the") || s_.is(at - 1, "for"))) {
            --at;
        }
        finish_complement(title, {begin, at}, tells_country ? country : kNoCountry, name_only);
    }

    void finish_complement(FoundTitle& title, ItemRange complement, CountryIndex country, bool countries_only) const {
        if (complement.empty()) {
            return;
        }
        if (country != kNoCountry && title.title.country == kNoCountry) {
            title.title.country = country;
        }
        const bool person = s_.has(complement.end - 1, LexClass::title) && !s_.is_capital(complement.end - 1);
        const bool capital =
            !person && (s_.is_capital(complement.begin) || s_.has(complement.begin, LexClass::organisation));
        const bool person_like = complement.end - complement.begin == 1 && s_.is_unknown_capital(complement.begin) &&
                                 !s_.document->tokens[s_.items[complement.begin].first].all_caps;
        const bool relates = title.title.kind == TitleKind::adviser || title.title.kind == TitleKind::predecessor ||
                             title.title.kind == TitleKind::relation || title.title.kind == TitleKind::spokesperson;
        if (relates && person_like) {
            title.possessor = complement;
        } else if (!countries_only && capital && title.body.empty() && title.title.kind != TitleKind::envoy) {
            title.body = complement;
        }
    }

    /// "adviser to President Ada Moreno": the name is the possessor.
    void take_named_possessor(FoundTitle& title, std::size_t at, std::size_t begin) const {
        std::size_t name = at + 1;
        while (s_.has(name, LexClass::title)) {
            ++name;
        }
        std::size_t end = name;
        while (s_.is_unknown_capital(end) || (s_.has(end, LexClass::particle) && s_.is_capital(end + 1))) {
            ++end;
        }
        if (end > name && at - begin <= 1) {
            title.possessor = {name, end};
        }
    }

    /// "head of the Grain Fund Ada Moreno", "president of Peru Ada Moreno": a given name begins a name behind it.
    [[nodiscard]] bool ends_at_name(std::size_t begin, std::size_t at) const {
        return at > begin && !s_.is(at - 1, "of") && !s_.is(at - 1, "and") && s_.has(at, LexClass::given_name) &&
               s_.is_capital(at + 1) &&
               (s_.has(at - 1, LexClass::country, LexClass::organisation, LexClass::institution, LexClass::capital) ||
                !s_.is_capital(at - 1));
    }

    /// "Secretary for Harbour Affairs Ada Moreno", "director of the Grain Fund Ada Moreno".
    [[nodiscard]] bool begins_behind_office(std::size_t at, std::size_t begin) const {
        return at > begin && s_.has(at - 1, LexClass::modifier, LexClass::institution) && s_.is_capital(at - 1) &&
               s_.is_unknown_capital(at) && s_.is_unknown_capital(at + 1);
    }

    [[nodiscard]] bool goes_on(std::size_t at, std::size_t begin) const {
        const Item& item = s_.items[at];
        const std::string_view word = s_.words(at);
        if (s_.is_possessive(at)) {
            return at > begin && s_.items[at - 1].word && at + 1 < s_.size() && s_.items[at + 1].word &&
                   (s_.has(at - 1, LexClass::country, LexClass::organisation, LexClass::capital) ||
                    !s_.is_capital(at - 1));
        }
        if (!item.word) {
            return false;
        }
        if (item.capital) {
            const bool behind_land =
                at > begin && s_.has(at - 1, LexClass::country, LexClass::capital) && s_.is_unknown_capital(at);
            return !behind_land && !begins_behind_office(at, begin) &&
                   (!item.classes.has(LexClass::not_name) || s_.is_capital(at + 1));
        }
        if (word == "and") {
            return at > begin && joins(at, begin);
        }
        if (word == "of" || word == "for" || word == "the") {
            return at > begin && (s_.is_capital(at + 1) || s_.is(at + 1, "the"));
        }
        return !is_stop(word) && !item.classes.any(LexClass::person_verb, LexClass::pronoun_m, LexClass::pronoun_f) &&
               !item.classes.any(LexClass::title, LexClass::titles) &&
               !(at > begin && s_.is_capital(at - 1) && !s_.has(at - 1, LexClass::adjective, LexClass::country) &&
                 !s_.has(at, LexClass::institution, LexClass::modifier, LexClass::state_body));
    }

    /// "for Peru and Chile", "of Trade and Industry": alike on both sides, and no name of a person behind.
    [[nodiscard]] bool joins(std::size_t at, std::size_t begin) const {
        if (s_.has(at - 1, LexClass::country) && s_.has(at + 1, LexClass::country)) {
            return true;
        }
        return s_.is(begin - 1, "of") && s_.is_capital(at - 1) && s_.has(at + 1, LexClass::modifier) &&
               s_.is_capital(at + 1) && !s_.has(at + 2, LexClass::title, LexClass::modifier);
    }

    const ActorSentence& s_;
    std::vector<FoundTitle> found_;
};

} // namespace

std::vector<FoundTitle> find_titles(const ActorSentence& sentence) {
    return TitleFinder(sentence).run();
}

} // namespace demarche::extract
