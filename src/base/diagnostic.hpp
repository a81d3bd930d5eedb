#pragma once
/// Diagnostics: everything the program has to say about its input, as values.
///
/// A stage that reads input reports to a `Diagnostics` and goes on as far as it can, so that one run
/// names every error of a file. Only input that cannot be used at all throws `Error`, which is caught
/// once, in main.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// Where in a file something stands. Lines and columns count from 1; columns count code points.
/// line 0 means "the file as a whole"; an empty file name means "no file".
struct SourcePosition {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

enum class Severity { note, warning, error };

/// One finding: `file:line:column: error: message; hint`.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;     ///< stable, kebab-case, for tools: "unknown-actor"
    SourcePosition where; ///< may be empty
    std::string message;  ///< one line, no trailing full stop, what was found and what is allowed
    std::string hint;     ///< may be empty: what to do ("did you mean \"rubio\"?")
};

/// Collects the findings of a run, in the order reported.
class Diagnostics {
public:
    void report(Diagnostic diagnostic);
    void error(std::string code, SourcePosition where, std::string message, std::string hint = {});
    void warning(std::string code, SourcePosition where, std::string message, std::string hint = {});
    void note(std::string code, SourcePosition where, std::string message, std::string hint = {});

    /// In file order within each file; files and findings at one place keep the order reported.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

    [[nodiscard]] std::size_t count(Severity severity) const;

    [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }

private:
    std::vector<Diagnostic> all_;
};

/// `riyadh.dossier.xml:41:18: error: no actor "rubi0"; did you mean "rubio"?` without a line end.
std::string to_text(const Diagnostic& diagnostic);

/// One JSON object a finding, in an array: severity, code, file, line, column, message, hint.
/// Invalid UTF-8 is replaced by U+FFFD.
std::string to_json(const std::vector<Diagnostic>& diagnostics);

/// Exit codes of the program.
enum class Exit { done = 0, input_error = 1, usage_or_system = 2 };

/// The one exception of the library: input that cannot be used, or a system that refuses.
class Error : public std::runtime_error {
public:
    Error(Exit exit, Diagnostic diagnostic);

    [[nodiscard]] Exit exit() const { return exit_; }

    [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }

private:
    Exit exit_;
    Diagnostic diagnostic_;
};

} // namespace demarche
