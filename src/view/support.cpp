#include "view/support.hpp"

#include "model/check.hpp"
#include "model/retracted.hpp"

#include <algorithm>
#include <iterator>

namespace demarche::view {

namespace {

std::string collapsed(const std::string& text) {
    std::string words;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            gap = !words.empty();
            continue;
        }
        words += gap ? " " : "";
        words += c;
        gap = false;
    }
    return words;
}

} // namespace

Support support_of(const Model& model, const Sources& sources, const std::vector<Citation>& citations) {
    // What a retracted article said supports nothing and disputes nothing: the list of sources alone still names it.
    const Retractions retractions(model);
    std::vector<Citation> standing;
    std::copy_if(citations.begin(), citations.end(), std::back_inserter(standing),
                 [&](const Citation& citation) { return !retractions.has(citation.article); });
    Support support;
    support.numbers = sources.numbers(standing);
    for (const Citation& citation : standing) {
        const auto number = sources.number_of.find(citation.article);
        if (number == sources.number_of.end()) {
            continue;
        }
        const std::string& exact = citation.passage ? citation.passage->exact : citation.quote;
        const CitedWords words{number->second, collapsed(exact), citation.stance};
        if (!words.words.empty() &&
            std::find(support.words.begin(), support.words.end(), words) == support.words.end()) {
            support.words.push_back(words);
        }
    }
    std::stable_sort(support.words.begin(), support.words.end(),
                     [](const CitedWords& a, const CitedWords& b) { return a.number < b.number; });
    std::erase_if(standing, [](const Citation& citation) { return citation.stance != Stance::supports; });
    support.one_text = sources.numbers(standing).size() > 1 && independent_sources(model, standing) == 1;
    return support;
}

bool all_share_one_text(const Sources& sources) {
    const auto is_retracted = [&](int number) { return sources.source(number)->status == ArticleStatus::retracted; };
    const auto standing = std::count_if(sources.list.begin(), sources.list.end(),
                                        [&](const Source& source) { return !is_retracted(source.number); });
    return standing == 1 ||
           std::any_of(sources.shared.begin(), sources.shared.end(), [&](const std::vector<int>& group) {
               return standing > 0 && group.size() - static_cast<std::size_t>(
                                                         std::count_if(group.begin(), group.end(), is_retracted)) ==
                                          static_cast<std::size_t>(standing);
           });
}

} // namespace demarche::view
