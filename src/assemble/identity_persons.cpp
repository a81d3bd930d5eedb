#include "assemble/identity.hpp"
#include "extract/name_key.hpp"
#include "extract/name_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace demarche::assemble {
namespace {

using extract::kNoCountry;
using extract::LexClass;
using extract::MentionKind;

std::vector<std::string> words_of(const std::string& name) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin < name.size()) {
        const std::size_t end = std::min(name.find_first_of(" \n", begin), name.size());
        if (end > begin) {
            words.push_back(name.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return words;
}

/// A name as its words.
struct PersonName {
    std::vector<std::string> words; ///< without particles and what follows a name ("Jr.")
    std::vector<std::string> keys;  ///< of the same
    bool family_first = false;

    [[nodiscard]] const std::string& family() const { return family_first ? keys.front() : keys.back(); }

    [[nodiscard]] const std::string& given() const { return family_first && words.size() > 1 ? words[1] : words[0]; }

    /// "Abdel Fattah" and "Abdel-Fattah" are one.
    [[nodiscard]] std::string joined() const {
        std::string key;
        for (const std::string& part : keys) {
            key += part;
        }
        return key;
    }

    [[nodiscard]] const std::string& surname() const { return family_first ? words.front() : words.back(); }
};

PersonName person_name(const ActorSaid& actor, const extract::Lexicon& lexicon) {
    PersonName name;
    for (std::string& word : words_of(actor.name)) {
        const bool suffix = lexicon.word(word).classes.has(LexClass::suffix) && !name.words.empty();
        if (!suffix && !extract::is_particle(word) && !extract::part_key(word).empty()) {
            name.keys.push_back(extract::part_key(word));
            name.words.push_back(std::move(word));
        }
    }
    if (name.words.empty()) {
        name.words = {actor.name};
        name.keys = {extract::name_key(actor.name)};
    }
    name.family_first = name.words.size() > 1 && actor.short_name == name.words.front();
    return name;
}

/// Somebody under one or more full names.
struct Person {
    PersonName name; ///< the fullest
    char gender = '-';
    bool known = false; ///< a person, not just a name
    extract::CountryIndex side = kNoCountry;
    std::set<std::string> surnames; ///< as written
    std::set<std::string> called;   ///< keys of single names that articles use
    std::vector<ChainRef> chains;
    std::set<std::pair<extract::TitleKind, extract::CountryIndex>> offices;
};

bool fits(char a, char b) {
    return a == '-' || b == '-' || a == b;
}

/// Neither sides nor offices speak against it.
bool may_be_one(const Person& a, const Person& b) {
    const bool sides = a.side == kNoCountry || b.side == kNoCountry || a.side == b.side;
    const bool offices =
        a.offices.empty() || b.offices.empty() ||
        std::any_of(a.offices.begin(), a.offices.end(), [&](const auto& office) { return b.offices.contains(office); });
    return sides && offices;
}

bool same(const Person& a, const Person& b) {
    if (!fits(a.gender, b.gender)) {
        return false;
    }
    if (a.name.keys == b.name.keys || a.name.joined() == b.name.joined()) {
        return true;
    }
    if (a.name.family_first == b.name.family_first && a.name.family() == b.name.family() &&
        extract::is_same_given(a.name.given(), b.name.given())) {
        return true;
    }
    if (a.name.family_first == b.name.family_first && a.name.family() == b.name.family() && may_be_one(a, b) &&
        extract::is_short_form(a.name.given(), b.name.given())) {
        return true; // "Mike Roe", "Michael Roe"
    }
    return a.name.keys.front() == b.name.keys.front() &&
           (extract::is_part_of(a.name.keys, b.name.keys) || extract::is_part_of(b.name.keys, a.name.keys));
}

class Persons {
public:
    Persons(const std::vector<Gist>& gists, const extract::Lexicon& lexicon, Identities& into)
        : gists_(gists), lexicon_(lexicon), into_(into) {}

    void add(ChainRef ref) {
        const ActorSaid& actor = said(gists_, ref);
        Person person;
        person.name = person_name(actor, lexicon_);
        person.gender = actor.gender;
        person.known = actor.kind == MentionKind::person;
        person.chains = {ref};
        person.side = actor.side;
        person.surnames = {person.name.surname()};
        for (const std::string& alias : actor.aliases) {
            if (alias.find(' ') == std::string::npos) {
                person.called.insert(extract::part_key(alias));
            }
        }
        for (const TitleSaid& title : actor.titles) {
            person.offices.emplace(title.kind, title.country);
        }
        (person.name.words.size() > 1 ? full_ : single_).push_back(std::move(person));
    }

    /// The name may be that of an organisation, or its beginning.
    void add_body(const std::string& name) { bodies_.insert(extract::part_key(name.substr(0, name.find(' ')))); }

    /// Of the chains that were added as unknown those that are no person's are left in `unknown`.
    void run(std::vector<ChainRef>& unknown) {
        join_full();
        join_single();
        unknown.clear();
        for (Person& person : persons_) {
            std::sort(person.chains.begin(), person.chains.end());
            if (person.known) {
                into_.all.push_back({MentionKind::person, std::move(person.chains)});
            } else {
                unknown.insert(unknown.end(), person.chains.begin(), person.chains.end());
            }
        }
        std::sort(unknown.begin(), unknown.end());
    }

private:
    /// Fuller names first and initials last, so that these find those; then by the alphabet.
    void join_full() {
        const auto rank = [](const Person& p) {
            const bool initial = extract::is_initial(p.name.given());
            return std::tuple(initial, !p.known, -static_cast<int>(p.name.keys.size()), p.name.joined(),
                              p.gender == '-', p.gender, p.name.family_first, p.chains.front());
        };
        std::sort(full_.begin(), full_.end(), [&](const Person& a, const Person& b) { return rank(a) < rank(b); });
        for (Person& person : full_) {
            const std::vector<std::size_t> found = alike(person);
            if (found.size() == 1) {
                join(persons_[found.front()], person);
                continue;
            }
            const std::size_t index = persons_.size();
            by_family_[person.name.family()].push_back(index);
            by_first_[person.name.keys.front()].push_back(index);
            persons_.push_back(std::move(person));
        }
    }

    /// Those who bear the very name, else those whose name may be the same.
    std::vector<std::size_t> alike(const Person& person) {
        std::vector<std::size_t> very;
        std::vector<std::size_t> maybe;
        for (const auto* index : {&by_family_[person.name.family()], &by_first_[person.name.keys.front()]}) {
            for (const std::size_t p : *index) {
                if (same(persons_[p], person) && std::find(maybe.begin(), maybe.end(), p) == maybe.end()) {
                    maybe.push_back(p);
                    if (persons_[p].name.keys == person.name.keys) {
                        very.push_back(p);
                    }
                }
            }
        }
        return very.empty() ? maybe : very;
    }

    static void join(Person& into, const Person& from) {
        into.gender = into.gender == '-' ? from.gender : into.gender;
        into.known = into.known || from.known;
        into.name.family_first = into.name.family_first || from.name.family_first;
        into.chains.insert(into.chains.end(), from.chains.begin(), from.chains.end());
        into.offices.insert(from.offices.begin(), from.offices.end());
        into.surnames.insert(from.surnames.begin(), from.surnames.end());
        into.called.insert(from.called.begin(), from.called.end());
        into.side = into.side == kNoCountry ? from.side : into.side;
    }

    void join_single() {
        const auto rank = [](const Person& p) {
            return std::tuple(p.name.keys.front(), p.gender == '-', p.gender, !p.known, p.chains.front());
        };
        std::sort(single_.begin(), single_.end(), [&](const Person& a, const Person& b) { return rank(a) < rank(b); });
        const std::size_t named = persons_.size();
        for (std::size_t p = 0; p < named; ++p) {
            for (const std::string& key : persons_[p].called) {
                by_call_[key].push_back(p);
            }
        }
        for (Person& person : single_) {
            std::vector<std::size_t> found = bearers(person, named);
            if (found.size() > 1) {
                keep_holders(found, person);
            }
            if (found.size() == 1) {
                join(persons_[found.front()], person);
            } else if (found.empty()) {
                add_alone(person, named);
            } else if (person.known) {
                leave_open(person, found);
            }
        }
    }

    /// Who bears the name alone: of that family name; else whom an article calls so; else, where the tables know no
    /// such given name, who has it first. Of another side is another one.
    std::vector<std::size_t> bearers(const Person& person, std::size_t named) {
        std::vector<std::size_t> found;
        const std::string& key = person.name.keys.front();
        if (!person.known && bodies_.contains(key)) {
            return found; // "Ford" may be the company
        }
        const auto take = [&](const std::vector<std::size_t>& list) {
            if (!found.empty()) {
                return;
            }
            std::copy_if(list.begin(), list.end(), std::back_inserter(found), [&](std::size_t p) {
                const Person& of = persons_[p];
                const bool sides = of.side == kNoCountry || person.side == kNoCountry || of.side == person.side;
                return p < named && fits(of.gender, person.gender) && (person.known || of.known) && sides;
            });
        };
        take(by_family_[key]);
        take(by_call_[key]);
        if (person.known && !lexicon_.word(person.name.words.front()).classes.has(LexClass::given_name)) {
            take(by_first_[key]);
        }
        std::vector<std::size_t> spelt; // "Li" rather than "Lee"
        std::copy_if(found.begin(), found.end(), std::back_inserter(spelt),
                     [&](std::size_t p) { return persons_[p].surnames.contains(person.name.words.front()); });
        constexpr std::size_t kShort = 3; // so short that keys of several names are alike
        return spelt.empty() && key.size() > kShort ? found : spelt;
    }

    static void keep_holders_of(std::vector<std::size_t>& found, const std::vector<bool>& holds) {
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (holds[i]) {
                kept.push_back(found[i]);
            }
        }
        if (kept.size() == 1) {
            found = std::move(kept);
        }
    }

    /// Of several, the one who holds an office of the name's: of its country, else of its kind.
    void keep_holders(std::vector<std::size_t>& found, const Person& person) const {
        for (const bool with_country : {true, false}) {
            std::vector<bool> holds;
            holds.reserve(found.size());
            for (const std::size_t p : found) {
                holds.push_back(std::any_of(person.offices.begin(), person.offices.end(), [&](const auto& office) {
                    return std::any_of(persons_[p].offices.begin(), persons_[p].offices.end(), [&](const auto& own) {
                        return own.first == office.first && (!with_country || own.second == office.second);
                    });
                }));
            }
            keep_holders_of(found, holds);
            if (found.size() == 1) {
                return;
            }
        }
    }

    /// Nobody bears the name in full: one person of that name, but for the gender.
    void add_alone(Person& person, std::size_t named) {
        for (const std::size_t p : by_family_[person.name.keys.front()]) {
            if (p >= named && fits(persons_[p].gender, person.gender)) {
                join(persons_[p], person);
                return;
            }
        }
        by_family_[person.name.keys.front()].push_back(persons_.size());
        persons_.push_back(std::move(person));
    }

    void leave_open(const Person& person, const std::vector<std::size_t>& found) {
        OpenName open;
        open.name = said(gists_, person.chains.front()).name;
        for (const std::size_t p : found) {
            open.persons.push_back(said(gists_, persons_[p].chains.front()).name);
        }
        std::sort(open.persons.begin(), open.persons.end());
        into_.open.push_back(std::move(open));
    }

    const std::vector<Gist>& gists_;
    const extract::Lexicon& lexicon_;
    Identities& into_;
    std::vector<Person> full_;
    std::vector<Person> single_;
    std::vector<Person> persons_;
    std::map<std::string, std::vector<std::size_t>> by_family_;
    std::map<std::string, std::vector<std::size_t>> by_first_;
    std::map<std::string, std::vector<std::size_t>> by_call_; ///< those with a full name, by single names in use
    std::set<std::string> bodies_;                            ///< keys of first words of what persons work for
};

} // namespace

void identify_persons(const std::vector<Gist>& gists,
                      const extract::Lexicon& lexicon,
                      std::vector<ChainRef>& unknown,
                      Identities& into) {
    Persons persons(gists, lexicon, into);
    for (std::uint32_t a = 0; a < gists.size(); ++a) {
        for (ActorIndex c = 0; c < gists[a].actors.size(); ++c) {
            const ActorSaid& actor = gists[a].actors[c];
            if (actor.kind == MentionKind::person) {
                persons.add({a, c});
            } else if (actor.kind == MentionKind::organisation) {
                persons.add_body(actor.name);
            }
            for (const TitleSaid& title : actor.titles) {
                if (!title.body.empty()) {
                    persons.add_body(title.body);
                }
            }
        }
    }
    for (const ChainRef ref : unknown) {
        persons.add(ref);
    }
    persons.run(unknown);
}

} // namespace demarche::assemble
