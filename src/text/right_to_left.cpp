#include "text/right_to_left.hpp"

#include "text/text_line.hpp"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace demarche::text {

namespace {

constexpr std::string_view kRightToLeftMark = "\u200F";
constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";
constexpr UChar32 kPop = 0x2069;

struct Contents {
    bool left_to_right = false; ///< has letters of that direction
    bool right_to_left = false;
    bool digits = false;
    bool signs = false;         ///< anything else
    std::size_t never_open = 0; ///< ends of isolates that do not begin in the text
    std::size_t left_open = 0;  ///< isolates that do not end in it
    bool isolates = false;
};

void add(UChar32 c, Contents& contents) {
    switch (u_charDirection(c)) {
    case U_LEFT_TO_RIGHT:
        contents.left_to_right = true;
        break;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
        contents.right_to_left = true;
        break;
    case U_EUROPEAN_NUMBER:
    case U_ARABIC_NUMBER:
        contents.digits = true;
        break;
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
        ++contents.left_open;
        contents.isolates = true;
        break;
    case U_POP_DIRECTIONAL_ISOLATE:
        ++contents.never_open;
        contents.isolates = true;
        break;
    default:
        contents.signs = true;
    }
}

Contents contents_of(std::string_view text) {
    Contents contents;
    std::size_t at = 0;
    while (at < text.size()) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, text.size(), c);
        if (c == kPop && contents.left_open > 0) {
            --contents.left_open; // the end of one that began here
        } else if (c >= 0) {
            add(c, contents);
        }
    }
    return contents;
}

std::string times(std::size_t count, std::string_view mark) {
    std::string marks;
    for (std::size_t i = 0; i < count; ++i) {
        marks += mark;
    }
    return marks;
}

/// What stands before the text in as_right_to_left.
std::string lead(std::string_view text, const Contents& contents) {
    std::string opened = times(contents.never_open, kFirstStrongIsolate);
    const bool only_one_direction = !contents.right_to_left && !contents.isolates &&
                                    (contents.left_to_right || !contents.digits || !contents.signs);
    return only_one_direction || reads_right_to_left(text) ? opened : std::string(kRightToLeftMark) + opened;
}

} // namespace

std::string as_right_to_left(std::string_view text) {
    const Contents contents = contents_of(text);
    return lead(text, contents).append(text).append(times(contents.left_open, kPopIsolate));
}

std::string isolated(std::string_view text) {
    const Contents contents = contents_of(text);
    if (!contents.left_to_right) {
        return std::string(text);
    }
    // What was put together of isolated parts is a right-to-left phrase, whatever its first letter.
    const bool right_to_left = contents.isolates || reads_right_to_left(text);
    return std::string(right_to_left ? kRightToLeftIsolate : kLeftToRightIsolate).append(text).append(kPopIsolate);
}

Font upright(Font font) {
    font.italic = false;
    return font;
}

double RightToLeftMeasurer::width(std::string_view text, const Font& font) const {
    return inner_.width(as_right_to_left(text), upright(font));
}

FontMetrics RightToLeftMeasurer::metrics(const Font& font) const {
    return inner_.metrics(upright(font));
}

std::vector<Line> RightToLeftMeasurer::wrap(std::string_view text, const Font& font, double max_width) const {
    const std::size_t before = lead(text, contents_of(text)).size();
    std::vector<Line> lines = inner_.wrap(as_right_to_left(text), upright(font), max_width);
    const auto place = [&](std::size_t at) { return std::clamp(at, before, before + text.size()) - before; };
    for (Line& line : lines) {
        line.begin = place(line.begin);
        line.end = place(line.end);
        if (std::string directed = as_right_to_left(line.text); directed != line.text) {
            line.text = std::move(directed);
            line.width = inner_.width(line.text, upright(font));
        }
    }
    return lines;
}

} // namespace demarche::text
