#pragma once
/// Inside the reader of articles: the dates of headers and metadata.

#include <string>
#include <string_view>

namespace demarche::extract {

/// `YYYY-MM-DD`, or with `Thh:mm`, of a full date as files write it: ISO 8601 with or without hyphens, RFC 2822,
/// "Feb. 18, 2025", "18 February 2025, 6:30 p.m.", with a weekday or words such as "Updated" before it. The time is as
/// written: a zone is read and dropped. Empty: no date that exists, or one that may be read two ways ("02/03/2025").
std::string written_date(std::string_view text);

} // namespace demarche::extract
