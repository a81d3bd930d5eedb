#include "assemble/coreference.hpp"
#include "assemble/title_words.hpp"
#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace demarche::assemble {
namespace {

/// Events further back than this many are out of the reader's mind.
constexpr std::size_t kMemory = 64;
constexpr double kSameSpeech = 0.45;
constexpr double kSameMatter = 0.3;
constexpr double kSameAttack = 0.2;
constexpr double kEnough = 3.0;
constexpr double kEnoughPointing = 1.5;

/// What the noun of "after the call" names.
std::optional<Family> family_of_noun(const std::string& noun) {
    struct Row {
        std::string_view noun;
        Family family;
    };

    constexpr std::array<Row, 15> kNouns = {
        Row{"call", Family::call},        Row{"calls", Family::call},       Row{"conversation", Family::call},
        Row{"meeting", Family::meet},     Row{"talks", Family::meet},       Row{"negotiations", Family::meet},
        Row{"discussions", Family::meet}, Row{"summit", Family::meet},      Row{"conference", Family::meet},
        Row{"ceremony", Family::other},   Row{"visit", Family::visit},      Row{"trip", Family::visit},
        Row{"attack", Family::hostile},   Row{"invasion", Family::hostile}, Row{"agreement", Family::agree},
    };
    const std::size_t space = noun.rfind(' ');
    const std::string last = ascii_lower(space == std::string::npos ? noun : noun.substr(space + 1));
    const auto row = std::find_if(kNouns.begin(), kNouns.end(), [&](const Row& one) { return one.noun == last; });
    return row == kNouns.end() ? std::nullopt : std::optional(row->family);
}

class ArticleReader {
public:
    ArticleReader(const std::vector<Mention>& mentions, const Cast& cast, const WordBook& book)
        : mentions_(mentions), cast_(cast), book_(book) {}

    void read(std::uint32_t index) {
        const Cluster single = cluster_of(mentions_[index], index);
        Cluster* best = nullptr;
        double most = 0;
        const std::size_t first = clusters_.size() > kMemory ? clusters_.size() - kMemory : 0;
        for (std::size_t i = first; i < clusters_.size(); ++i) {
            const double score = fit(single, mentions_[index], clusters_[i]);
            // Of equals the one told last.
            if (score > 0 && score >= most) {
                most = score;
                best = &clusters_[i];
            }
        }
        if (best == nullptr) {
            clusters_.push_back(single);
        } else {
            absorb(*best, single);
        }
    }

    /// A mention of the event told before that "the call" means, said beside `mention`: the only one of its family, or
    /// the one of this sentence or the last. kNone: nobody can say.
    [[nodiscard]] std::uint32_t pointed_at(const std::string& noun, const Mention& mention) const {
        const auto family = family_of_noun(noun);
        const Cluster* only = nullptr;
        const Cluster* near = nullptr;
        std::size_t fitting = 0;
        for (const Cluster& cluster : clusters_) {
            if (family != cluster.family || (cluster.plan && !cluster.dated)) {
                continue;
            }
            ++fitting;
            only = &cluster;
            near = gap(mention, cluster) <= 1 ? &cluster : near;
        }
        const Cluster* const meant = near != nullptr ? near : fitting == 1 ? only : nullptr;
        return meant == nullptr ? extract::kNone : meant->mentions.front();
    }

    std::vector<Cluster> take() { return std::move(clusters_); }

private:
    /// Sentences since the event was last spoken of.
    [[nodiscard]] std::uint32_t gap(const Mention& mention, const Cluster& cluster) const {
        const std::uint32_t last = mentions_[cluster.mentions.back()].said->sentence;
        return mention.said->sentence - std::min(last, mention.said->sentence);
    }

    [[nodiscard]] static double recency(std::uint32_t gap) { return gap <= 1 ? 1 : gap <= 3 ? 0.5 : 0; }

    [[nodiscard]] static bool quoted(const Mention& mention) {
        return is_quoted(mention.said->passage.exact, mention.said->topic);
    }

    [[nodiscard]] static bool same_stem(const Mention& mention, const Cluster& cluster) {
        return std::binary_search(cluster.stems.begin(), cluster.stems.end(), mention.stem);
    }

    /// Of one type with a mode: "assault/heavy-weapons", not any assault.
    [[nodiscard]] static bool same_kind(const Mention& mention, const Cluster& cluster) {
        return !mention.said->type.mode.empty() &&
               std::binary_search(cluster.kinds.begin(), cluster.kinds.end(), to_text(mention.said->type));
    }

    /// "Drones struck the port overnight. 70 drones were launched, the navy said": the day is given once.
    [[nodiscard]] bool goes_on_about(const Likeness& like, const Mention& mention, const Cluster& cluster) const {
        return gap(mention, cluster) <= 1 && same_kind(mention, cluster) && mention.dated != cluster.dated &&
               like.words >= kSameAttack;
    }

    /// 0: not the same event.
    [[nodiscard]] double fit(const Cluster& single, const Mention& mention, const Cluster& cluster) const {
        const auto like = likeness(single, cluster, cast_, book_);
        if (!like.has_value()) {
            return 0;
        }
        if (mention.family == Family::speech) {
            return fit_speech(*like, mention, cluster);
        }
        if (mention.said->noun && mention.said->definite) {
            return fit_pointing(*like, single, mention, cluster);
        }
        if (mention.bare() || cluster.plan != mention.is_plan()) {
            const bool dates_decide = like->days_agree && like->parties.same + like->parties.by_side > 0;
            return dates_decide && !mention.bare() ? fit_telling(*like, mention, cluster) : 0;
        }
        return fit_telling(*like, mention, cluster);
    }

    /// Goes on with the same words, or in the same breath.
    [[nodiscard]] double fit_speech(const Likeness& like, const Mention& mention, const Cluster& cluster) const {
        const std::uint32_t sentences = gap(mention, cluster);
        // "said he would ask Roe": what is to be said is not yet said
        if (sentences == 0 && mention.is_plan() != cluster.plan) {
            return 0;
        }
        const bool same_breath =
            sentences == 0 && mention.said->status == mentions_[cluster.mentions.back()].said->status;
        // A report, then the speaker's own words for it.
        const bool goes_on = sentences == 1 && !mention.dated && quoted(mention);
        if (same_breath || goes_on || like.words >= kSameSpeech) {
            return 1 + like.words + recency(sentences);
        }
        return 0;
    }

    /// "the talks", "Tuesday's meeting".
    [[nodiscard]] double
    fit_pointing(const Likeness& like, const Cluster& single, const Mention& mention, const Cluster& cluster) const {
        const std::uint32_t sentences = gap(mention, cluster);
        const bool stems = same_stem(mention, cluster);
        if (mention.family == Family::hostile && !stems && sentences > 3) {
            return 0;
        }
        // "Tuesday's meeting" is not the summit that may be held one day.
        if (cluster.plan && !cluster.dated && (mention.dated || !mention.is_plan())) {
            return 0;
        }
        // "the talks of Roe and Lind" are not a meeting of others
        const bool others = !single.parties.empty() && !cluster.parties.empty() &&
                            single.parties.size() + cluster.parties.size() > 2 &&
                            like.parties.same + like.parties.by_side == 0;
        if (others) {
            return 0;
        }
        const double salience = std::log2(1.0 + static_cast<double>(cluster.mentions.size()));
        double score = salience + (stems ? 1 : 0) + 2 * recency(sentences);
        const bool tells = !single.parties.empty() || mention.dated || !mention.places.empty();
        if (tells) {
            const bool agrees = like.parties.same + like.parties.by_side > 0 || like.days_agree ||
                                like.place == PlaceRelation::same || like.place == PlaceRelation::nested;
            score += agrees ? like.score : -1.5;
        }
        return score >= kEnoughPointing ? score : 0;
    }

    [[nodiscard]] double fit_telling(const Likeness& like, const Mention& mention, const Cluster& cluster) const {
        const std::uint32_t sentences = gap(mention, cluster);
        const bool stems = same_stem(mention, cluster);
        const bool one_day = like.days_agree && cluster.days.is_day() && mention.days.is_day();
        const int parties = like.parties.same + like.parties.by_side;
        bool allowed = parties > 0 || (one_day && like.place == PlaceRelation::same);
        switch (mention.family) {
        case Family::hostile:
            allowed = allowed && ((stems || one_day) && (like.days_agree || like.words >= kSameMatter));
            allowed = allowed || (parties > 0 && goes_on_about(like, mention, cluster));
            break;
        case Family::agree:
            allowed = allowed && (like.words >= kSameMatter || sentences == 0);
            break;
        case Family::other:
            allowed = allowed && stems && (one_day || like.words >= kSameMatter);
            break;
        case Family::visit:
            allowed = allowed && like.place != PlaceRelation::unknown;
            break;
        case Family::call:
        case Family::meet:
        case Family::speech:
            break;
        }
        const double score = like.score + recency(sentences);
        return allowed && score >= kEnough ? score : 0;
    }

    const std::vector<Mention>& mentions_;
    const Cast& cast_;
    const WordBook& book_;
    std::vector<Cluster> clusters_;
};

} // namespace

std::vector<Cluster> within_article(
    std::vector<Mention>& mentions, std::uint32_t begin, std::uint32_t end, const Cast& cast, const WordBook& book) {
    ArticleReader reader(mentions, cast, book);
    for (std::uint32_t i = begin; i < end; ++i) {
        const EventSaid& said = *mentions[i].said;
        for (const OrderSaid& order : said.order) {
            std::uint32_t other = extract::kNone;
            for (std::uint32_t j = begin; j < end && order.other != extract::kNone; ++j) {
                other = mentions[j].index == order.other ? j : other;
            }
            if (order.other == extract::kNone) {
                other = reader.pointed_at(order.words, mentions[i]);
            }
            if (other != extract::kNone && other != i) {
                (order.after ? mentions[i].after : mentions[i].before).push_back({other, order.gap});
            }
        }
        reader.read(i);
    }
    return reader.take();
}

} // namespace demarche::assemble
