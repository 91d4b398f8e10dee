#pragma once
// From the tables to what the pages of a meeting under way say.
#include "live/views/models.hpp"
#include "platform/http/call.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace live {

/// Rooms as they were last read, for those inside and those outside: as long as nothing about the meeting is newer in
/// the journal, hundreds who ask at the same time cost one reading. Threads may call everything at the same time.
class KnownRooms {
public:
    /// Fails with governance.meeting_not_found.
    Result<std::shared_ptr<const governance::MeetingRoom>> read(const http::Query&, governance::MeetingId,
                                                                std::int64_t newest, bool is_inside);

private:
    struct Known {
        std::int64_t newest = 0;
        Date day;
        std::shared_ptr<const governance::MeetingRoom> room;
    };
    static constexpr std::size_t rooms_max = 64;
    std::mutex mutex_;
    std::map<std::string, Known> rooms_;
};

/// As everybody may see it.
Result<LiveView> read_public(const http::Query&, KnownRooms&);
/// For the one who asks. Fails with live.not_a_member.
Result<MemberView> read_member(const http::Query&, KnownRooms&);
/// Fails with platform.right_missing.
Result<SecretaryView> read_secretary(const http::Query&, KnownRooms&);

} // namespace live
