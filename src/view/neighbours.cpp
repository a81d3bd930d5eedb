#include "view/neighbours.hpp"

#include "view/precedence.hpp"

#include <algorithm>
#include <optional>

namespace demarche::view {

namespace {

/// A row's order is looked for among so many rows around it: more never stand together for a reader.
constexpr std::size_t kReach = 16;

/// The one year that a date names, whatever its precision; of one open end, the year of the other.
std::optional<std::int64_t> year_of(const Edtf& when) {
    const auto first = when.earliest() ? when.earliest() : when.latest();
    const auto last = when.latest() ? when.latest() : when.earliest();
    if (!first || civil_date(*first).year != civil_date(*last).year) {
        return std::nullopt;
    }
    return civil_date(*first).year;
}

/// The year that a reader takes the rows below this one to be of, `above` being that of the rows above it.
std::optional<std::int64_t> year_said(const Row& row, std::optional<std::int64_t> above) {
    const auto year = year_of(row.when);
    // Words of the dossier's own ("that week") may leave the year out.
    const bool says_it = row.words.empty() || (year && row.words.find(std::to_string(*year)) != std::string::npos);
    return says_it || year == above ? year : std::nullopt;
}

bool same_day_known_order(const Row& earlier, const Row& later) {
    const auto minute = [](const Row& row) { return row.when.points().front().minute_of_day; };
    return minute(earlier) && minute(later) && *minute(earlier) < *minute(later);
}

bool shares_day(const Row& a, const Row& b) {
    return !a.when.empty() && !a.when.is_imprecise() && !b.when.is_imprecise() && !a.when.lasted() &&
           !b.when.lasted() && a.when.earliest() == b.when.earliest() && a.when.latest() == b.when.latest();
}

/// Whether dates leave open which of two rows began first: they can be of one day, and one of them is known only as
/// some day of a span.
bool may_coincide(const Row& a, const Row& b) {
    const auto one_day_of_a_span = [](const Row& row) {
        // What lasted began on a known day; "by 17 Dec" says itself that it may have been any time before.
        return row.when.kind() != EdtfKind::interval && row.when.earliest() && row.when.latest();
    };
    return one_day_of_a_span(a) && one_day_of_a_span(b) && (a.when.is_imprecise() || b.when.is_imprecise()) &&
           *a.when.earliest() <= *b.when.latest() && *b.when.earliest() <= *a.when.latest();
}

class Order {
public:
    Order(const Model& model, TimelineView& view) : precedence_(model), view_(view) {}

    /// Of a row and the one below it.
    void of_pair(std::size_t above) {
        Row& first = view_.rows[above];
        Row& second = view_.rows[above + 1];
        const bool coincide = may_coincide(first, second);
        if (!coincide && !shares_day(first, second)) {
            return;
        }
        // In a chronological list an order is known throughout if it is known of every two neighbours.
        if (precedence_.known(first.event, second.event)) {
            return;
        }
        if (coincide) {
            // Of a known day and a span around it, it is the span's event that has no place of its own.
            for (Row* row : {&first, &second}) {
                row->order = row->when.is_imprecise() ? OrderKnown::unknown : row->order;
            }
        } else if (!same_day_known_order(first, second)) {
            view_.order_within_day_unknown = true;
        }
    }

    /// Rows begin .. end, all of which may coincide with their neighbours: whose order is known in part.
    void of_group(std::size_t begin, std::size_t end) {
        OrderKnown all = OrderKnown::known;
        std::size_t last = begin;
        int unplaced = 0;
        for (std::size_t i = begin; i < end; ++i) {
            Row& row = view_.rows[i];
            if (row.order == OrderKnown::known) {
                continue;
            }
            row.order = known_to_some_neighbour(i) ? OrderKnown::partly : OrderKnown::unknown;
            all = all == OrderKnown::partly ? all : row.order;
            last = i;
            ++unplaced;
        }
        // One event alone: its own bracket says that it was on some day of the span, and its description the rest.
        view_.rows[last].order_of_group = unplaced > 1 ? all : OrderKnown::known;
    }

private:
    [[nodiscard]] bool known_to_some_neighbour(std::size_t i) const {
        const std::vector<Row>& rows = view_.rows;
        for (std::size_t k = i - std::min(i, kReach); k < std::min(i + kReach + 1, rows.size()); ++k) {
            if (k != i && may_coincide(rows[i], rows[k]) &&
                precedence_.known(rows[std::min(i, k)].event, rows[std::max(i, k)].event)) {
                return true;
            }
        }
        return false;
    }

    Precedence precedence_;
    TimelineView& view_;
};

} // namespace

void compare_neighbours(const Model& model, TimelineView& view) {
    std::vector<Row>& rows = view.rows;
    std::optional<std::int64_t> year;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].same_date = i > 0 && rows[i - 1].when == rows[i].when && rows[i - 1].words == rows[i].words;
        rows[i].same_year = year && year == year_of(rows[i].when);
        year = year_said(rows[i], year);
    }
    Order order(model, view);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size()) {
            order.of_pair(i);
        }
        if (i + 1 == rows.size() || !may_coincide(rows[i], rows[i + 1])) {
            order.of_group(begin, i + 1);
            begin = i + 1;
        }
    }
}

} // namespace demarche::view
