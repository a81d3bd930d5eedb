#pragma once
/// Text as the outlines of its glyphs.

#include "scene/scene.hpp"
#include "text/pango_text.hpp"

namespace demarche::write {

/// Traces the outlines of texts by Cairo, shaped by Pango as they are painted in PDF and PNG.
class Outliner {
public:
    /// `type` may be null: the typefaces are then loaded when the first text comes.
    explicit Outliner(text::PangoText* type) : type_(type) {}

    /// Closed contours, filled by the nonzero rule, where the text stands on its page; no segments where its
    /// glyphs have no ink. Neither fill nor stroke is set.
    scene::Path outline(const scene::Text& text);

private:
    text::PangoText* type_;
    std::unique_ptr<text::PangoText> own_type_;
};

} // namespace demarche::write
