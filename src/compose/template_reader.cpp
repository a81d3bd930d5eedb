/// Finds template files and follows `extends` down to base.

#include "base/suggest.hpp"
#include "base/xml.hpp"
#include "compose/embedded_templates.hpp"
#include "compose/template.hpp"
#include "compose/template_values.hpp"

#include <algorithm>
#include <filesystem>

namespace demarche::compose {

namespace {

namespace fs = std::filesystem;

/// A template's text and where it was found. `file` is a path, or "report.xml (built in)".
struct Found {
    std::string file;
    std::string directory; ///< where what it extends is looked for first
    std::string text;
    bool built_in = false;
};

class Finder {
public:
    Finder(const FileReader& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

    /// The chain from base to `name`; empty after an error.
    std::vector<xml::Document> chain(const std::string& name, const std::string& directory) {
        std::vector<xml::Document> documents;
        std::string wanted = name;
        std::string beside = directory;
        SourcePosition asked_at;
        for (;;) {
            const std::optional<Found> found = find(wanted, beside, asked_at);
            if (!found) {
                return {};
            }
            names_.push_back(found->file);
            std::optional<xml::Document> document = xml::parse(found->text, found->file, diagnostics_);
            if (!document) {
                return {};
            }
            const xml::Attribute* extends = document->root.attribute("extends");
            const bool last = found->built_in && wanted == kBaseTemplate;
            wanted = extends == nullptr ? kBaseTemplate : extends->value;
            asked_at = extends == nullptr ? SourcePosition{found->file, 0, 0} : document->where(*extends, 0);
            beside = found->directory;
            documents.insert(documents.begin(), std::move(*document));
            if (last) {
                add_languages(documents);
                return documents;
            }
        }
    }

private:
    /// Behind base, ahead of all that extends it.
    void add_languages(std::vector<xml::Document>& documents) {
        std::size_t behind = 1;
        for (const EmbeddedFile& words : embedded_words()) {
            const std::string file = "words/" + std::string(words.name) + ".xml (built in)";
            if (auto document = xml::parse(std::string(words.text), file, diagnostics_)) {
                documents.insert(documents.begin() + static_cast<std::ptrdiff_t>(behind++), std::move(*document));
            }
        }
    }

    [[nodiscard]] bool used(const std::string& file) const {
        return std::find(names_.begin(), names_.end(), file) != names_.end();
    }

    /// Files that are already in the chain are passed over, so that report.xml beside a dossier can extend
    /// the built-in report.
    std::optional<Found> find(const std::string& name, const std::string& directory, const SourcePosition& asked_at) {
        bool endless = false;
        for (const fs::path& path : candidates(name, directory)) {
            const std::string file = path.lexically_normal().string();
            if (!files_.exists(file)) {
                continue;
            }
            if (used(file)) {
                endless = true;
                continue;
            }
            return Found{file, path.parent_path().string(), files_.read(file), false};
        }
        for (const EmbeddedFile& built_in : embedded_templates()) {
            // Only what extends asks with a place. Base alone has no page to be cut into, no style of its own.
            if (built_in.name == name && (name != kBaseTemplate || !asked_at.file.empty())) {
                const std::string file = name + ".xml (built in)";
                if (used(file)) {
                    endless = true;
                    continue;
                }
                return Found{file, "", std::string(built_in.text), true};
            }
        }
        if (endless) {
            std::string way;
            for (const std::string& file : names_) {
                way += file + " → ";
            }
            diagnostics_.error("endless-extends", asked_at, "templates that extend each other: " + way + name);
        } else {
            diagnostics_.error("unknown-template", asked_at, "no template \"" + name + "\"",
                               name == kBaseTemplate
                                   ? "base is what every template extends; draw with report, slide or web"
                                   : suggestion(name, names_to_suggest(asked_at)));
        }
        return std::nullopt;
    }

    static std::vector<std::string> names_to_suggest(const SourcePosition& asked_at) {
        std::vector<std::string> names = built_in_templates();
        if (!asked_at.file.empty()) {
            names.emplace_back(kBaseTemplate);
        }
        return names;
    }

    static std::vector<fs::path> candidates(const std::string& name, const std::string& directory) {
        const bool is_path = name.find('/') != std::string::npos || name.ends_with(".xml");
        const fs::path beside = directory.empty() ? fs::path(".") : fs::path(directory);
        if (is_path) {
            return {beside / name, fs::path(name)};
        }
        return {beside / (name + ".template.xml"), beside / (name + ".xml")};
    }

    const FileReader& files_;
    Diagnostics& diagnostics_;
    std::vector<std::string> names_;
};

/// "house" of "styles/house.template.xml".
std::string stem(const std::string& name) {
    const std::string file = fs::path(name).filename().string();
    return file.substr(0, file.find('.'));
}

} // namespace

std::optional<Template> read_template(const std::string& name_or_path,
                                      const std::string& directory,
                                      const FileReader& files,
                                      Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.count(Severity::error);
    Template style;
    style.name = stem(name_or_path);
    Origins origins;
    std::size_t rank = 0;
    for (const xml::Document& document : Finder(files, diagnostics).chain(name_or_path, directory)) {
        apply_template(document, rank++, style, origins, diagnostics);
    }
    if (diagnostics.count(Severity::error) != errors_before) {
        return std::nullopt;
    }
    check_template(style, origins, diagnostics);
    if (diagnostics.count(Severity::error) != errors_before) {
        return std::nullopt;
    }
    return style;
}

} // namespace demarche::compose
