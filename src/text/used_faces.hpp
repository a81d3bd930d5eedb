#pragma once
/// Which faces serve which characters of a chart's texts.

#include "base/font.hpp"
#include "text/face.hpp"
#include "text/pango_text.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::text {

struct UsedFace {
    Face face;
    std::string family;            ///< as the file names it
    std::set<char32_t> characters; ///< with what a shaper may look up in their place
    /// Bold and italic as asked for: a family without a bold serves bold text with what it has.
    std::set<std::pair<bool, bool>> asked;
};

class UsedFaces {
public:
    explicit UsedFaces(PangoText& type) : type_(type) {}

    /// Adds what a line of text uses; gives its families in the order in which they come in the line, each once.
    /// REQUIRES: clean text (text_line.hpp).
    std::vector<std::string> add(std::string_view text, const Font& font);

    /// In the order of first use.
    [[nodiscard]] const std::vector<UsedFace>& list() const { return list_; }

private:
    UsedFace& use(PangoFont* font);

    PangoText& type_;
    std::vector<UsedFace> list_;
};

} // namespace demarche::text
