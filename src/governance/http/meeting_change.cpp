#include "governance/http/meeting_change.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

Result<std::string> path_of(db::Reader& reader, const Meeting& meeting) {
    return meeting_path(TRY(load_body(reader, meeting.body_id)).slug, meeting.year, meeting.number);
}

Result<Changed> changed_meeting(const Acting& acting, MeetingId id, std::string_view below) {
    const auto meeting = TRY(load_meeting(acting.transaction, id));
    return Changed{TRY(path_of(acting.transaction, meeting)) + std::string{below}, meeting.version};
}

} // namespace governance
