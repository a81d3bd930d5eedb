#pragma once
/// Titles fit for a chart, made of facts: "Trump and Putin speak by phone", "U.S.–Russia talks in Riyadh".

#include "assemble/merging.hpp"

#include <string>

namespace demarche::assemble {

struct Titles {
    std::string title;       ///< in the present tense; of what is cancelled or denied a noun: the chart says so beside
    std::string short_title; ///< for a hub: "Riyadh talks"; empty: as the type is called
    std::string detail;      ///< one line; may be empty
    bool thin = false;       ///< says too little for a chart of the key events: "Roe makes a demand", "Roe: meeting"
    bool plain = false;      ///< no facts made a better title than the type's name
};

/// Quotation marks in them hold words of the event's citations only, and nothing that holds back is dropped.
Titles titles_of(const Merged& merged, const Cluster& cluster, const Telling& telling);

/// The title of what somebody says: "Hegseth: NATO membership for Ukraine was not realistic".
/// `thin`: set where it tells only that somebody spoke.
std::string title_of_speech(const Merged& merged, const Cluster& cluster, const Telling& telling, bool& thin);
/// The title of a deed, by its trigger: "Putin appoints Roe as envoy", "Russia invades Ukraine".
std::string title_of_deed(const Merged& merged, const Telling& telling);

/// Whether a citation for the event is the mention's.
bool is_cited(const Mention& mention, const Event& event);

/// What a mention is about, without when, and without what the sentence goes on with.
std::string topic_alone(const Mention& mention);

/// Whether what a mention is about is what its speaker holds to be so: not where it is denied, feared or hoped for.
bool is_asserted(const Mention& mention);

/// Whether reported words begin with the name of who is to have said them: "Roe asked the court to come" is no word of
/// Roe's.
bool begins_with_speaker(const Mention& mention, const Cast& cast);

/// A name that stands for several: "Russian troops", "French investigators".
bool is_plural_name(const std::string& name);

/// The names of the parties with this part, in order.
std::vector<std::string> names_of(const Event& event, Part part, const Telling& telling);

} // namespace demarche::assemble
