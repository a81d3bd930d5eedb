// A target for libFuzzer: any text as NITF, NewsML-G2 or ninjs; its first character says which.

#include "base/utf8.hpp"
#include "extract/marked_up.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace demarche::extract;

ReadArticle read(char format, std::string_view text) {
    switch (format) {
    case 'i':
        return read_nitf(text);
    case 'g':
        return read_newsml(text);
    default:
        return read_ninjs(text);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { // NOLINT: the fuzzer's name
    const std::string_view text(reinterpret_cast<const char*>(data), size);         // NOLINT: bytes are characters here
    if (text.empty() || demarche::first_invalid_utf8(text)) {
        return -1; // what comes here is decoded
    }
    const auto article = read(text.front(), text.substr(1));
    const bool inside =
        article.facts.body.begin <= article.facts.body.end && article.facts.body.end <= article.text.size();
    if (!inside || demarche::first_invalid_utf8(article.text)) {
        __builtin_trap();
    }
    return 0;
}
