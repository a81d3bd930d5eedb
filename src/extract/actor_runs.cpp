#include "extract/actor_runs.hpp"

#include "extract/abbreviations.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

bool is_initial(std::string_view word) {
    return word.size() >= 2 && word.size() <= 6 && word[1] == '.' && word[0] >= 'A' && word[0] <= 'Z';
}

/// Marks of a company's form end its name.
bool ends_company(std::string_view word) {
    constexpr std::array<std::string_view, 14> kForms{"Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd",  "LLC",
                                                      "Plc",  "PLC", "plc",   "AG",   "GmbH", "N.V.", "Co."};
    return std::find(kForms.begin(), kForms.end(), word) != kForms.end();
}

/// "Jae-in": a given name of two syllables behind the family name.
bool is_two_syllables(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    return hyphen != std::string_view::npos && hyphen > 1 && hyphen + 2 < word.size() && word[hyphen + 1] >= 'a' &&
           word[hyphen + 1] <= 'z';
}

class RunFinder {
public:
    RunFinder(const ActorSentence& sentence, const std::vector<FoundTitle>& titles) : s_(sentence) {
        covered_.assign(s_.size(), false);
        for (const FoundTitle& title : titles) {
            std::fill(covered_.begin() + static_cast<std::ptrdiff_t>(title.core.begin),
                      covered_.begin() + static_cast<std::ptrdiff_t>(title.core.end), true);
        }
    }

    std::vector<NameRun> run() {
        std::vector<NameRun> runs;
        for (std::size_t i = 0; i < s_.size();) {
            if (!begins(i)) {
                ++i;
                continue;
            }
            NameRun found = run_at(i);
            i = std::max(found.items.end, i + 1);
            if (!found.items.empty()) {
                runs.push_back(found);
            }
        }
        return runs;
    }

private:
    [[nodiscard]] bool begins(std::size_t i) const {
        if (!s_.is_capital(i) || covered_[i]) {
            return false;
        }
        const Item& item = s_.items[i];
        if (s_.words(i).size() == 1 && !is_initial(s_.words(i + 1)) && !s_.is_unknown_capital(i + 1)) {
            return false;
        }
        if (item.classes.any(LexClass::given_name, LexClass::surname_first) && item.last - item.first == 1) {
            return !names_land(i) || s_.is_unknown_capital(i + 1);
        }
        if (item.classes.any(LexClass::country, LexClass::adjective, LexClass::people, LexClass::capital,
                             LexClass::seat, LexClass::organisation, LexClass::place, LexClass::state_body,
                             LexClass::not_name) ||
            item.classes.any(LexClass::honorific, LexClass::honorific_m, LexClass::honorific_f, LexClass::suffix,
                             LexClass::former, LexClass::then, LexClass::acting, LexClass::late, LexClass::elect)) {
            return is_behind_honorific(i) || is_behind_title(i);
        }
        if (opens_sentence(i) && is_common(i)) {
            return false;
        }
        return !item.classes.any(LexClass::pronoun_f, LexClass::pronoun_m, LexClass::group, LexClass::person_verb) &&
               !is_pronoun(s_.words(i));
    }

    [[nodiscard]] static bool is_pronoun(std::string_view word) {
        constexpr std::array<std::string_view, 8> kWords{"I", "I'm", "I’m", "We", "You", "They", "It", "The"};
        return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    }

    [[nodiscard]] bool names_land(std::size_t i) const {
        return s_.has(i, LexClass::country, LexClass::adjective, LexClass::people, LexClass::capital, LexClass::place,
                      LexClass::organisation);
    }

    [[nodiscard]] bool is_behind_honorific(std::size_t i) const {
        return i > 0 && s_.has(i - 1, LexClass::honorific, LexClass::honorific_m, LexClass::honorific_f) &&
               !s_.has(i, LexClass::honorific, LexClass::honorific_m, LexClass::honorific_f);
    }

    /// "Defence Minister Chad Moreno": a given name that is a country's too.
    [[nodiscard]] bool is_behind_title(std::size_t i) const {
        const bool titled =
            i > 0 && (s_.has(i - 1, LexClass::title) || (i > 1 && s_.is(i - 1, ",") && s_.has(i - 2, LexClass::title)));
        const Item& item = s_.items[i];
        return titled && item.last - item.first == 1 && item.classes.has(LexClass::country) &&
               !item.classes.has(LexClass::adjective) && s_.is_unknown_capital(i + 1);
    }

    [[nodiscard]] bool opens_sentence(std::size_t i) const {
        return i == 0 || (s_.document->tokens[s_.items[i - 1].first].kind == TokenKind::open_quote) ||
               s_.is(i - 1, ":");
    }

    [[nodiscard]] bool is_common(std::size_t i) const {
        return is_opener(s_.words(i)) || s_.has(i, LexClass::modifier, LexClass::place_before);
    }

    NameRun run_at(std::size_t i) const {
        NameRun run;
        run.begin = i;
        run.opens = opens_sentence(i) || !s_.names_begin_here;
        std::size_t end = i + 1;
        bool institution = s_.has(i, LexClass::institution);
        while (s_.names_begin_here && goes_on(i, end, institution)) {
            institution = institution || s_.has(end, LexClass::institution);
            ++end;
            if (ends_company(s_.words(end - 1))) {
                break;
            }
        }
        while (end > i && (!s_.is_capital(end - 1) && s_.items[end - 1].word && !is_initial(s_.words(end - 1)))) {
            --end; // a particle or preposition with nothing behind
        }
        run.items = {i, end};
        if (is_behind_honorific(i)) {
            run.honorific = true;
            run.begin = i - 1;
            run.gender = s_.has(i - 1, LexClass::honorific_m) ? 'm' : s_.has(i - 1, LexClass::honorific_f) ? 'f' : '-';
        }
        run.kind = kind_of(run);
        take_nationality(run);
        strip_modifiers(run);
        return run;
    }

    /// Whether item `at` goes on with the run that began at `begin`.
    [[nodiscard]] bool goes_on(std::size_t begin, std::size_t at, bool institution) const {
        if (at >= s_.size() || covered_[at] || !s_.items[at].word) {
            return at < s_.size() && s_.is(at, "&") && s_.is_capital(at + 1) && !covered_[at + 1];
        }
        const Item& item = s_.items[at];
        if (s_.is_possessive(at) || !s_.document->tokens[item.first].space_before) {
            return false;
        }
        if (!item.capital) {
            return goes_on_low(begin, at, institution);
        }
        if (s_.is_unknown_capital(at)) {
            return !starts_person(begin, at, institution);
        }
        if (item.classes.any(LexClass::institution, LexClass::place_word, LexClass::suffix)) {
            return true;
        }
        if (s_.is(at - 1, "of") || s_.is(at - 1, "for") || s_.is(at - 1, "and") || s_.is(at - 1, "the")) {
            return institution;
        }
        if (item.classes.any(LexClass::honorific_m, LexClass::honorific_f, LexClass::honorific)) {
            return false;
        }
        if (item.classes.has(LexClass::title)) {
            // "Tom King", "Le Thanh Son", which are no titles there
            return s_.has(at - 1, LexClass::given_name) || item.entry->title == TitleKind::relation;
        }
        if (item.classes.has(LexClass::modifier)) {
            return s_.is_capital(at + 1) || begin == at - 1;
        }
        return is_surname(begin, at);
    }

    /// "Theresa May", "Jack London": behind a given name alone.
    [[nodiscard]] bool is_surname(std::size_t begin, std::size_t at) const {
        const Item& item = s_.items[at];
        const bool other = item.classes.any(LexClass::not_name, LexClass::capital, LexClass::place, LexClass::country,
                                            LexClass::adjective, LexClass::group, LexClass::people);
        return other && at == begin + 1 && item.last - item.first == 1 && s_.has(begin, LexClass::given_name) &&
               !s_.document->tokens[item.first].all_caps && !is_day(s_.words(at)) && !s_.is_capital(at + 1);
    }

    [[nodiscard]] static bool is_day(std::string_view word) { return word.ends_with("day"); }

    /// "Acme Inc. Ann Lee", where the run names an institution already.
    [[nodiscard]] bool starts_person(std::size_t begin, std::size_t at, bool institution) const {
        return institution && at > begin && s_.has(at, LexClass::given_name) && s_.has(at - 1, LexClass::institution) &&
               s_.is_unknown_capital(at + 1);
    }

    [[nodiscard]] bool goes_on_low(std::size_t begin, std::size_t at, bool institution) const {
        if (s_.has(at, LexClass::particle)) {
            return s_.is_capital(at + 1) || (s_.has(at + 1, LexClass::particle) && s_.is_capital(at + 2));
        }
        if (!institution) {
            return false;
        }
        const std::string_view word = s_.words(at);
        if (word == "of" || word == "for") {
            return (s_.is_capital(at + 1) || (s_.is(at + 1, "the") && s_.is_capital(at + 2))) &&
                   s_.has(at - 1, LexClass::institution);
        }
        if (word == "the") {
            return (s_.is(at - 1, "of") || s_.is(at - 1, "for")) && s_.is_capital(at + 1);
        }
        if (word == "and") {
            return at > begin + 2 && s_.is_capital(at + 1) && has_of(begin, at) &&
                   s_.has(at + 1, LexClass::modifier, LexClass::institution);
        }
        return false;
    }

    [[nodiscard]] bool has_of(std::size_t begin, std::size_t at) const {
        for (std::size_t i = begin; i < at; ++i) {
            if (s_.is(i, "of") || s_.is(i, "for")) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] RunKind kind_of(const NameRun& run) const {
        if (run.honorific) {
            return RunKind::person;
        }
        if (!s_.names_begin_here) {
            return RunKind::unknown;
        }
        const std::size_t count = run.items.end - run.items.begin;
        const std::size_t first = run.items.begin;
        const std::size_t last = run.items.end - 1;
        const bool given = s_.has(first, LexClass::given_name) || is_initial(s_.words(first));
        if (names_institution(run, given) || ends_company(s_.words(last))) {
            return RunKind::organisation;
        }
        if (s_.has(run.items.end, LexClass::place_word) && !s_.is_capital(run.items.end)) {
            return RunKind::place; // an airport that bears a name
        }
        if (count > 1 && given) {
            return s_.has(last, LexClass::place_word) && count > 2 ? RunKind::place : RunKind::person;
        }
        if (s_.has(last, LexClass::place_word) || (count > 1 && s_.has(first, LexClass::place_word)) ||
            (first > 0 && s_.has(first - 1, LexClass::place_before))) {
            return RunKind::place;
        }
        if (count == 1) {
            return s_.document->tokens[s_.items[first].first].all_caps ? RunKind::organisation : RunKind::unknown;
        }
        return has_particle(run) || is_family_first(run) ? RunKind::person : RunKind::unknown;
    }

    /// A word for an institution, but for a given name and a family name ("Ann Church").
    [[nodiscard]] bool names_institution(const NameRun& run, bool given) const {
        const std::size_t count = run.items.end - run.items.begin;
        if (count == 1 || (given && count == 2)) {
            return false;
        }
        for (std::size_t i = run.items.begin + (given ? 1 : 0); i < run.items.end; ++i) {
            if (s_.has(i, LexClass::institution)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool has_particle(const NameRun& run) const {
        for (std::size_t i = run.items.begin + 1; i < run.items.end; ++i) {
            if (s_.has(i, LexClass::particle)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_family_first(const NameRun& run) const {
        const std::size_t count = run.items.end - run.items.begin;
        return (s_.has(run.items.begin, LexClass::surname_first) && count <= 3 &&
                s_.words(run.items.end - 1).size() > 2) ||
               (count == 2 && is_two_syllables(s_.words(run.items.end - 1)));
    }

    /// "Peruvian Grain Fund" is all the name.
    void take_nationality(NameRun& run) const {
        const bool alone = run.items.end - run.items.begin == 1 && s_.has(run.items.begin, LexClass::institution) &&
                           !s_.has(run.items.begin, LexClass::given_name) && !run.honorific;
        if ((run.kind == RunKind::organisation || alone) && run.items.begin > 0 &&
            s_.has(run.items.begin - 1, LexClass::adjective, LexClass::place, LexClass::capital, LexClass::country,
                   LexClass::organisation) &&
            s_.is_capital(run.items.begin - 1) && !covered_[run.items.begin - 1]) {
            --run.items.begin;
            run.kind = RunKind::organisation;
            run.begin = run.items.begin;
            run.opens = false;
        }
    }

    /// "Top Diplomat", "Senior Ada Moreno" in mid-sentence.
    void strip_modifiers(NameRun& run) const {
        while (run.kind != RunKind::organisation && !run.honorific && !run.items.empty() &&
               s_.has(run.items.begin, LexClass::modifier) && !s_.has(run.items.begin, LexClass::given_name)) {
            ++run.items.begin;
            run.begin = run.items.begin;
        }
    }

    const ActorSentence& s_;
    std::vector<bool> covered_;
};

class Attacher {
public:
    Attacher(const ActorSentence& sentence, const std::vector<FoundTitle>& titles, std::vector<NameRun>& runs)
        : s_(sentence), titles_(titles), runs_(runs), taken_(titles.size(), false) {}

    void run() {
        for (std::size_t t = 0; t < titles_.size(); ++t) {
            attach_before(t);
        }
        for (std::size_t t = 0; t < titles_.size(); ++t) {
            if (!taken_[t]) {
                attach_joined(t);
            }
        }
        for (std::size_t t = 0; t < titles_.size(); ++t) {
            if (!taken_[t] && !titles_[t].owner && !attach_left(t)) {
                attach_right(t);
            }
        }
    }

private:
    static constexpr std::size_t kNoRun = ~std::size_t{0};

    /// The run whose name or honorific begins at the item.
    [[nodiscard]] std::size_t run_from(std::size_t item) const {
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            if (runs_[r].begin == item || runs_[r].items.begin == item) {
                return r;
            }
        }
        return kNoRun;
    }

    [[nodiscard]] std::size_t run_to(std::size_t item) const {
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            if (runs_[r].items.end == item) {
                return r;
            }
        }
        return kNoRun;
    }

    [[nodiscard]] bool can_be_person(std::size_t r) const {
        return r != kNoRun &&
               (runs_[r].kind == RunKind::person || runs_[r].kind == RunKind::unknown ||
                runs_[r].kind == RunKind::place) &&
               !s_.has(runs_[r].items.end - 1, LexClass::place_word) && !is_institution(r);
    }

    /// "Developer Program": a word for an institution alone is nobody.
    [[nodiscard]] bool is_institution(std::size_t r) const {
        const ItemRange& items = runs_[r].items;
        return items.end - items.begin == 1 && s_.has(items.begin, LexClass::institution) && !runs_[r].honorific &&
               !s_.has(items.begin, LexClass::given_name);
    }

    void give(std::size_t r, std::size_t t) {
        runs_[r].titles.push_back(t);
        runs_[r].kind = RunKind::person;
        taken_[t] = true;
    }

    /// Right behind: "Foreign Minister A", "advisers A, B and C".
    void attach_before(std::size_t t) {
        const FoundTitle& title = titles_[t];
        std::size_t at = title.all.end;
        if (s_.has(at, LexClass::adjective) && s_.is_capital(at + 1)) {
            ++at; // machine-translated: "the President Peruvian Ada Moreno"
        }
        std::size_t r = run_from(at);
        if (!can_be_person(r) && title.has_complement) {
            r = kNoRun;
        }
        if (!can_be_person(r) || (runs_[r].items.begin > 0 && !near(runs_[r].begin))) {
            return;
        }
        give(r, t);
        if (title.plural) {
            give_list(r, t);
        }
    }

    /// The names behind run r: "A, B and C".
    void give_list(std::size_t r, std::size_t t) {
        while (true) {
            std::size_t next = runs_[r].items.end;
            if (!s_.is(next, ",") && !s_.is(next, "and")) {
                return;
            }
            next += s_.is(next, ",") && s_.is(next + 1, "and") ? 2 : 1;
            r = run_from(next);
            if (!can_be_person(r)) {
                return;
            }
            give(r, t);
        }
    }

    [[nodiscard]] bool near(std::size_t item) const { return s_.items[item].word; }

    /// "Defence Minister and Deputy Premier A".
    void attach_joined(std::size_t t) {
        const std::size_t gap = s_.is(titles_[t].all.end, "and") ? 1 : 0;
        if (t + 1 >= titles_.size() || !taken_[t + 1] || titles_[t].plural ||
            (gap == 0 && titles_[t].all.end != titles_[t].core.end) || titles_[t].title.kind == TitleKind::relation ||
            titles_[t + 1].all.begin != titles_[t].all.end + gap) {
            return;
        }
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            if (std::find(runs_[r].titles.begin(), runs_[r].titles.end(), t + 1) != runs_[r].titles.end() &&
                runs_[r].begin == titles_[t + 1].all.end) {
                give(r, t);
                return;
            }
        }
    }

    /// "A, the foreign minister, ...", "A is the foreign minister".
    bool attach_left(std::size_t t) {
        std::size_t at = titles_[t].all.begin;
        if (titles_[t].plural || at == 0) {
            return false;
        }
        if (is_article(s_.words(at - 1))) {
            --at;
        }
        if (at == 0) {
            return false;
        }
        const bool copula =
            s_.is(at - 1, "is") || s_.is(at - 1, "was") || s_.is(at - 1, "became") || s_.is(at - 1, "as");
        if (s_.is(at - 1, "and") && t > 0 && titles_[t - 1].all.end == at - 1) {
            return attach_with_previous(t);
        }
        if (!copula && !s_.is(at - 1, ",") && !s_.is(at - 1, "(")) {
            return false;
        }
        std::size_t name_end = at - 1;
        if (name_end > 1 && s_.document->tokens[s_.items[name_end - 1].first].kind == TokenKind::number &&
            s_.is(name_end - 2, ",")) {
            name_end -= 2; // "A, 49, an engineer"
        }
        std::size_t r = run_to(name_end);
        if (r != kNoRun && runs_[r].kind == RunKind::unknown && runs_[r].items.begin > 0 &&
            (s_.is(runs_[r].items.begin - 1, "of") || s_.is(runs_[r].items.begin - 1, "at")) &&
            can_be_person(run_to(runs_[r].items.begin - 1))) {
            r = run_to(runs_[r].items.begin - 1); // "A of the Grain Fund, a former trader"
        }
        if (!can_be_person(r) || (runs_[r].kind == RunKind::place) || (copula && !copula_fits(t, r))) {
            return false;
        }
        const bool single = runs_[r].items.end - runs_[r].items.begin == 1;
        if (single && runs_[r].kind != RunKind::person && !titles_[t].definite && !titles_[t].has_complement) {
            return false;
        }
        give(r, t);
        return true;
    }

    [[nodiscard]] bool copula_fits(std::size_t t, std::size_t r) const {
        return titles_[t].title.rank >= 4 && runs_[r].kind == RunKind::person &&
               (titles_[t].definite || titles_[t].indefinite);
    }

    /// "A, the mayor of Lima and head of the Grain Fund, ...".
    bool attach_with_previous(std::size_t t) {
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            if (!runs_[r].titles.empty() && runs_[r].titles.back() == t - 1 &&
                runs_[r].items.end < titles_[t].all.begin) {
                give(r, t);
                return true;
            }
        }
        return false;
    }

    /// "Moreno's foreign policy adviser, A, ...", "the envoy, retired general A".
    void attach_right(std::size_t t) {
        const FoundTitle& title = titles_[t];
        if (!s_.is(title.all.end, ",")) {
            return;
        }
        const std::size_t behind = title.all.end + 1;
        if (title.indefinite) {
            attach_inserted(t, run_from(behind));
            return;
        }
        if (t + 1 < titles_.size() && titles_[t + 1].all.begin == behind && taken_[t + 1] &&
            (title.definite || title.has_complement)) {
            const std::size_t r = run_from(titles_[t + 1].all.end);
            if (r != kNoRun && titles_[t + 1].title.country == kNoCountry && !titles_[t + 1].plural) {
                give(r, t);
            }
            return;
        }
        const std::size_t r = run_from(behind);
        if (!can_be_person(r) || !(title.definite || title.title.country != kNoCountry || !title.body.empty()) ||
            !runs_[r].titles.empty()) {
            return;
        }
        const std::size_t end = runs_[r].items.end;
        const bool closed = end >= s_.size() || !s_.items[end].word || s_.has(end, LexClass::person_verb);
        const bool full = end - runs_[r].items.begin > 1 || runs_[r].honorific;
        if (closed && (full || runs_[r].kind == RunKind::person)) {
            give(r, t);
        } else if (title.plural && full && s_.is(end, "and")) {
            give(r, t);
            give_list(r, t);
        }
    }

    /// "A ministry spokesman, A B, said".
    void attach_inserted(std::size_t t, std::size_t r) {
        if (!can_be_person(r) || !runs_[r].titles.empty() || titles_[t].plural) {
            return;
        }
        const std::size_t end = runs_[r].items.end;
        const bool full = end - runs_[r].items.begin > 1 || runs_[r].honorific;
        const std::string_view next = s_.words(end + 1);
        const bool verb = s_.has(end + 1, LexClass::person_verb) || next.ends_with("ed") || next == "had" ||
                          next == "has" || next == "was" || next == "would" || next == "also";
        if (full && s_.is(end, ",") && verb) {
            give(r, t);
        }
    }

    static bool is_article(std::string_view word) {
        return word == "the" || word == "a" || word == "an" || word == "its" || word == "his" || word == "her";
    }

    const ActorSentence& s_;
    const std::vector<FoundTitle>& titles_;
    std::vector<NameRun>& runs_;
    std::vector<bool> taken_;
};

} // namespace

std::vector<NameRun> find_runs(const ActorSentence& sentence, const std::vector<FoundTitle>& titles) {
    return RunFinder(sentence, titles).run();
}

void attach_titles(const ActorSentence& sentence, const std::vector<FoundTitle>& titles, std::vector<NameRun>& runs) {
    Attacher(sentence, titles, runs).run();
}

} // namespace demarche::extract
