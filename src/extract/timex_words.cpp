#include "extract/timex_words.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace demarche::extract {
namespace {

constexpr std::array<std::string_view, kTimeClasses> kClassNames{
    "month",      "proper",  "weekday",     "weekdays", "short",      "season",    "seasons",   "unsure",  "number",
    "multiplier", "ordinal", "vague",       "couple",   "decade",     "unit",      "units",     "filler",  "part",
    "parts",      "clock",   "zone",        "day-word", "night-word", "overnight", "ref",       "often",   "times",
    "times-word", "about",   "stage",       "edge",     "earlier",    "later",     "sometime",  "last",    "next",
    "this",       "that",    "same",        "past",     "coming",     "previous",  "following", "current", "latest",
    "recent",     "each",    "the",         "a",        "first",      "its",       "ago",       "before",  "after",
    "from",       "to",      "between",     "and",      "or",         "so",        "of",        "on",      "in",
    "at",         "half",    "period",      "fiscal",   "oclock",     "old",       "ended",     "hence",   "beyond",
    "than",       "lead",    "preposition", "future",   "say",        "past-verb", "defer",     "be",      "present",
    "length",     "make",    "generic",     "holiday"};

constexpr std::array<std::string_view, 16> kUnitNames{
    "second", "minute", "hour",    "night", "day",  "weekend", "week",    "fortnight",
    "month",  "season", "quarter", "half",  "year", "decade",  "century", "millennium"};

constexpr std::array<std::string_view, 3> kFormNames{"one", "name", "many"};

constexpr std::array<std::string_view, 7> kWeekdayNames{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};

template <std::size_t size>
std::optional<std::size_t> position(const std::array<std::string_view, size>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

std::vector<std::string> split_blanks(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) {
            words.emplace_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::optional<int> small_number(std::string_view text, int low, int high) {
    const auto number = parse_integer(text.starts_with('0') && text.size() > 1 ? text.substr(1) : text);
    if (!number || *number < low || *number > high) {
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

/// Meeus, Jones and Butcher's rule for the Gregorian calendar.
Day easter(std::int64_t year) {
    const auto a = year % 19;
    const auto b = year / 100;
    const auto c = year % 100;
    const auto h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const auto l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const auto m = (a + 11 * h + 22 * l) / 451;
    const auto days = h + l - 7 * m + 114;
    return day_number({year, static_cast<unsigned>(days / 31), static_cast<unsigned>(days % 31 + 1)});
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

TimeWords::TimeWords(const TableSource& source, Diagnostics& diagnostics) {
    for (const auto& row : load_table("time_words", 3, source, diagnostics)) {
        add_row(row, diagnostics);
    }
    for (const auto& row : load_table("holidays", 2, source, diagnostics)) {
        add_holiday(row, diagnostics);
    }
    index_words();
}

const TimeWords& TimeWords::built_in() {
    static const TimeWords words = [] {
        Diagnostics diagnostics;
        TimeWords read({}, diagnostics);
        if (diagnostics.has_errors()) {
            throw std::logic_error(to_text(diagnostics.all().front()));
        }
        return read;
    }();
    return words;
}

TimeWord& TimeWords::word(std::string_view text) {
    const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.key == text; });
    if (found != slots_.end()) {
        return found->word;
    }
    slots_.push_back({std::string(text), {}});
    return slots_.back().word;
}

TimeWord& TimeWords::entry(const std::string& text) {
    auto words = split_blanks(text);
    if (words.size() < 2) {
        return word(text);
    }
    const auto found =
        std::find_if(phrases_.begin(), phrases_.end(), [&](const TimePhrase& phrase) { return phrase.words == words; });
    if (found != phrases_.end()) {
        return found->meaning;
    }
    word(words.front()).phrases.push_back(static_cast<std::uint32_t>(phrases_.size()));
    phrases_.push_back({std::move(words), {}});
    return phrases_.back().meaning;
}

void TimeWords::add_row(const TableRow& row, Diagnostics& diagnostics) {
    const auto of_word = position(kClassNames, row.fields[1]);
    if (!of_word || static_cast<TimeClass>(*of_word) == TimeClass::holiday) {
        diagnostics.error("table-class", row.at(1), "no class of time words \"" + row.fields[1] + "\"",
                          suggestion(row.fields[1], {kClassNames.begin(), kClassNames.end() - 1}));
        return;
    }
    auto& word = entry(row.fields[0]);
    if (!set_value(word, static_cast<TimeClass>(*of_word), row.fields[2])) {
        diagnostics.error("table-value", row.at(2),
                          "\"" + row.fields[2] + "\" is no value for the class \"" + row.fields[1] + "\"");
        return;
    }
    word.classes.add(static_cast<TimeClass>(*of_word));
}

bool TimeWords::set_value(TimeWord& word, TimeClass of_word, const std::string& value) const {
    const auto number = [&](int low, int high, auto& into) {
        const auto read = small_number(value, low, high);
        into = static_cast<std::remove_reference_t<decltype(into)>>(read.value_or(0));
        return read.has_value();
    };
    switch (of_word) {
    case TimeClass::month:
        return number(1, 12, word.month);
    case TimeClass::weekday:
    case TimeClass::weekdays:
        return number(1, 7, word.weekday);
    case TimeClass::number:
    case TimeClass::multiplier:
    case TimeClass::ordinal:
    case TimeClass::couple:
    case TimeClass::decade:
    case TimeClass::clock:
    case TimeClass::times:
        return number(0, 1000000, word.number);
    case TimeClass::day_word:
    case TimeClass::night_word:
        return number(-400, 400, word.number);
    case TimeClass::unit:
    case TimeClass::units: {
        const auto unit = position(kUnitNames, value);
        word.unit = static_cast<TimeUnit>(unit.value_or(0));
        return unit.has_value();
    }
    case TimeClass::present: {
        const auto form = position(kFormNames, value);
        word.form = static_cast<AnnouncingForm>(form.value_or(0));
        return form.has_value();
    }
    case TimeClass::season:
    case TimeClass::seasons:
        word.season = value;
        return value == "SP" || value == "SU" || value == "FA" || value == "WI";
    default:
        if (value != "-") {
            word.text = value;
        }
        return true;
    }
}

void TimeWords::add_holiday(const TableRow& row, Diagnostics& diagnostics) {
    HolidayRule rule;
    if (!read_rule(row.fields[1], rule)) {
        diagnostics.error("table-value", row.at(1), "\"" + row.fields[1] + "\" is no rule for a holiday",
                          "write 12-25, 4 thursday 11, last monday 05 or easter -2, with + 1 or - 1 behind it for a "
                          "day after or before");
        return;
    }
    auto& word = entry(row.fields[0]);
    word.classes.add(TimeClass::holiday);
    word.holiday = static_cast<std::uint16_t>(holidays_.size());
    holidays_.push_back(rule);
}

bool TimeWords::read_rule(std::string_view text, HolidayRule& rule) const {
    auto words = split_blanks(text);
    if (words.size() >= 3 && (words[words.size() - 2] == "+" || words[words.size() - 2] == "-")) {
        const auto days = small_number(words.back(), 0, 366);
        rule.offset = days.value_or(0) * (words[words.size() - 2] == "+" ? 1 : -1);
        words.resize(words.size() - 2);
        if (!days) {
            return false;
        }
    }
    if (words.size() == 1 && words[0].size() == 5 && words[0][2] == '-') {
        const auto month = small_number(words[0].substr(0, 2), 1, 12);
        const auto day = small_number(words[0].substr(3), 1, 31);
        rule.month = static_cast<std::uint8_t>(month.value_or(1));
        rule.day = static_cast<std::uint8_t>(day.value_or(1));
        return month && day && rule.day <= days_in_month(2000, rule.month);
    }
    if (words.size() == 2 && words[0] == "easter" && words[1].size() > 1) {
        const auto days = small_number(words[1].substr(1), 0, 366);
        rule.from = HolidayRule::From::easter;
        rule.offset += days.value_or(0) * (words[1][0] == '-' ? -1 : 1);
        return days && (words[1][0] == '-' || words[1][0] == '+');
    }
    if (words.size() == 3) {
        const auto which = words[0] == "last" ? std::optional(0) : small_number(words[0], 1, 4);
        const auto weekday = position(kWeekdayNames, words[1]);
        const auto month = small_number(words[2], 1, 12);
        rule.from = HolidayRule::From::weekday_of_month;
        rule.day = static_cast<std::uint8_t>(which.value_or(1));
        rule.weekday = static_cast<std::uint8_t>(weekday.value_or(0) + 1);
        rule.month = static_cast<std::uint8_t>(month.value_or(1));
        return which && weekday && month;
    }
    return false;
}

Day TimeWords::holiday(std::uint16_t index, std::int64_t year) const {
    const auto& rule = holidays_[index];
    if (rule.from == HolidayRule::From::easter) {
        return easter(year) + rule.offset;
    }
    if (rule.from == HolidayRule::From::date) {
        const auto day = std::min<unsigned>(rule.day, days_in_month(year, rule.month));
        return day_number({year, rule.month, day}) + rule.offset;
    }
    const auto length = days_in_month(year, rule.month);
    const auto base = day_number({year, rule.month, rule.day == 0 ? length - 6 : 1U});
    const auto on = static_cast<Day>(weekday(base)) + 1;
    const auto to_weekday = (rule.weekday - on + 7) % 7;
    return base + to_weekday + (rule.day == 0 ? 0 : 7 * (rule.day - 1)) + rule.offset;
}

void TimeWords::index_words() {
    for (auto& slot : slots_) {
        longest_ = std::max(longest_, slot.key.size());
        std::stable_sort(slot.word.phrases.begin(), slot.word.phrases.end(), [&](std::uint32_t a, std::uint32_t b) {
            return phrases_[a].words.size() > phrases_[b].words.size();
        });
    }
    std::size_t size = 64;
    while (size < 4 * slots_.size()) {
        size *= 2;
    }
    table_.assign(size, 0);
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        auto at = hash(slots_[i].key);
        while (table_[at] != 0) {
            at = (at + 1) & (size - 1);
        }
        table_[at] = static_cast<std::uint32_t>(i + 1);
    }
}

/// FNV-1a.
std::size_t TimeWords::hash(std::string_view lower) const {
    std::uint64_t value = 14695981039346656037U;
    for (const char c : lower) {
        value = (value ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return static_cast<std::size_t>(value ^ (value >> 32U)) & (table_.size() - 1);
}

const TimeWord* TimeWords::find(std::string_view word) const {
    std::array<char, 32> buffer{};
    if (word.size() > std::min(longest_, buffer.size())) {
        return nullptr;
    }
    std::transform(word.begin(), word.end(), buffer.begin(), lower);
    const std::string_view key(buffer.data(), word.size());
    for (auto at = hash(key); table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
        const auto& slot = slots_[table_[at] - 1];
        if (slot.key == key) {
            return &slot.word;
        }
    }
    return nullptr;
}

} // namespace demarche::extract
