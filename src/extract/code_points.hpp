#pragma once
/// Byte offsets as counts of code points.

#include "base/utf8.hpp"

#include <cstdint>
#include <string_view>

namespace demarche::extract {

/// Counts on or back from the offset asked before, so that many offsets nearly in order cost one walk through the text.
class CodePoints {
public:
    /// REQUIRES: the text outlives this.
    explicit CodePoints(std::string_view text) : text_(text) {}

    /// The code points before the byte `offset`. REQUIRES: it splits no code point.
    std::uint64_t before(std::size_t offset) {
        for (; at_ > offset; --at_) {
            count_ -= is_continuation(text_[at_ - 1]) ? 0 : 1;
        }
        for (; at_ < offset && at_ < text_.size(); ++at_) {
            count_ += is_continuation(text_[at_]) ? 0 : 1;
        }
        return count_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::uint64_t count_ = 0;
};

} // namespace demarche::extract
