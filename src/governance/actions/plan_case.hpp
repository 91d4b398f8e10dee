#pragma once
#include "governance/domain/case_texts.hpp"
#include "platform/services.hpp"

namespace governance {

/// Demonstration data is marked as invented wherever it is shown.
enum class Authenticity : std::uint8_t { real, invented };

/// Announces a case: from now on everybody can see it, and whom it goes to and when. Appends governance.case_planned.
///
/// Needs governance.plan_case for the owner or the owning body. Fails with platform.request_faulty (all faults at once:
/// governance.theme_unknown, body_unknown, organisation_unknown, person_unknown, concern_faulty, concern_twice,
/// path_empty, path_too_long, case_number_faulty, shield_day_faulty) and governance.case_number_taken.
Result<CaseNumber> plan_case(db::Transaction&, const Services&, const Principal&, const NewCase&, Instant now,
                             Authenticity = Authenticity::real);

} // namespace governance
