#include "compose/template_words.hpp"

#include "base/language.hpp"
#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "compose/message.hpp"

#include <algorithm>
#include <set>

namespace demarche::compose {

namespace {

/// "de-AT" as it is looked up: "de-at". Only what can be a tag of BCP 47 (letters, digits, hyphens); else empty.
std::string lookup_tag(const std::string& tag) {
    std::string lower;
    for (const char c : tag) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (!upper && c != '-' && c != '_' && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
            return {};
        }
        lower += upper ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c;
    }
    return lower;
}

/// The language of a tag, without script and region.
std::string primary_tag(const std::string& tag) {
    return tag.substr(0, tag.find('-'));
}

class WordsReader {
public:
    WordsReader(TemplateFile& file, bool may_add, Template& style) : file_(file), may_add_(may_add), style_(style) {}

    void read(const xml::Node& words) {
        file_.only_attributes(words, {"lang"});
        const xml::Attribute* lang = words.attribute("lang");
        language_ = lang == nullptr ? "" : lookup_tag(lang->value);
        if (lang != nullptr && primary_tag(language_).size() < 2) {
            file_.bad_value(*lang, "a language (\"de\", \"pt-BR\")");
            return;
        }
        if (!seen_.insert(language_).second) {
            file_.error("repeated-element", words.begin,
                        lang == nullptr ? "a second <words>" : "a second <words> in \"" + lang->value + "\"",
                        "one of each language is enough");
        }
        for (const xml::Node* word : file_.elements(words, {"word"})) {
            read_word(*word);
        }
    }

private:
    void read_word(const xml::Node& word) {
        file_.only_attributes(word, {"key"});
        const xml::Attribute* key = word.attribute("key");
        if (key == nullptr) {
            file_.error("missing-attribute", word.begin, "<word> needs key=\"...\"");
            return;
        }
        const bool adds = may_add_ && language_.empty();
        const auto known = style_.words.find(key->value);
        if (known == style_.words.end() && !adds) {
            file_.error("unknown-key", key->value_at, "no words have the key \"" + key->value + "\"",
                        suggestion(key->value, keys()));
            return;
        }
        if (!given_.insert({language_, key->value}).second) {
            file_.error("repeated-word", key->value_at, "the words of \"" + key->value + "\" are given twice",
                        "one of them would be lost: keep one");
            return;
        }
        const std::string phrase = xml::collapse_blanks(word.content());
        if (phrase.empty()) {
            file_.error("bad-value", word.begin, "the words of \"" + key->value + "\" are empty",
                        "leave <word> out to keep those that there are");
            return;
        }
        if (printable(phrase) != phrase) {
            file_.error("bad-value", word.begin,
                        "the words of \"" + key->value + "\" hold a character that is not shown",
                        "control characters and overrides of the writing direction: the charts set these themselves");
            return;
        }
        const MessageShape shape = shape_of(phrase);
        if (!shape.problem.empty()) {
            file_.error("bad-value", word.begin, shape.problem);
            return;
        }
        if (!adds && !only_known_places(word, key->value, shape.places, shape_of(known->second).places)) {
            return;
        }
        set(key->value, phrase, adds);
    }

    bool only_known_places(const xml::Node& word,
                           const std::string& key,
                           const std::set<std::string>& names,
                           const std::set<std::string>& allowed) {
        for (const std::string& name : names) {
            if (!allowed.contains(name)) {
                file_.error("unknown-place", word.begin,
                            std::string("\"").append(key).append("\" has no place {").append(name).append("}"),
                            allowed.empty() ? "it has no places" : suggestion(name, {allowed.begin(), allowed.end()}));
                return false;
            }
        }
        return true;
    }

    void set(const std::string& key, const std::string& phrase, bool adds) {
        if (!language_.empty()) {
            style_.words_in[language_][key] = phrase;
            return;
        }
        style_.words[key] = phrase;
        if (!adds) {
            // A house's own wording holds in every language, unless the house says more.
            style_.words_of_any_language.insert(key);
            for (auto& [language, words] : style_.words_in) {
                words.erase(key);
            }
        }
    }

    [[nodiscard]] TemplateFile::Names keys() const {
        TemplateFile::Names keys;
        for (const auto& [name, words] : style_.words) {
            keys.push_back(name);
        }
        return keys;
    }

    TemplateFile& file_;
    bool may_add_;
    Template& style_;
    std::string language_; ///< of the element that is read; empty: of any language
    std::set<std::string> seen_;
    std::set<std::pair<std::string, std::string>> given_; ///< language and key of the words read so far
};

/// "\"and\", \"as-of\" and 3 more".
std::string some_of(const std::vector<std::string>& keys) {
    constexpr std::size_t kNamed = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(kNamed, keys.size()); ++i) {
        text += (i == 0 ? "\"" : ", \"") + keys[i] + "\"";
    }
    return keys.size() <= kNamed ? text : text + " and " + std::to_string(keys.size() - kNamed) + " more";
}

} // namespace

void read_words(TemplateFile& file, const std::vector<const xml::Node*>& sections, bool may_add, Template& style) {
    WordsReader reader(file, may_add, style);
    // Those of any language first: what the same file says for one language is more than they.
    for (const bool with_language : {false, true}) {
        for (const xml::Node* section : sections) {
            if (section->name == "words" && (section->attribute("lang") != nullptr) == with_language) {
                reader.read(*section);
            }
        }
    }
}

Template in_language(Template style, const std::string& tag, Diagnostics& diagnostics) {
    const std::string wanted = lookup_tag(tag);
    const std::string language = primary_tag(wanted);
    std::set<std::string> said = style.words_of_any_language;
    style.right_to_left = is_right_to_left(tag);
    for (const std::string& known : {language, wanted}) {
        if (const auto words = style.words_in.find(known); words != style.words_in.end()) {
            for (const auto& [key, phrase] : words->second) {
                style.words[key] = phrase;
                said.insert(key);
            }
            style.language = known;
        }
    }
    std::vector<std::string> missing;
    for (const auto& [key, phrase] : style.words) {
        if (!said.contains(key)) {
            missing.push_back(key);
        }
    }
    if (language.empty() || language == "en" || missing.empty()) {
        return style;
    }
    const bool all = missing.size() + style.words_of_any_language.size() == style.words.size();
    diagnostics.note("words-in-english", {},
                     all ? "the charts' own words are in English: template \"" + style.name + "\" has none in \"" +
                               tag + "\""
                         : "some of the charts' own words are in English: template \"" + style.name + "\" has no " +
                               some_of(missing) + " in \"" + tag + "\"",
                     "<words lang=\"" + tag + "\"> in a template gives them");
    return style;
}

} // namespace demarche::compose
