#pragma once
/// The words of a key with places to be filled in: the part of ICU's MessageFormat that sentences about counts need.
///
///   {shown} of {all} events
///   {count, plural, =0 {no events} one {# event} other {# events}}
///
/// A place is a name in braces. A plural is chosen by the value of its name, a whole number: by the number itself (=0),
/// else by the language's plural category (zero, one, two, few, many), else `other`, which must be there. Inside it, #
/// is the number and other places may stand. Numbers are printed in the digits 0 to 9 in every language. Unlike ICU's,
/// an apostrophe is an apostrophe.

#include <map>
#include <set>
#include <string>
#include <vector>

namespace demarche::compose {

/// What a message asks for, or what is wrong with it.
struct MessageShape {
    std::string problem;                        ///< empty: it is well formed
    std::set<std::string> places;               ///< names, those of plurals included
    std::vector<std::set<std::string>> plurals; ///< of each plural the cases that it gives
};

MessageShape shape_of(const std::string& message);

using MessageValues = std::map<std::string, std::string>;

/// The message with its places filled; a place without a value stays empty, what is not well formed stays as it is.
/// `language`: a BCP 47 tag.
std::string filled(const std::string& message, const MessageValues& values, const std::string& language);

} // namespace demarche::compose
