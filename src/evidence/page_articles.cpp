/// The articles of the page: what is cited of each, where it stands.

#include "evidence/page_material.hpp"

#include <algorithm>
#include <iterator>

namespace demarche::evidence {

namespace {

class ArticleSection {
public:
    ArticleSection(Html& html, const Material& material, const CitedArticle& cited)
        : html_(html), material_(material), cited_(cited), id_(cited.article->id), facts_(cited.passages.size()) {
        for (const Fact& fact : material.facts) {
            for (const Proof& proof : fact.proofs) {
                if (proof.citation->article != id_) {
                    continue;
                }
                const auto number = material.passage_number(*proof.citation);
                auto& list = number ? facts_[*number] : whole_;
                if (std::find(list.begin(), list.end(), &fact) == list.end()) {
                    list.push_back(&fact);
                }
            }
        }
    }

    void write() {
        const Article& article = *cited_.article;
        Html::Attributes attributes{{"class", "article"}, {"id", article_anchor(id_)}};
        if (!article.language.empty()) {
            attributes.emplace_back("lang", article.language);
        }
        html_.open("article", attributes);
        head(article);
        if (cited_.excerpt) {
            excerpt();
        } else {
            bare_words();
        }
        if (!whole_.empty()) {
            html_.open("p", {{"class", "rests"}, {"lang", material_.model.language}});
            html_.element("span", material_.phrase("whole-article"), {{"class", "cue"}});
            html_.raw(" ");
            links(whole_);
            html_.close();
        }
        if (!cited_.cited) {
            html_.element("p", material_.phrase("nothing-cited"), {{"class", "cue"}});
        }
        html_.close();
        html_.line();
    }

private:
    void head(const Article& article) {
        html_.open("header", {{"lang", material_.model.language}});
        html_.open("h3");
        html_.foreign("span", article.title.empty() ? Material::short_name(article) : article.title);
        html_.close();
        html_.open("p", {{"class", "from"}});
        if (!article.title.empty() && !article.outlet.empty()) {
            html_.foreign("b", article.outlet);
            html_.raw(article.published.empty() ? "" : ", ");
        }
        if (!article.published.empty()) {
            html_.element("span", compose_day(article.published));
        }
        material_.status_sign(html_, article);
        if (const std::string address = web_address(article.url); !address.empty()) {
            html_.raw(" ");
            html_.element("a", material_.phrase("open-article"),
                          {{"class", "out"}, {"href", address}, {"rel", "noopener noreferrer"}});
        }
        html_.close();
        std::string small;
        for (const PageChart& chart : material_.charts) {
            if (const auto number = chart.number_of.find(id_); number != chart.number_of.end()) {
                const char* name = chart.kind == ChartKind::timeline ? "the-timeline" : "the-network";
                small += (small.empty() ? "" : " · ") +
                         material_.phrase("number-in-chart", {{"chart", material_.phrase(name)},
                                                              {"number", std::to_string(number->second)}});
            }
        }
        if (const std::string same = material_.one_text_with(article); !same.empty()) {
            small += (small.empty() ? "" : " · ") + same;
        }
        if (!small.empty()) {
            html_.element("p", small, {{"class", "cue"}});
        }
        html_.close();
    }

    [[nodiscard]] std::string compose_day(const std::string& iso) const {
        const auto parsed = parse_edtf(iso);
        const Edtf* date = std::get_if<Edtf>(&parsed);
        return date == nullptr ? iso : material_.dates.words(*date);
    }

    /// Stretches of sentences without a gap; below each paragraph what rests on it.
    void excerpt() {
        const auto& sentences = cited_.excerpt->sentences;
        for (std::size_t i = 0; i < sentences.size();) {
            std::size_t end = i + 1;
            while (end < sentences.size() && !sentences[end].after_gap) {
                ++end;
            }
            stretch(i, end);
            i = end;
        }
        if (!sentences.empty() && !material_.options.full_text) {
            html_.element("p", "[…]", {{"class", "gap"}});
        }
    }

    void stretch(std::size_t begin, std::size_t end) {
        const auto& sentences = cited_.excerpt->sentences;
        if (sentences[begin].after_gap) {
            html_.element("p", "[…]", {{"class", "gap"}});
        }
        html_.open("div", {{"class", "stretch"}});
        std::vector<std::size_t> begun;
        html_.open("p", {{"dir", "auto"}});
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin && sentences[i].new_paragraph) {
                html_.close();
                rests_on(begun);
                html_.open("p", {{"dir", "auto"}});
            } else {
                html_.raw(i > begin ? " " : "");
            }
            sentence(sentences[i], begun);
        }
        html_.close();
        rests_on(begun);
        html_.close();
    }

    /// What the passages that begin in a paragraph support, each fact once.
    void rests_on(std::vector<std::size_t>& begun) {
        std::vector<const Fact*> facts;
        for (const std::size_t passage : begun) {
            std::copy_if(facts_[passage].begin(), facts_[passage].end(), std::back_inserter(facts),
                         [&](const Fact* fact) { return std::find(facts.begin(), facts.end(), fact) == facts.end(); });
        }
        begun.clear();
        if (!facts.empty()) {
            html_.open("p", {{"class", "rests"}, {"lang", material_.model.language}});
            links(facts);
            html_.close();
        }
    }

    void sentence(const ShownSentence& sentence, std::vector<std::size_t>& begun) {
        html_.open("span", {{"id", sentence_anchor(id_, sentence.number)}});
        for (const Piece& piece : sentence.pieces) {
            if (piece.passages.empty()) {
                html_.text(piece.text);
                continue;
            }
            std::string anchors;
            for (const std::size_t passage : piece.passages) {
                anchors += (anchors.empty() ? "" : " ") + passage_anchor(id_, passage);
            }
            Html::Attributes attributes{{"data-passages", anchors}};
            if (!piece.begun.empty()) {
                attributes.emplace_back("id", passage_anchor(id_, piece.begun.front()));
            }
            html_.open("mark", attributes);
            for (std::size_t i = 1; i < piece.begun.size(); ++i) {
                html_.element("span", "", {{"id", passage_anchor(id_, piece.begun[i])}});
            }
            html_.text(piece.text);
            html_.close();
            begun.insert(begun.end(), piece.begun.begin(), piece.begun.end());
        }
        html_.close();
    }

    void links(const std::vector<const Fact*>& facts) {
        for (std::size_t i = 0; i < facts.size(); ++i) {
            html_.raw(i == 0 ? "" : " · ");
            html_.foreign("a", facts[i]->name, {{"href", "#" + facts[i]->anchor}});
        }
    }

    /// The text is not at hand: the words alone.
    void bare_words() {
        if (cited_.passages.empty()) {
            return;
        }
        html_.element("p", material_.phrase("text-missing"), {{"class", "cue"}});
        for (std::size_t i = 0; i < cited_.passages.size(); ++i) {
            html_.open("p", {{"dir", "auto"}});
            html_.element("mark", cited_.passages[i].exact,
                          {{"id", passage_anchor(id_, i)}, {"data-passages", passage_anchor(id_, i)}});
            html_.close();
            std::vector<std::size_t> begun{i};
            rests_on(begun);
        }
    }

    Html& html_;
    const Material& material_;
    const CitedArticle& cited_;
    std::string id_;
    std::vector<std::vector<const Fact*>> facts_; ///< that rest on each passage
    std::vector<const Fact*> whole_;              ///< that rest on the article as a whole
};

} // namespace

void write_articles(Html& html, const Material& material) {
    html.open("section", {{"class", "articles"}, {"id", "articles"}, {"aria-labelledby", "articles-head"}});
    html.element("h2", material.phrase("the-articles"), {{"id", "articles-head"}});
    if (!material.options.full_text) {
        html.element("p", material.phrase("excerpts-only"), {{"class", "cue"}});
    }
    for (const CitedArticle& cited : material.articles) {
        ArticleSection(html, material, cited).write();
    }
    html.close();
    html.line();
}

} // namespace demarche::evidence
