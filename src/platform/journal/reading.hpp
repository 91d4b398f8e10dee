#pragma once
// Events for people and for other modules: with the sealed fields open, as far as their keys are still there.
#include "platform/journal/person_keys.hpp"
#include "platform/journal/record.hpp"

namespace journal {

/// The place of a sealed field: it opens only where it was put.
std::string place_of(std::string_view event_id, std::string_view field);
inline constexpr std::string_view actor_name_field = "actor.name";

/// What was sealed for somebody forgotten is null in the body, and "" as a name.
Result<std::vector<StoredEvent>> opened(db::Reader&, const PersonKeys&, const std::vector<Record>&);

/// Closed: as in an export.
StoredEvent as_stored(const Record&);

} // namespace journal
