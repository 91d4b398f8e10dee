#include "platform/http/compression.hpp"
#include "platform/ensure.hpp"

#include <array>
#include <zlib.h>

namespace http {

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    constexpr int largest_window_and_gzip = 15 + 16;
    ensure(deflateInit2(&stream, 6, Z_DEFLATED, largest_window_and_gzip, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string compressed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib's signature; it only reads.
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    const auto outcome = deflate(&stream, Z_FINISH);
    compressed.resize(stream.total_out);
    (void)deflateEnd(&stream);
    ensure(outcome == Z_STREAM_END);
    return compressed;
}

bool is_worth_compressing(std::string_view content_type) {
    const auto type = content_type.substr(0, content_type.find(';'));
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("+xml") || type == "application/xml" ||
           type == "application/javascript";
}

} // namespace http
