#pragma once
/// The moment at which a process may be forked.

#include <chrono>

namespace demarche::network {

/// Waits until every other thread of this process sleeps, for `most` at the longest; true where they do.
/// A forked child keeps the locks that other threads held, and nobody to release them. Pango has a thread
/// that loads fonts, and not every allocator (the sanitizers' for one) takes care of its own locks in a fork.
bool wait_for_quiet(std::chrono::milliseconds most);

} // namespace demarche::network
