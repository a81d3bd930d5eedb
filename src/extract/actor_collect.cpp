#include "extract/actor_collect.hpp"

#include "extract/event_noun_table.hpp"
#include "extract/event_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::extract {
namespace {

class SentenceCollector {
public:
    SentenceCollector(const ActorSentence& sentence, Collected& into) : s_(sentence), into_(into) {}

    void run() {
        titles_ = find_titles(s_);
        runs_ = find_runs(s_, titles_);
        if (s_.names_begin_here) {
            attach_titles(s_, titles_, runs_);
            share_countries();
        }
        title_index_.assign(titles_.size(), kNone);
        run_mention_.assign(runs_.size(), kNone);
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            const std::size_t before = into_.names.size();
            add_run(runs_[r]);
            if (into_.names.size() > before) {
                run_mention_[r] = into_.names.back().mention;
            }
        }
        for (std::size_t i = 0; i < s_.size(); ++i) {
            add_appointment(i);
        }
        for (std::size_t i = 0; i < s_.size(); ++i) {
            add_body(i);
            add_pronoun(i);
        }
        if (s_.names_begin_here) {
            add_lone_titles();
        }
    }

private:
    ActorMention& mention(Span span, MentionKind kind, MentionForm form) {
        ActorMention added;
        added.span = added.whole = span;
        added.sentence = s_.index;
        added.kind = kind;
        added.form = form;
        into_.mentions.push_back(added);
        return into_.mentions.back();
    }

    [[nodiscard]] std::uint32_t last_mention() const { return static_cast<std::uint32_t>(into_.mentions.size() - 1); }

    std::uint32_t title_at(std::size_t t) {
        if (title_index_[t] != kNone) {
            return title_index_[t];
        }
        const FoundTitle& found = titles_[t];
        ActorTitle title = found.title;
        title.span = s_.span(found.core.begin, found.has_complement ? found.all.end : found.core.end);
        if (!found.body.empty()) {
            title.body = s_.span(found.body.begin, found.body.end);
        }
        if (!found.possessor.empty()) {
            title.possessor = s_.span(found.possessor.begin, found.possessor.end);
        }
        title_index_[t] = static_cast<std::uint32_t>(into_.titles.size());
        into_.titles.push_back(title);
        return title_index_[t];
    }

    /// In "Peruvian Foreign Minister A and Security Adviser B" the adjective is both's; kept as the weaker word.
    void share_countries() {
        for (std::size_t r = 1; r < runs_.size(); ++r) {
            if (runs_[r].titles.empty() || runs_[r - 1].titles.empty()) {
                continue;
            }
            const FoundTitle& before = titles_[runs_[r - 1].titles.front()];
            FoundTitle& title = titles_[runs_[r].titles.front()];
            const std::size_t gap = runs_[r - 1].items.end;
            const bool joined = (s_.is(gap, "and") || s_.is(gap, ",")) &&
                                (title.all.begin == gap + 1 || (s_.is(gap + 1, "and") && title.all.begin == gap + 2));
            const ActorTitle& known = before.title;
            const CountryIndex country = known.country != kNoCountry ? known.country : known.home;
            const bool bare = title.title.country == kNoCountry && title.title.home == kNoCountry &&
                              title.body.empty() && title.possessor.empty();
            if (joined && bare && title.title.kind != TitleKind::head && title.title.kind != TitleKind::royal &&
                title.title.rank >= 4) {
                title.title.home = country;
            }
        }
    }

    void add_run(const NameRun& run) {
        const std::size_t begin = run.items.begin;
        const std::size_t end = run.items.end;
        const bool lone_word = end - begin == 1 && s_.has(begin, LexClass::institution) && !run.honorific &&
                               !s_.has(begin, LexClass::given_name) && run.titles.empty();
        if (run.kind == RunKind::place || lone_word) {
            return;
        }
        if (run.kind == RunKind::organisation) {
            if (run.titles.empty()) {
                add_organisation(run);
            }
            return;
        }
        ActorMention& added =
            mention(s_.span(begin, end), run.kind == RunKind::person ? MentionKind::person : MentionKind::unknown,
                    end - begin > 1 ? MentionForm::full : MentionForm::part);
        added.possessive = s_.is_possessive(end);
        RawName name;
        name.opens = run.opens;
        name.gender = run.gender;
        name.honorific = run.honorific;
        std::size_t from = run.begin;
        std::size_t to = end;
        for (const std::size_t t : run.titles) {
            const std::size_t title = titles_[t].all.begin;
            from = std::min(from, title + (s_.is_possessive(title) ? 1 : 0)); // "the ministry's adviser"
            to = std::max(to, titles_[t].all.end);
            name.titles.push_back(title_at(t));
            if (titles_[t].title.gender != '-' && name.gender == '-') {
                name.gender = titles_[t].title.gender;
            }
        }
        if (!run.titles.empty()) {
            take_land_behind(into_.titles[name.titles.front()], end);
        }
        added.whole = s_.span(from, to);
        added.title = name.titles.empty() ? kNone : name.titles.front();
        name.mention = last_mention();
        for (std::size_t i = begin; i < end; ++i) {
            if (!s_.has(i, LexClass::suffix) || i == begin) {
                name.parts.push_back(s_.words(i));
            }
        }
        name.country = country_before(run);
        name.given_first = s_.has(begin, LexClass::given_name);
        name.particle_first = end - begin > 1 && s_.has(begin, LexClass::particle);
        name.family_first = is_family_first(run);
        name.acts = acts_behind(end) || (end - begin == 1 && s_.has(end, LexClass::person_verb));
        into_.names.push_back(std::move(name));
    }

    /// The name, with its titles and article, that begins at item i; kNone: none.
    [[nodiscard]] std::uint32_t name_from(std::size_t i) const {
        i += s_.is(i, "the") || s_.is(i, "then") ? 1 : 0;
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            std::size_t begin = runs_[r].begin;
            for (const std::size_t t : runs_[r].titles) {
                begin = std::min(begin, titles_[t].all.begin);
            }
            if (begin == i) {
                return run_mention_[r];
            }
        }
        return kNone;
    }

    [[nodiscard]] std::uint32_t name_before(std::size_t i) const {
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            if (runs_[r].items.end == i) {
                return run_mention_[r];
            }
        }
        return kNone;
    }

    /// "B appointed A", "A was appointed ... by B": nothing between the names and the verb but "was", "has", a comma.
    void add_appointment(std::size_t verb) {
        if (!s_.is(verb, "appointed") && !s_.is(verb, "nominated")) {
            return;
        }
        std::size_t before = verb;
        bool passive = false;
        while (before > 0 && (s_.is(before - 1, "was") || s_.is(before - 1, "is") || s_.is(before - 1, "been") ||
                              s_.is(before - 1, "has") || s_.is(before - 1, "had") || s_.is(before - 1, "who") ||
                              s_.is(before - 1, ","))) {
            passive = passive || s_.is(before - 1, "was") || s_.is(before - 1, "is") || s_.is(before - 1, "been") ||
                      s_.is(before - 1, ",");
            --before;
        }
        const std::uint32_t first = name_before(before);
        const std::uint32_t second = name_from(s_.is(verb + 1, "by") ? verb + 2 : verb + 1);
        if (first == kNone || second == kNone || passive != s_.is(verb + 1, "by")) {
            return;
        }
        const Span span{into_.mentions[first].span.begin, into_.mentions[second].span.end};
        into_.appointments.push_back({passive ? first : second, passive ? second : first, span});
    }

    /// "President Moreno of Peru", "Judge Moreno of the Grain Court".
    void take_land_behind(ActorTitle& title, std::size_t end) const {
        if (!s_.is(end, "of") || title.country != kNoCountry) {
            return;
        }
        const std::size_t at = end + (s_.is(end + 1, "the") ? 2 : 1);
        if (s_.has(at, LexClass::country)) {
            title.country = s_.items[at].entry->country;
        } else if (s_.has(at, LexClass::organisation) && title.body.begin == title.body.end) {
            title.body = s_.span(at, at + 1);
            title.country = s_.items[at].entry->country;
        }
    }

    /// "Peru's Senderista fighters": what stands at `end` is a noun, so far as one can tell.
    [[nodiscard]] bool is_attribute(std::size_t end) const {
        if (end >= s_.size() || !s_.items[end].word || s_.is_possessive(end)) {
            return false;
        }
        constexpr std::array<std::string_view, 12> kVerbs{"has", "had", "is",  "was", "will", "would",
                                                          "and", "to",  "who", "in",  "also", "may"};
        const std::string_view word = s_.words(end);
        return !s_.has(end, LexClass::person_verb) && std::find(kVerbs.begin(), kVerbs.end(), word) == kVerbs.end();
    }

    /// "Peru's Moreno".
    [[nodiscard]] CountryIndex country_before(const NameRun& run) const {
        const std::size_t begin = run.begin;
        if (run.titles.empty() && begin > 1 && s_.is_possessive(begin - 1) && s_.has(begin - 2, LexClass::country) &&
            !is_attribute(run.items.end)) {
            return s_.items[begin - 2].entry->country;
        }
        return kNoCountry;
    }

    [[nodiscard]] bool is_family_first(const NameRun& run) const {
        const std::size_t count = run.items.end - run.items.begin;
        if (count < 2 || count > 3) {
            return false;
        }
        for (const std::size_t t : run.titles) {
            const CountryIndex country = titles_[t].title.country;
            if (country != kNoCountry &&
                !s_.lexicon->word(s_.lexicon->country(country).code).classes.has(LexClass::family_first)) {
                return false;
            }
        }
        const std::string_view last = s_.words(run.items.end - 1);
        const std::size_t hyphen = last.find('-');
        const bool syllables = hyphen != std::string_view::npos && hyphen + 1 < last.size() && last[hyphen + 1] >= 'a';
        const bool family =
            s_.has(run.items.begin, LexClass::surname_first) && !s_.has(run.items.begin, LexClass::given_name);
        const bool western = s_.has(run.items.begin, LexClass::given_name);
        return !western && (family || (syllables && count == 2)) &&
               !(s_.has(run.items.end - 1, LexClass::surname_first) && !syllables && count == 2 &&
                 s_.has(run.items.end - 1, LexClass::given_name));
    }

    [[nodiscard]] bool acts_behind(std::size_t end) const {
        const bool aged = s_.is(end, ",") && end + 2 < s_.size() && s_.is(end + 2, ",") &&
                          s_.document->tokens[s_.items[end + 1].first].kind == TokenKind::number;
        return aged || s_.is(end, "who") || (s_.is(end, ",") && s_.is(end + 1, "who"));
    }

    void add_organisation(const NameRun& run) {
        ActorMention& added =
            mention(s_.span(run.items.begin, run.items.end), MentionKind::organisation, MentionForm::full);
        added.is_place = run.items.begin > 0 && s_.has(run.items.begin - 1, LexClass::place_before);
        added.possessive = s_.is_possessive(run.items.end);
        RawBody body;
        body.mention = last_mention();
        body.name = std::string(s_.document->words(added.span));
        if (s_.has(run.items.begin, LexClass::adjective)) {
            body.country = s_.items[run.items.begin].entry->country;
        }
        into_.bodies.push_back(std::move(body));
    }

    [[nodiscard]] bool in_run(std::size_t i) const {
        return std::any_of(runs_.begin(), runs_.end(), [&](const NameRun& run) {
            return run.items.begin <= i && i < run.items.end &&
                   (run.kind != RunKind::place || run.items.end - run.items.begin > 1);
        });
    }

    void add_body(std::size_t i) {
        const Item& item = s_.items[i];
        if (!item.word || in_run(i)) {
            return;
        }
        if (item.classes.any(LexClass::organisation, LexClass::seat)) {
            add_known(i, MentionKind::organisation);
        } else if (item.classes.any(LexClass::adjective, LexClass::country) && names_group(i)) {
            return;
        } else if (item.classes.has(LexClass::country)) {
            add_known(i, MentionKind::state);
        } else if (item.classes.has(LexClass::adjective) && describes_event(i)) {
            add_known(i, MentionKind::state);
            into_.mentions.back().adjective = true;
        } else if (item.classes.has(LexClass::capital)) {
            add_capital(i);
        } else if (item.classes.has(LexClass::people) && item.capital) {
            mention(s_.span(i, i + 1), MentionKind::group, MentionForm::full);
            into_.bodies.push_back({last_mention(), item.entry->country, kNoOrganisation, std::string(s_.words(i))});
        } else if (item.entry == nullptr && item.capital) {
            add_compound(i);
        } else if (item.classes.has(LexClass::group)) {
            add_group(i);
        }
    }

    /// "police in Nairobi" are of that country; "rebels", "government forces" act, but nobody says whose they are.
    void add_group(std::size_t i) {
        if (!s_.has(i, LexClass::band) || is_part_of_name(i)) {
            return;
        }
        std::size_t first = i; // "opposition groups", "security forces"
        while (first > 0 && s_.has(first - 1, LexClass::modifier, LexClass::band, LexClass::state_body) &&
               (!s_.is_capital(first - 1) || first == 1)) {
            --first;
        }
        // "its troops" are its own, "Chechen refugees" a name's
        constexpr std::array<std::string_view, 5> kOwners{"its", "their", "his", "her", "our"};
        const bool owned =
            first > 0 && (s_.is_possessive(first - 1) || (s_.is_capital(first - 1) && first > 1) ||
                          std::find(kOwners.begin(), kOwners.end(), s_.words(first - 1)) != kOwners.end());
        if (owned || is_counted(s_.span(i, i + 1))) {
            return;
        }
        mention(s_.span(first, i + 1), MentionKind::group, MentionForm::full);
        const CountryIndex country = land_around(i);
        if (country == kNoCountry) {
            return;
        }
        std::string name(s_.document->words(s_.span(first, behind_place_word(i) + 1)));
        name.front() = lower(name.front());
        into_.bodies.push_back({last_mention(), country, kNoOrganisation, std::move(name)});
    }

    /// Whether another mention of this sentence holds it already.
    [[nodiscard]] bool is_counted(Span span) const {
        for (auto each = into_.mentions.rbegin(); each != into_.mentions.rend() && each->sentence == s_.index; ++each) {
            if (each->whole.begin < span.end && each->whole.end > span.begin) {
                return true;
            }
        }
        return false;
    }

    static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

    /// "police chief", "rebel leader", "the Soldiers' Union": no group by itself.
    [[nodiscard]] bool is_part_of_name(std::size_t i) const {
        const bool capital = s_.is_capital(i) && i > 0 && s_.items[i - 1].word;
        return capital || s_.is_possessive(i + 1) || s_.is_capital(i + 1) ||
               s_.has(i + 1, LexClass::group, LexClass::title, LexClass::titles, LexClass::institution,
                      LexClass::state_body);
    }

    /// "in Peru", "in the Peruvian capital": the item of the name; the group's own where none follows.
    [[nodiscard]] std::size_t behind_place_word(std::size_t i) const {
        if (!s_.is(i + 1, "in") && !s_.is(i + 1, "throughout") && !s_.is(i + 1, "across")) {
            return i;
        }
        const std::size_t at = i + (s_.is(i + 2, "the") ? 3 : 2);
        return s_.has(at, LexClass::country, LexClass::capital, LexClass::place) ? at : i;
    }

    /// The country that a group is of by where it is. Troops and envoys may be anywhere.
    [[nodiscard]] CountryIndex land_around(std::size_t i) const {
        const std::size_t at = behind_place_word(i);
        const auto word = [&](std::string_view rest) { return s_.words(i).substr(1) == rest; };
        const bool security = i > 0 && s_.words(i - 1).substr(1) == "ecurity";
        const bool abroad = word("roops") || word("oldiers") || word("eacekeepers") || (word("orces") && !security);
        const bool more = s_.is(at + 1, "and") || s_.is(at + 1, "'s") || s_.is_possessive(at + 1);
        return at == i || abroad || more ? kNoCountry : s_.items[at].entry->country;
    }

    void add_known(std::size_t i, MentionKind kind) {
        const Item& item = s_.items[i];
        ActorMention& added = mention(s_.span(i, i + 1), kind, MentionForm::full);
        added.is_place = is_where(i);
        added.possessive = s_.is_possessive(i + 1);
        const std::uint16_t organisation =
            kind == MentionKind::organisation ? item.entry->organisation : kNoOrganisation;
        into_.bodies.push_back({last_mention(), item.entry->country, organisation, {}});
    }

    /// "Peruvian attack", "Peruvian and Chilean missile strikes".
    [[nodiscard]] bool describes_event(std::size_t i) const {
        const EventNounTable& nouns = *s_.nouns;
        const std::uint32_t begin = s_.span(i, i + 1).begin;
        if (begin > 0 && s_.document->text[begin - 1] == '-') { // "pro-Peruvian towns"
            return false;
        }
        for (std::size_t at = i + 1; at < i + 5 && at < s_.size() && s_.items[at].word && !s_.items[at].capital; ++at) {
            const std::string word(s_.words(at));
            if (nouns.beginning_with(word) != nullptr || s_.has(at, LexClass::belonging)) {
                return true;
            }
            if (s_.is(at, "and") && s_.has(at + 1, LexClass::adjective)) {
                ++at;
            } else if (!nouns.is(word, PhraseWord::modifier)) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_where(std::size_t i) const {
        if (i == 0) {
            return false;
        }
        const std::size_t before = s_.is(i - 1, "the") && i > 1 ? i - 2 : i - 1;
        return s_.has(before, LexClass::place_before) ||
               (s_.is(i - 1, ",") && i > 1 && s_.has(i - 2, LexClass::capital, LexClass::place));
    }

    /// A capital stands for its government but where it says where something is.
    void add_capital(std::size_t i) {
        const bool where = is_where(i) || s_.is(i + 1, ",") || s_.has(i + 1, LexClass::title, LexClass::place_word) ||
                           (i > 0 && (s_.is(i - 1, "of") || s_.is(i - 1, "to") || s_.is(i - 1, "for")));
        if (where && s_.is(i + 1, ",") && !is_where(i) && !s_.has(i + 2, LexClass::country)) {
            add_known(i, MentionKind::state);
            return;
        }
        if (!where) {
            add_known(i, MentionKind::state);
        }
    }

    /// "Peruvian officials", "Peruvian and Chilean diplomats", "Peruvian foreign ministry".
    bool names_group(std::size_t i) {
        std::size_t at = i + 1;
        bool shared = false;
        const bool listed = s_.is(at, "and") || (s_.is(at, ",") && s_.has(i, LexClass::adjective));
        if (listed && s_.has(at + 1, LexClass::adjective)) {
            at += 2;
            shared = true;
        }
        while (!s_.is_capital(at) && s_.has(at, LexClass::modifier, LexClass::band) &&
               (!s_.has(at, LexClass::group, LexClass::state_body) || s_.has(at + 1, LexClass::group))) {
            ++at; // "Peruvian civilian advisers", "Peruvian rebel leaders"
        }
        at += is_plain_noun(at) && s_.has(at + 1, LexClass::group) ? 1 : 0;          // "Peruvian paper workers"
        const bool leaders = s_.has(at, LexClass::titles) && !s_.is_capital(at + 1); // "Peruvian rebel leaders"
        const bool people =
            s_.has(at, LexClass::group) && !(s_.is_capital(at) && !s_.items[at].classes.has(LexClass::group));
        const bool group = people || leaders;
        const bool body = s_.has(at, LexClass::state_body);
        if (!group && !body) {
            return false;
        }
        const Span noun = s_.span(at, at + 1);
        const Span span = s_.span(i, shared ? i + 1 : at + 1);
        ActorMention& added = mention(span, group ? MentionKind::group : MentionKind::organisation, MentionForm::full);
        added.whole = {span.begin, noun.end};
        std::string name =
            std::string(s_.words(i)) + " " + std::string(s_.document->words(shared ? noun : s_.span(i + 1, at + 1)));
        into_.bodies.push_back({last_mention(), s_.items[i].entry->country, kNoOrganisation, std::move(name)});
        return true;
    }

    /// A word in lower case of no table: no verb, no preposition.
    [[nodiscard]] bool is_plain_noun(std::size_t i) const {
        return i < s_.size() && s_.items[i].word && !s_.is_capital(i) && s_.items[i].entry == nullptr &&
               s_.verbs->word(s_.words(i)).id == 0;
    }

    /// "US-Russia", "Russian-American": both.
    void add_compound(std::size_t i) {
        const Span whole = s_.span(i, i + 1);
        const std::string_view word = s_.words(i);
        const std::size_t hyphen = word.find('-');
        if (hyphen == std::string_view::npos) {
            return;
        }
        const std::array<std::pair<std::size_t, std::size_t>, 2> halves{{{0, hyphen}, {hyphen + 1, word.size()}}};
        const LexMatch first = s_.lexicon->word(word.substr(0, hyphen));
        if (!first.classes.any(LexClass::country, LexClass::adjective)) {
            return; // "pro-Peruvian"
        }
        for (const auto& [from, to] : halves) {
            const LexMatch half = s_.lexicon->word(word.substr(from, to - from));
            if (half.classes.any(LexClass::country, LexClass::adjective)) {
                mention({whole.begin + static_cast<std::uint32_t>(from), whole.begin + static_cast<std::uint32_t>(to)},
                        MentionKind::state, MentionForm::full);
                into_.bodies.push_back({last_mention(), half.entry->country, kNoOrganisation, {}});
            }
        }
    }

    void add_pronoun(std::size_t i) {
        const std::string_view word = s_.words(i);
        if (s_.items[i].quoted || !(word == "he" || word == "He" || word == "she" || word == "She")) {
            return;
        }
        mention(s_.span(i, i + 1), MentionKind::person, MentionForm::pronoun);
        into_.pronouns.push_back(last_mention());
    }

    static bool stands_alone(const ActorTitle& title) {
        return title.rank >= 4 && title.kind != TitleKind::military && title.kind != TitleKind::noble &&
               title.kind != TitleKind::business;
    }

    void add_lone_titles() {
        for (std::size_t t = 0; t < titles_.size(); ++t) {
            const FoundTitle& title = titles_[t];
            if (title_index_[t] != kNone || title.plural || !stands_alone(title.title) ||
                s_.is_possessive(title.core.end - 1)) {
                continue;
            }
            const bool speaks = title.title.kind == TitleKind::spokesperson;
            if (s_.items[title.core.begin].quoted || (!title.definite && !title.indefinite && !speaks)) {
                continue;
            }
            const std::size_t next = title.core.end;
            if (s_.is_capital(next) || s_.has(next, LexClass::group, LexClass::state_body, LexClass::institution)) {
                continue;
            }
            ActorMention& added =
                mention(s_.span(title.core.begin, title.core.end), MentionKind::person, MentionForm::title);
            added.whole = s_.span(title.all.begin + (s_.is_possessive(title.all.begin) ? 1 : 0), title.all.end);
            added.definite = title.definite;
            added.title = title_at(t);
            // "Peru recalled its ambassador": not the one ambassador of another country
            const std::size_t owner = title.all.begin - (title.all.begin > 0 ? 1 : 0);
            const bool of_body = title.title.kind == TitleKind::envoy && (s_.is(owner, "its") || s_.is(owner, "their"));
            (title.definite && !of_body ? into_.title_mentions : into_.unnamed).push_back(last_mention());
        }
    }

    const ActorSentence& s_;
    Collected& into_;
    std::vector<FoundTitle> titles_;
    std::vector<NameRun> runs_;
    std::vector<std::uint32_t> run_mention_; ///< of each run, kNone
    std::vector<std::uint32_t> title_index_;
};

} // namespace

void collect(const ActorSentence& sentence, Collected& into) {
    SentenceCollector(sentence, into).run();
}

} // namespace demarche::extract
