#include "base/encoding.hpp"

#include "base/ascii.hpp"

#include <memory>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

namespace demarche {
namespace {

constexpr std::size_t kLookedAt = std::size_t{64} << 10U;

/// Below this the detector guesses.
constexpr int kLeastConfidence = 20;

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }

    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// What the web means by a name (WHATWG, Encoding Standard).
std::string meant_by(std::string name) {
    name = ascii_lower(name);
    if (name == "iso-8859-1" || name == "iso8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" ||
        name == "ascii") {
        return "windows-1252";
    }
    return name;
}

} // namespace

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Close> converter(ucnv_open(meant_by(encoding).c_str(), &status));
    if (U_FAILURE(status) != 0 || !converter || bytes.size() > std::size_t{1} << 30U) {
        return std::nullopt;
    }
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status) != 0) {
        return std::nullopt;
    }
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::string guess_encoding(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
    const std::string_view looked_at = bytes.substr(0, kLookedAt);
    ucsdet_setText(detector.get(), looked_at.data(), static_cast<std::int32_t>(looked_at.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) != 0 || match == nullptr || ucsdet_getConfidence(match, &status) < kLeastConfidence) {
        return {};
    }
    const char* name = ucsdet_getName(match, &status);
    return U_FAILURE(status) != 0 || name == nullptr ? std::string() : meant_by(name);
}

} // namespace demarche
