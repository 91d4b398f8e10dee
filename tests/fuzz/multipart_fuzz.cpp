// Whatever the bytes and however they are cut: no crash, the same parts, and no file name that could leave its folder.
#include "platform/ensure.hpp"
#include "platform/http/multipart.hpp"
#include "platform/unicode.hpp"

namespace {

struct Parts : http::MultipartReceiver {
    std::string written;
    bool is_in_file = false;

    Result<void> field(std::string name, std::string value) override {
        ensure_or_stop(!is_in_file && unicode::is_valid(name) && unicode::is_valid(value) && value.size() <= 1000);
        written += "field " + name + '=' + value + '\n';
        return {};
    }
    Result<void> file_begins(std::string field, std::string name, std::string type) override {
        ensure_or_stop(!is_in_file && !name.empty() && name.size() <= 226 && unicode::is_valid(name));
        ensure_or_stop(name.find('/') == std::string::npos && name != ".." && !unicode::has_control_characters(name));
        is_in_file = true;
        written += "file " + field + ' ' + name + ' ' + type + '\n';
        return {};
    }
    Result<void> file_bytes(std::string_view bytes) override {
        ensure_or_stop(is_in_file);
        written += bytes;
        return {};
    }
    Result<void> file_ends() override {
        ensure_or_stop(is_in_file);
        is_in_file = false;
        written += "\nend\n";
        return {};
    }
};

Result<std::string> read(std::string_view body, std::size_t step) {
    Parts parts;
    http::MultipartReader reader{"X", parts, {.parts_max = 8, .field_bytes_max = 1000, .head_bytes_max = 500}};
    while (!body.empty()) {
        TRY(reader.take(body.substr(0, step)));
        body.remove_prefix(std::min(step, body.size()));
    }
    TRY(reader.finish());
    ensure_or_stop(!parts.is_in_file);
    return parts.written;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    (void)http::multipart_boundary(text);
    const auto whole = read(text, text.size() + 1);
    for (const std::size_t step : {1U, 5U, 100U}) {
        const auto cut = read(text, step);
        if (whole && cut) ensure_or_stop(*whole == *cut);
    }
    return 0;
}
