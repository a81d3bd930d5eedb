#pragma once
/// Inside merging: a thing that the dossier has takes in what else is found about it.

#include "model/model.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace demarche {

/// Every citation that bears on a thing, its parts' too.
std::vector<Citation> all_citations(const Actor& actor);
std::vector<Citation> all_citations(const Event& event);
std::vector<Citation> all_citations(const Delegation& delegation);
std::vector<Citation> all_citations(const Tie& tie);

/// What came to a thing, for the report.
struct Growth {
    std::size_t citations = 0;
    std::vector<std::string> parts;   ///< "role “Mayor”"
    std::vector<std::string> doubts;  ///< what was found and not taken, since it may have been taken out before
    std::vector<std::string> clashes; ///< what was found and not taken, since the dossier says otherwise

    [[nodiscard]] bool any() const { return citations > 0 || !parts.empty(); }
};

/// What is news to a thing: citations of articles that it did not cite before the run, unless they say what it says by
/// now; and what stands on articles alone that the dossier cited nowhere.
class News {
public:
    /// `before`: the citations of the thing before the run; `now`: those that it has by now; `read`: the articles that
    /// the dossier cited before the run, which outlive this; `elsewhere`: whether a citation stands where a person
    /// has put it, at another thing.
    News(const std::vector<Citation>& before,
         std::vector<Citation> now,
         const std::set<std::string>& read,
         std::function<bool(const Citation&)> elsewhere = nullptr);

    /// Nothing of these articles is new.
    void skip(const std::set<std::string>& articles) { articles_.insert(articles.begin(), articles.end()); }

    [[nodiscard]] bool is_new(const Citation& citation) const;
    [[nodiscard]] bool any_new(const std::vector<Citation>& citations) const;
    /// Whether there are new ones and none is of an article that was read before.
    [[nodiscard]] bool all_new(const std::vector<Citation>& citations) const;
    /// Whether citations quote the name, all of them new and of articles that were not read before.
    [[nodiscard]] bool first_says(const std::string& name, const std::vector<Citation>& citations) const;
    /// Those that are new; they are known from then on.
    std::vector<Citation> take(const std::vector<Citation>& found);
    /// Appends those that are new to `known` and counts them.
    void add(std::vector<Citation>& known, const std::vector<Citation>& found, Growth& growth);

private:
    std::set<std::string> articles_;
    std::vector<Citation> now_;
    const std::set<std::string>& read_;
    std::function<bool(const Citation&)> elsewhere_;
};

/// Each takes `found`, its ids those of the dossier, into `known`. Scalars stay.
Growth grow(Actor& known, const Actor& found, News& news);
Growth grow(Event& known, const Event& found, News& news);
Growth grow(Delegation& known, const Delegation& found, News& news);
Growth grow(Tie& known, const Tie& found, News& news);

} // namespace demarche
