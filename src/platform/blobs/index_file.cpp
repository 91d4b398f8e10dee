// The index beside a segment: "SAMBIDX2", end, number of records, then digest, offset, length and minute of each,
// CRC-32 of it all.
#include "platform/blobs/recovery.hpp"
#include "platform/blobs/segment.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sstream>

namespace blobs {

namespace {

constexpr std::string_view index_magic = "SAMBIDX2";
constexpr std::size_t entry_length = 56;

std::string encode(const Recovered& content) {
    std::string out{index_magic};
    put_number(out, content.end);
    put_number(out, content.records.size());
    for (const auto& record : content.records) {
        out.append(record.digest.bytes.begin(), record.digest.bytes.end());
        put_number(out, record.offset);
        put_number(out, record.length);
        put_number(out, record.since);
    }
    put_number(out, checksum(out));
    return out;
}

} // namespace

std::optional<Recovered> read_index(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return {};
    std::ostringstream content;
    content << file.rdbuf();
    const auto bytes = content.str();
    if (bytes.size() < index_magic.size() + 24 || !bytes.starts_with(index_magic)) return {};
    const auto body = std::string_view{bytes}.substr(0, bytes.size() - 8);
    if (checksum(body) != number_at(bytes, bytes.size() - 8)) return {};
    const auto count = number_at(body, 16);
    if (count != (body.size() - 24) / entry_length) return {};

    Recovered out;
    out.end = number_at(body, 8);
    out.records.reserve(count);
    for (auto at = std::size_t{24}; at < body.size(); at += entry_length) {
        FoundRecord record{.digest = {},
                           .offset = number_at(body, at + 32),
                           .length = number_at(body, at + 40),
                           .since = static_cast<PassingSince>(number_at(body, at + 48))};
        std::copy_n(body.begin() + static_cast<std::ptrdiff_t>(at), record.digest.bytes.size(),
                    record.digest.bytes.begin());
        out.records.push_back(record);
    }
    return out;
}

Result<void> write_index(const std::string& path, const Recovered& content) {
    const auto draft = path + ".draft";
    const FileDescriptor file{::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (!file.is_open()) return store_unavailable(errno);
    const auto encoded = encode(content);
    std::string_view rest = encoded;
    while (!rest.empty()) {
        const auto written = ::write(file.number(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return store_unavailable(errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    // Synced before it gets its name: an index that is there is whole. Its name may come late; then it is not used.
    if (::fdatasync(file.number()) != 0 || ::rename(draft.c_str(), path.c_str()) != 0) return store_unavailable(errno);
    return {};
}

} // namespace blobs
