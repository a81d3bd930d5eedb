#pragma once
/// Inside the reader of articles: lines that stand among an article's but are none of its prose (data/junk.tsv).

#include <cstdint>
#include <string_view>

namespace demarche::extract {

enum class LineKind : std::uint8_t {
    prose,
    line,    ///< "RELATED STORY | ...", "We use cookies ..."
    end,     ///< what stands behind it is no part of the article either: "Most Popular", "Tags: ..."
    caption, ///< "Photo: ..."
};

/// What a line or paragraph is, by how it begins.
LineKind line_kind(std::string_view paragraph);

/// Whether a word before a colon labels the text and names no place: "UPDATE: ...".
bool is_label(std::string_view word);

} // namespace demarche::extract
