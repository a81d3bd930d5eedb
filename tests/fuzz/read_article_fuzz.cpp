// A target for libFuzzer: any bytes as an article, through the reader, the cutter and the finder of speech.
// Build with -DDEMARCHE_FUZZ=ON and Clang; run: read_article_fuzz -max_total_time=60 CORPUS

#include "extract/article_json.hpp"
#include "extract/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { // NOLINT: the fuzzer's name
    demarche::Diagnostics diagnostics;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size); // NOLINT: bytes are characters here
    auto article = demarche::extract::read_article(bytes, "fuzz", diagnostics);
    if (article.text.empty() != diagnostics.has_errors()) {
        __builtin_trap();
    }
    const auto facts = article.facts;
    const auto document = demarche::extract::cut(std::move(article.text));
    if (facts.body.begin > facts.body.end || facts.body.end > document.text.size()) {
        __builtin_trap();
    }
    return demarche::extract::article_json("fuzz", facts, document).empty() ? 1 : 0;
}
