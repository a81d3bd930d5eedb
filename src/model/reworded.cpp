#include "model/reworded.hpp"

#include "base/character.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche {
namespace {

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();
/// Places of the quote's words in the text that are looked at; its rarest words come first.
constexpr std::size_t kMostSeeds = 30'000;
/// Stretches that are measured.
constexpr std::size_t kMostWindows = 6;
/// Words at an end of the quote for which the stretch may be made longer.
constexpr std::size_t kMostWidened = 4;
/// Two words are spelled alike from this share of letters at their ends on.
constexpr double kAlike = 0.6;

/// Calls `found` with each word, case folded, and its bytes. Of scripts without spaces each character is a word.
template <class Found>
void each_word(std::string_view text, Found found) {
    std::u32string word;
    std::size_t begin = 0;
    std::size_t at = 0;
    const auto end_word = [&] {
        if (!word.empty()) {
            found(encode_utf8(word), begin, at);
            word.clear();
        }
    };
    while (at < text.size()) {
        const CodePoint c = code_point_at(text, at);
        if (!is_word_character(c.value)) {
            end_word();
        } else if (is_unspaced(c.value)) {
            end_word();
            found(encode_utf8(std::u32string(1, c.value)), at, at + c.bytes);
        } else {
            begin = word.empty() ? at : begin;
            word += fold_case(c.value);
        }
        at += c.bytes;
    }
    end_word();
}

int weight_of(const std::string& word) {
    constexpr std::size_t kMost = 7;
    return static_cast<int>(std::min(kMost, count_code_points(word)) + 1);
}

bool has_digit(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How much two different words are spelled alike: the share of letters that they have in common at begin and end.
double alike(const std::string& a, const std::string& b) {
    const std::size_t longest = std::max(a.size(), b.size());
    const std::size_t shortest = std::min(a.size(), b.size());
    if (shortest < 3 || static_cast<double>(shortest) < kAlike * static_cast<double>(longest)) {
        return 0;
    }
    std::size_t head = 0;
    while (head < shortest && a[head] == b[head]) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < shortest - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
        ++tail;
    }
    const double share = static_cast<double>(head + tail) / static_cast<double>(longest);
    return share < kAlike || has_digit(a) || has_digit(b) ? 0 : share;
}

/// What a word of the text costs against its weight: with the share that a stretch must reach, the alignment that is
/// worth most is the one that is most alike (Dinkelbach, "On Nonlinear Fractional Programming", 1967, one step).
constexpr double kAside = RewordedText::kLeastLikeness;

/// What the best alignment that ends at a cell is worth and where in the text and the quote it began.
struct Cell {
    double score = 0;
    std::uint32_t begin = 0;
    std::uint32_t first = 0; ///< word of the quote
    std::uint32_t last = 0;  ///< one behind the last that is shared
    std::uint32_t shared = 0;
};

/// The alignment before two words, with these as a pair; it begins with them where nothing was worth anything before.
Cell paired(Cell cell, double gain, bool same, std::size_t in_quote, std::size_t in_text) {
    if (cell.score <= 0) {
        cell.begin = static_cast<std::uint32_t>(in_text);
        cell.first = static_cast<std::uint32_t>(in_quote);
        cell.shared = 0;
    }
    cell.score += gain;
    cell.last = static_cast<std::uint32_t>(in_quote + 1);
    cell.shared += same ? 1 : 0;
    return cell;
}

} // namespace

RewordedText::RewordedText(std::string_view text) : text_(text) {
    each_word(text, [&](std::string word, std::size_t begin, std::size_t end) {
        const auto [known, is_new] = ids_.try_emplace(std::move(word), static_cast<std::uint32_t>(spellings_.size()));
        if (is_new) {
            spellings_.push_back(known->first);
            weights_.push_back(weight_of(known->first));
        }
        words_.push_back({known->second, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    });
    // Places by id: counted, then filled in.
    places_begin_.assign(spellings_.size() + 1, 0);
    for (const Word& word : words_) {
        ++places_begin_[word.id + 1];
    }
    for (std::size_t id = 0; id < spellings_.size(); ++id) {
        places_begin_[id + 1] += places_begin_[id];
    }
    std::vector<std::uint32_t> next(places_begin_.begin(), places_begin_.end() - 1);
    places_.resize(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
        places_[next[words_[i].id]++] = static_cast<std::uint32_t>(i);
    }
}

std::vector<RewordedText::Sought> RewordedText::sought(std::string_view quote) const {
    std::vector<Sought> words;
    each_word(quote, [&](std::string word, std::size_t, std::size_t) {
        const auto known = ids_.find(word);
        const int weight = weight_of(word);
        words.push_back({std::move(word), known == ids_.end() ? kUnknown : known->second, weight});
    });
    return words;
}

std::vector<RewordedText::Window> RewordedText::windows(const std::vector<Sought>& quote) const {
    struct Seed {
        std::size_t at; ///< in the quote
        std::uint32_t id;
        std::size_t places;
    };

    std::vector<Seed> seeds;
    for (std::size_t i = 0; i < quote.size(); ++i) {
        if (const std::uint32_t id = quote[i].id; id != kUnknown) {
            seeds.push_back({i, id, places_begin_[id + 1] - places_begin_[id]});
        }
    }
    std::stable_sort(seeds.begin(), seeds.end(), [](const Seed& a, const Seed& b) { return a.places < b.places; });
    // Where the quote would begin, if this word of it stood here; rare words say more.
    std::vector<std::pair<std::size_t, double>> votes;
    for (const Seed& seed : seeds) {
        if (!votes.empty() && votes.size() + seed.places > kMostSeeds) {
            break;
        }
        const double rarity = std::log(1 + static_cast<double>(words_.size()) /
                                               static_cast<double>(std::max<std::size_t>(1, seed.places)));
        const std::size_t most = std::min(seed.places, kMostSeeds);
        for (std::size_t i = 0; i < most; ++i) {
            const std::size_t place = places_[places_begin_[seed.id] + i];
            votes.emplace_back(place + quote.size() - seed.at, rarity * quote[seed.at].weight);
        }
    }
    std::sort(votes.begin(), votes.end());
    // The stretches of beginnings, as wide as a quote with half as many words more, with the most votes.
    const std::size_t breadth = quote.size() / 4 + 4;
    std::vector<std::pair<double, std::size_t>> best; // votes; the first beginning
    double sum = 0;
    for (std::size_t head = 0, tail = 0; head < votes.size(); ++head) {
        sum += votes[head].second;
        while (votes[head].first - votes[tail].first > breadth) {
            sum -= votes[tail++].second;
        }
        const std::size_t first = votes[tail].first;
        if (!best.empty() && first - best.back().second <= breadth) {
            best.back() =
                std::max(best.back(), {sum, first}, [](const auto& a, const auto& b) { return a.first < b.first; });
        } else {
            best.emplace_back(sum, first);
        }
    }
    std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    best.resize(std::min(best.size(), kMostWindows));
    std::vector<Window> found;
    for (const auto& [weight, first] : best) {
        const std::size_t room = quote.size() / 2 + 6;
        const std::size_t begin = first - std::min(first, quote.size() + room);
        found.push_back({begin, std::min(words_.size(), first + breadth + room)});
    }
    return found;
}

RewordedText::Aligned RewordedText::align(const std::vector<Sought>& quote, const Window& window) const {
    const std::size_t width = window.end - window.begin;
    std::vector<Cell> above(width + 1);
    std::vector<Cell> row(width + 1);
    for (std::size_t j = 0; j <= width; ++j) {
        above[j].begin = static_cast<std::uint32_t>(window.begin + j);
    }
    Cell best;
    std::size_t best_end = window.begin;
    for (std::size_t i = 0; i < quote.size(); ++i) {
        row[0] = {0, static_cast<std::uint32_t>(window.begin), 0, 0, 0};
        for (std::size_t j = 1; j <= width; ++j) {
            const Word& word = words_[window.begin + j - 1];
            const int weight = weights_[word.id];
            const bool same = word.id == quote[i].id;
            const double share = same ? 1 : alike(spellings_[word.id], quote[i].spelling);
            // A word of the quote that is gone costs nothing here: what the quote weighs is counted in the end.
            Cell cell = above[j];
            if (row[j - 1].score - kAside * weight > cell.score) {
                cell = row[j - 1];
                cell.score -= kAside * weight;
            }
            const double gain = share * (weight + quote[i].weight) - kAside * weight;
            if (share > 0 && above[j - 1].score + gain > cell.score) {
                cell = paired(above[j - 1], gain, same, i, window.begin + j - 1);
            }
            row[j] = cell;
            if (cell.score > best.score) {
                best = cell;
                best_end = window.begin + j;
            }
        }
        std::swap(above, row);
    }
    double of_quote = 0;
    for (const Sought& word : quote) {
        of_quote += word.weight;
    }
    double of_text = 0;
    for (std::size_t j = best.begin; j < best_end; ++j) {
        of_text += weights_[words_[j].id];
    }
    return {best.begin,  best_end,   best_end > best.begin ? (best.score + kAside * of_text) / (of_quote + of_text) : 0,
            best.shared, best.first, quote.size() - best.last};
}

/// Whether a sentence or paragraph ends ahead of the word.
bool RewordedText::parted(std::size_t word) const {
    const std::string_view between = text_.substr(words_[word - 1].end, words_[word].begin - words_[word - 1].end);
    return between.find_first_of(".!?\n\r") != std::string_view::npos;
}

void RewordedText::widen(Aligned& aligned) const {
    for (std::size_t i = 0; i < std::min(aligned.lead, kMostWidened); ++i) {
        if (aligned.begin == 0 || parted(aligned.begin)) {
            break;
        }
        --aligned.begin;
    }
    for (std::size_t i = 0; i < std::min(aligned.trail, kMostWidened); ++i) {
        if (aligned.end == words_.size() || parted(aligned.end)) {
            break;
        }
        ++aligned.end;
    }
}

/// Adds the best stretch of each window that is alike enough and overlaps no better one; those added stand in the order
/// of the text.
void RewordedText::add_alike(const std::vector<Sought>& quote,
                             const std::vector<Window>& windows,
                             std::vector<Aligned>& apart) const {
    std::vector<Aligned> found;
    for (const Window& window : windows) {
        const Aligned aligned = align(quote, window);
        if (aligned.likeness >= kLeastWhereExpected && aligned.shared >= std::min(kLeastShared, quote.size())) {
            found.push_back(aligned);
        }
    }
    std::sort(found.begin(), found.end(), [](const Aligned& a, const Aligned& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.begin < b.begin;
    });
    for (const Aligned& one : found) {
        const bool overlaps = std::any_of(apart.begin(), apart.end(), [&](const Aligned& other) {
            return one.begin < other.end && other.begin < one.end;
        });
        if (!overlaps) {
            apart.push_back(one);
        }
    }
    std::sort(apart.begin(), apart.end(), [](const Aligned& a, const Aligned& b) { return a.begin < b.begin; });
}

std::vector<Rewording> RewordedText::find(std::string_view quote) const {
    const std::vector<Sought> words = sought(quote);
    if (words.empty() || words.size() > kLongestSought) {
        return {};
    }
    std::vector<Aligned> apart;
    const std::vector<Window> all = windows(words);
    add_alike(words, all, apart);
    // What lies close to a stretch that was found is looked at again without it.
    std::vector<Window> rest;
    for (const Window& window : all) {
        Window left = window;
        for (const Aligned& one : apart) {
            if (one.begin < window.end && window.begin < one.end) {
                rest.push_back({left.begin, std::max(left.begin, one.begin)});
                left.begin = std::max(left.begin, one.end);
            }
        }
        if (left.begin > window.begin && left.begin < window.end) {
            rest.push_back(left);
        }
    }
    add_alike(words, rest, apart);
    std::sort(apart.begin(), apart.end(), [](const Aligned& a, const Aligned& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.begin < b.begin;
    });
    const double least = words.size() < kShort ? kLeastLikenessOfShort : kLeastLikeness;
    std::vector<Rewording> found;
    for (Aligned& one : apart) {
        widen(one);
        found.push_back({{words_[one.begin].begin, words_[one.end - 1].end}, one.likeness >= least, one.likeness});
    }
    return found;
}

} // namespace demarche
