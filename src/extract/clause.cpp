#include "extract/clause.hpp"

#include <algorithm>

namespace demarche::extract {

bool is_sequence(std::string_view word) {
    return word == "later" || word == "then" || word == "separately" || word == "afterwards" || word == "afterward" ||
           word == "subsequently";
}

std::string_view lower_word(std::string_view word, std::array<char, 32>& buffer) {
    if (word.size() > buffer.size()) {
        return {};
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; // NOLINT(*-constant-array-index)
    }
    return {buffer.data(), word.size()};
}

ClauseReader::ClauseReader(const ClauseInput& input) : input_(input) {}

/// Marks the tokens of mentions, times and event nouns. All three lists stand in the order of the text.
void ClauseReader::cover(const ParsedSentence& sentence) {
    const Document& document = input_.document;
    const std::uint32_t first = sentence.cut.first;
    const std::uint32_t last = sentence.cut.last;
    const std::uint32_t begin = document.tokens[first].span.begin;
    const std::uint32_t end = document.tokens[last - 1].span.end;
    mention_of_.assign(last - first, kNone);
    time_of_.assign(last - first, kNone);
    noun_of_.assign(last - first, kNone);
    const auto length = [&](std::uint32_t m) {
        const Span whole = input_.actors.mentions[m].whole;
        return whole.end - whole.begin;
    };
    const auto mark = [&](Span span, std::uint32_t value, std::vector<std::uint32_t>& into) {
        const auto* const tokens = document.tokens.data();
        const auto* at = std::lower_bound(tokens + first, tokens + last, span.begin,
                                          [](const Token& t, std::uint32_t b) { return t.span.begin < b; });
        for (; at != tokens + last && at->span.begin < span.end; ++at) {
            std::uint32_t& each = into[static_cast<std::size_t>(at - tokens) - first];
            const bool wider = &into == &mention_of_ && each != kNone && length(each) < span.end - span.begin;
            each = each == kNone || wider ? value : each;
        }
    };
    const auto& mentions = input_.actors.mentions;
    while (next_mention_ < mentions.size() && mentions[next_mention_].sentence < sentence.number) {
        ++next_mention_;
    }
    // A whole first: "Peru's foreign minister, Ada Moreno", whose words name Peru too.
    for (std::size_t m = next_mention_; m < mentions.size() && mentions[m].sentence == sentence.number; ++m) {
        if (mentions[m].kind == MentionKind::person) {
            mark(mentions[m].whole, static_cast<std::uint32_t>(m), mention_of_);
        }
    }
    for (std::size_t m = next_mention_; m < mentions.size() && mentions[m].sentence == sentence.number; ++m) {
        mark(mentions[m].whole, static_cast<std::uint32_t>(m), mention_of_);
    }
    for (; next_time_ < input_.times.size() && input_.times[next_time_].span.begin < end; ++next_time_) {
        if (input_.times[next_time_].span.begin >= begin) {
            mark(input_.times[next_time_].span, static_cast<std::uint32_t>(next_time_), time_of_);
        }
    }
    for (; next_noun_ < input_.nouns.size() && input_.nouns[next_noun_].noun.begin < end; ++next_noun_) {
        if (input_.nouns[next_noun_].noun.begin >= begin) {
            mark(input_.nouns[next_noun_].noun, static_cast<std::uint32_t>(next_noun_), noun_of_);
        }
    }
}

void ClauseReader::read(std::uint32_t number, ParsedSentence& into) {
    const Document& document = input_.document;
    into.number = number;
    into.cut = document.sentences[number];
    into.phrases.clear();
    into.verbs.clear();
    into.words.clear();
    into.question = false;
    into.conditional = false;
    std::array<char, 32> buffer{};
    for (std::uint32_t i = into.cut.first; i < into.cut.last; ++i) {
        const Token& token = document.tokens[i];
        into.words.push_back(&input_.words.word(
            token.kind == TokenKind::word ? lower_word(document.words(token), buffer) : std::string_view()));
        into.question = into.question || (token.kind == TokenKind::punctuation && document.words(token) == "?");
    }
    cover(into);
    cut_phrases(input_, {mention_of_, time_of_, noun_of_}, into);
    link_clauses(input_, into);
}

} // namespace demarche::extract
