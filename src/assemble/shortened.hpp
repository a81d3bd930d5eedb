#pragma once
/// What somebody said, made short enough for a chart without saying more or less sure things than they did.

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche::assemble {

/// Whether the words hold back, deny or set terms: "if", "not", "may", "expected", "only" ... Such words are never
/// dropped.
bool holds_back(std::string_view words);

/// Without what stands between commas and only describes (", who was ill,", ", once a Chilean port,") and without a
/// clause of concession before its own ("although ..., "); `verb`: the verb of the clause's own. The words themselves
/// where it has none such.
std::string without_asides(std::string_view clause, std::string_view verb);

/// "Peru was ready" of "Peru was ready, but that it would take weeks": of several things said the first.
std::string first_of_several(std::string_view clause);

/// Whether the clause says what matters at its end: "if ...", "had Peru signed, ...".
bool begins_late(std::string_view clause);

/// The longest first part of a clause of at most `limit` code points that ends where a part of the clause ends, and
/// behind which nothing is said that holds back; where there is none, the shortest such part of at most `most`. ""
/// where there is none either. Quotation marks are never parted. `verb`: the clause's own, which no part ends before;
/// "": not known.
std::string shortened(std::string_view clause, std::size_t limit, std::size_t most, std::string_view verb = {});

/// Whether the words have a verb in a finite form, as far as auxiliaries tell.
bool is_clause(std::string_view words);

/// How many code points.
std::size_t length_of(std::string_view text);

} // namespace demarche::assemble
