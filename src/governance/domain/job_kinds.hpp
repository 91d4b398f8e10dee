#pragma once
// The kinds of background work of cases and meetings. The payload is {"id":"…"}: of a case, a document or a meeting.
#include "platform/json/value.hpp"

#include <string>
#include <string_view>

namespace governance {

inline constexpr std::string_view job_open_expired = "governance.open_expired";   ///< Of a case.
inline constexpr std::string_view job_scan_document = "governance.scan_document"; ///< Of a document.
inline constexpr std::string_view job_open_written = "governance.open_written";   ///< Of a meeting.
inline constexpr std::string_view job_close_written = "governance.close_written"; ///< Of a meeting.

template <class IdType>
std::string job_payload(IdType id) {
    return R"({"id":")" + id.to_string() + R"("})";
}

template <class IdType>
Result<IdType> job_payload_id(std::string_view payload) {
    const auto document = json::parse(payload);
    if (!document) return document.error();
    return IdType::parse(document->text_of("id"));
}

} // namespace governance
