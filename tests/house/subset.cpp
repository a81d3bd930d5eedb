#include "subset.hpp"

#include <pugixml.hpp>

#include <cstring>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace demarche::house {
namespace {

const std::map<std::string, std::set<std::string>>& elements() {
    static const std::map<std::string, std::set<std::string>> own{
        {"svg", {"xmlns", "xmlns:xlink", "version", "width", "height", "viewBox", "xml:lang", "lang", "direction"}},
        {"title", {}},
        {"desc", {}},
        {"g", {}},
        {"a", {"xlink:href", "href"}},
        {"rect", {"x", "y", "width", "height", "rx", "ry"}},
        {"circle", {"cx", "cy", "r"}},
        {"path", {"d"}},
        {"text", {"x", "y", "text-anchor", "direction", "xml:space", "xml:lang"}},
    };
    return own;
}

/// On any element.
bool is_common(const std::string& name) {
    static const std::regex common(
        "id|role|transform|aria-[a-z]+|data-[a-z][a-z0-9-]*|"
        "fill|fill-opacity|fill-rule|stroke|stroke-(width|opacity|dasharray|linecap|linejoin|"
        "miterlimit)|font-(family|size|weight|style)");
    return std::regex_match(name, common);
}

bool is_number(const std::string& name) {
    static const std::set<std::string> numbers{
        "x", "y", "rx", "ry", "cx", "cy", "r", "font-size", "stroke-width", "fill-opacity", "stroke-opacity"};
    return numbers.count(name) > 0;
}

class Reader {
public:
    std::vector<std::string> findings;

    void read(const pugi::xml_node& element) {
        const std::string name = element.name();
        const auto known = elements().find(name);
        if (known == elements().end()) {
            say("<" + name + "> is not in the subset");
            return;
        }
        for (const auto& attribute : element.attributes()) {
            if (known->second.count(attribute.name()) == 0 && !is_common(attribute.name())) {
                say(std::string(attribute.name()) + " on <" + name + "> is not in the subset");
            }
            read_value(name, attribute.name(), attribute.value());
        }
        read_text(element, name);
        if (name == "a" && !element.attribute("xlink:href")) {
            say("<a> without xlink:href");
        }
        for (const auto& child : element.children()) {
            if (child.type() == pugi::node_element) {
                read(child);
            }
        }
    }

    void read_root(const pugi::xml_node& root) {
        if (std::strcmp(root.name(), "svg") != 0) {
            say("the root is not <svg>");
            return;
        }
        static const std::regex length("[0-9]+(\\.[0-9]+)?(mm|px)?");
        for (const char* name : {"width", "height"}) {
            if (!std::regex_match(root.attribute(name).value(), length)) {
                say(std::string(name) + " of the root is no length");
            }
        }
        if (!root.attribute("viewBox")) {
            say("the root has no viewBox");
        }
        if (!root.attribute("xml:lang")) {
            say("the root has no xml:lang");
        }
        if (std::string(root.attribute("role").value()).rfind("graphics-document", 0) != 0) {
            say("the role of the root is not graphics-document");
        }
        const auto first = root.first_child();
        if (std::strcmp(first.name(), "title") != 0 || std::strcmp(first.next_sibling().name(), "desc") != 0) {
            say("title and desc do not come first");
        }
        read(root);
        for (const auto& id : referred_) {
            if (ids_.count(id) == 0) {
                say("nothing has the id " + id);
            }
        }
    }

private:
    void say(std::string finding) { findings.push_back(std::move(finding)); }

    void read_value(const std::string& element, const std::string& name, const std::string& value) {
        static const std::regex colour("none|#[0-9a-f]{6}");
        static const std::regex number("-?[0-9]+(\\.[0-9]+)?");
        static const std::regex address("(https?://|mailto:|#).*");
        static const std::regex id("[A-Za-z][A-Za-z0-9_-]*");
        static const std::regex path("[MLHVCSQAZ0-9 ,.\\-]*");
        if ((name == "fill" || name == "stroke") && !std::regex_match(value, colour)) {
            say(name + "=\"" + value + "\": write #rrggbb or none");
        } else if (is_number(name) && !std::regex_match(value, number)) {
            say(name + "=\"" + value + "\" on <" + element + "> is no plain number");
        } else if (name == "d" && !std::regex_match(value, path)) {
            say("a path with relative or broken segments: " + value.substr(0, 60));
        } else if ((name == "href" || name == "xlink:href") && !std::regex_match(value, address)) {
            say(name + "=\"" + value.substr(0, 40) + "\": only web addresses");
        } else if (name == "id" && (!std::regex_match(value, id) || !ids_.insert(value).second)) {
            say("id " + value + " is malformed or there twice");
        } else if (name == "aria-labelledby" || name == "aria-describedby") {
            std::istringstream words(value);
            for (std::string word; words >> word;) {
                referred_.push_back(word);
            }
        } else if (value.find("var(") != std::string::npos) {
            say(name + " uses var()");
        }
    }

    void read_text(const pugi::xml_node& element, const std::string& name) {
        if (name == "text" && (!element.attribute("x") || !element.attribute("y"))) {
            say("<text> without x and y: \"" + std::string(element.text().get()) + "\"");
        }
    }

    std::set<std::string> ids_;
    std::vector<std::string> referred_;
};

void collect(const pugi::xml_node& node, std::string& text) {
    for (const auto& child : node.children()) {
        if (child.type() == pugi::node_element) {
            if (std::strcmp(child.name(), "title") != 0 && std::strcmp(child.name(), "desc") != 0) {
                collect(child, text);
            }
        } else {
            text += child.value();
        }
    }
}

std::string folded(const std::string& text) {
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

} // namespace

std::vector<std::string> outside_subset(const std::string& svg) {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(svg.data(), svg.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed) {
        return {std::string("not XML: ") + parsed.description()};
    }
    Reader reader;
    reader.read_root(document.document_element());
    return reader.findings;
}

std::vector<std::string> labels_of(const std::string& svg) {
    pugi::xml_document document;
    document.load_buffer(svg.data(), svg.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    std::vector<std::string> labels;
    for (const auto& found : document.select_nodes("//text")) {
        std::string text;
        collect(found.node(), text);
        if (auto line = folded(text); !line.empty()) {
            labels.push_back(std::move(line));
        }
    }
    return labels;
}

} // namespace demarche::house
