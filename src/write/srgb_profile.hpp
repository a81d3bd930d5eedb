#pragma once
/// The sRGB colour space as an ICC profile.

#include <string>

namespace demarche::write {

/// A display profile of version 2.1 (ICC.1:2001-04), the newest that PDF/A-1 takes: three primaries adapted to D50 and
/// a curve of 1,024 points, of the numbers in IEC 61966-2-1 and the sRGB profile of its amendment.
std::string srgb_profile();

} // namespace demarche::write
