#pragma once
/// One small story in every format that articles come in.

#include <string>
#include <vector>

namespace demarche::extract {

struct Sample {
    const char* name;
    std::string bytes;
};

/// Plain, HTML, NITF, NewsML-G2 and ninjs 1 to 3.
const std::vector<Sample>& samples();

/// The story's two paragraphs, as every format gives them.
const std::string& sample_body();

} // namespace demarche::extract
