/// The filters of the page: side, type, time, and what one must be careful with. Of use with script only.

#include "evidence/page_material.hpp"

#include <algorithm>
#include <set>

namespace demarche::evidence {

namespace {

class Filters {
public:
    Filters(Html& html, const Material& material) : html_(html), material_(material), model_(material.model) {}

    void write() {
        html_.open("form", {{"class", "filters"}, {"id", "filters"}, {"hidden", Html::kNoValue}});
        html_.open("details");
        html_.element("summary", material_.phrase("filter"));
        html_.open("div", {{"class", "sets"}});
        sides();
        types();
        times();
        cares();
        html_.element("button", material_.phrase("filter-reset"), {{"type", "reset"}});
        html_.close();
        html_.close();
        html_.close();
        html_.line();
    }

private:
    void open_set(const char* key) {
        html_.open("fieldset");
        html_.element("legend", material_.phrase(key));
    }

    void check(const char* name,
               const std::string& value,
               const std::string& words,
               bool checked,
               const std::string& style_class = {}) {
        html_.open("label", {{"class", "chip " + style_class}});
        Html::Attributes attributes{{"type", "checkbox"}, {"name", name}, {"value", value}};
        if (checked) {
            attributes.emplace_back("checked", Html::kNoValue);
        }
        html_.lone("input", attributes);
        html_.foreign("span", words);
        html_.close();
    }

    void sides() {
        if (model_.sides.size() < 2) {
            return;
        }
        open_set("filter-side");
        for (const Side& side : model_.sides) {
            check("side", side.id, side.name.empty() ? side.code : side.name, true, material_.side_class(side.id));
        }
        if (std::any_of(model_.actors.begin(), model_.actors.end(),
                        [](const Actor& actor) { return actor.side.empty(); })) {
            check("side", "", material_.phrase("no-side"), true);
        }
        html_.close();
    }

    void types() {
        std::vector<std::string> keys;
        for (const Fact& fact : material_.facts) {
            if (fact.kind == FactKind::event) {
                const std::string key = type_key(model_.events[fact.index].type);
                if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                    keys.push_back(key);
                }
            }
        }
        if (keys.size() < 2) {
            return;
        }
        open_set("filter-type");
        for (const std::string& key : keys) {
            check("type", key, material_.phrase(key), true);
        }
        html_.close();
    }

    /// The dates there are, in their order, as the chart prints them.
    void times() {
        std::vector<std::pair<std::string, const Event*>> dates;
        std::set<std::string> seen;
        for (const Fact& fact : material_.facts) {
            if (fact.kind != FactKind::event || model_.events[fact.index].when.empty()) {
                continue;
            }
            std::string words = material_.words().date(material_.row(fact.index), true);
            if (seen.insert(words).second) {
                dates.emplace_back(std::move(words), &model_.events[fact.index]);
            }
        }
        if (dates.size() < 2) {
            return;
        }
        open_set("filter-time");
        for (const bool from : {true, false}) {
            html_.open("label", {{"class", "time"}});
            html_.element("span", material_.phrase(from ? "filter-from" : "filter-to"));
            html_.open("select", {{"name", from ? "from" : "to"}});
            html_.element("option", "–", {{"value", ""}});
            for (const auto& [words, event] : dates) {
                if (const auto day = from ? event->when.earliest() : event->when.latest()) {
                    html_.foreign("option", words, {{"value", std::to_string(*day)}});
                }
            }
            html_.close();
            html_.close();
        }
        html_.close();
    }

    void cares() {
        const std::pair<const char*, const char*> flags[] = {{"attributed", "attributed"},
                                                             {"disputed", "disputed"},
                                                             {"single", "single-source"},
                                                             {"unreviewed", "not-reviewed"},
                                                             {"undrawn", "not-drawn"}};
        const auto& facts = material_.facts;
        bool open = false;
        for (const auto& [flag, key] : flags) {
            const std::string wanted = flag;
            const bool any = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
                return wanted == "attributed"
                           ? fact.kind == FactKind::event && !model_.events[fact.index].said_by.empty()
                       : wanted == "disputed"   ? fact.disputed
                       : wanted == "single"     ? fact.single_source
                       : wanted == "unreviewed" ? fact.unreviewed
                                                : !fact.drawn;
            });
            if (!any) {
                continue;
            }
            if (!open) {
                open_set("filter-only");
                open = true;
            }
            check("only", wanted, material_.phrase(key), false);
        }
        if (open) {
            html_.close();
        }
    }

    Html& html_;
    const Material& material_;
    const Model& model_;
};

} // namespace

void write_filters(Html& html, const Material& material) {
    Filters(html, material).write();
}

} // namespace demarche::evidence
