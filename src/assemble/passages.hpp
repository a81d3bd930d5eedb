#pragma once
/// Inside assembling: spans of an article as passages, which outlive its text, and as citations.

#include "extract/code_points.hpp"
#include "extract/document.hpp"
#include "model/citation.hpp"

namespace demarche::assemble {

/// Makes passages of one document. Quickest in the order of the text.
class Passages {
public:
    /// REQUIRES: the document outlives this.
    explicit Passages(const extract::Document& document) : document_(document), code_points_(document.text) {}

    /// The words at `span`, without white space at its ends.
    Passage at(extract::Span span);

    /// The same, where they are too long to be cited cut down to whole clauses around `kept` (which it holds), as far
    /// as commas, dashes and the like allow. Never reaches over the end of a paragraph.
    Passage clause(extract::Span span, extract::Span kept);

private:
    [[nodiscard]] extract::Span within_paragraph(extract::Span span, extract::Span kept) const;
    [[nodiscard]] extract::Span shortened(extract::Span span, extract::Span kept) const;

    const extract::Document& document_;
    extract::CodePoints code_points_;
};

/// A citation of the passage: its words on one line, where they stand recorded.
Citation cite(const std::string& article, const Passage& passage);

} // namespace demarche::assemble
