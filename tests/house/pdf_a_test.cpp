// `draw --pdf-a` as Apache PDFBox's Preflight sees it.

#include "charts.hpp"
#include "model/dossier_writer.hpp"
#include "support/model_generator.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>
#include <sstream>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;

/// The class path of Preflight as Debian installs it; empty where a part is missing.
std::string preflight_classes() {
    const fs::path folder = "/usr/share/java";
    std::string classes;
    for (const char* name : {"preflight.jar", "pdfbox2.jar", "xmpbox.jar", "fontbox2.jar", "commons-logging.jar",
                             "javax.activation.jar", "jaxb-api.jar"}) {
        if (!fs::exists(folder / name)) {
            return {};
        }
        classes += (classes.empty() ? "" : ":") + (folder / name).string();
    }
    return has_program("java") ? classes : std::string();
}

/// What Preflight complains of in the PDFs of a folder, a line each; how many of them it finds valid.
std::vector<std::string> complaints(const std::string& classes, const fs::path& folder, std::size_t& valid) {
    Command command;
    command.words = {"java",  "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                     "-cp",   classes,        "org.apache.pdfbox.preflight.Validator_A1b",
                     "batch", folder};
    command.timeout = std::chrono::seconds(300);
    const Outcome outcome = run(command);
    std::vector<std::string> lines;
    std::istringstream out(outcome.out + outcome.err);
    for (std::string line; std::getline(out, line);) {
        if (line.ends_with(" is a valid PDF/A-1b file")) {
            ++valid;
        } else if (!line.empty()) {
            lines.push_back(line);
        }
    }
    return lines;
}

void draw_archival(const fs::path& dossier, const fs::path& folder, const std::string& template_name = "report") {
    const Outcome outcome = run(demarche({"draw", dossier, "-o", folder, "-T", "pdf", "--pdf-a", "--template",
                                          template_name, "--chart", "timeline,network"}));
    EXPECT_EQ(outcome.exit, 0) << dossier << ": " << outcome.err;
}

TEST(PdfA, IsWrittenWhereAskedForAndTheSameTwice) {
    const Scratch scratch;
    const auto example = tree() / "examples/riyadh-talks/riyadh.dossier.xml";
    draw_archival(example, scratch.path() / "once");
    draw_archival(example, scratch.path() / "twice");
    draw(example, scratch.path() / "plain", "pdf");
    for (const char* name : {"timeline.pdf", "network.pdf"}) {
        const std::string bytes = bytes_of(scratch.path() / "once" / name);
        EXPECT_THAT(bytes, testing::HasSubstr("<pdfaid:part>1<")) << name;
        EXPECT_TRUE(bytes == bytes_of(scratch.path() / "twice" / name)) << name;
        EXPECT_THAT(bytes_of(scratch.path() / "plain" / name), testing::Not(testing::HasSubstr("pdfaid"))) << name;
    }
}

TEST(PdfA, PreflightFindsTheChartsOfTheExampleAndOfGeneratedModelsValid) {
    const std::string classes = preflight_classes();
    if (classes.empty()) {
        GTEST_SKIP() << "Java or Preflight is not installed (libpdfbox2-java, libactivation-java, libjaxb-api-java)";
    }
    const Scratch scratch;
    const fs::path all = scratch.path() / "all";
    fs::create_directories(all);
    const auto collect = [&all](const fs::path& folder) {
        for (const fs::path& file : files_in(folder, ".pdf")) {
            fs::rename(file, all / (folder.filename().string() + "-" + file.filename().string()));
        }
    };
    draw_archival(tree() / "examples/riyadh-talks/riyadh.dossier.xml", scratch.path() / "riyadh");
    collect(scratch.path() / "riyadh");
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        support::GeneratorOptions options;
        options.most_events = 60;
        options.most_actors = 24;
        const std::string name = "generated-" + std::to_string(seed);
        const auto dossier =
            scratch.write(name + ".dossier.xml", write_dossier(support::generate_model(seed, options)));
        draw_archival(dossier, scratch.path() / name, seed % 3 == 0 ? "slide" : "report");
        collect(scratch.path() / name);
    }
    std::size_t valid = 0;
    EXPECT_THAT(complaints(classes, all, valid), testing::IsEmpty());
    EXPECT_EQ(valid, 22U);
    EXPECT_EQ(valid, files_in(all, ".pdf").size());
}

} // namespace
} // namespace demarche::house
