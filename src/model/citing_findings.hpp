#pragma once
/// What is said of a citation whose words are not where, or not as, the dossier has them.

#include "model/reanchor.hpp"

#include <string>

namespace demarche {

/// "line 3, characters 120 to 140": lines count from 1, characters as positions do. "" where there is no passage.
std::string place_in_article(const AnchorText& text, const Reanchored& found);

/// A wording in marks (model/word_difference.hpp), in quotation marks, cut where it is very long.
std::string quoted_marks(const std::string& wording);

/// Reports citations one after the other.
class CitationFindings {
public:
    explicit CitationFindings(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// `anchor` is what the article's text finds of it, `now` what became of the words.
    void report(const Citation& citation, const Anchor& anchor, const Reanchored& now, const AnchorText& text);

private:
    void report_context(const Citation& citation, const Reanchored& now, const AnchorText& text);
    void report_altered(const Citation& citation, const Reanchored& now, const AnchorText& text);
    void report_lost(const Citation& citation, const AnchorText& text);
    void report_ambiguous(const Citation& citation, std::size_t occurrences, const std::string& near);
    void note_moved(const Citation& citation, const Passage& passage);

    Diagnostics& diagnostics_;
    std::size_t advised_ = 0;
};

} // namespace demarche
