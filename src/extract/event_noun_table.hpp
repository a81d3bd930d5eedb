#pragma once
/// Inside the finder of event nouns: data/event_nouns.tsv and data/noun_phrase_words.tsv.

#include "extract/tables.hpp"
#include "extract/word_classes.hpp"
#include "model/event.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::extract {

/// What parts the attachments of a noun give.
enum class NounFrame : std::uint8_t { joint, deed, suffer, act, visit, speech };

/// Class of a word before or behind a noun: column `class` of data/noun_phrase_words.tsv.
enum class PhraseWord : std::uint8_t {
    the,
    a,
    no,
    any,
    own,
    planned,
    possible,
    cancelled,
    past,
    modifier,
    reject_before,
    measure,
    behind,
    verb,
    light,
    labour,
    market,
    arms,
};

struct NounEntry {
    EventType type; ///< no category: PLOVER has no word for it
    std::string cameo;
    NounFrame frame = NounFrame::joint;
    bool plural = false;
    bool counted = false;                ///< has a singular as well
    bool verb = false;                   ///< the same form is a verb
    bool bare = false;                   ///< may stand without an article in the singular
    bool labour = false;                 ///< a stoppage of work, where the sentence speaks of workers
    bool market = false;                 ///< none where the sentence speaks of shares and prices
    std::vector<std::string> not_before; ///< none where one of these words follows
    std::vector<std::string> words;      ///< small letters
};

/// Immutable once read.
class EventNounTable {
public:
    /// Reports rows that name no type, frame, mark or class.
    EventNounTable(const TableSource& source, Diagnostics& diagnostics);

    /// Entries that begin with this word (small letters), the longest first; null: none.
    [[nodiscard]] const std::vector<NounEntry>* beginning_with(const std::string& word) const;

    [[nodiscard]] bool is(const std::string& word, PhraseWord c) const {
        return classes_.is(word, static_cast<unsigned>(c));
    }

    /// The tables as built in.
    static const EventNounTable& built_in();

private:
    void read_nouns(const Table& rows, Diagnostics& diagnostics);
    void add(const std::string& words, NounEntry entry);

    std::unordered_map<std::string, std::vector<NounEntry>> nouns_; ///< by first word
    WordClasses classes_;
};

} // namespace demarche::extract
