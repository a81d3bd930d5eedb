#include "write/pdf_tags.hpp"

#include "base/folding.hpp"
#include "base/utf8.hpp"
#include "write/drawable.hpp"

#include <algorithm>
#include <set>

namespace demarche::write {

namespace {

/// The text of an item, as words are compared: case and typography do not count.
std::string comparable(const std::string& words) {
    std::u32string points = decode_utf8(fold(words));
    std::ranges::transform(points, points.begin(), fold_case);
    return encode_utf8(points);
}

bool has_words(const std::string& text) {
    const std::u32string points = decode_utf8(text);
    return std::ranges::any_of(points, is_word_character);
}

void append_words(std::string& to, const scene::Text& text) {
    to += (to.empty() ? "" : " ") + visible_text(text);
}

/// The address without directives for the browser (":~:"), as a person reads it.
std::string readable(const std::string& url) {
    std::string plain = url.substr(0, url.find(":~:"));
    if (plain.ends_with('#')) {
        plain.pop_back();
    }
    return plain;
}

std::string target_on(const std::string& name, std::size_t page) {
    return name + "-page-" + std::to_string(page + 1);
}

/// What a visible item belongs to.
struct Owner {
    enum class Kind { artifact, chart, element } kind = Kind::artifact;
    std::size_t element = 0; ///< index in the mark's elements

    friend bool operator==(const Owner&, const Owner&) = default;
};

/// A mark's visible items, its elements, and which item belongs to which.
struct TaggedMark {
    const scene::Mark& mark;
    std::vector<const scene::Item*> items;
    std::vector<Owner> owners; ///< beside `items`
    std::vector<PdfElement> elements;
};

/// Texts of one mark that follow each other: the lines of one text, or the pieces of one link.
struct Phrase {
    std::size_t first = 0; ///< in the mark's visible items
    std::size_t last = 0;
    std::string words;
    std::string link; ///< as the scene has it; empty where it leads nowhere
};

class Tagger {
public:
    explicit Tagger(const scene::Scene& scene) : scene_(scene), targets_(targets_of(scene)) {
        tags_.document.type = "Document";
        figure_.type = "Figure";
        figure_.alternative = !scene.description.empty() ? scene.description
                              : !scene.title.empty()     ? scene.title
                                                         : "Chart";
        note_targets();
    }

    PdfTags tags() {
        for (page_ = 0; page_ < scene_.pages.size(); ++page_) {
            tags_.pages.emplace_back();
            for (const scene::Mark& mark : scene_.pages[page_].marks) {
                add(mark);
            }
        }
        if (!figure_.contents.empty()) {
            auto& blocks = tags_.document.elements;
            blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(figure_at_), std::move(figure_));
        }
        return std::move(tags_);
    }

private:
    [[nodiscard]] std::string link_of(const scene::Text& text) const {
        return inner_link(text, targets_).empty() ? safe_link(text.link) : text.link;
    }

    void note_targets();
    PdfTags::Place* new_place(const scene::Text& text, std::size_t page);
    [[nodiscard]] std::vector<Phrase> phrases_of(const TaggedMark& tagged) const;
    void add(const scene::Mark& mark);
    void tag_heading(TaggedMark& tagged);
    void tag_item(TaggedMark& tagged);
    void tag_paragraph(TaggedMark& tagged);
    void place(TaggedMark& tagged);
    [[nodiscard]] PdfElement element_of(const Phrase& phrase, const TaggedMark& tagged, const char* plain) const;
    static void own(TaggedMark& tagged, const Phrase& phrase, std::size_t element);
    std::vector<PdfElement>& list();

    const scene::Scene& scene_;
    std::set<std::string> targets_;
    PdfTags tags_;
    PdfElement figure_;
    std::size_t figure_at_ = 0; ///< before the first list
    std::size_t page_ = 0;
    bool list_open_ = false;
    bool any_list_ = false;
    bool titled_ = false;
};

/// A target's words go on as far as its own link does.
void Tagger::note_targets() {
    for (std::size_t page = 0; page < scene_.pages.size(); ++page) {
        for (const scene::Mark& mark : scene_.pages[page].marks) {
            const scene::Text* target = nullptr;
            PdfTags::Place* place = nullptr;
            for (const scene::Item& item : mark.items) {
                const auto* text = std::get_if<scene::Text>(&item);
                if (text == nullptr || !is_visible(item)) {
                    continue;
                }
                if (PdfTags::Place* found = new_place(*text, page)) {
                    place = found;
                    target = text;
                } else if (target != nullptr && !target->link.empty() && text->link == target->link) {
                    append_words(place->words, *text);
                } else {
                    target = nullptr;
                }
            }
        }
    }
}

/// nullptr where nothing links to the text, or its page has the target already.
PdfTags::Place* Tagger::new_place(const scene::Text& text, std::size_t page) {
    if (!targets_.contains(text.target)) {
        return nullptr;
    }
    const Box box = scene::bounds(text);
    const PdfTags::Place place{page, {box.left, box.top}, visible_text(text)};
    const auto [first, added] = tags_.targets.emplace(text.target, place);
    if (added) {
        return &first->second;
    }
    if (first->second.page == page) {
        return nullptr;
    }
    const auto [again, repeated] = tags_.targets.emplace(target_on(text.target, page), place);
    return repeated ? &again->second : nullptr;
}

std::vector<Phrase> Tagger::phrases_of(const TaggedMark& tagged) const {
    std::vector<Phrase> phrases;
    bool goes_on = false;
    for (std::size_t i = 0; i < tagged.items.size(); ++i) {
        const auto* text = std::get_if<scene::Text>(tagged.items[i]);
        if (text == nullptr) {
            continue;
        }
        const std::string link = link_of(*text);
        if (!goes_on || phrases.back().link != link) {
            phrases.push_back({i, i, {}, link});
        }
        phrases.back().last = i;
        append_words(phrases.back().words, *text);
        goes_on = text->continues;
    }
    return phrases;
}

PdfElement Tagger::element_of(const Phrase& phrase, const TaggedMark& tagged, const char* plain) const {
    PdfElement element{phrase.link.empty() ? plain : "Link", {}};
    for (std::size_t i = phrase.first; !phrase.link.empty() && i <= phrase.last; ++i) {
        const auto* text = std::get_if<scene::Text>(tagged.items[i]);
        if (text == nullptr) {
            continue;
        }
        PdfLink link{page_, scene::bounds(*text), {}, inner_link(*text, targets_), phrase.words};
        if (link.target.empty()) {
            link.url = phrase.link;
            link.words += ": " + readable(link.url);
        } else {
            if (const std::string near = target_on(link.target, page_); tags_.targets.contains(near)) {
                link.target = near;
            }
            const std::string& words = tags_.targets.at(link.target).words;
            link.words = words.starts_with(phrase.words) ? words : phrase.words + ": " + words;
        }
        element.links.push_back(std::move(link));
    }
    return element;
}

void Tagger::own(TaggedMark& tagged, const Phrase& phrase, std::size_t element) {
    for (std::size_t i = phrase.first; i <= phrase.last; ++i) {
        if (std::holds_alternative<scene::Text>(*tagged.items[i])) {
            tagged.owners[i] = {Owner::Kind::element, element};
        }
    }
}

void Tagger::tag_heading(TaggedMark& tagged) {
    for (const Phrase& phrase : phrases_of(tagged)) {
        own(tagged, phrase, tagged.elements.size());
        tagged.elements.push_back(element_of(phrase, tagged, titled_ ? "P" : "H1"));
        titled_ = true;
    }
}

void Tagger::tag_paragraph(TaggedMark& tagged) {
    for (const Phrase& phrase : phrases_of(tagged)) {
        own(tagged, phrase, tagged.elements.size());
        tagged.elements.push_back(element_of(phrase, tagged, "Span"));
    }
}

void Tagger::tag_item(TaggedMark& tagged) {
    const std::vector<Phrase> phrases = phrases_of(tagged);
    const bool linked = std::ranges::any_of(phrases, [](const Phrase& phrase) { return !phrase.link.empty(); });
    std::string sentence = tagged.mark.title;
    const std::string told = comparable(sentence);
    const auto repeats = [&told](const Phrase& phrase) {
        return phrase.link.empty() && has_words(phrase.words) &&
               told.find(comparable(phrase.words)) != std::string::npos;
    };
    if (!linked && !tagged.mark.description.empty()) {
        sentence += " " + tagged.mark.description; // its sources, which no number names
    }
    const bool spoken = std::ranges::any_of(phrases, repeats);
    if (spoken || !tagged.mark.title.empty()) {
        tagged.elements.push_back({spoken ? "Span" : "Figure", sentence});
    }
    const Owner shapes = spoken                       ? Owner{Owner::Kind::chart}
                         : !tagged.mark.title.empty() ? Owner{Owner::Kind::element, 0}
                         : !phrases.empty()           ? Owner{Owner::Kind::chart}
                                                      : Owner{};
    std::ranges::fill(tagged.owners, shapes);
    for (const Phrase& phrase : phrases) {
        if (repeats(phrase) || (spoken && phrase.link.empty() && !has_words(phrase.words))) {
            own(tagged, phrase, 0);
        } else {
            own(tagged, phrase, tagged.elements.size());
            tagged.elements.push_back(element_of(phrase, tagged, "Span"));
        }
    }
}

/// Numbers the stretches of a mark, a new one wherever the owner changes, and hands them to their owners.
void Tagger::place(TaggedMark& tagged) {
    PdfTags::Page& page = tags_.pages.back();
    Owner before;
    for (std::size_t i = 0; i < tagged.items.size(); ++i) {
        const Owner& owner = tagged.owners[i];
        if (owner.kind == Owner::Kind::artifact) {
            page.item.emplace_back();
            before = owner;
            continue;
        }
        PdfElement& element = owner.kind == Owner::Kind::chart ? figure_ : tagged.elements[owner.element];
        if (owner != before) {
            element.contents.push_back({page_, page.stretches.size()});
            page.stretches.push_back(element.type);
        }
        page.item.emplace_back(page.stretches.size() - 1);
        before = owner;
        if (element.type == "Figure") {
            const Box box = scene::bounds(*tagged.items[i]);
            const bool first = element.contents.size() == 1 && !element.box;
            if (first) {
                element.box = box;
            } else if (element.box && element.contents.front().page == page_) {
                element.box = Box{std::min(element.box->left, box.left), std::min(element.box->top, box.top),
                                  std::max(element.box->right, box.right), std::max(element.box->bottom, box.bottom)};
            } else {
                element.box.reset();
            }
        }
    }
    std::erase_if(tagged.elements, [](const PdfElement& element) { return element.contents.empty(); });
}

/// The list that items of this place in the scene belong to.
std::vector<PdfElement>& Tagger::list() {
    auto& blocks = tags_.document.elements;
    if (!list_open_) {
        if (!any_list_) {
            figure_at_ = blocks.size();
        }
        blocks.push_back({"L", {}});
        list_open_ = any_list_ = true;
    }
    return blocks.back().elements;
}

void Tagger::add(const scene::Mark& mark) {
    TaggedMark tagged{mark, {}, {}, {}};
    for (const scene::Item& item : mark.items) {
        if (is_visible(item)) {
            tagged.items.push_back(&item);
        }
    }
    tagged.owners.resize(tagged.items.size());
    switch (mark.role) {
    case scene::Role::heading:
        if (page_ == 0) {
            tag_heading(tagged);
        }
        break;
    case scene::Role::list_item:
        tag_item(tagged);
        break;
    case scene::Role::legend:
    case scene::Role::note:
        tag_paragraph(tagged);
        break;
    case scene::Role::decoration:
        break;
    }
    place(tagged);
    if (tagged.elements.empty()) {
        return;
    }
    if (mark.role == scene::Role::list_item) {
        list().push_back({"LI", {}, {}, {}, {{"LBody", {}, {}, {}, std::move(tagged.elements)}}});
        return;
    }
    list_open_ = false;
    auto& blocks = tags_.document.elements;
    if (mark.role == scene::Role::heading) {
        std::ranges::move(tagged.elements, std::back_inserter(blocks));
    } else {
        blocks.push_back({"P", {}, {}, {}, std::move(tagged.elements)});
    }
}

} // namespace

PdfTags tags_of(const scene::Scene& scene) {
    return Tagger(scene).tags();
}

} // namespace demarche::write
