#include "live/demonstration.hpp"

#include "governance/meeting_room.hpp"
#include "live/actions/running.hpp"
#include "live/store/room_store.hpp"

namespace live {

static Principal somebody(const governance::RoomSeat& seat) {
    Principal person;
    person.kind = PrincipalKind::person;
    person.id = seat.person.to_string();
    person.name = seat.name;
    return person;
}

static Result<void> begin(db::Transaction& transaction, const Services& services,
                          const governance::SittingNow& sitting) {
    const auto now = services.clock.now();
    if (TRY(store::room_of(transaction, sitting.meeting)).current_item || sitting.items.empty()) return {};
    const auto program = the_program("demonstrasjon");
    const InMeeting as_secretary{transaction, services, program, now, sitting.meeting};
    TRY(take_up_item(as_secretary, sitting.items.front()));
    std::size_t asked = 0;
    for (const auto& seat : sitting.seats) {
        if (!seat.is_present || asked == 2) continue;
        const auto person = somebody(seat);
        const auto kind = asked == 0 ? SpeakerKind::speech : SpeakerKind::reply;
        TRY(ask_for_floor({transaction, services, person, now, sitting.meeting}, {kind}));
        ++asked;
    }
    return {};
}

Result<void> load_demonstration(const Services& services) {
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        for (const auto& sitting : TRY(governance::sittings_now(transaction)))
            TRY(begin(transaction, services, sitting));
        return {};
    });
}

} // namespace live
