#include "evidence/excerpt.hpp"

#include "base/utf8.hpp"
#include "extract/document.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace demarche::evidence {

namespace {

struct Bytes {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where code points begin, in bytes, and the end of the text.
std::vector<std::size_t> code_point_offsets(const std::string& text) {
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_continuation(text[i])) {
            offsets.push_back(i);
        }
    }
    offsets.push_back(text.size());
    return offsets;
}

/// One sentence after the other, so that together they are the whole text: whatever is cited stands in one.
struct Sentences {
    std::vector<Bytes> bytes;
    std::vector<std::size_t> paragraph;
    std::vector<bool> heading;
};

Sentences sentences_of(const std::string& text) {
    const extract::Document document = extract::cut(text);
    Sentences all;
    for (const extract::Sentence& sentence : document.sentences) {
        const std::size_t begin = all.bytes.empty() ? 0 : document.tokens[sentence.first].span.begin;
        if (!all.bytes.empty()) {
            all.bytes.back().end = begin;
        }
        all.bytes.push_back({begin, text.size()});
        all.paragraph.push_back(sentence.paragraph);
        all.heading.push_back(sentence.heading);
    }
    if (all.bytes.empty()) {
        all = {{{0, text.size()}}, {0}, {false}};
    }
    return all;
}

/// The sentences that hold a passage.
Context holding(const Sentences& all, const Bytes& passage) {
    const auto index = [&](std::size_t byte) {
        const auto after = std::upper_bound(all.bytes.begin(), all.bytes.end(), byte,
                                            [](std::size_t at, const Bytes& bytes) { return at < bytes.begin; });
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - all.bytes.begin(), 1)) - 1;
    };
    return {index(passage.begin), index(std::max(passage.end, passage.begin + 1) - 1)};
}

Context with_neighbours(const Sentences& all, Context context) {
    if (context.first > 0 && !all.heading[context.first - 1]) {
        --context.first;
    }
    if (context.last + 1 < all.bytes.size() && !all.heading[context.last + 1]) {
        ++context.last;
    }
    return context;
}

/// The sentence without the blanks behind it, cut where a passage begins or ends.
std::vector<Piece> pieces_of(const std::string& text, Bytes sentence, const std::vector<Bytes>& passages) {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (sentence.end > sentence.begin && blank(text[sentence.end - 1])) {
        --sentence.end;
    }
    std::set<std::size_t> cuts{sentence.begin, sentence.end};
    std::vector<std::size_t> here;
    for (std::size_t i = 0; i < passages.size() && passages[i].begin < sentence.end; ++i) {
        if (passages[i].end > sentence.begin) {
            here.push_back(i);
            cuts.insert(std::max(passages[i].begin, sentence.begin));
            cuts.insert(std::min(passages[i].end, sentence.end));
        }
    }
    std::vector<Piece> pieces;
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
        const Bytes bytes{*cut, *std::next(cut)};
        Piece piece{text.substr(bytes.begin, bytes.end - bytes.begin), {}, {}};
        for (const std::size_t i : here) {
            if (passages[i].begin <= bytes.begin && passages[i].end >= bytes.end) {
                piece.passages.push_back(i);
                if (passages[i].begin == bytes.begin) {
                    piece.begun.push_back(i);
                }
            }
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace

Excerpt make_excerpt(const std::string& text, const std::vector<Passage>& passages, bool full) {
    const std::vector<std::size_t> offsets = code_point_offsets(text);
    const Sentences all = sentences_of(text);
    std::vector<Bytes> cited;
    std::vector<bool> shown(all.bytes.size(), full);
    Excerpt excerpt;
    for (const Passage& passage : passages) {
        cited.push_back({offsets.at(passage.start), offsets.at(passage.end)});
        const Context context = with_neighbours(all, holding(all, cited.back()));
        excerpt.contexts.push_back(context);
        std::fill(shown.begin() + static_cast<std::ptrdiff_t>(context.first),
                  shown.begin() + static_cast<std::ptrdiff_t>(context.last) + 1, true);
    }
    std::size_t next = 0; // the sentence that follows the one shown last
    for (std::size_t i = 0; i < all.bytes.size(); ++i) {
        if (!shown[i]) {
            continue;
        }
        std::vector<Piece> pieces = pieces_of(text, all.bytes[i], cited);
        if (!pieces.empty()) {
            const bool first = excerpt.sentences.empty();
            const bool same = !first && all.paragraph[excerpt.sentences.back().number] == all.paragraph[i];
            excerpt.sentences.push_back({i, i > next, !same, std::move(pieces)});
        }
        next = i + 1;
    }
    return excerpt;
}

} // namespace demarche::evidence
