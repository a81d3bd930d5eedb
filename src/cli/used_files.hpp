#pragma once
/// Which files a run read: what its charts were made from.

#include "base/file.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace demarche::cli {

/// What tells one state of a file from another without reading it. All zero: no such file.
struct FileStamp {
    std::int64_t modified = 0; ///< nanoseconds of the system's clock
    std::int64_t size = 0;
    std::uint64_t inode = 0;

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Follows links. Never throws.
FileStamp stamp_of(const std::string& path);

struct UsedFile {
    std::string path;
    bool read = false; ///< else it was looked for only: a template beside the dossier, a table
    FileStamp stamp;   ///< just before it was first read or looked for
};

/// In the order of their first use, each once.
using UsedFiles = std::vector<UsedFile>;

/// Writes down what is read through it. Standard input is no file.
class RecordingReader final : public FileReader {
public:
    /// Both outlive this; `used` is empty.
    RecordingReader(const FileReader& files, UsedFiles& used) : files_(files), used_(used) {}

    [[nodiscard]] std::string read(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string read_any(const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string
    read_inside(const std::string& folder, const std::string& path, std::size_t limit = kDefaultLimit) const override;
    [[nodiscard]] std::string head(const std::string& path, std::size_t most) const override;
    [[nodiscard]] bool exists(const std::string& path) const override;

private:
    UsedFile& record(const std::string& path) const;

    const FileReader& files_;
    UsedFiles& used_;
    mutable std::map<std::string, std::size_t> places_; ///< in `used_`, by path
};

} // namespace demarche::cli
