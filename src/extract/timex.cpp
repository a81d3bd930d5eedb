#include "extract/timex.hpp"

#include "extract/timex_grammar.hpp"
#include "extract/timex_items.hpp"
#include "extract/timex_resolve.hpp"
#include "extract/timex_tense.hpp"

#include <utility>

namespace demarche::extract {
namespace {

Edtf parsed(const std::string& text) {
    auto result = parse_edtf(text);
    auto* edtf = std::get_if<Edtf>(&result);
    return edtf != nullptr ? std::move(*edtf) : Edtf{};
}

/// "March 15-18, 2012": the year stands at the end and is of both.
TimeMeaning of_one_year(TimeMeaning first, const TimeMeaning& last) {
    if (first.year < 0 && !first.year_relative && first.month > 0 && last.year >= 0 && last.month > 0) {
        first.year = last.year - (first.month > last.month ? 1 : 0);
    }
    return first;
}

class TimeReader {
public:
    TimeReader(const Document& document, Day published, const TimeWords& words)
        : document_(document), words_(words), published_(published), resolver_(words, published) {}

    std::vector<Timex> read() {
        for (const auto& sentence : document_.sentences) {
            items_.clear();
            read_items(document_, sentence, words_, items_);
            resolver_.begin_sentence();
            read_sentence();
        }
        return std::move(found_);
    }

private:
    /// Where an expression can begin.
    static bool begins(const TimeItem& item) {
        return item.kind == TimeItem::Kind::sign ? item.sign == '\''
                                                 : item.kind == TimeItem::Kind::number || item.word != nullptr;
    }

    void read_sentence() {
        const TimeGrammar grammar(document_.text, items_, words_);
        for (std::size_t at = 0; at < items_.size();) {
            const auto expression = begins(items_[at]) ? grammar.expression(at) : std::nullopt;
            at = expression ? take(grammar, *expression) : at + 1;
        }
    }

    /// The expression, and the end of the range that it may begin; returns where to go on.
    std::size_t take(const TimeGrammar& grammar, const TimeFinding& first) {
        const auto tense = tense_at(document_.text, items_, first.begin, first.end);
        const auto joint = grammar.range_joint(first);
        const auto last = joint > first.end ? grammar.range_end(first, joint) : std::nullopt;
        const auto begin = resolver_.resolve(last ? of_one_year(first.meaning, last->meaning) : first.meaning, tense);
        add(first, begin, tense);
        if (!last || !begin.period) {
            return first.end;
        }
        const auto end = resolver_.resolve(last->meaning, tense, days_of(*begin.period).first);
        const auto opener = found_.size() - 1;
        add(*last, end, tense);
        const auto& from = found_[opener].when;
        const auto& to = found_.back().when;
        const bool list = items_[joint - 1].is(TimeClass::conjunction) && !grammar.between(first);
        if (from.kind() == EdtfKind::point && to.kind() == EdtfKind::point && !list) {
            const bool one_of = grammar.between(first);
            found_[opener].range =
                parsed(one_of ? "[" + from.text() + ".." + to.text() + "]" : from.text() + "/" + to.text());
        }
        return last->end;
    }

    void add(const TimeFinding& finding, const ResolvedTime& resolved, Tense tense) {
        Timex timex;
        timex.span = {items_[finding.begin].span.begin, items_[finding.end - 1].span.end};
        timex.kind = finding.meaning.kind;
        timex.value = resolved.value;
        timex.mod = finding.meaning.mod;
        timex.when = parsed(resolved.when);
        // "It will be the first since the attack of May 2019": what the sentence is about is to come, and not that.
        const auto last = timex.when.latest();
        timex.future_cue = (is_ahead(tense) || tense == Tense::nearest) && !(last && *last < published_);
        found_.push_back(std::move(timex));
    }

    const Document& document_;
    const TimeWords& words_;
    Day published_;
    TimeResolver resolver_;
    std::vector<TimeItem> items_; ///< of the sentence at hand
    std::vector<Timex> found_;
};

} // namespace

std::vector<Timex> find_times(const Document& document, Day published) {
    return find_times(document, published, TimeWords::built_in());
}

std::vector<Timex> find_times(const Document& document, Day published, const TimeWords& words) {
    return TimeReader(document, published, words).read();
}

} // namespace demarche::extract
