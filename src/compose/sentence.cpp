#include "compose/sentence.hpp"

#include "base/utf8.hpp"

namespace demarche::compose {

std::string capitalised(const std::string& text) {
    std::u32string points = decode_utf8(text);
    if (points.empty()) {
        return text;
    }
    char32_t& first = points.front();
    if ((first >= U'a' && first <= U'z') || (first >= U'à' && first <= U'þ' && first != U'÷') ||
        (first >= U'а' && first <= U'я')) {
        first -= 0x20;
    } else if (first >= U'ѐ' && first <= U'џ') {
        first -= 0x50;
    } else if (first == U'ґ') {
        first = U'Ґ';
    }
    return encode_utf8(points);
}

void add_sentence(std::string& text, const std::string& sentence, const Template& style) {
    if (!sentence.empty()) {
        text += (text.empty() ? "" : " ") + style.within(capitalised(sentence) + (sentence.back() == '.' ? "" : "."));
    }
}

void add_clause(std::string& text, const std::string& clause, const Template& style) {
    if (!clause.empty()) {
        text = text.empty() ? style.within(clause) : style.joint("clauses", text, clause);
    }
}

std::string status_in_words(Status status, bool plan_passed, const Template& style) {
    switch (status) {
    case Status::planned:
        return style.phrase(plan_passed ? "plan-passed" : "planned");
    case Status::cancelled:
        return style.phrase("cancelled");
    case Status::denied:
        return style.phrase("denied");
    case Status::ongoing:
        return style.phrase("ongoing");
    case Status::occurred:
        break;
    }
    return {};
}

} // namespace demarche::compose
