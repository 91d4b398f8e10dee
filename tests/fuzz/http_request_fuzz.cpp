// Whatever the bytes and however they are cut: no crash, nothing read beyond the end, and the cut changes nothing.
#include "platform/ensure.hpp"
#include "platform/http/address.hpp"
#include "platform/http/header_values.hpp"
#include "platform/http/request_reader.hpp"

namespace {

struct Requests {
    std::vector<std::string> read; ///< Method, target, headers and body of each.
    bool is_refused = false;
};

/// Reads all requests, given pieces of one size. Stops at the first refusal, as a connection does.
Requests requests_in(std::string_view bytes, std::size_t step) {
    http::RequestReader reader{{.bytes_max = 2000, .fields_max = 20, .target_bytes_max = 500}};
    Requests found;
    std::string waiting;
    while (!bytes.empty()) {
        waiting += bytes.substr(0, step);
        bytes.remove_prefix(std::min(step, bytes.size()));
        for (;;) {
            const auto used = reader.take(waiting);
            if (!used) {
                found.is_refused = true;
                return found;
            }
            ensure_or_stop(*used <= waiting.size());
            waiting.erase(0, *used);
            if (!reader.is_complete()) {
                if (*used == 0 || waiting.empty()) break;
                continue;
            }
            std::string request = reader.head().method + ' ' + reader.head().target;
            for (const auto& [name, value] : reader.head().headers) {
                request += '\n' + name + ':' + value;
            }
            found.read.push_back(request + "\n\n" + reader.body());
            reader.restart();
        }
    }
    return found;
}

/// Header values that outsiders write freely.
void read_values(std::string_view text) {
    static constexpr http::Format offered[] = {http::Format::html, http::Format::json, http::Format::csv};
    (void)http::preferred_format(text, offered);
    (void)http::accepts_coding(text, "gzip");
    (void)http::lists_tag(text, "\"tag\"");
    (void)http::parse_parameterised(text);
    http::ByteRange range;
    if (http::parse_range(text, 1000, range) == http::RangeOutcome::part) {
        ensure_or_stop(range.first <= range.last && range.last < 1000);
    }
    for (const char letter : http::content_disposition("inline", text)) {
        ensure_or_stop(letter >= ' ' && letter < 0x7f);
    }
    if (const auto address = http::parse_address(text)) {
        ensure_or_stop(address->path.starts_with('/') && address->path.find("/../") == std::string::npos);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    read_values(text);
    const auto whole = requests_in(text, text.size() + 1);
    for (const std::size_t step : {1U, 7U, 64U}) {
        const auto cut = requests_in(text, step);
        // A limit may strike earlier or later, but what both have read must be the same.
        const auto common = std::min(cut.read.size(), whole.read.size());
        for (std::size_t i = 0; i < common; ++i) {
            ensure_or_stop(cut.read[i] == whole.read[i]);
        }
        if (!cut.is_refused && !whole.is_refused) ensure_or_stop(cut.read.size() == whole.read.size());
    }
    return 0;
}
