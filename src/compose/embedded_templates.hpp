#pragma once
/// The templates that travel inside the program: templates/*.xml, templates/variants/*.xml and templates/words/*.xml,
/// turned into C++ by cmake/embed.cmake.

#include <span>
#include <string_view>

namespace demarche::compose {

struct EmbeddedFile {
    std::string_view name; ///< of the file, without its ending
    std::string_view text;
};

/// What every template starts from; it is extended, not drawn with.
constexpr std::string_view kBaseTemplate = "base";

/// In the order of their names.
std::span<const EmbeddedFile> embedded_templates();
/// templates/variants/*.xml: what is laid over a template ("web+dark").
std::span<const EmbeddedFile> embedded_variants();
/// templates/words/*.xml, by language: they go on where base ends.
std::span<const EmbeddedFile> embedded_words();

} // namespace demarche::compose
