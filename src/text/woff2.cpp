#include "text/woff2.hpp"

#include <algorithm>
#include <array>
#include <brotli/encode.h>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche::text {

namespace {

constexpr std::size_t kSfntHeader = 12;
constexpr std::size_t kSfntEntry = 16;
constexpr std::size_t kWoffHeader = 48;

/// Section 4.1, "Known Table Tags": the place in this list stands for the tag.
constexpr std::array<std::string_view, 63> kKnownTags{
    "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep",
    "CFF ", "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE",
    "GDEF", "GPOS", "GSUB", "EBSC", "JSTF", "MATH", "CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix", "acnt",
    "avar", "bdat", "bloc", "bsln", "cvar", "fdsc", "feat", "fmtx", "fvar", "gvar", "hsty", "just", "lcar",
    "mort", "morx", "opbd", "prop", "trak", "Zapf", "Silf", "Glat", "Gloc", "Feat", "Sill"};

struct Table {
    std::string_view tag;
    std::string_view data;
};

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (const char c : bytes.substr(at, length)) {
        value = value << 8U | static_cast<unsigned char>(c);
    }
    return value;
}

void append(std::string& bytes, std::size_t value, std::size_t length) {
    for (std::size_t i = length; i-- > 0;) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

/// UIntBase128: seven bits a byte, the first ones first, all but the last marked.
void append_length(std::string& bytes, std::size_t value) {
    std::string digits(1, static_cast<char>(value & 0x7FU));
    while ((value >>= 7U) != 0) {
        digits += static_cast<char>(0x80U | (value & 0x7FU));
    }
    bytes.append(digits.rbegin(), digits.rend());
}

std::size_t padded(std::size_t length) {
    return (length + 3) / 4 * 4;
}

/// The tables in their order, but "loca" right after "glyf" as section 5.3 wants; none where one lies outside.
std::vector<Table> tables_of(std::string_view sfnt) {
    std::vector<Table> tables;
    if (sfnt.size() < kSfntHeader) {
        return tables;
    }
    const std::size_t count = number_at(sfnt, 4, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = kSfntHeader + i * kSfntEntry;
        if (entry + kSfntEntry > sfnt.size()) {
            return {};
        }
        const std::size_t begin = number_at(sfnt, entry + 8, 4);
        const std::size_t length = number_at(sfnt, entry + 12, 4);
        if (begin > sfnt.size() || length > sfnt.size() - begin) {
            return {};
        }
        tables.push_back({sfnt.substr(entry, 4), sfnt.substr(begin, length)});
    }
    const auto loca = std::ranges::find(tables, "loca", &Table::tag);
    const auto glyf = std::ranges::find(tables, "glyf", &Table::tag);
    if (loca != tables.end() && glyf < loca) {
        std::rotate(glyf + 1, loca, loca + 1);
    }
    return tables;
}

void append_entry(std::string& directory, const Table& table) {
    constexpr unsigned kUntransformed = 3U << 6U; // of glyf and loca; 0 of all others
    constexpr unsigned kOtherTag = 63;
    const auto known = std::ranges::find(kKnownTags, table.tag);
    const auto place = known == kKnownTags.end() ? kOtherTag : static_cast<unsigned>(known - kKnownTags.begin());
    const bool is_outline = table.tag == "glyf" || table.tag == "loca";
    directory += static_cast<char>(place | (is_outline ? kUntransformed : 0U));
    if (place == kOtherTag) {
        directory += table.tag;
    }
    append_length(directory, table.data.size());
}

std::string compressed(const std::string& bytes) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string packed(size, '\0');
    if (BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_FONT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(packed.data())) == BROTLI_FALSE) {
        return {};
    }
    packed.resize(size);
    return packed;
}

} // namespace

std::string to_woff2(std::string_view sfnt) {
    constexpr std::size_t kHeadFlags = 16;
    constexpr unsigned char kLossless = 0x08; // bit 11 of the flags: the font has been through a lossless transform
    const std::vector<Table> tables = tables_of(sfnt);
    std::string directory;
    std::string data;
    std::size_t sfnt_size = kSfntHeader + kSfntEntry * tables.size();
    for (const Table& table : tables) {
        append_entry(directory, table);
        const std::size_t begin = data.size();
        data += table.data;
        if (table.tag == "head" && table.data.size() > kHeadFlags) {
            char& flags = data[begin + kHeadFlags];
            flags = static_cast<char>(static_cast<unsigned char>(flags) | kLossless);
        }
        sfnt_size += padded(table.data.size());
    }
    const std::string packed = tables.empty() ? std::string() : compressed(data);
    if (packed.empty()) {
        return {};
    }
    const std::size_t length = padded(kWoffHeader + directory.size() + packed.size());
    std::string woff2 = "wOF2";
    woff2 += sfnt.substr(0, 4);
    append(woff2, length, 4);
    append(woff2, tables.size(), 2);
    append(woff2, 0, 2);
    append(woff2, sfnt_size, 4);
    append(woff2, packed.size(), 4);
    append(woff2, 1, 2); // a version of the font: of no meaning here
    woff2.resize(kWoffHeader, '\0');
    woff2 += directory + packed;
    woff2.resize(length, '\0');
    return woff2;
}

} // namespace demarche::text
