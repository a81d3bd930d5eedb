#pragma once
/// The page's server: on this machine's own address, for GET alone, of our own files alone.

#include <string>
#include <sys/types.h>

namespace demarche::live {

struct PageState;

/// In a process of its own, so that the one that draws has no threads. It ends with the one that started it.
/// The page is at /, the state at /state, each change of it an event of /events (server-sent events), the charts at
/// /charts/NAME. A request whose Host is no name of this machine, or for anything else, is refused.
class Server {
public:
    /// Listens on 127.0.0.1. `port` 0: one that is free.
    /// Throws Error where the port is taken. REQUIRES: this process has no other thread.
    explicit Server(int port);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server();

    [[nodiscard]] int port() const { return port_; }

    /// What the page shows from now on. False where the process is gone.
    [[nodiscard]] bool show(const PageState& state) const;

private:
    int port_ = 0;
    pid_t process_ = -1;
    int socket_ = -1;
};

} // namespace demarche::live
