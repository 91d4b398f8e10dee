#pragma once
// What the pages of a meeting of consultation and of its items share.
#include "voice/actions/speakers.hpp"
#include "voice/http/reading_consultations.hpp"

namespace voice {

/// The meeting that the path names. Fails with voice.consultation_not_found.
Result<ConsultationView> consultation_in_path(const http::Query&);
/// Who acts in the request, now.
Acting consulting(const http::Command&, db::Transaction&);

} // namespace voice
