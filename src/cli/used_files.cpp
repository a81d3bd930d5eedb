#include "cli/used_files.hpp"

#include <sys/stat.h>

namespace demarche::cli {

FileStamp stamp_of(const std::string& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0) {
        return {};
    }
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return {status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec, status.st_size, status.st_ino};
}

UsedFile& RecordingReader::record(const std::string& path) const {
    const auto [place, is_new] = places_.emplace(path, used_.size());
    if (is_new) {
        used_.push_back({path, false, stamp_of(path)});
    }
    return used_[place->second];
}

std::string RecordingReader::read(const std::string& path, std::size_t limit) const {
    record(path).read = true;
    return files_.read(path, limit);
}

std::string RecordingReader::read_any(const std::string& path, std::size_t limit) const {
    if (path != "-") {
        record(path).read = true;
    }
    return files_.read_any(path, limit);
}

std::string RecordingReader::read_inside(const std::string& folder, const std::string& path, std::size_t limit) const {
    record(path).read = true;
    return files_.read_inside(folder, path, limit);
}

std::string RecordingReader::head(const std::string& path, std::size_t most) const {
    if (path != "-") {
        record(path).read = true;
    }
    return files_.head(path, most);
}

bool RecordingReader::exists(const std::string& path) const {
    if (path != "-") {
        record(path);
    }
    return files_.exists(path);
}

} // namespace demarche::cli
