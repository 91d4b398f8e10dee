#pragma once
#include "voice/actions/acting.hpp"
#include "voice/actions/requests.hpp"

namespace voice {

/// Reports a rule that hinders, for the organisation one acts for. Needs voice.report_hindrance for it. Fails with
/// voice.nobody_behind (one acts for no organisation), platform.right_missing.
Result<Hindrance> report_hindrance(const Acting&, const NewHindrance&, bool is_invented = false);

/// The organisation one acts for is hit too. Needs voice.report_hindrance. Fails with voice.hindrance_not_found,
/// voice.nobody_behind, voice.supported_already (the reporter is counted from the start).
Result<Hindrance> support_hindrance(const Acting&, std::string_view number);

/// Says where it stands. Needs voice.speak. Fails with voice.hindrance_not_found, voice.hindrance_step_refused,
/// voice.raised_without_voice, voice.stale_version, platform.request_faulty (case or position unknown).
Result<Hindrance> move_hindrance(const Acting&, std::string_view number, const HindranceMove&,
                                 std::optional<std::int64_t> version = {});

} // namespace voice
