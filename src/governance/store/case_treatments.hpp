#pragma once
// What meetings did with a case: for the case's own page and for the bodies that take it up next.
#include "governance/domain/treatment.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

namespace governance {

struct TreatmentBallot {
    std::string name;
    std::string on_behalf_of; ///< Empty when for nobody.
    Choice choice = Choice::blank;
};

struct TreatmentDissent {
    std::string name;
    std::string on_behalf_of;
    std::string text; ///< Empty while the case's proposal is shielded.
};

/// One item on one agenda that the case stands or stood on.
struct CaseTreatment {
    BodyId body;
    std::string body_name;
    std::string body_path;
    MeetingId meeting;
    std::string meeting_path; ///< "/meetings/hovedstyret-2026-3"
    MeetingState meeting_state = MeetingState::planned;
    Date day; ///< Called for, or held on.
    AgendaItemId item;
    std::string item_number;              ///< "18/2026"; empty before the notice.
    std::optional<Outcome> outcome;       ///< None until it is treated.
    std::vector<std::string> decision;    ///< Empty while the case's proposal is shielded.
    std::optional<Tally> vote;            ///< The vote that decided.
    std::vector<TreatmentBallot> ballots; ///< Of that vote, when it was by name.
    std::vector<TreatmentDissent> dissents;
    std::string minutes_path; ///< Empty until the minutes are published.
};

/// In the order of the meetings; those of cancelled meetings are left out.
Result<std::vector<CaseTreatment>> treatments_of_case(db::Reader&, CaseId, Date today,
                                                      i18n::Language = i18n::Language::nb);

} // namespace governance
