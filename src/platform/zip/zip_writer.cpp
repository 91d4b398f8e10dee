#include "platform/zip/zip_writer.hpp"

#include "platform/ensure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <zlib.h>

namespace zip {

namespace {

constexpr std::uint16_t version_needed = 20, version_needed_long = 45;
/// Bit 3: sizes follow the content; bit 11: the name is UTF-8.
constexpr std::uint16_t entry_flags = 0x0808;
constexpr std::uint16_t method_deflate = 8;
constexpr std::uint16_t dos_date_1980 = 0x0021; ///< Nothing is told about when a document was made.
constexpr std::uint32_t see_long_form = 0xFFFFFFFF;
constexpr std::uint16_t long_form_tag = 1;
/// With room for what deflating adds to what cannot be packed.
constexpr std::uint64_t short_form_max = 0xFF000000;

template <class Number>
void put(std::string& out, Number number) {
    for (std::size_t i = 0; i < sizeof number; ++i) {
        out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i) & 0xFFU);
    }
}

/// Whether deflating again would only cost time: a photograph, or a document whose parts are packed. Judged by how
/// evenly the bytes of a piece from the middle are spread, in bits for each.
bool is_packed_already(std::string_view bytes) {
    static constexpr std::size_t sample_bytes = 4096;
    static constexpr double packed_bits_min = 7.7; ///< Text has about 5, packed bytes almost 8.
    if (bytes.size() < sample_bytes) return false;
    std::array<int, 256> counts{};
    for (const char byte : bytes.substr((bytes.size() - sample_bytes) / 2, sample_bytes))
        ++counts[static_cast<unsigned char>(byte)];
    double bits = 0;
    for (const int count : counts) {
        if (count == 0) continue;
        const auto share = static_cast<double>(count) / sample_bytes;
        bits -= share * std::log2(share);
    }
    return bits >= packed_bits_min;
}

std::uint32_t short_or_mark(std::uint64_t number, bool is_long) {
    return is_long ? see_long_form : static_cast<std::uint32_t>(number);
}

} // namespace

struct Writer::Deflating {
    z_stream stream{};
    Deflating() {
        const bool is_ready =
            deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) == Z_OK;
        ensure(is_ready);
    }
    ~Deflating() { deflateEnd(&stream); }
    Deflating(const Deflating&) = delete;
    Deflating& operator=(const Deflating&) = delete;
};

Writer::Writer() = default;
Writer::~Writer() = default;

std::string Writer::noted(std::string bytes) {
    written_ += bytes.size();
    return bytes;
}

std::string Writer::begin_file(std::string name, std::uint64_t bytes) {
    ensure(!deflating_);
    Entry entry{.name = std::move(name), .offset = written_, .is_long = bytes > short_form_max};
    std::string head;
    put(head, std::uint32_t{0x04034b50});
    put(head, entry.is_long ? version_needed_long : version_needed);
    put(head, entry_flags);
    put(head, method_deflate);
    put(head, std::uint16_t{0});
    put(head, dos_date_1980);
    put(head, std::uint32_t{0}); // The checksum follows.
    put(head, short_or_mark(0, entry.is_long));
    put(head, short_or_mark(0, entry.is_long));
    put(head, static_cast<std::uint16_t>(entry.name.size()));
    put(head, static_cast<std::uint16_t>(entry.is_long ? 20 : 0));
    head += entry.name;
    if (entry.is_long) {
        put(head, long_form_tag);
        put(head, std::uint16_t{16});
        put(head, std::uint64_t{0});
        put(head, std::uint64_t{0});
    }
    entries_.push_back(std::move(entry));
    deflating_ = std::make_unique<Deflating>();
    return noted(std::move(head));
}

std::string Writer::deflated(std::string_view bytes, bool is_end) {
    auto& stream = deflating_->stream;
    // zlib only reads what it is given, though its type does not say so.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string packed;
    do {
        char piece[16 << 10];
        stream.next_out = reinterpret_cast<Bytef*>(piece);
        stream.avail_out = sizeof piece;
        const auto outcome = deflate(&stream, is_end ? Z_FINISH : Z_NO_FLUSH);
        ensure(outcome != Z_STREAM_ERROR);
        packed.append(piece, sizeof piece - stream.avail_out);
    } while (stream.avail_out == 0);
    entries_.back().packed += packed.size();
    return noted(std::move(packed));
}

std::string Writer::add(std::string_view bytes) {
    static constexpr std::size_t step_max = 1 << 30;
    std::string packed;
    auto& entry = entries_.back();
    // Still the method "deflated": readers that stream refuse plain contents whose sizes follow.
    if (entry.unpacked == 0 && is_packed_already(bytes)) {
        const auto outcome = deflateParams(&deflating_->stream, Z_NO_COMPRESSION, Z_DEFAULT_STRATEGY);
        ensure(outcome == Z_OK);
    }
    while (!bytes.empty()) {
        const auto step = bytes.substr(0, step_max);
        entry.unpacked += step.size();
        entry.checksum = static_cast<std::uint32_t>(
            crc32(entry.checksum, reinterpret_cast<const Bytef*>(step.data()), static_cast<uInt>(step.size())));
        packed += deflated(step, false);
        bytes.remove_prefix(step.size());
    }
    return packed;
}

std::string Writer::end_file() {
    auto packed = deflated({}, true);
    deflating_.reset();
    const auto& entry = entries_.back();
    std::string sizes;
    put(sizes, std::uint32_t{0x08074b50});
    put(sizes, entry.checksum);
    if (entry.is_long) {
        put(sizes, entry.packed);
        put(sizes, entry.unpacked);
    } else {
        put(sizes, static_cast<std::uint32_t>(entry.packed));
        put(sizes, static_cast<std::uint32_t>(entry.unpacked));
    }
    packed += noted(std::move(sizes));
    return packed;
}

std::string Writer::directory() const {
    std::string out;
    for (const auto& entry : entries_) {
        const bool is_long = entry.is_long || entry.offset > short_form_max;
        put(out, std::uint32_t{0x02014b50});
        put(out, version_needed_long);
        put(out, is_long ? version_needed_long : version_needed);
        put(out, entry_flags);
        put(out, method_deflate);
        put(out, std::uint16_t{0});
        put(out, dos_date_1980);
        put(out, entry.checksum);
        put(out, short_or_mark(entry.packed, is_long));
        put(out, short_or_mark(entry.unpacked, is_long));
        put(out, static_cast<std::uint16_t>(entry.name.size()));
        put(out, static_cast<std::uint16_t>(is_long ? 28 : 0));
        put(out, std::uint16_t{0});
        put(out, std::uint16_t{0});
        put(out, std::uint16_t{0});
        put(out, std::uint32_t{0});
        put(out, short_or_mark(entry.offset, is_long));
        out += entry.name;
        if (!is_long) continue;
        put(out, long_form_tag);
        put(out, std::uint16_t{24});
        put(out, entry.unpacked);
        put(out, entry.packed);
        put(out, entry.offset);
    }
    return out;
}

std::string Writer::finish() {
    ensure(!deflating_);
    const auto start = written_;
    auto out = directory();
    const auto length = out.size();
    const bool is_long = start > short_form_max || entries_.size() >= 0xFFFF;
    if (is_long) {
        const auto here = start + length;
        put(out, std::uint32_t{0x06064b50});
        put(out, std::uint64_t{44});
        put(out, version_needed_long);
        put(out, version_needed_long);
        put(out, std::uint32_t{0});
        put(out, std::uint32_t{0});
        put(out, std::uint64_t{entries_.size()});
        put(out, std::uint64_t{entries_.size()});
        put(out, std::uint64_t{length});
        put(out, start);
        put(out, std::uint32_t{0x07064b50});
        put(out, std::uint32_t{0});
        put(out, here);
        put(out, std::uint32_t{1});
    }
    const auto count = static_cast<std::uint16_t>(std::min<std::size_t>(entries_.size(), 0xFFFF));
    put(out, std::uint32_t{0x06054b50});
    put(out, std::uint16_t{0});
    put(out, std::uint16_t{0});
    put(out, count);
    put(out, count);
    put(out, static_cast<std::uint32_t>(length));
    put(out, short_or_mark(start, is_long));
    put(out, std::uint16_t{0});
    return noted(std::move(out));
}

} // namespace zip
