#include "model/source_lines.hpp"

#include <string_view>

namespace demarche {
namespace {

constexpr std::string_view kInLine = " \t";
constexpr std::string_view kBreaks = "\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace

SourceLines::SourceLines(const xml::Document& document) : source_(document.source) {
    const std::size_t first = source_.find_first_of(kBreaks);
    if (first != std::string::npos && source_[first] == '\r') {
        line_end_ = source_.compare(first, 2, "\r\n") == 0 ? "\r\n" : "\r";
    }
    find_step(document.root);
    step_ = step_.empty() ? "  " : step_;
}

bool SourceLines::begins_line(const xml::Node& node) const {
    const std::size_t begin = line_begin(node.begin.offset);
    return source_.find_first_not_of(kInLine, begin) == node.begin.offset;
}

std::string SourceLines::indent(const xml::Node& node) const {
    const std::size_t begin = line_begin(node.begin.offset);
    return source_.substr(begin, source_.find_first_not_of(kInLine, begin) - begin);
}

bool SourceLines::ends_line(std::size_t offset) const {
    const std::size_t next = source_.find_first_not_of(kInLine, offset);
    return next == std::string::npos || kBreaks.find(source_[next]) != std::string_view::npos;
}

std::size_t SourceLines::breaks_between(std::size_t begin, std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t at = begin; at < end; ++at) {
        const bool pair = source_[at] == '\n' && at > begin && source_[at - 1] == '\r';
        count += kBreaks.find(source_[at]) != std::string_view::npos && !pair ? 1 : 0;
    }
    return count;
}

std::string SourceLines::gap_on_line(const xml::Node& first, const xml::Node& second) const {
    const std::string gap = source_.substr(first.end.offset, second.begin.offset - first.end.offset);
    return gap.find_first_not_of(kInLine) == std::string::npos ? gap : std::string();
}

std::size_t SourceLines::value_end(const xml::Attribute& attribute) const {
    return source_.find(source_[attribute.value_at.offset - 1], attribute.value_at.offset);
}

std::size_t SourceLines::attributes_end(const xml::Node& element) const {
    return element.attributes.empty() ? element.begin.offset + 1 + element.name.size()
                                      : value_end(element.attributes.back()) + 1;
}

std::size_t SourceLines::start_tag_end(const xml::Node& element) const {
    return source_.find('>', attributes_end(element)) + 1;
}

std::size_t SourceLines::line_begin(std::size_t offset) const {
    const std::size_t line_break = offset == 0 ? std::string::npos : source_.find_last_of(kBreaks, offset - 1);
    if (line_break != std::string::npos) {
        return line_break + 1;
    }
    return source_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

void SourceLines::find_step(const xml::Node& element) {
    const std::string own = indent(element);
    for (const xml::Node& child : element.children) {
        if (!step_.empty()) {
            return;
        }
        if (child.kind != xml::NodeKind::element) {
            continue;
        }
        const std::string deeper = begins_line(child) && begins_line(element) ? indent(child) : std::string();
        if (deeper.size() > own.size() && deeper.starts_with(own)) {
            step_ = deeper.substr(own.size());
            return;
        }
        find_step(child);
    }
}

} // namespace demarche
