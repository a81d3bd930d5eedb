#include "model/citation_splice.hpp"

#include "base/xml.hpp"
#include "model/dossier_fields.hpp"
#include "model/dossier_print.hpp"
#include "model/dossier_schema.hpp"
#include "model/dossier_structure.hpp"
#include "model/source_lines.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace demarche {
namespace {

/// Bytes of the source that give way to others.
struct Edit {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string text;
};

using Place = std::pair<std::size_t, std::size_t>; // line and column

Place place_of(const SourcePosition& where) {
    return {where.line, where.column};
}

/// Every <cite> of a document in its order.
void collect_cites(const xml::Node& node, std::vector<const xml::Node*>& cites) {
    for (const xml::Node& child : node.children) {
        if (child.kind == xml::NodeKind::element) {
            if (child.name == "cite") {
                cites.push_back(&child);
            }
            collect_cites(child, cites);
        }
    }
}

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Words of the source between two offsets, parted by blanks.
std::vector<Span> raw_words(const std::string& source, Span within) {
    std::vector<Span> words;
    for (std::size_t at = within.begin; at < within.end;) {
        const std::size_t begin = source.find_first_not_of(xml::kBlanks, at);
        if (begin == std::string::npos || begin >= within.end) {
            break;
        }
        at = std::min(source.find_first_of(xml::kBlanks, begin), within.end);
        words.push_back({begin, at});
    }
    return words;
}

std::string joined_words(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        text += (text.empty() ? "" : " ") + print_words(words[i]);
    }
    return text;
}

class Mender {
public:
    Mender(const xml::Document& document, const std::vector<SettledCitation>& settled)
        : document_(document), lines_(document) {
        for (const SettledCitation& one : settled) {
            settled_[place_of(one.before.where)] = &one;
        }
    }

    SplicedCitations run() {
        walk(document_.root, nullptr);
        std::stable_sort(edits_.begin(), edits_.end(),
                         [](const Edit& a, const Edit& b) { return a.offset < b.offset; });
        std::size_t at = 0;
        for (const Edit& edit : edits_) {
            result_.text.append(document_.source, at, edit.offset - at);
            result_.text += edit.text;
            at = edit.offset + edit.length;
        }
        result_.text.append(document_.source, at);
        return std::move(result_);
    }

private:
    /// `fact`: the nearest element around the node that can be reviewed.
    void walk(const xml::Node& node, const xml::Node* fact) {
        const ElementRule* rule = element_rule(node.name);
        fact = rule != nullptr && rule->attribute("review") != nullptr ? &node : fact;
        for (const xml::Node& child : node.children) {
            if (child.kind != xml::NodeKind::element) {
                continue;
            }
            const auto found =
                child.name == "cite" ? settled_.find(place_of(document_.where(child.begin))) : settled_.end();
            if (found == settled_.end()) {
                walk(child, fact);
            } else {
                mend(child, *found->second, fact);
            }
        }
    }

    void mend(const xml::Node& cite, const SettledCitation& settled, const xml::Node* fact) {
        MendedCitation mended{settled, true, false, settled.before.where};
        const Citation& before = settled.before;
        const Citation& after = settled.after;
        if (after.quote != before.quote && !change_words(cite, after.quote)) {
            mended.mended = false;
            result_.citations.push_back(std::move(mended));
            return;
        }
        std::string added;
        const auto change = [&](const char* name, const std::string& was, const std::string& is) {
            if (was != is) {
                change_attribute(cite, name, is, added);
            }
        };
        change("prefix", before.prefix, after.prefix);
        change("suffix", before.suffix, after.suffix);
        change("start", value_text(before.start), value_text(after.start));
        change("end", value_text(before.end), value_text(after.end));
        if (!added.empty()) {
            edits_.push_back({lines_.attributes_end(cite), 0, added});
        }
        if (settled.hold != Hold::moved && fact != nullptr) {
            mended.marked = mark(*fact);
        }
        result_.citations.push_back(std::move(mended));
    }

    /// Puts another value into its place, or the whole attribute behind `added`.
    void
    change_attribute(const xml::Node& element, const std::string& name, const std::string& value, std::string& added) {
        const std::string printed = print_attribute(name, value);
        const xml::Attribute* have = element.attribute(name);
        if (have == nullptr) {
            added += " " + printed;
            return;
        }
        const std::size_t begin = have->value_at.offset - 1; // with its quotation marks
        edits_.push_back({begin, lines_.value_end(*have) + 1 - begin, printed.substr(name.size() + 1)});
    }

    /// Writes the words that are new into the place of those that are not any more; false where something else than
    /// text stands among them.
    bool change_words(const xml::Node& cite, const std::string& quote) {
        const Span inside{lines_.start_tag_end(cite), document_.source.rfind("</", cite.end.offset - 1)};
        if (document_.source.find('<', inside.begin) < inside.end) {
            return false;
        }
        const std::vector<Span> raw = raw_words(document_.source, inside);
        const std::vector<std::string> was = split_list(cite.content());
        const std::vector<std::string> is = split_list(quote);
        if (raw.empty() || is.empty()) {
            return false;
        }
        std::size_t head = 0;
        std::size_t tail = 0;
        if (raw.size() == was.size()) { // else a blank is written as a character reference: all is written anew
            while (head < std::min(was.size(), is.size()) && was[head] == is[head]) {
                ++head;
            }
            while (tail < std::min(was.size(), is.size()) - head &&
                   was[was.size() - 1 - tail] == is[is.size() - 1 - tail]) {
                ++tail;
            }
        }
        const std::string fresh = joined_words(is, head, is.size() - tail);
        const std::size_t gone = raw.size() - head - tail;
        if (gone > 0 && !fresh.empty()) {
            replace({raw[head].begin, raw[head + gone - 1].end}, fresh);
        } else if (gone > 0) { // with the blanks on one side of them
            replace(head > 0 ? Span{raw[head - 1].end, raw[head + gone - 1].end} : Span{raw[0].begin, raw[gone].begin},
                    "");
        } else {
            const std::size_t at = head > 0 ? raw[head - 1].end : raw[0].begin;
            replace({at, at}, head > 0 ? " " + fresh : fresh + " ");
        }
        return true;
    }

    void replace(Span span, std::string text) {
        edits_.push_back({span.begin, span.end - span.begin, std::move(text)});
    }

    /// Whether the fact is to be looked at again because of this.
    bool mark(const xml::Node& fact) {
        const xml::Attribute* review = fact.attribute("review");
        if (review != nullptr && !xml::is_blank(review->value)) {
            return false; // new anyway: what is rejected is not mended
        }
        if (marked_.insert(&fact).second) {
            std::string added;
            change_attribute(fact, "review", "new", added);
            if (!added.empty()) {
                edits_.push_back({lines_.attributes_end(fact), 0, added});
            }
        }
        return true;
    }

    const xml::Document& document_;
    SourceLines lines_;
    std::map<Place, const SettledCitation*> settled_;
    std::set<const xml::Node*> marked_;
    std::vector<Edit> edits_;
    SplicedCitations result_;
};

/// Where the mended citations stand in the new text: it has the same ones in the same order.
void move_places(const xml::Document& before, SplicedCitations& spliced, const std::string& path) {
    Diagnostics unheard;
    const auto after = xml::parse(spliced.text, path, unheard);
    if (!after) {
        return;
    }
    std::vector<const xml::Node*> old;
    std::vector<const xml::Node*> now;
    collect_cites(before.root, old);
    collect_cites(after->root, now);
    std::map<Place, const xml::Node*> moved;
    for (std::size_t i = 0; i < std::min(old.size(), now.size()); ++i) {
        moved[place_of(before.where(old[i]->begin))] = now[i];
    }
    for (MendedCitation& one : spliced.citations) {
        if (const auto found = moved.find(place_of(one.where)); found != moved.end()) {
            one.where = after->where(found->second->begin);
        }
    }
}

} // namespace

std::optional<SplicedCitations> splice_citations(const std::string& dossier,
                                                 const std::string& path,
                                                 const std::vector<SettledCitation>& settled,
                                                 Diagnostics& diagnostics) {
    const auto document = xml::parse(dossier, path, diagnostics);
    if (!document || !is_dossier(*document, diagnostics)) {
        return std::nullopt;
    }
    SplicedCitations spliced = Mender(*document, settled).run();
    move_places(*document, spliced, path);
    return spliced;
}

} // namespace demarche
