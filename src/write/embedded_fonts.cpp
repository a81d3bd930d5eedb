#include "write/embedded_fonts.hpp"

#include "write/drawable.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace demarche::write {

namespace {

/// RFC 4648, section 4, padded.
std::string base64(const std::string& bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = group << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += k <= count ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
        }
    }
    return text;
}

/// FNV-1a, 64 bits, as hexadecimal digits after a letter: a CSS identifier.
std::string name_of(const std::string& rules) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : rules) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string name = "f";
    for (int shift = 60; shift >= 0; shift -= 4) {
        name += kDigits[hash >> static_cast<unsigned>(shift) & 15U];
    }
    return name;
}

/// How the texts that a face serves ask for it. A face that serves regular and bold text alike covers both, or
/// browsers would thicken it.
std::string descriptors(const text::UsedFace& face) {
    const auto any = [&face](auto holds) { return std::ranges::any_of(face.asked, holds); };
    const bool bold = any([](const auto& asked) { return asked.first; });
    const bool regular = any([](const auto& asked) { return !asked.first; });
    const bool italic = any([](const auto& asked) { return asked.second; });
    const bool upright = any([](const auto& asked) { return !asked.second; });
    std::string css;
    if (bold) {
        css += regular ? "font-weight:400 700;" : "font-weight:700;";
    }
    if (italic) {
        css += upright ? "font-style:oblique 0deg 20deg;" : "font-style:italic;";
    }
    return css;
}

/// "data:" and what follows, or nothing where the face cannot be embedded; that is said once.
std::string data_address(const text::UsedFace& face, bool is_own, text::PangoText& type) {
    std::set<char32_t> characters = face.characters;
    if (is_own) {
        characters.insert(U' '); // a wrapped line ends with a blank
    }
    const text::FaceSubset cut = text::subset(face.face, characters);
    switch (cut.status) {
    case text::FaceSubset::Status::done:
        return "data:font/woff2;base64," + base64(cut.woff2);
    case text::FaceSubset::Status::forbidden:
        type.warn_once("font-licence",
                       "the licence bits of \"" + face.family + "\" forbid embedding; its texts stay live",
                       "choose another typeface, or --text outlines if your licence allows that");
        break;
    case text::FaceSubset::Status::failed:
        type.warn_once("font-not-embedded",
                       "\"" + face.family + "\" cannot be embedded; its texts stay live: " + face.face.file,
                       "choose another typeface or --text outlines");
        break;
    }
    return {};
}

} // namespace

EmbeddedFonts::EmbeddedFonts(const scene::Scene& scene, text::PangoText* type) : scene_(scene) {
    const auto own = type == nullptr ? std::make_unique<text::PangoText>(nullptr) : nullptr;
    text::PangoText& pango = type == nullptr ? *own : *type;
    Font font;
    font.family = scene.font_family;
    own_family_ = pango.family(font);
    text::UsedFaces faces(pango);
    for (const scene::Mark& mark : scene.pages.front().marks) {
        for (const scene::Item& item : mark.items) {
            const auto* text = std::get_if<scene::Text>(&item);
            if (text != nullptr && is_visible(item)) {
                std::string words = visible_text(*text);
                std::vector<std::string> families = faces.add(words, text->font);
                used_.emplace(Set{std::move(words), text->font}, std::move(families));
            }
        }
    }
    embed(faces.list(), pango);
}

void EmbeddedFonts::embed(const std::vector<text::UsedFace>& faces, text::PangoText& type) {
    std::vector<std::string> order; // of families
    std::map<std::string, std::vector<std::string>> rules;
    for (const text::UsedFace& face : faces) {
        const std::string address = data_address(face, face.family == own_family_, type);
        if (address.empty()) {
            continue;
        }
        std::vector<std::string>& of_family = rules[face.family];
        if (of_family.empty()) {
            order.push_back(face.family);
        }
        of_family.push_back(descriptors(face) + "src:url(" + address + ")");
    }
    std::stable_partition(order.begin(), order.end(),
                          [this](const std::string& family) { return family == own_family_; });
    for (const std::string& family : order) {
        std::string all;
        for (const std::string& rule : rules[family]) {
            all += rule;
        }
        const std::string& name = names_[family] = name_of(all);
        families_.append(name).append(", ");
        for (const std::string& rule : rules[family]) {
            faces_.append("@font-face{font-family:").append(name).append(";").append(rule).append("}");
        }
    }
}

std::string EmbeddedFonts::families_of(const scene::Text& text) const {
    const auto used = used_.find({visible_text(text), text.font});
    if (used == used_.end() || used->second.empty() ||
        (used->second.front() == own_family_ && text.font.family == scene_.font_family)) {
        return {};
    }
    std::string families;
    for (const std::string& family : used->second) {
        const auto name = names_.find(family);
        if (name != names_.end()) {
            families += name->second + ", ";
        }
    }
    return families;
}

std::string EmbeddedFonts::class_of(const std::string& list) {
    return classes_.try_emplace(list, name_of(list)).first->second;
}

std::string EmbeddedFonts::css() const {
    std::string rules;
    for (const auto& [list, name] : classes_) {
        rules.append(".").append(name).append("{font-family:").append(list).append("}");
    }
    return faces_ + (rules.empty() ? "" : "@supports(display:block){" + rules + "}");
}

} // namespace demarche::write
