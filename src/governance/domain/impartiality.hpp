#pragma once
// Habilitet. Source: forvaltningsloven §§ 6 and 8, kommuneloven §§ 11-10 and 13-3; from general knowledge, to be read
// against Lovdata before release.
#include "governance/ids.hpp"
#include "governance/impartiality_words.hpp"
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// raised ──the body rules, without whom it is about──▶ disqualified | impartial | exempted
struct Impartiality {
    ImpartialityId id;
    AgendaItemId item_id;
    AppointmentId who;
    std::optional<AppointmentId> raised_by; ///< None: by the one it is about.
    ImpartialityGround ground = ImpartialityGround::particular;
    std::string reason; ///< For those who may see what is shielded.
    Instant raised_at;
    std::optional<ImpartialityRuling> ruling;
    std::optional<Instant> ruled_at;
    std::optional<VoteId> record; ///< Of the body's decision.
};

/// What a body's yes to stepping down comes to: exempted by own wish, else disqualified.
ImpartialityRuling ruling_of(ImpartialityGround, bool body_agrees);
/// Those who have no part in the item.
std::vector<AppointmentId> without_part(const std::vector<Impartiality>&);
/// Nothing may be decided while the body has not ruled on all that was raised. Fails with governance.impartiality_open.
Result<void> require_ruled(const std::vector<Impartiality>&);
/// Fails with governance.voter_disqualified.
Result<void> require_part(const std::vector<Impartiality>&, AppointmentId);

} // namespace governance
