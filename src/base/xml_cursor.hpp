#pragma once
/// Inside the XML reader: byte offsets as positions.

#include "base/xml.hpp"

#include <string_view>

namespace demarche::xml {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Turns byte offsets into positions; cheap as long as they mostly grow.
class Cursor {
public:
    /// REQUIRES: the source outlives the cursor.
    explicit Cursor(std::string_view source);

    /// The position of the byte, or the end of the source. It never stands inside a code point.
    Position to(std::size_t offset);

private:
    void skip_byte_order_mark();
    void step();

    std::string_view source_;
    Position at_;
};

} // namespace demarche::xml
