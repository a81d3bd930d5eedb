#pragma once
/// HTML as it is written: elements that close in the order they were opened, attributes and text escaped.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::evidence {

class Html {
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    /// An attribute whose value is kNoValue is written as its name alone.
    static constexpr const char* kNoValue = "\x01";

    /// REQUIRES: tag and names of attributes are the program's own.
    void open(std::string_view tag, const Attributes& attributes = {});
    void close();
    /// Text of anybody's: escaped; control characters, which HTML cannot hold, become U+FFFD.
    void text(std::string_view words);
    /// An element with nothing but text in it.
    void element(std::string_view tag, std::string_view words, const Attributes& attributes = {});
    /// The same for words of somebody else's, in whatever direction they run: they reorder nothing around them.
    void foreign(std::string_view tag, std::string_view words, Attributes attributes = {});
    /// An element that has no end (meta, input).
    void lone(std::string_view tag, const Attributes& attributes);

    /// Markup, as it stands.
    void raw(std::string_view markup) { text_ += markup; }

    void line() { text_ += '\n'; }

    /// REQUIRES: everything is closed.
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void start(std::string_view tag, const Attributes& attributes);

    std::string text_;
    std::vector<std::string> open_;
};

/// Fit for HTML between tags and in quoted attributes.
std::string escaped(std::string_view words);

/// `url` where it leads to the web (http, https), with what no URI may hold percent-encoded; else "".
std::string web_address(const std::string& url);

} // namespace demarche::evidence
