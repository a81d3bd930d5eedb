#include "devtools.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace demarche::house {
namespace {

constexpr int kAnswerWithin = 60'000; ///< milliseconds

/// In the child: the browser reads commands from descriptor 3 and writes to 4.
[[noreturn]] void become_browser(int commands, int answers, const std::filesystem::path& profile) {
    setpgid(0, 0);
    // Out of the way first: one of them may be 3 or 4 itself.
    const int in = fcntl(commands, F_DUPFD, 10);
    const int out = fcntl(answers, F_DUPFD, 10);
    const int nothing = ::open("/dev/null", O_RDWR);
    if (dup2(in, 3) < 0 || dup2(out, 4) < 0 || dup2(nothing, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0) {
        _exit(127);
    }
    close(in);
    close(out);
    setenv("HOME", profile.c_str(), 1);
    setenv("TMPDIR", profile.c_str(), 1);
    const std::string folder = "--user-data-dir=" + (profile / "profile").string();
    execlp("chromium", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
           "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--disable-crash-reporter", "--hide-scrollbars", "--force-device-scale-factor=1", "--remote-debugging-pipe",
           folder.c_str(), "about:blank", nullptr);
    _exit(127);
}

} // namespace

DevTools::DevTools() {
    std::array<int, 2> commands{};
    std::array<int, 2> answers{};
    if (pipe2(commands.data(), O_CLOEXEC) != 0 || pipe2(answers.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe to the browser");
    }
    std::signal(SIGPIPE, SIG_IGN); // a browser that is gone is an answer that does not come
    child_ = fork();
    if (child_ == 0) {
        become_browser(commands[0], answers[1], scratch_.path());
    }
    close(commands[0]);
    close(answers[1]);
    to_ = commands[1];
    from_ = answers[0];
    const Json target = call("Target.createTarget", {{"url", "about:blank"}});
    session_ = call("Target.attachToTarget", {{"targetId", target.at("targetId")}, {"flatten", true}}).at("sessionId");
    for (const char* domain : {"Page.enable", "Runtime.enable", "Log.enable", "Network.enable"}) {
        call(domain);
    }
}

DevTools::~DevTools() {
    close(to_); // the browser ends with its pipe
    close(from_);
    for (int i = 0; i < 500; ++i) {
        if (waitpid(child_, nullptr, WNOHANG) == child_) {
            kill(-child_, SIGKILL); // its helpers
            return;
        }
        usleep(10'000);
    }
    kill(-child_, SIGKILL);
    waitpid(child_, nullptr, 0);
}

void DevTools::send(const Json& message) const {
    const std::string text = message.dump() + '\0';
    for (std::size_t sent = 0; sent < text.size();) {
        const ssize_t more = write(to_, text.data() + sent, text.size() - sent);
        if (more <= 0) {
            throw std::runtime_error("the browser is gone");
        }
        sent += static_cast<std::size_t>(more);
    }
}

DevTools::Json DevTools::receive() {
    std::size_t end = buffer_.find('\0');
    while (end == std::string::npos) {
        pollfd ready{from_, POLLIN, 0};
        if (poll(&ready, 1, kAnswerWithin) <= 0) {
            throw std::runtime_error("the browser does not answer");
        }
        std::array<char, 65536> block{};
        const ssize_t count = read(from_, block.data(), block.size());
        if (count <= 0) {
            throw std::runtime_error("the browser is gone");
        }
        const std::size_t before = buffer_.size();
        buffer_.append(block.data(), static_cast<std::size_t>(count));
        end = buffer_.find('\0', before);
    }
    Json message = Json::parse(buffer_.substr(0, end));
    buffer_.erase(0, end + 1);
    return message;
}

DevTools::Json DevTools::call(const std::string& method, const Json& parameters) {
    const int id = ++last_id_;
    Json message{{"id", id}, {"method", method}, {"params", parameters}};
    if (!session_.empty()) {
        message["sessionId"] = session_;
    }
    send(message);
    for (;;) {
        Json answer = receive();
        if (answer.value("id", 0) != id) {
            events_.push_back(std::move(answer));
            continue;
        }
        if (answer.contains("error")) {
            throw std::runtime_error(method + ": " + answer["error"].dump());
        }
        return answer.at("result");
    }
}

void DevTools::open(const std::string& url) {
    const auto load = [&](const std::string& address) {
        events_.clear();
        call("Page.navigate", {{"url", address}});
        const auto loaded = [&] {
            for (const Json& event : events_) {
                if (event.value("method", "") == "Page.loadEventFired") {
                    return true;
                }
            }
            return false;
        };
        while (!loaded()) {
            events_.push_back(receive());
        }
    };
    load("about:blank"); // else another fragment of the same page would load nothing
    load(url);
}

DevTools::Json DevTools::value(const std::string& expression) {
    const Json result =
        call("Runtime.evaluate", {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
    if (result.contains("exceptionDetails")) {
        throw std::runtime_error(expression + ": " + result["exceptionDetails"].dump());
    }
    return result.at("result").value("value", Json());
}

void DevTools::click(const std::string& selector) {
    const Json at = value("(() => { const one = document.querySelector(" + Json(selector).dump() +
                          "); one.scrollIntoView({block: 'center', inline: 'center'});"
                          "const box = one.getBoundingClientRect();"
                          "return [box.left + box.width / 2, box.top + box.height / 2]; })()");
    click_at(at[0], at[1]);
}

void DevTools::click_at(const Json& x, const Json& y) {
    for (const char* type : {"mousePressed", "mouseReleased"}) {
        call("Input.dispatchMouseEvent", {{"type", type}, {"x", x}, {"y", y}, {"button", "left"}, {"clickCount", 1}});
    }
}

void DevTools::press(const std::string& key) {
    const int code = key == "Enter" ? 13 : key == "Escape" ? 27 : key == "Tab" ? 9 : key == " " ? 32 : 0;
    Json down{{"type", "keyDown"}, {"key", key}, {"code", key == " " ? "Space" : key}, {"windowsVirtualKeyCode", code}};
    if (key == "Enter" || key == " ") {
        down["text"] = key == "Enter" ? "\r" : " ";
    }
    call("Input.dispatchKeyEvent", down);
    down["type"] = "keyUp";
    down.erase("text");
    call("Input.dispatchKeyEvent", down);
}

void DevTools::size(int width, int height) {
    call("Emulation.setDeviceMetricsOverride",
         {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", width < 500}});
}

std::string DevTools::complaints() const {
    std::string text;
    for (const Json& event : events_) {
        const std::string method = event.value("method", "");
        if (method == "Runtime.exceptionThrown" || method == "Log.entryAdded") {
            text += event.at("params").dump() + "\n";
        } else if (method == "Network.requestWillBeSent") {
            const std::string url = event.at("params").at("request").at("url");
            if (url.rfind("http", 0) == 0) {
                text += "it asked for " + url + "\n";
            }
        }
    }
    return text;
}

} // namespace demarche::house
