#pragma once
/// A dossier's text as people leave it.

#include "base/xml.hpp"
#include "support/random.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::testing {

/// Spaces, comments, other quotation marks and another order of attributes: all that people do to a file.
class Untidy {
public:
    explicit Untidy(std::uint64_t seed) : random_(seed) {}

    std::string text(const xml::Document& document) {
        out_ = "<?xml version='1.0'?>";
        aside();
        element(document.root);
        aside();
        return out_;
    }

    std::vector<std::string> comments;

private:
    void blanks() {
        static const std::vector<std::string> kinds{"", " ", "\n", "\n\n\n", "\r\n\t", "  \n  "};
        out_ += random_.pick(kinds);
    }

    void aside() {
        blanks();
        if (random_.chance(25)) {
            comments.push_back(" note " + std::to_string(comments.size()) +
                               (random_.chance(30) ? "\n two lines " : " "));
            out_ += "<!--" + comments.back() + "-->";
            blanks();
        }
    }

    void element(const xml::Node& node) {
        out_ += "<" + node.name;
        std::vector<xml::Attribute> attributes = node.attributes;
        random_.shuffle(attributes);
        for (const xml::Attribute& attribute : attributes) {
            out_ += random_.chance(30) ? "\n   " : " ";
            out_ += attribute.name + (random_.chance(20) ? " = " : "=") + quoted(attribute.value);
        }
        const bool words = !xml::is_blank(node.content());
        if (node.children.empty()) {
            out_ += random_.chance(50) ? "/>" : "></" + node.name + " >";
            return;
        }
        out_ += ">";
        if (words) {
            blanks();
            out_ += escaped(node.content());
            blanks();
        } else {
            for (const xml::Node& child : node.children) {
                if (child.kind == xml::NodeKind::element) {
                    aside();
                    element(child);
                }
            }
            aside();
        }
        out_ += "</" + node.name + ">";
    }

    static std::string escaped(const std::string& text) {
        std::string result;
        for (const char c : text) {
            result += c == '&' ? "&amp;" : c == '<' ? "&#60;" : c == '\'' ? "&apos;" : std::string(1, c);
        }
        return result;
    }

    std::string quoted(const std::string& value) { return "'" + escaped(value) + "'"; }

    support::Random random_;
    std::string out_;
};

} // namespace demarche::testing
