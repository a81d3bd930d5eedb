#pragma once
/// What a PDF says of its charts to those who cannot see them (ISO 32000-1, 14.7 and 14.8): a tree of elements in
/// reading order, and which stretch of which page each of them holds.

#include "scene/scene.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demarche::write {

/// A stretch of a page's content: `id` counts the stretches of the page in the order of painting, from 0.
struct PdfContent {
    std::size_t page = 0;
    std::size_t id = 0;
};

/// A rectangle that leads somewhere. Points from the top left of its page.
struct PdfLink {
    std::size_t page = 0;
    Box box;
    std::string url;    ///< empty: it leads to `target`
    std::string target; ///< a key of PdfTags::targets
    std::string words;  ///< what it says and where it leads
};

/// An element of the structure. What it holds is read in this order: contents, links, elements.
struct PdfElement {
    std::string type;        ///< standard structure type
    std::string alternative; ///< read instead of what it holds; empty: nothing is
    std::vector<PdfContent> contents = {};
    std::vector<PdfLink> links = {};
    std::vector<PdfElement> elements = {};
    std::optional<Box> box = {}; ///< of a figure whose contents stand on one page
};

struct PdfTags {
    struct Page {
        std::vector<std::string> stretches;           ///< by PdfContent::id: the type of the element that holds it
        std::vector<std::optional<std::size_t>> item; ///< of each visible item in order: its stretch; none: an artifact
    };

    struct Place {
        std::size_t page = 0;
        Point at;
        std::string words; ///< that stand there
    };

    PdfElement document;
    std::vector<Page> pages;
    /// Where links within the scene lead: by the name that their texts have, and by "NAME-page-N" where page N repeats
    /// it. A link leads to the one on its own page if there is one, else to the first.
    std::map<std::string, Place> targets;
};

/// Title and subtitle become H1 and P; the shapes of all events and cards one Figure with the scene's description; each
/// of those marks an item of one list, in the scene's order over all pages. An item's sentence stands in for the texts
/// that it repeats; other texts and links follow. An item without texts is a figure of its own. Legend and notes are
/// paragraphs. Decoration, samples and the titles that later pages repeat are artifacts.
PdfTags tags_of(const scene::Scene& scene);

} // namespace demarche::write
