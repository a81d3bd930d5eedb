#include "extract/speech.hpp"

#include "extract/speech_acts.hpp"
#include "extract/speech_text.hpp"
#include "extract/speech_words.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace demarche::extract {
namespace {

class Finder {
public:
    explicit Finder(const Document& document) : text_(document), owners_(text_.quotes().size()) {}

    std::vector<Speech> run() {
        for (number_ = 0; number_ < text_.document().sentences.size(); ++number_) {
            if (!text_.document().sentences[number_].heading) {
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

    void read_sentence() {
        text_.enter(number_);
        last_speaker_ = {};
        open_.reset();
        for (std::uint32_t i = text_.sentence().first; i < text_.sentence().last; ++i) {
            if (text_.quoted(i) || text_.token(i).kind != TokenKind::word) {
                continue;
            }
            const std::string form = text_.word(i);
            if (form == "according" && i + 1 < text_.sentence().last && text_.word(i + 1) == "to") {
                read_according(i);
            } else if (const SayingKind kind = saying_kind(form); kind != SayingKind::none && !text_.token(i).capital) {
                if (const auto act = act_at(text_, i, kind, last_speaker_)) {
                    read_act(*act);
                }
            }
        }
    }

    void read_act(const Act& act) {
        end_open_before(act.start);
        const std::size_t said = found_.size();
        take_said(act);
        last_speaker_ = found_.size() > said ? act.speaker : last_speaker_;
    }

    void take_said(const Act& act) {
        const bool before = take_quote_before(act);
        const std::uint32_t content = content_behind(text_, act);
        if (before) {
            const bool more = content < text_.sentence().last && text_.token(content).kind == TokenKind::open_quote;
            if (more) {
                take_direct(text_.quote_at(content), act);
            }
            return;
        }
        if (!act.inverted && content < text_.sentence().last) {
            take_content(act, content);
        } else {
            take_clause_before(act);
        }
    }

    /// A quotation that ends right before speaker and verb: "“...,” Ann Roe said".
    bool take_quote_before(const Act& act) {
        std::uint32_t i = act.start;
        i -= i > text_.sentence().first && text_.is_sign(i - 1, ",") ? 1 : 0;
        if (i == text_.sentence().first || text_.token(i - 1).kind != TokenKind::close_quote || !text_.quoted(i - 1)) {
            return false;
        }
        const std::uint32_t q = text_.quote_at(i - 1);
        const Quotation& quote = text_.quotes()[q];
        // A fragment within a clause: the clause is what was said.
        const bool whole = quote.open <= text_.sentence().first || text_.is_punctuation(quote.open - 1) ||
                           quote.open < text_.sentence().first + 1;
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
        add(SpeechKind::direct, {text_.quotes()[q].open + 1, text_.quotes()[q].close}, act.speaker,
            {act.verb, act.verb + 1});
    }

    void take_content(const Act& act, std::uint32_t content) {
        if (text_.token(content).kind == TokenKind::open_quote && text_.quoted(content)) {
            const Quotation& quote = text_.quotes()[text_.quote_at(content)];
            const bool to_the_end = quote.close + 2 >= text_.sentence().last;
            if (to_the_end || act.kind == SayingKind::quotes) {
                take_direct(text_.quote_at(content), act);
                return;
            }
        }
        const bool with_that = content > text_.sentence().first && text_.word(content - 1) == "that";
        if (act.kind == SayingKind::quotes && !with_that) {
            take_quotes_behind(act, content);
            return;
        }
        if (act.kind == SayingKind::thinks && !with_that && !has_finite(content)) {
            return;
        }
        std::uint32_t end = text_.sentence().last;
        if (act.start > text_.sentence().first && is_finite(text_.word(content)) &&
            is_clause_word(text_.word(act.start - 1))) {
            end = content; // "who the mayor said would come, ...": to the end of the relative clause
            while (end < text_.sentence().last && !text_.is_sign(end, ",")) {
                ++end;
            }
        }
        take_reported(SpeechKind::reported, {content, end}, act.speaker, {act.verb, act.verb + 1});
        open_ = found_.size() - 1;
    }

    [[nodiscard]] bool has_finite(std::uint32_t begin) const {
        for (std::uint32_t i = begin; i < std::min(begin + 10, text_.sentence().last); ++i) {
            if (is_finite(text_.word(i))) {
                return true;
            }
        }
        return false;
    }

    /// "called it “a good day”": of such a verb only the quoted words are the speaker's.
    void take_quotes_behind(const Act& act, std::uint32_t begin) {
        for (std::uint32_t i = begin; i < text_.sentence().last && !text_.is_sign(i, ";"); ++i) {
            if (text_.token(i).kind == TokenKind::open_quote && text_.quoted(i) &&
                text_.quotes()[text_.quote_at(i)].open == i) {
                take_direct(text_.quote_at(i), act);
                return;
            }
        }
    }

    /// "The ferry sails again, Ann Roe said."
    void take_clause_before(const Act& act) {
        if (act.start <= text_.sentence().first + 1 || !text_.is_sign(act.start - 1, ",") ||
            act.kind == SayingKind::quotes) {
            return;
        }
        take_reported(SpeechKind::reported, {text_.sentence().first, act.start - 1}, act.speaker,
                      {act.verb, act.verb + 1});
    }

    void read_according(std::uint32_t i) {
        const std::uint32_t begin = i + 2;
        const bool leads =
            i == text_.sentence().first || (i == text_.sentence().first + 1 && !text_.is_punctuation(i - 1));
        std::uint32_t end = begin;
        while (end < text_.sentence().last && !text_.is_punctuation(end) && !text_.quoted(end)) {
            ++end;
        }
        if (begin == end) {
            return;
        }
        end_open_before(i);
        const Run speaker{begin, end};
        last_speaker_ = speaker;
        if (leads && end < text_.sentence().last && text_.is_sign(end, ",")) {
            take_reported(SpeechKind::according, {end + 1, text_.sentence().last}, speaker, {i, i + 2});
        } else if (!leads) {
            const std::uint32_t behind = text_.is_sign(i - 1, ",") ? i - 1 : i;
            take_reported(SpeechKind::according, {text_.sentence().first, behind}, speaker, {i, i + 2});
        }
    }

    /// What an earlier verb reports ends where "and" or a comma leads over to the next verb of saying.
    void end_open_before(std::uint32_t start) {
        if (!open_ || start <= text_.sentence().first + 1) {
            return;
        }
        std::uint32_t end = start - 1;
        const std::string before = text_.word(end);
        const bool joined = before == "and" || before == "but" || before == "while";
        if (!joined && !text_.is_sign(end, ",")) {
            return;
        }
        end -= joined && text_.is_sign(end - 1, ",") ? 1 : 0;
        Speech& open = found_[*open_];
        const std::uint32_t byte = text_.token(end - 1).span.end;
        if (byte > open.content.begin && byte < open.content.end) {
            open.content.end = byte;
        }
        for (std::uint32_t i = end; i < text_.sentence().last; ++i) { // what stands behind is of the next speaker
            if (text_.quoted(i) && !owners_[text_.quote_at(i)].direct &&
                text_.quotes()[text_.quote_at(i)].open >= end) {
                owners_[text_.quote_at(i)] = {};
            }
        }
        open_.reset();
    }

    void take_reported(SpeechKind kind, Run content, const Run& speaker, const Run& verb) {
        while (!content.empty() &&
               (text_.is_end_mark(content.end - 1) ||
                (text_.token(content.end - 1).kind == TokenKind::close_quote && unpaired(content)))) {
            --content.end;
        }
        if (content.empty()) {
            return;
        }
        for (std::uint32_t i = content.begin; i < content.end; ++i) {
            if (text_.quoted(i) && !owners_[text_.quote_at(i)].known) {
                owners_[text_.quote_at(i)] = {true, false, speaker};
            }
        }
        add(kind, content, speaker, verb);
    }

    /// Whether the closing mark at the end of the content was opened before it.
    [[nodiscard]] bool unpaired(const Run& content) const {
        return !text_.quoted(content.end - 1) || text_.quotes()[text_.quote_at(content.end - 1)].open < content.begin;
    }

    void add(SpeechKind kind, const Run& content, const Run& speaker, const Run& verb) {
        if (content.empty()) {
            return;
        }
        const bool denied = !verb.empty() && is_denial(text_.word(verb.begin));
        const auto& sentences = text_.document().sentences;
        const auto behind =
            std::upper_bound(sentences.begin(), sentences.end(), content.begin,
                             [](std::uint32_t at, const Sentence& sentence) { return at < sentence.first; });
        found_.push_back({kind, text_.span(content), text_.span(speaker), text_.span(verb),
                          static_cast<std::uint32_t>(behind - sentences.begin() - 1), denied});
    }

    /// Quotations without a verb of their own: a speech of several paragraphs, a second sentence behind "he said".
    void go_on() {
        for (std::size_t q = text_.quotes().size(); q-- > 1;) { // named only at its end
            if (text_.quotes()[q - 1].goes_on && owners_[q].known && !owners_[q - 1].known) {
                take_going_on(q - 1, owners_[q].speaker);
            }
        }
        for (std::size_t q = 0; q < text_.quotes().size(); ++q) {
            if (owners_[q].known || text_.document().sentences[text_.sentence_of(text_.quotes()[q].open)].heading) {
                continue;
            }
            const Sentence& sentence = text_.document().sentences[text_.sentence_of(text_.quotes()[q].open)];
            if (sentence.first != text_.quotes()[q].open) {
                continue; // words in quotation marks within a sentence of the article
            }
            const bool follows = q > 0 && owners_[q - 1].known && owners_[q - 1].direct;
            const bool same =
                follows && text_.document().sentences[text_.sentence_of(text_.quotes()[q - 1].open)].paragraph ==
                               sentence.paragraph;
            take_going_on(q, same || (follows && text_.quotes()[q - 1].goes_on) ? owners_[q - 1].speaker : Run{});
        }
    }

    void take_going_on(std::size_t q, const Run& speaker) {
        owners_[q] = {true, true, speaker};
        add(SpeechKind::direct, {text_.quotes()[q].open + 1, text_.quotes()[q].close}, speaker, {});
    }

    SpeechText text_;
    std::vector<Owner> owners_; ///< of each quotation
    std::vector<Speech> found_;
    std::uint32_t number_ = 0;
    Run last_speaker_;                ///< in this sentence
    std::optional<std::size_t> open_; ///< what the last verb of this sentence reports
};

} // namespace

std::vector<Speech> find_speech(const Document& document) {
    return Finder(document).run();
}

} // namespace demarche::extract
