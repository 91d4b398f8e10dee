#pragma once
// What the selections of forms about bodies and meetings offer.
#include "governance/domain/treatment.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/meeting_pages.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// With the people who have a role in the organisation that the query names (?organisation=), and the body's seats.
Result<BodyChoices> body_choices(const http::Query&, std::optional<BodyId>);
/// The bodies that the one who asks calls meetings of.
Result<MeetingChoices> planning_choices(const http::Query&);
/// Cases that the body can take up, and its earlier meetings whose minutes wait for approval.
Result<MeetingChoices> agenda_choices(const http::Query&, const Meeting&);
/// Documents of the item's case that are no papers of it yet, and the bodies it could be referred to.
Result<MeetingChoices> item_choices(const http::Query&, const AgendaItem&);
/// All bodies by slug, for filters.
Result<std::vector<ui::Choice>> bodies_by_slug(const http::Query&);

} // namespace governance
