#include "platform/testing/pdf_words.hpp"

#include "platform/pdf/file.hpp"
#include "platform/testing/child_program.hpp"

#include <fmt/format.h>
#include <stdexcept>
#include <vector>
#include <zlib.h>

namespace testing_pdf {

/// What a program makes of the bytes. It reads them from file 0, where they lie whole.
static std::string made_by(std::vector<std::string> words, const std::string& bytes) {
    const auto in = pdf::File::of(bytes);
    const auto out = pdf::File::make();
    if (!in || !out) throw std::runtime_error{"no memory for a file"};
    const auto reader = in->reader();
    const auto program = words.front();
    if (!world::succeeded(world::start_program(std::move(words), {.in = reader->number(), .out = out->number()}))) {
        throw std::runtime_error{program + " failed"};
    }
    return *out->bytes();
}

std::string words_in(const std::string& pdf) {
    return made_by({"pdftotext", "-layout", "-", "-"}, pdf);
}

std::string unpacked(const std::string& pdf) {
    return made_by({"qpdf", "--qdf", "--object-streams=disable", "/proc/self/fd/0", "-"}, pdf);
}

std::string locked(const std::string& pdf, const std::string& password) {
    return made_by({"qpdf", "--encrypt", password, "eier", "256", "--", "/proc/self/fd/0", "-"}, pdf);
}

static std::string deflated_zeros(std::uint64_t count) {
    z_stream stream{};
    deflateInit(&stream, 6);
    std::string zeros(1 << 20, '\0'), packed, piece(1 << 16, '\0');
    for (std::uint64_t done = 0; done < count; done += zeros.size()) {
        stream.next_in = reinterpret_cast<Bytef*>(zeros.data());
        stream.avail_in = static_cast<uInt>(zeros.size());
        const int flush = done + zeros.size() >= count ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef*>(piece.data());
            stream.avail_out = static_cast<uInt>(piece.size());
            deflate(&stream, flush);
            packed.append(piece.data(), piece.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

std::string bomb() {
    // The table of objects is a stream itself, so no reader gets past it without unpacking it.
    static const std::string packed = deflated_zeros(600 << 20);
    std::string file = "%PDF-1.5\n";
    const auto begin = file.size();
    file +=
        fmt::format("1 0 obj\n<< /Type /XRef /Size 100000000 /W [1 8 8] /Root 2 0 R /Filter /FlateDecode /Length {} "
                    ">>\nstream\n",
                    packed.size());
    return file + packed + fmt::format("\nendstream\nendobj\nstartxref\n{}\n%%EOF\n", begin);
}

} // namespace testing_pdf
