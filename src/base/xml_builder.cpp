#include "base/xml_builder.hpp"

#include "base/utf8.hpp"
#include "base/xml_cursor.hpp"

#include <algorithm>
#include <exception>
#include <expat.h>
#include <memory>
#include <new>
#include <utility>

namespace demarche::xml {
namespace {

/// A name as a message shows it: it can be as long as the file.
std::string shown(std::string_view name) {
    constexpr std::size_t kLongest = 60;
    return shortened(name, kLongest);
}

/// The tree as it grows from expat's events.
class Builder {
public:
    Builder(Document& document, const Limits& limits, XML_Parser parser)
        : document_(document), limits_(limits), parser_(parser), cursor_(document.source) {}

    void declaration(const char* encoding) {
        if (encoding == nullptr) {
            return;
        }
        std::string name(encoding);
        for (char& c : name) {
            c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        if (name != "UTF-8") {
            refuse("invalid-encoding", "the file declares the encoding \"" + shown(encoding) + "\"",
                   "save it as UTF-8 and declare that, or nothing");
        }
    }

    void doctype() {
        refuse("doctype", "a document type declaration, which is not read", "delete the <!DOCTYPE ...> part");
        // Expat stands at the part of the declaration that made it call.
        const std::size_t start = document_.source.rfind("<!DOCTYPE", refusal_->offset);
        refusal_->offset = start == std::string::npos ? refusal_->offset : start;
    }

    void start(const char* name, const char** attributes) {
        if (++elements_ > limits_.elements) {
            refuse("too-many-elements", "more than " + std::to_string(limits_.elements) + " elements",
                   "split the file");
            return;
        }
        if (open_.size() == limits_.depth) {
            refuse("too-deep", "elements nested more than " + std::to_string(limits_.depth) + " deep", {});
            return;
        }
        Node node;
        node.name = name;
        node.begin = cursor_.to(here());
        read_attributes(node, attributes);
        open_.push_back(std::move(node));
    }

    void end() {
        Node node = std::move(open_.back());
        open_.pop_back();
        // An empty-element tag's end has no bytes of its own: expat reports it at the tag's own end or start.
        const std::size_t behind = here() + length();
        node.end = cursor_.to(behind);
        if (open_.empty()) {
            document_.root = std::move(node);
            seen_root_ = true;
        } else {
            open_.back().children.push_back(std::move(node));
        }
    }

    void text(std::string_view chunk) {
        if (open_.empty()) {
            return;
        }
        auto& siblings = open_.back().children;
        const bool goes_on = !siblings.empty() && siblings.back().kind == NodeKind::text;
        if (!goes_on) {
            siblings.push_back({NodeKind::text, {}, {}, cursor_.to(here()), {}, {}, {}});
        }
        Node& node = siblings.back();
        const std::size_t first = chunk.find_first_not_of(kBlanks);
        if (first != std::string_view::npos && is_blank(node.text)) {
            node.begin = cursor_.to(here() + first);
        }
        node.text += chunk;
        node.end = cursor_.to(here() + length());
    }

    void comment(std::string data) { aside({NodeKind::comment, {}, std::move(data), {}, {}, {}, {}}); }

    void instruction(std::string target, std::string data) {
        aside({NodeKind::instruction, std::move(target), std::move(data), {}, {}, {}, {}});
    }

    void refuse(std::string code, std::string message, std::string hint) {
        if (!refusal_) {
            refusal_ = Refusal{here(), std::move(code), std::move(message), std::move(hint)};
            XML_StopParser(parser_, XML_FALSE);
        }
    }

    void caught(std::exception_ptr error) {
        error_ = std::move(error);
        XML_StopParser(parser_, XML_FALSE);
    }

    [[nodiscard]] bool stopped() const { return refusal_ || error_; }

    void rethrow() const {
        if (error_) {
            std::rethrow_exception(error_);
        }
    }

    /// What stopped expat, in words.
    [[nodiscard]] Refusal refusal(XML_Error error) const {
        if (refusal_) {
            return *refusal_;
        }
        return {error == XML_ERROR_UNDEFINED_ENTITY ? unknown_entity() : here(),
                error == XML_ERROR_DUPLICATE_ATTRIBUTE ? "duplicate-attribute" : "not-well-formed", reason(error),
                hint(error)};
    }

private:
    [[nodiscard]] std::size_t here() const {
        const auto index = XML_GetCurrentByteIndex(parser_);
        return index < 0 ? 0 : std::min(static_cast<std::size_t>(index), document_.source.size());
    }

    [[nodiscard]] std::size_t length() const { return static_cast<std::size_t>(XML_GetCurrentByteCount(parser_)); }

    void refuse_at(std::size_t offset, std::string code, std::string message) {
        refuse(std::move(code), std::move(message), {});
        refusal_->offset = offset;
    }

    /// Where the entity stands that XML does not have: for one in an attribute expat tells the tag's place.
    [[nodiscard]] std::size_t unknown_entity() const {
        const std::string_view source = document_.source;
        for (std::size_t at = source.find('&', here()); at != std::string_view::npos; at = source.find('&', at + 1)) {
            const std::string_view name = source.substr(at + 1, source.find(';', at) - at - 1);
            if (!name.starts_with('#') && name != "amp" && name != "lt" && name != "gt" && name != "quot" &&
                name != "apos") {
                return at;
            }
        }
        return here();
    }

    void aside(Node node) {
        node.begin = cursor_.to(here());
        node.end = cursor_.to(here() + length());
        if (!open_.empty()) {
            open_.back().children.push_back(std::move(node));
        } else {
            (seen_root_ ? document_.after : document_.before).push_back(std::move(node));
        }
    }

    /// Expat tells no attribute's place, so the tag is walked again. REQUIRES: expat found it well-formed.
    void read_attributes(Node& node, const char** attributes) {
        const std::string_view source = document_.source;
        std::size_t at = here() + 1 + node.name.size();
        for (; *attributes != nullptr; attributes += 2) {
            Attribute attribute;
            attribute.name = attributes[0];
            attribute.value = attributes[1];
            at = source.find_first_not_of(kBlanks, at);
            attribute.name_at = cursor_.to(at);
            at = source.find_first_of("\"'", at + attribute.name.size());
            const char quote = source[at++];
            attribute.value_at = cursor_.to(at);
            at = source.find(quote, at) + 1;
            if (attribute.value.size() > limits_.value_bytes) {
                refuse_at(attribute.value_at.offset, "too-large",
                          "the value of " + shown(attribute.name) + " has more than " +
                              std::to_string(limits_.value_bytes) + " bytes");
            }
            node.attributes.push_back(std::move(attribute));
        }
    }

    [[nodiscard]] std::string open_element() const {
        return "<" + shown(open_.back().name) + ">, which line " + std::to_string(open_.back().begin.line) + " opens";
    }

    [[nodiscard]] std::string reason(XML_Error error) const {
        const std::string_view rest = std::string_view(document_.source).substr(here());
        const std::string_view entity = std::string_view(document_.source).substr(unknown_entity());
        switch (error) {
        case XML_ERROR_TAG_MISMATCH:
            return "the end tag </" + shown(rest.substr(0, rest.find_first_of(" \t\r\n>"))) + "> does not close " +
                   open_element();
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return "the attribute \"" + shown(rest.substr(0, rest.find_first_of(" \t\r\n="))) + "\" stands twice";
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return rest.size() > 1 && rest[0] == '<' && rest[1] != '/' && rest[1] != '!'
                       ? "a second root element"
                       : "text behind the end of the root element";
        case XML_ERROR_UNDEFINED_ENTITY:
            return "no entity \"" + shown(entity.substr(0, entity.find(';') + 1)) + "\"";
        case XML_ERROR_BAD_CHAR_REF:
            return "a reference to a character that XML does not have";
        case XML_ERROR_NO_ELEMENTS:
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_PARTIAL_CHAR:
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            if (!open_.empty()) {
                return "the file ends inside " + open_element();
            }
            return "the file ends before the root element does";
        default:
            return std::string("not well-formed XML: ") + XML_ErrorString(error);
        }
    }

    [[nodiscard]] std::string hint(XML_Error error) const {
        switch (error) {
        case XML_ERROR_TAG_MISMATCH:
            return "write </" + shown(open_.back().name) + "> first";
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return "keep one of them";
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return "a file has one root element";
        case XML_ERROR_UNDEFINED_ENTITY:
            return "write the character itself";
        case XML_ERROR_INVALID_TOKEN:
            return "a bare \"&\" is written \"&amp;\", a bare \"<\" \"&lt;\"; attribute values stand in quotation "
                   "marks, and a mark inside one is written “ ” or \"&quot;\"";
        default:
            return {};
        }
    }

    Document& document_;
    const Limits& limits_;
    XML_Parser parser_;
    Cursor cursor_;
    std::vector<Node> open_; ///< the elements begun and not ended, outermost first
    std::size_t elements_ = 0;
    bool seen_root_ = false;
    std::optional<Refusal> refusal_;
    std::exception_ptr error_;
};

/// Calls the builder from C: no exception may pass through expat's frames.
template <class Call>
void guarded(void* data, Call call) {
    auto& builder = *static_cast<Builder*>(data);
    // A stopped expat still ends the empty element whose start stopped it.
    if (builder.stopped()) {
        return;
    }
    try {
        call(builder);
    } catch (...) {
        builder.caught(std::current_exception());
    }
}

void set_handlers(XML_Parser parser, Builder& builder) {
    XML_SetUserData(parser, &builder);
    XML_SetXmlDeclHandler(parser, [](void* data, const char*, const char* encoding, int) {
        guarded(data, [&](Builder& to) { to.declaration(encoding); });
    });
    XML_SetStartDoctypeDeclHandler(parser, [](void* data, const char*, const char*, const char*, int) {
        guarded(data, [](Builder& to) { to.doctype(); });
    });
    XML_SetElementHandler(
        parser,
        [](void* data, const char* name, const char** attributes) {
            guarded(data, [&](Builder& to) { to.start(name, attributes); });
        },
        [](void* data, const char*) { guarded(data, [](Builder& to) { to.end(); }); });
    XML_SetCharacterDataHandler(parser, [](void* data, const char* text, int size) {
        guarded(data, [&](Builder& to) { to.text({text, static_cast<std::size_t>(size)}); });
    });
    XML_SetCommentHandler(parser,
                          [](void* data, const char* text) { guarded(data, [&](Builder& to) { to.comment(text); }); });
    XML_SetProcessingInstructionHandler(parser, [](void* data, const char* target, const char* text) {
        guarded(data, [&](Builder& to) { to.instruction(target, text); });
    });
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

} // namespace

std::optional<Refusal> build(Document& document, const Limits& limits) {
    // The encoding given here overrules the declared one, which the builder checks by itself.
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
    if (!parser) {
        throw std::bad_alloc();
    }
    Builder builder(document, limits, parser.get());
    set_handlers(parser.get(), builder);
    const auto status =
        XML_Parse(parser.get(), document.source.data(), static_cast<int>(document.source.size()), XML_TRUE);
    builder.rethrow();
    if (status == XML_STATUS_OK) {
        return std::nullopt;
    }
    return builder.refusal(XML_GetErrorCode(parser.get()));
}

} // namespace demarche::xml
