#include "extract/timex_tense.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

constexpr std::size_t kWordsBack = 14;
constexpr std::size_t kWordsOn = 14;
constexpr std::size_t kDenied = 8; ///< words from "neither" to its verb

class Scan {
public:
    Scan(std::string_view text, std::span<const TimeItem> items) : text_(text), items_(items) {}

    [[nodiscard]] Tense back(std::size_t begin) const {
        if (is(begin - 1, "as") || (begin >= 2 && is(begin - 2, "as") && is(begin - 1, "early"))) {
            return Tense::future; // "as early as Tuesday"
        }
        if (is_said_to_be(begin)) {
            return Tense::certain;
        }
        bool that = false;
        const auto lowest = begin > kWordsBack ? begin - kWordsBack : 0;
        for (auto i = begin; i > lowest; --i) {
            const auto at = i - 1;
            if (items_[at].is_sign(';') || items_[at].is_sign(':')) {
                return Tense::unknown;
            }
            if (items_[at].is(TimeClass::defer) && is(begin - 1, "until")) {
                return Tense::future; // "the deadline was extended until Friday"
            }
            that = that || is(at, "that");
            if (items_[at].is(TimeClass::say) && begin - at <= (that ? 2U : 6U)) {
                return Tense::past;
            }
            if (items_[at].is(TimeClass::say) && !items_[at].is(TimeClass::future)) {
                return Tense::unknown;
            }
            if (const auto tense = tense_of(at); tense != Tense::unknown) {
                return tense;
            }
        }
        return Tense::unknown;
    }

    /// "the deadline is Friday", "the vote is in May".
    [[nodiscard]] bool is_said_to_be(std::size_t begin) const {
        const auto led = begin > 0 && (is(begin - 1, "on") || is(begin - 1, "in") || is(begin - 1, "at"));
        const auto verb = begin - (led ? 2U : 1U);
        return is(verb, "is") || is(verb, "are");
    }

    /// "until Friday", "by May".
    [[nodiscard]] bool is_deadline(std::size_t begin) const {
        return is(begin - 1, "until") || is(begin - 1, "by") || is(begin - 1, "till");
    }

    [[nodiscard]] Tense on(std::size_t end) const {
        if (is(end, "is") || is(end, "marks")) {
            return Tense::certain; // "Friday is the deadline"
        }
        const auto highest = std::min(items_.size(), end + kWordsOn);
        for (auto at = end; at < highest; ++at) {
            if (items_[at].is_sign(';')) {
                return Tense::unknown;
            }
            const auto tense = items_[at].is(TimeClass::say) ? Tense::past : tense_of(at);
            if (tense != Tense::unknown) {
                return tense;
            }
        }
        return Tense::unknown;
    }

    /// "was cancelled", "were postponed", "has been called off" behind `end`.
    [[nodiscard]] bool called_off(std::size_t end) const {
        const auto highest = std::min(items_.size(), end + kWordsOn);
        for (auto at = end; at < highest && !items_[at].is_sign(';'); ++at) {
            const bool passive = is(at, "was") || is(at, "were") || is(at, "been");
            if (passive && at + 1 < items_.size() &&
                (items_[at + 1].is(TimeClass::defer) || (is(at + 1, "called") && is(at + 2, "off")))) {
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] std::string_view raw(std::size_t at) const {
        if (at >= items_.size()) {
            return {};
        }
        return text_.substr(items_[at].span.begin, items_[at].span.end - items_[at].span.begin);
    }

    [[nodiscard]] bool is(std::size_t at, std::string_view word) const { return raw(at) == word; }

    [[nodiscard]] bool after_be(std::size_t at) const {
        return at > 0 &&
               (is(at - 1, "be") || is(at - 1, "been") || is(at - 1, "being") || is(at - 1, "is") || is(at - 1, "are"));
    }

    /// "could not", "neither the mayor nor his wife could".
    [[nodiscard]] bool denied(std::size_t at) const {
        if (is(at + 1, "not")) {
            return true;
        }
        for (auto i = at; i > 0 && at - i < kDenied; --i) {
            if (is(i - 1, "nor") || is(i - 1, "neither") || is(i - 1, "none") || is(i - 1, "nobody")) {
                return true;
            }
        }
        return false;
    }

    /// "the summit opens Thursday", "the leaders meet Monday"; not "his visits on Monday", "to meet", "were open".
    [[nodiscard]] bool announces(std::size_t at) const {
        if (at == 0 || items_[at].capital) {
            return false;
        }
        const auto& before = items_[at - 1];
        if (before.is_sign(',')) { // "the trial, which opened Monday, resumes Thursday"
            return items_[at].word->form == AnnouncingForm::one;
        }
        if (before.kind != TimeItem::Kind::word || (before.word != nullptr && !before.is(TimeClass::generic))) {
            return false;
        }
        const auto form = items_[at].word->form;
        if (form == AnnouncingForm::many) {
            return before.capital || before.word != nullptr || raw(at - 1).ends_with('s');
        }
        return form == AnnouncingForm::one || before.capital || is(at - 1, "who") || is(at - 1, "which") ||
               is(at - 1, "he") || is(at - 1, "she") || is(at - 1, "it");
    }

    /// "could hit", "to set".
    [[nodiscard]] bool is_infinitive(std::size_t at) const {
        return at > 0 && (is(at - 1, "to") || items_[at - 1].is(TimeClass::future));
    }

    /// Words that tell by themselves or with what stands beside them.
    [[nodiscard]] Tense told_by(std::size_t at) const {
        if (is(at, "could") && denied(at)) {
            return Tense::past; // "could not be reached Friday"
        }
        const bool announced = items_[at].is(TimeClass::present) && announces(at);
        if (announced || is(at, "will") || is(at, "shall") || is(at, "'ll")) {
            return Tense::certain;
        }
        return is(at, "likely") && is(at + 1, "to") ? Tense::future : Tense::unknown;
    }

    /// "is to meet"; "the report, to be published Thursday, ...".
    [[nodiscard]] bool leads_ahead(std::size_t to) const {
        return after_be(to) || (to > 0 && items_[to - 1].is_sign(',') && is(to + 1, "be"));
    }

    /// "agreed to meet again in September", "promised to come on Friday".
    [[nodiscard]] bool is_resolved(std::size_t to) const {
        return to > 0 && (is(to - 1, "agreed") || is(to - 1, "promised") || is(to - 1, "vowed") ||
                          is(to - 1, "pledged") || is(to - 1, "offered"));
    }

    /// "due to expire", "will": not "had been due to expire", nor "due to the strike".
    [[nodiscard]] Tense ahead_at(std::size_t at) const {
        if (at > 1 && is(at - 1, "been") && is(at - 2, "had")) {
            return Tense::past;
        }
        const bool because =
            is(at, "due") && is(at + 1, "to") && at + 2 < items_.size() &&
            (items_[at + 2].is(TimeClass::the) || items_[at + 2].is(TimeClass::a) || items_[at + 2].is(TimeClass::its));
        return because ? Tense::unknown : Tense::future;
    }

    [[nodiscard]] Tense tense_of(std::size_t at) const {
        const auto& item = items_[at];
        if (item.kind != TimeItem::Kind::word) {
            return Tense::unknown;
        }
        if (item.is(TimeClass::to)) { // "is to meet"
            return leads_ahead(at) || is_resolved(at) ? Tense::future : Tense::unknown;
        }
        if (item.is(TimeClass::past_verb) && is_infinitive(at)) {
            return Tense::unknown;
        }
        if (const auto told = told_by(at); told != Tense::unknown || item.is(TimeClass::present)) {
            return told;
        }
        if (is(at, "set")) {
            return is(at + 1, "to") || is(at + 1, "for") ? Tense::future : Tense::past;
        }
        if (item.is(TimeClass::future)) {
            return ahead_at(at);
        }
        const auto word = raw(at);
        const bool regular = (item.word == nullptr || item.is(TimeClass::ended)) && !item.capital && word.size() >= 4 &&
                             word.ends_with("ed");
        if (!regular && !item.is(TimeClass::past_verb)) {
            return Tense::unknown;
        }
        return after_be(at) ? Tense::unknown : Tense::past;
    }

    std::string_view text_;
    std::span<const TimeItem> items_;
};

} // namespace

Tense tense_at(std::string_view text, std::span<const TimeItem> items, std::size_t begin, std::size_t end) {
    const Scan scan(text, items);
    const auto back = scan.back(begin);
    if (back == Tense::future && scan.called_off(end)) {
        return Tense::nearest;
    }
    if (back != Tense::unknown) {
        return back;
    }
    return scan.is_deadline(begin) ? Tense::future : scan.on(end);
}

} // namespace demarche::extract
