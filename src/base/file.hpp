#pragma once
/// Reading files: the seam tests replace.

#include <cstddef>
#include <string>

namespace demarche {

/// Reads whole files. `read` throws Error(Exit::input_error) with a clear message and hint where the
/// file is missing, unreadable, a directory, or larger than `limit` bytes.
class FileReader {
public:
    virtual ~FileReader() = default;
    [[nodiscard]] virtual std::string read(const std::string& path, std::size_t limit = kDefaultLimit) const = 0;
    [[nodiscard]] virtual bool exists(const std::string& path) const = 0;

    static constexpr std::size_t kDefaultLimit = std::size_t{64} << 20;

protected:
    FileReader() = default;
    FileReader(const FileReader&) = default;
    FileReader& operator=(const FileReader&) = default;
};

/// The disk; the path "-" is standard input.
class DiskReader final : public FileReader {
public:
    [[nodiscard]] std::string read(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] bool exists(const std::string& path) const override;
};

} // namespace demarche
