#pragma once
// Events of the journal as sentences.
#include "governance/views/case_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// "Saken ble satt på dagsorden i Hovedstyret": the catalogue's sentence for the event, with the values of its body.
std::string sentence_of(const i18n::Translator&, const journal::StoredEvent&);
/// "Kari Nordmann, KS (sekretær, Hovedstyret)"
std::string actor_of(const journal::StoredEvent&);
HappeningView happening_of(const i18n::Translator&, const journal::StoredEvent&);
/// The newest that the one who asks may see, newest first.
Result<std::vector<HappeningView>> happenings_about(const http::Query&, const journal::Subject&, int limit);

} // namespace governance
