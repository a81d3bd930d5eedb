// A target for libFuzzer: any text as an HTML page.

#include "base/utf8.hpp"
#include "extract/marked_up.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { // NOLINT: the fuzzer's name
    const std::string_view text(reinterpret_cast<const char*>(data), size);         // NOLINT: bytes are characters here
    if (demarche::first_invalid_utf8(text)) {
        return -1; // what comes here is decoded
    }
    const auto article = demarche::extract::read_html(text);
    const bool inside =
        article.facts.body.begin <= article.facts.body.end && article.facts.body.end <= article.text.size();
    if (!inside || demarche::first_invalid_utf8(article.text)) {
        __builtin_trap();
    }
    return 0;
}
