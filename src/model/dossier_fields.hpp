#pragma once
/// Which attribute of the dossier is which member of the model, for reading and writing alike.

#include "base/xml.hpp"
#include "model/event_type.hpp"
#include "model/model.hpp"
#include "model/words.hpp"

#include <string_view>
#include <tuple>

namespace demarche {

template <class Owner, class Member>
struct Field {
    std::string_view attribute;
    Member Owner::*member;
};

template <class Owner, class Member>
Field(const char*, Member Owner::*) -> Field<Owner, Member>;

/// The attributes of the element that is an `Owner`.
template <class Owner>
struct FieldsOf;

template <>
struct FieldsOf<Model> {
    static constexpr std::tuple kList{Field{"title", &Model::title}, Field{"as-of", &Model::as_of},
                                      Field{"lang", &Model::language}, Field{"week", &Model::week_starts}};
};

template <>
struct FieldsOf<Article> {
    static constexpr std::tuple kList{Field{"id", &Article::id},
                                      Field{"file", &Article::file},
                                      Field{"outlet", &Article::outlet},
                                      Field{"title", &Article::title},
                                      Field{"published", &Article::published},
                                      Field{"url", &Article::url},
                                      Field{"lang", &Article::language},
                                      Field{"shares-text-with", &Article::shares_text_with},
                                      Field{"read", &Article::read}};
};

template <>
struct FieldsOf<Side> {
    static constexpr std::tuple kList{Field{"id", &Side::id}, Field{"code", &Side::code}, Field{"name", &Side::name},
                                      Field{"colour", &Side::colour}};
};

template <>
struct FieldsOf<Actor> {
    static constexpr std::tuple kList{
        Field{"id", &Actor::id},     Field{"name", &Actor::name}, Field{"short", &Actor::short_name},
        Field{"kind", &Actor::kind}, Field{"side", &Actor::side}, Field{"review", &Actor::review}};
};

template <>
struct FieldsOf<Role> {
    static constexpr std::tuple kList{Field{"title", &Role::title}, Field{"body", &Role::body},
                                      Field{"when", &Role::when}};
};

template <>
struct FieldsOf<Delegation> {
    static constexpr std::tuple kList{Field{"id", &Delegation::id},       Field{"name", &Delegation::name},
                                      Field{"event", &Delegation::event}, Field{"side", &Delegation::side},
                                      Field{"head", &Delegation::head},   Field{"review", &Delegation::review}};
};

template <>
struct FieldsOf<Event> {
    static constexpr std::tuple kList{
        Field{"id", &Event::id},         Field{"title", &Event::title},       Field{"short", &Event::short_title},
        Field{"when", &Event::when},     Field{"words", &Event::words},       Field{"after", &Event::after},
        Field{"before", &Event::before}, Field{"where", &Event::where_held},  Field{"type", &Event::type},
        Field{"cameo", &Event::cameo},   Field{"status", &Event::status},     Field{"said-by", &Event::said_by},
        Field{"weight", &Event::weight}, Field{"emphasis", &Event::emphasis}, Field{"review", &Event::review}};
};

template <>
struct FieldsOf<Party> {
    static constexpr std::tuple kList{Field{"actor", &Party::actor}, Field{"as", &Party::as}};
};

template <>
struct FieldsOf<Tie> {
    static constexpr std::tuple kList{Field{"from", &Tie::from}, Field{"to", &Tie::to},
                                      Field{"type", &Tie::type}, Field{"verb", &Tie::verb},
                                      Field{"when", &Tie::when}, Field{"review", &Tie::review}};
};

template <>
struct FieldsOf<ChartSpec> {
    static constexpr std::tuple kList{Field{"kind", &ChartSpec::kind},
                                      Field{"title", &ChartSpec::title},
                                      Field{"subtitle", &ChartSpec::subtitle},
                                      Field{"from", &ChartSpec::from},
                                      Field{"to", &ChartSpec::to},
                                      Field{"min-weight", &ChartSpec::min_weight},
                                      Field{"events", &ChartSpec::events},
                                      Field{"actors", &ChartSpec::actors},
                                      Field{"sides", &ChartSpec::sides},
                                      Field{"types", &ChartSpec::types},
                                      Field{"scale", &ChartSpec::scale},
                                      Field{"previous", &ChartSpec::previous}};
};

template <>
struct FieldsOf<Citation> {
    static constexpr std::tuple kList{Field{"article", &Citation::article}, Field{"stance", &Citation::stance},
                                      Field{"prefix", &Citation::prefix},   Field{"suffix", &Citation::suffix},
                                      Field{"start", &Citation::start},     Field{"end", &Citation::end}};
};

/// One value from its text. What the text does not give leaves the member as it is: checking values is
/// dossier_values.hpp's business.
void read_value(const std::string& text, std::string& member);
void read_value(const std::string& text, std::vector<std::string>& member);
void read_value(const std::string& text, int& member);
void read_value(const std::string& text, bool& member);
void read_value(const std::string& text, Edtf& member);
void read_value(const std::string& text, EventType& member);
void read_value(const std::string& text, std::optional<Colour>& member);
void read_value(const std::string& text, std::optional<std::size_t>& member);

template <class Value>
requires requires {
    WordsOf<Value>::kList;
}

void read_value(const std::string& text, Value& member) {
    member = value_of<Value>(text).value_or(member);
}

/// The text of one value; "" for nothing.
std::string value_text(const std::string& member);
std::string value_text(const std::vector<std::string>& member);
std::string value_text(int member);
std::string value_text(bool member);
std::string value_text(const Edtf& member);
std::string value_text(const EventType& member);
std::string value_text(const std::optional<Colour>& member);
std::string value_text(const std::optional<std::size_t>& member);

template <class Value>
requires requires {
    WordsOf<Value>::kList;
}

std::string value_text(Value member) {
    return word_of(member);
}

/// The members that the element's attributes give.
template <class Owner>
void read_fields(const xml::Node& node, Owner& owner) {
    const auto read = [&](const auto& field) {
        if (const xml::Attribute* attribute = node.attribute(field.attribute)) {
            read_value(attribute->value, owner.*field.member);
        }
    };
    std::apply([&](const auto&... field) { (read(field), ...); }, FieldsOf<Owner>::kList);
}

/// Every member as an attribute, empty ones too: canonical form drops them.
template <class Owner>
void write_fields(const Owner& owner, xml::Node& node) {
    const auto write = [&](const auto& field) {
        node.attributes.push_back({std::string(field.attribute), value_text(owner.*field.member), {}, {}});
    };
    std::apply([&](const auto&... field) { (write(field), ...); }, FieldsOf<Owner>::kList);
}

/// The parts of a list, which white space separates.
std::vector<std::string> split_list(std::string_view text);

} // namespace demarche
