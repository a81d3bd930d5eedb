#pragma once
/// Files that are only in memory.

#include "base/diagnostic.hpp"
#include "base/file.hpp"

#include <map>
#include <string>
#include <utility>

namespace demarche::support {

class MemoryFiles final : public FileReader {
public:
    MemoryFiles() = default;

    explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

    [[nodiscard]] std::string read(const std::string& path, std::size_t limit = kDefaultLimit) const override {
        const auto found = files_.find(path);
        if (found == files_.end() || found->second.size() > limit) {
            throw Error(Exit::input_error, {Severity::error, "no-file", {path, 0, 0}, "no file \"" + path + "\"", {}});
        }
        return found->second;
    }

    [[nodiscard]] bool exists(const std::string& path) const override { return files_.contains(path); }

    std::string& operator[](const std::string& path) { return files_[path]; }

private:
    std::map<std::string, std::string> files_;
};

} // namespace demarche::support
