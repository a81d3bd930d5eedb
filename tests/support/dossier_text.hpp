#pragma once
/// Small models for tests, written as the dossier's own XML.

#include "base/diagnostic.hpp"
#include "model/dossier_reader.hpp"
#include "support/memory_files.hpp"

#include <gtest/gtest.h>
#include <string>

namespace demarche::support {

/// Two sides and one more, an actor or two for each, two articles that share a text and one that does not.
inline const std::string kCast = R"(
  <articles>
    <article id="a1" outlet="Lantern" title="One" published="2025-02-18" url="https://example.org/1" shares-text-with="a2"/>
    <article id="a2" outlet="Post" title="Two" published="2025-02-18"/>
    <article id="a3" outlet="Daily" title="Three" published="2025-02-17"/>
  </articles>
  <sides><side id="north" code="N" name="North"/><side id="south" code="S" name="South"/><side id="east" code="E" name="East"/></sides>
  <actors>
    <actor id="ann" name="Ann Able" short="Able" kind="person" side="north"/>
    <actor id="amy" name="Amy Ash" short="Ash" kind="person" side="north"/>
    <actor id="bob" name="Bob Bold" short="Bold" kind="person" side="south"/>
    <actor id="eve" name="Eve Early" short="Early" kind="person" side="east"/>
    <actor id="zoe" name="Zoe Zed" short="Zed" kind="person"/>
  </actors>)";

/// The model of a dossier with this content; as of 2025-02-18. The test fails where it has errors.
inline Model model_of(const std::string& content) {
    const std::string xml =
        "<dossier title=\"Test\" as-of=\"2025-02-18\" lang=\"en\" week=\"monday\">" + content + "</dossier>";
    const MemoryFiles files;
    Diagnostics diagnostics;
    auto model = parse_dossier(xml, "test.dossier.xml", files, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        EXPECT_NE(diagnostic.severity, Severity::error) << to_text(diagnostic);
    }
    EXPECT_TRUE(model);
    return model ? *model : Model{};
}

/// kCast and these events.
inline Model story(const std::string& events) {
    return model_of(kCast + "<events>" + events + "</events>");
}

} // namespace demarche::support
