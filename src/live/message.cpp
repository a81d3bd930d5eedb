#include "live/message.hpp"

#include <cerrno>
#include <cstdint>
#include <sys/socket.h>
#include <sys/types.h>
#include <utility>

namespace demarche::live {

namespace {

bool send_all(int socket, const void* data, std::size_t size) {
    const char* next = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t done = ::send(socket, next, size, MSG_NOSIGNAL);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        next += done;
        size -= static_cast<std::size_t>(done);
    }
    return true;
}

bool receive_all(int socket, void* data, std::size_t size) {
    char* next = static_cast<char*>(data);
    while (size > 0) {
        const ssize_t got = ::recv(socket, next, size, 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        next += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

} // namespace

bool send_message(int socket, const std::string& bytes) {
    const std::uint64_t length = bytes.size();
    return send_all(socket, &length, sizeof length) && send_all(socket, bytes.data(), bytes.size());
}

std::optional<std::string> receive_message(int socket) {
    std::uint64_t length = 0;
    if (!receive_all(socket, &length, sizeof length)) {
        return std::nullopt;
    }
    std::string bytes(length, '\0');
    return receive_all(socket, bytes.data(), bytes.size()) ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace demarche::live
