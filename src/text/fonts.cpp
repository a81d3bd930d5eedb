#include "text/fonts.hpp"

#include "base/diagnostic.hpp"

#include <array>
#include <filesystem>
#include <fontconfig/fontconfig.h>
#include <memory>
#include <set>
#include <span>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace demarche::text {

namespace {

namespace fs = std::filesystem;

struct KnownFamily {
    std::string_view name;
    std::string_view directory; ///< below kSystemFonts; where the system's package keeps it
    std::string_view stem;      ///< file name up to the style
    std::string_view ending;    ///< ".ttf"
    std::span<const std::string_view> styles;
};

constexpr std::string_view kSystemFonts = "/usr/share/fonts/";
constexpr std::array<std::string_view, 4> kFourStyles{"-Regular", "-Bold", "-Italic", "-BoldItalic"};
constexpr std::array<std::string_view, 2> kTwoStyles{"-Regular", "-Bold"};
constexpr std::array<std::string_view, 2> kDejaVuStyles{"", "-Bold"};
constexpr std::array<std::string_view, 1> kOneStyle{""};

constexpr KnownFamily kDefault{"Liberation Sans", "truetype/liberation2", "LiberationSans", ".ttf", kFourStyles};

constexpr std::array kOthers{
    KnownFamily{"Liberation Serif", "truetype/liberation2", "LiberationSerif", ".ttf", kFourStyles},
    KnownFamily{"Liberation Mono", "truetype/liberation2", "LiberationMono", ".ttf", kFourStyles},
};

constexpr std::array kFallbacks{
    KnownFamily{"DejaVu Sans", "truetype/dejavu", "DejaVuSans", ".ttf", kDejaVuStyles},
    KnownFamily{"Droid Sans Fallback", "truetype/droid", "DroidSansFallbackFull", ".ttf", kOneStyle},
    KnownFamily{"Noto Sans", "truetype/noto", "NotoSans", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Arabic", "truetype/noto", "NotoSansArabic", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Hebrew", "truetype/noto", "NotoSansHebrew", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Armenian", "truetype/noto", "NotoSansArmenian", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Georgian", "truetype/noto", "NotoSansGeorgian", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Devanagari", "truetype/noto", "NotoSansDevanagari", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Bengali", "truetype/noto", "NotoSansBengali", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Gujarati", "truetype/noto", "NotoSansGujarati", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Gurmukhi", "truetype/noto", "NotoSansGurmukhi", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Kannada", "truetype/noto", "NotoSansKannada", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Malayalam", "truetype/noto", "NotoSansMalayalam", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Sinhala", "truetype/noto", "NotoSansSinhala", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Tamil", "truetype/noto", "NotoSansTamil", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Telugu", "truetype/noto", "NotoSansTelugu", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Thai", "truetype/noto", "NotoSansThai", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Lao", "truetype/noto", "NotoSansLao", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Khmer", "truetype/noto", "NotoSansKhmer", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Myanmar", "truetype/noto", "NotoSansMyanmar", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans Ethiopic", "truetype/noto", "NotoSansEthiopic", ".ttf", kTwoStyles},
    KnownFamily{"Noto Sans CJK SC", "opentype/noto", "NotoSansCJK", ".ttc", kTwoStyles},
};

std::vector<std::string> files_in(const KnownFamily& family, const fs::path& directory) {
    std::vector<std::string> files;
    for (const std::string_view style : family.styles) {
        std::string name(family.stem);
        name.append(style).append(family.ending);
        fs::path path = directory / name;
        if (access(path.c_str(), R_OK) == 0) {
            files.push_back(path.string());
        }
    }
    return files;
}

FontFamily installed(const KnownFamily& family) {
    const fs::path directory = fs::path(kSystemFonts) / family.directory;
    return {std::string(family.name), files_in(family, directory)};
}

struct FontconfigRelease {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }

    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }

    void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }

    void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }
};

template <class T>
using FontconfigOwned = std::unique_ptr<T, FontconfigRelease>;

std::string text_of(const FcPattern* pattern, const char* property) {
    FcChar8* value = nullptr;
    return FcPatternGetString(pattern, property, 0, &value) == FcResultMatch ? reinterpret_cast<const char*>(value)
                                                                             : std::string();
}

/// What the system's fontconfig lists under this name; not what it would put in its place.
FontFamily listed(const std::string& name) {
    const FontconfigOwned<FcConfig> config(FcInitLoadConfigAndFonts());
    const FontconfigOwned<FcPattern> wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
    const FontconfigOwned<FcObjectSet> properties(FcObjectSetBuild(FC_FILE, FC_FONTFORMAT, nullptr));
    const FontconfigOwned<FcFontSet> fonts(FcFontList(config.get(), wanted.get(), properties.get()));
    std::set<std::string> files;
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
        const std::string format = text_of(fonts->fonts[i], FC_FONTFORMAT);
        if (format == "TrueType" || format == "CFF") {
            files.insert(text_of(fonts->fonts[i], FC_FILE));
        }
    }
    return {name, {files.begin(), files.end()}};
}

/// The directories where the default family may be, in the order in which they are tried.
std::vector<fs::path> default_directories() {
    std::vector<fs::path> directories;
    std::error_code error;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", error); !error) {
        directories.push_back(program.parent_path().parent_path() / "share/demarche/fonts");
    }
    directories.emplace_back(DEMARCHE_FONT_DIR);
    directories.emplace_back(DEMARCHE_LIBERATION_DIR);
    return directories;
}

} // namespace

FontFamily default_family() {
    const std::vector<fs::path> directories = default_directories();
    std::string tried;
    for (const fs::path& directory : directories) {
        std::vector<std::string> files = files_in(kDefault, directory);
        if (files.size() == kDefault.styles.size()) {
            return {std::string(kDefault.name), std::move(files)};
        }
        tried += (tried.empty() ? "" : ", ") + directory.string();
    }
    throw Error(Exit::usage_or_system, {.severity = Severity::error,
                                        .code = "missing-font",
                                        .where = {},
                                        .message = "the typeface Liberation Sans 2 is in none of " + tried,
                                        .hint = "install the package fonts-liberation2"});
}

std::vector<FontFamily> fallback_families() {
    std::vector<FontFamily> families;
    for (const KnownFamily& known : kFallbacks) {
        FontFamily family = installed(known);
        if (!family.files.empty()) {
            families.push_back(std::move(family));
        }
    }
    return families;
}

FontFamily find_family(const std::string& name) {
    if (name == kDefault.name) {
        return default_family();
    }
    for (const auto& known : kOthers) {
        if (name == known.name) {
            return installed(known);
        }
    }
    for (const auto& known : kFallbacks) {
        if (name == known.name) {
            return installed(known);
        }
    }
    return listed(name);
}

} // namespace demarche::text
