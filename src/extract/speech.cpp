#include "extract/speech.hpp"

#include "extract/quotations.hpp"
#include "extract/speech_words.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace demarche::extract {
namespace {

constexpr std::uint32_t kLongestName = 25;       ///< tokens of a speaker
constexpr std::uint32_t kLongestApposition = 20; ///< tokens between two commas behind a name
constexpr std::uint32_t kThatReach = 14;         ///< tokens from the verb to its "that"

/// Half open range of tokens.
struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return begin >= end; }
};

/// A verb of saying with its speaker.
struct Act {
    std::uint32_t verb = 0;
    SayingKind kind = SayingKind::says;
    Run speaker;
    std::uint32_t start = 0;  ///< the first token of speaker and verb
    bool inverted = false;    ///< the speaker stands behind the verb
    std::uint32_t behind = 0; ///< the first token behind both
};

class Finder {
public:
    explicit Finder(const Document& document)
        : document_(document),
          quotes_(quotations(document)),
          owners_(quotes_.size()),
          quote_of_(document.tokens.size(), 0) {
        for (std::uint32_t q = 0; q < quotes_.size(); ++q) {
            const std::uint32_t end = quotes_[q].close + (quotes_[q].closed ? 1 : 0);
            std::fill(quote_of_.begin() + quotes_[q].open, quote_of_.begin() + end, q + 1);
        }
    }

    std::vector<Speech> run() {
        for (number_ = 0; number_ < document_.sentences.size(); ++number_) {
            if (!document_.sentences[number_].heading) {
                read_sentence();
            }
        }
        go_on();
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Speech& a, const Speech& b) { return a.content.begin < b.content.begin; });
        return std::move(found_);
    }

private:
    /// Who a quotation is known to be of.
    struct Owner {
        bool known = false;
        bool direct = false;
        Run speaker;
    };

    // --- words -------------------------------------------------------------------------------------------------------

    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }

    [[nodiscard]] std::string word(std::uint32_t i) const { return lowered(document_.words(token(i))); }

    [[nodiscard]] bool is_sign(std::uint32_t i, std::string_view sign) const {
        return token(i).kind == TokenKind::punctuation && document_.words(token(i)) == sign;
    }

    [[nodiscard]] bool is_punctuation(std::uint32_t i) const {
        return token(i).kind != TokenKind::word && token(i).kind != TokenKind::number;
    }

    [[nodiscard]] bool is_end_mark(std::uint32_t i) const {
        const std::string_view sign = document_.words(token(i));
        return token(i).kind == TokenKind::punctuation &&
               (sign == "." || sign == "!" || sign == "?" || sign == "..." || sign == "…");
    }

    [[nodiscard]] bool quoted(std::uint32_t i) const { return quote_of_[i] != 0; }

    [[nodiscard]] Span span(const Run& run) const {
        return run.empty() ? Span{} : Span{token(run.begin).span.begin, token(run.end - 1).span.end};
    }

    // --- one sentence ------------------------------------------------------------------------------------------------

    void read_sentence() {
        sentence_ = document_.sentences[number_];
        last_speaker_ = {};
        open_.reset();
        for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
            if (quoted(i) || token(i).kind != TokenKind::word) {
                continue;
            }
            const std::string form = word(i);
            if (form == "according" && i + 1 < sentence_.last && word(i + 1) == "to") {
                read_according(i);
            } else if (const SayingKind kind = saying_kind(form); kind != SayingKind::none && !token(i).capital) {
                if (const auto act = act_of(i, kind)) {
                    read_act(*act);
                }
            }
        }
    }

    /// The verb at `i` with its speaker; nothing where it tells of nothing said.
    [[nodiscard]] std::optional<Act> act_of(std::uint32_t i, SayingKind kind) const {
        const bool participle = word(i).ends_with("ing");
        const std::uint32_t behind = before_fillers(i); // behind the last token that is no filler
        if (!tells(i, behind)) {
            return std::nullopt;
        }
        Act act{i, kind, {}, i, false, i + 1};
        if (behind == sentence_.first || is_punctuation(behind - 1)) {
            if (participle) {
                act.speaker = last_speaker_.empty() ? leading_name() : last_speaker_;
                return act;
            }
            return beside_sign(act, behind);
        }
        const std::string before = word(behind - 1);
        const bool named = token(behind - 1).capital || is_pronoun(before);
        if (participle && named) { // "despite Ann Roe saying"
            act.speaker = capitals_before(behind);
            act.start = act.speaker.begin;
            return act;
        }
        if (participle || before == "and" || before == "but") {
            act.speaker = last_speaker_.empty() ? leading_name() : last_speaker_;
            return act;
        }
        act.speaker = name_before(behind);
        act.start = act.speaker.begin;
        return act.speaker.empty() ? std::nullopt : std::optional(act);
    }

    /// Whether the verb at `i` tells of something said: it is no noun, not passive, not denied, not to come.
    [[nodiscard]] bool tells(std::uint32_t i, std::uint32_t behind) const {
        const std::string form = word(i);
        const bool participle = form.ends_with("ing");
        const bool at_start = behind == sentence_.first;
        const std::string before = at_start ? std::string() : word(behind - 1);
        if (is_unsaid(before) || (is_be(before) && !participle) || before == "'s" || before == "’s") {
            return false;
        }
        if (!participle && (is_determiner(before) || (is_preposition(before) && behind == i))) {
            return false;
        }
        return !is_noun_too(form) || acts(form, before, !at_start && token(behind - 1).capital) || is_introduced(i);
    }

    /// Whether a form that may be a noun is a verb by what stands before it.
    static bool acts(const std::string& form, const std::string& before, bool capital) {
        const bool third_person = form.ends_with('s') && form != "stress";
        return is_pronoun(before) || (third_person && capital);
    }

    [[nodiscard]] bool is_introduced(std::uint32_t i) const {
        return i + 1 < sentence_.last && (word(i + 1) == "that" || is_sign(i + 1, ":"));
    }

    /// The words with capitals right before token `end`.
    [[nodiscard]] Run capitals_before(std::uint32_t end) const {
        Run run{end - 1, end};
        while (run.begin > sentence_.first && token(run.begin - 1).capital && !quoted(run.begin - 1)) {
            --run.begin;
        }
        return run;
    }

    /// Behind the last token before `i` that is no adverb, weekday or "on Tuesday".
    [[nodiscard]] std::uint32_t before_fillers(std::uint32_t i) const {
        std::uint32_t behind = i;
        while (behind > sentence_.first && token(behind - 1).kind == TokenKind::word && is_filler(word(behind - 1))) {
            --behind;
        }
        const bool dated = behind < i && behind > sentence_.first && word(behind - 1) == "on" && token(behind).capital;
        return dated ? behind - 1 : behind;
    }

    /// A verb behind a comma or a quotation: "Ann Roe, the mayor, said", "“...,” said Ann Roe".
    [[nodiscard]] std::optional<Act> beside_sign(Act act, std::uint32_t behind) const {
        const bool at_start = behind == sentence_.first;
        const std::uint32_t sign = at_start ? behind : behind - 1;
        if (!at_start && is_sign(sign, ",")) {
            if (const Run name = name_with_apposition(sign); !name.empty()) {
                act.speaker = name;
                act.start = name.begin;
                return act;
            }
        }
        const bool fits = at_start || is_sign(sign, ",") || token(sign).kind == TokenKind::close_quote ||
                          is_sign(sign, "—") || is_sign(sign, "–");
        act.speaker = fits ? name_behind(act.verb + 1) : Run{};
        act.inverted = true;
        act.behind = act.speaker.end;
        const bool clause = that_behind(act) != 0; // "..., told the Courier that": no speaker stands there
        return act.speaker.empty() || clause ? std::nullopt : std::optional(act);
    }

    // --- speakers ----------------------------------------------------------------------------------------------------

    /// The words before token `end` that name who acts.
    [[nodiscard]] Run name_before(std::uint32_t end) const {
        std::uint32_t begin = end;
        std::uint32_t conjunction = 0; // behind the last "and"
        bool clause = false;           // another verb stands before: what "and" parts is not one name
        while (begin > sentence_.first && end - begin < kLongestName) {
            const std::uint32_t i = begin - 1;
            const std::string each = word(i);
            if (quoted(i) || is_punctuation(i) || is_clause_word(each)) {
                break;
            }
            if (is_finite(each) || (saying_kind(each) != SayingKind::none && !token(i).capital && !is_noun_too(each))) {
                clause = true;
                break;
            }
            conjunction = each == "and" ? begin : conjunction;
            --begin;
        }
        begin = (clause || end - begin >= kLongestName) && conjunction != 0 ? conjunction : begin;
        return trimmed_name({begin, end});
    }

    /// Without "But" or "On Monday" ahead of the name; a pronoun is the whole of it.
    [[nodiscard]] Run trimmed_name(Run run) const {
        if (run.empty()) {
            return run;
        }
        if (is_pronoun(word(run.end - 1))) {
            return {run.end - 1, run.end};
        }
        while (!run.empty() && (word(run.begin) == "and" || word(run.begin) == "but" || word(run.begin) == "so" ||
                                is_filler(word(run.begin)))) {
            ++run.begin;
        }
        if (run.empty() || !is_preposition(word(run.begin))) {
            return run;
        }
        // "In a statement Ann Roe": back from the verb to where the name begins.
        std::uint32_t begin = run.end;
        while (begin > run.begin + 1) {
            const std::uint32_t i = begin - 1;
            const bool part = token(i).capital && !is_filler(word(i));
            const bool noun = begin == run.end || !token(begin).capital;
            if (!part && (!noun || is_preposition(word(i)) || token(i).kind == TokenKind::number)) {
                break;
            }
            begin = i;
            if (is_determiner(word(i))) {
                break;
            }
        }
        return {begin, run.end};
    }

    /// "Ann Roe, the mayor of Oslo," before the comma at `comma`.
    [[nodiscard]] Run name_with_apposition(std::uint32_t comma) const {
        std::uint32_t other = comma;
        while (other > sentence_.first && comma - other < kLongestApposition &&
               !(other < comma && is_sign(other, ","))) {
            --other;
        }
        if (!is_sign(other, ",") || other == comma || other + 1 == comma || other == sentence_.first || quoted(other)) {
            return {};
        }
        const std::string first = word(other + 1);
        const bool apposition =
            is_determiner(first) || first == "who" || first == "which" || first == "whose" || !token(other + 1).capital;
        const Run name = name_before(other);
        // "the mayor's adviser, Ann Roe,": a role, then the name
        const bool role = !name.empty() && !token(name.end - 1).capital && comma - other <= 6 &&
                          token(other + 1).capital && token(comma - 1).capital && has_owner(name);
        if (role) {
            return {name.begin, comma};
        }
        const bool named = !name.empty() && (token(name.end - 1).capital || word(name.end - 1).ends_with("."));
        return apposition && named ? name : Run{};
    }

    /// A determiner or genitive, as a role has one.
    [[nodiscard]] bool has_owner(const Run& run) const {
        for (std::uint32_t i = run.begin; i < run.end; ++i) {
            const std::string each = word(i);
            if (each == "'s" || each == "’s" || is_determiner(each) || token(i).capital) {
                return true;
            }
        }
        return false;
    }

    /// The words from `begin` on that name who spoke; none where a clause stands there.
    [[nodiscard]] Run name_behind(std::uint32_t begin) const {
        std::uint32_t end = begin;
        bool capital = false;
        for (; end < sentence_.last && end - begin < kLongestName; ++end) {
            const std::string each = word(end);
            if (is_punctuation(end) || is_preposition(each) || is_filler(each) || is_clause_word(each)) {
                break;
            }
            if (is_finite(each) || (is_pronoun(each) && end > begin)) {
                return {};
            }
            capital = capital || token(end).capital;
        }
        if (begin == end) {
            return {};
        }
        const std::string first = word(begin);
        return capital || is_determiner(first) || is_pronoun(first) || end - begin == 1 ? Run{begin, end} : Run{};
    }

    /// The name that the sentence begins with.
    [[nodiscard]] Run leading_name() const {
        std::uint32_t begin = sentence_.first;
        if (is_preposition(word(begin)) || is_clause_word(word(begin))) {
            while (begin < sentence_.last && !is_sign(begin, ",")) {
                ++begin;
            }
            ++begin;
        }
        std::uint32_t end = begin;
        while (end < sentence_.last && token(end).kind == TokenKind::word &&
               (token(end).capital || (is_determiner(word(end)) && end == begin))) {
            ++end;
        }
        return begin < sentence_.last ? Run{begin, end} : Run{};
    }

    // --- what is said ------------------------------------------------------------------------------------------------

    void read_act(const Act& act) {
        end_open_before(act.start);
        const std::size_t said = found_.size();
        take_said(act);
        last_speaker_ = found_.size() > said ? act.speaker : last_speaker_;
    }

    void take_said(const Act& act) {
        const bool before = take_quote_before(act);
        const std::uint32_t content = content_behind(act);
        if (before) {
            const bool more = content < sentence_.last && token(content).kind == TokenKind::open_quote;
            if (more) {
                take_direct(quote_of_[content] - 1, act);
            }
            return;
        }
        if (!act.inverted && content < sentence_.last) {
            take_content(act, content);
        } else {
            take_clause_before(act);
        }
    }

    /// A quotation that ends right before speaker and verb: "“...,” Ann Roe said".
    bool take_quote_before(const Act& act) {
        std::uint32_t i = act.start;
        i -= i > sentence_.first && is_sign(i - 1, ",") ? 1 : 0;
        if (i == sentence_.first || token(i - 1).kind != TokenKind::close_quote || !quoted(i - 1)) {
            return false;
        }
        const std::uint32_t q = quote_of_[i - 1] - 1;
        const Quotation& quote = quotes_[q];
        // A fragment within a clause: the clause is what was said.
        const bool whole =
            quote.open <= sentence_.first || is_punctuation(quote.open - 1) || quote.open < sentence_.first + 1;
        if (quote.close != i - 1 || owners_[q].known || !whole) {
            return false;
        }
        take_direct(q, act);
        return true;
    }

    void take_direct(std::uint32_t q, const Act& act) {
        if (owners_[q].known) {
            return;
        }
        owners_[q] = {true, true, act.speaker};
        add(SpeechKind::direct, {quotes_[q].open + 1, quotes_[q].close}, act.speaker, {act.verb, act.verb + 1});
    }

    /// Where what is said begins behind the verb; the sentence's end where nothing does.
    [[nodiscard]] std::uint32_t content_behind(const Act& act) const {
        std::uint32_t i = act.behind;
        const std::uint32_t that = that_behind(act);
        if (that != 0) {
            return that;
        }
        if (act.kind == SayingKind::hearer) {
            i = behind_hearer(i);
        }
        while (i < sentence_.last && token(i).kind == TokenKind::word && is_filler(word(i)) && !quoted(i)) {
            ++i;
        }
        // "in a statement": to the comma, the quotation or the end
        if (i < sentence_.last && !quoted(i) && is_preposition(word(i))) {
            while (i < sentence_.last && !quoted(i) && !is_punctuation(i)) {
                ++i;
            }
            return i < sentence_.last && (is_sign(i, ",") || is_sign(i, ":")) ? begin_behind_sign(i, true)
                                                                              : sentence_.last;
        }
        return begin_behind_sign(i, act.inverted);
    }

    /// The token behind "," or ":"; with `quote` only a quotation is content there.
    [[nodiscard]] std::uint32_t begin_behind_sign(std::uint32_t i, bool quote) const {
        const bool sign = i < sentence_.last && (is_sign(i, ",") || is_sign(i, ":"));
        i += sign ? 1 : 0;
        if (i >= sentence_.last || (!quoted(i) && (quote || (sign && !is_sign(i - 1, ":")) || is_punctuation(i)))) {
            return sentence_.last;
        }
        return word(i) == "and" || word(i) == "but" ? sentence_.last : i;
    }

    /// Behind the verb's own "that"; 0 where it has none.
    [[nodiscard]] std::uint32_t that_behind(const Act& act) const {
        std::uint32_t i = act.behind;
        if (i >= sentence_.last) {
            return 0;
        }
        const std::string first = word(i);
        const bool may_wait =
            is_filler(first) || is_preposition(first) || act.kind == SayingKind::hearer || act.inverted;
        for (const std::uint32_t end = std::min(i + (may_wait ? kThatReach : 1), sentence_.last); i < end; ++i) {
            if (!quoted(i) && word(i) == "that") {
                return i + 1 < sentence_.last ? i + 1 : 0;
            }
            if (!quoted(i) && (is_punctuation(i) || is_finite(word(i)))) {
                return 0;
            }
        }
        return 0;
    }

    /// "told reporters", "told the Courier": behind who was told.
    [[nodiscard]] std::uint32_t behind_hearer(std::uint32_t i) const {
        const std::uint32_t begin = i;
        while (i < sentence_.last && !quoted(i) && !is_punctuation(i)) {
            const std::string each = word(i);
            const bool new_clause = i > begin && (is_pronoun(each) || (is_determiner(each) && !token(i).capital) ||
                                                  is_preposition(each) || is_filler(each));
            const bool name_ends = i > begin && token(i).capital && !token(i - 1).capital &&
                                   !is_determiner(word(i - 1)) && word(i - 1) != "and" && word(i - 1) != "of";
            if (new_clause || name_ends) {
                break;
            }
            ++i;
        }
        return i;
    }

    void take_content(const Act& act, std::uint32_t content) {
        if (token(content).kind == TokenKind::open_quote && quoted(content)) {
            const Quotation& quote = quotes_[quote_of_[content] - 1];
            const bool to_the_end = quote.close + 2 >= sentence_.last;
            if (to_the_end || act.kind == SayingKind::quotes) {
                take_direct(quote_of_[content] - 1, act);
                return;
            }
        }
        const bool with_that = content > sentence_.first && word(content - 1) == "that";
        if (act.kind == SayingKind::quotes && !with_that) {
            take_quotes_behind(act, content);
            return;
        }
        if (act.kind == SayingKind::thinks && !with_that && !has_finite(content)) {
            return;
        }
        std::uint32_t end = sentence_.last;
        if (act.start > sentence_.first && is_finite(word(content)) && is_clause_word(word(act.start - 1))) {
            end = content; // "who the mayor said would come, ...": to the end of the relative clause
            while (end < sentence_.last && !is_sign(end, ",")) {
                ++end;
            }
        }
        take_reported(SpeechKind::reported, {content, end}, act.speaker, {act.verb, act.verb + 1});
        open_ = found_.size() - 1;
    }

    [[nodiscard]] bool has_finite(std::uint32_t begin) const {
        for (std::uint32_t i = begin; i < std::min(begin + 10, sentence_.last); ++i) {
            if (is_finite(word(i))) {
                return true;
            }
        }
        return false;
    }

    /// "called it “a good day”": of such a verb only the quoted words are the speaker's.
    void take_quotes_behind(const Act& act, std::uint32_t begin) {
        for (std::uint32_t i = begin; i < sentence_.last && !is_sign(i, ";"); ++i) {
            if (token(i).kind == TokenKind::open_quote && quoted(i) && quotes_[quote_of_[i] - 1].open == i) {
                take_direct(quote_of_[i] - 1, act);
                return;
            }
        }
    }

    /// "The ferry sails again, Ann Roe said."
    void take_clause_before(const Act& act) {
        if (act.start <= sentence_.first + 1 || !is_sign(act.start - 1, ",") || act.kind == SayingKind::quotes) {
            return;
        }
        take_reported(SpeechKind::reported, {sentence_.first, act.start - 1}, act.speaker, {act.verb, act.verb + 1});
    }

    void read_according(std::uint32_t i) {
        const std::uint32_t begin = i + 2;
        const bool leads = i == sentence_.first || (i == sentence_.first + 1 && !is_punctuation(i - 1));
        std::uint32_t end = begin;
        while (end < sentence_.last && !is_punctuation(end) && !quoted(end)) {
            ++end;
        }
        if (begin == end) {
            return;
        }
        end_open_before(i);
        const Run speaker{begin, end};
        last_speaker_ = speaker;
        if (leads && end < sentence_.last && is_sign(end, ",")) {
            take_reported(SpeechKind::according, {end + 1, sentence_.last}, speaker, {i, i + 2});
        } else if (!leads) {
            const std::uint32_t behind = is_sign(i - 1, ",") ? i - 1 : i;
            take_reported(SpeechKind::according, {sentence_.first, behind}, speaker, {i, i + 2});
        }
    }

    /// What an earlier verb reports ends where "and" or a comma leads over to the next verb of saying.
    void end_open_before(std::uint32_t start) {
        if (!open_ || start <= sentence_.first + 1) {
            return;
        }
        std::uint32_t end = start - 1;
        const std::string before = word(end);
        const bool joined = before == "and" || before == "but" || before == "while";
        if (!joined && !is_sign(end, ",")) {
            return;
        }
        end -= joined && is_sign(end - 1, ",") ? 1 : 0;
        Speech& open = found_[*open_];
        const std::uint32_t byte = token(end - 1).span.end;
        if (byte > open.content.begin && byte < open.content.end) {
            open.content.end = byte;
        }
        for (std::uint32_t i = end; i < sentence_.last; ++i) { // what stands behind is of the next speaker
            if (quoted(i) && !owners_[quote_of_[i] - 1].direct && quotes_[quote_of_[i] - 1].open >= end) {
                owners_[quote_of_[i] - 1] = {};
            }
        }
        open_.reset();
    }

    void take_reported(SpeechKind kind, Run content, const Run& speaker, const Run& verb) {
        while (!content.empty() && (is_end_mark(content.end - 1) ||
                                    (token(content.end - 1).kind == TokenKind::close_quote && unpaired(content)))) {
            --content.end;
        }
        if (content.empty()) {
            return;
        }
        for (std::uint32_t i = content.begin; i < content.end; ++i) {
            if (quoted(i) && !owners_[quote_of_[i] - 1].known) {
                owners_[quote_of_[i] - 1] = {true, false, speaker};
            }
        }
        add(kind, content, speaker, verb);
    }

    /// Whether the closing mark at the end of the content was opened before it.
    [[nodiscard]] bool unpaired(const Run& content) const {
        return !quoted(content.end - 1) || quotes_[quote_of_[content.end - 1] - 1].open < content.begin;
    }

    void add(SpeechKind kind, const Run& content, const Run& speaker, const Run& verb) {
        if (content.empty()) {
            return;
        }
        const bool denied = !verb.empty() && is_denial(word(verb.begin));
        const auto& sentences = document_.sentences;
        const auto behind =
            std::upper_bound(sentences.begin(), sentences.end(), content.begin,
                             [](std::uint32_t at, const Sentence& sentence) { return at < sentence.first; });
        found_.push_back({kind, span(content), span(speaker), span(verb),
                          static_cast<std::uint32_t>(behind - sentences.begin() - 1), denied});
    }

    // --- quotations that go on ---------------------------------------------------------------------------------------

    [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const {
        const auto& sentences = document_.sentences;
        const auto behind =
            std::upper_bound(sentences.begin(), sentences.end(), i,
                             [](std::uint32_t at, const Sentence& sentence) { return at < sentence.first; });
        return static_cast<std::uint32_t>(behind - sentences.begin() - 1);
    }

    /// Quotations without a verb of their own: a speech of several paragraphs, a second sentence behind "he said".
    void go_on() {
        for (std::size_t q = quotes_.size(); q-- > 1;) { // named only at its end
            if (quotes_[q - 1].goes_on && owners_[q].known && !owners_[q - 1].known) {
                take_going_on(q - 1, owners_[q].speaker);
            }
        }
        for (std::size_t q = 0; q < quotes_.size(); ++q) {
            if (owners_[q].known || document_.sentences[sentence_of(quotes_[q].open)].heading) {
                continue;
            }
            const Sentence& sentence = document_.sentences[sentence_of(quotes_[q].open)];
            if (sentence.first != quotes_[q].open) {
                continue; // words in quotation marks within a sentence of the article
            }
            const bool follows = q > 0 && owners_[q - 1].known && owners_[q - 1].direct;
            const bool same =
                follows && document_.sentences[sentence_of(quotes_[q - 1].open)].paragraph == sentence.paragraph;
            take_going_on(q, same || (follows && quotes_[q - 1].goes_on) ? owners_[q - 1].speaker : Run{});
        }
    }

    void take_going_on(std::size_t q, const Run& speaker) {
        owners_[q] = {true, true, speaker};
        add(SpeechKind::direct, {quotes_[q].open + 1, quotes_[q].close}, speaker, {});
    }

    const Document& document_;
    std::vector<Quotation> quotes_;
    std::vector<Owner> owners_;           ///< of each quotation
    std::vector<std::uint32_t> quote_of_; ///< of each token: the number of its quotation plus 1; 0: none
    std::vector<Speech> found_;
    Sentence sentence_;
    std::uint32_t number_ = 0;
    Run last_speaker_;                ///< in this sentence
    std::optional<std::size_t> open_; ///< what the last verb of this sentence reports
};

} // namespace

std::vector<Speech> find_speech(const Document& document) {
    return Finder(document).run();
}

} // namespace demarche::extract
