#include "extract/language.hpp"

#include "base/ascii.hpp"
#include "extract/data_files.hpp"
#include "extract/document.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace demarche::extract {
namespace {

constexpr std::size_t kLookedAt = std::size_t{16} << 10U;

/// Fewer words say little.
constexpr std::size_t kLeastWords = 25;

/// Function words are a third of running text; headlines and lists have fewer.
constexpr std::size_t kLeastShare = 10; // per cent

struct Languages {
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    /// A word may be of several languages.
    std::unordered_map<std::string_view, std::vector<std::size_t>> words;
};

Languages read_languages() {
    Languages languages;
    for (const auto& row : table_rows(data_file("function_words"))) {
        if (row.size() < 3) {
            continue;
        }
        const std::size_t number = languages.codes.size();
        languages.codes.push_back(row[0]);
        languages.names.push_back(row[1]);
        std::string_view words = row[2];
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            languages.words[words.substr(0, end)].push_back(number);
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
    return languages;
}

const Languages& languages() {
    static const Languages known = read_languages();
    return known;
}

} // namespace

std::string guess_language(std::string_view text) {
    std::size_t length = std::min(text.size(), kLookedAt);
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    const Document document = cut(std::string(text.substr(0, length)));
    const Languages& known = languages();
    std::vector<std::size_t> counts(known.codes.size());
    std::size_t words = 0;
    for (const Token& token : document.tokens) {
        // Scripts without spaces give words as long as sentences.
        words += token.kind == TokenKind::word ? 1 + (token.span.end - token.span.begin) / 30 : 0;
        const auto found = known.words.find(ascii_lower(document.words(token)));
        if (token.kind == TokenKind::word && found != known.words.end()) {
            for (const std::size_t language : found->second) {
                ++counts[language];
            }
        }
    }
    if (words < kLeastWords) {
        return {};
    }
    const auto most = std::max_element(counts.begin(), counts.end()); // the first of equals: English
    return *most * 100 < words * kLeastShare
               ? "und"
               : std::string(known.codes[static_cast<std::size_t>(most - counts.begin())]);
}

std::string language_name(std::string_view code) {
    const auto& known = languages();
    const auto found = std::find(known.codes.begin(), known.codes.end(), code.substr(0, 2));
    return std::string(found == known.codes.end() ? code
                                                  : known.names[static_cast<std::size_t>(found - known.codes.begin())]);
}

} // namespace demarche::extract
