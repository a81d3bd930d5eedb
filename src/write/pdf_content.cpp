#include "write/pdf_content.hpp"

#include <algorithm>
#include <array>
#include <qpdf/Pl_String.hh>
#include <stdexcept>
#include <string_view>

namespace demarche::write {

namespace {

bool paints(std::string_view op) {
    constexpr std::array<std::string_view, 18> kPainting{"S",  "s",  "f",  "F",  "f*", "B", "B*", "b",  "b*",
                                                         "sh", "Do", "BI", "Tj", "TJ", "'", "\"", "ID", "EI"};
    return std::ranges::find(kPainting, op) != kPainting.end();
}

/// Goes through a content stream an operator at a time. Within and outside of stretches Cairo marks what glyphs mean
/// (ActualText); these marks stay.
class Marker : public QPDFObjectHandle::TokenFilter {
public:
    explicit Marker(const std::vector<std::string>& types) : types_(types) {}

    void handleToken(const QPDFTokenizer::Token& token) override {
        instruction_ += token.getRawValue();
        if (token.getType() != QPDFTokenizer::tt_word) {
            return;
        }
        const std::string& op = token.getValue();
        if (op == "BDC" && instruction_.find("/MCID") != std::string::npos) {
            open();
        } else {
            pass(op);
        }
        instruction_.clear();
    }

    void handleEOF() override {
        outside_ += instruction_;
        close_artifact();
        if (next_ != types_.size()) {
            throw std::runtime_error("a page has " + std::to_string(next_) + " of " + std::to_string(types_.size()) +
                                     " tagged stretches");
        }
    }

private:
    void pass(const std::string& op) {
        if (op == "BDC" || op == "BMC") {
            ++nested_;
        }
        if (inside_) {
            write(instruction_);
        } else if (op != "W") { // Cairo clips to whole points: the last part of one would stay unpainted
            outside_ += instruction_;
            painted_ = painted_ || paints(op);
        }
        if (op == "EMC" && nested_ > 0) {
            --nested_;
        } else if (op == "EMC") {
            inside_ = false;
        }
    }

    void open() {
        if (next_ == types_.size() || inside_ || nested_ > 0) {
            throw std::runtime_error("a page has more tagged stretches than were begun");
        }
        close_artifact();
        write("\n/" + types_[next_] + "<</MCID " + std::to_string(next_) + ">>BDC");
        ++next_;
        inside_ = true;
    }

    void close_artifact() {
        write(painted_ ? "\n/Artifact BMC" + (outside_.starts_with('\n') ? outside_ : "\n" + outside_) + "\nEMC"
                       : outside_);
        outside_.clear();
        painted_ = false;
    }

    const std::vector<std::string>& types_;
    std::size_t next_ = 0;
    std::size_t nested_ = 0;  ///< marks of glyphs that are open
    bool inside_ = false;     ///< a stretch is open
    bool painted_ = false;    ///< something in `outside_` is seen
    std::string instruction_; ///< since the last operator
    std::string outside_;     ///< since the last stretch
};

} // namespace

std::string tagged_content(QPDFPageObjectHelper page, const std::vector<std::string>& types) {
    std::string content;
    Pl_String out("tagged content", nullptr, content);
    Marker marker(types);
    page.filterContents(&marker, &out);
    return content;
}

} // namespace demarche::write
