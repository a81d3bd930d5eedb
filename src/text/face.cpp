#include "text/face.hpp"

#include "text/woff2.hpp"

#include <algorithm>
#include <array>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <memory>

namespace demarche::text {

namespace {

struct HarfBuzzRelease {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }

    void operator()(hb_face_t* face) const { hb_face_destroy(face); }

    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};

template <class T>
using HarfBuzzOwned = std::unique_ptr<T, HarfBuzzRelease>;

/// OpenType specification, "OS/2": fsType. Where several of the three permissions are set the least restrictive holds.
bool embedding_forbidden(hb_face_t* face) {
    constexpr unsigned kRestricted = 0x0002;
    constexpr unsigned kPreviewAndPrint = 0x0004;
    constexpr unsigned kEditable = 0x0008;
    constexpr unsigned kNoSubsetting = 0x0100;
    constexpr unsigned kBitmapsOnly = 0x0200;
    constexpr unsigned kOffset = 8;
    const HarfBuzzOwned<hb_blob_t> table(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(table.get(), &length);
    if (length < kOffset + 2) {
        return false;
    }
    const unsigned bits =
        static_cast<unsigned char>(bytes[kOffset]) * 256U + static_cast<unsigned char>(bytes[kOffset + 1]);
    const bool restricted = (bits & kRestricted) != 0 && (bits & (kPreviewAndPrint | kEditable)) == 0;
    return restricted || (bits & (kNoSubsetting | kBitmapsOnly)) != 0;
}

/// Features that a browser applies of itself, so that text is shaped there as Pango shapes it. HarfBuzz's own list
/// holds fractions too, which are applied about a fraction slash only and bring dozens of glyphs.
void keep_features(hb_subset_input_t* input, const std::set<char32_t>& characters) {
    constexpr char32_t kFractionSlash = 0x2044;
    if (characters.contains(kFractionSlash)) {
        return;
    }
    constexpr std::array kDropped{HB_TAG('f', 'r', 'a', 'c'), HB_TAG('n', 'u', 'm', 'r'), HB_TAG('d', 'n', 'o', 'm')};
    hb_set_t* features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    for (const hb_tag_t tag : kDropped) {
        hb_set_del(features, tag);
    }
}

/// The copyright notice and the address of the licence; not the name, which may be reserved for the whole font.
void keep_names(hb_subset_input_t* input) {
    constexpr hb_codepoint_t kCopyright = 0;
    constexpr hb_codepoint_t kLicenceAddress = 14;
    hb_set_t* names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);
    hb_set_clear(names);
    hb_set_add(names, kCopyright);
    hb_set_add(names, kLicenceAddress);
}

bool pin(hb_subset_input_t* input, hb_face_t* face, const std::vector<float>& place) {
    std::vector<hb_ot_var_axis_info_t> axes(hb_ot_var_get_axis_count(face));
    auto count = static_cast<unsigned>(axes.size());
    hb_ot_var_get_axis_infos(face, 0, &count, axes.data());
    bool pinned = true;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        pinned = pinned && (i < place.size() ? hb_subset_input_pin_axis_location(input, face, axes[i].tag, place[i])
                                             : hb_subset_input_pin_axis_to_default(input, face, axes[i].tag)) != 0;
    }
    return pinned;
}

std::string packed(hb_face_t* face) {
    const HarfBuzzOwned<hb_blob_t> blob(hb_face_reference_blob(face));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &length);
    return to_woff2({bytes, length});
}

} // namespace

FaceSubset subset(const Face& face, const std::set<char32_t>& characters) {
    const HarfBuzzOwned<hb_blob_t> file(hb_blob_create_from_file_or_fail(face.file.c_str()));
    if (!file) {
        return {};
    }
    const HarfBuzzOwned<hb_face_t> whole(hb_face_create(file.get(), face.index));
    if (hb_face_get_glyph_count(whole.get()) == 0) {
        return {};
    }
    if (embedding_forbidden(whole.get())) {
        return {FaceSubset::Status::forbidden, {}};
    }
    const HarfBuzzOwned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
    if (!input || !pin(input.get(), whole.get(), face.place)) {
        return {};
    }
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t c : characters) {
        hb_set_add(wanted, c);
    }
    keep_features(input.get(), characters);
    keep_names(input.get());
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const HarfBuzzOwned<hb_face_t> cut(hb_subset_or_fail(whole.get(), input.get()));
    std::string woff2 = cut ? packed(cut.get()) : std::string();
    return {woff2.empty() ? FaceSubset::Status::failed : FaceSubset::Status::done, std::move(woff2)};
}

} // namespace demarche::text
