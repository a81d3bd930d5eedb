#pragma once
/// Reading files: the seam tests replace.

#include <cstddef>
#include <string>

namespace demarche {

/// Reads whole files. Every `read...` throws Error(Exit::input_error) with a clear message and hint where the
/// file is missing, unreadable, a directory, or larger than `limit` bytes.
class FileReader {
public:
    virtual ~FileReader() = default;
    /// A regular file: what other files name must not be a pipe or a device, which may keep one waiting for ever.
    [[nodiscard]] virtual std::string read(const std::string& path, std::size_t limit = kDefaultLimit) const = 0;

    /// What a person names: a pipe or a device will do as well. Readers without such files need not tell the two apart.
    [[nodiscard]] virtual std::string read_any(const std::string& path, std::size_t limit = kDefaultLimit) const {
        return read(path, limit);
    }

    /// A regular file that lies in `folder` or below it when all symbolic links of both have been followed; one that
    /// lies elsewhere is refused. Readers without links need not look.
    [[nodiscard]] virtual std::string
    read_inside(const std::string& /*folder*/, const std::string& path, std::size_t limit = kDefaultLimit) const {
        return read(path, limit);
    }

    /// The first bytes of a regular file, at most `most`; "" where there is none such, and of pipes and devices, which
    /// can be read once only. Never throws.
    [[nodiscard]] virtual std::string head(const std::string& path, std::size_t most) const;

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
    [[nodiscard]] std::string read_any(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string
    read_inside(const std::string& folder, const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string head(const std::string& path, std::size_t most) const override;
    [[nodiscard]] bool exists(const std::string& path) const override;
};

} // namespace demarche
