#pragma once
// A small ZIP archive of somebody else's, read whole and without trust. Source: PKWARE APPNOTE 6.3.10.
#include "platform/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zip {

struct File {
    std::string name, content;
};

/// The files in the order of the archive's list, stored or deflated; the long form (ZIP64) is not read. Fails with
/// platform.zip_unreadable: no archive, damaged, a content longer than all of them may be, too many files.
Result<std::vector<File>> read(std::string_view archive, std::uint64_t bytes_max);
inline constexpr std::size_t files_max = 1000;

} // namespace zip
