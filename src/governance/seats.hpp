#pragma once
// Who holds a seat in which body on a day, for modules that let only the appointed act.
#include "directory/ids.hpp"
#include "governance/body_words.hpp"
#include "governance/ids.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

struct SeatCard {
    AppointmentId id;
    std::string person_id, person_name;
    AppointmentRole role = AppointmentRole::member; ///< chair, deputy_chair or member.
    BodyId body;
    std::string body_name, body_path;
    BodyKind body_kind = BodyKind::council;
    directory::OrganisationId organisation; ///< Whose body it is.
};

/// Every seat that is validly held on the day, by body and then in the body's own order.
Result<std::vector<SeatCard>> seats_on(db::Reader&, Date, i18n::Language);
/// The seat of one appointment; nothing when it is unknown, is no seat, or does not hold on the day.
Result<std::optional<SeatCard>> seat_on(db::Reader&, AppointmentId, Date, i18n::Language);

} // namespace governance
