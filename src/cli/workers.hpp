#pragma once
/// Processes that do one piece of work after the other: each crash, leak and hang is theirs, and what they keep open
/// (typefaces) serves the next piece.

#include <cstddef>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace demarche::cli {

/// Forked from this process as it is when they are first needed. REQUIRES: it has no other thread.
class Workers {
public:
    /// Called in a worker with the number of a task.
    using Work = std::function<std::string(std::size_t task)>;

    struct Answer {
        std::size_t task = 0;
        std::string bytes;   ///< what Work returned
        std::string failure; ///< "crashed: Segmentation fault", with what it last wrote to standard error; empty: none
    };

    /// Throws Error where the system refuses.
    Workers(std::size_t count, Work work);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    /// Ends all of them, also those at work.
    ~Workers();

    /// Whether one of them has nothing to do.
    [[nodiscard]] bool has_free() const;
    /// Whether one of them is at work.
    [[nodiscard]] bool at_work() const;

    /// REQUIRES: has_free(). Workers that had done a task before get it again: it is what they are warm for.
    void give(std::size_t task);

    /// To poll for reading: of those at work.
    [[nodiscard]] std::vector<int> descriptors() const;

    /// The answers that are there, without waiting. One that died is replaced.
    std::vector<Answer> answers();

    /// Ends those that are idle; the next task starts afresh.
    void renew();

private:
    struct Worker {
        pid_t process = -1;
        int socket = -1;     ///< orders out, answers in
        int complaints = -1; ///< a file in memory that is its standard error
        bool busy = false;
        std::size_t task = 0;
        bool used = false; ///< `task` is the last one that it did
    };

    void start(Worker& worker);
    static std::string end(Worker& worker);
    [[noreturn]] void work_on(int socket, int complaints);

    Work work_;
    std::vector<Worker> workers_;
};

} // namespace demarche::cli
