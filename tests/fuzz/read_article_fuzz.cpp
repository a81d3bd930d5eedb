// A target for libFuzzer: any bytes as an article, all the way to a dossier, which must hold.

#include "extract/article_json.hpp"
#include "extract/article_texts.hpp"
#include "extract/document.hpp"
#include "extract/lexicon.hpp"
#include "reading.hpp"
#include "story.hpp"
#include "support/memory_files.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace demarche;

void demand(bool holds) {
    if (!holds) {
        __builtin_trap();
    }
}

void read_and_cut(std::string_view bytes) {
    Diagnostics diagnostics;
    auto article = extract::read_article(bytes, "a.txt", diagnostics);
    demand(article.text.empty() == diagnostics.has_errors());
    const auto facts = article.facts;
    const auto document = extract::cut(std::move(article.text));
    demand(facts.body.begin <= facts.body.end && facts.body.end <= document.text.size());
    demand(!extract::article_json("a.txt", facts, document).empty());
}

void assemble_alone(std::string_view bytes) {
    Diagnostics diagnostics;
    const ArticleReader reader({}, diagnostics);
    Article known;
    known.id = "a1";
    known.file = "a.txt";
    auto read = reader.read(bytes, "a.txt", known, "2025-02-18", diagnostics);
    demand(read.has_value() != diagnostics.has_errors());
    if (!read) {
        return;
    }
    support::MemoryFiles files;
    files["a.txt"] = bytes;
    auto found = assemble::assemble({std::move(read->gist)}, reader.lexicon());
    const extract::ArticleTexts texts(files);
    demand(grow_dossier({"s.xml", ""}, {}, std::move(found), texts, diagnostics).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { // NOLINT: the fuzzer's name
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);        // NOLINT: bytes are characters here
    read_and_cut(bytes);
    assemble_alone(bytes);
    return 0;
}
