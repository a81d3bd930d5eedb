#pragma once
/// A small generator of pseudo-random numbers: the same numbers from a seed on every machine, which the
/// distributions of <random> do not promise.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace demarche::support {

/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// 0 to count - 1. REQUIRES: count > 0. (The bias is below 2^-40 for counts in use.)
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

    /// least to most, both included.
    std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }

    bool chance(unsigned percent) { return below(100) < percent; }

    /// least to most, both included; each doubling is as likely as the next: many small numbers, some large.
    std::size_t between_skewed(std::size_t least, std::size_t most) {
        if (least >= most) {
            return least;
        }
        // Doublings by integers, so that no rounding differs between machines.
        std::size_t doublings = 0;
        while ((most / (least + 1)) >> doublings > 1) {
            ++doublings;
        }
        const std::size_t ceiling = ((least + 1) << between(0, doublings + 1)) - 1;
        return between(least, ceiling < least ? least : (ceiling > most ? most : ceiling));
    }

    template <typename Container>
    const auto& pick(const Container& choices) {
        return choices[below(choices.size())];
    }

    template <typename Item>
    void shuffle(std::vector<Item>& items) {
        for (std::size_t left = items.size(); left > 1; --left) {
            std::swap(items[left - 1], items[below(left)]);
        }
    }

private:
    std::uint64_t state_;
};

} // namespace demarche::support
