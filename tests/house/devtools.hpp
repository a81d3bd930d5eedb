#pragma once
/// A page in Chromium, used as a person would: clicked, typed at, printed, read aloud. The browser is driven through
/// the DevTools protocol over a pipe (--remote-debugging-pipe), so nothing but Chromium is needed.

#include "run.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <sys/types.h>
#include <vector>

namespace demarche::house {

class DevTools {
public:
    using Json = nlohmann::json;

    /// Starts Chromium. REQUIRES: has_browser().
    DevTools();
    ~DevTools();
    DevTools(const DevTools&) = delete;
    DevTools& operator=(const DevTools&) = delete;

    /// One command of the protocol. Throws std::runtime_error where the browser refuses or does not answer.
    Json call(const std::string& method, const Json& parameters = Json::object());

    /// Loads a page, whatever was there before, and waits until it is loaded.
    void open(const std::string& url);
    /// The value of an expression in the page.
    Json value(const std::string& expression);
    /// A click with the mouse on the middle of the first element that the selector finds, brought into sight first.
    void click(const std::string& selector);
    /// The same at a place, in CSS pixels from the top left of what is seen.
    void click_at(const Json& x, const Json& y);
    /// A key, as it comes from a keyboard: "Enter", " ", "Escape", "Tab".
    void press(const std::string& key);
    void size(int width, int height);
    /// "" for what the page logged and no rule of its own forbade; else the messages.
    [[nodiscard]] std::string complaints() const;

private:
    void send(const Json& message) const;
    Json receive();

    Scratch scratch_;
    pid_t child_ = -1;
    int to_ = -1;
    int from_ = -1;
    int last_id_ = 0;
    std::string session_;
    std::string buffer_;
    std::vector<Json> events_;
};

} // namespace demarche::house
