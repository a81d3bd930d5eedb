#pragma once
/// Everybody who takes part in the story, as far as the merging of events must know them.

#include "assemble/gist.hpp"
#include "assemble/who.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace demarche::assemble {

/// Index of one of WhoIsWho::actors.
using CastIndex = std::uint32_t;

struct CastMember {
    const Actor* actor = nullptr;
    std::uint32_t side = extract::kNone; ///< index in WhoIsWho::sides; kNone: none
    extract::CountryIndex country = extract::kNoCountry;
    bool collective = false;    ///< a state or a group: whoever acts for it may stand in its place
    bool leads_state = false;   ///< is called president, king or prime minister
    std::uint32_t mentions = 0; ///< over all articles
};

class Cast {
public:
    /// REQUIRES: both outlive this; `who` is of these gists.
    Cast(const std::vector<Gist>& gists, const WhoIsWho& who);

    /// kNone: a chain of nobody who takes part, or none at all.
    [[nodiscard]] CastIndex of(std::uint32_t article, ActorIndex chain) const;

    /// kNone: no such id.
    [[nodiscard]] CastIndex of(const std::string& id) const;

    [[nodiscard]] const CastMember& operator[](CastIndex index) const { return members_[index]; }

    [[nodiscard]] std::size_t size() const { return members_.size(); }

    [[nodiscard]] const std::string& id(CastIndex index) const { return members_[index].actor->id; }

    /// The name for titles and labels.
    [[nodiscard]] const std::string& name(CastIndex index) const;

    /// Whether `one` can be whom an article means by the collective `all`: of its side, or itself.
    [[nodiscard]] bool stands_for(CastIndex one, CastIndex all) const;

    /// The id of the side that counts the country; "" for none.
    [[nodiscard]] std::string side_of_country(extract::CountryIndex country) const;

    [[nodiscard]] const WhoIsWho& who() const { return who_; }

private:
    const WhoIsWho& who_;
    std::vector<CastMember> members_;
    std::unordered_map<std::string, CastIndex> index_of_id_; ///< looked up only
};

} // namespace demarche::assemble
