#pragma once
/// Bytes between two processes of ours: each message whole, its length ahead of it.

#include <optional>
#include <string>

namespace demarche::live {

/// False where the other end is gone.
bool send_message(int socket, const std::string& bytes);

/// Waits for one; nullopt where the other end is gone.
std::optional<std::string> receive_message(int socket);

} // namespace demarche::live
