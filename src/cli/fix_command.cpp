/// `check --fix`: mends the citations that went stale, and tells of each what it did.

#include "cli/fix_command.hpp"

#include "model/citation_splice.hpp"
#include "model/citing_findings.hpp"
#include "model/dossier_reader.hpp"
#include "model/word_difference.hpp"
#include "model/wording.hpp"
#include "write/writers.hpp"

namespace demarche::cli {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& message) {
    throw Error(Exit::usage_or_system,
                {Severity::error, "cannot-fix", {path, 0, 0}, message, "name the dossier's file, or leave --fix out"});
}

/// "start and end are 12 and 30", "prefix is "the""; what of the citation was changed beside its words.
std::string changes(const Citation& before, const Citation& after) {
    std::vector<std::string> parts;
    if (before.start != after.start || before.end != after.end) {
        parts.push_back("start and end are " + std::to_string(after.start.value_or(0)) + " and " +
                        std::to_string(after.end.value_or(0)));
    }
    if (before.prefix != after.prefix) {
        parts.push_back("prefix is " + quoted(after.prefix));
    }
    if (before.suffix != after.suffix) {
        parts.push_back("suffix is " + quoted(after.suffix));
    }
    return joined(parts);
}

void tell(const MendedCitation& mended, bool dry_run, Diagnostics& diagnostics) {
    const SettledCitation& settled = mended.settled;
    const std::string of_article = " of the article " + quoted(settled.before.article);
    const std::string place = " (" + settled.place + ")";
    const std::string now = dry_run ? "would be fixed: " : "fixed: ";
    if (!mended.mended) {
        diagnostics.warning("not-fixed", mended.where,
                            "something else than text stands among the words of this citation" + of_article,
                            "take it out, or correct the words by hand");
        return;
    }
    const std::string look = mended.marked ? "its fact is marked review=\"new\": look at it again"
                                           : "its fact is marked for review already: look at it again";
    if (settled.hold == Hold::altered) {
        const MarkedWordings wordings = mark_differences(settled.before.quote, settled.after.quote);
        const std::string more = changes(settled.before, settled.after);
        diagnostics.warning("fixed-words", mended.where,
                            now + quoted_marks(wordings.before) + " becomes " + quoted_marks(wordings.after) +
                                of_article + place + (more.empty() ? "" : "; " + more),
                            look);
    } else if (settled.hold == Hold::context) {
        diagnostics.warning("fixed-context", mended.where,
                            now + changes(settled.before, settled.after) + " for the words " +
                                quoted(settled.before.quote) + of_article + place,
                            look);
    } else {
        diagnostics.note("fixed-position", mended.where,
                         now + changes(settled.before, settled.after) + " for the words " +
                             quoted(settled.before.quote) + of_article + place);
    }
}

} // namespace

std::string fixed_dossier(const std::string& path,
                          const std::string& text,
                          bool dry_run,
                          const FileReader& articles,
                          Diagnostics& diagnostics) {
    if (path == "-") {
        refuse("<stdin>", "--fix rewrites the dossier, and this one has no file");
    }
    Diagnostics unheard; // the dossier is checked as it is in the end
    const auto model = parse_dossier(text, path, articles, unheard);
    if (!model) {
        return text;
    }
    const auto spliced = splice_citations(text, path, settle_citations(*model, articles), unheard);
    if (!spliced) {
        return text;
    }
    if (!dry_run && spliced->text != text) {
        write::write_file(path, spliced->text);
    }
    for (MendedCitation mended : spliced->citations) {
        mended.where = dry_run ? mended.settled.before.where : mended.where;
        tell(mended, dry_run, diagnostics);
    }
    return dry_run ? text : spliced->text;
}

} // namespace demarche::cli
