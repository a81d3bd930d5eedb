#include "write/pdf_structure.hpp"

#include "base/number.hpp"
#include "write/pdf_content.hpp"

#include <algorithm>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <stdexcept>

namespace demarche::write {

namespace {

using Handle = QPDFObjectHandle;

/// From the upper edge of the window down to where a link leads, in points.
constexpr double kAboveTarget = 6;

Handle real(double value) {
    return Handle::newReal(to_text(value, 2));
}

Handle number(std::size_t value) {
    return Handle::newInteger(static_cast<long long>(value));
}

Handle text(const std::string& utf8) {
    return Handle::newUnicodeString(utf8);
}

class StructureWriter {
public:
    StructureWriter(QPDF& pdf, const scene::Scene& scene, const PdfTags& tags) : pdf_(pdf), scene_(scene), tags_(tags) {
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
            pages_.push_back(page.getObjectHandle());
        }
        if (pages_.size() != tags.pages.size()) {
            throw std::runtime_error("the pages are not those of the scene");
        }
        for (const PdfTags::Page& page : tags.pages) {
            parents_.emplace_back(page.stretches.size(), Handle::newNull());
        }
    }

    void write() {
        prepare_pages();
        root_ = pdf_.makeIndirectObject(Handle::parse("<< /Type /StructTreeRoot >>"));
        root_.replaceKey("/K", Handle::newArray({element(tags_.document, root_)}));
        write_parent_tree();
        Handle catalog = pdf_.getRoot();
        catalog.replaceKey("/StructTreeRoot", root_);
        catalog.replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
        catalog.removeKey("/Names");
        if (!tags_.targets.empty()) {
            write_destinations(catalog);
        }
    }

private:
    void prepare_pages() {
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            Handle page = pages_[i];
            const std::string content = tagged_content(QPDFPageObjectHelper(page), tags_.pages[i].stretches);
            page.replaceKey("/Contents", Handle::newStream(&pdf_, content));
            page.removeKey("/Annots");
            page.removeKey("/StructParents");
            page.replaceKey("/Tabs", Handle::newName("/S"));
            if (!tags_.pages[i].stretches.empty()) {
                page.replaceKey("/StructParents", number(i));
            }
        }
    }

    /// From the top left of its page to PDF's axes.
    [[nodiscard]] Handle rectangle(const Box& box, std::size_t page) const {
        const double height = scene_.pages[page].size.height;
        return Handle::newArray({real(box.left), real(height - box.bottom), real(box.right), real(height - box.top)});
    }

    Handle element(const PdfElement& from, const Handle& parent) { // NOLINT(misc-no-recursion): five levels
        Handle to = pdf_.makeIndirectObject(Handle::parse("<< /Type /StructElem >>"));
        to.replaceKey("/S", Handle::newName("/" + from.type));
        to.replaceKey("/P", parent);
        if (!from.alternative.empty()) {
            to.replaceKey("/Alt", text(from.alternative));
        }
        Handle kids = Handle::newArray();
        add_contents(from, to, kids);
        for (const PdfLink& link : from.links) {
            Handle reference = Handle::parse("<< /Type /OBJR >>");
            reference.replaceKey("/Obj", annotation(link, to));
            reference.replaceKey("/Pg", pages_[link.page]);
            kids.appendItem(reference);
        }
        for (const PdfElement& child : from.elements) {
            kids.appendItem(element(child, to));
        }
        if (kids.getArrayNItems() > 0) {
            to.replaceKey("/K", kids.getArrayNItems() == 1 ? kids.getArrayItem(0) : kids);
        }
        if (from.type == "L") {
            to.replaceKey("/A", Handle::parse("<< /O /List /ListNumbering /None >>"));
        } else if (from.type == "Figure" && from.box) {
            Handle layout = Handle::parse("<< /O /Layout >>");
            layout.replaceKey("/BBox", rectangle(*from.box, from.contents.front().page));
            to.replaceKey("/A", layout);
        }
        return to;
    }

    void add_contents(const PdfElement& from, Handle to, Handle kids) {
        const auto other_page = [&from](const PdfContent& content) {
            return content.page != from.contents.front().page;
        };
        const bool one_page = std::ranges::none_of(from.contents, other_page);
        if (one_page && !from.contents.empty()) {
            to.replaceKey("/Pg", pages_[from.contents.front().page]);
        }
        for (const PdfContent& content : from.contents) {
            parents_[content.page][content.id] = to;
            Handle kid = number(content.id);
            if (!one_page) {
                Handle reference = Handle::parse("<< /Type /MCR >>");
                reference.replaceKey("/Pg", pages_[content.page]);
                reference.replaceKey("/MCID", kid);
                kid = reference;
            }
            kids.appendItem(kid);
        }
    }

    Handle annotation(const PdfLink& link, const Handle& element) {
        // Flag 4: it is printed, which PDF/A asks of everything.
        Handle note =
            pdf_.makeIndirectObject(Handle::parse("<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 >>"));
        note.replaceKey("/Rect", rectangle(link.box, link.page));
        note.replaceKey("/Contents", text(link.words));
        if (link.target.empty()) {
            Handle action = Handle::parse("<< /Type /Action /S /URI >>");
            action.replaceKey("/URI", Handle::newString(link.url));
            note.replaceKey("/A", action);
        } else {
            note.replaceKey("/Dest", Handle::newString(link.target));
        }
        note.replaceKey("/StructParent", number(pages_.size() + linked_.size()));
        linked_.push_back(element);
        Handle page = pages_[link.page];
        if (!page.hasKey("/Annots")) {
            page.replaceKey("/Annots", Handle::newArray());
        }
        page.getKey("/Annots").appendItem(note);
        return note;
    }

    /// Pages come first, by number, then links in the order they were made.
    void write_parent_tree() {
        Handle numbers = Handle::newArray();
        const auto add = [&numbers](std::size_t key, const Handle& parent) {
            numbers.appendItem(number(key));
            numbers.appendItem(parent);
        };
        for (std::size_t i = 0; i < parents_.size(); ++i) {
            if (!parents_[i].empty()) {
                add(i, pdf_.makeIndirectObject(Handle::newArray(parents_[i])));
            }
        }
        for (std::size_t i = 0; i < linked_.size(); ++i) {
            add(pages_.size() + i, linked_[i]);
        }
        Handle tree = Handle::newDictionary();
        tree.replaceKey("/Nums", numbers);
        root_.replaceKey("/ParentTree", pdf_.makeIndirectObject(tree));
        root_.replaceKey("/ParentTreeNextKey", number(pages_.size() + linked_.size()));
    }

    void write_destinations(Handle catalog) {
        auto tree = QPDFNameTreeObjectHelper::newEmpty(pdf_);
        for (const auto& [name, place] : tags_.targets) {
            const double y = scene_.pages[place.page].size.height - place.at.y + kAboveTarget;
            tree.insert(name, Handle::newArray({pages_[place.page], Handle::newName("/XYZ"), Handle::newNull(), real(y),
                                                Handle::newNull()}));
        }
        Handle names = Handle::newDictionary();
        names.replaceKey("/Dests", tree.getObjectHandle());
        catalog.replaceKey("/Names", names);
    }

    QPDF& pdf_;
    const scene::Scene& scene_;
    const PdfTags& tags_;
    std::vector<Handle> pages_;
    std::vector<std::vector<Handle>> parents_; ///< by page and stretch
    std::vector<Handle> linked_;               ///< the elements of links, in order
    Handle root_;
};

} // namespace

void write_structure(QPDF& pdf, const scene::Scene& scene, const PdfTags& tags) {
    StructureWriter(pdf, scene, tags).write();
}

} // namespace demarche::write
