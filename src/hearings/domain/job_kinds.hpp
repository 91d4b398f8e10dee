#pragma once
// The kinds of background work that hearings queue for one thing. The payload is {"id":"…"}.
#include "hearings/ids.hpp"
#include "platform/json/value.hpp"

#include <string>
#include <string_view>

namespace hearings {

inline constexpr std::string_view job_scan_attachment = "hearings.scan_attachment";

inline std::string attachment_payload(AttachmentId id) {
    return R"({"id":")" + id.to_string() + R"("})";
}
inline Result<AttachmentId> attachment_in(std::string_view payload) {
    const auto document = json::parse(payload);
    if (!document) return document.error();
    return AttachmentId::parse(document->text_of("id"));
}

} // namespace hearings
