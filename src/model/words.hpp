#pragma once
/// The words of the dossier and of JSON for the values of the model's enumerations, in their order.

#include "base/calendar.hpp"
#include "model/actor.hpp"
#include "model/chart.hpp"
#include "model/citation.hpp"
#include "model/event.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

template <class Value>
struct Word {
    Value value;
    const char* text;
};

/// Every word for a value of the type, in the order of the enumeration.
template <class Value>
struct WordsOf;

template <>
struct WordsOf<ActorKind> {
    static constexpr std::array kList{
        Word<ActorKind>{ActorKind::person, "person"}, Word<ActorKind>{ActorKind::organisation, "organisation"},
        Word<ActorKind>{ActorKind::state, "state"}, Word<ActorKind>{ActorKind::group, "group"}};
};

template <>
struct WordsOf<TieType> {
    static constexpr std::array kList{
        Word<TieType>{TieType::leads, "leads"},          Word<TieType>{TieType::member_of, "member-of"},
        Word<TieType>{TieType::advises, "advises"},      Word<TieType>{TieType::speaks_for, "speaks-for"},
        Word<TieType>{TieType::appointed, "appointed"},  Word<TieType>{TieType::heads, "heads"},
        Word<TieType>{TieType::represents, "represents"}};
};

template <>
struct WordsOf<ArticleStatus> {
    static constexpr std::array kList{Word<ArticleStatus>{ArticleStatus::stands, "stands"},
                                      Word<ArticleStatus>{ArticleStatus::corrected, "corrected"},
                                      Word<ArticleStatus>{ArticleStatus::retracted, "retracted"}};
};

template <>
struct WordsOf<Stance> {
    static constexpr std::array kList{Word<Stance>{Stance::supports, "supports"},
                                      Word<Stance>{Stance::disputes, "disputes"}};
};

template <>
struct WordsOf<Part> {
    static constexpr std::array kList{
        Word<Part>{Part::participant, "participant"}, Word<Part>{Part::source, "source"},
        Word<Part>{Part::target, "target"},           Word<Part>{Part::host, "host"},
        Word<Part>{Part::speaker, "speaker"},         Word<Part>{Part::addressee, "addressee"},
        Word<Part>{Part::mediator, "mediator"},       Word<Part>{Part::absent, "absent"}};
};

template <>
struct WordsOf<Status> {
    static constexpr std::array kList{
        Word<Status>{Status::occurred, "occurred"}, Word<Status>{Status::ongoing, "ongoing"},
        Word<Status>{Status::planned, "planned"}, Word<Status>{Status::cancelled, "cancelled"},
        Word<Status>{Status::denied, "denied"}};
};

template <>
struct WordsOf<ChartKind> {
    static constexpr std::array kList{Word<ChartKind>{ChartKind::timeline, "timeline"},
                                      Word<ChartKind>{ChartKind::network, "network"}};
};

template <>
struct WordsOf<ScaleMode> {
    static constexpr std::array kList{
        Word<ScaleMode>{ScaleMode::automatic, "auto"}, Word<ScaleMode>{ScaleMode::time, "time"},
        Word<ScaleMode>{ScaleMode::days, "days"}, Word<ScaleMode>{ScaleMode::rows, "rows"}};
};

/// The day on which a dossier's weeks begin: only those two are in use in news.
template <>
struct WordsOf<Weekday> {
    static constexpr std::array kList{Word<Weekday>{Weekday::monday, "monday"},
                                      Word<Weekday>{Weekday::sunday, "sunday"}};
};

/// REQUIRES: the value has a word.
template <class Value>
constexpr const char* word_of(Value value) {
    for (const auto& word : WordsOf<Value>::kList) {
        if (word.value == value) {
            return word.text;
        }
    }
    return "";
}

template <class Value>
std::optional<Value> value_of(std::string_view text) {
    for (const auto& word : WordsOf<Value>::kList) {
        if (word.text == text) {
            return word.value;
        }
    }
    return std::nullopt;
}

template <class Value>
std::vector<std::string> words_of() {
    std::vector<std::string> words;
    words.reserve(WordsOf<Value>::kList.size());
    for (const auto& word : WordsOf<Value>::kList) {
        words.emplace_back(word.text);
    }
    return words;
}

} // namespace demarche
