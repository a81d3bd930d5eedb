// docs/dossier.md, docs/dossier.rng and the reader's own table say the same.

#include "base/xml.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_schema.hpp"
#include "model/dossier_writer.hpp"
#include "model/event_type.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>

namespace demarche {
namespace {

const std::string kDocs = std::string(DEMARCHE_SOURCE_DIR) + "/docs/";

std::vector<std::string> lines_of(const std::string& file) {
    std::istringstream in(DiskReader().read(kDocs + file));
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// The words in `code` marks.
std::vector<std::string> code_words(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = text.find('`'); at != std::string::npos;) {
        const std::size_t end = text.find('`', at + 1);
        words.push_back(text.substr(at + 1, end - at - 1));
        at = text.find('`', end + 1);
    }
    return words;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t at = line.find('|'); at != std::string::npos;) {
        const std::size_t end = line.find('|', at + 1);
        if (end != std::string::npos) {
            cells.push_back(line.substr(at + 1, end - at - 1));
        }
        at = end;
    }
    return cells;
}

/// An attribute as one of the three describes it.
struct Described {
    std::string name;
    bool required = false;
    std::vector<std::string> choices;

    friend bool operator==(const Described&, const Described&) = default;
};

void PrintTo(const Described& one, std::ostream* out) { // NOLINT(readability-identifier-naming): GoogleTest's name
    *out << one.name << (one.required ? "*" : "") << ::testing::PrintToString(one.choices);
}

using Attributes = std::map<std::string, std::vector<Described>>;

/// Event types have a table of their own.
std::vector<std::string> choices_of(const AttributeRule& rule) {
    return rule.choices == nullptr || rule.choices() == known_event_types() ? std::vector<std::string>()
                                                                            : rule.choices();
}

Attributes in_code() {
    Attributes result;
    for (const ElementRule& element : element_rules()) {
        auto& list = result[std::string(element.name)];
        for (const AttributeRule& rule : element.attributes) {
            list.push_back({std::string(rule.name), rule.required, choices_of(rule)});
        }
    }
    return result;
}

Attributes in_page() {
    Attributes result;
    std::string element;
    for (const std::string& line : lines_of("dossier.md")) {
        if (line.starts_with("## ")) {
            element.clear();
        } else if (line.starts_with("### `<")) {
            element = line.substr(6, line.find('>') - 6);
            result[element];
        } else if (!element.empty() && line.starts_with("| `")) {
            const auto cells = cells_of(line);
            auto choices = code_words(cells.at(1));
            choices.erase(std::remove(choices.begin(), choices.end(), "#rrggbb"), choices.end());
            result[element].push_back(
                {code_words(cells.at(0)).at(0), cells.at(0).find('*') != std::string::npos, choices});
        }
    }
    return result;
}

/// The page and the schema of the documentation, parsed.
const xml::Node* child(const xml::Node& node, const std::string& name) {
    for (const xml::Node& one : node.children) {
        if (one.name == name) {
            return &one;
        }
    }
    return nullptr;
}

void collect(const xml::Node& node, const std::string& name, std::vector<const xml::Node*>& found) {
    for (const xml::Node& one : node.children) {
        if (one.name == name) {
            found.push_back(&one);
        }
        collect(one, name, found);
    }
}

std::vector<const xml::Node*> all(const xml::Node& node, const std::string& name) {
    std::vector<const xml::Node*> found;
    collect(node, name, found);
    return found;
}

std::string named(const xml::Node& node) {
    const xml::Attribute* name = node.attribute("name");
    return name == nullptr ? std::string() : name->value;
}

class Schema {
public:
    Schema() {
        Diagnostics diagnostics;
        document_ = xml::parse(DiskReader().read(kDocs + "dossier.rng"), "dossier.rng", diagnostics);
        EXPECT_FALSE(diagnostics.has_errors());
        for (const xml::Node* define : all(document_->root, "define")) {
            defines_[named(*define)] = define;
        }
    }

    [[nodiscard]] Attributes attributes() const {
        Attributes result;
        for (const xml::Node* element : all(document_->root, "element")) {
            auto& list = result[named(*element)];
            for (const xml::Node& part : element->children) {
                const xml::Node* attribute = part.name == "optional" ? child(part, "attribute") : &part;
                if (attribute != nullptr && attribute->name == "attribute") {
                    list.push_back({named(*attribute), part.name == "attribute", values(*attribute)});
                }
            }
        }
        return result;
    }

    [[nodiscard]] std::map<std::string, std::set<std::string>> children() const {
        std::map<std::string, std::set<std::string>> result;
        for (const xml::Node* element : all(document_->root, "element")) {
            auto& list = result[named(*element)];
            for (const xml::Node* ref : all(*element, "ref")) {
                const auto define = defines_.find(named(*ref));
                if (define != defines_.end() && child(*define->second, "element") != nullptr) {
                    list.insert(named(*child(*define->second, "element")));
                }
            }
        }
        return result;
    }

    [[nodiscard]] std::vector<std::string> event_types() const { return values_in(*defines_.at("event-type")); }

private:
    static std::vector<std::string> values_in(const xml::Node& node) {
        std::vector<std::string> values;
        for (const xml::Node* value : all(node, "value")) {
            values.push_back(value->content());
        }
        return values;
    }

    [[nodiscard]] std::vector<std::string> values(const xml::Node& attribute) const {
        std::vector<std::string> result;
        for (const xml::Node* ref : all(attribute, "ref")) {
            if (named(*ref) != "event-type" && named(*ref) != "event-types") {
                const auto some = values_in(*defines_.at(named(*ref)));
                result.insert(result.end(), some.begin(), some.end());
            }
        }
        return result;
    }

    std::optional<xml::Document> document_;
    std::map<std::string, const xml::Node*> defines_;
};

TEST(DossierDocs, DescribeEveryElementAndAttributeInOrder) {
    EXPECT_EQ(in_page(), in_code());
}

TEST(DossierDocs, NameTheChildrenOfEveryElement) {
    std::map<std::string, std::set<std::string>> expected;
    std::map<std::string, std::set<std::string>> described;
    for (const ElementRule& element : element_rules()) {
        auto& list = expected[std::string(element.name)];
        for (const ChildRule& rule : element.children) {
            list.insert(std::string(rule.name));
        }
    }
    std::string element;
    for (const std::string& line : lines_of("dossier.md")) {
        if (line.starts_with("### `<")) {
            element = line.substr(6, line.find('>') - 6);
            described[element];
        } else if (line.starts_with("Children:") || line.starts_with("Holds `<")) {
            for (const std::string& word : code_words(line)) {
                described[element].insert(word.substr(1, word.size() - 2));
            }
        } else if (line.starts_with("## ")) {
            element.clear();
        }
    }
    EXPECT_EQ(described, expected);
    EXPECT_EQ(Schema().children(), expected);
}

TEST(DossierDocs, ListEveryTypeOfEvent) {
    std::vector<std::string> types;
    bool there = false;
    for (const std::string& line : lines_of("dossier.md")) {
        there = line.starts_with("## ") ? line == "## Types of events" : there;
        if (there && line.starts_with("| `")) {
            const auto cells = cells_of(line);
            const std::string category = code_words(cells.at(0)).at(0);
            types.push_back(category);
            for (const std::string& mode : code_words(cells.at(1))) {
                types.push_back(category + "/" + mode);
            }
        }
    }
    EXPECT_EQ(types, known_event_types());
    EXPECT_EQ(Schema().event_types(), known_event_types());
}

TEST(DossierDocs, HaveASchemaWithTheSameAttributes) {
    EXPECT_EQ(Schema().attributes(), in_code());
}

TEST(DossierDocs, ExplainEveryCode) {
    std::set<std::string> explained;
    bool there = false;
    for (const std::string& line : lines_of("dossier.md")) {
        there = line.starts_with("## ") ? line == "## What is checked" : there;
        if (there && line.starts_with("| `")) {
            const auto words = code_words(cells_of(line).at(0));
            explained.insert(words.begin(), words.end());
        }
    }
    // Every code that reading the many damaged samples of other tests can give stands in these sources.
    for (const char* file : {"base/xml.cpp", "model/citing.cpp", "model/dossier_references.cpp",
                             "model/dossier_rules.cpp", "model/dossier_structure.cpp", "model/dossier_values.cpp",
                             "model/doubts.cpp", "model/order.cpp", "model/quotations.cpp"}) {
        const std::string text = DiskReader().read(std::string(DEMARCHE_SOURCE_DIR) + "/src/" + file);
        for (const std::string& call :
             std::vector<std::string>{"error(\"", "warning(\"", "note(\"", "refuse(\"", "report(\""}) {
            for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
                const std::size_t begin = at + call.size();
                const std::string code = text.substr(begin, text.find('"', begin) - begin);
                EXPECT_TRUE(code == "unknown-" || explained.contains(code)) << code << " in " << file;
            }
        }
    }
}

TEST(DossierDocs, HaveAnExampleThatIsADossier) {
    std::string text;
    bool inside = false;
    for (const std::string& line : lines_of("dossier.md")) {
        if (line == "```xml" && text.empty()) {
            inside = true;
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            text += line + "\n";
        }
    }
    Diagnostics diagnostics;
    const support::MemoryFiles files(
        std::map<std::string, std::string>{{"post.txt", "The mayor telephoned the harbour master last week."}});
    const auto model = parse_dossier(text, "ferry.xml", files, diagnostics);
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(testing::printed(diagnostics), "");
    EXPECT_EQ(model->events.size(), 1U);
}

/// Runs xmllint over a dossier; nothing where there is no xmllint.
std::optional<bool> validates(const std::string& text) {
    // Tests run side by side: each has a file of its own.
    const std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    const std::string path = std::string(DEMARCHE_TEST_DIR) + "/validated-" + test + ".xml";
    std::ofstream(path, std::ios::binary) << text;
    const std::string command = "xmllint --noout --relaxng '" + kDocs + "dossier.rng' '" + path + "' >/dev/null 2>&1";
    const int status = std::system(command.c_str()); // NOLINT(cert-env33-c): a tool of the tests, fixed words
    // 3 is xmllint's "does not validate", 127 the shell's "no such program".
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 127) {
        return std::nullopt;
    }
    return WEXITSTATUS(status) == 0;
}

class DossierSchema : public ::testing::Test {
protected:
    void SetUp() override {
        if (!validates(testing::sample_dossier()).has_value()) {
            GTEST_SKIP() << "no xmllint here (Debian: libxml2-utils)";
        }
    }
};

TEST_F(DossierSchema, AcceptsGoodDossiers) {
    EXPECT_EQ(validates(testing::sample_dossier()), true);
    for (const char* example : {"riyadh-talks/riyadh", "camp-david-1978/camp-david", "first-story/first"}) {
        const std::string path = std::string(DEMARCHE_SOURCE_DIR) + "/examples/" + example + ".dossier.xml";
        EXPECT_EQ(validates(DiskReader().read(path)), true) << path;
    }
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        support::GeneratorOptions options;
        options.most_events = 200;
        options.charts = true;
        EXPECT_EQ(validates(write_dossier(support::generate_model(seed, options))), true) << "seed " << seed;
    }
    EXPECT_EQ(validates("<dossier title='t' as-of='' lang='' week=''><events><event id='e' title='t' when='' "
                        "type='consult' weight='' status=''/></events></dossier>"),
              true)
        << "empty values";
}

TEST_F(DossierSchema, RefusesBadOnes) {
    const std::vector<std::pair<std::string, std::string>> changes{
        {"<ties>", "<tyes/><ties>"},
        {"<ties>", "<sides/><ties>"},
        {"<ties>", "text <ties>"},
        {"</detail>", "</detail><detail>again</detail>"},
        {"<alias>Mayor Calder", "<alias> "},
        {"short=\"Call\"", "shrt=\"Call\""},
        {"title=\"Meeting in May\" ", ""},
        {"title=\"Meeting in May\"", "title=\" \""},
        {"kind=\"group\"", "kind=\"crowd\""},
        {"weight=\"7\"", "weight=\"11\""},
        {"id=\"call\"", "id=\"1call\""},
        {"#0062a3", "blue"},
        {"2024-03-06", "6 March"},
        {"https://example.org/1", "javascript:alert(1)"},
        {"consult/meet", "consult/meat"},
        {"types=\"consult", "types=\"consult gossip"},
        {"cameo=\"041\"", "cameo=\"call\""},
        {"file=\"a1.txt\"", "file=\"/etc/hostname\""},
        {"when=\"2024-05\"", "when=\"in May\""},
        {"<cite article=\"a2\"/>", "<cite/>"},
    };
    for (const auto& [from, to] : changes) {
        const std::string text = testing::sample_with(from, to);
        EXPECT_EQ(validates(text), false) << from << " -> " << to;
        Diagnostics diagnostics;
        testing::parse_sample(text, diagnostics);
        EXPECT_TRUE(diagnostics.has_errors()) << "the reader refuses it too: " << to;
    }
    EXPECT_EQ(validates("<dossier title='t'/>"), false) << "no events";
}

} // namespace
} // namespace demarche
