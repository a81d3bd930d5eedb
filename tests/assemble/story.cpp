#include "story.hpp"

#include "extract/word_tables.hpp"

#include <stdexcept>

namespace demarche::assemble {

Gist gist_of(const Told& told, const std::string& id) {
    const Day day = parse_day(told.published).value();
    Article article;
    article.id = id;
    article.file = id + ".txt";
    article.published = told.published;
    extract::ReadArticle read{told.text, {}};
    const extract::Lexicon& lexicon = extract::Lexicon::built_in();
    return gist(article, day, extract::find_all(std::move(read), day, extract::WordTables::built_in()), lexicon);
}

std::vector<Gist> gists_of(const std::vector<Told>& story) {
    std::vector<Gist> gists;
    for (std::size_t i = 0; i < story.size(); ++i) {
        gists.push_back(gist_of(story[i], "n" + std::to_string(i + 1)));
    }
    return gists;
}

Assembled assembled(const std::vector<Told>& story) {
    return assemble(gists_of(story), extract::Lexicon::built_in());
}

std::vector<std::string> actor_lines(const Model& model) {
    std::vector<std::string> lines;
    for (const Actor& actor : model.actors) {
        std::string line =
            actor.name + " (" + to_text(actor.kind) + (actor.side.empty() ? "" : ", " + actor.side) + ")";
        for (const Role& role : actor.roles) {
            line += (&role == &actor.roles.front() ? " | " : "; ") + role.title;
            line += role.body.empty() ? "" : " [" + role.body + "]";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> tie_lines(const Model& model) {
    std::vector<std::string> lines;
    for (const Tie& tie : model.ties) {
        lines.push_back(tie.from + " " + to_text(tie.type) + " " + tie.to);
    }
    return lines;
}

} // namespace demarche::assemble
