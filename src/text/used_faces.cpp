#include "text/used_faces.hpp"

#include <pango/pangofc-font.h>

#include <algorithm>
#include <hb-ot.h>
#include <hb.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace demarche::text {

namespace {

Face face_of(PangoFont* font) {
    Face face;
    FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8* file = nullptr;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch) {
        face.file = reinterpret_cast<const char*>(file);
    }
    int index = 0;
    if (FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch) {
        face.index = static_cast<unsigned>(index) & 0xFFFFU; // above: the number of a named instance
    }
    hb_font_t* shaped = pango_font_get_hb_font(font);
    if (hb_ot_var_has_data(hb_font_get_face(shaped)) != 0) {
        unsigned count = 0;
        const float* place = hb_font_get_var_coords_design(shaped, &count);
        face.place.assign(place, place + count);
    }
    return face;
}

void add_all(const icu::UnicodeString& text, std::set<char32_t>& characters) {
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        characters.insert(static_cast<char32_t>(text.char32At(i)));
    }
}

/// The characters of a run, and those that HarfBuzz may take in their place: composed and decomposed forms, mirror
/// images, plain hyphens. What the face lacks of them is left out when it is cut.
void add_characters(std::string_view run, bool right_to_left, std::set<char32_t>& characters) {
    constexpr char32_t kUnbrokenHyphen = 0x2011;
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(run.data(), static_cast<int32_t>(run.size())));
    add_all(text, characters);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* composing = icu::Normalizer2::getNFCInstance(status);
    if (U_SUCCESS(status)) {
        add_all(composing->normalize(text, status), characters);
    }
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (right_to_left) {
            characters.insert(static_cast<char32_t>(u_charMirror(c)));
        }
        if (static_cast<char32_t>(c) == kUnbrokenHyphen) {
            characters.insert({U'\u2010', U'-'});
        }
    }
}

/// Letters that the face has in pieces only: "ṯ" set as "t" and a line below.
void add_decomposed(hb_font_t* font, std::set<char32_t>& characters) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposing = icu::Normalizer2::getNFDInstance(status);
    const std::set<char32_t> whole = characters;
    for (const char32_t c : whole) {
        hb_codepoint_t glyph = 0;
        icu::UnicodeString pieces;
        if (U_SUCCESS(status) && hb_font_get_nominal_glyph(font, c, &glyph) == 0 &&
            decomposing->getDecomposition(static_cast<UChar32>(c), pieces) != 0) {
            add_all(pieces, characters);
        }
    }
}

} // namespace

UsedFace& UsedFaces::use(PangoFont* font) {
    Face face = face_of(font);
    const auto known = std::ranges::find(list_, face, &UsedFace::face);
    if (known != list_.end()) {
        return *known;
    }
    list_.push_back({std::move(face), family_of(font), {}, {}});
    return list_.back();
}

std::vector<std::string> UsedFaces::add(std::string_view text, const Font& font) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(type_.set_line(text, font), 0);
    std::vector<const PangoItem*> items;
    for (const GSList* at = line->runs; at != nullptr; at = at->next) {
        items.push_back(static_cast<const PangoLayoutRun*>(at->data)->item);
    }
    std::ranges::sort(items, {}, [](const PangoItem* item) { return item->offset; }); // they come as they are seen
    std::vector<std::string> families;
    for (const PangoItem* item : items) {
        if (item->analysis.font == nullptr) {
            continue;
        }
        UsedFace& used = use(item->analysis.font);
        used.asked.emplace(font.bold, font.italic);
        std::set<char32_t> characters;
        add_characters(text.substr(static_cast<std::size_t>(item->offset), static_cast<std::size_t>(item->length)),
                       item->analysis.level % 2 == 1, characters);
        add_decomposed(pango_font_get_hb_font(item->analysis.font), characters);
        used.characters.merge(characters);
        if (std::ranges::find(families, used.family) == families.end()) {
            families.push_back(used.family);
        }
    }
    return families;
}

} // namespace demarche::text
