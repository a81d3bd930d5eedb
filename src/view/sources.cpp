#include "view/sources.hpp"

#include "model/check.hpp"
#include "view/selection.hpp"
#include "view/text_fragment.hpp"

#include <algorithm>
#include <set>

namespace demarche::view {

std::vector<int> Sources::numbers(const std::vector<Citation>& citations) const {
    std::set<int> found;
    for (const Citation& citation : citations) {
        const auto entry = number_of.find(citation.article);
        if (entry != number_of.end()) {
            found.insert(entry->second);
        }
    }
    return {found.begin(), found.end()};
}

const Source* Sources::source(int number) const {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Source& source) { return source.number == number; });
    return found == list.end() ? nullptr : &*found;
}

std::vector<std::string> printed_numbers(const std::vector<int>& numbers) {
    std::vector<std::string> printed;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) {
            ++end;
        }
        if (numbers.size() > kListed && end - i >= 3) {
            printed.push_back(std::to_string(numbers[i]) + "–" + std::to_string(numbers[end - 1]));
            i = end;
        } else {
            printed.push_back(std::to_string(numbers[i]));
            ++i;
        }
    }
    return printed;
}

Sources number_sources(const Model& model, const std::vector<const std::vector<Citation>*>& shown) {
    std::map<std::string, std::vector<Citation>> cited;
    for (const auto* citations : shown) {
        for (const Citation& citation : *citations) {
            cited[citation.article].push_back(citation);
        }
    }
    const std::vector<std::size_t> groups = independent_groups(model);
    Sources sources;
    std::map<std::size_t, std::vector<int>> numbers_of_group;
    for (std::size_t i = 0; i < model.articles.size(); ++i) {
        const Article& article = model.articles[i];
        const auto words = cited.find(article.id);
        if (words == cited.end()) {
            continue;
        }
        const int number = static_cast<int>(sources.list.size()) + 1;
        sources.list.push_back({number, article.id, article.outlet, article.title, article.url, article.published,
                                url_of_words(article.url, words->second), article.status});
        sources.number_of[article.id] = number;
        numbers_of_group[groups[i]].push_back(number);
    }
    for (const auto& [group, numbers] : numbers_of_group) {
        if (numbers.size() > 1) {
            sources.shared.push_back(numbers);
        }
    }
    // In the order of their first numbers, whatever the groups are called.
    std::sort(sources.shared.begin(), sources.shared.end());
    return sources;
}

} // namespace demarche::view
