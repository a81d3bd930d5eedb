#include "write/srgb_profile.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::write {

namespace {

/// Whole numbers of ICC files stand with their highest byte first.
void append_number(std::string& bytes, std::uint32_t value, int width) {
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
        bytes += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
    }
}

/// s15Fixed16Number; none of ours is negative.
void append_fixed(std::string& bytes, double value) {
    append_number(bytes, static_cast<std::uint32_t>(std::lround(value * 65536)), 4);
}

using Xyz = std::array<double, 3>;

/// The white point of every profile's connection space.
constexpr Xyz kD50{0.9642, 1, 0.8249};
constexpr Xyz kRed{0.43607, 0.22249, 0.01392};
constexpr Xyz kGreen{0.38515, 0.71687, 0.09708};
constexpr Xyz kBlue{0.14307, 0.06061, 0.71410};

std::string xyz(const Xyz& values) {
    std::string bytes("XYZ \0\0\0\0", 8);
    for (const double value : values) {
        append_fixed(bytes, value);
    }
    return bytes;
}

std::string text(std::string_view words) {
    std::string bytes("text\0\0\0\0", 8);
    bytes += words;
    bytes += '\0';
    return bytes;
}

/// textDescriptionType: ASCII only; its Unicode and Macintosh forms stay empty.
std::string description(std::string_view words) {
    constexpr std::size_t kEmptyForms = 4 + 4 + 2 + 1 + 67;
    std::string bytes("desc\0\0\0\0", 8);
    append_number(bytes, static_cast<std::uint32_t>(words.size() + 1), 4);
    bytes += words;
    bytes += '\0';
    return bytes + std::string(kEmptyForms, '\0');
}

double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::string curve() {
    constexpr std::uint32_t kPoints = 1024;
    std::string bytes("curv\0\0\0\0", 8);
    append_number(bytes, kPoints, 4);
    for (std::uint32_t i = 0; i < kPoints; ++i) {
        append_number(bytes, static_cast<std::uint32_t>(std::lround(linear(i / (kPoints - 1.0)) * 65535)), 2);
    }
    return bytes;
}

std::string header(std::size_t size) {
    std::string bytes;
    append_number(bytes, static_cast<std::uint32_t>(size), 4);
    bytes += std::string(4, '\0');       // no preferred colour engine
    append_number(bytes, 0x02100000, 4); // version 2.1
    bytes += "mntrRGB XYZ ";
    for (const std::uint32_t part : {1999U, 10U, 18U, 0U, 0U, 0U}) { // the day of IEC 61966-2-1
        append_number(bytes, part, 2);
    }
    bytes += "acsp";
    bytes += std::string(28, '\0'); // no platform, flags, device; perceptual intent
    for (const double value : kD50) {
        append_fixed(bytes, value);
    }
    bytes.resize(128, '\0');
    return bytes;
}

} // namespace

std::string srgb_profile() {
    const std::vector<std::pair<std::vector<const char*>, std::string>> contents{
        {{"desc"}, description("sRGB IEC61966-2.1")},
        {{"cprt"}, text("No copyright, use freely")},
        {{"wtpt"}, xyz(kD50)},
        {{"rXYZ"}, xyz(kRed)},
        {{"gXYZ"}, xyz(kGreen)},
        {{"bXYZ"}, xyz(kBlue)},
        {{"rTRC", "gTRC", "bTRC"}, curve()}, // one curve for the three
    };
    std::size_t count = 0;
    for (const auto& [tags, bytes] : contents) {
        count += tags.size();
    }
    const std::size_t start = 128 + 4 + 12 * count;
    std::string table;
    std::string data;
    append_number(table, static_cast<std::uint32_t>(count), 4);
    for (const auto& [tags, bytes] : contents) {
        for (const char* tag : tags) {
            table += tag;
            append_number(table, static_cast<std::uint32_t>(start + data.size()), 4);
            append_number(table, static_cast<std::uint32_t>(bytes.size()), 4);
        }
        data += bytes;
        data.resize((data.size() + 3) / 4 * 4, '\0');
    }
    return header(start + data.size()) + table + data;
}

} // namespace demarche::write
