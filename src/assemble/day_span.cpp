#include "assemble/day_span.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace demarche::assemble {
namespace {

constexpr Day kAboutYear = 183;
constexpr Day kAboutMonth = 61;
constexpr Day kAboutDay = 3;

Day padding(const Edtf& when) {
    if (!when.approximate()) {
        return 0;
    }
    Day most = 0;
    for (const EdtfPoint& point : when.points()) {
        switch (point.precision) {
        case EdtfPrecision::year:
            most = std::max(most, kAboutYear);
            break;
        case EdtfPrecision::season:
        case EdtfPrecision::month:
            most = std::max(most, kAboutMonth);
            break;
        case EdtfPrecision::day:
        case EdtfPrecision::time:
            most = std::max(most, kAboutDay);
            break;
        }
    }
    return most;
}

bool within(const DaySpan& inner, const DaySpan& outer) {
    return outer.first <= inner.first && inner.last <= outer.last;
}

} // namespace

std::optional<DaySpan> shared(const DaySpan& a, const DaySpan& b) {
    const DaySpan both{std::max(a.first, b.first), std::min(a.last, b.last)};
    return both.first <= both.last ? std::optional(both) : std::nullopt;
}

DaySpan span_of(const Edtf& when) {
    DaySpan span;
    const Day pad = padding(when);
    if (const auto first = when.earliest()) {
        span.first = *first - pad;
    }
    if (const auto last = when.latest()) {
        span.last = *last + pad;
    }
    return span;
}

Edtf one_day_of(const DaySpan& span) {
    if (span.first == DaySpan::kBegin && span.last == DaySpan::kEnd) {
        return {};
    }
    std::string text;
    if (span.is_day()) {
        text = to_iso(span.first);
    } else {
        text = "[" + (span.first == DaySpan::kBegin ? std::string() : to_iso(span.first)) + ".." +
               (span.last == DaySpan::kEnd ? std::string() : to_iso(span.last)) + "]";
    }
    auto parsed = parse_edtf(text);
    Edtf* const when = std::get_if<Edtf>(&parsed);
    return when == nullptr ? Edtf() : std::move(*when);
}

Edtf joined(const std::vector<Edtf>& dates) {
    DaySpan all;
    for (const Edtf& date : dates) {
        all = shared(all, span_of(date)).value_or(all);
    }
    const Edtf* best = nullptr;
    const auto better = [](const Edtf& a, const Edtf& b) {
        if (a.lasted() != b.lasted()) {
            return a.lasted();
        }
        // Of equal ones the plainer text.
        return a.approximate() != b.approximate()
                   ? b.approximate()
                   : std::pair(a.text().size(), a.text()) < std::pair(b.text().size(), b.text());
    };
    for (const Edtf& date : dates) {
        const bool fits = !date.empty() && (within(span_of(date), all) || (date.lasted() && all.is_day()));
        if (fits && (best == nullptr || better(date, *best))) {
            best = &date;
        }
    }
    if (best != nullptr) {
        return *best;
    }
    return dates.empty() ? Edtf() : one_day_of(all);
}

} // namespace demarche::assemble
