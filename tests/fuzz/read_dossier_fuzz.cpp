// A target for libFuzzer: any bytes as a dossier. What is read without errors can be written, and splicing nothing into
// it changes nothing.

#include "model/dossier_reader.hpp"
#include "model/dossier_splice.hpp"
#include "model/dossier_writer.hpp"
#include "support/memory_files.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { // NOLINT: the fuzzer's name
    using namespace demarche;
    const std::string text(reinterpret_cast<const char*>(data), size); // NOLINT: bytes are characters here
    support::MemoryFiles files;
    files["a1.txt"] = "The two mayors met on Monday. They spoke for an hour.";
    Diagnostics diagnostics;
    const auto model = parse_dossier(text, "f.xml", files, diagnostics);
    if (!model || diagnostics.has_errors()) {
        return 0;
    }
    Diagnostics again;
    const auto spliced = splice_dossier(text, "f.xml", *model, again);
    const std::string written = write_dossier(*model);
    const auto read = parse_dossier(written, "f.xml", files, again);
    if (!spliced || *spliced != text || !read || again.has_errors() || write_dossier(*read) != written) {
        __builtin_trap();
    }
    return 0;
}
