/// Finds template files, follows `extends` down to base, and lays variants over what that gives.

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

    /// What is laid over a template: one file, whatever it extends. nullopt after an error.
    std::optional<Found> variant(const std::string& name, const std::string& directory) {
        for (const fs::path& path : candidates(name, directory)) {
            const std::string file = path.lexically_normal().string();
            if (files_.exists(file)) {
                return Found{file, path.parent_path().string(), files_.read(file), false};
            }
        }
        std::vector<std::string> names;
        for (const EmbeddedFile& built_in : embedded_variants()) {
            if (built_in.name == name) {
                return Found{"variants/" + name + ".xml (built in)", "", std::string(built_in.text), true};
            }
            names.emplace_back(built_in.name);
        }
        const std::vector<std::string> templates = built_in_templates();
        const bool is_template = std::ranges::find(templates, name) != templates.end();
        diagnostics_.error("unknown-template", {}, "no variant \"" + name + "\" to lay over a template",
                           is_template ? "it is a template of its own: draw with \"" + name + "\" alone"
                                       : suggestion(name, names));
        return std::nullopt;
    }

    std::optional<Found> find(const std::string& name, const std::string& directory) {
        return find(name, directory, {});
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
            diagnostics_.error("unknown-template", asked_at, "no template \"" + name + "\"", hint(name, asked_at));
        }
        return std::nullopt;
    }

    static std::string hint(const std::string& name, const SourcePosition& asked_at) {
        if (name == kBaseTemplate) {
            return "base is what every template extends; draw with report, slide or web";
        }
        for (const EmbeddedFile& variant : embedded_variants()) {
            const std::string variant_name(variant.name);
            if (name == variant_name) {
                return "it is a variant: lay it over a template, as in \"web+" + name + "\"";
            }
            if (name.ends_with("-" + variant_name)) {
                return "did you mean \"" + name.substr(0, name.size() - variant_name.size() - 1) + "+" + variant_name +
                       "\"?";
            }
        }
        return suggestion(name, names_to_suggest(asked_at));
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

/// "web+dark": a template, and what is laid over it.
std::vector<std::string> parts_of(const std::string& name) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('+', at), name.size());
        parts.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// What follows other values where no file says it.
void derive(const Origins& origins, Template& style) {
    if (!origins.contains("colours/badge")) {
        style.badge_fill = style.ink;
    }
    if (!origins.contains("type/badge")) {
        style.badge.size = style.source_number.size;
    }
}

} // namespace

std::optional<Template> read_template(const std::string& name_or_path,
                                      const std::string& directory,
                                      const FileReader& files,
                                      Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.count(Severity::error);
    const std::vector<std::string> parts = parts_of(name_or_path);
    Template style;
    style.name = stem(parts.front());
    Origins origins;
    std::size_t rank = 0;
    for (const xml::Document& document : Finder(files, diagnostics).chain(parts.front(), directory)) {
        apply_template(document, rank++, style, origins, diagnostics);
    }
    for (std::size_t i = 1; i < parts.size() && diagnostics.count(Severity::error) == errors_before; ++i) {
        if (std::find(parts.begin() + 1, parts.begin() + static_cast<std::ptrdiff_t>(i), parts[i]) !=
            parts.begin() + static_cast<std::ptrdiff_t>(i)) {
            diagnostics.error("same-template", {}, "\"" + name_or_path + "\" lays \"" + parts[i] + "\" over twice",
                              "name each variant once");
            break;
        }
        style.name += "-" + stem(parts[i]);
        style.variants += "+" + parts[i];
        const auto found = Finder(files, diagnostics).variant(parts[i], directory);
        if (const auto document = found ? xml::parse(found->text, found->file, diagnostics) : std::nullopt) {
            apply_template(*document, rank++, style, origins, diagnostics);
        }
    }
    if (diagnostics.count(Severity::error) != errors_before) {
        return std::nullopt;
    }
    derive(origins, style);
    check_template(style, origins, diagnostics);
    if (diagnostics.count(Severity::error) != errors_before) {
        return std::nullopt;
    }
    return style;
}

std::optional<std::string> template_text(const std::string& name_or_path,
                                         const std::string& directory,
                                         const FileReader& files,
                                         Diagnostics& diagnostics) {
    if (name_or_path == kBaseTemplate) {
        return std::string(embedded_templates().front().text);
    }
    for (const EmbeddedFile& variant : embedded_variants()) {
        if (variant.name == name_or_path) {
            return std::string(variant.text);
        }
    }
    auto found = Finder(files, diagnostics).find(name_or_path, directory);
    if (!found) {
        return std::nullopt;
    }
    // Whatever else lies under this name is not printed as if it were one.
    const auto document = xml::parse(found->text, found->file, diagnostics);
    if (!document) {
        return std::nullopt;
    }
    if (document->root.name != "template") {
        diagnostics.error("unknown-element", document->where(document->root.begin),
                          "the root element is <" + document->root.name + ">, not <template>");
        return std::nullopt;
    }
    return std::move(found->text);
}

} // namespace demarche::compose
