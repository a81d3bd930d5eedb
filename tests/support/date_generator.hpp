#pragma once
/// EDTF texts that are true of a given moment, for tests.

#include "base/calendar.hpp"
#include "support/random.hpp"

#include <string>

namespace demarche::support {

/// When something really began, and on which day it ended.
struct Moment {
    Day day = 0;
    int minute = 0;
    Day until = 0;

    friend auto operator<=>(const Moment&, const Moment&) = default;
};

/// An EDTF text, possibly empty, that the moment does not contradict: exact, vague, open or lasting.
std::string true_date(Random& random, const Moment& moment);

} // namespace demarche::support
