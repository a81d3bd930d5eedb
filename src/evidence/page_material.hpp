#pragma once
/// What the sections of the page are made of, put together once.

#include "base/edtf_words.hpp"
#include "compose/timeline_words.hpp"
#include "evidence/excerpt.hpp"
#include "evidence/html.hpp"
#include "evidence/page.hpp"
#include "view/timeline_view.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demarche::evidence {

/// An article with all that is cited of it.
struct CitedArticle {
    const Article* article = nullptr;
    std::vector<Passage> passages;  ///< each once, by begin, then end
    std::optional<Excerpt> excerpt; ///< none: its text is not at hand, or nothing of it is cited word for word
    bool cited = false;
};

class Material {
public:
    /// Everything but `files` outlives it.
    Material(const Model& of_model,
             const std::vector<Fact>& all_facts,
             const std::vector<PageChart>& all_charts,
             const compose::Template& look,
             const FileReader& files,
             const PageOptions& wanted);
    Material(const Material&) = delete;
    Material& operator=(const Material&) = delete;
    ~Material() = default;

    const Model& model;
    const std::vector<Fact>& facts;
    const std::vector<PageChart>& charts;
    const compose::Template& style;
    const PageOptions& options;
    DatePrinter dates;
    std::vector<CitedArticle> articles; ///< order of the dossier

    [[nodiscard]] std::string phrase(const std::string& key,
                                     const std::map<std::string, std::string>& values = {}) const {
        return style.phrase(key, values);
    }

    /// How the timeline tells of an event: one row for every event there is, drawn or not.
    [[nodiscard]] const view::Row& row(std::size_t event) const { return view_.rows[row_of_event_.at(event)]; }

    [[nodiscard]] const compose::TimelineWords& words() const { return words_; }

    /// The citation's place among the article's passages; nullopt for a whole article.
    [[nodiscard]] std::optional<std::size_t> passage_number(const Citation& citation) const;
    [[nodiscard]] const CitedArticle* cited(const std::string& article) const;

    /// "side-2": the class that gives an element its side's colour; empty for those of no side.
    [[nodiscard]] std::string side_class(const std::string& side) const;
    /// What an article is called among others: outlet, else title, else id.
    [[nodiscard]] static std::string short_name(const Article& article);
    /// "Digest 1, “Headline”, 18 Feb 2025", each part in the direction it reads.
    void source_line(Html& html, const Article& article) const;
    /// " retracted" or " corrected" as a sign; nothing for an article that stands.
    void status_sign(Html& html, const Article& article) const;
    /// The names of the articles that carry its text; empty for none.
    [[nodiscard]] std::string one_text_with(const Article& article) const;

private:
    void read_articles(const FileReader& files);

    view::TimelineView view_;
    std::map<std::size_t, std::size_t> row_of_event_;
    compose::TimelineWords words_;
};

/// The key of the words for a type of event ("call", "type-demand"), which also names it for the filter.
std::string type_key(const EventType& type);

void write_filters(Html& html, const Material& material);
void write_facts(Html& html, const Material& material);
void write_articles(Html& html, const Material& material);

} // namespace demarche::evidence
