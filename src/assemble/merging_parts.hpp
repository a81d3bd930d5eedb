#pragma once
/// The choices that merging makes: which status, which date, who took part and how.

#include "assemble/merging.hpp"

#include <string>
#include <vector>

namespace demarche::assemble {

struct StatusChoice {
    Status status = Status::occurred;
    std::string contradiction; ///< one line; empty: none
    bool settled = true;       ///< false: reports of one day said other things

    /// Whether the mention says what cannot be so.
    [[nodiscard]] bool disputed(const Mention& mention) const;
};

/// What was done wins over what was planned; a cancellation, a denial and a plan made anew by the latest report; what
/// nouns say in passing counts where nothing else does.
StatusChoice choose_status(const std::vector<const Mention*>& mentions, const Telling& telling);

struct DateChoice {
    Edtf when;
    std::string contradiction; ///< one line; empty: none
    DaySpan kept;              ///< dates that share no day with it are disputed

    [[nodiscard]] bool disputed(const Mention& mention) const;
};

/// What all dates share; where there is nothing, the day of most independent sources. What was done on no known day
/// was done by the day of the first report.
DateChoice
choose_date(const std::vector<const Mention*>& mentions, const Cluster& cluster, Status status, const Telling& telling);

/// Each actor once, in the order of the mentions, who is absent last. A collective is left out beside its people in one
/// part. Somebody is absent only where no report of the event has them present; `contradictions` is told where reports
/// differ. Parties have citations of their own where the event's name them nowhere.
std::vector<Party> choose_parties(const std::vector<const Mention*>& mentions,
                                  const Event& event,
                                  std::vector<std::string>& contradictions,
                                  const Telling& telling);

} // namespace demarche::assemble
