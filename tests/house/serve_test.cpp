// draw --serve: the page that follows the charts, asked by a client and seen by a browser.

#include "browser.hpp"
#include "devtools.hpp"
#include "running.hpp"
#include "tree.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <httplib.h>
#include <sstream>
#include <thread>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Serving : public ::testing::Test {
protected:
    Scratch scratch;
    fs::path dossier = scratch.path() / "first.dossier.xml";
    std::string text = bytes_of(tree() / "examples/first-story/first.dossier.xml");
    std::unique_ptr<Running> program;
    std::string url;
    int port = 0;

    void SetUp() override {
        for (const auto* const name : {"first.dossier.xml", "a1-call.txt", "a2-meeting.txt"}) {
            fs::copy_file(tree() / "examples/first-story" / name, scratch.path() / name);
        }
        program = std::make_unique<Running>(
            std::vector<std::string>{DEMARCHE_PROGRAM, "draw", "first.dossier.xml", "-o", "charts", "--serve", "0"},
            scratch.path());
        url = program->line();
        ASSERT_THAT(url, StartsWith("http://127.0.0.1:")) << program->unread();
        port = std::stoi(url.substr(url.rfind(':') + 1));
        ASSERT_TRUE(program->says("drew 4 files")) << program->unread();
        ASSERT_TRUE(knows_four_files()) << "the server is another process, and is told of them";
    }

    [[nodiscard]] bool knows_four_files() const {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (std::chrono::steady_clock::now() < end) {
            const auto answer = client().Get("/state");
            if (answer && nlohmann::json::parse(answer->body).at("files").size() == 4) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return false;
    }

    void save(const std::string& bytes) const { std::ofstream(dossier, std::ios::binary | std::ios::trunc) << bytes; }

    [[nodiscard]] std::string titled(const std::string& title) const {
        std::string changed = text;
        changed.replace(changed.rfind("The ferry of Larkhaven"), 22, title);
        return changed;
    }

    [[nodiscard]] httplib::Client client() const {
        httplib::Client made("127.0.0.1", port);
        made.set_read_timeout(kPatience);
        return made;
    }

    [[nodiscard]] int status(const std::string& path, const std::string& host = "") const {
        const auto answer =
            client().Get(path.c_str(), host.empty() ? httplib::Headers{} : httplib::Headers{{"Host", host}});
        return answer ? answer->status : -1;
    }
};

TEST_F(Serving, it_gives_the_page_the_state_and_the_charts_and_nothing_else) {
    EXPECT_EQ(status("/"), 200);
    EXPECT_EQ(status("/look.css"), 200);
    EXPECT_EQ(status("/follow.js"), 200);
    const auto state = nlohmann::json::parse(client().Get("/state")->body);
    EXPECT_EQ(state.at("title"), "first.dossier.xml");
    std::vector<std::string> names;
    for (const auto& file : state.at("files")) {
        names.push_back(file.at("name"));
    }
    EXPECT_THAT(names, ElementsAre("timeline.svg", "timeline.pdf", "network.svg", "network.pdf"));
    const auto chart = client().Get("/charts/timeline.svg?v=1");
    EXPECT_EQ(chart->body, bytes_of(scratch.path() / "charts/timeline.svg"));
    EXPECT_EQ(chart->get_header_value("Content-Type"), "image/svg+xml");
    EXPECT_EQ(chart->get_header_value("Cache-Control"), "no-store");
    for (const auto* const path : {"/first.dossier.xml", "/charts/../first.dossier.xml",
                                   "/charts/%2e%2e/first.dossier.xml", "/charts/", "/charts/..%2ffirst.dossier.xml",
                                   "//etc/passwd", "/charts//etc/passwd", "/charts/timeline.svg/..", "/events/x"}) {
        EXPECT_EQ(status(path), 404) << path;
    }
    EXPECT_EQ(client().Post("/", "x", "text/plain")->status, 405);
    EXPECT_EQ(client().Delete("/charts/timeline.svg")->status, 405);
    EXPECT_TRUE(fs::exists(scratch.path() / "charts/timeline.svg"));
}

TEST_F(Serving, a_name_that_is_not_this_machines_is_refused) {
    const std::string tail = ":" + std::to_string(port);
    EXPECT_EQ(status("/", "localhost" + tail), 200);
    EXPECT_EQ(status("/", "127.0.0.1" + tail), 200);
    for (const std::string& host :
         {"evil.example" + tail, std::string("evil.example"), "localhost" + tail + "1", std::string("localhost"),
          "localhost.evil.example" + tail, "127.0.0.1.nip.io" + tail}) {
        EXPECT_EQ(status("/state", host), 403) << host;
    }
}

TEST_F(Serving, an_event_tells_of_each_change) {
    std::string heard;
    std::string wanted = "data: 1\n";
    int saved = 0;
    auto stream = client();
    stream.Get("/events", [&](const char* bytes, std::size_t size) {
        heard.append(bytes, size);
        if (heard.find(wanted) != std::string::npos && saved < 2) {
            ++saved;
            wanted = "data: " + std::to_string(saved + 1) + "\n";
            save(saved == 1 ? titled("First change") : text.substr(0, text.size() / 2));
            return true;
        }
        return heard.find("data: 3\n") == std::string::npos;
    });
    EXPECT_THAT(heard, HasSubstr("data: 3\n"));
    const auto state = nlohmann::json::parse(client().Get("/state")->body);
    ASSERT_FALSE(state.at("findings").empty());
    EXPECT_EQ(state.at("findings").at(0).at("severity"), "error");
    EXPECT_EQ(state.at("files").size(), 4U) << "the last good charts are still there";
    EXPECT_THAT(client().Get("/charts/timeline.svg")->body, HasSubstr("First change"));
    EXPECT_EQ(program->end(SIGTERM), 0);
}

TEST_F(Serving, a_port_that_is_taken_is_an_error) {
    Command command;
    command.words = {DEMARCHE_PROGRAM, "draw", "first.dossier.xml", "-o", "other", "--serve", std::to_string(port)};
    command.directory = scratch.path();
    const Outcome outcome = run(command);
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("cannot serve on port " + std::to_string(port)));
    EXPECT_FALSE(fs::exists(scratch.path() / "other"));
}

TEST_F(Serving, it_ends_with_the_program_that_draws_also_where_that_is_killed) {
    EXPECT_EQ(program->end(SIGKILL), 128 + SIGKILL);
    EXPECT_TRUE(comes_true([&] { return status("/") == -1; }));
}

TEST_F(Serving, the_page_in_a_browser_follows_stays_where_it_was_scrolled_to_and_shows_what_is_wrong) {
    if (!has_browser()) {
        GTEST_SKIP() << "no Chromium: nothing looks at the page";
    }
    DevTools page;
    page.size(1000, 500);
    page.open(url);
    const auto text_of = [&](const std::string& selector) {
        return page.value("document.querySelector('" + selector + "').textContent").get<std::string>();
    };
    const auto charts = [&] { return page.value("document.querySelectorAll('figure').length").get<int>(); };
    const auto title_drawn = [&](const std::string& words) {
        return page
            .value("[...document.querySelectorAll('figure div')].some(holder => holder.shadowRoot && "
                   "holder.shadowRoot.textContent.includes('" +
                   words + "'))")
            .get<bool>();
    };
    ASSERT_TRUE(comes_true([&] { return charts() == 2; }));
    EXPECT_TRUE(comes_true([&] { return text_of("#status").starts_with("drawn in "); }));
    EXPECT_TRUE(title_drawn("The ferry of Larkhaven"));

    page.value("window.scrollTo(0, 150)");
    page.value("document.querySelector('figure').dataset.kept = 'yes'");
    save(titled("Ferries in the fog"));
    EXPECT_TRUE(comes_true([&] { return title_drawn("Ferries in the fog"); }));
    EXPECT_EQ(page.value("window.scrollY"), 150);
    EXPECT_EQ(page.value("document.querySelector('figure').dataset.kept"), "yes") << "it was not loaded again";

    save(titled("Broken").substr(0, text.size() / 2));
    EXPECT_TRUE(comes_true([&] { return page.value("document.body.classList.contains('wrong')").get<bool>(); }));
    EXPECT_THAT(text_of("#list code"), ::testing::MatchesRegex("first\\.dossier\\.xml:[0-9]+:[0-9]+"));
    EXPECT_THAT(text_of("#status"), HasSubstr("last good charts"));
    EXPECT_TRUE(title_drawn("Ferries in the fog"));
    EXPECT_EQ(page.value("window.scrollY"), 150);

    save(titled("Clear again"));
    EXPECT_TRUE(comes_true([&] { return title_drawn("Clear again"); }));
    EXPECT_TRUE(comes_true([&] { return page.value("document.querySelector('#findings').hidden").get<bool>(); }));
    std::istringstream complaints(page.complaints());
    for (std::string line; std::getline(complaints, line);) {
        EXPECT_THAT(line, StartsWith("it asked for " + url)) << "nothing comes from anywhere else";
    }
}

} // namespace
} // namespace demarche::house
