#pragma once
// Meetings of consultation, their items, what follows from them, as rows.
#include "platform/db/database.hpp"
#include "voice/domain/consultation.hpp"

#include <vector>

namespace voice::store {

/// Fails with voice.consultation_not_found.
Result<Consultation> consultation_by_number(db::Reader&, std::string_view number);
Result<Consultation> consultation(db::Reader&, ConsultationId);
/// Of one year, or all; in the order of their days.
Result<std::vector<Consultation>> consultations(db::Reader&, std::optional<int> year);
/// In which there are any, the newest first.
Result<std::vector<int>> consultation_years(db::Reader&);
/// Another one at the same point of the same year with the same counterpart.
Result<bool> is_consultation_planned(db::Reader&, const Consultation&);
Result<void> insert(db::Transaction&, const Consultation&);
/// Day and place. Raises the version. Fails with voice.stale_version when somebody was before.
Result<void> save(db::Transaction&, Consultation&, Instant now);
/// Marks that something below it changed.
Result<void> touch(db::Transaction&, Consultation&, Instant now);

/// In their order.
Result<std::vector<ConsultationItem>> items_of(db::Reader&, ConsultationId);
/// Fails with voice.consultation_item_not_found.
Result<ConsultationItem> item_at(db::Reader&, ConsultationId, int place);
Result<ConsultationItem> consultation_item(db::Reader&, ConsultationItemId);
Result<void> insert(db::Transaction&, const ConsultationItem&, Instant now);
Result<void> save_outcome(db::Transaction&, const ConsultationItem&);
/// The items that stand on it. kind: "position", "case" or "hindrance".
Result<std::vector<ConsultationItem>> items_standing_on(db::Reader&, std::string_view kind, std::string_view id);

/// Of an item, by deadline.
Result<std::vector<FollowUp>> follow_ups_of(db::Reader&, ConsultationItemId);
/// Not yet done, by deadline.
Result<std::vector<FollowUp>> open_follow_ups(db::Reader&);
/// Fails with voice.follow_up_not_found.
Result<FollowUp> follow_up(db::Reader&, FollowUpId);
Result<void> insert(db::Transaction&, const FollowUp&);
Result<void> save_done(db::Transaction&, const FollowUp&);

} // namespace voice::store
