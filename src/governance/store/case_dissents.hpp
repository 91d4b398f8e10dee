#pragma once
// The dissents that go with a case from body to body.
#include "governance/domain/treatment.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

namespace governance {

struct CaseDissent {
    Dissent dissent;
    std::string name, on_behalf_of;
    BodyId body;
    std::string body_name, body_slug;
    MeetingId meeting;
    int year = 0, number = 0;     ///< Of the meeting.
    bool is_for_insiders = false; ///< Of a body that is not open, or behind doors that nothing has come out of yet.
};
/// From the items that have been treated, oldest first.
Result<std::vector<CaseDissent>> dissents_of_case(db::Reader&, CaseId, i18n::Language);

} // namespace governance
