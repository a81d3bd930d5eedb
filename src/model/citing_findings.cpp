#include "model/citing_findings.hpp"

#include "base/utf8.hpp"
#include "base/xml.hpp"
#include "model/word_difference.hpp"
#include "model/wording.hpp"

#include <algorithm>

namespace demarche {
namespace {

std::string positions(const Passage& passage) {
    return std::to_string(passage.start) + " to " + std::to_string(passage.end);
}

/// The words just ahead of a place, or just behind it.
std::string beside(const std::string& text, const ByteRange& place, bool before) {
    constexpr std::size_t kBytes = 40;
    std::size_t begin = before ? place.begin - std::min(place.begin, kBytes) : place.end;
    std::size_t end = before ? place.begin : std::min(text.size(), place.end + kBytes);
    // Whole words only, if there are any.
    if (before && begin > 0) {
        const std::size_t blank = text.find_first_of(xml::kBlanks, begin);
        begin = blank < end ? blank : place.begin;
    }
    if (!before && end < text.size()) {
        const std::size_t blank = text.find_last_of(xml::kBlanks, end);
        end = blank != std::string::npos && blank > begin ? blank : place.end;
    }
    return xml::collapse_blanks(std::string_view(text).substr(begin, end - begin));
}

} // namespace

std::string place_in_article(const AnchorText& text, const Reanchored& found) {
    if (!found.passage) {
        return {};
    }
    // Moved words have no range of bytes: their positions are counted.
    std::size_t line = 1;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.text().size() && count < found.passage->start; ++i) {
        const char c = text.text()[i];
        const bool in_pair = c == '\r' && i + 1 < text.text().size() && text.text()[i + 1] == '\n';
        line += (c == '\n' || c == '\r') && !in_pair ? 1 : 0;
        count += i + 1 == text.text().size() || !is_continuation(text.text()[i + 1]) ? 1 : 0;
    }
    return "line " + std::to_string(line) + ", characters " + positions(*found.passage);
}

std::string quoted_marks(const std::string& wording) {
    constexpr std::size_t kLongest = 400; // bytes
    return "\"" + shortened(wording, kLongest) + "\"";
}

void CitationFindings::report(const Citation& citation,
                              const Anchor& anchor,
                              const Reanchored& now,
                              const AnchorText& text) {
    if (anchor.passage) {
        if (now.hold == Hold::moved) {
            note_moved(citation, *anchor.passage);
        }
        return;
    }
    switch (now.hold) {
    case Hold::altered:
        return report_altered(citation, now, text);
    case Hold::context:
        return report_context(citation, now, text);
    case Hold::moved:
        return report_ambiguous(citation, anchor.occurrences, positions(*now.passage));
    default:
        break;
    }
    if (anchor.failure == AnchorFailure::ambiguous) {
        report_ambiguous(citation, anchor.occurrences, {});
    } else if (anchor.occurrences > 0) {
        diagnostics_.error("missing-quote", citation.where,
                           "the words " + quoted(citation.quote) + " stand in the article " + quoted(citation.article) +
                               ", but not between that prefix and suffix",
                           "correct prefix and suffix, or has the article changed since it was cited?");
    } else {
        report_lost(citation, text);
    }
}

void CitationFindings::report_context(const Citation& citation, const Reanchored& now, const AnchorText& text) {
    diagnostics_.error("missing-quote", citation.where,
                       "the words " + quoted(citation.quote) + " stand in the article " + quoted(citation.article) +
                           ", but not between that prefix and suffix: before them stands " +
                           quoted(beside(text.text(), now.place, true)) + ", behind them " +
                           quoted(beside(text.text(), now.place, false)) + " (" + place_in_article(text, now) + ")",
                       "correct prefix and suffix, or let 'demarche check --fix' do it");
}

void CitationFindings::report_altered(const Citation& citation, const Reanchored& now, const AnchorText& text) {
    const MarkedWordings wordings = mark_differences(citation.quote, now.passage->exact);
    diagnostics_.error("altered-quote", citation.where,
                       "the words " + quoted_marks(wordings.before) + " are not in the article " +
                           quoted(citation.article) + ", which says " + quoted_marks(wordings.after) + " (" +
                           place_in_article(text, now) + ")",
                       "cite it word for word, or let 'demarche check --fix' take its words over");
}

void CitationFindings::report_lost(const Citation& citation, const AnchorText& text) {
    // Comparing with a whole article takes its time: where another text lies in its place, a few will do.
    constexpr std::size_t kMostAdvised = 100;
    const std::string near = ++advised_ > kMostAdvised ? std::string() : text.nearest(citation.quote);
    diagnostics_.error("missing-quote", citation.where,
                       "the words " + quoted(citation.quote) + " are not in the article " + quoted(citation.article),
                       (near.empty() ? "" : "nearest there: " + quoted(near) + "; ") +
                           "cite it word for word (has it changed since it was cited?)");
}

void CitationFindings::report_ambiguous(const Citation& citation, std::size_t occurrences, const std::string& near) {
    const bool has_context = !citation.prefix.empty() || !citation.suffix.empty();
    std::string hint = has_context ? "give a longer prefix=\"...\" or suffix=\"...\""
                                   : "say which: prefix=\"the words before\" or suffix=\"the words after\"";
    if (!near.empty()) {
        hint += "; the recorded position has moved, most likely to " + near + ": 'demarche check --fix' records that";
    }
    diagnostics_.error("ambiguous-quote", citation.where,
                       "the words " + quoted(citation.quote) + " stand " + std::to_string(occurrences) +
                           " times in the article " + quoted(citation.article),
                       hint);
}

void CitationFindings::note_moved(const Citation& citation, const Passage& passage) {
    diagnostics_.note("moved-quote", citation.where,
                      "the words " + quoted(citation.quote) + " stand at " + positions(passage) + " of the article " +
                          quoted(citation.article) + ", not where start and end say",
                      "correct start and end, leave them out, or let 'demarche check --fix' do it");
}

} // namespace demarche
