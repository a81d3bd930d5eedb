#include "write/pdf_fonts.hpp"

#include <ft2build.h>
#include <qpdf/Buffer.hh>
#include FT_FREETYPE_H

#include <array>
#include <memory>
#include <string>
#include <type_traits>

namespace demarche::write {

namespace {

using Handle = QPDFObjectHandle;

struct FreeTypeRelease {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }

    void operator()(FT_Face face) const { FT_Done_Face(face); }
};

template <class T>
using FreeTypeOwned = std::unique_ptr<std::remove_pointer_t<T>, FreeTypeRelease>;

/// Cairo numbers the glyphs of a subset without gaps and gives all their widths in one list: a bit a glyph, the first
/// one highest.
std::string glyph_bits(std::size_t glyphs) {
    std::string bits((glyphs + 7) / 8, '\0');
    for (std::size_t i = 0; i < glyphs; ++i) {
        bits[i / 8] = static_cast<char>(static_cast<unsigned char>(bits[i / 8]) | (0x80U >> (i % 8)));
    }
    return bits;
}

/// "/A/B/space" of a font program; empty where it is not to be read. The glyph for what is missing does not count.
std::string glyph_names(Handle program) {
    const std::shared_ptr<Buffer> bytes = program.getStreamData();
    FT_Library started = nullptr;
    if (FT_Init_FreeType(&started) != 0) {
        return {};
    }
    const FreeTypeOwned<FT_Library> library(started);
    FT_Face opened = nullptr;
    if (FT_New_Memory_Face(library.get(), bytes->getBuffer(), static_cast<FT_Long>(bytes->getSize()), 0, &opened) !=
        0) {
        return {};
    }
    const FreeTypeOwned<FT_Face> face(opened);
    std::string names;
    std::array<char, 128> name{};
    for (FT_Long glyph = 1; glyph < face->num_glyphs; ++glyph) {
        if (FT_Get_Glyph_Name(face.get(), static_cast<FT_UInt>(glyph), name.data(), name.size()) == 0) {
            names += std::string("/") + name.data();
        }
    }
    return names;
}

void complete_composite(QPDF& pdf, Handle font, bool archival) {
    if (font.isDictionaryOfType("/Font", "/CIDFontType2") && !font.hasKey("/CIDToGIDMap")) {
        font.replaceKey("/CIDToGIDMap", Handle::newName("/Identity"));
    }
    Handle widths = font.getKey("/W");
    if (archival && widths.isArray() && widths.getArrayNItems() == 2) {
        const std::string bits = glyph_bits(static_cast<std::size_t>(widths.getArrayItem(1).getArrayNItems()));
        font.getKey("/FontDescriptor").replaceKey("/CIDSet", Handle::newStream(&pdf, bits));
    }
}

void complete_simple(Handle font) {
    Handle descriptor = font.getKey("/FontDescriptor");
    if (!descriptor.isDictionary() || descriptor.hasKey("/CharSet")) {
        return;
    }
    for (const char* key : {"/FontFile3", "/FontFile"}) {
        if (Handle program = descriptor.getKey(key); program.isStream()) {
            descriptor.replaceKey("/CharSet", Handle::newString(glyph_names(program)));
            return;
        }
    }
}

} // namespace

void complete_fonts(QPDF& pdf, bool archival) {
    for (const Handle& object : pdf.getAllObjects()) {
        Handle font = object;
        if (font.isDictionaryOfType("/Font", "/CIDFontType2") || font.isDictionaryOfType("/Font", "/CIDFontType0")) {
            complete_composite(pdf, font, archival);
        } else if (archival && font.isDictionaryOfType("/Font", "/Type1")) {
            complete_simple(font);
        }
    }
}

} // namespace demarche::write
