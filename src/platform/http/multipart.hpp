#pragma once
// multipart/form-data (RFC 7578) and multipart/related (RFC 2387) while they arrive: fields are collected, files are
// passed on piece by piece.
#include "platform/result.hpp"

#include <string>
#include <string_view>

namespace http {

/// Where the parts go. An error from any of these ends the reading.
class MultipartReceiver {
public:
    virtual ~MultipartReceiver() = default;
    virtual Result<void> field(std::string name, std::string value) = 0;
    virtual Result<void> file_begins(std::string field, std::string name, std::string declared_type) = 0;
    virtual Result<void> file_bytes(std::string_view bytes) = 0;
    virtual Result<void> file_ends() = 0;
};

struct MultipartLimits {
    std::size_t parts_max = 64;
    std::size_t field_bytes_max = 1 << 20;
    std::size_t head_bytes_max = 8192; ///< Of one part's header lines.
    /// 255 bytes is what file systems take; the rest is room for the archive's prefix and counter.
    std::size_t file_name_bytes_max = 226;
};

/// The boundary that a Content-Type names: 1 to 70 characters (RFC 2046, section 5.1.1). Fails with
/// platform.multipart_malformed.
Result<std::string> multipart_boundary(std::string_view content_type);

/// The name without any folder, composed (NFC). Fails with platform.file_name_refused when nothing is left, when it is
/// too long, or holds control characters, marks that reverse the direction of writing, or bytes that are no UTF-8.
Result<std::string> clean_file_name(std::string_view sent, std::size_t bytes_max);

/// form: each part says what it is. related: the first part is a field, every other one a file without a name, known by
/// its Content-ID.
enum class MultipartShape : std::uint8_t { form, related };

/// preamble ──boundary──▶ head ──empty line──▶ content ──boundary──▶ head … ──boundary with "--"──▶ epilogue
/// A file input that was left empty (no name, no bytes) is passed over.
class MultipartReader {
public:
    MultipartReader(std::string_view boundary, MultipartReceiver& receiver, MultipartLimits limits = {},
                    MultipartShape shape = MultipartShape::form);

    /// Fails with platform.multipart_malformed (part: its number), too_many_parts, field_too_large, bad_encoding,
    /// file_name_refused, and with what the receiver fails with. Holds on to no more than a part's head or a field.
    Result<void> take(std::string_view piece);
    /// Fails with platform.multipart_malformed when the closing boundary has not come.
    Result<void> finish();

private:
    enum class State : std::uint8_t { preamble, after_boundary, head, content, epilogue };
    enum class Kind : std::uint8_t { field, file, unchosen_file };

    Result<bool> step();
    Result<bool> find_boundary();
    Result<bool> read_after_boundary();
    Result<bool> read_head();
    struct PartHead;
    [[nodiscard]] Result<PartHead> part_head(std::string_view head) const;
    Result<void> begin_part(std::string_view head);
    Result<void> begin_related_part(PartHead);
    Result<void> pass_on(std::string_view bytes);
    Result<void> end_part();
    [[nodiscard]] Error malformed() const;

    std::string delimiter_; ///< CRLF, "--", boundary.
    MultipartReceiver& receiver_;
    MultipartLimits limits_;
    MultipartShape shape_;
    State state_ = State::preamble;
    std::string waiting_; ///< Bytes that have arrived and are not understood yet.
    std::size_t parts_ = 0;
    Kind kind_ = Kind::field;
    std::string name_;
    std::string value_;
};

} // namespace http
