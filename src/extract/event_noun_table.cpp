#include "extract/event_noun_table.hpp"

#include "model/event_type.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace demarche::extract {
namespace {

constexpr std::array<std::string_view, 6> kFrames{"joint", "deed", "suffer", "act", "visit", "speech"};

constexpr std::array<std::string_view, static_cast<std::size_t>(PhraseWord::arms) + 1> kClasses{
    "the",           "a",       "no",     "any",  "own",   "planned", "possible", "cancelled", "past", "modifier",
    "reject-before", "measure", "behind", "verb", "light", "labour",  "market",   "arms"};

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            words.emplace_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string joined(const auto& names) {
    std::string all;
    for (const std::string_view name : names) {
        all += (all.empty() ? "" : ", ") + std::string(name);
    }
    return all;
}

/// False: no such mark.
bool add_mark(const std::string& mark, NounEntry& entry, bool& plural_only) {
    if (mark == "verb") {
        entry.verb = true;
    } else if (mark == "bare") {
        entry.bare = true;
    } else if (mark == "labour") {
        entry.labour = true;
    } else if (mark == "market") {
        entry.market = true;
    } else if (mark == "plural-only") {
        plural_only = true;
    } else if (mark.starts_with("not-")) {
        entry.not_before.push_back(mark.substr(4));
    } else {
        return mark == "-";
    }
    return true;
}

} // namespace

EventNounTable::EventNounTable(const TableSource& source, Diagnostics& diagnostics)
    : classes_("noun_phrase_words", kClasses, source, diagnostics) {
    read_nouns(load_table("event_nouns", 6, source, diagnostics), diagnostics);
}

void EventNounTable::read_nouns(const Table& rows, Diagnostics& diagnostics) {
    const std::vector<std::string>& types = known_event_types();
    for (const TableRow& row : rows) {
        NounEntry entry;
        const std::string& type = row.fields[2];
        if (type != "-" && std::find(types.begin(), types.end(), type) == types.end()) {
            diagnostics.error("unknown-event-type", row.at(2), "no event type \"" + type + "\"");
            continue;
        }
        const auto frame = std::find(kFrames.begin(), kFrames.end(), row.fields[4]);
        if (frame == kFrames.end()) {
            diagnostics.error("unknown-frame", row.at(4), "no frame \"" + row.fields[4] + "\"",
                              "there are " + joined(kFrames));
            continue;
        }
        entry.type = type == "-" ? EventType{} : event_type(type);
        entry.cameo = row.fields[3] == "-" ? "" : row.fields[3];
        entry.frame = static_cast<NounFrame>(frame - kFrames.begin());
        bool plural_only = false;
        for (const std::string& mark : split(row.fields[5])) {
            if (!add_mark(mark, entry, plural_only)) {
                diagnostics.error("unknown-mark", row.at(5), "no mark \"" + mark + "\"",
                                  "there are verb, bare, labour, market, plural-only and not-WORD");
            }
        }
        if (row.fields[0] != "-" && !plural_only) {
            add(row.fields[0], entry);
        }
        if (row.fields[1] != "-") {
            entry.plural = true;
            entry.counted = row.fields[0] != "-" && !plural_only;
            add(row.fields[1], std::move(entry));
        }
    }
}

void EventNounTable::add(const std::string& words, NounEntry entry) {
    entry.words = split(words);
    std::vector<NounEntry>& known = nouns_[entry.words.front()];
    // The longest first; of equals the later row wins.
    const auto at = std::find_if(known.begin(), known.end(),
                                 [&](const NounEntry& other) { return other.words.size() <= entry.words.size(); });
    known.insert(at, std::move(entry));
}

const std::vector<NounEntry>* EventNounTable::beginning_with(const std::string& word) const {
    const auto found = nouns_.find(word);
    return found == nouns_.end() ? nullptr : &found->second;
}

const EventNounTable& EventNounTable::built_in() {
    static const EventNounTable table = [] {
        Diagnostics diagnostics;
        EventNounTable read({}, diagnostics);
        if (diagnostics.has_errors()) {
            throw std::logic_error(to_text(diagnostics.all().front()));
        }
        return read;
    }();
    return table;
}

} // namespace demarche::extract
