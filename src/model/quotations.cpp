#include "model/quotations.hpp"

#include "base/folding.hpp"
#include "base/utf8.hpp"
#include "model/check.hpp"
#include "model/citing.hpp"
#include "model/dossier_schema.hpp"
#include "model/retracted.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

struct Marks {
    char32_t open;
    std::u32string_view close; ///< any of these
    bool also_apostrophe;      ///< the mark has another use: it counts only where it can open or close
};

constexpr std::array kMarks{
    Marks{U'“', U"”“", false},  Marks{U'„', U"“”", false},  Marks{U'”', U"”", true},  Marks{U'«', U"»", false},
    Marks{U'»', U"«", false},   Marks{U'‹', U"›", false},   Marks{U'›', U"‹", false}, Marks{U'"', U"\"", true},
    Marks{U'「', U"」", false}, Marks{U'『', U"』", false}, Marks{U'‘', U"’", true},  Marks{U'‚', U"‘’", false},
    Marks{U'\'', U"'", true},
};

bool is_single(char32_t open) {
    return open == U'‘' || open == U'\'' || open == U'‚' || open == U'‹' || open == U'›';
}

class Scanner {
public:
    explicit Scanner(std::u32string text) : text_(std::move(text)) {}

    std::vector<Quotation> run() {
        std::vector<Quotation> found;
        for (std::size_t i = 0; i < text_.size();) {
            const auto marks = std::find_if(kMarks.begin(), kMarks.end(),
                                            [&](const Marks& candidate) { return candidate.open == text_[i]; });
            if (marks == kMarks.end() || (marks->also_apostrophe && !can_open(i))) {
                ++i;
                continue;
            }
            std::vector<std::size_t> ends = closings(*marks, i);
            if (ends.empty() && is_single(marks->open)) {
                ++i; // an apostrophe after all: ‘tis, '90s
                continue;
            }
            if (ends.empty()) {
                ends.push_back(text_.size());
            }
            Quotation quotation;
            for (const std::size_t end : ends) {
                quotation.readings.push_back(encode_utf8(std::u32string_view(text_).substr(i + 1, end - i - 1)));
            }
            found.push_back(std::move(quotation));
            i = ends.back() + 1;
        }
        return found;
    }

private:
    [[nodiscard]] char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : 0; }

    /// Behind no word and ahead of one; a digit follows an apostrophe ('90s).
    [[nodiscard]] bool can_open(std::size_t i) const {
        const bool digit_follows = at(i + 1) >= U'0' && at(i + 1) <= U'9';
        return (i == 0 || !is_word_character(at(i - 1))) && at(i + 1) != 0 && at(i + 1) != U' ' &&
               !(is_single(text_[i]) && digit_follows);
    }

    /// Ahead of no word.
    [[nodiscard]] bool can_close(std::size_t i) const { return !is_word_character(at(i + 1)) && at(i - 1) != U' '; }

    /// Where the quotation opened at `open` may end, the nearest first.
    [[nodiscard]] std::vector<std::size_t> closings(const Marks& marks, std::size_t open) const {
        std::vector<std::size_t> ends;
        const bool ambiguous = is_single(marks.open) && marks.also_apostrophe;
        for (std::size_t i = open + 1; i < text_.size(); ++i) {
            const bool reopens = ambiguous && text_[i] == marks.open && can_open(i) && !ends.empty();
            if (reopens) {
                break;
            }
            if (marks.close.find(text_[i]) != std::u32string_view::npos && (!ambiguous || can_close(i))) {
                ends.push_back(i);
                if (!ambiguous) {
                    break;
                }
            }
        }
        return ends;
    }

    std::u32string text_;
};

/// The end of the first place of `words` at or behind `from` that cuts no word; npos if there is none.
std::size_t find_words(const std::string& text, const std::string& words, std::size_t from) {
    for (std::size_t at = text.find(words, from); at != std::string::npos; at = text.find(words, at + 1)) {
        if (!cuts_a_word(text, at) && !cuts_a_word(text, at + words.size())) {
            return at + words.size();
        }
    }
    return std::string::npos;
}

/// The folded words between ellipses, "..." or "[...]".
std::vector<std::string> split_at_ellipses(std::string folded) {
    for (std::size_t at = folded.find("[...]"); at != std::string::npos; at = folded.find("[...]")) {
        folded.replace(at, 5, "...");
    }
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= folded.size();) {
        const std::size_t end = std::min(folded.find("...", at), folded.size());
        if (std::string part = fold(std::string_view(folded).substr(at, end - at)); !part.empty()) {
            parts.push_back(std::move(part));
        }
        at = end + 3;
    }
    return parts;
}

/// The exact words of the citations. Words that could not be anchored have been reported: they count as given.
std::vector<std::string> passages(const std::vector<Citation>& citations) {
    std::vector<std::string> result;
    for (const Citation& citation : citations) {
        if (!citation.quote.empty()) {
            result.push_back(citation.passage ? citation.passage->exact : citation.quote);
        }
    }
    return result;
}

std::vector<Citation> with(std::vector<Citation> citations, const std::vector<Citation>& more) {
    citations.insert(citations.end(), more.begin(), more.end());
    return citations;
}

/// Where misquotations go, and what is wrong with the words.
struct Report {
    Diagnostics& diagnostics;
    const char* fault;
};

/// The labels of one fact and the passages that may be quoted there.
class LabelCheck {
public:
    LabelCheck(std::vector<std::string> passages, SourcePosition where, const Report& report)
        : passages_(std::move(passages)), where_(std::move(where)), report_(report) {}

    void label(const char* name, const std::string& text) {
        for (const Quotation& quotation : quotations(text)) {
            const bool stands = std::any_of(quotation.readings.begin(), quotation.readings.end(),
                                            [&](const std::string& words) { return stands_in(words, passages_); });
            if (!stands) {
                report_.diagnostics.error(
                    "misquotation", where_,
                    std::string("the ") + name + " quotes words that " + report_.fault + ": " +
                        quoted(quotation.readings.back()),
                    "quote the source word for word and cite the sentence, or drop the quotation marks");
            }
        }
    }

private:
    std::vector<std::string> passages_;
    SourcePosition where_;
    const Report& report_;
};

/// A label without quotation marks, as nearly all are, costs nothing more than this look. One that is too long
/// for a label has been refused.
bool has_marks(std::string_view label) {
    return label.size() <= kLongestWords && label.find_first_of("\"'\xE2\xC2\xE3") != std::string_view::npos;
}

bool any_marks(std::initializer_list<std::string_view> labels) {
    return std::any_of(labels.begin(), labels.end(), has_marks);
}

void check_actor(const Actor& actor, const Report& report) {
    std::vector<Citation> all = actor.citations;
    for (const Role& role : actor.roles) {
        all = with(std::move(all), role.citations);
        if (any_marks({role.title, role.body})) {
            LabelCheck check(passages(with(actor.citations, role.citations)), role.where, report);
            check.label("title", role.title);
            check.label("body", role.body);
        }
    }
    if (any_marks({actor.name, actor.short_name})) {
        LabelCheck check(passages(all), actor.where, report);
        check.label("name", actor.name);
        check.label("short name", actor.short_name);
    }
}

void check_event(const Event& event, const Report& report) {
    if (any_marks({event.title, event.short_title, event.detail, event.words, event.where_held})) {
        LabelCheck check(passages(citations_of(event)), event.where, report);
        check.label("title", event.title);
        check.label("short title", event.short_title);
        check.label("detail", event.detail);
        check.label("date in words", event.words);
        check.label("place", event.where_held);
    }
}

void check_titles(const Model& model, const Report& report) {
    std::vector<std::string> all;
    each_citation_list(model, [&](const std::vector<Citation>& citations) {
        for (std::string& passage : passages(citations)) {
            all.push_back(std::move(passage));
        }
    });
    if (has_marks(model.title)) {
        LabelCheck(all, {model.file, 1, 1}, report).label("title of the dossier", model.title);
    }
    for (const ChartSpec& chart : model.charts) {
        if (any_marks({chart.title, chart.subtitle})) {
            LabelCheck check(all, chart.where, report);
            check.label("title", chart.title);
            check.label("subtitle", chart.subtitle);
        }
    }
}

void check_labels(const Model& model, const Report& report) {
    check_titles(model, report);
    for (const Actor& actor : model.actors) {
        check_actor(actor, report);
    }
    for (const Delegation& delegation : model.delegations) {
        if (has_marks(delegation.name)) {
            LabelCheck(passages(delegation.citations), delegation.where, report).label("name", delegation.name);
        }
    }
    for (const Event& event : model.events) {
        check_event(event, report);
    }
    for (const Tie& tie : model.ties) {
        if (has_marks(tie.verb)) {
            LabelCheck(passages(tie.citations), tie.where, report).label("verb", tie.verb);
        }
    }
}

} // namespace

std::vector<Quotation> quotations(std::string_view label) {
    return Scanner(decode_utf8(label)).run();
}

bool stands_in(std::string_view words, const std::vector<std::string>& passages) {
    std::string folded = fold(words);
    const std::vector<std::string> as_given = split_at_ellipses(folded);
    while (!folded.empty() && (folded.back() == ',' || folded.back() == '.')) {
        folded.pop_back();
    }
    const std::vector<std::string> without_stop = split_at_ellipses(folded);
    return std::any_of(passages.begin(), passages.end(), [&](const std::string& passage) {
        const std::string text = fold(passage);
        const auto holds = [&](const std::vector<std::string>& parts) {
            std::size_t at = 0;
            for (const std::string& part : parts) {
                at = at == std::string::npos ? at : find_words(text, part, at);
            }
            return at != std::string::npos;
        };
        return holds(as_given) || holds(without_stop);
    });
}

void check_quotations(const Model& model, Diagnostics& diagnostics) {
    Diagnostics nowhere;
    check_labels(model, {nowhere, "stand in no passage cited here"});
    for (const Diagnostic& finding : nowhere.all()) {
        diagnostics.report(finding);
    }
    const Retractions retractions(model);
    if (retractions.none() || nowhere.has_errors()) {
        return;
    }
    // Of what is drawn still, nothing is quoted that was taken back.
    Model standing = without_retracted(model);
    each_citation_list(standing, [&](std::vector<Citation>& citations) {
        std::erase_if(citations, [&](const Citation& citation) { return retractions.has(citation.article); });
    });
    check_labels(standing, {diagnostics, "stand in retracted articles alone"});
}

} // namespace demarche
