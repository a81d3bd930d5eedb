#include "compose/cited_words.hpp"

#include "base/utf8.hpp"
#include "compose/frame.hpp"
#include "compose/sentence.hpp"

namespace demarche::compose {

namespace {

constexpr std::size_t kMostWords = 120; ///< code points of a passage
constexpr std::size_t kMostPassages = 2;

/// The beginning, whole words where it has any: what is left out is marked.
std::string beginning(const std::string& words) {
    const std::u32string points = decode_utf8(words);
    if (points.size() <= kMostWords) {
        return words;
    }
    std::size_t end = points.rfind(U' ', kMostWords);
    if (end == std::u32string::npos || end == 0) {
        end = kMostWords;
    }
    while (end > 1 && (points[end - 1] == U',' || points[end - 1] == U';' || points[end - 1] == U':')) {
        --end;
    }
    return encode_utf8(points.substr(0, end)) + " …";
}

} // namespace

SupportWords::SupportWords(const view::Sources& sources, const std::string& language, const Template& style)
    : style_(style) {
    const DatePrinter dates(language);
    for (const view::Source& source : sources.list) {
        sources_.push_back(source_words(source, dates, style));
    }
}

/// "“cited words”, against it: “other words”" of one source.
std::string SupportWords::passages(const view::Support& support, int number) const {
    std::string text;
    std::size_t count = 0;
    for (const view::CitedWords& cited : support.words) {
        if (cited.number != number) {
            continue;
        }
        if (count++ == kMostPassages) {
            return text + " …";
        }
        const std::string words = style_.phrase("cited-words", {{"words", beginning(cited.words)}});
        const std::string said =
            cited.stance == Stance::disputes ? style_.phrase("cited-against", {{"words", words}}) : words;
        text = text.empty() ? style_.within(said) : style_.joint("list-middle", text, said);
    }
    return text;
}

std::string SupportWords::of(const view::Support& support) const {
    std::string text;
    for (const int number : support.numbers) {
        const std::string& source = sources_.at(static_cast<std::size_t>(number) - 1);
        const std::string words = passages(support, number);
        add_clause(text, words.empty() ? source : style_.phrase("told", {{"name", source}, {"text", words}}), style_);
    }
    return text.empty() ? text : style_.phrase(support.numbers.size() == 1 ? "source" : "sources") + " " + text;
}

} // namespace demarche::compose
