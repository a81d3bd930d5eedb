#include "extract/actor_persons.hpp"

#include "extract/name_key.hpp"
#include "extract/name_parts.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace demarche::extract {
namespace {

constexpr std::size_t kShort = 3; ///< letters of a key that many names share

/// A person under one or more full spellings, or under one name alone.
struct Person {
    std::vector<std::string> parts;      ///< keys of the fullest name, particles left out
    std::vector<std::string_view> words; ///< of the same
    std::string family;
    bool family_first = false;
    bool single = false;
    char gender = '-';
    bool is_person = false;
    std::vector<std::uint32_t> names; ///< indexes of Collected::names
    std::vector<std::string> bodies;  ///< first words of the bodies and possessors of titles beside full names
    std::uint32_t kinds = 0;          ///< of those titles: bits by TitleKind
};

constexpr std::uint32_t kLongestLook = 60; ///< tokens of a sentence

class PersonChains {
public:
    PersonChains(const Document& document, Collected& collected, std::vector<ActorChain>& chains)
        : document_(document), collected_(collected), chains_(chains) {}

    void run() {
        note_singles();
        for (std::uint32_t n = 0; n < collected_.names.size(); ++n) {
            if (collected_.names[n].parts.size() > 1 && !collected_.names[n].particle_first) {
                add_full(n);
            }
        }
        for (std::uint32_t n = 0; n < collected_.names.size(); ++n) {
            if (collected_.names[n].parts.size() > 1 && collected_.names[n].particle_first && !add_end(n)) {
                add_full(n);
            }
        }
        for (std::uint32_t n = 0; n < collected_.names.size(); ++n) {
            if (collected_.names[n].parts.size() == 1) {
                add_single(n);
            }
        }
        for (Person& person : persons_) {
            finish(person);
        }
    }

private:
    [[nodiscard]] ActorMention& mention(std::uint32_t n) { return collected_.mentions[collected_.names[n].mention]; }

    void note_singles() {
        for (const RawName& name : collected_.names) {
            if (name.parts.size() == 1) {
                singles_.insert(part_key(name.parts.front()));
                if (name.gender != '-') {
                    genders_[part_key(name.parts.front())] |= gender_bit(name.gender);
                }
                if (name.acts || name.honorific) {
                    acting_.insert(part_key(name.parts.front()));
                }
            }
        }
    }

    /// A name of unknown words is a person's where its last word alone names somebody too.
    void judge(std::uint32_t n) {
        const RawName& name = collected_.names[n];
        ActorMention& found = mention(n);
        if (found.kind != MentionKind::unknown || name.parts.size() > 3) {
            return;
        }
        const bool echoed =
            acting_.contains(part_key(name.parts.back())) && !singles_.contains(part_key(name.parts.front()));
        if (name.acts || name.country != kNoCountry || (echoed && !name.opens)) {
            found.kind = MentionKind::person;
        }
    }

    static std::string whole_key(const std::vector<std::string_view>& parts) {
        std::string key;
        for (const std::string_view part : parts) {
            key += name_key(part);
        }
        return key;
    }

    /// "Von der Heide" behind "Leyla von der Heide".
    bool add_end(std::uint32_t n) {
        const RawName& name = collected_.names[n];
        const std::string key = whole_key(name.parts);
        std::uint32_t only = kNone;
        for (const std::uint32_t p : by_family_[part_key(name.parts.back())]) {
            if (whole_key(collected_.names[persons_[p].names.front()].parts).ends_with(key)) {
                if (only != kNone) {
                    return false;
                }
                only = p;
            }
        }
        if (only == kNone) {
            return false;
        }
        persons_[only].names.push_back(n);
        mention(n).form = MentionForm::part;
        return true;
    }

    void add_full(std::uint32_t n) {
        judge(n);
        const RawName& name = collected_.names[n];
        Person person;
        for (const std::string_view part : name.parts) {
            if (!is_particle(part)) {
                person.parts.push_back(part_key(part));
                person.words.push_back(part);
            }
        }
        const bool by_first = !name.given_first && mention(n).kind == MentionKind::person &&
                              singles_.contains(person.parts.front()) && !singles_.contains(person.parts.back());
        person.family_first =
            (name.family_first && !is_called_by(person.parts)) || (by_first && person.parts.size() > 1);
        person.family = person.family_first ? person.parts.front() : person.parts.back();
        person.gender = name.gender;
        person.is_person = mention(n).kind == MentionKind::person;
        person.names.push_back(n);
        note_titles(person, name);
        for (const std::uint32_t p : by_family_[person.family]) {
            if (same(persons_[p], person)) {
                merge(persons_[p], person);
                return;
            }
        }
        for (const std::uint32_t p : by_first_[person.parts.front()]) {
            if (compatible(persons_[p], person) &&
                (is_part_of(persons_[p].parts, person.parts) || is_part_of(person.parts, persons_[p].parts))) {
                merge(persons_[p], person);
                return;
            }
        }
        const auto index = static_cast<std::uint32_t>(persons_.size());
        by_family_[person.family].push_back(index);
        by_first_[person.parts.front()].push_back(index);
        persons_.push_back(std::move(person));
    }

    /// Whether the article calls the person by the last part of the name, never by the first.
    [[nodiscard]] bool is_called_by(const std::vector<std::string>& parts) const {
        return singles_.contains(parts.back()) && !singles_.contains(parts.front());
    }

    /// A name that only one mention shows to be a person's is one all the same.
    static bool compatible(const Person& a, const Person& b) {
        const bool one_name = a.parts == b.parts && a.parts.size() > 1;
        return (a.gender == '-' || b.gender == '-' || a.gender == b.gender) && (a.is_person == b.is_person || one_name);
    }

    bool same(const Person& a, const Person& b) {
        if (!compatible(a, b) || a.family != b.family) {
            return false;
        }
        const bool first_a = a.family_first && a.parts.size() > 1;
        const bool first_b = b.family_first && b.parts.size() > 1;
        if (first_a != first_b) {
            return false;
        }
        const std::string_view given_a = a.words[first_a ? 1 : 0];
        const std::string_view given_b = b.words[first_b ? 1 : 0];
        return is_same_given(given_a, given_b) || (is_short_form(given_a, given_b) && may_be_one(a, b));
    }

    /// A short form names the same person but where both stand in one sentence ("Robert Roe and his son Bob Roe") or
    /// hold offices of different kinds.
    bool may_be_one(const Person& a, const Person& b) {
        const bool offices = a.kinds == 0 || b.kinds == 0 || (a.kinds & b.kinds) != 0;
        return offices && mention(a.names.back()).sentence != mention(b.names.front()).sentence;
    }

    static void merge(Person& into, Person& from) {
        if (from.parts.size() > into.parts.size() ||
            (is_initial(into.words.front()) && !is_initial(from.words.front()))) {
            into.parts = from.parts;
            into.words = from.words;
        }
        into.gender = into.gender == '-' ? from.gender : into.gender;
        into.is_person = into.is_person || from.is_person;
        into.names.insert(into.names.end(), from.names.begin(), from.names.end());
        into.kinds |= from.kinds;
        for (std::string& body : from.bodies) {
            if (!is_company_of(into, body)) {
                into.bodies.push_back(std::move(body));
            }
        }
    }

    /// Persons of that family name, or else of that given name, whom the mention's gender and titles allow.
    std::vector<std::uint32_t> candidates(std::uint32_t n, const std::string& key) {
        std::vector<std::uint32_t> found;
        const auto take = [&](const std::vector<std::uint32_t>& list) {
            for (const std::uint32_t p : list) {
                const char gender = collected_.names[n].gender;
                if (is_company_of(persons_[p], key) || is_other_spelling(n, key, p)) {
                    continue;
                }
                if (gender == '-' || gender == persons_[p].gender ||
                    (persons_[p].gender == '-' && !is_spouse_of(n, key, persons_[p]))) {
                    found.push_back(p);
                }
            }
        };
        if (const auto family = by_family_.find(key); family != by_family_.end()) {
            take(family->second);
        }
        if (found.empty()) {
            if (const auto first = by_first_.find(key); first != by_first_.end()) {
                take(first->second);
            }
        }
        keep_introduced(found, mention(n).span.begin);
        if (found.size() > 1 && collected_.names[n].gender != '-') {
            keep_of_gender(found, collected_.names[n].gender);
        }
        if (found.size() > 1) {
            keep_holders(found, n);
        }
        return found;
    }

    /// "Mrs. Roe" may be the wife of a Roe whose gender nobody says: where the article has a "Mr. Roe" as well, or
    /// tells of the Roe's wife.
    bool is_spouse_of(std::uint32_t n, const std::string& key, const Person& person) {
        const char gender = collected_.names[n].gender;
        const auto called = genders_.find(key);
        if (called != genders_.end() && (called->second | gender_bit(gender)) == kBoth) {
            return true;
        }
        const Sentence& sentence = document_.sentences[mention(person.names.front()).sentence];
        const std::string_view kin = gender == 'f' ? "wife" : "husband";
        const std::uint32_t last = std::min(sentence.last, sentence.first + kLongestLook);
        return std::any_of(document_.tokens.begin() + sentence.first, document_.tokens.begin() + last,
                           [&](const Token& token) { return document_.words(token) == kin; });
    }

    /// "Ford's chief executive, William Ford": the name alone is the company's.
    static bool is_company_of(const Person& person, const std::string& key) {
        return std::find(person.bodies.begin(), person.bodies.end(), key) != person.bodies.end();
    }

    /// Short names of different people are soon alike: "Li" and "Lee".
    [[nodiscard]] bool is_other_spelling(std::uint32_t n, const std::string& key, std::uint32_t p) const {
        const std::vector<std::string_view>& words = persons_[p].words;
        return key.size() <= kShort &&
               std::find(words.begin(), words.end(), collected_.names[n].parts.front()) == words.end();
    }

    /// The key of a name that stands alone, for those who bear no other.
    [[nodiscard]] std::string single_key(std::uint32_t n, const std::string& key) const {
        return key.size() <= kShort ? std::string(collected_.names[n].parts.front()) : key;
    }

    void note_titles(Person& person, const RawName& name) const {
        for (const std::uint32_t t : name.titles) {
            const ActorTitle& title = collected_.titles[t];
            person.kinds |= kind_bit(title.kind);
            if (title.kind == TitleKind::relation) {
                continue; // "Moreno's wife, Ana Moreno"
            }
            for (const Span span : {title.possessor, title.body}) {
                const std::string_view words = document_.words(span);
                const std::string key = part_key(words.substr(0, words.find(' ')));
                if (!key.empty() && !is_company_of(person, key)) {
                    person.bodies.push_back(key);
                }
            }
        }
    }

    static constexpr unsigned kBoth = 3;

    static unsigned gender_bit(char gender) { return gender == 'm' ? 1 : 2; }

    static std::uint32_t kind_bit(TitleKind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }

    /// Of several, those who are known to be of that gender, where somebody is.
    void keep_of_gender(std::vector<std::uint32_t>& found, char gender) const {
        std::vector<std::uint32_t> known;
        std::copy_if(found.begin(), found.end(), std::back_inserter(known),
                     [&](std::uint32_t p) { return persons_[p].gender == gender; });
        if (!known.empty()) {
            found = known;
        }
    }

    /// Who was named in full before, where somebody was.
    void keep_introduced(std::vector<std::uint32_t>& found, std::uint32_t at) {
        std::vector<std::uint32_t> before;
        std::copy_if(found.begin(), found.end(), std::back_inserter(before),
                     [&](std::uint32_t p) { return mention(persons_[p].names.front()).span.begin < at; });
        if (!before.empty()) {
            found = before;
        }
    }

    /// Of several, those who bear a title of the mention's kind.
    void keep_holders(std::vector<std::uint32_t>& found, std::uint32_t n) const {
        std::uint32_t asked = 0;
        for (const std::uint32_t t : collected_.names[n].titles) {
            asked |= kind_bit(collected_.titles[t].kind);
        }
        std::vector<std::uint32_t> holders;
        std::copy_if(found.begin(), found.end(), std::back_inserter(holders),
                     [&](std::uint32_t p) { return (persons_[p].kinds & asked) != 0; });
        if (holders.size() == 1) {
            found = holders;
        }
    }

    void add_single(std::uint32_t n) {
        const RawName& name = collected_.names[n];
        const std::string key = part_key(name.parts.front());
        const std::vector<std::uint32_t> found = candidates(n, key);
        if (found.size() == 1) {
            Person& person = persons_[found.front()];
            person.names.push_back(n);
            person.is_person = person.is_person || mention(n).kind == MentionKind::person;
            person.gender = person.gender == '-' ? name.gender : person.gender;
            mention(n).kind = person.is_person ? MentionKind::person : MentionKind::unknown;
            return;
        }
        if (found.size() > 1) {
            const bool persons = std::all_of(found.begin(), found.end(), [&](auto p) { return persons_[p].is_person; });
            mention(n).kind = persons ? MentionKind::person : MentionKind::unknown;
            return;
        }
        ActorMention& own = mention(n);
        if (name.country != kNoCountry || name.honorific) {
            own.kind = MentionKind::person;
        }
        if (name.gender != '-' && by_family_.contains(key) && !by_family_[key].empty()) {
            return; // somebody of the family, whom nobody can tell
        }
        const auto known = singles_by_key_.find(single_key(n, key) + name.gender);
        if (known != singles_by_key_.end()) {
            persons_[known->second].names.push_back(n);
            persons_[known->second].is_person = persons_[known->second].is_person || own.kind == MentionKind::person;
            return;
        }
        Person person;
        person.single = true;
        person.parts = {key};
        person.words = {name.parts.front()};
        person.family = key;
        person.gender = name.gender;
        person.is_person = own.kind == MentionKind::person;
        person.names = {n};
        singles_by_key_[single_key(n, key) + name.gender] = static_cast<std::uint32_t>(persons_.size());
        if (name.gender != '-') {
            singles_by_key_.try_emplace(single_key(n, key) + '-', static_cast<std::uint32_t>(persons_.size()));
        }
        persons_.push_back(std::move(person));
    }

    /// A lone word that only ever begins sentences and is nobody's is no name.
    [[nodiscard]] bool is_nothing(const Person& person) const {
        return !person.is_person && std::all_of(person.names.begin(), person.names.end(),
                                                [&](std::uint32_t n) { return collected_.names[n].opens; });
    }

    void finish(Person& person) {
        if (is_nothing(person)) {
            return;
        }
        std::sort(person.names.begin(), person.names.end());
        ActorChain chain;
        chain.kind = person.is_person ? MentionKind::person : MentionKind::unknown;
        chain.gender = person.gender;
        const auto index = static_cast<std::uint32_t>(chains_.size());
        std::map<std::string, std::pair<int, std::size_t>> spellings; // how often, where first
        std::map<std::string, std::pair<int, std::size_t>> shorts;
        for (const std::uint32_t n : person.names) {
            ActorMention& own = mention(n);
            own.chain = index;
            own.kind = chain.kind;
            chain.mentions.push_back(collected_.names[n].mention);
            chain.titles.insert(chain.titles.end(), collected_.names[n].titles.begin(),
                                collected_.names[n].titles.end());
            auto& spelling =
                (own.form == MentionForm::full ? spellings : shorts)[std::string(document_.words(own.span))];
            spelling.second = spelling.first == 0 ? own.span.begin : spelling.second;
            ++spelling.first;
        }
        name_chain(chain, person, spellings, shorts);
        chains_.push_back(std::move(chain));
    }

    using Spellings = std::map<std::string, std::pair<int, std::size_t>>;

    static void
    name_chain(ActorChain& chain, const Person& person, const Spellings& spellings, const Spellings& shorts) {
        const auto best = [](const Spellings& of) {
            const auto better = [](const auto& a, const auto& b) {
                const auto words_a = std::count(a.first.begin(), a.first.end(), ' ');
                const auto words_b = std::count(b.first.begin(), b.first.end(), ' ');
                const bool dotted_a = a.first.find('.') != std::string::npos;
                const bool dotted_b = b.first.find('.') != std::string::npos;
                if (dotted_a != dotted_b && words_a == words_b) {
                    return dotted_a;
                }
                if (words_a != words_b) {
                    return words_a < words_b;
                }
                return a.second.first != b.second.first ? a.second.first < b.second.first
                                                        : a.second.second > b.second.second;
            };
            return std::max_element(of.begin(), of.end(), better)->first;
        };
        const auto most = [](const Spellings& of) {
            return std::max_element(of.begin(), of.end(),
                                    [](const auto& a, const auto& b) {
                                        return a.second.first != b.second.first ? a.second.first < b.second.first
                                                                                : a.second.second > b.second.second;
                                    })
                ->first;
        };
        chain.name = spellings.empty() ? most(shorts) : best(spellings);
        const std::string given = chain.name.substr(0, chain.name.find(' '));
        if (!shorts.empty() && (person.single || person.family_first || most(shorts) != given)) {
            chain.short_name = most(shorts);
        } else if (person.family_first) {
            chain.short_name = chain.name.substr(0, chain.name.find(' '));
        } else {
            chain.short_name = family_words(without_suffix(chain.name, person));
        }
        for (const Spellings* forms : {&spellings, &shorts}) {
            for (const auto& [words, count] : *forms) {
                if (words != chain.name) {
                    chain.aliases.push_back(words);
                }
            }
        }
    }

    /// "Ada Moreno Jr." ends with the person's last part.
    static std::string without_suffix(const std::string& name, const Person& person) {
        const std::string_view last = person.words.back();
        const std::size_t at = name.rfind(last);
        return at == std::string::npos ? name : name.substr(0, at + last.size());
    }

    /// The last word with the particles before it: "von der Heide", "bin Karim".
    static std::string family_words(const std::string& name) {
        std::size_t begin = name.rfind(' ');
        if (begin == std::string::npos) {
            return name;
        }
        while (begin > 0) {
            const std::size_t before = name.rfind(' ', begin - 1);
            if (before == std::string::npos || name[before + 1] < 'a' || name[before + 1] > 'z') {
                break;
            }
            begin = before;
        }
        return name.substr(begin + 1);
    }

    const Document& document_;
    Collected& collected_;
    std::vector<ActorChain>& chains_;
    std::vector<Person> persons_;
    std::unordered_set<std::string> singles_;
    std::unordered_map<std::string, unsigned> genders_; ///< of singles_ with an honorific
    std::unordered_set<std::string> acting_;            ///< of singles_, those that do what people do
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_family_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_;
    std::unordered_map<std::string, std::uint32_t> singles_by_key_;
};

} // namespace

void chain_persons(const Document& document, Collected& collected, std::vector<ActorChain>& chains) {
    PersonChains(document, collected, chains).run();
}

} // namespace demarche::extract
