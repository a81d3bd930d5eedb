#include "model/dossier_reader.hpp"
#include "model/export_json.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

Json exported(const std::string& dossier) {
    Diagnostics diagnostics;
    const auto model = testing::parse_sample(dossier, diagnostics);
    EXPECT_TRUE(model.has_value());
    return Json::parse(export_json(model.value_or(Model())));
}

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
    }
    return keys;
}

/// One line a thing, so that keys and their order can be read at a glance.
TEST(ExportJson, HasEveryKeyInTheOrderOfTheFormat) {
    const Json json = exported(testing::sample_dossier());
    EXPECT_EQ(keys_of(json), (std::vector<std::string>{"demarche", "title", "as_of", "articles", "sides", "actors",
                                                       "delegations", "events", "ties"}));
    EXPECT_EQ(json["demarche"], 1);
    EXPECT_EQ(json["articles"].dump(),
              R"([{"id":"a1","file":"a1.txt","title":"Calls","published":"2024-03-06","outlet":"Post",)"
              R"("url":"https://example.org/1","status":"stands"},)"
              R"({"id":"a2","file":"","title":"","published":"","outlet":"Lantern","url":"","status":"stands"}])");
    EXPECT_EQ(json["sides"][0].dump(), R"({"id":"east","code":"E","name":"Eastbank"})");
    EXPECT_EQ(json["actors"][0].dump(),
              R"({"id":"calder","name":"Ines Calder","kind":"person","side":"east","aliases":["Mayor Calder"],"roles":)"
              R"([{"title":"Mayor","body":"Eastbank","citations":[{"article":"a1","start":30,"end":47,)"
              R"("exact":"Mayor Ines Calder","stance":"supports"}]}],"citations":[{"article":"a1","start":36,"end":47,)"
              R"("exact":"Ines Calder","stance":"supports"}]})");
    EXPECT_EQ(json["actors"][2].dump(),
              R"({"id":"owners","name":"Ship owners","kind":"group","side":null,"aliases":[],)"
              R"("roles":[],"citations":[]})");
    EXPECT_EQ(
        json["delegations"].dump(),
        R"([{"id":"team","name":"East team","event":"meeting","side":"east","head":"calder","members":["calder"],)"
        R"("possible":["owners"],"citations":[{"article":"a2","start":null,"end":null,"exact":"",)"
        R"("stance":"supports"}]}])");
    EXPECT_EQ(json["ties"].dump(),
              R"([{"from":"reed","to":"owners","type":"speaks-for","when":"2024~","citations":[{"article":"a1",)"
              R"("start":52,"end":77,"exact":"harbour master Tomas Reed","stance":"supports"}]}])");
}

TEST(ExportJson, GivesEventsWithTheirPartiesAndAllTheirCitations) {
    const Json event = exported(testing::sample_dossier())["events"][0];
    EXPECT_EQ(
        event.dump(),
        R"({"id":"call","title":"Calder and Reed speak","detail":"on “a lifeline of the bay”",)"
        R"("when":"[2024-02-26..2024-03-03]","after":[],"where":"Larkhaven","type":"consult/call","cameo":"041",)"
        R"("status":"occurred","said_by":["calder"],"weight":7,"review":"new","parties":[{"actor":"calder",)"
        R"("as":"participant"},{"actor":"reed","as":"addressee"}],"citations":[{"article":"a1","start":78,"end":96,)"
        R"("exact":"spoke by telephone","stance":"disputes"},{"article":"a1","start":108,"end":152,)"
        R"("exact":"She called the ferry “a lifeline of the bay”","stance":"supports"},{"article":"a1",)"
        R"("start":67,"end":77,"exact":"Tomas Reed","stance":"supports"}]})")
        << "exact is the article's own typography, not the dossier's; a party's citations follow";
}

TEST(ExportJson, TellsTheOrderFromBothSides) {
    std::string text = testing::sample_with(" after=\"call\"", "");
    EXPECT_EQ(exported(text)["events"][1]["after"].dump(), R"(["call"])") << "call has before=\"meeting\"";
    EXPECT_EQ(exported(testing::sample_dossier())["events"][1]["after"].dump(), R"(["call"])")
        << "said twice, once in JSON";
}

TEST(ExportJson, FillsInTheAsOfDayAndNullForNoDate) {
    const Json json = exported(testing::sample_with(" as-of=\"2024-03-13\"", ""));
    EXPECT_EQ(json["as_of"], "2024-03-06");
    EXPECT_EQ(exported(testing::sample_with("when=\"2024-05\" ", ""))["events"][1]["when"], nullptr);
    EXPECT_EQ(Json::parse(export_json(Model()))["as_of"], "");
}

/// The examples of docs/model-json.md by heading.
std::map<std::string, Json> documented() {
    std::istringstream in(DiskReader().read(std::string(DEMARCHE_SOURCE_DIR) + "/docs/model-json.md"));
    std::map<std::string, Json> examples;
    std::string heading;
    std::string block;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line == "```json") {
            inside = true;
            block.clear();
        } else if (line == "```") {
            inside = false;
            examples[heading] = Json::parse(block);
        } else if (inside) {
            block += line;
        } else if (line.starts_with("#")) {
            heading = line.substr(line.find(' ') + 1);
        }
    }
    return examples;
}

TEST(ExportJson, HasTheKeysOfItsDocumentation) {
    const Json json = exported(testing::sample_dossier());
    const auto page = documented();
    EXPECT_EQ(keys_of(json), keys_of(page.at("The model as JSON")));
    EXPECT_EQ(keys_of(json["articles"][0]), keys_of(page.at("Article")));
    EXPECT_EQ(keys_of(json["sides"][0]), keys_of(page.at("Side")));
    EXPECT_EQ(keys_of(json["actors"][0]), keys_of(page.at("Actor")));
    EXPECT_EQ(keys_of(json["actors"][0]["roles"][0]), keys_of(page.at("Actor")["roles"][0]));
    EXPECT_EQ(keys_of(json["delegations"][0]), keys_of(page.at("Delegation")));
    EXPECT_EQ(keys_of(json["events"][0]), keys_of(page.at("Event")));
    EXPECT_EQ(keys_of(json["events"][0]["parties"][0]), keys_of(page.at("Event")["parties"][0]));
    EXPECT_EQ(keys_of(json["ties"][0]), keys_of(page.at("Tie")));
    EXPECT_EQ(keys_of(json["ties"][0]["citations"][0]), keys_of(page.at("Citation")));
}

TEST(ExportJson, IsValidForGeneratedModels) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        support::GeneratorOptions options;
        options.most_events = 50;
        const Model model = support::generate_model(seed, options);
        const std::string text = export_json(model);
        const Json json = Json::parse(text);
        EXPECT_EQ(json["events"].size(), model.events.size());
        EXPECT_EQ(json["actors"].size(), model.actors.size());
        EXPECT_EQ(text, export_json(model));
    }
}

} // namespace
} // namespace demarche
