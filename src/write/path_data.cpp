#include "write/path_data.hpp"

#include "base/number.hpp"

#include <cmath>

namespace demarche::write {

namespace {

using Kind = scene::PathSegment::Kind;

constexpr double kGrid = 100;              // points of the grid a unit
constexpr double kSameControl = 1 / kGrid; // within this, two estimates of a quadratic's control point are one

struct GridPoint {
    long x = 0, y = 0;

    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

/// Writes relative segments from grid point to grid point.
class OutlineWriter {
public:
    explicit OutlineWriter(double scale) : scale_(scale) {}

    void add(const scene::PathSegment& segment);

    [[nodiscard]] std::string take() { return std::move(data_); }

private:
    [[nodiscard]] GridPoint snapped(Point point) const {
        return {std::lround(point.x * scale_ * kGrid), std::lround(point.y * scale_ * kGrid)};
    }

    /// A letter is left out where it is the one before; a minus sign needs no blank before it.
    void command(char letter) {
        if (letter != last_) {
            data_ += letter;
            last_ = letter;
            fresh_ = true;
        }
    }

    void number(long hundredths) {
        std::string text = to_text(static_cast<double>(hundredths) / kGrid, 2);
        if (const auto zero = text.find("0."); zero == 0 || (zero == 1 && text[0] == '-')) {
            text.erase(zero, 1);
        }
        if (!fresh_ && text[0] != '-') {
            data_ += ' ';
        }
        data_ += text;
        fresh_ = false;
    }

    void relative(GridPoint to) {
        number(to.x - grid_.x);
        number(to.y - grid_.y);
    }

    void line(GridPoint to) {
        if (to.y == grid_.y) {
            command('h');
            number(to.x - grid_.x);
        } else if (to.x == grid_.x) {
            command('v');
            number(to.y - grid_.y);
        } else {
            command('l');
            relative(to);
        }
    }

    void cubic(const scene::PathSegment& segment, GridPoint to) {
        const auto lowered = [](double control, double end) { return (3 * control - end) / 2; };
        const Point first{lowered(segment.control1.x, at_.x), lowered(segment.control1.y, at_.y)};
        const Point second{lowered(segment.control2.x, segment.to.x), lowered(segment.control2.y, segment.to.y)};
        if (std::hypot(first.x - second.x, first.y - second.y) * scale_ < kSameControl) {
            command('q');
            relative(snapped({(first.x + second.x) / 2, (first.y + second.y) / 2}));
        } else {
            command('c');
            relative(snapped(segment.control1));
            relative(snapped(segment.control2));
        }
        relative(to);
    }

    double scale_;
    std::string data_;
    char last_ = 0;
    bool fresh_ = true;
    Point at_;
    GridPoint grid_, start_;
};

void OutlineWriter::add(const scene::PathSegment& segment) {
    const GridPoint to = snapped(segment.to);
    switch (segment.kind) {
    case Kind::move:
        // The first is absolute, so that what is written may follow another path.
        command(data_.empty() ? 'M' : 'm');
        relative(to);
        last_ = last_ == 'm' ? 'l' : '\0'; // what follows a move without a letter is a line
        start_ = to;
        break;
    case Kind::line:
        if (to == grid_) {
            return;
        }
        line(to);
        break;
    case Kind::cubic:
        cubic(segment, to);
        break;
    case Kind::close:
        command('z');
        grid_ = start_;
        fresh_ = true;
        return;
    }
    at_ = segment.to;
    grid_ = to;
}

} // namespace

std::string path_data(const scene::Path& path, double scale) {
    const auto number = [scale](double points) { return to_text(points * scale, 2); };
    const auto pair = [&number](Point point) { return number(point.x) + " " + number(point.y); };
    std::string data;
    Point at;
    for (const scene::PathSegment& segment : path.segments) {
        switch (segment.kind) {
        case Kind::move:
            data += "M" + pair(segment.to);
            break;
        case Kind::line:
            if (segment.to.y == at.y) {
                data += "H" + number(segment.to.x);
            } else if (segment.to.x == at.x) {
                data += "V" + number(segment.to.y);
            } else {
                data += "L" + pair(segment.to);
            }
            break;
        case Kind::cubic:
            data += "C" + pair(segment.control1) + " " + pair(segment.control2) + " " + pair(segment.to);
            break;
        case Kind::close:
            data += "Z";
            continue;
        }
        at = segment.to;
    }
    return data;
}

std::string outline_data(const scene::Path& path, double scale) {
    OutlineWriter writer(scale);
    for (const scene::PathSegment& segment : path.segments) {
        writer.add(segment);
    }
    return writer.take();
}

} // namespace demarche::write
