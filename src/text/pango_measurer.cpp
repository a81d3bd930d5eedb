#include "text/pango_measurer.hpp"

#include "text/kept_text.hpp"
#include "text/pango_text.hpp"
#include "text/text_line.hpp"

#include <algorithm>
#include <hb-ot.h>
#include <optional>
#include <unordered_map>
#include <utility>

namespace demarche::text {

namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr double kUnits = PANGO_SCALE;

struct StringHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Widths of whole strings in one font: a cache by word is wrong where a font kerns against the blank.
using Widths = std::unordered_map<std::string, double, StringHash, std::equal_to<>>;

/// Broken texts by their width: a chart on one page and on several breaks most of them alike.
using Wrapped = std::unordered_map<std::string, std::map<double, std::vector<Line>>, StringHash, std::equal_to<>>;

class PangoMeasurer final : public Measurer {
public:
    explicit PangoMeasurer(std::shared_ptr<PangoText> type) : type_(std::move(type)), pango_(*type_) {}

    [[nodiscard]] double width(std::string_view text, const Font& font) const override {
        Widths& widths = widths_[font];
        if (const auto found = widths.find(text); found != widths.end()) {
            return found->second;
        }
        if (widths.size() >= kCacheLimit) {
            widths.clear();
        }
        const double result = shaped_width(clean_line(text), font);
        widths.emplace(text, result);
        return result;
    }

    [[nodiscard]] FontMetrics metrics(const Font& font) const override;
    [[nodiscard]] std::vector<Line> wrap(std::string_view text, const Font& font, double max_width) const override;

private:
    static constexpr std::size_t kCacheLimit = 65536;

    [[nodiscard]] double shaped_width(const std::string& clean, const Font& font) const {
        return advance(pango_layout_get_line_readonly(pango_.set_line(clean, font), 0));
    }

    /// Clean text and where each of its bytes comes from.
    struct Paragraph {
        std::string clean;
        std::vector<std::size_t> offsets;
    };

    [[nodiscard]] std::vector<Line> wrap_afresh(std::string_view text, const Font& font, double max_width) const;
    [[nodiscard]] std::optional<Line> whole(const Paragraph& paragraph, const Font& font, double max_width) const;
    [[nodiscard]] std::vector<Line>
    wrap_within(const Paragraph& paragraph, const KeptText& kept, const Font& font, double max_width) const;
    [[nodiscard]] std::vector<Line>
    wrap_once(const Paragraph& paragraph, const KeptText& kept, const Font& font, double max_width) const;

    std::shared_ptr<PangoText> type_;
    PangoText& pango_;
    mutable std::map<Font, Widths> widths_;
    mutable std::map<Font, Wrapped> wrapped_;
    mutable std::map<Font, FontMetrics> metrics_;
};

FontMetrics PangoMeasurer::metrics(const Font& font) const {
    if (const auto found = metrics_.find(font); found != metrics_.end()) {
        return found->second;
    }
    FontMetrics result{0.905 * font.size, 0.212 * font.size, 0.729 * font.size, 0.528 * font.size};
    const Owned<PangoFont> loaded = pango_.load(font);
    if (hb_font_t* hb = loaded ? pango_font_get_hb_font(loaded.get()) : nullptr; hb != nullptr) {
        hb_font_extents_t extents{};
        if (hb_font_get_h_extents(hb, &extents) != 0) {
            result.ascent = extents.ascender / kUnits;
            result.descent = -extents.descender / kUnits;
        }
        hb_position_t position = 0;
        if (hb_ot_metrics_get_position(hb, HB_OT_METRICS_TAG_CAP_HEIGHT, &position) != 0) {
            result.cap_height = position / kUnits;
        }
        if (hb_ot_metrics_get_position(hb, HB_OT_METRICS_TAG_X_HEIGHT, &position) != 0) {
            result.x_height = position / kUnits;
        }
    }
    metrics_.emplace(font, result);
    return result;
}

/// A line of a broken paragraph as it will be drawn by itself. A soft hyphen at its end becomes a hyphen;
/// where the line alone would read in another direction than the paragraph, a mark (U+200E, U+200F) keeps it.
std::string line_alone(std::string_view piece, bool right_to_left, bool last) {
    std::string text = clean_line(piece);
    if (!last && piece.ends_with(kSoftHyphen)) {
        text += "-";
    }
    if (!text.empty() && reads_right_to_left(text) != right_to_left) {
        text.insert(0, right_to_left ? "\u200F" : "\u200E");
    }
    return text;
}

std::vector<Line>
PangoMeasurer::wrap_once(const Paragraph& paragraph, const KeptText& kept, const Font& font, double max_width) const {
    const std::string& clean = paragraph.clean;
    PangoLayout* layout = pango_.set_wrapped(kept.text, font, max_width);
    std::vector<std::pair<std::size_t, std::size_t>> pieces;
    for (const GSList* item = pango_layout_get_lines_readonly(layout); item != nullptr; item = item->next) {
        const auto* line = static_cast<const PangoLayoutLine*>(item->data);
        const auto start = static_cast<std::size_t>(line->start_index);
        const std::size_t begin = kept.places[start];
        pieces.emplace_back(begin, kept.places[start + static_cast<std::size_t>(line->length)] - begin);
    }
    const bool right_to_left = reads_right_to_left(clean);
    std::vector<Line> lines;
    for (const auto& [start, length] : pieces) {
        const std::string_view piece = trim_blanks(std::string_view(clean).substr(start, length));
        if (piece.empty()) {
            continue;
        }
        std::string text = line_alone(piece, right_to_left, start + length == clean.size());
        const double line_width = width(text, font);
        const auto begin = static_cast<std::size_t>(piece.data() - clean.data());
        lines.push_back(
            {std::move(text), line_width, paragraph.offsets[begin], paragraph.offsets[begin + piece.size()]});
    }
    if (lines.empty()) {
        lines.emplace_back();
    }
    return lines;
}

/// The paragraph as one line, where it fits.
std::optional<Line> PangoMeasurer::whole(const Paragraph& paragraph, const Font& font, double max_width) const {
    const std::string_view piece = trim_blanks(paragraph.clean);
    if (piece.empty()) {
        return std::nullopt;
    }
    std::string text = line_alone(piece, reads_right_to_left(paragraph.clean), true);
    const double line_width = width(text, font);
    if (line_width > max_width) {
        return std::nullopt;
    }
    const auto begin = static_cast<std::size_t>(piece.data() - paragraph.clean.data());
    return Line{std::move(text), line_width, paragraph.offsets[begin], paragraph.offsets[begin + piece.size()]};
}

std::vector<Line> PangoMeasurer::wrap_afresh(std::string_view text, const Font& font, double max_width) const {
    Paragraph paragraph;
    paragraph.clean = clean_paragraph(text, paragraph.offsets);
    if (auto line = whole(paragraph, font, max_width)) {
        return {std::move(*line)};
    }

    std::vector<Line> lines = wrap_within(paragraph, kept_together(paragraph.clean), font, max_width);
    const bool all_fit =
        std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return line.width <= max_width; });
    // A span of numbers that is too wide for any line is torn like any other word.
    return all_fit ? lines : wrap_within(paragraph, as_it_is(paragraph.clean), font, max_width);
}

std::vector<Line>
PangoMeasurer::wrap_within(const Paragraph& paragraph, const KeptText& kept, const Font& font, double max_width) const {
    // A line drawn alone can be wider than the same run inside its paragraph (a hyphen, kerning, an Arabic
    // letter's final form): break again, narrower, by what was too much.
    std::vector<Line> lines = wrap_once(paragraph, kept, font, max_width);
    double width_asked = max_width;
    for (int attempt = 0; attempt < 4; ++attempt) {
        double excess = 0;
        for (const Line& line : lines) {
            excess = std::max(excess, line.width - max_width);
        }
        if (excess <= 0 || excess >= width_asked) {
            break;
        }
        width_asked -= excess;
        lines = wrap_once(paragraph, kept, font, width_asked);
    }
    return lines;
}

std::vector<Line> PangoMeasurer::wrap(std::string_view text, const Font& font, double max_width) const {
    const double limit = max_width > 0 ? max_width : 0; // NaN too
    Wrapped& wrapped = wrapped_[font];
    auto found = wrapped.find(text);
    if (found == wrapped.end()) {
        if (wrapped.size() >= kCacheLimit) {
            wrapped.clear();
        }
        found = wrapped.emplace(text, Wrapped::mapped_type{}).first;
    }
    const auto known = found->second.find(limit);
    if (known != found->second.end()) {
        return known->second;
    }
    return found->second.emplace(limit, wrap_afresh(text, font, limit)).first->second;
}

} // namespace

std::shared_ptr<PangoText> open_type(Diagnostics& diagnostics) {
    return std::make_shared<PangoText>(&diagnostics);
}

std::shared_ptr<PangoText> take_over(std::shared_ptr<PangoText> type, Diagnostics& diagnostics) {
    if (type == nullptr || !type->silent()) {
        return nullptr;
    }
    type->report_to(diagnostics);
    return type;
}

std::vector<std::string> font_files(const PangoText& type) {
    return {type.files().begin(), type.files().end()};
}

std::unique_ptr<Measurer> make_pango_measurer(std::shared_ptr<PangoText> type) {
    return std::make_unique<PangoMeasurer>(std::move(type));
}

std::unique_ptr<Measurer> make_pango_measurer(Diagnostics& diagnostics) {
    return make_pango_measurer(open_type(diagnostics));
}

} // namespace demarche::text
