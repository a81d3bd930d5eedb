#include "base/xml_cursor.hpp"

#include "base/utf8.hpp"

namespace demarche::xml {

Cursor::Cursor(std::string_view source) : source_(source) {
    skip_byte_order_mark();
}

Position Cursor::to(std::size_t offset) {
    if (offset < at_.offset) {
        at_ = {};
        skip_byte_order_mark();
    }
    while (at_.offset < offset && at_.offset < source_.size()) {
        step();
    }
    return at_;
}

void Cursor::skip_byte_order_mark() {
    if (source_.starts_with(kByteOrderMark)) {
        at_.offset = kByteOrderMark.size();
    }
}

void Cursor::step() {
    const char c = source_[at_.offset++];
    const bool ends_line = c == '\n' || (c == '\r' && (at_.offset == source_.size() || source_[at_.offset] != '\n'));
    if (ends_line) {
        ++at_.line;
        at_.column = 1;
    } else if (c != '\r' && !is_continuation(c)) {
        ++at_.column;
    }
    // A code point is passed as a whole: a position never stands inside one.
    while (at_.offset < source_.size() && is_continuation(source_[at_.offset])) {
        ++at_.offset;
    }
}

} // namespace demarche::xml
