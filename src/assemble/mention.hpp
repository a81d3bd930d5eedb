#pragma once
/// Mentions of events made comparable: parties as actors of the whole story, days as spans, topics as words.

#include "assemble/cast.hpp"
#include "assemble/day_span.hpp"
#include "assemble/places.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::assemble {

/// What can be one event at all.
enum class Family : std::uint8_t { call, meet, visit, agree, speech, hostile, other };

struct MentionParty {
    CastIndex actor = extract::kNone; ///< never kNone
    Part as = Part::participant;
    bool officials = false; ///< a collective spoken of by its people: "Russian officials", not its head
};

/// Another mention that came before or after, and how long, where that is said.
struct Neighbour {
    std::uint32_t mention = 0; ///< its index
    std::optional<extract::OrderGap> gap;
};

struct Mention {
    std::uint32_t article = 0; ///< index in the gists
    std::uint32_t index = 0;   ///< in Gist::events
    const EventSaid* said = nullptr;
    Day published = 0;
    Family family = Family::other;
    bool flexible = false; ///< fits a call and a meeting: "conversations", "spoke"
    bool dated = false;
    bool doubled = false; ///< of speech: what is said is told as an event on the speaker's word beside it
    /// Days on which it can have happened: of its date, and by the day of publication: what a report says was done lies
    /// before it, a plan not.
    DaySpan days;
    std::vector<MentionParty> parties; ///< named ones, in the order of the text
    std::uint32_t unnamed = 0;         ///< parties whom nobody can name
    std::vector<Place> places;
    std::vector<std::uint32_t> words; ///< numbers of the words it is about, rising, each once
    std::vector<Neighbour> after;     ///< what came before it
    std::vector<Neighbour> before;    ///< and what came after it
    std::uint32_t stem = 0;           ///< number of the trigger's stem; 0: none

    [[nodiscard]] bool is_plan() const { return said->status == Status::planned; }

    /// Says nothing of its own: no party, date or place.
    [[nodiscard]] bool bare() const { return parties.empty() && !dated && places.empty(); }
};

Family family_of(const EventType& type);

/// Numbers for words, and how telling each is.
class WordBook {
public:
    WordBook() : numbers_{{"", 0}}, counts_{0} {}

    /// The content words of a text, as stems, rising and each once; counts them.
    std::vector<std::uint32_t> read(std::string_view text);
    /// The number of one word's stem.
    std::uint32_t stem(std::string_view word);

    /// Between 0 and 1: what part of the lesser list's weight both share; words that many mentions have weigh little.
    [[nodiscard]] double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;

private:
    std::uint32_t number(std::string word);
    [[nodiscard]] double weight(std::uint32_t number) const;

    std::unordered_map<std::string, std::uint32_t> numbers_; ///< looked up only
    std::vector<std::uint32_t> counts_;
    std::uint32_t texts_ = 0;
};

/// A word cut to what its forms share: "invaded" and "invasion" give "inva"; for verbs and nouns of one action.
std::string stem_of(std::string_view word);

/// All mentions of all gists but repeated ones, article by article in `order`, each in the order of its text.
std::vector<Mention> mentions_of(const std::vector<Gist>& gists,
                                 const std::vector<std::uint32_t>& order,
                                 const Cast& cast,
                                 Places& places,
                                 WordBook& book);

} // namespace demarche::assemble
