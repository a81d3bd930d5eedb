/// Merging articles, which of them share a text, and sides.

#include "model/check.hpp"
#include "model/merge_book.hpp"
#include "model/merge_match.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <numeric>

namespace demarche {
namespace {

void fill(std::string& known, const std::string& found) {
    known = known.empty() ? found : known;
}

void complete(Article& known, const Article& found) {
    fill(known.title, found.title);
    fill(known.outlet, found.outlet);
    fill(known.published, found.published);
    fill(known.url, found.url);
    fill(known.language, found.language);
    known.read = true;
}

/// The articles that are there, by what tells one from another.
class Shelf {
public:
    explicit Shelf(const std::vector<Article>& articles) {
        for (std::size_t i = 0; i < articles.size(); ++i) {
            add(articles[i], i);
        }
    }

    void add(const Article& article, std::size_t index) {
        if (!article.file.empty()) {
            files_.emplace(article.file, index);
        }
        for (const std::string& key : keys(article)) {
            (article.file.empty() ? without_file_ : with_file_).emplace(key, index);
        }
    }

    /// The first of one file; or, where either has no file, of one address, or of one outlet, title and day.
    /// npos: none.
    [[nodiscard]] std::size_t find(const Article& article) const {
        if (const auto same = files_.find(article.file); same != files_.end()) {
            return same->second;
        }
        std::size_t first = kNone;
        for (const std::string& key : keys(article)) {
            first = std::min(first, at(without_file_, key));
            first = article.file.empty() ? std::min(first, at(with_file_, key)) : first;
        }
        return first;
    }

    static constexpr std::size_t kNone = std::string::npos;

private:
    using Index = std::map<std::string, std::size_t>;

    static std::vector<std::string> keys(const Article& article) {
        std::vector<std::string> keys;
        if (!article.url.empty()) {
            keys.push_back("u" + article.url);
        }
        if (!article.title.empty()) {
            keys.push_back("t" + article.title + "\n" + article.outlet + "\n" + article.published);
        }
        return keys;
    }

    static std::size_t at(const Index& index, const std::string& key) {
        const auto found = index.find(key);
        return found == index.end() ? kNone : found->second;
    }

    Index files_, with_file_, without_file_;
};

/// Which articles share one text, while more is learnt of it.
class Groups {
public:
    explicit Groups(const Model& model) : parents_(model.articles.size()) {
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
        const std::vector<std::size_t> groups = independent_groups(model);
        std::map<std::size_t, std::size_t> first;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            parents_[i] = first.emplace(groups[i], i).first->second;
        }
    }

    /// False where they share it already.
    bool join(std::size_t a, std::size_t b) {
        const std::size_t one = root(a);
        const std::size_t two = root(b);
        parents_[std::max(one, two)] = std::min(one, two);
        return one != two;
    }

private:
    std::size_t root(std::size_t i) {
        while (parents_[i] != i) {
            parents_[i] = parents_[parents_[i]];
            i = parents_[i];
        }
        return i;
    }

    std::vector<std::size_t> parents_;
};

/// Actors come, however old, with what is new of them.
void find_needed(MergeBook& book) {
    const auto need = [&](const std::vector<std::string>& actors) { book.needed.insert(actors.begin(), actors.end()); };
    for (const Event& event : book.found.events) {
        if (!book.was_offered(all_citations(event))) {
            need(event.said_by);
            for (const Party& party : event.parties) {
                book.needed.insert(party.actor);
            }
        }
    }
    for (const Delegation& delegation : book.found.delegations) {
        if (!book.was_offered(delegation.citations)) {
            need(delegation.members);
            need(delegation.possible);
        }
    }
    for (const Tie& tie : book.found.ties) {
        if (!book.was_offered(tie.citations)) {
            need({tie.from, tie.to});
        }
    }
    for (const Actor& actor : book.found.actors) {
        if (book.needed.contains(actor.id) || !book.was_offered(all_citations(actor))) {
            book.needed.insert(actor.id);
            book.needed.insert(actor.side); // ids of sides and actors are different
        }
    }
    for (const Delegation& delegation : book.found.delegations) {
        if (!book.was_offered(delegation.citations)) {
            book.needed.insert(delegation.side);
        }
    }
}

/// Between articles that the dossier cites already, it is the person who knows.
void share_texts(MergeBook& book) {
    Groups groups(book.model());
    std::map<std::string, std::size_t> index;
    for (const Article& article : book.model().articles) {
        index.emplace(article.id, index.size());
    }
    for (const Article& article : book.found.articles) {
        for (const std::string& other : article.shares_text_with) {
            const std::string from = book.articles.at(article.id);
            const std::string to = book.articles.at(other);
            const bool decided = book.read.contains(from) && book.read.contains(to);
            if (from != to && !decided && groups.join(index.at(from), index.at(to))) {
                book.model().articles[index.at(from)].shares_text_with.push_back(to);
            }
        }
    }
}

} // namespace

void take_articles(MergeBook& book) {
    std::vector<Article>& articles = book.model().articles;
    Shelf shelf(articles);
    for (const Article& article : book.found.articles) {
        if (const std::size_t known = shelf.find(article); known != Shelf::kNone) {
            book.articles[article.id] = articles[known].id;
            if (!articles[known].read) {
                complete(articles[known], article);
            }
            continue;
        }
        Article mine = article;
        mine.read = true;
        mine.id = book.fresh_ids.fresh({article.id}, "article");
        mine.shares_text_with.clear();
        book.articles[article.id] = mine.id;
        book.note(Finding::added, mine.id, "article " + quoted(mine.title.empty() ? mine.file : mine.title));
        shelf.add(mine, articles.size());
        articles.push_back(std::move(mine));
    }
    find_needed(book);
    share_texts(book);
}

void take_sides(MergeBook& book) {
    for (const Side& side : book.found.sides) {
        const auto is_coded = [&](const Side& one) { return name_key(one.code) == name_key(side.code); };
        const auto is_named = [&](const Side& one) { return name_key(one.name) == name_key(side.name); };
        auto known = std::find_if(book.model().sides.begin(), book.model().sides.end(), is_coded);
        if (known == book.model().sides.end()) {
            known = std::find_if(book.model().sides.begin(), book.model().sides.end(), is_named);
        }
        if (known != book.model().sides.end()) {
            book.sides[side.id] = known->id;
            continue;
        }
        if (!book.needed.contains(side.id)) {
            continue;
        }
        book.model().sides.push_back(side);
        book.model().sides.back().id = book.fresh_ids.fresh({side.id, id_of_words(side.name)}, "side");
        book.sides[side.id] = book.model().sides.back().id;
        book.note(Finding::added, book.model().sides.back().id, "side " + quoted(side.name));
    }
}

} // namespace demarche
