#pragma once
/// Stories built by hand: articles as what they say, and what is made of them as lines.

#include "assemble/happenings.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::assemble {

/// One mention, built up: `article.tells("consult/meet", "roe lind").on("2031-05-06").at("Oslo")`.
class BuiltMention {
public:
    BuiltMention(EventSaid& said, std::size_t start) : said_(said), start_(start) {}

    BuiltMention& on(const std::string& edtf);
    BuiltMention& at(const std::string& place);
    /// The clause, and what it is about: a part of the clause.
    BuiltMention& words(const std::string& clause, const std::string& topic = {});
    BuiltMention& trigger(const std::string& trigger);
    BuiltMention& status(Status status);
    /// A noun in passing; definite: "the talks".
    BuiltMention& noun(bool definite = true);
    BuiltMention& said_by(ActorIndex chain, const std::string& words = {});
    /// The mention came after the one with this index.
    BuiltMention& after(std::uint32_t other, std::optional<extract::OrderGap> gap = {});
    /// The same by a noun: "after the call".
    BuiltMention& after_noun(const std::string& noun);
    BuiltMention& sentence(std::uint32_t sentence);

private:
    EventSaid& said_;
    std::size_t start_;
};

class BuiltStory {
public:
    /// Sides "pe" Peru, "no" Norway, "ke" Kenya with their states; ministers "roe" (pe), "lind" (no), "otieno" (ke);
    /// presidents "vega" (pe), "dahl" (no); "diaz" and "rios" (pe), "berg" (no); "peru-officials" a group.
    BuiltStory();

    /// Begins an article; its sentences count from 0, one a mention.
    BuiltStory& article(const std::string& published);
    /// `parties`: ids with their part where it is another than the type's first: "roe lind kenya:absent".
    BuiltMention tells(const std::string& type, const std::string& parties);
    /// `people`: "roe:head diaz rios:possible"; of the last article's mention `event`.
    BuiltStory& team(const std::string& people, const std::string& side, std::uint32_t event = extract::kNone);
    /// These articles (from 0) carry one agency's text.
    BuiltStory& share(std::size_t a, std::size_t b);
    [[nodiscard]] ActorIndex chain(const std::string& id);

    [[nodiscard]] Happenings made(Notes* notes = nullptr) const;
    /// "2031-05-06 consult/meet occurred roe lind kenya:absent": an event a line.
    [[nodiscard]] std::vector<std::string> lines() const;
    [[nodiscard]] std::vector<std::string> titles() const;
    [[nodiscard]] std::vector<std::string> notes() const;
    /// The same articles in reverse order.
    [[nodiscard]] BuiltStory reversed() const;

    [[nodiscard]] const std::vector<Gist>& gists() const { return gists_; }

private:
    void add(const std::string& id, const std::string& name, ActorKind kind, const std::string& side);

    WhoIsWho who_;
    std::vector<Gist> gists_;
};

} // namespace demarche::assemble
