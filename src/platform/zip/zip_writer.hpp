#pragma once
// A ZIP archive while it is made: deflated, sizes behind each content, names in UTF-8. Source: PKWARE APPNOTE 6.3.10.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zip {

/// begin_file ──▶ add … ──▶ end_file ──▶ begin_file … ──▶ finish. Each gives the bytes to be sent on.
class Writer {
public:
    Writer();
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// bytes: how long the content will be; above 4 GB the entry gets the longer form.
    std::string begin_file(std::string name, std::uint64_t bytes);
    std::string add(std::string_view bytes);
    std::string end_file();
    std::string finish();

private:
    struct Entry {
        std::string name;
        std::uint64_t offset = 0, packed = 0, unpacked = 0;
        std::uint32_t checksum = 0;
        bool is_long = false;
    };
    struct Deflating;
    std::string noted(std::string bytes);
    std::string deflated(std::string_view bytes, bool is_end);
    std::string directory() const;

    std::vector<Entry> entries_;
    std::unique_ptr<Deflating> deflating_;
    std::uint64_t written_ = 0;
};

} // namespace zip
