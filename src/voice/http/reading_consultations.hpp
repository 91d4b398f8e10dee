#pragma once
#include "platform/http/call.hpp"
#include "voice/domain/consultation.hpp"
#include "voice/views/consultation_models.hpp"

namespace voice {

Result<ConsultationListView> read_consultations(const http::Query&, std::optional<int> year);
/// Fails with voice.consultation_not_found.
Result<ConsultationView> read_consultation(const http::Query&, std::string_view number);
/// The items that stand on a position, a case or a hindrance, each with its meeting.
Result<std::vector<NamedLink>> consultation_links(db::Reader&, std::string_view kind, std::string_view id);

} // namespace voice
