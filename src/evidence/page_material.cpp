#include "evidence/page_material.hpp"

#include "compose/frame.hpp"
#include "model/anchor.hpp"
#include "model/check.hpp"
#include "model/citing.hpp"

#include <algorithm>
#include <tuple>

namespace demarche::evidence {

namespace {

bool before(const Passage& a, const Passage& b) {
    return std::tie(a.start, a.end) < std::tie(b.start, b.end);
}

} // namespace

Material::Material(const Model& of_model,
                   const std::vector<Fact>& all_facts,
                   const std::vector<PageChart>& all_charts,
                   const compose::Template& look,
                   const FileReader& files,
                   const PageOptions& wanted)
    : model(of_model),
      facts(all_facts),
      charts(all_charts),
      style(look),
      options(wanted),
      dates(of_model.language),
      view_(view::make_timeline_view(of_model, {})),
      words_(view_, style) {
    for (std::size_t i = 0; i < view_.rows.size(); ++i) {
        row_of_event_[view_.rows[i].event] = i;
    }
    read_articles(files);
}

void Material::read_articles(const FileReader& files) {
    std::map<std::string, std::size_t> place;
    for (const Article& article : model.articles) {
        place[article.id] = articles.size();
        articles.push_back({&article, {}, {}, false});
    }
    for (const Fact& fact : facts) {
        for (const Proof& proof : fact.proofs) {
            CitedArticle& cited = articles[place.at(proof.citation->article)];
            cited.cited = true;
            if (proof.citation->passage) {
                cited.passages.push_back(*proof.citation->passage);
            }
        }
    }
    const std::size_t slash = model.file.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : model.file.substr(0, slash + 1);
    for (CitedArticle& cited : articles) {
        std::sort(cited.passages.begin(), cited.passages.end(), before);
        cited.passages.erase(std::unique(cited.passages.begin(), cited.passages.end()), cited.passages.end());
        if (cited.passages.empty() || cited.article->file.empty()) {
            continue;
        }
        try {
            const std::string text = files.read_inside(folder, article_path(model, *cited.article), kLargestArticle);
            cited.excerpt = make_excerpt(text, cited.passages, options.full_text);
        } catch (const Error&) {
            cited.excerpt.reset(); // it could be read a moment ago: its words were found there
        }
    }
}

std::optional<std::size_t> Material::passage_number(const Citation& citation) const {
    const CitedArticle* const of = cited(citation.article);
    if (of == nullptr || !citation.passage) {
        return std::nullopt;
    }
    const auto found = std::lower_bound(of->passages.begin(), of->passages.end(), *citation.passage, before);
    return static_cast<std::size_t>(found - of->passages.begin());
}

const CitedArticle* Material::cited(const std::string& article) const {
    const auto found = std::find_if(articles.begin(), articles.end(),
                                    [&](const CitedArticle& one) { return one.article->id == article; });
    return found == articles.end() ? nullptr : &*found;
}

std::string Material::side_class(const std::string& side) const {
    for (std::size_t i = 0; i < model.sides.size(); ++i) {
        if (model.sides[i].id == side) {
            return "side-" + std::to_string(i + 1);
        }
    }
    return {};
}

std::string Material::short_name(const Article& article) {
    return !article.outlet.empty() ? article.outlet : !article.title.empty() ? article.title : article.id;
}

void Material::source_line(Html& html, const Article& article) const {
    bool first = true;
    const auto part = [&](const char* tag, const std::string& words) {
        if (!words.empty()) {
            html.raw(first ? "" : ", ");
            html.foreign(tag, words);
            first = false;
        }
    };
    part("b", article.outlet);
    part("cite", article.title.empty() ? "" : phrase("headline", {{"title", article.title}}));
    if (first) {
        part("b", article.id);
    }
    part("span", article.published.empty() ? "" : compose::printed_day(article.published, dates));
    status_sign(html, article);
}

void Material::status_sign(Html& html, const Article& article) const {
    if (const std::string became = compose::became_of(article.status, style); !became.empty()) {
        html.raw(" ");
        html.element("span", became, {{"class", "sign " + std::string(to_text(article.status))}});
    }
}

std::string Material::one_text_with(const Article& article) const {
    const std::vector<std::size_t> groups = independent_groups(model);
    const auto own = static_cast<std::size_t>(&article - model.articles.data());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i != own && groups[i] == groups[own]) {
            names.push_back(short_name(model.articles[i]));
        }
    }
    return names.empty() ? std::string() : phrase("one-text-with", {{"articles", compose::joined(names, style)}});
}

std::string type_key(const EventType& type) {
    if (type.category == "consult") {
        const std::pair<const char*, const char*> kinds[] = {
            {"call", "call"}, {"meet", "meeting"}, {"visit", "visit"}, {"negotiate", "talks"}};
        for (const auto& [mode, key] : kinds) {
            if (type.mode == mode) {
                return key;
            }
        }
    }
    return "type-" + type.category;
}

} // namespace demarche::evidence
